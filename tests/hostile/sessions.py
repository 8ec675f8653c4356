"""Everything that shows content, driven in a real terminal: what the terminal was sent comes back.

Nothing is looked at here but that the way goes on; what was sent is judged by tests/wire.py.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.sections import SECTIONS
from tests.hostile import witness
from tests.hostile.briefs import hostile
from tests.hostile.payloads import MARKUP
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (120, 40)
_LAST_ROWS = SIZE[1] - 1  # of a terminal whose reader is about to end
PYTHON = [sys.executable, "-m", "briefing"]
_FRAME = b"\x1b[?2026l"  # what ends one
_QUIET = 0.03  # seconds without an answer, after which the next key comes
_ALONE = 0.15  # after Escape: with a key right behind it, it would be Alt
_PAGES = 4  # at most, of a section
# a name for an editor, a window, a file: nothing in it may be obeyed either
NAME = "x\x1b]2;PWNED\x07\x9b31m\u202e[red]"
# as a launch, but that it leaves once the early frame is painted
_PROBE = "import sys; from briefing import early; early.paint(sys.argv[1:]); early.leave()"
EDITOR = f"/nowhere/{NAME}"
# all the commands of one terminal, one after the other in one process
_COMMANDS = """
import os, sys
from briefing.cli import cli
sys.stdout.reconfigure(write_through=True)
for line in map(eval, sys.argv[1:]):
    os.environ["TERM"] = "dumb" if line[0] == "read" else "xterm-256color"
    try:
        cli(line)
    except SystemExit as end:
        print("\\nended", end.code)
"""


def configure() -> None:
    """Have a config.toml in which all is wrong but the keys of two commands that have none."""
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "briefing"
    folder.mkdir(parents=True, exist_ok=True)
    said = json.dumps(NAME)
    wrong = f"theme = {said}\n{said} = 1\n[keys]\n{said} = {said}\nquit = {said}\n"
    (folder / "config.toml").write_text(f'{wrong}problems = "P"\nassume = "D"\n')


class Session:
    """A reader on a path, with keys that are pressed until it has answered.

    Nothing is drawn, which would take ten times as long: words are heard, not seen.
    """

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.mark = 0  # what was written before the last key

    def press(self, *keys: str) -> None:
        """Press keys one by one; the answer to each is waited for."""
        for key in keys:
            self.mark = len(self.terminal.raw)
            self.terminal.press(key)
            self.hear(_ALONE if key == "escape" else _QUIET)

    def paste(self, text: str) -> None:
        """Paste a text as terminals do."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def type(self, text: str) -> None:
        """Type a text."""
        self.mark = len(self.terminal.raw)
        self.terminal.write(text)
        self.hear(_QUIET)

    def hear(self, quiet: float) -> None:
        """Take in what is written until nothing comes any more, or a frame is there."""
        while self.terminal.receive(quiet):
            if self.terminal.raw.endswith(_FRAME) and quiet == _QUIET:
                return

    def see(self, words: str) -> None:
        """Wait until the words were written in answer to the last key."""
        while not self.heard(words):
            if not self.terminal.receive(20):
                self.terminal.settle()  # which draws all that was heard
                raise AssertionError(f"not heard: {words}\n{self.terminal.state()}")

    def heard(self, words: str) -> bool:
        """Whether the words were written in answer to the last key."""
        return words.encode() in self.terminal.raw[self.mark :]

    def leave(self) -> None:
        """Close a window; the next key would be its own, as long as it is there."""
        self.press("escape")
        self.see("EVIDENCE")

    def pages(self) -> None:
        """Page down until nothing moves."""
        for _ in range(_PAGES):
            self.press("space")
            if len(self.terminal.raw) == self.mark:
                return


def read(folder: Path, payloads: Sequence[str], cwd: Path) -> bytes:
    """Read a brief with every key there is; it is rewritten meanwhile. `witness.started` tells more."""
    pasted = " ".join(payloads)
    env = {"EDITOR": EDITOR, **witness.environment(cwd)}
    with _opened(folder, cwd, "EVIDENCE", env) as terminal:
        session = Session(terminal)
        _sections(session)
        _beside(session)
        _windows(session, pasted)
        _palette(session, pasted)
        _rewritten(session, folder)
        _clicks(session)
        session.press("q")
        assert terminal.wait_exit(drawn=False) == 0
        terminal.wait_gone()
        return bytes(terminal.raw)


def browse(library: Path, payloads: Sequence[str], cwd: Path) -> bytes:
    """Go through a library with every key there is, and into each of its briefs."""
    pasted = " ".join(payloads)
    with _opened(library, cwd, " briefs") as terminal:
        session = Session(terminal)
        session.see(" briefs")
        session.press("G", "g", "o", "o", "O", "f")
        session.paste(pasted)
        session.press("\x15", "escape", "escape")
        for key, heading in (("r", "RISKS"), ("d", "DATES")):
            session.press(key)
            session.see(heading)
            session.pages()
            session.press("f")
            session.paste(pasted)
            session.press("escape", "escape")
        _found(session, pasted)
        for _ in range(len([*library.iterdir()])):
            session.press("j", "enter")
            session.see("EVIDENCE")
            session.press("P")
            session.see("PROBLEMS")
            session.pages()
            session.press("2", "G", "A", "escape", "escape", "escape", "escape")
            session.see(" briefs")
        session.press("q")
        assert terminal.wait_exit(drawn=False) == 0
        terminal.wait_gone()
        return bytes(terminal.raw)


