"""docs/scale.md: its schemas know every key that an export writes, and its days."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_type_hints

import yaml

from briefing.export.ndjson import Document

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
TYPES = get_type_hints(Document)
DAYS = {"as_of", "published", "earliest", "latest"}


def block(language: str) -> str:
    found = re.findall(rf"^```{language}\n(.+?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    text: str = found[0]
    return text


def test_quickwit_is_told_of_every_key_and_of_its_type() -> None:
    config = yaml.safe_load(block("yaml"))["doc_mapping"]
    fields = {field["name"]: field for field in config["field_mappings"]}
    assert list(fields) == list(TYPES)
    for name, field in fields.items():
        assert (field["type"] == "datetime") is (name in DAYS)
        assert (field["type"] == "u64") is (TYPES[name] == int | None)
        assert field["type"].startswith("array") is ("tuple" in str(TYPES[name]))
    assert set(config["tag_fields"]) <= set(fields)


def test_opensearch_is_told_of_every_key_and_of_its_type() -> None:
    fields = json.loads(block("json"))["mappings"]["properties"]
    assert list(fields) == list(TYPES)
    for name, field in fields.items():
        assert (field["type"] == "date") is (name in DAYS)
        assert (field["type"] == "byte") is (TYPES[name] == int | None)
