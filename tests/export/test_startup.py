"""Exporting starts fast: it loads neither the screen nor what only other commands need."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = ("textual", "rich", "yaml", "click", "asyncio", "tempfile")


def test_text_and_json_load_nothing_heavy() -> None:
    code = """
import json, sys
from briefing.export import as_json, plain
from briefing.model.brief import Brief
from briefing.model.header import Header
from pathlib import Path
brief = Brief(folder=Path(), slug="x", header=Header(format=1, title="T", subject="S"))
plain(brief, full=True), as_json(brief)
print(json.dumps(sorted(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    loaded = set(json.loads(done.stdout))
    assert not loaded.intersection(HEAVY)
