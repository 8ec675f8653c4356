"""Times that hang on another day: "this week", "near term", "on Monday", "in May", "9:30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.figures.dates import day_of_month
from briefing.audit.figures.naming import joined
from briefing.audit.figures.quantity import Quantity
from briefing.audit.figures.tokens import DASH, NUMERAL, WORD, alone, hyphened
from briefing.audit.figures.words import FUNCTION, MONTH_NAMES, MONTHS, SEASONS, WEEKDAYS, wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.tokens import Token

    Reading = tuple[str, int]  # the normal wording, and the token after it

_DAYS = {"today": "today", "yesterday": "yesterday", "tomorrow": "tomorrow", "tonight": "tonight"}
_WHICH = {"this": "this", "current": "this", "last": "last", "next": "next", "past": "past"} | {
    "coming": "coming",
    "previous": "previous",
}
_PERIODS = wordset("""week weekend month quarter year decade century morning afternoon evening night spring summer
    autumn winter""")
_PLURALS = wordset("days weeks months quarters years decades centuries")
_PARTS = {"early": "early", "earlier": "earlier", "late": "late", "later": "later", "mid": "mid"}
_EDGES = {"end": "end of", "start": "start of", "beginning": "start of", "middle": "middle of"}
_ORDINALS = {"first": "Q1", "second": "Q2", "third": "Q3", "fourth": "Q4"}
_BEFORE_A_MONTH = wordset("""in by since until till from of during before after through this last next early late mid
    to between""")
# Months that are something else besides: verbs, adjectives, given names.
_AMBIGUOUS = wordset("may march april june august")

HEADS = (
    frozenset(_DAYS)
    | frozenset(_WHICH)
    | frozenset(_PARTS)
    | frozenset(_EDGES)
    | frozenset(_ORDINALS)
    | frozenset(MONTHS)
    | WEEKDAYS
    | {"near", "foreseeable", "recent", "the", "year", "q"}
)


def read(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The relative time that starts at this token, and the token after it."""
    token = tokens[at]
    if joined(tokens, at):
        return None
    if token.kind == NUMERAL:
        found = day_of_month(tokens, at) or _clock(tokens, at)
    else:
        found = (
            _period(tokens, at)
            or _part(tokens, at)
            or _term(tokens, at)
            or _weekday(tokens, at)
            or _month(tokens, at)
        )
    return found and (Quantity("relative", when=found[0]), found[1])


