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
from briefing.loading.tree import Mapping, Node, Scalar, Sequence
from briefing.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.loading.file import File

DEPTH = 32
NODES = 50_000

_NO_ANCHORS = "write the value out where it is needed; to begin a text with this sign, quote it"
_STARTS = {MappingStartEvent, SequenceStartEvent}


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
    """Puts nodes together; a stack holds the start and the siblings of each open collection."""

    def __init__(self, file: File) -> None:
        self.file = file

    def build(self, get_event: Callable[[], Any]) -> Node | None:
        """The root of the one document, None where there is none."""
        nodes: list[Node] = []
        stack: list[tuple[Any, list[Node]]] = []
        left = NODES
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                if event.tag is not None or event.anchor is not None:
                    self._refuse_marks(event)
                mark = event.start_mark
                last = event.end_mark.line
                nodes.append(Scalar(event.value, mark.line, mark.column, event.implicit[0], last))
            elif kind is MappingEndEvent:
                node: Node = self._mapping(stack[-1][0].start_mark, nodes)
                nodes = stack.pop()[1]
                nodes.append(node)
            elif kind is SequenceEndEvent:
                mark = stack[-1][0].start_mark
                node = Sequence(nodes, mark.line, mark.column)
                nodes = stack.pop()[1]
                nodes.append(node)
            elif kind in _STARTS:
                self._check_start(event, len(stack))
                stack.append((event, nodes))
                nodes = []
            elif kind is StreamEndEvent:
                return nodes[0] if nodes else None
            else:
                _check_rest(event, nodes)
                continue
            left -= 1
            if not left:
                raise _refused(event, f"more than {NODES:,} values in one file", "split the brief")

    def _check_start(self, event: Any, depth: int) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_marks(event)
        if depth == DEPTH:
            raise _refused(event, f"nested deeper than {DEPTH} levels", "a brief needs about 6")

    def _mapping(self, mark: Any, nodes: list[Node]) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        children = iter(nodes)
        for key, value in zip(children, children, strict=True):
            if type(key) is Scalar and key.text not in items and key.text != "<<":
                items[key.text] = value
                keys[key.text] = key
            else:
                self._refuse_key(key, keys, items)
        return Mapping(items, keys, mark.line, mark.column)

    def _refuse_key(self, key: Node, keys: dict[str, Scalar], items: dict[str, Node]) -> None:
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
                of=items[key.text],
            )

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            raise _refused(event, "anchors (&) are not allowed", _NO_ANCHORS)
        mark = event.start_mark
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.file.error_at(
            mark.line,
            mark.column,
            f"tags such as {quoted(tag)} are not allowed",
            "write the value without a tag; to begin a text with !, quote it",
        )


def _check_rest(event: Any, nodes: list[Node]) -> None:
    if type(event) is AliasEvent:
        raise _refused(event, "aliases (*) are not allowed", _NO_ANCHORS)
    if type(event) is DocumentStartEvent and nodes:
        raise _refused(event, "a second document starts here", "one file holds one document")


def _refused(event: Any, message: str, hint: str) -> RefusedError:
    mark = event.start_mark
    return RefusedError(message, hint, mark.line, mark.column)
