"""Safe text, cell widths and wrapping: what everything that is shown or written goes through."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ROOM = 8  # of marks: no syllable needs more, and more climb over other lines, or hide a message
_JOINED_KEPT = 4  # to one character: a family of five
_FIRST_MARK = "\u02ff"  # all marks come behind it
_JOINER = "\u200d"  # kept between emoji and in the scripts of India: what is joined takes no cell
_VIRAMA = 9  # the combining class of what takes the vowel from a letter of these scripts
_UNSAFE = (  # compiled when first needed, as most text is ASCII
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # invisible fillers
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"  # zero width, line breaks, direction
    "\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff"  # BOM, annotations, surrogates
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # how signs are joined
    "\U000e0000-\U000e0fff]"  # tags, and selectors of forms that hardly a font has
)
# a run that may hold too many marks: no mark is among the symbols, nor among the Han characters
_COMBINING = "[^\x00-\u02ff\u2100-\u2bff\u4e00-\ua66e]{5,}"
# white space to break at, or a word; no-break spaces belong to words
_TOKEN = re.compile(r"([^\S\xa0\u2007\u202f]+)|(?:\S|[\xa0\u2007\u202f])+")
_LAST_SPACE = re.compile(r"\s(?=\S*\Z)")
# Characters that lines break between, as in Chinese and Japanese, and full-width forms.
_BREAKABLE = (
    ("\u2e80", "\ua4cf"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe6f"),
    ("\uff01", "\uff60"),
    ("\uffe0", "\uffe6"),
    ("\U00020000", "\U0003fffd"),
)


def safe(text: str) -> str:
    """The text with nothing in it that a terminal obeys or hides; what was there is shown.

    Control characters become their pictures (ESC is shown as U+241B), other invisible or
    reordering characters their code (`<U+202E>`); tabs, line feeds and variation selectors stay,
    and joiners where they join what is written so. Of characters that take no cell at most eight
    in a row are kept, and four of those that are written above or below others, or are no letters.
    Idempotent.
    """
    if text.isascii() and text.isprintable():
        return text
    return _fewer_marks(re.sub(_UNSAFE, _shown, text))


def shortened(text: str, most: int = 600) -> str:
    """The text, cut to so many characters where it has more."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def quoted(text: str, most: int = 40) -> str:
    """The text in quotes, on one line, cut where it is long; not yet safe."""
    return f"'{shortened(' '.join(text.split()), most)}'"


def disarmed(text: str) -> str:
    """The text without what `safe` shows, in as many cells: for what has been measured already."""
    if text.isascii() and text.isprintable():
        return text
    clean = _fewer_marks(re.sub(_UNSAFE, "", text), joiner="")
    if clean == text:
        return text
    from rich.cells import cell_len  # noqa: PLC0415 - see `width`

    return fit(clean, cell_len(text))


def escaped(document: str) -> str:
    """JSON that says the same to programs and nothing to a terminal: with escapes for all that."""
    if document.isascii() and "\x7f" not in document:  # C0 characters have escapes already
        return document
    plain = re.sub(_UNSAFE, lambda match: _escape(match[0]), document)
    return _fewer_marks(plain, _escape, _escape(_JOINER))


def on_one_line(text: str) -> str:
    """Safe text with its line feeds and tabs shown too, for a message that takes one line."""
    return safe(text).replace("\n", "\u240a").replace("\t", "\u2409")


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def _escape(character: str) -> str:
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))


def _fewer_marks(
    text: str,
    instead: Callable[[str], str] = lambda _mark: "",
    joiner: str = f"<U+{ord(_JOINER):04X}>",
) -> str:
    """The text with `instead` of each mark that is one too many, and of a `joiner` that joins nothing."""
    if not (_JOINER in text or re.search(_COMBINING, text)):
        return text
    from rich.cells import get_character_cell_size as cells  # noqa: PLC0415 - see `width`

    kept: list[str] = []
    before, waits, room, joined = "", False, _ROOM, 0  # a joiner waits for what it would join
    for character in chain(text, ("",)):
        is_mark = character > _FIRST_MARK and character != _JOINER and not cells(character)
        if is_mark and room < _weight(character) + 2 * waits:
            drawn = instead(character)
            if drawn and waits:  # in their order
                kept.append(joiner)
                waits = False
            kept.append(drawn)
            if drawn:
                before, joined = drawn[-1], 0
            continue
        if waits:
            waits = joined < _JOINED_KEPT and room > 1 and _joins(before, character)
            kept.append(_JOINER if waits else joiner)
            if waits:
                before, room = _JOINER, room - 2
            elif joiner:
                before, room = joiner[-1], _ROOM
        if character == _JOINER:
            waits = True
            continue
        kept.append(character)
        joined = joined if is_mark else joined + 1 if waits else 0
        room = room - _weight(character) if is_mark else _ROOM
        before, waits = character, False
    return "".join(kept)


def _weight(mark: str) -> int:
    """How much of the room a mark takes: half as much where it is part of a syllable."""
    is_letter = (
        unicodedata.category(mark) in {"Mc", "Mn", "Lo"} and not "\ufe00" <= mark <= "\ufe0f"
    )
    return 1 if is_letter and not unicodedata.combining(mark) else 2


