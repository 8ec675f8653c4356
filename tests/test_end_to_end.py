"""The program in a real terminal, key by key: what a person sees, and what is left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.export import file_name
from briefing.library import open_brief
from briefing.model.sections import SECTIONS
from briefing.model.statements import by_id
from tests.briefs import REGIONS, write_brief
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model.brief import Brief

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
BRIEFING = [sys.executable, "-m", "briefing"]
SIZES = [(80, 24), (120, 36)]
PROBLEMS = "sections marked with !"  # the footer of a brief that has some, for a while
AUDITED = "of 38 sentences"  # the last row of the overview to come
COLOURS = {30, 31, 32, 33, 34, 35, 36, 37, 38, 40, 41, 42, 43, 44, 45, 46, 47, 48, *range(90, 108)}

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def opened(
    path: Path,
    cwd: Path,
    size: tuple[int, int] = (80, 24),
    env: Mapping[str, str | None] | None = None,
    last: str = "q Quit",
) -> Terminal:
    """The reader on a brief, once it can be read and the last of its first frame is there."""
    columns, rows = size
    terminal = Terminal([*BRIEFING, str(path)], columns=columns, rows=rows, cwd=cwd, env=env)
    terminal.wait_for("BOTTOM LINE")
    terminal.wait_for(last)
    return terminal


def escape(terminal: Terminal, gone: str | Callable[[Terminal], bool]) -> None:
    """Press Escape until after what it takes away: with a key right behind it, it would be Alt."""
    terminal.press("escape")
    there = gone if callable(gone) else lambda screen: screen.find(gone) is not None
    terminal.wait_for(lambda screen: not there(screen))


def heading(terminal: Terminal) -> str:
    """The heading of the page: of the first row below the title and the strip that has one."""
    rows = [re.sub(r"^.{21}▕", "", line) for line in terminal.lines[2:4]]
    return next((row.split("   ")[0].strip() for row in rows if row.startswith("  ")), "")


def headed(words: str) -> Callable[[Terminal], bool]:
    return lambda terminal: heading(terminal) == words


def selected(terminal: Terminal) -> str:
    """The words of the selected item: the rows of the text pane with the cursor's bar."""
    rows = [re.sub(r"^.{21}▕", "", line) for line in terminal.lines[2:-1]]
    pane = [row.split("▏")[0] for row in rows if row.startswith("▌")]
    return " ".join(" ".join(pane).replace("▌", " ").split())


def figure_of(brief: Brief, value: str) -> str:
    return next(figure.id for figure in brief.figures.points if figure.value == value)


@sizes
def test_the_main_job(tmp_path: Path, size: tuple[int, int]) -> None:
    brief = open_brief(CONTENT)
    with opened(CONTENT, tmp_path, size) as terminal:
        assert terminal.in_alternate_screen

        # each of the keys 1 to 9 changes the heading to its section's
        assert heading(terminal) == "OVERVIEW"
        for number, section in [*enumerate(SECTIONS, 1)][::-1]:
            terminal.press(str(number))
            terminal.wait_for(headed(section.title.upper()))

        # a search, then on through its hits
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.write("chip")
        terminal.wait_for(r"Search · ")
        terminal.press("enter")
        terminal.wait_for(lambda screen: screen.find("Esc close") is None and selected(screen))
        hits = [selected(terminal)]
        for _ in "nn":
            terminal.press("n")
            terminal.wait_for(lambda screen: selected(screen) not in {"", *hits})
            hits.append(selected(terminal))
        assert len(set(hits)) == 3
        assert any("chip" in hit.casefold() for hit in hits)

        # the source beside the $2.9 billion point shows paragraph 6, marked
        escape(terminal, marked)
        terminal.press("7")
        terminal.wait_for(headed("FIGURES"))
        key = figure_of(brief, "$2.9 billion")
        while not selected(terminal).startswith(key):
            before = selected(terminal)
            terminal.press("j")
            terminal.wait_for(lambda screen, last=before: selected(screen) != last)  # type: ignore[misc]
        terminal.press("s")
        terminal.wait_for(f"SOURCE for {key}")
        terminal.wait_for("▸P6")
        row, column = terminal.find("▸P6") or (0, 0)
        assert row <= 2 + (size[1] - 3) * 2 // 3
        assert terminal.cell(row, column + 1).reverse or terminal.cell(row, column + 1).bold
        assert terminal.find("P6.3  figures $2.9 billion") is not None

        # x writes the bytes of the export
        terminal.press("x")
        terminal.wait_for("Enter write")
        terminal.press("enter")
        terminal.wait_for("Saved ")
        written = tmp_path / file_name(brief, ".txt")
        exported = subprocess.run(
            [*BRIEFING, "export", str(CONTENT)], check=True, capture_output=True
        ).stdout
        assert written.read_bytes() == exported
        assert list(tmp_path.iterdir()) == [written]

        # q leaves the terminal as it was
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert not terminal.in_alternate_screen
        assert terminal.leftovers() == []
        assert terminal.text.strip() == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_leaves_the_terminal_clean(tmp_path: Path, number: signal.Signals) -> None:
    with opened(CONTENT, tmp_path) as terminal:
        terminal.press("3")
        terminal.wait_for(headed("MOTIVES"))
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
        assert not terminal.in_alternate_screen
        assert terminal.leftovers() == []


