"""The tables of docs/format.md, made from the types. `python -m tests.docs.format_tables` renews them.

A table stands between `<!-- NAME -->` and `<!-- end -->`; the name is that of a struct, or one of
`ids` and `scales`.
"""

from __future__ import annotations

import re
from pathlib import Path
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

import msgspec

from briefing.loading.kinds import KINDS
from briefing.loading.references import LETTERS
from briefing.loading.walk import required_of
from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.scales import SCALE_TITLES, SCALES

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Path(__file__).parents[2] / "docs" / "format.md"
BLOCK = re.compile(r"<!-- (?P<name>\w+) -->\n(?P<table>.*?)<!-- end -->\n", re.DOTALL)
_LINKS = {"BottomLine": "[bottom line](#bottom-line)"}


def structs() -> dict[str, type[msgspec.Struct]]:
    """Every struct of the format, and those they build on, by name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting = list(KINDS.values())
    while waiting:
        kind = waiting.pop()
        if kind.__name__ not in found:
            found[kind.__name__] = kind
            hints = get_type_hints(kind, include_extras=True).values()
            waiting += [part for hint in hints for part in _within(hint)]
            waiting += [base for base in kind.__bases__ if base is not msgspec.Struct]
    return found


def _within(hint: Any) -> list[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return [hint]
    return [kind for part in get_args(hint) for kind in _within(part)]


def tables() -> dict[str, str]:
    """Every table of the page, by the name of its block."""
    fields = {name: table_of(kind) for name, kind in structs().items()}
    return {**fields, "ids": _ids(), "scales": _scales()}


def table_of(kind: type[msgspec.Struct]) -> str:
    """The fields of a struct; not those of the struct it builds on, which have their own table."""
    hints = get_type_hints(kind, include_extras=True)
    required = required_of(kind)
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    default_of = dict(zip(reversed(names), reversed(defaults), strict=False))
    rows = []
    for name in kind.__annotations__:
        needed = "yes" if name in required else ""
        if isinstance(default_of.get(name), str):
            needed = f"else `{default_of[name]}`"
        values, meaning = values_of(hints[name])
        rows.append((f"`{name}`", needed, values, meaning))
    return _table(("field", "needed", "value", "meaning"), rows)


def values_of(hint: Any, meaning: str = "") -> tuple[str, str]:
    """What a field takes, and what it means."""
    rules: dict[str, Any] = {}
    if get_origin(hint) is Annotated:
        hint, *metas = get_args(hint)
        for meta in metas:
            rules |= meta.extra or {}
            rules |= {
                k: v for k in ("ge", "le", "min_length") if (v := getattr(meta, k)) is not None
            }
            meaning = meta.description or meaning
    if get_origin(hint) in {Union, UnionType}:
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
        return values_of(hint, meaning)
    return _value(hint, rules), meaning


def _value(hint: Any, rules: dict[str, Any]) -> str:
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return ", ".join(f"`{word}`" for word in parts)
    if get_origin(hint) is tuple:
        several = "one or several" if rules.get("min_length") else "several"
        return f"{values_of(parts[0])[0]}; {several}"
    if get_origin(hint) is dict:
        return f"{values_of(parts[0])[0]}: {values_of(parts[1])[0]}"
    return _plain_value(hint, rules)


def _plain_value(hint: Any, rules: dict[str, Any]) -> str:
    if hint is int:
        most = f" to {rules['le']}" if "le" in rules else " or more"
        return f"whole number, {rules['ge']}{most}"
    if issubclass(hint, msgspec.Struct):
        name = hint.__name__.lower()
        return _LINKS.get(hint.__name__) or f"[{name}](#{name})"
    named = {Date: "[date](#dates)", Anchor: "[anchor](#anchors)"}
    if rules.get("ref") == "likelihood":
        return "[likelihood](#likelihood)"
    return named.get(hint) or rules.get("expected") or "text"


def _ids() -> str:
    special = {"Risk": "entries in risks.yaml", "Watch": "signs to watch for"}
    rows = [
        (
            f"`{letters}`",
            f"points in {name}.yaml" if name.islower() else special.get(name, f"{name.lower()}s"),
        )
        for name, letters in LETTERS.items()
    ]
    return _table(("letters", "what they name"), rows)


def _scales() -> str:
    terms = zip(*SCALES.values(), strict=True)
    rows = [tuple(f"{t.word}, {t.low}-{t.high}%" for t in row) for row in terms]
    return _table(tuple(f"`{name}`: {SCALE_TITLES[name]}" for name in SCALES), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n".replace("|  |", "| |") for cells in lines)


def renewed(page: str) -> str:
    """The page with its tables as the types have them."""
    made = tables()
    return BLOCK.sub(lambda m: f"<!-- {m['name']} -->\n{made[m['name']]}<!-- end -->\n", page)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
