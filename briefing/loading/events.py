"""YAML events to a tree, with limits. No anchors, aliases, tags or merge keys; one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from briefing.loading.parser import events
from briefing.loading.reading import RefusedError
from briefing.loading.tree import Mapping, Node, Scalar, Sequence, quoted

if TYPE_CHECKING:
    from briefing.loading.file import File

DEPTH = 32
NODES = 50_000

_NO_ANCHORS = "write the value out where it is needed; to begin a text with this sign, quote it"
_STARTS = {MappingStartEvent, SequenceStartEvent}
_ENDS = {MappingEndEvent, SequenceEndEvent}


def parse(file: File) -> None:
    """Fill `file.root` from `file.text`; what is wrong goes to the file's findings."""
    try:
        file.root = _Builder(file).build(events(file.text))
    except RefusedError as error:
        file.error_at(error.line, error.column, error.message, error.hint)
    except (YAMLError, ValueError) as error:
        from briefing.loading.syntax import explain  # noqa: PLC0415 - only where something is wrong

        refused = explain(error, file.text)
        file.error_at(refused.line, refused.column, refused.message, refused.hint)


class _Builder:
    """Puts nodes together. `stack` holds the start and the siblings of each open collection."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.stack: list[tuple[Any, list[Node]]] = []
        self.nodes: list[Node] = []
        self.left = NODES

    def build(self, get_event: Any) -> Node | None:
        """The root of the one document, None where there is none."""
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind in _ENDS:
                self._close(event)
            elif kind in _STARTS:
                self._open(event)
            elif kind is StreamEndEvent:
                return self.nodes[0] if self.nodes else None
            elif kind is AliasEvent:
                raise _refused(event, "aliases (*) are not allowed", _NO_ANCHORS)
            elif kind is DocumentStartEvent and self.nodes:
                raise _refused(
                    event, "a second document starts here", "one file holds one document"
                )

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        if event.tag is not None or event.anchor is not None:
            self._check(event)
        self.left -= 1
        self.nodes.append(Scalar(event.value, mark.line, mark.column, event.implicit[0]))

    def _open(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._check(event)
        if len(self.stack) == DEPTH:
            raise _refused(event, f"nested deeper than {DEPTH} levels", "a brief needs about 6")
        self.stack.append((event, self.nodes))
        self.nodes = []

    def _close(self, event: Any) -> None:
        start, siblings = self.stack.pop()
        mark = start.start_mark
        if type(event) is SequenceEndEvent:
            node: Node = Sequence(self.nodes, mark.line, mark.column)
        else:
            node = self._mapping(mark.line, mark.column)
        self.left -= 1
        if self.left < 0:
            raise _refused(start, f"more than {NODES:,} values in one file", "split the brief")
        siblings.append(node)
        self.nodes = siblings

    def _mapping(self, line: int, column: int) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        children = iter(self.nodes)
        for key, value in zip(children, children, strict=True):
            if type(key) is Scalar and key.text not in items and key.text != "<<":
                items[key.text] = value
                keys[key.text] = key
            else:
                self._refuse_key(key, keys)
        return Mapping(items, keys, line, column)

    def _refuse_key(self, key: Node, keys: dict[str, Scalar]) -> None:
        if not isinstance(key, Scalar):
            self.file.error(key, "a key must be text", "quote a key that begins with [ or {")
        elif key.text == "<<":
            self.file.error(key, "merge keys (<<) are not allowed", "write the keys out")
        else:
            first = keys[key.text]
            self.file.error(
                key,
                f"the key {quoted(key.text)} stands here twice: first in line {first.line + 1}",
                "keep one of the two",
            )

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            raise _refused(event, "anchors (&) are not allowed", _NO_ANCHORS)
        mark = event.start_mark
        self.file.error_at(
            mark.line,
            mark.column,
            f"tags such as {quoted(event.tag)} are not allowed",
            "write the value without a tag; to begin a text with !, quote it",
        )


def _refused(event: Any, message: str, hint: str) -> RefusedError:
    mark = event.start_mark
    return RefusedError(message, hint, mark.line, mark.column)
