"""Text as tokens: numerals, currency signs, words, dashes and other signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

END, SKIPPED, NUMERAL, CURRENCY, WORD, DASH, SIGN = range(7)

# The groups, in order, are the kinds above. Every repetition is bounded or can stop at one place
# only, so that the time grows with the length of the text and no faster.
_TOKEN = re.compile(
    # an item number of a list, an address of the web, a telephone number
    r"""((?m:^)[ \t]*[0-9]{1,2}[.)](?=[ \t]+[\w"'\u201c\u2018$€£])|(?:https?://|www\.)\S+"""
    r"|\+[0-9]{1,3}(?:[ .()-]{1,2}[0-9]{2,4}){2,})"
    "|([0-9]{1,3}(?:['\u2019 \xa0\u2009\u202f][0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*)"
    r"|((?:US|AU|NZ|HK|NT|SG|MX|[ACRS])?\$|[€£¥₹₩₺₽₴₪₫฿₦₱])"
    # abbreviations keep their full stop where they cannot be the end of a sentence
    r"|((?:[A-Z]\.){2,4}(?=[ \xa0]\w)|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Rs|Fr|approx|ca?)\."
    r"(?=[ \xa0]?(?:[0-9$€£¥]|[A-Z]{2,3}[ \xa0]?[0-9]))|[ap]\.m\b|[^\W\d_]+(?:['\u2019][^\W\d_]+)*)"
    "|([-\u2010-\u2013\u2212])"  # the long dash parts as a comma does
    r"|(\S)"
)


class Token(NamedTuple):
    """A piece of text: its kind, as it stands, in lower case without 's, and where it stands.

    `glued` tells that nothing stands between it and the token before.
    """

    kind: int
    text: str
    low: str
    start: int
    end: int
    glued: bool


_SENTINEL = Token(END, "", "", 0, 0, glued=False)
_LOOK_AHEAD = 6  # how far a reader may look past the token it stands on; see `tokenize`
_CLOSING = frozenset(".!?…:;,()[]\u2014\u2015\"\u201c\u201d'\u2018\u2019")


def tokenize(text: str) -> list[Token]:
    """The tokens of the text, with tokens of the kind END after them (and so before the first)."""
    tokens: list[Token] = []
    before = -1
    for match in _TOKEN.finditer(text):
        kind, word = match.lastindex or END, match[0]
        start, end = match.span()
        low = word
        if kind == WORD:
            low = word.lower()
            if low.endswith(("'s", "\u2019s")):
                low = low[:-2]
        tokens.append(Token(kind, word, low, start, end, start == before))
        before = end
    tokens.extend([_SENTINEL] * _LOOK_AHEAD)
    return tokens


def apart(token: Token) -> bool:
    """Whether a token ends a phrase, or starts one: an end of the text or a punctuation mark."""
    if token.kind == DASH:
        return not token.glued
    return token.kind == END or (token.kind == SIGN and token.text in _CLOSING)


def alone(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tokens from `start` to before `end` stand between marks, as a typed value does."""
    return apart(tokens[start - 1]) and apart(tokens[end])


def hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash and a word follow without a space, as in `18-month` after `18`."""
    dash, word = tokens[at], tokens[at + 1]
    return dash.kind == DASH and dash.glued and word.kind == WORD and word.glued
