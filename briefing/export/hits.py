"""Hits of a search as JSON, one object a line. docs/json.md describes the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from briefing.text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.statements import Statement


class Hit(Protocol):
    """What was found, however it was found."""

    @property
    def statement(self) -> Statement:
        """The statement."""

    @property
    def brief(self) -> str:
        """The key of its brief in a library; of one brief none."""


def hits_as_json(hits: Iterable[Hit]) -> str:
    """The statements of the hits in their order, each as an object on a line of its own."""
    return "".join(f"{_line(hit)}\n" for hit in hits)


def _line(hit: Hit) -> str:
    found = hit.statement
    keys = {
        "brief": hit.brief or None,
        "section": found.section,
        "id": found.id,
        "entry": found.entry or None,
        "text": found.text,
        "more": found.more,
    }
    return escaped(msgspec.json.encode(keys).decode())
