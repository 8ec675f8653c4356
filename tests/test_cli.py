"""The commands as a person or a script meets them: words, streams and exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

from briefing import __version__
from briefing.cli import cli
from briefing.export import as_json, plain
from briefing.library import open_brief, schema_of
from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import by_id
from tests.briefs import FIGURES, OUTLOOK, REGIONS, RISKS, write_brief
from tests.commands import Done, run
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.brief import Brief

BRIEFING = [sys.executable, "-m", "briefing"]
COMMANDS = ["read", "export", "search", "index", "diff", "new", "check", "source", "schema", "keys"]
ROOT = Path(__file__).resolve().parents[1]


def briefing(*arguments: str | Path | bytes, cwd: Path | None = None, **env: str) -> Done:
    """Run the command as a process; no test may see a traceback or an escape character."""
    command = [*BRIEFING, *arguments]
    return _done(
        subprocess.run(
            command,
            cwd=cwd,
            env={**os.environ, **env},
            stdin=subprocess.DEVNULL,
            check=False,
            capture_output=True,
            timeout=60,
        )
    )


def _done(process: subprocess.CompletedProcess[bytes]) -> Done:
    return Done(process.returncode, process.stdout, process.stderr).checked()


def shell(script: str, cwd: Path, *, before: Callable[[], None] | None = None) -> Done:
    """Run a script in which "$@" is the command."""
    command = ["/bin/bash", "-c", script, "sh", *BRIEFING]
    return _done(
        subprocess.run(
            command, cwd=cwd, check=False, capture_output=True, timeout=60, preexec_fn=before
        )
    )


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    return write_brief(tmp_path / "mill")


@pytest.fixture
def brief(mill: Path) -> Brief:
    return open_brief(mill)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write_brief(tmp_path / "broken", risks=RISKS.replace("likelihood:", "likelyhood:"))


@pytest.mark.parametrize(
    "words",
    ["export", "export . --ascii --full", "check -f github", "search mil", "read gone", "./"],
)
def test_a_process_says_what_the_command_says_in_this_one(broken: Path, words: str) -> None:
    assert briefing(*words.split(), cwd=broken) == run(*words.split(), cwd=broken)


# -- help and version


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_is_everywhere_under_both_names(command: str | None) -> None:
    words = [command] if command else []
    long = run(*words, "--help")
    assert (long.code, long.err) == (0, "")
    assert re.match(r"Usage: (python -m )?briefing ", long.out)
    assert max(map(len, long.out.splitlines())) <= 80
    if command in {None, "export"}:
        assert run(*words, "-h").out == long.out
    if command is None:
        assert all(f"\n  {name} " in long.out for name in COMMANDS)
        assert "Exit status: 0 done, 1 problems found or nothing matched" in long.out
        assert "..." not in long.out.partition("\nCommands:")[2], "a command is cut off"


@pytest.mark.parametrize("command", ["export", "search"])
def test_each_example_in_the_help_has_its_own_line(command: str) -> None:
    lines = run(command, "-h").out.splitlines()
    assert not [line for line in lines if "\\b" in line or "\b" in line]
    examples = [line for line in lines if line.startswith(f"  briefing {command}")]
    assert len(examples) in {4, 5}
    assert all(line.count("briefing ") == 1 for line in examples)


@pytest.mark.parametrize(
    ("typed", "started", "offered"),
    [
        ([], "ex", {"ex", "export"}),  # what stands there as it is typed is completed as a file
        ([], "con", {"con"}),
        ([], "", {"", *COMMANDS}),
        ([], "--", {"--ascii", "--no-state", "--no-early-frame", "--help", "--version"}),
        (["content"], "--", {"--ascii", "--no-state", "--no-early-frame", "--help"}),
        (["schema"], "r", {"regions", "risks"}),
    ],
)
def test_the_first_word_is_completed_as_a_command_and_as_a_path(
    typed: list[str], started: str, offered: set[str]
) -> None:
    complete = ShellComplete(cli, {}, "briefing", "_BRIEFING_COMPLETE")
    found = complete.get_completions(typed, started)
    assert {item.value for item in found} == offered
    assert [item.type for item in found[1:]] == ["plain"] * len(found[1:]), "bash wants files first"


def test_the_version_is_told() -> None:
    done = briefing("--version")
    assert (done.code, done.out) == (0, f"briefing, version {__version__}\n")


@pytest.mark.parametrize(
    "line",
    [
        *([""], ["read", ""], ["export", ""], ["check", ""], ["index", ""], ["diff", ".", ""]),
        *(["search", "x", "--in", ""], ["new", "x", "--in", ""], ["source", ""]),
    ],
)
def test_no_path_at_all_is_not_the_current_folder(mill: Path, line: list[str]) -> None:
    done = briefing(*line, cwd=mill)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(": it is empty; the current folder is '.'.\n")


@pytest.mark.parametrize(
    "line", [["export", "-o"], ["source", "a.txt", "-o"], ["new", "x", "--article"]]
)
def test_where_a_file_is_wanted_a_folder_is_refused(tmp_path: Path, line: list[str]) -> None:
    for path, why in (
        ("", "it is empty"),
        ("x/", "'x/' ends in a slash, as a folder does"),
        ("a\x1b[2J/", "'a␛[2J/' ends in a slash, as a folder does"),
    ):
        done = briefing(*line, path, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert done.err.endswith(f": {why}; name a file.\n")
    assert list(tmp_path.iterdir()) == []


# -- export


def test_an_export_is_the_plain_brief(mill: Path, brief: Brief) -> None:
    done = briefing("export", mill)
    assert (done.code, done.err) == (0, "")
    assert done.out == plain(brief)


def test_every_option_of_an_export_is_heard(mill: Path, brief: Brief) -> None:
    options = ("-s", "risks", "--section", "timeline", "--full", "--width", "50", "--ascii")
    done = run("export", mill, *options)
    assert done.code == 0
    assert done.out == plain(brief, sections=("risks", "timeline"), full=True, width=50, ascii=True)
    assert max(map(len, done.out.splitlines())) <= 50


def test_a_dash_is_standard_output(mill: Path, tmp_path: Path) -> None:
    assert run("export", mill, "-o", "-", cwd=tmp_path).out == run("export", mill).out
    assert not (tmp_path / "-").exists()


def test_an_export_can_be_json(mill: Path, brief: Brief) -> None:
    done = run("export", mill, "-f", "json", "-s", "figures")
    assert (done.code, done.err) == (0, "")
    assert done.out == as_json(brief, sections=("figures",))
    assert list(json.loads(done.out)["sections"]) == ["figures"]


def test_a_file_is_written_and_told_on_stderr_and_never_overwritten(
    mill: Path, brief: Brief, tmp_path: Path
) -> None:
    target = tmp_path / "out.txt"
    done = run("export", mill, "-o", target)
    assert (done.code, done.out) == (0, "")
    assert target.read_text() == plain(brief)
    assert done.err == f"Wrote {target} ({target.stat().st_size} bytes)\n"

    target.write_text("mine")
    again = run("export", mill, "-o", target)
    assert (again.code, again.out) == (2, "")
    reason = "it exists already; --force replaces it"
    assert again.err == f"briefing: cannot write {target}: {reason}\n"
    assert target.read_text() == "mine"

    forced = run("export", mill, "-o", target, "--force")
    assert forced.code == 0
    assert target.read_text() == plain(brief)


@pytest.mark.parametrize("target", ["no/such/folder/out.txt", "."])
def test_a_place_that_cannot_be_written_to_is_told_in_a_line(
    mill: Path, tmp_path: Path, target: str
) -> None:
    done = run("export", mill, "-o", tmp_path / target)
    assert (done.code, done.out) == (2, "")
    assert "out.txt" in done.err or "is a directory" in done.err
    assert sorted(tmp_path.iterdir()) == [mill]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("-s", "risk"), "'risk'"),
        (("--format", "pdf"), "'pdf'"),
        (("--width", "19"), "19"),
        (("--width", "wide"), "'wide'"),
        (("--nosuch",), "--nosuch"),
        (("one", "two"), "two"),
    ],
)
def test_a_wrong_option_is_named(options: tuple[str, ...], word: str) -> None:
    done = run("export", *options)
    assert (done.code, done.out) == (2, "")
    assert word in done.err.splitlines()[-1]
    assert "briefing export --help" in done.err


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("export", "d/a", "d/b\x1b]0;pwn\x07\n\x9b"), "(d/b␛]0;pwn␇␊<U+009B>)"),
        (("read", "d/a", "\x1b[2J"), "(␛[2J)"),
        (("export", "--fo\x1brce"), "rce'"),
        (("export", "--width=\x1b[2J\n"), "[2J"),
        (("--no\x1b[2J",), "[2J"),
        (("schema", "\x1b[2J\n"), "[2J"),
    ],
)
def test_what_is_said_of_wrong_usage_steers_no_terminal(
    arguments: tuple[str, ...], shown: str
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.err)
    error = done.err.splitlines()[-1]
    assert error.startswith("Error: ")
    assert shown in error


def test_the_shipped_brief_is_there_without_a_path_and_content_goes_before_it(
    mill: Path, brief: Brief, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    shipped = run("export", cwd=tmp_path / "elsewhere")
    assert shipped.out == plain(open_brief(None))
    mill.rename(tmp_path / "content")
    assert run("export", cwd=tmp_path).out == plain(brief)


# -- search


def test_hits_come_one_a_line_section_id_and_text(mill: Path) -> None:
    done = briefing("search", "mill", "--in", mill)
    assert (done.code, done.err) == (0, "")
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert all(len(line) == 3 for line in lines)
    assert ["timeline", "T2", "The mill opens."] in lines
    assert {section for section, _, _ in lines} <= set(SECTION_NAMES)


def test_hits_can_be_json_lines(mill: Path) -> None:
    done = run("search", "permit", "filed", "--in", mill, "--json")
    assert done.code == 0
    hits = [json.loads(line) for line in done.out.splitlines()]
    assert (hits[0]["section"], hits[0]["id"]) == ("outlook", "W1")
    assert hits[0]["text"] == "A permit is filed."


@pytest.mark.parametrize("query", ["zebra", "", "  ", '"', "[/etc/passwd]", "* (", "\\"])
def test_where_nothing_matches_the_query_is_named_and_the_exit_code_is_1(
    mill: Path, query: str
) -> None:
    done = run("search", query, "--in", mill)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"No match for '{' '.join(query.split())}'.\n"


def test_the_shipped_brief_can_be_searched(tmp_path: Path) -> None:
    done = run("search", "chip supply", cwd=tmp_path)
    assert done.code == 0
    assert done.out.splitlines()[0].split("\t")[2].startswith("Chip supply ")
    slip = run("search", "infrastucture", cwd=tmp_path)
    assert slip.code == 0
    assert "infrastructure" in slip.out


def test_a_search_tells_what_it_could_not_search(broken: Path) -> None:
    done = run("search", "mill", "--in", broken)
    assert done.code == 0
    assert "\tT2\t" in done.out
    assert "risks.yaml" in done.err
    assert "unknown key 'likelyhood'" in done.err
    none = run("search", "zebra", "--in", broken)
    assert (none.code, none.out) == (1, "")
    assert "unknown key 'likelyhood'" in none.err
    assert none.err.endswith("No match for 'zebra'.\n")


# -- check


# What stands in the file, what the curator typed instead, and the word at fault in that.
MISTAKES = (
    ("regions", "so_what: The mill", "so_wat: The mill", "so_wat"),
    ("regions", "place: Arland", "place: [Arland]", "[Arland]"),
    ("regions", "at: P1.2", "at: p1.2", "p1.2"),
    ("regions", "stance: inferred", "stance: infered", "infered"),
    ("risks", "likelihood: likely", "likelihood: probable", "probable"),
    ("risks", "impact: high", "impact: huge", "huge"),
    ("risks", "confidence: low", "confidence: lov", "lov"),
    ("figures", "at: P2.2", "at: 2.2", "2.2"),
    ("figures", "qualifier: over", "qualifier: above", "above"),
    ("figures", "unit: US", "units: US", "units"),
)


def test_ten_mistakes_in_three_files_are_ten_problems_each_with_its_place(tmp_path: Path) -> None:
    files = {"regions": REGIONS, "risks": RISKS, "figures": FIGURES}
    for name, right, wrong, _ in MISTAKES:
        assert files[name].count(right) == 1
        files[name] = files[name].replace(right, wrong)
    places = set()
    for name, _, wrong, word in MISTAKES:
        before = files[name][: files[name].index(wrong) + wrong.index(word)]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        places.add(f"{name}.yaml:{line}:{column}")
    done = run("check", write_brief(tmp_path / "mill", **files))
    assert done.code == 1
    headline = r"^\S*/mill/(\w+\.yaml:\d+:\d+): error: [^\[\n]+$"  # an audit ends with its [code]
    found = re.findall(headline, done.out, re.MULTILINE)
    assert len(found) == 10
    assert set(found) == places
    assert done.out.count("hint: did you mean ") >= 5


def test_a_brief_without_problems_passes(tmp_path: Path) -> None:
    done = briefing("check", cwd=tmp_path)
    assert (done.code, done.err) == (0, "0 problems\n")
    assert done.out.startswith("audit of ")


def test_several_briefs_are_checked_in_one_run(mill: Path, broken: Path) -> None:
    done = run("check", mill, broken)
    assert done.code == 1
    assert "risks.yaml" in done.out


def test_a_path_that_cannot_be_opened_does_not_stop_the_rest(mill: Path, broken: Path) -> None:
    done = run("check", "nosuch", mill, broken, "nor\nthis", cwd=mill)
    assert done.code == 2
    assert "risks.yaml" in done.out
    lines = done.err.splitlines()
    assert lines[:2] == ["briefing: there is no nosuch", "briefing: there is no nor␊this"]
    assert re.fullmatch(r"[1-9]\d* problems?", lines[2])
    assert len(lines) == 3


def test_a_warning_is_told_and_does_not_fail(tmp_path: Path) -> None:
    brief = shutil.copytree(ROOT / "content" / "anthropic-asia-pacific", tmp_path / "brief")
    outlook = brief / "outlook.yaml"
    text = outlook.read_text().replace("so_what: The", 'so_what: "\\e[2J The', 1)
    outlook.write_text(text.replace("than it shows.", 'than it shows."', 1))
    header = brief / "brief.yaml"
    header.write_text(header.read_text().replace("source: ../../seeds/", "source: "))
    shutil.copy(ROOT / "seeds" / "anthropic-asia-pacific.yaml", brief)
    done = run("check", brief)
    assert (done.code, done.err) == (0, "1 problem\n")
    assert "warning: a control character, shown as ␛" in done.out


def test_the_shipped_brief_has_no_problems(tmp_path: Path) -> None:
    assert run("check", cwd=tmp_path).err == "0 problems\n"


# -- schema


def test_the_schema_is_json(tmp_path: Path) -> None:
    done = briefing("schema", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == json.loads(json.dumps(schema_of(None)))
    assert json.loads(briefing("schema", "risks").out) == json.loads(json.dumps(schema_of("risks")))


# -- what is not there, or cannot be read


@pytest.mark.parametrize(
    "words",
    [("nosuch",), ("export", "nosuch"), ("check", "nosuch"), ("search", "x", "--in", "nosuch")],
)
def test_a_path_that_is_not_there_is_named(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "briefing: there is no nosuch\n"


def test_a_mistyped_command_is_told_the_right_one(tmp_path: Path) -> None:
    done = run("exprot", cwd=tmp_path)
    assert done.code == 2
    assert done.err == "briefing: there is no exprot (did you mean the command 'export'?)\n"


def test_a_folder_without_a_brief_says_what_a_brief_is(tmp_path: Path) -> None:
    done = run("export", tmp_path)
    assert done.code == 2
    assert "a brief is a folder with a brief.yaml" in done.err


def test_a_name_that_is_no_text_is_shown_and_not_printed(tmp_path: Path) -> None:
    done = briefing(b"\xff\x1b]2;x\x07", cwd=tmp_path)
    assert done.code == 2
    assert done.err == "briefing: there is no <U+DCFF>␛]2;x␇\n"
    assert briefing("search", b"\xff", cwd=tmp_path).code == 1


def test_statements_of_a_library_are_exported_as_lines_of_json(tmp_path: Path) -> None:
    for folder in ("rivers/north", "south"):
        write_brief(tmp_path / folder)
    done = run("export", tmp_path, "-f", "ndjson")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 0
    assert {each["brief"] for each in found} == {"rivers/north", "south"}
    assert len({each["id"] for each in found}) == len(found)
    one = open_brief(tmp_path / "south")
    assert [each["statement"] for each in found if each["brief"] == "south"] == list(by_id(one))

    to_file = run("export", tmp_path, "-f", "ndjson", "-o", "all.json", cwd=tmp_path)
    assert (tmp_path / "all.json").read_bytes() == done.raw
    assert f"({len(done.raw)} bytes)" in to_file.err
    risks = run("export", tmp_path / "south", "-f", "ndjson", "-s", "risks")
    assert {json.loads(line)["section"] for line in risks.out.splitlines()} == {"risks"}
    assert all(json.loads(line)["id"].startswith("south#") for line in risks.out.splitlines())


def test_what_reads_of_a_broken_library_is_exported_and_the_rest_told(tmp_path: Path) -> None:
    write_brief(tmp_path / "a", risks="so_what: [")
    write_brief(tmp_path / "b")
    done = run("export", tmp_path, "-f", "ndjson")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert "risks.yaml:2:1: error" in done.err
    sections = {(each["brief"], each["section"]) for each in found}
    assert ("b", "risks") in sections
    assert ("a", "regions") in sections
    assert ("a", "risks") not in sections


def test_a_broken_brief_is_exported_with_its_problems_on_stderr(broken: Path) -> None:
    done = run("export", broken)
    assert done.code == 1
    assert "unknown key 'likelyhood'" in done.err
    assert "NORTHWIND BUILDS" not in done.out
    assert "BOTTOM LINE" in done.out
    assert "RISKS" in done.out
    assert done.out.count("could not be read") == 1


def test_a_brief_that_is_no_brief_at_all_is_no_traceback(tmp_path: Path) -> None:
    for number, header in enumerate((b"", b"- 1\n", b"\xff\xfe", b"a: &a [*a]\n", b"\0")):
        folder = write_brief(tmp_path / str(number), brief=header)
        assert run("export", folder).code == 1
    (tmp_path / "folder" / "brief.yaml").mkdir(parents=True)
    assert run("check", tmp_path / "folder").code == 1


# -- where there is no terminal to draw on


def test_without_a_terminal_the_plain_brief_is_printed(mill: Path, brief: Brief) -> None:
    done = briefing(mill)
    assert (done.code, done.out) == (0, plain(brief))
    assert briefing("read", mill).raw == done.raw


@pytest.mark.parametrize(
    "env",
    [
        {"TERM": "dumb"},
        *({"PYTHONIOENCODING": name} for name in ("latin-1", "ascii", "gbk")),
    ],
    ids=lambda env: next(iter(env.values())),
)
def test_a_terminal_that_cannot_draw_gets_the_plain_brief(
    mill: Path, brief: Brief, env: dict[str, str]
) -> None:
    with Terminal([*BRIEFING, str(mill)], rows=200, env=env) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        assert b"\x1b" not in terminal.raw
        assert bytes(terminal.raw).replace(b"\r\n", b"\n").decode("ascii") == plain(brief)


def test_input_from_elsewhere_is_no_keyboard(mill: Path, brief: Brief) -> None:
    with Terminal(["/bin/sh", "-c", '"$@" </dev/null', "sh", *BRIEFING, str(mill)]) as terminal:
        assert terminal.wait_exit() == 0
        assert bytes(terminal.raw).replace(b"\r\n", b"\n").decode() == plain(brief)


def test_letters_that_the_encoding_lacks_are_spelled_out(tmp_path: Path) -> None:
    outlook = OUTLOOK.replace("A plan without a site.", "Zdeněk\u2019s plan \u2013 «Café» 漢字.")
    folder = write_brief(tmp_path / "mill", outlook=outlook)
    done = briefing(folder, PYTHONIOENCODING="latin-1")
    assert (done.code, done.err) == (0, "")
    assert done.raw.isascii()
    assert "Zdenek's plan - " in done.out


# -- streams that are closed, full or cut off


@pytest.mark.parametrize(
    "command", ["export --full", "schema", "check broken", "--help", "search mill"]
)
def test_a_reader_that_has_enough_ends_the_command_quietly(broken: Path, command: str) -> None:
    done = shell(f'"$@" {command} | true; echo "${{PIPESTATUS[0]}}" >&2', broken.parent)
    assert done.out == ""
    lines = [line for line in done.err.splitlines() if not line.endswith(" problems")]
    assert lines in (["0"], ["1"])


def test_a_full_disk_is_told_in_a_line(tmp_path: Path) -> None:
    for command in ("export", "search chip", "schema", "--help"):
        done = shell(f'"$@" {command} >/dev/full', tmp_path)
        assert (done.code, done.err) == (2, "briefing: No space left on device\n")


def test_closed_streams_are_told_or_done_without(tmp_path: Path) -> None:
    assert shell('"$@" export >&-', tmp_path).err == "briefing: standard output is closed\n"
    assert shell('"$@" export >&-', tmp_path).code == 2
    assert shell('"$@" export >&- 2>&-', tmp_path).code == 2
    assert shell('"$@" export <&-', tmp_path).out == plain(open_brief(None))
    assert shell('"$@" <&-', tmp_path).out == plain(open_brief(None))
    assert shell('"$@" nosuch 2>&-', tmp_path).code == 2


INTERRUPTED = """
import sys
import briefing.library

def interrupted(_):
    raise KeyboardInterrupt

briefing.library.find = briefing.library.opening.find = interrupted
from briefing.__main__ import main
main()
"""


@pytest.mark.parametrize("arguments", [(), ("./x",), ("read",), ("export",)])
def test_ctrl_c_ends_a_command_quietly(arguments: tuple[str, ...]) -> None:
    done = _done(
        subprocess.run(
            [sys.executable, "-c", INTERRUPTED, *arguments],
            check=False,
            capture_output=True,
            timeout=60,
        )
    )
    assert (done.code, done.out, done.err) == (130, "", "")
