"""The small types that fields of a brief are made of.

Each carries, for the loader, what its text must look like (`extra`), and for editors the same as
JSON Schema (`extra_json_schema`). Patterns stand there and not in `Meta(pattern=)`, which crashes
the interpreter at exit in msgspec 0.22 (msgspec issue 717).
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from msgspec import Meta

ENTRY_ID = r"[a-z][a-z0-9-]{0,39}"
STATEMENT_ID = r"[A-Z]{1,2}[0-9]{1,4}"


def fields_among(part: object, names: tuple[str, ...]) -> tuple[str, ...]:
    """Which of the names are fields of a struct, in their order; of anything else, none."""
    kind: Any = type(part)
    return _fields_among(kind, names)


@cache
def _fields_among(kind: type, names: tuple[str, ...]) -> tuple[str, ...]:
    has = getattr(kind, "__struct_fields__", ())
    return tuple(name for name in names if name in has)


def means(description: str, **extra: Any) -> Meta:
    """What a field means, for the schema and the reference; `extra` is for the loader."""
    return Meta(description=description, extra=extra or None)


def _text(pattern: str, expected: str, **extra: str) -> Meta:
    return Meta(
        extra={"pattern": pattern, "expected": expected, **extra},
        extra_json_schema={"pattern": f"^({pattern})$"},
    )


# A name stands beside every statement it is true of, in each line of an export and in an index.
Name = Annotated[str, Meta(extra={"most": 1000})]
EntryId = Annotated[str, _text(ENTRY_ID, "a short lower-case name such as new-site")]
StatementId = Annotated[str, _text(STATEMENT_ID, "an id such as R1, capitals and a number")]
Sha256 = Annotated[str, _text(r"[0-9a-f]{64}", "64 lower-case hex digits")]
Fingerprint = Annotated[str, _text(r"[0-9a-f]{16}", "16 lower-case hex digits")]

# References: the loader checks that what they name exists, across files.
EntryRef = Annotated[str, _text(f"{ENTRY_ID}|RK[0-9]{{1,4}}", "the id of an entry", ref="entry")]
PointRef = Annotated[str, _text(STATEMENT_ID, "the id of a point", ref="point")]
StartRef = Annotated[
    str, _text(f"{STATEMENT_ID}|published", "the id of an event, or published", ref="start")
]
SupportRef = Annotated[str, _text(STATEMENT_ID, "the id of a point or judgment", ref="support")]
ForecastRef = Annotated[str, _text(STATEMENT_ID, "the id of a judgment or risk", ref="forecast")]
