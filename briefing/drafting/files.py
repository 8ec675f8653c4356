"""The files of a new brief: each started, what could stand in it shown as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args, get_type_hints

from msgspec import Struct

from briefing.drafting.examples import Examples
from briefing.drafting.sentences import points
from briefing.loading.kinds import FILES, KINDS
from briefing.model.drafts import DRAFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.sections import SectionName
    from briefing.model.source import SourceRecord

SCHEMAS = ".schema"  # a folder beside the files; its name keeps it out of every list of briefs
GATHERING: SectionName = "motives"  # where the points of an article wait to be put in their places
_ABOUT: dict[SectionName, str] = {
    "overview": "The brief itself: what it is about, what it rests on, how it was made.",
    "regions": "Where: the places the source speaks of, and what it says of each.",
    "motives": "Why: the reasons the source gives for what happens.",
    "competitors": "Who else: rivals, suppliers, partners and precedents; one can be several.",
    "risks": "What could go wrong: entries are your assessment, points what the source says.",
    "timeline": "When: the events the source gives or implies; a date nobody gives stays away.",
    "figures": "How much: every amount in the source, the most telling first.",
    "outlook": "Your own voice: what it comes to, how sure you are, what would change your mind.",
}
_WAITING = """\
# One point for each sentence of the source. Write what it says in your own words, then move the
# point to the file it belongs to: give it that file's letter (M7 becomes R7) and keep its number.
"""


def files_of(source: str, record: SourceRecord | None, today: str) -> dict[str, str]:
    """The text of each file of a new brief, by its name.

    `source` is the path of the record from the brief, "" where it has none.
    """
    count = sum(len(p.sentences) for p in record.paragraphs) if record else 0
    texts = {}
    for name, section in FILES.items():
        made = Examples(section, count + 1, today)
        lines = [
            f"# yaml-language-server: $schema={SCHEMAS}/{section}.json",
            f"# {_ABOUT[section]}",
        ]
        lines += _header(made, source) if section == "overview" else _section(made, section)
        texts[name] = "\n".join(lines) + "\n"
    if record:
        name = f"{GATHERING}.yaml"
        texts[name] += "\n" + _WAITING + "\n".join(["points:", *points(record)]) + "\n"
    return texts


def _header(made: Examples, source: str) -> Iterator[str]:
    """The header: what it needs and where its source is; the rest as comments."""
    given = {"format": "1", "title": DRAFT, "subject": DRAFT, "source": source}
    fields = list(made.fields(KINDS["overview"]))
    for line in fields:
        name, _, rest = line.partition(":")
        if given.get(name):
            meaning = rest[rest.index("#") :]
            yield f"{name}: {given[name]}".ljust(line.index("#") - 1) + f" {meaning}"
        else:
            yield f"# {line}"


def _section(made: Examples, section: SectionName) -> Iterator[str]:
    """The one line a file needs to be read, and every list that it may hold as a comment."""
    for name, hint in get_type_hints(KINDS[section]).items():
        inner = _struct(hint)
        if inner is None:
            yield f"{name}:  # one sentence, yours: why this section matters"
            continue
        several = get_args(hint) and ... in get_args(hint)
        lines = made.item(inner) if several else made.fields(inner)
        yield from ("", f"# {name}:", *(f"#   {line}" for line in lines))


def _struct(hint: object) -> type[Struct] | None:
    parts = get_args(hint) or (hint,)
    return next((p for p in parts if isinstance(p, type) and issubclass(p, Struct)), None)
