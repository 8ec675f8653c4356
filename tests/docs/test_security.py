"""SECURITY.md holds: each promise names its tests, and they are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
PROMISES = re.findall(r"^\| (?!promise|---)(.*) \| (.*) \|$", TEXT, re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@pytest.mark.parametrize(("promise", "tests"), PROMISES)
def test_a_promise_is_held_by_tests_that_are_there(promise: str, tests: str) -> None:
    found = TEST.findall(tests)
    assert found, promise
    assert ", ".join(f"`{file}::{name}`" for file, name in found) == tests
    for file, name in found:
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert name in {part.name for part in tree.body if isinstance(part, ast.FunctionDef)}, name


def test_the_page_can_be_found() -> None:
    assert len(PROMISES) > 5
    for name in ("README.md", "CONTRIBUTING.md"):
        assert "(SECURITY.md" in (ROOT / name).read_text("utf-8"), name
