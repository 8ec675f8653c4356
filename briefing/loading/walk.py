"""From a tree to structs, driven by their types. Every problem is found, not only the first.

A reader takes a node and its file, reports what is wrong with the node, and returns its value;
what it returns after an error is never used, because a file with errors becomes no section.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import NODEFAULT, Meta, Struct

from briefing.loading.file import Reference
from briefing.loading.hints import Guess
from briefing.loading.scalars import custom_reader, integer_reader, text_reader, word_reader
from briefing.loading.tree import Mapping, Sequence, found, is_absent
from briefing.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.loading.file import File
    from briefing.loading.tree import Node

    Reader = Callable[[Node, File], Any]


@cache
def struct_reader(kind: type[Struct]) -> Reader:
    """The reader of a struct; built once, at its first use."""
    fields = readers_of(kind)
    required = required_of(kind)
    name = kind.__name__

    def read(node: Node, file: File) -> Struct | None:
        if type(node) is not Mapping:
            message = f"expected keys such as `{kind.__struct_fields__[0]}:`, found {found(node)}"
            file.error(node, message)
            return None
        values: dict[str, Any] = {}
        for key, value in node.items.items():
            if key not in fields:
                _unknown_key(node, key, fields, file)
            elif not is_absent(value):
                values[key] = fields[key](value, file)
                if key == "id":
                    file.ids.append(Reference(name, values[key], value))
            elif key in required:
                file.error(value, f"'{key}' is empty", "write its value after the colon")
        if not required <= values.keys():
            _missing_keys(node, required, file)
            return None
        return kind(**values)

    return read


def readers_of(kind: type[Struct]) -> dict[str, Reader]:
    """The reader of each field of a struct."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: reader(hints[name]) for name in kind.__struct_fields__}


def required_of(kind: type[Struct]) -> frozenset[str]:
    """The fields that have no default."""
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    optional = names[len(names) - len(defaults) :]
    missing = {
        name for name, default in zip(optional, defaults, strict=True) if default is NODEFAULT
    }
    return frozenset(names[: len(names) - len(defaults)]) | missing


def _unknown_key(node: Mapping, key: str, fields: dict[str, Reader], file: File) -> None:
    hint: str | Guess = Guess(key, fields)
    if " " in key and is_absent(node.items[key]):
        hint = "within { } a comma ends a text: put a text with commas in quotes"
    file.error(node.keys[key], f"unknown key {quoted(key)}", hint)


def _missing_keys(node: Mapping, required: frozenset[str], file: File) -> None:
    for key in sorted(required - node.items.keys()):
        file.error(node, f"the key '{key}' is missing", f"add `{key}:` here", key=key)


def reader(hint: Any) -> Reader:
    """The reader of a type as the structs of the model write it."""
    rules: dict[str, Any] = {}
    if get_origin(hint) is Annotated:
        hint, *metas = get_args(hint)
        for meta in metas:
            rules |= _rules(meta)
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
        return reader(hint)
    if origin is Literal:
        return word_reader(get_args(hint))
    if origin is tuple:
        return _sequence_reader(reader(get_args(hint)[0]), rules)
    if origin is dict:
        return _pairs_reader(*map(reader, get_args(hint)))
    return _plain_reader(hint, rules)


def _rules(meta: Meta) -> dict[str, Any]:
    limits = {name: getattr(meta, name) for name in ("min_length", "max_length", "ge", "le")}
    return {**{k: v for k, v in limits.items() if v is not None}, **(meta.extra or {})}


def _plain_reader(kind: Any, rules: dict[str, Any]) -> Reader:
    if kind is str:
        return text_reader(rules)
    if kind is int:
        return integer_reader(rules)
    if issubclass(kind, str):
        return custom_reader(kind)
    return struct_reader(kind)


def _sequence_reader(item: Reader, rules: dict[str, Any]) -> Reader:
    """A reader of lists; one bare item counts as a list of one."""
    least, most = rules.get("min_length", 0), rules.get("max_length")

    def read(node: Node, file: File) -> tuple[Any, ...]:
        nodes = node.items if type(node) is Sequence else [node]
        if len(nodes) < least:
            file.error(node, "the list is empty", f"it needs at least {least}")
        if most is not None and len(nodes) > most:
            file.error(node, f"expected at most {most} values, found {len(nodes)}")
        return tuple([item(each, file) for each in nodes])

    return read


def _pairs_reader(key: Reader, value: Reader) -> Reader:
    """A reader of keys and values of the curator's own choice."""

    def read(node: Node, file: File) -> dict[Any, Any]:
        if type(node) is not Mapping:
            file.error(node, f"expected keys and values, found {found(node)}")
            return {}
        return {key(node.keys[k], file): value(v, file) for k, v in node.items.items()}

    return read
