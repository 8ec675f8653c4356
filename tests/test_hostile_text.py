"""Nothing of a file, a name or an argument is obeyed by the terminal, whatever shows it.

Real programs in real terminals; what counts is the bytes that the terminal was sent.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pytest

from briefing.audit.output import as_json as audit_as_json
from briefing.export import as_json, as_ndjson, hits_as_json
from briefing.export.differences import differences, differences_as_json
from briefing.library import audit_of
from briefing.loading import load
from briefing.model.statements import statements
from briefing.text import on_one_line
from tests.briefs import write_brief
from tests.hostile import sessions, witness
from tests.hostile.briefs import FREE, article, broken, record, write_hostile
from tests.hostile.payloads import FIXED, MARKUP, generated
from tests.hostile.sessions import EDITOR, NAME, PYTHON, SIZE
from tests.wire import copied, foreign, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.brief import Brief
    from briefing.model.statements import Statement

PAYLOADS = [*FIXED.values(), *MARKUP]
SOME = [*generated(6, 40)]
MAIN = "from briefing.__main__ import main; main()"
# what the name of a folder may be: anything but NUL and "/"
NAMES = [
    "a\x1b]2;PWNED\x07",
    "b\x9b31m\u202e[red]",
    "c\nd\r\x85e",
    "f\udc9b31m\udcff",
    "g" + "\u0301" * 9,
    "[@click=app.quit]q[/]",
]
_NAMED = {"source", "file"}  # text too, but the path of a file that has to be there


def parts(brief: Brief) -> Iterator[msgspec.Struct]:
    """Every struct of what was loaded."""
    waiting: list[Any] = [getattr(brief, name) for name in ("header", "source", "outlook")]
    waiting += [brief.regions, brief.motives, brief.competitors]
    waiting += [brief.risks, brief.timeline, brief.figures]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            waiting += part
        elif isinstance(part, msgspec.Struct):
            yield part
            waiting += msgspec.structs.astuple(part)


def free(field: msgspec.inspect.Field) -> bool:
    """Whether people write what they like into it."""
    waiting, found = [field.type], False
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, msgspec.inspect.Metadata) and not {"ref", "pattern"} & {
            *(kind.extra or ())
        }:
            waiting.append(kind.type)
        elif isinstance(kind, msgspec.inspect.UnionType):
            waiting += kind.types
        elif isinstance(kind, msgspec.inspect.VarTupleType):
            waiting.append(kind.item_type)
        elif isinstance(kind, msgspec.inspect.StrType):
            found = found or kind.pattern is None
    return found


def test_no_free_text_of_the_format_is_left_out(tmp_path: Path) -> None:
    brief = load(write_hostile(tmp_path, PAYLOADS, each=len(PAYLOADS)))
    assert not brief.broken
    tried = set()
    for part in parts(brief):
        info = msgspec.inspect.type_info(type(part))
        assert isinstance(info, msgspec.inspect.StructType)
        for field in filter(free, info.fields):
            if value := getattr(part, field.name):
                hostile = "Mill " in str(value)
                assert hostile == (field.name not in _NAMED), (info.cls, field.name)
                assert (
                    foreign(" ".join(value if isinstance(value, tuple) else [value]).encode()) == []
                )
                tried.add(field.name)
    assert tried == FREE | _NAMED


def shown(raw: bytes) -> str:
    """The words that were sent, without the white space that breaks lines."""
    return "".join(words(raw).split())


def missing(raw: bytes, payloads: Sequence[str]) -> list[str]:
    """The payloads of which nothing was seen."""
    seen = shown(raw)
    return [p for p in payloads if "".join(on_one_line(p).split()) not in seen]


def test_reading_a_hostile_brief(tmp_path: Path) -> None:
    folder = write_hostile(tmp_path / "mill\x1b]2;PWNED\x07\u202e", PAYLOADS)
    raw = sessions.read(folder, PAYLOADS, tmp_path)
    assert foreign(raw, *SIZE) == []
    assert missing(raw, PAYLOADS) == []
    assert len(copied(raw)) == 3
    (saved,) = tmp_path.glob("*.txt")
    assert foreign(saved.read_bytes()) == []
    check = (sys.executable, "-P", "-m", "briefing", "check", "--format", "json", "--")
    calls = witness.started(tmp_path)
    assert {call[1:-1] for call in calls} == {check, (EDITOR,)}
    # from Python 3.13 on the one starts them by way of the other
    assert {call[0] for call in calls} <= {"subprocess.Popen", "os.posix_spawn"}
    assert all(call[-1].startswith(str(folder)) for call in calls)
    early = sessions.again(folder, tmp_path)
    assert early.startswith(b"\x1b[?2026h")
    assert foreign(early, *SIZE) == []
    assert "Mill" in words(early)


def test_the_commands_on_hostile_files(tmp_path: Path) -> None:
    library = tmp_path / f"lib{NAME}"
    for name in NAMES:
        write_hostile(library / name, PAYLOADS, each=4)
    text = article([p for p in PAYLOADS if "\r" not in p])
    one = write_hostile(tmp_path / NAMES[0], SOME, record=record(text), article=text)
    other = write_brief(tmp_path / NAMES[1], **dict(broken(PAYLOADS)))
    (other / f"{NAME}.yaml").write_text("")
    (tmp_path / f"{NAME}.txt").write_text(text)
    sessions.configure()
    lines = [
        *(["export", *options, path] for path in (one, other) for options in ((), ("--full",))),
        *(["export", "-f", kind, path] for path in (one, other) for kind in ("json", "ndjson")),
        ["export", "--full", "--ascii", "--width", "30", one],
        ["export", "-f", "ndjson", library],
        ["export", library],
        ["check", library, one, other],
        *(["check", "-f", kind, library / NAMES[1], other] for kind in ("json", "github")),
        ["check", "--ledger", one],
        ["check", "--source", f"{NAME}.txt", one],
        ["check", "--source", other, one],
        *(["search", *options, "mill"] for options in (("--in", one), ("--in", other, "--json"))),
        *(["search", *options, "mill", "--in", library] for options in ((), ("--json",))),
        ["search", "--in", one, "--", *PAYLOADS],
        ["search", "--in", one, f"when:{NAME}", f"in:{NAME}", f"about:{NAME}"],
        ["index", library],
        *(["diff", *options, library / NAMES[1], one] for options in ((), ("--json",))),
        ["diff", one, other],
        ["new", NAME],
        ["new", "harbour", "--article", f"{NAME}.txt", "--in", library],
        ["new", "harbour", "--article", f"{NAME}.txt", "--in", library],
        ["new", "harbour", "--in", NAME],
        ["source", f"{NAME}.txt"],
        ["source", f"{NAME}.txt", "-o", one / "record.source"],
        ["source", f"{NAME}.txt", "-o", other / "brief.yaml"],
        ["source", other],
        ["export", NAME],
        ["export", "-o", f"{NAME}.out", one],
        ["export", "-o", f"{NAME}.out", one],
        ["export", f"--{NAME}"],
        ["export", "-f", NAME],
        ["export", "--width", NAME],
        ["check", NAME, NAME],
        [NAME, NAME],
        ["keys"],
        ["read", one],
        ["read", other],
        ["read", library],
    ]
    raw, ended = sessions.commands([[*map(os.fspath, line)] for line in lines], tmp_path)
    assert foreign(raw.replace(b"\t", b" "), *SIZE) == []  # fields of hits are apart by tabs
    assert b"Traceback" not in raw
    assert len(ended) == len(lines)
    assert missing(raw, PAYLOADS) == []
    made = [tmp_path / f"{NAME}.yaml", tmp_path / f"{NAME}.out", *(library / "harbour").glob("*.*")]
    assert len(made) > 9
    for file in filter(Path.is_file, made):
        assert foreign(file.read_bytes()) == [], file.name


def test_reading_a_hostile_library(tmp_path: Path) -> None:
    library = tmp_path / f"lib{NAME}"
    names = [NAMES[0], NAMES[2], NAMES[3]]
    for name in names[:2]:
        write_hostile(library / name, PAYLOADS)
    write_brief(library / names[2], **dict(broken(PAYLOADS)))
    raw = sessions.browse(library, PAYLOADS, tmp_path)
    assert foreign(raw, *SIZE) == []
    assert missing(raw, names[:2]) == []
    assert "f<U+DC9B>31m<U+DCFF>" in shown(raw)


def test_what_the_librarian_tells(tmp_path: Path) -> None:
    library = tmp_path / f"lib{NAME}"
    for name in NAMES:
        write_hostile(library / name, SOME)
    command = [*PYTHON, "index", str(library), "--follow"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        told = b"".join(iter(process.stdout.readline, b'{"type":"idle"}\n'))
        process.stdin.close()
        told += process.stdout.read()
    assert foreign(told) == []
    assert "Mill" in words(told)


COMPLETING = f"import sys; sys.argv = ['briefing']; {MAIN}"
TYPED = "mill\x9b31m\u202e"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_shell_is_offered(tmp_path: Path, shell: str) -> None:
    """The names of files it looks up itself; it hears what was typed, as it was."""
    for name in NAMES:
        write_hostile(tmp_path / name, SOME)
    env = {**os.environ, "_BRIEFING_COMPLETE": f"{shell}_complete"}
    for typed in (TYPED, "mill\udcff", None):
        word = {"COMP_CWORD": typed if shell == "fish" else "1"} if typed else {}
        done = subprocess.run(
            [sys.executable, "-c", COMPLETING],
            env={**env, **word, "COMP_WORDS": f"briefing {typed}"},
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (typed != TYPED, b"")
        assert foreign(done.stdout.replace(TYPED.encode(), b"")) == []
        assert done.stdout.count(TYPED.encode()) == (typed == TYPED)


BROKEN = f"""
import sys
from briefing import library