@pytest.mark.parametrize("owned", [True, False], ids=["with a signal", "without one"])
def test_the_reader_ends_with_its_terminal(tmp_path: Path, *, owned: bool) -> None:
    command = [*BRIEFING, "read", str(CONTENT)]
    with Terminal(command, cwd=tmp_path, owned=owned) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.hang_up()
        assert terminal.wait_exit() == 128 + signal.SIGHUP


def test_the_keyboard_survives_a_change_of_size(tmp_path: Path) -> None:
    with opened(CONTENT, tmp_path, (120, 36)) as terminal:
        terminal.wait_for(AUDITED)
        before = terminal.lines
        terminal.resize(60, 20)
        terminal.wait_for(lambda screen: "▏" not in screen.text)
        terminal.press("5")
        terminal.wait_for(headed("RISKS"))
        terminal.press("1")
        terminal.resize(120, 36)
        terminal.wait_for(lambda screen: screen.lines == before)
        terminal.press("q")
        assert terminal.wait_exit() == 0


def colour_codes(raw: bytes | bytearray) -> set[int]:
    """The parameters of every SGR sequence that set a colour."""
    found: set[int] = set()
    for match in re.finditer(rb"\x1b\[([0-9;:]*)m", raw):
        found |= {int(part) for part in re.split(rb"[;:]", match[1]) if part}
    return found & COLOURS


def test_no_color_has_no_colour_and_the_selection_is_seen(tmp_path: Path) -> None:
    with opened(CONTENT, tmp_path, (120, 36)) as coloured:
        coloured.wait_for(AUDITED)
        words = coloured.text.replace("✓", " ")  # which follows the first frame
        cells = [coloured.cell(row, column) for row in range(36) for column in range(120)]
        assert {cell.bg for cell in cells} == {"14161a"}  # the terminal's own may be light
        assert colour_codes(coloured.raw)
    with opened(CONTENT, tmp_path, (120, 36), {"NO_COLOR": "1"}) as terminal:
        terminal.wait_for(AUDITED)
        assert terminal.text.replace("✓", " ") == words
        assert selected(terminal)
        terminal.press("5", "j")
        terminal.wait_for(lambda screen: selected(screen).startswith("RK"))
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.write("chip")
        terminal.wait_for("Search · ")
        terminal.press("enter")
        terminal.wait_for(lambda screen: screen.find("Esc close") is None and selected(screen))
        terminal.wait_for(marked)
        escape(terminal, marked)
        terminal.press("7", "s")
        terminal.wait_for("SOURCE for")
        terminal.press("?")
        terminal.wait_for("Keys")
        escape(terminal, "Keys")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert colour_codes(terminal.raw) == set()


def marked(terminal: Terminal) -> bool:
    """Whether a word that was searched for stands out on the screen."""
    screen = terminal.emulator.screen
    cells = [screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns)]
    return "chip" in "".join(cell.data for cell in cells if cell.reverse).casefold()


def test_a_broken_brief_opens_and_says_where(tmp_path: Path) -> None:
    regions = REGIONS.replace("mill in Arland.", "mill \x1b]2;PWNED\x07\x1b[2J in Arland.")
    folder = write_brief(tmp_path / "mill", regions=regions)
    with opened(folder, tmp_path, last=PROBLEMS) as terminal:
        terminal.press("2")
        terminal.wait_for("cannot be read")
        assert terminal.find("regions.yaml:8:") is not None
        assert terminal.emulator.title == ""
        terminal.press("3")
        terminal.wait_for(headed("MOTIVES"))
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert b"PWNED\x07" not in terminal.raw


def test_every_statement_of_the_brief_can_be_reached_from_the_search(tmp_path: Path) -> None:
    """A search for an id, Enter: there it is."""
    brief = open_brief(CONTENT)
    ids = [key for key in by_id(brief) if re.fullmatch(r"[A-Z]+\d+", key)][::16]
    with opened(CONTENT, tmp_path, (120, 36)) as terminal:
        for key in ids:
            terminal.press("/")
            terminal.wait_for("Esc close")
            terminal.write(key)
            terminal.wait_for(f"▌ {key} ")
            terminal.press("enter")
            terminal.wait_for(lambda screen, key=key: selected(screen).startswith(key))  # type: ignore[misc]
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_noise_on_the_line_does_not_end_the_reader(tmp_path: Path) -> None:
    noises = [
        b"\xff\xfe",
        b"\x1b[999999999;1H",
        b"\x1b[99999999999999999999u",
        b"\x1b[<0;99999999;9999999M",
    ]
    with opened(CONTENT, tmp_path) as terminal:
        for number, noise in enumerate(noises, 3):
            os.write(terminal._master, noise)
            terminal.settle()
            terminal.press(str(number))
            terminal.wait_for(headed(SECTIONS[number - 1].title.upper()))
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


