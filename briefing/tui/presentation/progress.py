"""How far the librarian is, in a line."""

from __future__ import annotations

_BAR = (20, 8)  # cells of the bar, where there is room for the numbers too and where there is not


def bars(done: int, total: int) -> tuple[str, ...]:
    """What is done and left of a number of briefs, in wordings from the longest to the shortest."""
    left = f"{max(0, total - done):,} left"
    return (
        f"{_bar(done, total, _BAR[0])} {done:,} of {total:,} · {left}",
        f"{_bar(done, total, _BAR[1])} {left}",
        left,
    )


def _bar(done: int, total: int, cells: int) -> str:
    full = min(cells, done * cells // total) if total > 0 else 0
    return "━" * full + "─" * (cells - full)
