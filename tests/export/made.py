"""Briefs made of any text: what Hypothesis fills the format with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import strategies as st

from briefing.model.dates import Date
from briefing.text import safe
from tests.export.samples import ferry

if TYPE_CHECKING:
    from briefing.model.brief import Brief

_HARD = [
    "日本語の長い文章です。",
    "👩‍👩‍👧‍👦",
    "❤️",
    "e\u0301\u0302",
    "\ufe0f",
    "\u200d",
    "عربي",
    "עברית",
    "supercalifragilistic" * 4,
    "“quoted” \u2013 dashed — ½ x² …",
    "a\nb",
    "\t",
    "\u00a0",
    "\u3000",
    "\x1b[2J",
    "\u202e",
    "🇦🇽",
    "ﷺ",
    "\U0001f3fd",
]
# what the loader lets through: any text, made safe
texts = st.lists(st.sampled_from(_HARD) | st.text(max_size=30), max_size=6).map(
    lambda parts: safe(" ".join(parts))
)
_KEPT = {"id", "at", "rests_on", "about", "same_as", "between", "after", "sha256", "fingerprint"}


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """The sample brief with every text in it replaced."""
    brief = ferry()
    pool = draw(st.lists(texts, min_size=1, max_size=4))
    turn = iter(range(10**9))

    def other(value: Any) -> Any:
        if type(value) is str:
            return pool[next(turn) % len(pool)]
        if isinstance(value, Date) or not isinstance(value, (tuple, msgspec.Struct)):
            return value
        if isinstance(value, tuple):
            return tuple(other(item) for item in value)
        names = (f for f in value.__struct_fields__ if f not in _KEPT)
        changes = {name: other(getattr(value, name)) for name in names if _is_free(value, name)}
        return msgspec.structs.replace(value, **changes)

    parts = ("header", "regions", "motives", "competitors", "risks", "timeline", "figures")
    fields = {name: other(getattr(brief, name)) for name in (*parts, "outlook", "source")}
    return ferry(**fields)


def _is_free(part: msgspec.Struct, name: str) -> bool:
    """Whether any text may stand in the field: not a word of a list, such as a stance."""
    words = {"scale", "kind", "stance", "status", "roles", "impact", "confidence", "moves"}
    return name not in words and not (name == "qualifier" and part)