def _period(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "this week", "last Monday", "next summer", "coming months", "yesterday", "Q3"."""
    word, following = tokens[at].low, tokens[at + 1]
    if word in _DAYS:
        return _DAYS[word], at + 1
    if word in {"coming", "recent", "previous", "past", "next"} and following.low in _PLURALS:
        return f"{word} {following.low}", at + 2
    found = _which(tokens, at) if word in _WHICH else None
    return found or _quarter(tokens, at)


def _which(tokens: Sequence[Token], at: int) -> Reading | None:
    which = _WHICH[tokens[at].low]
    end = at + 1 + (tokens[at + 1].low in {"fiscal", "financial", "calendar"})
    noun = tokens[end].low
    if hyphened(tokens, end + 1):
        return None  # "a last-minute call", "this year-end"
    if noun in _PERIODS or (noun == "fall" and which != "this"):
        return f"{which} {SEASONS.get(noun, noun)}", end + 1
    if which == "past":
        return None  # "slips past May"
    month = _any_month(tokens, end)
    if month is not None:
        return f"{which} {month[0]}", end + 1
    return (f"{which} {noun.title()}", end + 1) if noun in WEEKDAYS else None


def _quarter(tokens: Sequence[Token], at: int) -> Reading | None:
    word, following = tokens[at].low, tokens[at + 1]
    if word == "q" and following.glued and following.text in {"1", "2", "3", "4"}:
        free = not (tokens[at + 2].glued and tokens[at + 2].kind in {WORD, DASH})
        return (f"Q{following.text}", at + 2) if free else None
    noun = at + 2 if hyphened(tokens, at + 1) else at + 1
    if word in _ORDINALS and tokens[noun].low == "quarter":
        return _ORDINALS[word], noun + 1
    return None


def _part(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "earlier this year", "late last month", "early May", "end of next week", "year-end"."""
    word = tokens[at].low
    if word == "year" and hyphened(tokens, at + 1) and tokens[at + 2].low == "end":
        return "end of the year", at + 3
    the = word == "the" and tokens[at + 1].low in _EDGES
    at += the
    word = tokens[at].low
    if word in _EDGES and tokens[at + 1].low == "of":
        start = at + 2
        if tokens[start].low == "the" and tokens[start + 1].low in _PERIODS:
            return f"{_EDGES[word]} the {tokens[start + 1].low}", start + 2
        found = _period(tokens, start) or _any_month(tokens, start)
        return found and (f"{_EDGES[word]} {found[0]}", found[1])
    if word not in _PARTS:
        return None
    dash = tokens[at + 1].kind == DASH and tokens[at + 1].glued
    start = at + 2 if dash else at + 1
    start += tokens[start].low in {"in", "on"} and tokens[start + 1].low in _WHICH
    if tokens[start].low in _WHICH:
        found = _period(tokens, start)
    else:
        found = None if word in {"earlier", "later"} else _any_month(tokens, start)
    return found and (f"{_PARTS[word]}{'-' if word == 'mid' else ' '}{found[0]}", found[1])


def _term(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "near term", "near future": the noun, not the adjective in "near-term outlook"."""
    word = tokens[at].low
    if word == "foreseeable" and tokens[at + 1].low == "future":
        return "foreseeable future", at + 2
    dash = hyphened(tokens, at + 1)
    noun = at + 2 if dash else at + 1
    if word != "near" or tokens[noun].low not in {"term", "future"}:
        return None
    if dash and not (tokens[at - 1].low == "the" and _closes(tokens, noun + 1)):
        return None
    return f"near {tokens[noun].low}", noun + 1


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind != WORD or tokens[at].low in FUNCTION


def _weekday(tokens: Sequence[Token], at: int) -> Reading | None:
    word = tokens[at]
    if word.low not in WEEKDAYS or not word.text[0].isupper():
        return None
    after, before = tokens[at + 1], tokens[at - 1]
    named = after.kind == WORD and after.text[0].isupper() and after.low not in MONTHS
    if named or before.low in {"black", "good", "cyber", "super", "bloody", "ash", "easter"}:
        return None  # "the Sunday Times", "Black Friday"
    return word.low.title(), at + 1


def _any_month(tokens: Sequence[Token], at: int) -> Reading | None:
    token = tokens[at]
    if token.low not in MONTHS or not token.text[0].isupper():
        return None
    return MONTH_NAMES[MONTHS[token.low]], at + 1


def _month(tokens: Sequence[Token], at: int) -> Reading | None:
    """A month without its year, and with a day or where the words around make it one."""
    if tokens[at].low not in MONTHS:
        return None
    if (day := day_of_month(tokens, at)) is not None:
        return day
    found = _any_month(tokens, at)
    if found is None or found[0].lower() != tokens[at].low:
        return None  # an abbreviation needs its day or year
    clear = tokens[at].low not in _AMBIGUOUS or tokens[at - 1].low in _BEFORE_A_MONTH
    named = tokens[at + 1].kind == WORD and tokens[at + 1].text[0].isupper()
    return found if (clear and not named) or alone(tokens, at, at + 1) else None


def _clock(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "9:30", "9:30 p.m.", "3pm": a time of the day."""
    hour, stop, late = tokens[at].text.partition(".")
    if stop and (len(late) != 2 or tokens[at + 1].low not in {"am", "pm"} or late > "59"):
        return None
    if not hour.isdigit() or len(hour) > 2 or int(hour) > 24:
        return None
    minute, end = f":{late}" if late else "", at + 1
    colon, digits = tokens[at + 1], tokens[at + 2]
    if colon.text == ":" and colon.glued and digits.glued and digits.kind == NUMERAL:
        if len(digits.text) != 2 or not digits.text.isdigit() or digits.text > "59":
            return None
        minute, end = f":{digits.text}", at + 3
    half = tokens[end].low.replace(".", "")
    half = half if half in {"am", "pm"} else ""
    if not half and not minute:
        return None
    return f"{int(hour)}{minute}{' ' + half if half else ''}", end + bool(half)