def _found(session: Session, pasted: str) -> None:
    session.press("/")
    session.see("Esc close")
    session.paste(pasted)
    session.press("\x15")
    session.paste("mill")  # at once: one answer
    session.see(" matches")
    session.press("down", "enter")
    session.see("hit ")
    session.press("n", "n", "n", "escape", "escape", "escape")
    session.see(" briefs")


def again(folder: Path, cwd: Path) -> bytes:
    """What the next launch shows before it has loaded anything."""
    command = [sys.executable, "-c", _PROBE, os.fspath(folder)]
    with Terminal(command, columns=SIZE[0], rows=_LAST_ROWS, cwd=cwd) as terminal:
        assert terminal.wait_exit() == 0
        return bytes(terminal.raw)


def commands(lines: Sequence[Sequence[str]], cwd: Path) -> tuple[bytes, list[int]]:
    """What the commands wrote, and the exit status of each."""
    command = [sys.executable, "-c", _COMMANDS, *map(repr, map(list, lines))]
    with Terminal(command, columns=SIZE[0], rows=SIZE[1], cwd=cwd) as terminal:
        assert terminal.wait_exit(60, drawn=False) == 0
        raw = bytes(terminal.raw)
    return raw, [int(line.split()[1]) for line in raw.decode().split("\n") if line[:6] == "ended "]


def _opened(folder: Path, cwd: Path, first: str, env: dict[str, str] | None = None) -> Terminal:
    configure()
    command = [*PYTHON, os.fspath(folder)]
    terminal = Terminal(command, columns=SIZE[0], rows=SIZE[1], cwd=cwd, env=env)
    terminal.wait_for(first)
    return terminal


def _sections(session: Session) -> None:
    headings = [section.title.upper() for section in SECTIONS]
    for number, heading in [*enumerate(headings, 1)][::-1]:
        session.press(str(number))
        session.see(heading)
        session.pages()
        session.press("v", "g", "v", "G", "enter", "w", "j", "j")


def _beside(session: Session) -> None:
    session.press("7", "G", "s")
    session.see("SOURCE for")
    session.press("tab", "space", "G", "tab", "z", "z", "G", "s", "t", "t", "t")
    session.press("a")
    session.pages()
    session.press("1", "9", "G", "y")
    session.press("2", "g", "G", "y")
    session.see("clipboard")
    session.press("Y")


def _windows(session: Session, pasted: str) -> None:
    session.press("2", "G", "k", "m")
    session.see("Enter mark")
    session.paste(pasted)
    session.press("enter")
    session.see("Marked")
    session.press("'")
    session.see("Enter go there")
    session.leave()
    session.press("/")
    session.see("Esc close")
    session.paste(pasted)
    session.press("\x15")
    for query in ("mill", "about:", "xyzzy [/red] mil"):
        session.press("\x15")
        session.type(query)
    session.press("\x15")
    session.type("mill")
    session.see("Search · ")
    session.press("enter")
    session.see("Quit")
    session.press("n", "n", "N", "x")
    session.see("Enter write")
    session.press("shift+tab")
    session.see("In the current folder")
    session.paste(f"nowhere/{pasted[:100]}")
    session.press("enter")
    session.see("annot write")
    session.leave()
    session.press("x")
    session.see("Enter write")
    session.press("enter")
    session.see("Saved ")
    session.press("e")
    session.see("Cannot start")
    session.press("?")
    session.see("Keys")
    session.leave()
    session.press("ctrl+c")


def _palette(session: Session, pasted: str) -> None:
    session.press("ctrl+p")
    session.paste(pasted)
    for _ in range(9):  # what is below it is drawn while it is still there
        session.press("escape", "P")
        session.hear(_ALONE)
        if session.heard("PROBLEMS"):
            break
    session.pages()
    session.press("D")
    session.see("Enter assume")
    session.paste(pasted)
    session.press("enter")
    session.leave()


def _clicks(session: Session) -> None:
    """Click on what looks like a link, a button or a way to quit."""
    terminal = session.terminal
    session.press("2", "G")
    terminal.forget()
    terminal.resize(SIZE[0], _LAST_ROWS)  # so that all of it is drawn anew, and can be found
    terminal.wait_for(lambda screen: screen.find("@click"))
    for words in ("[@click", "[link=", "http://", "vscode:"):
        if place := terminal.find(words):
            at = f"{place[1] + 3};{place[0] + 1}"
            session.type(f"\x1b[<0;{at}M\x1b[<0;{at}m")


def _rewritten(session: Session, folder: Path) -> None:
    """A file stops loading, and is another one then."""
    regions = folder / "regions.yaml"
    regions.write_text('"\\e[2J\u202e": [\n')
    session.see("Not reloaded")
    session.press("tab", "tab", "tab", "enter")
    session.pages()
    regions.write_text(hostile(MARKUP, len(MARKUP))["regions"])
    session.see("Reloaded")
