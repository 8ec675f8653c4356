"""The figures, as lines on a terminal and as rows of docs/reliability.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fuzz.campaign import Figures

BEGIN, END = "<!-- make fuzz writes from here -->", "<!-- to here -->"
HEAD = "| `make fuzz` | what is tried | how much of it | what broke |\n| --- | --- | --- | --- |\n"


def line(name: str, figures: Figures) -> str:
    """One campaign as a line."""
    return f"{name}: {figures}; nothing broke"


def refreshed(page: str, name: str, tried: str, figures: Figures) -> str:
    """The page with the row of a campaign renewed, or added where there was none."""
    before, rest = page.split(BEGIN)
    table, after = rest.split(END)
    rows = {row.split("|")[1].strip(): row for row in table.strip().splitlines()[2:]}
    rows[f"`{name}`"] = f"| `{name}` | {tried} | {figures} | nothing |"
    return f"{before}{BEGIN}\n{HEAD}" + "\n".join(rows.values()) + f"\n{END}{after}"
