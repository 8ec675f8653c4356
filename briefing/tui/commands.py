"""Every command, declared once: it feeds the keys, the footer, the palette and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.config import Keys

Owner = Literal["page", "panes", "reader", "shelved", "library", "app"]
Scene = Literal["brief", "shelved", "library"]  # one brief, one of a library, its list
Group = Literal["Move", "Find", "Read", "Share"]


class Command(NamedTuple):
    """What a person can do.

    `id` names it, in a configuration too; `action` names the method `action_...` of its owner,
    in which "do('finding.search')" is the function of `tui/actions/` of that name. `keys` are as
    Textual names them and `shown` as people read them; `footer` is the label in the footer, or
    "" for none; `palette` says whether the palette of commands lists it. `pair` is what the help
    says of it together with the command after it, which is its opposite. `listed` is what the help
    says of it on the list of a library: None where it does nothing there, "" for the same words.
    """

    id: str
    owner: Owner
    group: Group
    action: str
    keys: tuple[str, ...]
    shown: str
    help: str
    footer: str = ""
    palette: bool = True
    pair: str = ""
    listed: str | None = None


def _moving(  # noqa: PLR0913, PLR0917 - the fields of a command
    id_: str, action: str, keys: tuple[str, ...], shown: str, help_: str, pair: str = ""
) -> Command:
    """A command of the page itself, which the palette does without."""
    listed = None if action.startswith("across") else ""
    return Command(
        id_, "page", "Move", action, keys, shown, help_, palette=False, pair=pair, listed=listed
    )


def _doing(  # noqa: PLR0913, PLR0917 - the fields of a command
    id_: str,
    group: Group,
    does: str,
    keys: tuple[str, ...],
    shown: str,
    help_: str,
    footer: str = "",
    pair: str = "",
    owner: Owner = "reader",
    listed: str | None = None,
) -> Command:
    """A command of a screen: what it does stands in `tui/actions/`."""
    module_function, _, argument = does.partition(" ")
    action = f"do('{module_function}'{argument and ', ' + argument})"
    return Command(id_, owner, group, action, keys, shown, help_, footer, pair=pair, listed=listed)


def _across(id_: str, owner: Owner, does: str, key: str, help_: str, footer: str = "") -> Command:  # noqa: PLR0913, PLR0917 - the fields of a command
    """A command that there is only where there is a library."""
    listed = "" if owner == "library" else None
    return _doing(id_, "Find", does, (key,), key, help_, footer, owner=owner, listed=listed)


COMMANDS: tuple[Command, ...] = (
    _moving("next-item", "step(1)", ("j", "down"), "j ↓", "next item", "next, previous item"),
    _moving("previous-item", "step(-1)", ("k", "up"), "k ↑", "previous item"),
    _moving(
        "page-down",
        "page(1)",
        ("space", "pagedown"),
        "Space PgDn",
        "a page down",
        "a page down, up",
    ),
    _moving("page-up", "page(-1)", ("b", "pageup"), "b PgUp", "a page up"),
    _moving("first-item", "end(-1)", ("g", "home"), "g Home", "first item", "first, last item"),
    _moving("last-item", "end(1)", ("G", "end"), "G End", "last item"),
    _moving(
        "left", "across(-1)", ("h", "left"), "h ←", "left in a chart", "left, right in a chart"
    ),
    _moving("right", "across(1)", ("l", "right"), "l →", "right in a chart"),
    Command("section", "reader", "Move", "number", (), "1-9", "section by number", palette=False),
    _doing(
        "previous-section",
        "Move",
        "moving.turn -1",
        ("left_square_bracket",),
        "[",
        "previous section",
        pair="previous, next section",
    ),
    _doing("next-section", "Move", "moving.turn 1", ("right_square_bracket",), "]", "next section"),
    Command("other-pane", "panes", "Move", "other_pane", ("tab", "shift+tab"), "Tab", "other pane"),
    Command(
        "open",
        "page",
        "Read",
        "open",
        ("enter",),
        "Enter",
        "open the item",
        palette=False,
        listed="open the brief",
    ),
    _doing("out", "Read", "moving.out", ("escape",), "Esc", "back one step", listed=""),
    _doing("source", "Read", "grounds.source", ("s",), "s", "source beside the claim", "Source"),
    _doing("why", "Read", "grounds.why", ("w",), "w", "why it holds, what falls", "Why"),
    _doing("audit", "Read", "auditing.report", ("a",), "a", "report of the audit", "Audit"),
    _doing("assume", "Read", "auditing.assume", (), "", "assume another day of publication"),
    Command("zoom", "panes", "Read", "zoom", ("z",), "z", "only this pane, or all"),
    _doing("as-text", "Read", "showing.plain", ("v",), "v", "chart or plain text"),
    _doing(
        "sort",
        "Read",
        "showing.sort",
        ("o",),
        "o",
        "sort by the next column",
        pair="sort, reverse",
        listed="",
    ),
    _doing(
        "reverse", "Read", "showing.reverse", ("O",), "O", "sort the other way round", listed=""
    ),
    _doing(
        "back",
        "Move",
        "moving.trail -1",
        ("less_than_sign", "backspace"),
        "< Backspace",
        "back through jumps",
        pair="back, forward",
    ),
    _doing("forward", "Move", "moving.trail 1", ("greater_than_sign",), ">", "forward again"),
    _doing(
        "search",
        "Find",
        "finding.search",
        ("slash",),
        "/",
        "search this brief",
        "Search",
        listed="search all briefs",
    ),
    _across("filter", "library", "listing.filter", "f", "filter the list", "Filter"),
    _across("all-risks", "library", "listing.risks", "r", "risks of these briefs", "Risks"),
    _across("all-dates", "library", "listing.dates", "d", "dates of these briefs", "Dates"),
    _across("about", "shelved", "shelved.about", "A", "all statements about it"),
    _doing(
        "next-hit",
        "Find",
        "finding.walk 1",
        ("n",),
        "n",
        "next hit or citation",
        pair="next, previous hit",
    ),
    _doing("previous-hit", "Find", "finding.walk -1", ("N",), "N", "previous hit or citation"),
    _doing(
        "next-change",
        "Find",
        "remembering.change 1",
        ("c",),
        "c",
        "next change since you read it",
        pair="next, previous change",
    ),
    _doing("previous-change", "Find", "remembering.change -1", ("C",), "C", "previous change"),
    _doing("toggle-read", "Read", "remembering.toggle_read", ("u",), "u", "section read, unread"),
    _doing(
        "mark",
        "Read",
        "remembering.mark",
        ("m",),
        "m",
        "mark, with a note",
        pair="mark, list marks",
    ),
    _doing("marks", "Read", "remembering.marks", ("apostrophe",), "'", "list your marks"),
    _doing(
        "copy",
        "Share",
        "sharing.copy",
        ("y",),
        "y",
        "copy with citation",
        pair="copy statement, section",
    ),
    _doing("copy-section", "Share", "sharing.copy_section", ("Y",), "Y", "copy the section"),
    _doing("edit", "Share", "editing.edit", ("e",), "e", "edit it in your editor"),
    _doing("problems", "Read", "following.problems", (), "", "every problem of the files"),
    _doing("export", "Share", "sharing.export", ("x",), "x", "export text or JSON", "Export"),
    _doing("export-full", "Share", "sharing.export_full", (), "", "export, every point"),
    _doing("theme", "Share", "looks.theme", ("t",), "t", "theme: dark, light, own", listed=""),
    Command(
        "palette",
        "app",
        "Find",
        "command_palette",
        ("ctrl+p",),
        "Ctrl+P",
        "every command",
        palette=False,
        listed="",
    ),
    Command(
        "help", "app", "Share", "help", ("question_mark",), "?", "this help", "Help", listed=""
    ),
    Command("quit", "app", "Share", "quit", ("q",), "q", "quit", "Quit", listed=""),
)
FOOTER = ("help", "search", "filter", "source", "all-risks", "all-dates", "export", "quit")
GROUPS: tuple[Group, ...] = ("Move", "Read", "Find", "Share")


def own_keys() -> dict[str, Keys]:
    """The keys that come with each command that a user may give others, by id."""
    return {command.id: command.keys for command in COMMANDS if command.keys or not command.shown}


def with_keys(keys: Mapping[str, Keys]) -> Sequence[Command]:
    """The commands, some of them with the keys that a user has chosen."""
    if not keys:
        return COMMANDS
    from briefing.config.names import shown  # noqa: PLC0415 - for those who have chosen

    return [
        command._replace(keys=chosen, shown=" ".join(map(shown, chosen)))
        if (chosen := keys.get(command.id)) is not None
        else command
        for command in COMMANDS
    ]


def commands_on(scene: Scene, commands: Sequence[Command] = COMMANDS) -> Sequence[Command]:
    """The commands that a scene has, in the words that hold there."""
    if scene == "library":
        found = (command for command in commands if command.listed is not None)
        return [c._replace(help=c.listed, pair="") if c.listed else c for c in found]
    others = {"library", "shelved"} - {scene}
    return [command for command in commands if command.owner not in others]


def key_of(name: str, commands: Sequence[Command] = COMMANDS) -> str:
    """The first key of a command as people read it; of one without a key, its id in quotes."""
    found = next(command for command in commands if command.id == name)
    return found.shown.partition(" ")[0] or f"'{name}'"


def in_footer(commands: Sequence[Command] = COMMANDS) -> Iterator[Command]:
    """The commands of the footer that have a key, in its order."""
    return (c for name in FOOTER for c in commands if c.id == name and c.shown)


def in_help(group: Group, commands: Sequence[Command] = COMMANDS) -> Iterator[tuple[str, str]]:
    """The lines of a group in the help: keys and what they do, opposites on one line."""
    told = iter([command for command in commands if command.group == group])
    for command in told:
        pair = [command, next(told)] if command.pair else [command]
        if all(one.shown for one in pair):
            yield " ".join(one.shown for one in pair), command.pair or command.help
        else:
            yield from ((one.shown, one.help) for one in pair if one.shown)
