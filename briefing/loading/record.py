"""The source record: where it lies, whether its numbers run, and the reader's copy of the source."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from briefing.loading.file import File
from briefing.loading.names import shown
from briefing.loading.parts import parsed, read_file
from briefing.loading.reading import LIMIT, MARK, NEWLINE, RefusedError, read, utf8
from briefing.loading.tree import Mapping, Sequence
from briefing.model.article import paragraphs
from briefing.problems import BriefingError
from briefing.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing.loading.file import Reference
    from briefing.loading.tree import Node
    from briefing.model.anchors import Anchor
    from briefing.model.source import SourceRecord

_ROOTED = re.compile(r"[/\\~]|[A-Za-z]:")
_ITS_KEYS = re.compile(r"""^["']?(format|sha256|paragraphs)["']?[ \t]*:""", re.MULTILINE)


def record_path(folder: Path, source: str, brief: File) -> Path | None:
    """The path of the record that brief.yaml names; None, and a problem, where it has none."""
    node = _value(brief.root, "source")
    if _ROOTED.match(source):
        brief.error(node, "expected a path relative to brief.yaml", "such as ../../seeds/NAME.yaml")
        return None
    path = folder / source
    if not os.path.lexists(path):
        brief.error(node, "there is no source record here", "a path counts from brief.yaml")
        return None
    return path


def quote_none_but_records(file: File) -> None:
    """Say of a file that is no record only that: whoever wrote the brief may have named any file.

    One key of a record is not enough: many a file that holds a password has a `kind` or a `format`.
    """
    if file.is_broken and file.text.strip() and len(set(_ITS_KEYS.findall(file.text))) < 2:
        file.findings.clear()
        file.text = ""  # so that no line of it is shown
        file.counted.clear()
        hint = (
            "it has lines with `format:`, `sha256:` and `paragraphs:`; `briefing source` writes one"
        )
        file.error_at(0, 0, "this is no source record", hint)


def _value(root: Node | None, key: str) -> Node:
    assert isinstance(root, Mapping)  # noqa: S101 - the walk read a value from it
    return root.items[key]


def check_numbers(record: SourceRecord, file: File) -> None:
    """Report the first paragraph, and the first card of each, that breaks the order."""
    nodes = _items(file.root, "paragraphs")
    _check_run([p.at for p in record.paragraphs], nodes, "P", file)
    for paragraph, node in zip(record.paragraphs, nodes, strict=True):
        cards = [card.at for card in paragraph.sentences]
        _check_run(cards, _items(node, "sentences"), f"{paragraph.at}.", file)


def _items(node: Node | None, key: str) -> list[Node]:
    found = node.items.get(key) if isinstance(node, Mapping) else None
    if isinstance(found, Sequence):
        return found.items
    return [found] if isinstance(found, Mapping) else []


def _check_run(anchors: list[Anchor], nodes: list[Node], prefix: str, file: File) -> None:
    for number, (anchor, node) in enumerate(zip(anchors, nodes, strict=True), 1):
        if anchor != f"{prefix}{number}":
            message = f"expected {prefix}{number} here, found {anchor}"
            file.error(_value(node, "at"), message, "they run in the order of the source")
            return


def check_anchors(files: Iterable[File], record: SourceRecord) -> None:
    """Report anchors into paragraphs or sentences that the record does not have."""
    sentences = {p.at.paragraph: len(p.sentences) for p in record.paragraphs}
    for file in files:
        for reference in file.references:
            if reference.kind == "anchor" and file.section != "source":
                _check_anchor(file, reference, sentences)


def _check_anchor(file: File, reference: Reference, sentences: dict[int, int]) -> None:
    anchor = reference.text
    if TYPE_CHECKING:
        assert isinstance(anchor, Anchor)
    count = sentences.get(anchor.paragraph)
    if count is None:
        hint = f"its paragraphs are P1 to P{len(sentences)}" if sentences else ""
        file.error(reference.node, f"the source has no paragraph {anchor}", hint)
    elif count and anchor.sentence and anchor.sentence > count:
        hint = f"that paragraph has {count} of them" if count > 1 else "that paragraph has one"
        file.error(reference.node, f"the source has no sentence {anchor}", hint)


def read_article(record: SourceRecord, path: Path, file: File) -> tuple[str, ...] | None:
    """The reader's own copy of the source by paragraphs, where it lies there and is the same."""
    node = _value(file.root, "file")
    if not is_plain(record.file):
        file.error(node, "expected a plain file name, beside this record")
        return None
    copy = path.with_name(record.file)
    if not os.path.lexists(copy):
        return None
    try:
        data = read(copy)
    except RefusedError as error:
        file.warn(node, f"your copy of the source: {error.message}")
        return None
    from hashlib import sha256  # noqa: PLC0415 - takes 4 ms, and most readers have no copy

    if sha256(data).hexdigest() != record.sha256:
        file.warn(
            node,
            "your copy of the source differs from the one this record was made from",
            "the source section shows cards instead of the text",
        )
        return None
    found = tuple(paragraphs(safe_lines(data.removeprefix(MARK).decode("utf-8", "replace"))))
    if len(found) != len(record.paragraphs):
        file.error(
            _value(file.root, "paragraphs"),
            f"the source has {len(found)} paragraphs, this record {len(record.paragraphs)}",
        )
        return None
    return found


def safe_lines(text: str) -> str:
    """A text with its lines, and nothing else that a terminal would act on."""
    return "\n".join(safe(line) for line in NEWLINE.split(text))


def is_plain(name: str) -> bool:
    """Whether a name is that of a file beside the record, and no path."""
    return name not in {"", ".", ".."} and not re.search(r"[/\\:]", name)


def read_text(path: Path) -> tuple[bytes, str]:
    """The bytes of an article and its text. Raises BriefingError where it cannot be read."""
    file = File("source", shown(path))
    try:
        data = read(path)
        return data, safe_lines(utf8(data))
    except RefusedError as error:
        file.error_at(error.line, error.column, error.message, error.hint)
        raise BriefingError("the article cannot be read", file.problems()) from None


def check_text(text: str, path: Path) -> None:
    """Raise BriefingError where a record that is about to be written would not load again."""
    file = File("source", shown(path))
    if len(text.encode()) > LIMIT or parsed(file, text) is None or file.has_errors:
        msg = "its record would be too large: split the article into several"
        raise BriefingError(msg)


def read_record(path: Path) -> tuple[SourceRecord, str]:
    """A record and the text of its file. Raises BriefingError where it is none that loads."""
    file = File("source", shown(path))
    record: SourceRecord | None = read_file(file, path)
    if record is None or file.has_errors:
        message = "is no source record, and nothing was written: name another file with -o"
        raise BriefingError(f"{file.name} {message}", file.problems())
    return record, file.text
