"""Typing errors: how many a word may have, and whether a word is another one mistyped."""

from __future__ import annotations

from functools import lru_cache

_SHORTEST = 4  # with a slip, a shorter word is half the short words of the language
_LONG = 8  # from here two slips
_LONGEST = 40  # beyond is no word, and costly


def slips_allowed(form: str) -> int:
    """How many letters of a word may be wrong: 0, 1 or 2.

    None in what holds a digit: whoever looks for 2031 is not served with 2030.
    """
    if not _SHORTEST <= len(form) <= _LONGEST or not form.isalpha():
        return 0
    return 2 if len(form) >= _LONG else 1


@lru_cache(maxsize=8192)
def near(typed: str, form: str, slips: int, *, opening: bool) -> bool:
    """Whether at most `slips` slips lead from `typed` to `form`, or to its opening.

    A letter too many, too few, wrong, or swapped with its neighbour is one slip: the optimal
    string alignment distance, the same that the engine's automaton computes; only of openings
    with two slips it leaves some out.
    """
    if len(typed) - len(form) > slips or (not opening and len(form) - len(typed) > slips):
        return False
    if len(set(typed) - set(form)) > slips:  # a slip for each, at least
        return False
    before: list[int] = []
    last = list(range(len(form) + 1))
    for i, letter in enumerate(typed):
        row = [i + 1]
        for j, other in enumerate(form):
            cost = min(last[j] + (letter != other), last[j + 1] + 1, row[j] + 1)
            if i and j and letter == form[j - 1] and typed[i - 1] == other:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, last = last, row
    return (min(last) if opening else last[-1]) <= slips
