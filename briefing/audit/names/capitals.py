"""Words of a sentence, and what their capitals, digits and dots tell of each."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.audit.names import lexicon as lex

_WORD = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?"  # U.S., J.R.R.
    r"|[^\W_]+(?:(?:[-\u2010\u2011&'\u2019]|\.(?=[a-z0-9]))[^\W_]+)*"
)
_HYPHEN = re.compile("[-\u2010\u2011]")
_ENDED = re.compile(r"[.!?…:\n•]")
OPENING, CLOSING = "\"'\u201c\u2018«\u201e\u2039", "\"'\u201d\u2019»\u201c\u203a"


class Word(NamedTuple):
    """A word with what decides whether it is part of a name."""

    start: int
    end: int
    text: str  # without possessive, and without what is hyphenated to it in lower case
    low: str  # the whole word in lower case
    gap: str  # what stands between the word before and this one
    opens: bool  # stands where any word has a capital
    sure: bool  # written as no ordinary word is: OpenAI, GPU, H100
    owner: bool  # possessive

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.sure or self.text[:1].isupper()

    @property
    def bare(self) -> str:
        """The word in lower case, without possessive."""
        return self.text.lower().replace("\u2019", "'")

    @property
    def spaced(self) -> bool:
        """Whether one space stands before it."""
        return self.gap in {" ", "\u00a0", "\u202f"}

    @property
    def digits(self) -> bool:
        """Whether a digit is in it."""
        return any(map(str.isdigit, self.text))


def read(text: str) -> list[Word]:
    """The words of a text in order."""
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        opens = _opens(gap, found[-1] if found else None)
        found.append(_word(match[0], match.start(), gap, opens=opens))
        end = match.end()
    return found


def _opens(gap: str, before: Word | None) -> bool:
    if before is None:
        return True
    if gap.startswith(".") and (len(before.text) == 1 or before.low in lex.ABBREVIATIONS):
        gap = gap[1:]
    quoted = len(gap) > 1 and gap[-1] in OPENING and not _HYPHEN.match(gap[-2])
    return quoted or _ENDED.search(gap) is not None


def _word(said: str, at: int, gap: str, *, opens: bool) -> Word:
    low = said.lower().replace("\u2019", "'")
    owner = low.endswith("'s")
    start, end = 0, len(said) - 2 * owner
    parts = _HYPHEN.split(said[:end])
    parts.reverse()
    while len(parts) > 1 and (parts[-1].islower() or parts[-1].lower() in lex.PREFIXES):
        start += len(parts.pop()) + 1
    parts.reverse()
    while len(parts) > 1 and parts[-1].isalpha() and parts[-1].islower():
        end -= len(parts.pop()) + 1
        owner = False
    core = said[start:end]
    sure = _is_sure(core, parts)
    if sure and len(core) > 2 and core[-1] == "s" and core[:-1].isupper():
        core = core[:-1]  # GPUs, H100s
    return Word(at + start, at + start + len(core), core, low, gap, opens, sure, owner)


def _is_sure(core: str, parts: list[str]) -> bool:
    if not any(map(str.isupper, core)):
        return False
    if core[0].isdigit():
        return re.fullmatch(r"[2-9]G|\d+[-\u2010\u2011][A-Z][a-z]{3,}", core) is not None
    if any(map(str.isdigit, core)):
        return True
    if core[1:2] == ".":
        return core.replace(".", "").isupper()
    return any(map(_is_mixed, parts)) or sum(part[:1].isupper() for part in parts) > 1


def _is_mixed(part: str) -> bool:
    """Whether a part of a word is written as an acronym or a brand: GPU, iPhone, McKinsey."""
    if part in lex.UNIT_SYMBOLS:
        return False
    if part[1:2] in {"'", "\u2019"}:  # O'Brien
        return any(map(str.isupper, part[3:]))
    return any(map(str.isupper, part[1:]))
