"""The query language: what people type, as parts that a statement must or must not match.

    chip supply        both words, in any order and form: "chips" and "supplying" are found too
    "chip supply"      the words beside each other, in this order
    infrastr infra*    the last word, until a space follows, and a word with a star also stand for
                       words that open so
    -nvidia -"chip x"  not the statements with that word or phrase
    chip OR wafer      either; OR joins its two neighbours, before all else
    stance:reported    a field (see `briefing.search.fields`): `in:risks`, `likelihood:>=likely`,
                       `about:"new zealand"`, `when:2027..2028`, `is:marked`; `-in:source`: not it
    C04 P6.3 P6        the statement of that id, and those that rest on it or cite that place

Case, accents and invisible characters make no difference. A word of several parts
("power-hungry") and a word in a script without spaces are phrases. Everything else, a quotation
mark that is never closed included, is read as words: there is no wrong query.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.search.fields import NAMED
from briefing.search.filters import Filter, read, unknown_field
from briefing.search.words import stem, words
from briefing.text import safe

if TYPE_CHECKING:
    from collections.abc import Callable

# Whoever pastes a page into the search line waits no longer than others.
_CHARACTERS = 1000
_PARTS = 50

_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\uff02", '"'))
_PART = re.compile(
    r"(?P<minus>-?)(?:"
    r'(?P<field>[A-Za-z]+)(?P<sign>:>=|:<=|:|>=|<=)(?:"(?P<value>[^"]*)"?|(?P<plain>[^\s"]*))'
    r'|"(?P<phrase>[^"]*)(?P<closed>"?)'
    r'|(?P<bare>[^\s"]+))'
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A word, or several that stand beside each other.

    `name` is the text as an id or anchor would be looked up; `unfinished` says that longer words
    that open with the last one will do; `slips` how many of its letters may be wrong.
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
class Term:
    """One thing asked for, or asked not to be there."""

    what: Clause | Filter
    unwanted: bool = False


Group = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What a statement must match: of each group one term. `messages` tell what was not understood."""

    groups: tuple[Group, ...] = ()
    messages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """The words and phrases that are looked for."""
        terms = (term for group in self.groups for term in group if not term.unwanted)
        return tuple(term.what for term in terms if isinstance(term.what, Clause))

    @property
    def plain(self) -> tuple[Clause, ...]:
        """Those that must be there, each by itself."""
        terms = (group[0] for group in self.groups if len(group) == 1 and not group[0].unwanted)
        return tuple(term.what for term in terms if isinstance(term.what, Clause))

    def read_as(self, reading: Callable[[Clause], Clause]) -> Query:
        """The query with its wanted clauses read otherwise."""

        def other(term: Term) -> Term:
            if term.unwanted or isinstance(term.what, Filter):
                return term
            return Term(reading(term.what))

        return replace(self, groups=tuple(tuple(map(other, group)) for group in self.groups))


def parse(text: str) -> Query:
    """The query that a text asks. Any text is one; of a very long one only the start counts."""
    text = safe(text[:_CHARACTERS]).translate(_QUOTES)
    groups: list[Group] = []
    messages: list[str] = []
    joining = False
    for part in list(_PART.finditer(text))[:_PARTS]:
        if part["bare"] == "OR" and not part["minus"]:
            joining = bool(groups)
            continue
        term, said = _term(part, at_end=part.end() == len(text))
        messages += [said] if said else []
        if term is None:
            continue
        into = -1 if joining else _alike(term, groups)
        if into is None:
            groups.append((term,))
        else:
            groups[into] += (term,)
        joining = False
    return Query(tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(messages)))


def _term(part: re.Match[str], *, at_end: bool) -> tuple[Term | None, str]:
    """What a part asks for, if anything, and what to say of it."""
    unwanted, name = bool(part["minus"]), (part["field"] or "").casefold()
    said = ""
    if name in NAMED:
        value = part["plain"] if part["value"] is None else part["value"]
        found = read(name, part["sign"].strip(":"), value, at_end=at_end)
        return (Term(found.found, unwanted) if found.found else None), found.message
    if part["plain"] and not part["plain"].startswith("//"):
        said = unknown_field(name)
    clause = _clause(part, at_end=at_end)
    return (Term(clause, unwanted) if clause else None), said


def _clause(part: re.Match[str], *, at_end: bool) -> Clause | None:
    text = part["phrase"] if part["bare"] is None else part["bare"]
    if text is None:
        text = part[0].removeprefix("-")
    found = words(text)
    if not found:
        return None
    typing = at_end and found[-1].end == len(text) and not part["closed"] and not part["minus"]
    starred = part["phrase"] is None and text[found[-1].end :] == "*"
    name = text.strip(".,;:()[]").casefold()
    return Clause(tuple(word.form for word in found), name, typing or starred)


def _alike(term: Term, groups: list[Group]) -> int | None:
    """The group that asks for the same field, of which a statement has one: either will do."""
    for number, group in enumerate(groups):
        if all(_either(term) == _either(other) != "" for other in group):
            return number
    return None


def _either(term: Term) -> str:
    """The field of a filter that may be joined with others of its kind."""
    what = term.what
    return what.field if isinstance(what, Filter) and what.either and not term.unwanted else ""
