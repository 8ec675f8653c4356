"""Whether the word that opens a sentence is a name, or has its capital only from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.names import lexicon as lex
from briefing.audit.names.capitals import CLOSING, OPENING
from briefing.audit.names.linking import follows, particles, touches

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from briefing.audit.names.capitals import Word

_SINGULAR = frozenset({"is", "isn't", "was", "wasn't", "has", "hasn't", "does", "doesn't"})
_BENT = ("ing", "ed", "ly")


def names_somebody(words: Sequence[Word], at: int, text: str, common: Container[str]) -> bool:
    """Whether the word at `at`, which opens a sentence, is a name or the beginning of one.

    The word tells, and what stands behind it: a possessive, a comma and "which", a verb.
    `common` are words that are no names.
    """
    word, following = words[at], _following(words, at)
    if following and not word.owner and _begins(words, at, following):
        return True
    low = word.bare
    if word.low in common or low in common or low in lex.ORDINARY or low in lex.PLURALS:
        return False
    after = text[word.end : word.end + 2]
    if low != word.low and word.low.endswith(("-based", "-born")):
        return True
    if word.owner or (after in {"' ", "\u2019 "} and low.endswith("s") and not _is_plural(low)):
        return True
    if after[:1] and after[0] in CLOSING and word.gap[-1:] and word.gap[-1] in OPENING:
        return True
    return following is not None and _is_cued(words, at, following)


def _following(words: Sequence[Word], at: int) -> Word | None:
    return words[at + 1] if at + 1 < len(words) else None


def _begins(words: Sequence[Word], at: int, following: Word) -> bool:
    """Whether it begins a name of several words, ordinary though it is: Bank of England."""
    low = words[at].bare
    if not touches(following, words[at]):
        return False
    if low == "new":
        return following.low in lex.AFTER_NEW
    if low in lex.INSTITUTIONS and particles(words, at):
        return True
    return following.capital and (low in lex.TITLES or low in lex.PLACE_OPENERS)


def _is_cued(words: Sequence[Word], at: int, following: Word) -> bool:
    low = words[at].bare
    bent = low.endswith(_BENT) and low not in lex.LIKE_WORDS
    if following.gap.startswith(","):
        return not bent and (following.capital or following.low in lex.AFTER_COMMA)
    if not following.spaced:
        return following.gap == " & "
    linked = follows(words, at + 1) if following.low in {"and", "or"} else particles(words, at)
    if linked or following.capital:
        return not bent and not _is_plural(low)
    if following.low[0].isdigit():
        return low in lex.NUMBERED
    return not (bent and low.endswith("ing")) and _is_predicate(words, at + 1, low)


def _is_plural(low: str) -> bool:
    """Whether a word looks like an ordinary plural."""
    return low in lex.PLURALS or low.endswith(lex.PLURAL_ENDINGS)


def _is_predicate(words: Sequence[Word], at: int, subject: str) -> bool:
    """Whether the word at `at` says what a named subject does."""
    word = words[at].low
    if word in lex.PLURAL_VERBS or subject.endswith(lex.ABSTRACT_ENDINGS):
        return False
    if _is_plural(subject):
        return word in _SINGULAR
    if word in lex.VERBS or word in lex.ADVERBS or word.endswith("ly"):
        return True
    following = _following(words, at)
    acts = word.endswith("s") and not word.endswith("ss") and not subject.endswith("s")
    return acts and following is not None and following.low in lex.DETERMINERS
