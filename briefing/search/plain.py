"""Text as search reads it, with the way back to the text as it was written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Also gone, but not from the offsets: the codes that text.safe() shows invisible characters as,
# so that they hide no word; the dots of U.S., which is read as US; the comma of 1,000; the
# possessive; and the s of GPUs, which no stemmer knows. Each opens with the sign itself, so that nothing is tried where none stands.
_DROPPED = re.compile(
    r"<U\+[0-9A-F]{4,6}>"
    r"|\.(?<=\b[A-Za-z]\.)(?=[A-Za-z]\b)"
    r"|,(?<=\d,)(?=\d{3}\b)"
    r"|['\u2019](?<=\w['\u2019])[sS]\b"
    r"|s(?<=[A-Z]{2}s)\b"
)
_ACCENTS = "\u0300-\u036f"
_ACCENT = re.compile(f"[{_ACCENTS}]")
# a run of ASCII, or a character with the marks that may compose with it
_CLUSTER = re.compile(rf"[\x00-\x7f]+(?![{_ACCENTS}])|.[{_ACCENTS}\u3099\u309a]*", re.DOTALL)
# Scripts written without spaces, and Korean, whose words carry their particles: first and last
# characters. No regular expression: compiling these ranges takes as long as loading the engine.
_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3005", "\u30ff"),  # kana
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u4dbf"),  # Han
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7af"),  # Hangul
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


class Plain(NamedTuple):
    """Text made plain; `starts` and `ends` tell for each character where it stood before."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def is_plain(text: str) -> bool:
    """Whether a text is plain as it stands, with ASCII letters and digits only."""
    return text.isascii() and not _DROPPED.search(text)


def plain(text: str) -> Plain:
    """The text without what should not keep a word from being found.

    Invisible characters, accents, the possessive, the dots of "U.S.", the comma of "1,000" and the
    s of "GPUs" go; characters of scripts without spaces come apart. Whatever is no letter and no
    digit is a space or ASCII. Any text is taken, surrogates too.
    """
    if is_plain(text):
        return Plain(text, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _kept(text):
        for cluster in _CLUSTER.finditer(text, start, end):
            begin, stop = cluster.span()
            if cluster[0].isascii():
                letters.append(cluster[0])
                starts += range(begin, stop)
                ends += range(begin + 1, stop + 1)
            else:
                simple = _simple(cluster[0])
                letters.append(simple)
                starts += [begin] * len(simple)
                ends += [stop] * len(simple)
    return Plain("".join(letters), starts, ends)


def plain_text(text: str) -> str:
    """The same without the way back."""
    return text if is_plain(text) else plain(text).text


def _kept(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what stands between the dropped pieces."""
    start = 0
    for dropped in _DROPPED.finditer(text):
        yield start, dropped.start()
        start = dropped.end()
    yield start, len(text)


@lru_cache(maxsize=4096)
def _simple(cluster: str) -> str:
    kind = unicodedata.category(cluster[0])
    if cluster[0].isascii() or kind[0] in "LM" or kind in {"Nd", "Nl"}:
        bare = _ACCENT.sub("", unicodedata.normalize("NFKD", cluster))
        simple = unicodedata.normalize("NFC", bare).casefold()
        # each such character is a word of its own, and a word is a phrase of them
        unspaced = any(first <= simple[:1] <= last for first, last in _UNSPACED)
        return f" {simple} " if unspaced else simple
    return "" if kind == "Cf" else " "


_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A name as it is looked up: in lower case, its words apart by one space each."""
    return _BETWEEN.sub(" ", plain(text).text.casefold()).strip()
