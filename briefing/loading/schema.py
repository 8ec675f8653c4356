"""The format as JSON Schema, for editors. It accepts whatever the loader accepts.

The loader takes texts as they were typed, where an editor sees numbers and booleans; a bare item
for a list of one; and no value for a field that may be left out. So the schema of the types is
widened by these. What it cannot say (ids that must exist, dates of the calendar) it lets pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import json

from briefing.loading.kinds import KINDS
from briefing.model.anchors import ANCHOR_PATTERN, Anchor
from briefing.model.dates import Date

if TYPE_CHECKING:
    from briefing.model.sections import SectionName

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_POINT = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?"
_END = rf"({_POINT}|\.\.)"
_LISTED = rf"\[ *{_POINT} *(, *{_POINT} *)*\]"
_DATE = rf"^({_POINT}|{_END}/{_END}|\[({_POINT})?\.\.({_POINT}|\.\.)?\]|{_LISTED})$"
_PATTERNS: dict[type, str] = {Date: _DATE, Anchor: f"^({ANCHOR_PATTERN})$"}
_SAID = ("description", "default")
_NOTHING = {"type": "null"}
_INTEGER = "^-?[0-9]{1,9}$"

Shape = dict[str, Any]


def schema(section: SectionName | None = None) -> Shape:
    """The schema of the file of a section; without one, of every file of a brief."""
    kinds = [KINDS[section]] if section else list(KINDS.values())
    references, definitions = json.schema_components(
        kinds, schema_hook=_custom, ref_template="#/$defs/{name}"
    )
    whole = references[0] if section else {"anyOf": list(references)}
    title = f"{section} of a brief" if section else "a file of a brief"
    return {
        "$schema": _DIALECT,
        "title": title,
        **whole,
        "$defs": {name: _struct(body) for name, body in definitions.items()},
    }


def _custom(kind: type) -> Shape:
    return {"type": "string", "pattern": _PATTERNS[kind]}


def _struct(body: Shape) -> Shape:
    required = body.get("required", ())
    properties = {
        name: _value(value) if name in required else _optional(_value(value))
        for name, value in body["properties"].items()
    }
    # python -OO leaves no docstring to say it
    said = {"description": _first_line(body["description"])} if "description" in body else {}
    return {**body, **said, "properties": properties}


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _value(body: Shape) -> Shape:
    """What a value may look like in an editor."""
    said = {key: body[key] for key in _SAID if key in body}
    shape = {key: value for key, value in body.items() if key not in said}
    match shape:
        case {"anyOf": parts}:
            shape = {"anyOf": [_value(part) for part in parts]}
        case {"enum": words}:
            numbers = [word for word in words if isinstance(word, int)]
            shape = {"enum": [*words, *map(str, numbers)]}
        case {"type": "array", "items": item}:
            shape = {"anyOf": [{**shape, "items": _value(item)}, _value(item)]}
        case {"type": "object", "additionalProperties": item}:
            shape = {**shape, "additionalProperties": _value(item)}
        case {"type": "integer"}:
            shape = {**shape, "type": ["integer", "string"], "pattern": _INTEGER}
        case {"type": "string"}:
            shape = {**shape, "type": ["string", "number", "boolean"]}
    return said | shape


def _optional(body: Shape) -> Shape:
    """The same, or nothing typed."""
    said = {key: body[key] for key in _SAID if body.get(key)}
    shape = {key: value for key, value in body.items() if key not in _SAID}
    parts = shape.get("anyOf", [shape])
    return said | {"anyOf": parts if _NOTHING in parts else [*parts, _NOTHING]}
