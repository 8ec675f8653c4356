"""The article a brief is about, as plain text: its paragraphs and their fingerprints."""

import re
from itertools import pairwise

_LINE_END = re.compile(r"\r\n?|\n")
_SENTENCE_END = r"[.!?…][\"'\u201d\u2019\u00bb)\]]*\Z"
# A line of poetry or of a list is shorter than any width people wrap at, an unwrapped one longer.
_NARROWEST, _WIDEST = 40, 120
_FINGERPRINT_DIGITS = 16


def paragraphs(text: str) -> tuple[str, ...]:
    r"""The paragraphs of an article, trimmed, none empty.

    Lines end in \n, \r\n or \r. A blank line ends a paragraph, and so does the end of a line,
    unless the lines up to the next blank one were plainly wrapped at some width: those are joined.
    What follows a blank line never changes the paragraphs before it.
    """
    found: list[str] = []
    block: list[str] = []
    for line in (*_LINE_END.split(text), ""):
        if trimmed := line.strip():
            block.append(trimmed)
        elif block:
            found += [" ".join(block)] if _wrapped(block) else block
            block = []
    return tuple(found)


def fingerprint(paragraph: str) -> str:
    """First 16 hex digits of the SHA-256 of a paragraph in UTF-8; lone surrogates count as "?"."""
    import hashlib  # noqa: PLC0415 - 4 ms, and most briefs are read without their article

    return hashlib.sha256(paragraph.encode("utf-8", "replace")).hexdigest()[:_FINGERPRINT_DIGITS]


def _wrapped(block: list[str]) -> bool:
    """Whether each line was filled as far as it would go, and some broke inside a sentence."""
    longest = max(map(len, block))
    return (
        len(block) > 1
        and _NARROWEST <= longest <= _WIDEST
        and all(
            len(line) + 1 + len(following.split(maxsplit=1)[0]) > longest
            for line, following in pairwise(block)
        )
        and not all(re.search(_SENTENCE_END, line) for line in block[:-1])
    )
