"""Words that bound or blur an amount, before it or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.figures.tokens import hyphened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.tokens import Token

_BEFORE: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _canonical, _phrases in {
    "over": "over/more than/well over/just over/above/well above/exceeding/exceeds/exceed/exceeded"
    "/in excess of/north of/upwards of/greater than/higher than/longer than/larger than",
    "at least": "at least/no less than/no fewer than/not less than/not fewer than/minimum"
    "/minimum of/a minimum of/a minimum",
    "up to": "up to/as much as/as many as/as long as/at most/at the most/no more than/not more than"
    "/no longer than/maximum/maximum of/a maximum of/a maximum",
    "under": "under/less than/fewer than/below/well below/well under/just under/lower than"
    "/shorter than/south of",
    "about": "about/around/roughly/approximately/approx/approx./some/circa/ca/ca./c./~/≈/estimated"
    "/an estimated/in the region of/on the order of/in the order of/somewhere around",
    "nearly": "nearly/almost/close to/just shy of/approaching/nearing",
}.items():
    for _phrase in _phrases.split("/"):
        _first, *_rest = _phrase.split()
        _BEFORE.setdefault(_first, []).append((tuple(_rest), _canonical))
for _choices in _BEFORE.values():
    _choices.sort(key=lambda choice: -len(choice[0]))  # the longest first
_AFTER = {
    ("or", "more"): "at least",
    ("or", "longer"): "at least",
    ("or", "less"): "up to",
    ("or", "fewer"): "up to",
    ("or", "so"): "about",
    ("at", "least"): "at least",
    ("at", "most"): "up to",
}
_GLUED = {"plus": "at least", "odd": "about"}

HEADS = frozenset(_BEFORE)


def before(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The qualifier that starts at this token and the token after it; ("", at) where none does."""
    for rest, canonical in _BEFORE.get(tokens[at].low, ()):
        if all(tokens[at + 1 + place].low == word for place, word in enumerate(rest)):
            return canonical, at + 1 + len(rest)
    return "", at


def after(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The qualifier behind an amount and the token after it; ("", at) where there is none."""
    token = tokens[at]
    if token.text == "+" and token.glued:
        return "at least", at + 1
    if hyphened(tokens, at) and tokens[at + 1].low in _GLUED:
        return _GLUED[tokens[at + 1].low], at + 2
    canonical = _AFTER.get((token.low, tokens[at + 1].low), "")
    return (canonical, at + 2) if canonical else ("", at)
