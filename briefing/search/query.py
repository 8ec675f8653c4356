"""The query language: what people type, as clauses that a statement must or must not match.

    chip supply       both words, in any order and form: "chips" and "supplying" are found too
    "chip supply"     the words beside each other, in this order
    infrastr          the last word, until a space follows, also stands for words that open so
    -Nvidia -"chip x" not the statements with that word or phrase
    in:risks          only that section; `in:r` is every section whose name opens so
    -in:source        not that section
    C04 P6.3 P6       the statement of that id, and those that rest on it or cite that place

Case, accents and invisible characters make no difference. A word of several parts
("power-hungry") and a word in a script without spaces are phrases. Everything else, a quotation
mark that is never closed included, is read as words: there is no wrong query.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.sections import SECTION_NAMES
from briefing.search.words import stem, words
from briefing.text import safe

if TYPE_CHECKING:
    from briefing.model.sections import SectionName

# Whoever pastes a page into the search line waits no longer than others.
_CHARACTERS = 1000
_PARTS = 50

_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\uff02", '"'))
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<bare>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Clause:
    """A word, or several that stand beside each other.

    `name` is the text as an id or anchor would be looked up; `unfinished` says that the last word
    is still being typed; `slips` how many of its letters may be wrong.
    """

    forms: tuple[str, ...]
    name: str = ""
    unfinished: bool = False
    slips: int = 0

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words."""
        return tuple(stem(form) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Query:
    """What a statement must match, must not match, and the sections it must or must not be in."""

    wanted: tuple[Clause, ...] = ()
    unwanted: tuple[Clause, ...] = ()
    within: frozenset[SectionName] = frozenset()
    without: frozenset[SectionName] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted or self.within or self.without)


def parse(text: str) -> Query:
    """The query that a text asks. Any text is one; of a very long one only the start counts."""
    text = safe(text[:_CHARACTERS]).translate(_QUOTES)
    clauses: dict[bool, dict[Clause, None]] = {False: {}, True: {}}
    sections: dict[bool, set[SectionName]] = {False: set(), True: set()}
    for part in list(_PART.finditer(text))[:_PARTS]:
        minus = bool(part["minus"])
        named = _sections(part["bare"] or "")
        if named is not None:
            sections[minus].update(named)
        elif clause := _clause(part, at_end=part.end() == len(text)):
            clauses[minus][clause] = None
    return Query(
        wanted=tuple(clauses[False]),
        unwanted=tuple(clauses[True]),
        within=frozenset(sections[False]),
        without=frozenset(sections[True]),
    )


def _sections(bare: str) -> list[SectionName] | None:
    """The sections that a filter names; none while its name is still to come, None for a word."""
    key, colon, name = bare.casefold().partition(":")
    if key != "in" or not colon:
        return None
    if not name:
        return []
    return [section for section in SECTION_NAMES if section.startswith(name)] or None


def _clause(part: re.Match[str], *, at_end: bool) -> Clause | None:
    text: str = part["bare"] or part["phrase"] or ""
    found = words(text)
    if not found:
        return None
    typing = at_end and found[-1].end == len(text) and not part["closed"] and not part["minus"]
    name = text.strip(".,;:()[]").casefold()
    return Clause(tuple(word.form for word in found), name, typing)