EDITOR = """#!/bin/sh
# an editor that types: $1 is the line, $2 the file
printf '%s\\n' "$@" >"$ASKED"
trap '' INT
stty -a | grep -q ' echo ' && printf 'in the editor'
read -r _
stty raw -echo
sed -i 's/Two firms look/Three firms look/' "$2"
{end}
"""


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("exit 0", "Reloaded: 1 statement changed."),
        ("exit 3", "ended with status 3"),
        ("kill -9 $$", "ended by signal 9"),
    ],
)
def test_the_editor_has_the_terminal_and_gives_it_back(tmp_path: Path, end: str, told: str) -> None:
    folder, editor = write_brief(tmp_path / "valley"), tmp_path / "vi"
    editor.write_text(EDITOR.replace("{end}", end))
    editor.chmod(0o755)
    env = {"EDITOR": str(editor), "ASKED": str(tmp_path / "asked")}
    with opened(folder, tmp_path, env=env) as terminal:
        terminal.press("2", "G")
        terminal.wait_for(lambda screen: selected(screen).startswith("R3"))
        terminal.press("e")
        terminal.wait_for("in the editor")
        assert not terminal.in_alternate_screen
        terminal.press("ctrl+c", "enter")  # Ctrl+C is the editor's as well
        terminal.wait_for("Three firms look")
        terminal.wait_for(told)
        assert terminal.in_alternate_screen
        assert selected(terminal).startswith("R3")
        line, file = (tmp_path / "asked").read_text().split()
        assert Path(file) == folder / "regions.yaml"
        assert "id: R3" in REGIONS.splitlines()[int(line[1:]) - 1]
        terminal.press("5")
        terminal.wait_for(headed("RISKS"))
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


def test_an_editor_that_is_not_there_leaves_the_reader_open(tmp_path: Path) -> None:
    with opened(CONTENT, tmp_path, env={"VISUAL": "/nowhere/vi"}) as terminal:
        terminal.press("e")
        terminal.wait_for("Cannot start /nowhere/vi: there is no such program.")
        terminal.press("4")
        terminal.wait_for(headed("COMPETITORS"))
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


def test_a_save_from_elsewhere_is_shown_by_itself(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "valley")
    with opened(folder, tmp_path) as terminal:
        terminal.press("2")
        terminal.wait_for("Two firms look")
        new = tmp_path / "new.yaml"  # as editors that write by another name
        new.write_text(REGIONS.replace("Two firms", "Three firms"))
        new.replace(folder / "regions.yaml")
        terminal.wait_for("Three firms look")
        (folder / "regions.yaml").write_text("entries: [")
        terminal.wait_for("Not reloaded: regions.yaml:2")
        assert terminal.find("Three firms look")
        (folder / "regions.yaml").write_text(REGIONS)
        terminal.wait_for("Two firms look")
        terminal.wait_for(lambda screen: screen.find("Not reloaded") is None)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


def test_a_paste_that_never_ends_leaves_the_keyboard_alive(tmp_path: Path) -> None:
    with opened(CONTENT, tmp_path) as terminal:
        terminal.write("/")
        terminal.wait_for("Esc close")
        terminal.write("\x1b[200~chip")
        terminal.wait_for("Search · ")  # the paste is taken once nothing more comes
        escape(terminal, "Esc close")
        terminal.press("5")
        terminal.wait_for(headed("RISKS"))


def test_a_suspended_reader_gives_the_shell_back_and_draws_itself_again(tmp_path: Path) -> None:
    program = f"{sys.executable} -m briefing {CONTENT}"
    with Terminal(["bash", "--norc", "-i"], cwd=tmp_path, env={"PS1": "shell$ "}) as terminal:
        terminal.wait_for("shell$")
        terminal.write(f"{program}\n")
        terminal.wait_for("q Quit")
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        assert not terminal.in_alternate_screen
        terminal.write("fg\n")
        terminal.wait_for("q Quit")
        terminal.press("5")
        terminal.wait_for(headed("RISKS"))
        terminal.press("q")
        terminal.wait_for(lambda screen: not screen.in_alternate_screen)


def test_where_nobody_could_bring_it_back_the_reader_is_not_suspended(tmp_path: Path) -> None:
    with opened(CONTENT, tmp_path) as terminal:
        terminal.press("ctrl+z")
        terminal.wait_for(lambda screen: screen.raw.count(b"\x1b[?1049h") > 1)
        terminal.wait_for("q Quit")
        terminal.press("5")
        terminal.wait_for(headed("RISKS"))
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
