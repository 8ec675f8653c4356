"""What a brief says, field by field, and what another version of it says differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import asdict

from briefing.model.sections import SECTION_NAMES, SectionName
from briefing.model.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.brief import Brief

    # by section, the id of a statement, and the name of a field; nothing but texts, so JSON too
    Fields = dict[str, str]
    Told = dict[SectionName, dict[str, Fields]]

HEADER = "brief"  # the id that the fields of brief.yaml are told under, in the overview

# The order in which people read the fields; whatever is not named here comes after.
_READ_FIRST = (
    "title text summary signal digest subject as_of scale"
    " likelihood impact confidence resolves_by"
    " when after months label status value qualifier unit missing"
    " stance marker at roles place topic kind"
    " cause event consequence bearer response trigger"
    " because if_wrong rests_on between would_change moves about same_as"
)
# The id names the statement; points are statements of their own; cards and fingerprints are for
# programs, and a paragraph that changed says so in `changed`.
_UNTOLD = {"id", "points", "sentences", "fingerprint", "format"}

Kind = Literal["added", "removed", "reworded"]


class Wording(NamedTuple):
    """A field before and after, "" where it was not or is no more."""

    field: str
    old: str
    new: str


class Change(NamedTuple):
    """A statement that came, went, or says something else: in which fields, as they are read."""

    section: SectionName
    id: str
    kind: Kind
    wordings: tuple[Wording, ...]


def told(brief: Brief) -> Told:
    """What the statements of each section say, in reading order.

    The overview also tells what brief.yaml says, under the id `brief`. A section that could not
    be read is left out, and with the outlook the overview, which sums it up.
    """
    found: Told = {name: {} for name in SECTION_NAMES}
    found["overview"][HEADER] = _fields(brief.header)
    for statement in statements(brief):
        part = statement.part
        fields = {"text": part} if isinstance(part, str) else _fields(part)
        if statement.entry and statement.entry != statement.id:
            fields["entry"] = statement.entry
        if fields.get("at") == statement.id:  # a paragraph is named by where it stands
            del fields["at"]
        found[statement.section][statement.id] = fields
    unread = unreadable(brief)
    return {name: said for name, said in found.items() if name not in unread}


def unreadable(brief: Brief) -> set[SectionName]:
    """The sections that could not be read, so that nobody knows what they say."""
    found = set(brief.broken)
    if "outlook" in found:
        found.add("overview")
    if brief.source is None and brief.header.source:
        found.add("source")
    return found


def _fields(part: Struct) -> Fields:
    given = {name: value for name, value in asdict(part).items() if name not in _UNTOLD}
    names = [name for name in _READ_FIRST.split() if name in given]
    names += [name for name in given if name not in names]
    return {path: text for name in names for path, text in _texts(name, given[name]) if text}


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    """The texts of a value, with the path of each: `would_change.up`."""
    match value:
        case None:
            return
        case Struct():
            for name, inner in asdict(value).items():
                yield from _texts(f"{path}.{name}".removesuffix(".text"), inner)
        case dict():
            yield path, ", ".join(f"{name} {inner}" for name, inner in value.items())
        case tuple():
            yield path, ", ".join(str(inner) for inner in value)
        case _:
            yield path, str(value)


def changes(before: Mapping[SectionName, Mapping[str, Fields]], after: Told) -> list[Change]:
    """What differs between two tellings: section by section, in reading order.

    What was removed stands where it was, behind its former neighbour. Sections that only one of
    the two tells are left out: one that could not be read has not lost its statements.
    """
    found: list[Change] = []
    for section in SECTION_NAMES:
        if section in before and section in after:
            old, new = before[section], after[section]
            for name in _merged(list(old), list(new)):
                if wordings := _wordings(old.get(name, {}), new.get(name, {})):
                    kind: Kind = (
                        "added" if name not in old else "reworded" if name in new else "removed"
                    )
                    found.append(Change(section, name, kind, wordings))
    return found


def _merged(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The new ones in their order, and between them those of the old that are gone."""
    gone: dict[str, list[str]] = {}
    kept, last = set(new), ""
    for name in old:
        if name in kept:
            last = name
        else:
            gone.setdefault(last, []).append(name)
    merged = gone.get("", [])
    for name in new:
        merged += [name, *gone.get(name, ())]
    return merged


def _wordings(old: Fields, new: Fields) -> tuple[Wording, ...]:
    names = _merged(list(old), list(new))
    pairs = ((name, old.get(name, ""), new.get(name, "")) for name in names)
    return tuple(Wording(*pair) for pair in pairs if pair[1] != pair[2])
