"""A brief opened as people open it, and everything in it looked at, each step within its limits."""

from __future__ import annotations

import json
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, Any

from briefing.audit.output import as_github, as_text
from briefing.audit.output import as_json as audit_as_json
from briefing.export import as_json, as_ndjson, file_name, plain
from briefing.library import audit_of, index_of, ledger_of, open_brief, sourced, stamp
from briefing.model.catalogue import listing
from briefing.model.changes import changes, told
from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import by_id
from briefing.tui.places import Place
from briefing.tui.presentation.changed import changed_page
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.page import Shown
from briefing.tui.presentation.pages import Around, page_of
from tests.fuzz.limits import timed

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from briefing.model.brief import Brief

ROWS = 2000  # of a page, which is laid out as far as somebody looks
OPENED = 12  # pages of single statements that are looked at; a brief may have thousands
_OBEYED = {"Cc", "Cs", "Zl", "Zp"}
_DIRECTIONS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"}
QUERIES = (
    *("mill", '"plans a mill"', "stance:reported", "likelihood:>=likely", "when:2027..2028", "-a"),
    *("about:x", "a* OR b", 'in:risks "', "suplpy", "P6.3", "e\u0301", "\u4eba", "[/", "is:marked"),
)


def walk(folder: Path, chance: Random, before: Any) -> Brief:
    """Open and read the brief in a folder; `before` is what another brief told."""
    with timed():
        brief = open_brief(folder)
    with timed():
        _problems(brief)
    _pages(brief, chance)
    _exports(brief, chance)
    with timed():
        found = index_of(brief).search(chance.choice(QUERIES))
        assert len(found.hits) <= found.total
    with timed():
        listing(brief)
        stamp(brief)
        page = changed_page(changes(before, told(brief)), dict.fromkeys(SECTION_NAMES, "x"), 78)
        next(iter(rows(page, 78)), None)
    return brief


def audited(brief: Brief) -> None:
    """Audit a brief, as the reader has it done in a process beside it."""
    with timed():
        against = sourced(brief)
        report, lines = audit_of(brief, against), list(ledger_of(brief, against))
    with timed():
        for text in (as_text("a", report), as_github("a", report)):
            harmless(text)
        audit_as_json([("a", report, lines)])


def harmless(text: str) -> None:
    """Nothing in the text steers a terminal."""
    if text.replace("\n", "").isprintable():
        return
    for character in set(text):
        assert character in "\n\t" or unicodedata.category(character) not in _OBEYED, character
        assert character not in _DIRECTIONS, character


def _problems(brief: Brief) -> None:
    for problem in brief.problems:
        report = problem.report()
        harmless(report)
        assert len(report) < 3000
        assert problem.mark.line >= 1
        assert problem.mark.column >= 1
    assert brief.broken <= set(SECTION_NAMES)
    harmless(file_name(brief, ".txt"))
    assert "/" not in file_name(brief, ".txt")


def _pages(brief: Brief, chance: Random) -> None:
    ids = list(by_id(brief))
    opened = chance.sample(ids, min(OPENED, len(ids)))
    places = [Place(name) for name in SECTION_NAMES]
    places += [Place(by_id(brief)[name].section, name) for name in opened]
    places += [Place(by_id(brief)[name].section, name, view="why") for name in opened]
    places += [Place(view="problems"), Place(view="assumed"), Place("source", "P1.1")]
    cells, height = chance.choice([(77, 200), (38, 12), (1, 1), (8, 3), (290, 80)])
    around = Around(shown=Shown(plain=chance.random() < 0.3))
    for place in places:
        with timed():
            page = page_of(brief, place, cells, height, around)
            for row in islice(rows(page, cells), ROWS):
                for piece in row.pieces:
                    harmless(piece.text)


def _exports(brief: Brief, chance: Random) -> None:
    width, ascii_only = chance.choice([20, 72, 200]), chance.random() < 0.3
    for full in (False, True):
        with timed():
            text = plain(brief, full=full, width=width, ascii=ascii_only)
            harmless(text)
            assert text.isascii() or not ascii_only
            text.encode()
    with timed():
        json.loads(as_json(brief))
    with timed():
        for line in as_ndjson(brief, "key"):
            assert json.loads(line)
