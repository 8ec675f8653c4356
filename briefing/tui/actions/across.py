"""What the keys do on a page across the briefs of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.actions import listing
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from briefing.tui.presentation.across import What
    from briefing.tui.screens.across import AcrossScreen

_ORDER: dict[What, str] = {
    "risk": "Risks stand by impact, then likelihood; f makes them fewer.",
    "event": "Dates stand in their order; f makes them fewer.",
    "statement": "What is said stands by brief, the newest first.",
}


def search(screen: AcrossScreen) -> None:
    """Open the search window over all briefs."""
    listing.search(screen.home)


def unsorted(screen: AcrossScreen) -> None:
    """Say how the page is sorted, which nobody can change."""
    screen.tell(_ORDER[screen.asked.what])


def narrow(screen: AcrossScreen) -> None:
    """Open the line for a query that makes the page fewer."""
    if screen.asked.what == "statement":
        screen.tell("Search with / for some of it: about: takes a name.")
        return
    screen.query_one("#filter").display = True
    screen.set_focus(screen.query_one(QueryLine))


def risks(screen: AcrossScreen) -> None:
    """Show the risks of the same briefs."""
    _turn(screen, "risk")


def dates(screen: AcrossScreen) -> None:
    """Show the dates of the same briefs."""
    _turn(screen, "event")


def _turn(screen: AcrossScreen, what: What) -> None:
    screen.asked = screen.asked._replace(what=what, name="")
    screen.ask()


def out(screen: AcrossScreen) -> None:
    """List all again, then back to where the page was opened."""
    line = screen.query_one(QueryLine)
    if screen.query_one("#filter").display:
        screen.query_one("#filter").display = False
        line.put("")
        screen.asked = screen.asked._replace(query="")
        screen.set_focus(screen.view)
        screen.ask()
    else:
        screen.app.pop_screen()
