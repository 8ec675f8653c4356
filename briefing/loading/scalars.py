"""Readers of single values: text, words of a list, whole numbers, dates and anchors."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from briefing.loading.file import Reference
from briefing.loading.hints import Guess, one_of
from briefing.loading.tree import Node, Scalar, found, is_absent
from briefing.model.anchors import Anchor
from briefing.model.scales import LIKELIHOODS
from briefing.text import safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.loading.file import File

Rules = dict[str, Any]

_INTEGER = re.compile(r"-?[0-9]{1,9}", re.ASCII)


def text_reader(rules: Rules) -> Callable[[Node, File], str | None]:
    """A reader of text; rules: a pattern, what it expects, a kind of reference, and a length."""
    if rules.get("ref") == "likelihood":
        return _noted("likelihood", word_reader(LIKELIHOODS, "a likelihood such as likely"))
    if "most" in rules:
        return partial(_read_name, most=rules["most"])
    if "pattern" not in rules:
        return read_text
    reader = _pattern_reader(re.compile(rules["pattern"]), rules["expected"])
    return _noted(rules["ref"], reader) if "ref" in rules else reader


def read_text(node: Node, file: File) -> str | None:
    """The text of a scalar, made safe, without white space at its ends."""
    if not isinstance(node, Scalar):
        file.error(node, f"expected text, found {found(node)}")
        return None
    text = node.text
    if not (text.isascii() and text.isprintable()):
        text = safe(text)
        if text != node.text:
            file.warn(node, *_shown(node.text))
    text = text.strip()
    if not text or is_absent(node):
        file.error(node, "there is no text here", "leave it out; or quote a text such as null")
        return None
    return text


def _read_name(node: Node, file: File, most: int) -> str | None:
    """The text of a scalar as far as it is a name."""
    text = read_text(node, file)
    if text and len(text) > most:
        file.warn(node, f"more than {most:,} characters; the rest is left out", "shorten it")
        text = safe(text[:most])  # it may end within what is joined now
    return text


def read_word(node: Node, file: File) -> str | None:
    """The text of a scalar that stands for something, and so must be exact."""
    text = read_text(node, file)
    if text is None or text == node.text:  # type: ignore[union-attr]
        return text
    file.error(node, f"expected no white space around {found(node)}", "delete it")
    return None


def _shown(text: str) -> tuple[str, str]:
    """What the warning says of the first character that was not kept."""
    for character in text:
        if (shown := safe(character)) != character:
            if len(shown) == 1:
                return f"a control character, shown as {shown}", "delete it"
            return f"an invisible character, shown as {shown}", "delete it"
    return "more marks in a row than a syllable needs; the rest is left out", "delete them"


def _pattern_reader(pattern: re.Pattern[str], expected: str) -> Callable[[Node, File], str | None]:
    def read(node: Node, file: File) -> str | None:
        text = read_word(node, file)
        if text and not pattern.fullmatch(text):
            file.error(node, f"expected {expected}, found {found(node)}")
            return None
        return text

    return read


def _noted(
    kind: str, reader: Callable[[Node, File], str | None]
) -> Callable[[Node, File], str | None]:
    def read(node: Node, file: File) -> str | None:
        text = reader(node, file)
        if text:
            file.references.append(Reference(kind, text, node))
        return text

    return read


def word_reader(words: tuple[Any, ...], expected: str = "") -> Callable[[Node, File], Any]:
    """A reader of one word of a list, which `expected` describes; the words may be numbers."""
    by_text = {str(word): word for word in words}
    expected = expected or one_of(by_text)

    def read(node: Node, file: File) -> Any:
        text = read_word(node, file)
        if text in by_text:
            return by_text[text]
        if text:
            message = f"expected {expected}, found {found(node)}"
            file.error(node, message, Guess(text, by_text) if len(words) > 1 else "")
        return None

    return read


def integer_reader(rules: Rules) -> Callable[[Node, File], int | None]:
    """A reader of whole numbers; rules: `ge` and `le`, the smallest and the largest."""
    low, high = rules.get("ge"), rules.get("le")

    def read(node: Node, file: File) -> int | None:
        text = read_word(node, file)
        if not text:
            return None
        if not _INTEGER.fullmatch(text):
            file.error(node, f"expected a whole number, found {found(node)}")
            return None
        number = int(text)
        if low is not None and number < low:
            file.error(node, f"expected {low} or more, found {number}")
        if high is not None and number > high:
            file.error(node, f"expected {high} or less, found {number}")
        return number

    return read


def custom_reader(kind: type[str]) -> Callable[[Node, File], str | None]:
    """A reader of a kind of text that checks itself: it raises ValueError with the reason."""
    noted = kind is Anchor

    def read(node: Node, file: File) -> str | None:
        text = read_word(node, file)
        if not text:
            return None
        try:
            value = kind(text)
        except ValueError as error:
            file.error(node, f"{error}, found {found(node)}")
            return None
        if noted:
            file.references.append(Reference("anchor", value, node))
        return value

    return read
