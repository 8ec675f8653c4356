"""The audit of the brief, and another day of publication tried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui import auditor
from briefing.tui.places import Place
from briefing.tui.presentation.audited import around
from briefing.tui.widgets.bars import TitleBar

if TYPE_CHECKING:
    from briefing.tui.screens.reader import Reader


async def run(reader: Reader) -> None:
    """Audit the brief while it is read, and say in the overview what was found."""
    own = reader.own
    report = await auditor.report_on(own)
    if reader.own is not own:
        return  # another version is shown by now, and audited for itself
    if report:
        reader.recall.keep_audit(own, report)
    if reader not in reader.app.screen_stack:
        return  # left for the library meanwhile
    before = reader.around
    reader.around = around(own, report)._replace(shown=before.shown, held=before.held)
    here = reader.here
    if here.view == "audit" or (here.section == "overview" and not here.opened):
        reader.panes.text.renew()
    if not here.cited:
        reader.panes.side.renew()


def report(reader: Reader) -> None:
    """Show the report of the audit."""
    reader.go(Place(view="audit"), led=True)


def assume(reader: Reader) -> None:
    """Ask for another day of publication to count from."""
    from briefing.tui.screens.assume import AssumeScreen  # noqa: PLC0415 - every reading is audited

    def count_from(published: str | None) -> None:
        if published is not None:
            _count_from(reader, published)

    reader.app.push_screen(AssumeScreen(reader.own, reader.brief), count_from)


def _count_from(reader: Reader, published: str) -> None:
    """Count from another day, or again from the brief's own where none is given."""
    from briefing.tui.presentation.assumed import assume, notices  # noqa: PLC0415 - the same

    reader.brief = assume(reader.own, published)
    reader.query_one(TitleBar).show(*notices(reader.own, reader.brief))
    reader.go(Place("timeline", view="assumed"), led=True)
