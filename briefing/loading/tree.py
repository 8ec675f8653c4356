"""What a YAML file is read into: nodes that know where they stand. Lines and columns from 0."""

from __future__ import annotations

from msgspec import Struct

from briefing.text import quoted


class Scalar(Struct, gc=False):
    """A text as it was typed; `plain` where it stood without quotes, `last` the line it ends in."""

    text: str
    line: int
    column: int
    plain: bool = False
    last: int = 0


class Sequence(Struct):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Mapping(Struct):
    """Keys and values, and the nodes of the keys for where they stand."""

    items: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def is_absent(node: Node) -> bool:
    """Whether there is no value: nothing typed, or a YAML null without quotes."""
    return type(node) is Scalar and node.plain and node.text in _NULLS


def found(node: Node) -> str:
    """What stands there, for messages."""
    if isinstance(node, Mapping):
        return "keys and values"
    if isinstance(node, Sequence):
        return "a list"
    return quoted(node.text) if node.text.strip() and not is_absent(node) else "nothing"


_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
