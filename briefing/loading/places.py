"""Names for the places in a tree: paths for messages, positions for the editor."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.loading.tree import Mapping, Node, Scalar, Sequence
from briefing.model import brief as model
from briefing.problems import Mark
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.loading.file import File
    from briefing.model.brief import Position

_NAMES = ("id", "at")  # what names an item of a list: its id, in a source record its anchor
_LONGEST = 40  # characters of a key in a path: longer ones are unknown keys


class Place(Struct, frozen=True):
    """A value: its path in its file, and the nearest name around it with the path from there."""

    node: Node
    path: str
    owner: str
    field: str

    def below(self, key: str, node: Node) -> Place:
        """The place of a value in this one."""
        return Place(node, _joined(self.path, key), self.owner, _joined(self.field, key))

    def item(self, number: int, node: Node) -> Place:
        """The place of an item of this list: under its name where it has one."""
        name = _name(node)
        if name is None:
            return self.below(str(number), node)
        return Place(node, _joined(self.path, name), name, "")


def places(root: Node | None, section: str) -> Iterator[Place]:
    """Every value of a tree, in the order of the file."""
    waiting = [Place(root, "", section, "")] if root else []
    while waiting:
        place = waiting.pop()
        yield place
        node = place.node
        if isinstance(node, Mapping):
            waiting += reversed([place.below(key, value) for key, value in node.items.items()])
        elif isinstance(node, Sequence):
            waiting += reversed([place.item(n, item) for n, item in enumerate(node.items, 1)])


def paths(root: Node | None, wanted: set[int]) -> dict[int, str]:
    """The path of each wanted value, such as "judgments.J3.likelihood", by id() of its node.

    The node of a key stands for its value.
    """
    found = {}
    for place in places(root, "") if wanted else ():
        if id(place.node) in wanted:
            found[id(place.node)] = place.path
        if isinstance(place.node, Mapping):
            for key, node in place.node.keys.items():
                if id(node) in wanted:
                    found[id(node)] = _joined(place.path, key)
    return found


class Positions(model.Positions):
    """Where each value of a brief stands. Built when first asked for: most runs never ask."""

    def __init__(self, files: list[File]) -> None:
        self._files = files

    @cached_property
    def _found(self) -> dict[Position, tuple[File, Place]]:
        found: dict[Position, tuple[File, Place]] = {}
        for file in self._files:
            if file.root is None and file.text:
                from briefing.loading.events import parse  # noqa: PLC0415 - it knows files

                parse(file)
            for place in places(file.root, file.section):
                found.setdefault((place.owner, place.field), (file, place))
        return found

    def rest(self) -> None:
        self.__dict__.pop("_found", None)
        for file in self._files:
            file.root = None
            file.ids, file.references = [], []
        from briefing.loading.walk import struct_reader  # noqa: PLC0415 - it knows files

        struct_reader.cache_clear()

    def spot(self, position: Position, offset: int) -> model.Spot | None:
        if position not in self._found:
            return None
        file, place = self._found[position]
        line, column = place.node.line, place.node.column
        if isinstance(place.node, Scalar):
            line, column = file.typed_at(place.node, offset)
        excerpt, caret = file.excerpt(line, column)
        mark = Mark(file.name, line + 1, column + 1)
        return model.Spot(mark, on_one_line(place.path), excerpt, caret)

    def __getitem__(self, position: Position) -> Mark:
        file, place = self._found[position]
        return file.mark(place.node)

    def __iter__(self) -> Iterator[Position]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _joined(path: str, key: str) -> str:
    key = key[:_LONGEST]
    return f"{path}.{key}" if path else key


def _name(node: Node) -> str | None:
    if isinstance(node, Mapping):
        for key in _NAMES:
            name = node.items.get(key)
            if isinstance(name, Scalar) and name.text.strip():
                return name.text.strip()
    return None
