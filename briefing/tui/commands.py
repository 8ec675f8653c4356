"""Every command, declared once: it feeds the keys, the footer, the palette and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.binding import Binding

from briefing.model.sections import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

Owner = Literal["page", "panes", "reader", "app"]
Group = Literal["Move", "Find", "Read", "Share"]


class Command(NamedTuple):
    """What a person can do.

    `action` names the method `action_...` of its owner; `keys` are as Textual names them and
    `shown` as people read them; `footer` is the label in the footer, or "" for none; `palette`
    says whether the palette of commands lists it.
    """

    owner: Owner
    group: Group
    action: str
    keys: tuple[str, ...]
    shown: str
    help: str
    footer: str = ""
    palette: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("page", "Move", "step(1)", ("j", "down"), "j ↓", "next item", palette=False),
    Command("page", "Move", "step(-1)", ("k", "up"), "k ↑", "previous item", palette=False),
    Command(
        "page", "Move", "page(1)", ("space", "pagedown"), "Space PgDn", "a page down", palette=False
    ),
    Command("page", "Move", "page(-1)", ("b", "pageup"), "b PgUp", "a page up", palette=False),
    Command("page", "Move", "end(-1)", ("g", "home"), "g Home", "first item", palette=False),
    Command("page", "Move", "end(1)", ("G", "end"), "G End", "last item", palette=False),
    Command("reader", "Move", "number", (), "1-9", "section by number", palette=False),
    Command("reader", "Move", "turn(-1)", ("left_square_bracket",), "[", "previous section"),
    Command("reader", "Move", "turn(1)", ("right_square_bracket",), "]", "next section"),
    Command("panes", "Move", "other_pane", ("tab", "shift+tab"), "Tab", "other pane"),
    Command("page", "Read", "open", ("enter",), "Enter", "open the item", palette=False),
    Command("reader", "Read", "out", ("escape",), "Esc", "back one step", palette=False),
    Command("reader", "Read", "source", ("s",), "s", "source beside the claim", "Source"),
    Command("reader", "Read", "why", ("w",), "w", "why it holds, what falls", "Why"),
    Command("reader", "Read", "audit", ("a",), "a", "report of the audit", "Audit"),
    Command("reader", "Read", "assume", (), "", "assume another day of publication"),
    Command("panes", "Read", "zoom", ("z",), "z", "only this pane, or all"),
    Command(
        "reader",
        "Read",
        "trail(-1)",
        ("backspace", "less_than_sign"),
        "< Backspace",
        "back through jumps",
    ),
    Command("reader", "Read", "trail(1)", ("greater_than_sign",), ">", "forward again"),
    Command("reader", "Find", "search", ("slash",), "/", "search this brief", "Search"),
    Command("reader", "Find", "walk(1)", ("n",), "n", "next hit or citation"),
    Command("reader", "Find", "walk(-1)", ("N",), "N", "previous hit or citation"),
    Command("reader", "Share", "copy", ("y",), "y", "copy with citation"),
    Command("reader", "Share", "export", ("x",), "x", "export as plain text", "Export"),
    Command("reader", "Share", "export(True)", (), "", "export as plain text, every point"),
    Command(
        "app", "Find", "command_palette", ("ctrl+p",), "Ctrl+P", "every command", palette=False
    ),
    Command("app", "Share", "help", ("question_mark",), "?", "this help", "Help"),
    Command("app", "Share", "quit", ("q",), "q", "quit", "Quit"),
)
FOOTER = ("help", "search", "source", "why", "audit", "export", "quit")
GROUPS: tuple[Group, ...] = ("Move", "Read", "Find", "Share")


def bindings(owner: Owner) -> list[Binding]:
    """The key bindings of the commands that one kind of widget owns."""
    found = [
        Binding(",".join(command.keys), command.action, command.help, show=False)
        for command in COMMANDS
        if command.owner == owner and command.keys
    ]
    if owner == "reader":
        found += (
            Binding(str(number), f"section('{section.name}')", section.title, show=False)
            for number, section in enumerate(SECTIONS, 1)
        )
    return found


def in_footer() -> Iterator[Command]:
    """The commands of the footer, in its order."""
    return (command for name in FOOTER for command in COMMANDS if command.action == name)