def _joins(before: str, after: str) -> bool:
    """Whether a joiner stands between emoji, or in a script that has letters joined by it.

    Such a script has a virama beside it (Unicode 16, chapter 12).
    """
    if not before:
        return False
    ahead = unicodedata.category(after) if after else ""
    if unicodedata.combining(before) == _VIRAMA:
        return ahead == "Lo" or not after.isalnum()
    if unicodedata.category(before) in {"So", "Sk"} or before == "\ufe0f":
        return ahead == "So"
    return bool(after) and unicodedata.combining(after) == _VIRAMA


def width(text: str) -> int:
    """How many cells of the terminal the text takes. Wide and combining characters count right.

    A tab or a line feed counts one, as what it is shown as takes one.
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - most text is ASCII and needs no table

    return cell_len(text.replace("\t", " ").replace("\n", " "))


def fit(text: str, cells: int) -> str:
    """The text in exactly `cells` cells: padded with spaces, or cut with an ellipsis."""
    text = cut(text, cells).rstrip(_JOINER)  # which would join the padding
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """The text in at most `cells` cells; where something is lost it ends in an ellipsis."""
    if width(text) <= cells:
        return text
    if cells < 1:
        return ""
    end, used = 0, 0
    for _, stop, size in _clusters(text, 0, len(text)):
        if used + size > cells - 1:
            break
        end, used = stop, used + size
    return text[:end].rstrip() + "…"


def wrap(text: str, cells: int, most: int | None = None) -> list[tuple[int, int]]:
    """Where the text breaks into lines of at most `cells` cells: start and end of `most` lines.

    Offsets into the text, so that marks on the text can be carried over to the lines. Breaks at
    line feeds, at other white space and between wide characters, and inside a word only where
    it is wider than a line. White space at a break belongs to no line, a tab counts one cell.
    An empty text is one empty line; a line is at least two cells, for a wide character.
    """
    cells = max(cells, 2)
    lines = _wrap_ascii(text, cells) if text.isascii() else _wrap(text, cells)
    return list(islice(lines, most)) or [(0, 0)]


def _wrap_ascii(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """The same where each character takes a cell: line by line and not word by word."""
    at, last = 0, len(text.rstrip())
    while at < last:
        start = next(n for n in range(at, last) if not text[n].isspace())
        at = min(start + cells, last)
        stop = text.find("\n", start, at)
        if stop < 0 and at < last and not text[at].isspace():
            found = _LAST_SPACE.search(text, start, at)
            stop = found.start() if found else -1
        at = stop if stop >= 0 else at
        yield start, start + len(text[start:at].rstrip())


def _wrap(text: str, cells: int) -> Iterator[tuple[int, int]]:
    start, end, used, gap = -1, 0, 0, 0
    for match in _TOKEN.finditer(text):
        if match[1]:
            gap = width(match[1])
            if "\n" in match[1] and start >= 0:
                yield start, end
                start = -1
            continue
        for begin, stop, size in _pieces(text, *match.span(), cells):
            if start >= 0 and used + gap + size > cells:
                yield start, end
                start = -1
            if start < 0:
                start, used, gap = begin, 0, 0
            end, used, gap = stop, used + gap + size, 0
    if start >= 0:
        yield start, end


def _pieces(text: str, begin: int, stop: int, cells: int) -> Iterable[tuple[int, int, int]]:
    """The unbreakable pieces of a word: start, end and cells of each, none wider than a line."""
    word = text[begin:stop]
    size = width(word)
    if size <= cells and (word.isascii() or max(word) < _BREAKABLE[0][0]):
        return ((begin, stop, size),)
    if word.isascii() and size == len(word):  # a megabyte of it takes no longer than a line
        ends = ((at, min(at + cells, stop)) for at in range(begin, stop, cells))
        return ((at, end, end - at) for at, end in ends)
    return _broken(text, begin, stop, cells)


def _broken(text: str, begin: int, stop: int, cells: int) -> Iterator[tuple[int, int, int]]:
    used, before = 0, False
    for start, _, size in _clusters(text, begin, stop):
        breakable = _is_breakable(text[start])
        if start > begin and (breakable or before or used + size > cells):
            yield begin, start, used
            begin, used = start, 0
        used, before = used + size, breakable
    yield begin, stop, used


def _is_breakable(character: str) -> bool:
    return any(low <= character <= high for low, high in _BREAKABLE)


def _clusters(text: str, begin: int, stop: int) -> Iterable[tuple[int, int, int]]:
    """The characters with the marks that belong to them: start, end and cells of each."""
    if text.isascii():
        return ((at, at + 1, 1) for at in range(begin, stop))
    from rich.cells import split_graphemes  # noqa: PLC0415 - see `width`

    plain = text[begin:stop].replace("\t", " ").replace("\n", " ")
    # What a joiner joins takes no cells, also where nothing stands before the joiner: there
    # `split_graphemes` and `cell_len` disagree, and it is the latter that measures the line.
    lead = 0
    while plain.startswith(_JOINER, lead):
        lead += 2
    lead = min(lead, len(plain))
    first = [(begin, begin + lead, 0)] if lead else []
    begin += lead
    rest = split_graphemes(plain[lead:])[0]
    return chain(first, ((begin + start, begin + end, size) for start, end, size in rest))


def wrapped(text: str, cells: int) -> list[str]:
    """The lines of the text, each at most `cells` cells wide."""
    return [text[start:end].replace("\t", " ") for start, end in wrap(text, cells)]