def broken(*_):
    raise {{}}({NAME!r})

library.open_brief = broken
{MAIN}
"""


@pytest.mark.parametrize("error", ["ValueError", "OSError"])
def test_what_is_told_where_the_program_fails(home: Path, tmp_path: Path, error: str) -> None:
    folder = write_brief(tmp_path / NAME)
    state = home / NAME
    done = subprocess.run(
        [sys.executable, "-c", BROKEN.format(error), "export", folder],
        env={**os.environ, "XDG_STATE_HOME": str(state), "BRIEFING_DEBUG": "1"},
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert foreign(done.stderr) == []
    reports = [*state.rglob("*.txt")]
    assert len(reports) == (error == "ValueError")
    for report in reports:
        assert foreign(report.read_bytes()) == []


class Found(NamedTuple):
    """A hit, as far as JSON knows hits."""

    statement: Statement
    brief: str


def test_json_is_exact_and_harmless(tmp_path: Path) -> None:
    name = f"{NAMES[0]}{NAMES[2]}"
    brief = load(write_hostile(tmp_path / name, PAYLOADS))
    document = as_json(brief)
    lines = [*as_ndjson(brief, name)]
    hits = hits_as_json([Found(statement, name) for statement in statements(brief)])
    report = audit_as_json([(name, audit_of(brief), None)])
    compared = differences_as_json(differences(brief, brief))
    for text in (document, *lines, hits, report, compared):
        assert foreign(text.encode()) == []
    told = json.loads(document)
    assert told["header"]["title"] == brief.header.title
    assert told["sections"]["regions"]["so_what"] == brief.regions.so_what
    assert {json.loads(line)["brief"] for line in lines} == {name}
    assert json.loads(lines[0])["title"] == brief.header.title
    assert {json.loads(line)["brief"] for line in hits.splitlines()} == {name}
    assert json.loads(report)["briefs"][0]["brief"] == name
