"""Nothing of a file, a name or an argument is obeyed by the terminal, whatever shows it.

Real programs in real terminals; what counts is the bytes that the terminal was sent.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from briefing.audit.output import as_json as audit_as_json
from briefing.export import as_json, as_ndjson, hits_as_json
from briefing.export.differences import differences, differences_as_json
from briefing.library import audit_of
from briefing.loading import load
from briefing.model.statements import statements
from tests.hostile.briefs import FREE, write_hostile
from tests.hostile.payloads import FIXED, MARKUP, generated
from tests.wire import foreign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.model.statements import Statement

PAYLOADS = [*FIXED.values(), *MARKUP]
SOME = [*generated(6, 40)]
# what the name of a folder may be: anything but NUL and "/"
NAMES = [
    "a\x1b]2;PWNED\x07",
    "b\x9b31m\u202e[red]",
    "c\nd\r\x85e",
    "f\udc9b31m\udcff",
    "g" + "\u0301" * 9,
    "[@click=app.quit]q[/]",
]
_NAMED = {"source", "file"}  # text too, but the path of a file that has to be there


def parts(brief: Brief) -> Iterator[msgspec.Struct]:
    """Every struct of what was loaded."""
    waiting: list[Any] = [getattr(brief, name) for name in ("header", "source", "outlook")]
    waiting += [brief.regions, brief.motives, brief.competitors]
    waiting += [brief.risks, brief.timeline, brief.figures]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            waiting += part
        elif isinstance(part, msgspec.Struct):
            yield part
            waiting += msgspec.structs.astuple(part)


def free(field: msgspec.inspect.Field) -> bool:
    """Whether people write what they like into it."""
    waiting, found = [field.type], False
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, msgspec.inspect.Metadata) and not {"ref", "pattern"} & {
            *(kind.extra or ())
        }:
            waiting.append(kind.type)
        elif isinstance(kind, msgspec.inspect.UnionType):
            waiting += kind.types
        elif isinstance(kind, msgspec.inspect.VarTupleType):
            waiting.append(kind.item_type)
        elif isinstance(kind, msgspec.inspect.StrType):
            found = found or kind.pattern is None
    return found


def test_no_free_text_of_the_format_is_left_out(tmp_path: Path) -> None:
    brief = load(write_hostile(tmp_path, PAYLOADS))
    assert not brief.broken
    tried = set()
    for part in parts(brief):
        info = msgspec.inspect.type_info(type(part))
        assert isinstance(info, msgspec.inspect.StructType)
        for field in filter(free, info.fields):
            if value := getattr(part, field.name):
                hostile = "Mill " in str(value)
                assert hostile == (field.name not in _NAMED), (info.cls, field.name)
                tried.add(field.name)
    assert tried == FREE | _NAMED


class Found(NamedTuple):
    """A hit, as far as JSON knows hits."""

    statement: Statement
    brief: str


def test_json_is_exact_and_harmless(tmp_path: Path) -> None:
    name = f"{NAMES[0]}{NAMES[2]}"
    brief = load(write_hostile(tmp_path / name, PAYLOADS))
    document = as_json(brief)
    lines = [*as_ndjson(brief, name)]
    hits = hits_as_json([Found(statement, name) for statement in statements(brief)])
    report = audit_as_json([(name, audit_of(brief), None)])
    compared = differences_as_json(differences(brief, brief))
    for text in (document, *lines, hits, report, compared):
        assert foreign(text.encode()) == []
    told = json.loads(document)
    assert told["header"]["title"] == brief.header.title
    assert told["sections"]["regions"]["so_what"] == brief.regions.so_what
    assert {json.loads(line)["brief"] for line in lines} == {name}
    assert json.loads(lines[0])["title"] == brief.header.title
    assert {json.loads(line)["brief"] for line in hits.splitlines()} == {name}
    assert json.loads(report)["briefs"][0]["brief"] == name
