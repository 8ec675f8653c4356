"""Documents made from the types of the format, and what an editor makes of their text.

A scalar is a text with its style: plain, or in double quotes.
"""

from __future__ import annotations

import re
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec
import yaml
from hypothesis import strategies as st

from briefing.loading.walk import required_of
from briefing.model.anchors import ANCHOR_PATTERN, Anchor
from briefing.model.dates import Date
from briefing.model.scales import LIKELIHOODS

_PLAIN = re.compile(r"[A-Za-z0-9$][A-Za-z0-9 $.-]*|")


class Typed(NamedTuple):
    """A scalar as it stands in a file."""

    text: str
    plain: bool


def typed(text: str) -> st.SearchStrategy[Typed]:
    """The text without quotes where it can be, or with them."""
    can_be_plain = _PLAIN.fullmatch(text) and text == text.strip()
    return st.builds(Typed, st.just(text), st.booleans() if can_be_plain else st.just(False))  # noqa: FBT003


WORDS = st.from_regex(r"[A-Za-z0-9$]([A-Za-z0-9 $.-]{0,12}[a-z])?", fullmatch=True)
ODD = st.sampled_from(
    ["no", "true", "1.10", "0777", "1e3", "1:30", "2026-02-30", "null", "~", "-5", "0x1F", ".inf"]
)
TEXTS = (WORDS | ODD | st.text(max_size=8)).flatmap(typed)
NOTHING = st.just(Typed("", plain=True))
DATES = st.sampled_from(["2027", "2027-10", "2027-10-05", "2027-36", "2027?", "2027/..", "[2027]"])


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values that the field of a struct takes."""
    rules: dict[str, Any] = {}
    if get_origin(hint) is Annotated:
        hint, *metas = get_args(hint)
        for meta in metas:
            rules |= {**(meta.extra or {}), "least": meta.min_length or rules.get("least", 0)}
            rules |= {"most": meta.max_length} if meta.max_length else {}
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        (hint,) = (part for part in parts if part is not NoneType)
        return values(hint)
    if origin is Literal:
        return st.sampled_from(parts).map(str).flatmap(typed)
    if origin is tuple:
        item = values(parts[0])
        least, most = rules.get("least", 0), rules.get("most", 3)
        return item | st.lists(item, min_size=least, max_size=most)
    if origin is dict:
        return st.dictionaries(_scalars(*_of(parts[0])), values(parts[1]), max_size=2)
    if issubclass(hint, msgspec.Struct):
        return documents(hint)
    return _scalars(hint, rules).flatmap(typed) if hint is not str or rules else _filled(rules)


def _of(hint: Any) -> tuple[Any, dict[str, Any]]:
    kind, *metas = get_args(hint)
    return kind, {key: value for meta in metas for key, value in (meta.extra or {}).items()}


def _scalars(kind: Any, rules: dict[str, Any]) -> st.SearchStrategy[str]:
    if kind is int:
        return st.integers(1, 99).map(str)
    if kind is Date:
        return DATES
    if kind is Anchor:
        return st.from_regex(ANCHOR_PATTERN, fullmatch=True)
    if "pattern" in rules:
        return st.from_regex(re.compile(rules["pattern"], re.ASCII), fullmatch=True)
    return st.sampled_from(LIKELIHOODS) if "ref" in rules else WORDS


def _filled(rules: dict[str, Any]) -> st.SearchStrategy[Typed]:
    del rules
    return TEXTS.filter(lambda it: bool(it.text.strip()) and it.text not in {"~", "null"})


def documents(kind: type[msgspec.Struct]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings that a struct is read from; now and then a field that may be empty is."""
    hints = get_type_hints(kind, include_extras=True)
    required = required_of(kind)
    return st.fixed_dictionaries(
        {name: values(hints[name]) for name in kind.__struct_fields__ if name in required},
        optional={
            name: values(hints[name]) | NOTHING
            for name in kind.__struct_fields__
            if name not in required
        },
    )


def text_of(value: Any) -> str:
    """The document as YAML in one line."""
    if isinstance(value, Typed):
        return value.text if value.plain else _in_quotes(value.text)
    if isinstance(value, dict):
        pairs = [f"{_in_quotes(key)}: {text_of(item)}" for key, item in value.items()]
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(map(text_of, value)) + "]"


def _in_quotes(text: str) -> str:
    shown = (c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    return '"' + "".join(shown) + '"'


class _Editor(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: the core schema."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML wants it so


_Editor.add_implicit_resolver("n", re.compile(r"^(?:~|null|Null|NULL|)$"), None)
_Editor.add_implicit_resolver("b", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), None)
_Editor.add_implicit_resolver("i", re.compile(r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9A-Fa-f]+)$"), None)
_Editor.add_implicit_resolver(
    "f",
    re.compile(r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan)$"),
    None,
)
_Editor.add_constructor("n", lambda *_: None)
_Editor.add_constructor("b", lambda _, node: node.value.lower() == "true")
_Editor.add_constructor("i", lambda _, node: _whole(node.value))
_Editor.add_constructor(
    "f", lambda _, node: float(node.value.replace(".inf", "inf").replace(".nan", "nan"))
)


def _whole(text: str) -> int:
    bases = {"0o": 8, "0x": 16}
    return int(text, bases.get(text[:2], 10))


def as_editors_read(text: str) -> Any:
    """What an editor hands to its JSON Schema validator."""
    return yaml.load(text, Loader=_Editor)
