"""Support: figures and names in the analyst's words occur in the points those words rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.amounts import Amounts, amounts, figures
from briefing.audit.checks.judgments import resting_on
from briefing.audit.checks.markers import is_heard
from briefing.audit.evidence import shown, told
from briefing.audit.markers import keeps
from briefing.audit.names import Known, Name
from briefing.audit.reach import Reach
from briefing.audit.voice import analyst
from briefing.model.entries import Competitor, Entry, Region, Risk
from briefing.model.outlook import Assumption, BottomLine, Judgment
from briefing.model.points import Event
from briefing.model.statements import by_id, points_of
from briefing.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.evidence import Evidence
    from briefing.audit.figures import Quantity
    from briefing.audit.voice import Said
    from briefing.model.points import Point
    from briefing.problems import Problem

_SUMMARIES = {"summary", "text", "title", ""}  # what stands for points, and so keeps their words


def check_support(evidence: Evidence) -> Iterator[Problem]:
    """Report figures and names of judgments, risks, summaries and so_what that nothing bears."""
    for said in analyst(evidence.brief):
        if said.id in evidence.accused:
            continue
        found = _below(evidence, said)
        if found is None:
            yield from _foreign(evidence, said)
        elif found or isinstance(said.part, Entry):
            ground = _Ground(evidence, said, found)
            yield from ground.figures()
            yield from ground.names()
            yield from ground.heard()


def _foreign(evidence: Evidence, said: Said) -> Iterator[Problem]:
    """Warn of a name from elsewhere in what the analyst says beyond the source."""
    for name in evidence.named(said.text):
        if not (evidence.names.has(name.text) or evidence.subject.has(name.text)):
            message = f"the source does not name {shown(name.text)}"
            hint = "a brief on one source is not improved from memory"
            where = (said.id, said.field, name.start)
            yield evidence.problem(where, message, hint, code="name", severity=Severity.WARNING)


def _below(evidence: Evidence, said: Said) -> Sequence[Point] | None:
    """The points that a text rests on or belongs to; None for one that needs none."""
    part = said.part
    found: Sequence[Point] | None = None
    match part:
        case Judgment() | Risk() if said.field.startswith("would_change"):
            pass
        case Risk() if said.field == "response.text":
            found = _answering(evidence, part)
        case Risk():
            found = [*resting_on(evidence, part.rests_on), *points_of(evidence.brief, part)]
        case Judgment() | BottomLine():
            found = resting_on(evidence, part.rests_on)
        case Entry():
            found = points_of(evidence.brief, part)
        case str():
            found = _of_section(evidence, said.section)
    return found


def _answering(evidence: Evidence, risk: Risk) -> list[Point]:
    """The points on the sentences in which the source speaks of a response."""
    at = {s.at for s in evidence.cited(risk.response.at)} if risk.response else set()
    found = {point.id: point for anchor in at for point in evidence.citing[anchor]}
    return list(found.values())


def _of_section(evidence: Evidence, section: str) -> list[Point]:
    if section in {"overview", "outlook"}:
        return evidence.points
    known = by_id(evidence.brief).values()
    found = [s.part for s in known if s.section == section]
    entries = [part for part in found if isinstance(part, Entry)]
    ids = {p.id for entry in entries for p in points_of(evidence.brief, entry)}
    own = {getattr(part, "id", "") for part in found}
    return [point for point in evidence.points if point.id in ids | own]


class _Ground:
    """One text of the analyst's, and what bears it."""

    def __init__(self, evidence: Evidence, said: Said, points: Sequence[Point]) -> None:
        self.evidence, self.said, self.points = evidence, said, points
        self.cited = evidence.cited(anchor for point in points for anchor in point.at)
        given = [q for sentence in self.cited for q in sentence.quantities]
        given += [f.quantity for point in points for _, text in told(point) for f in figures(text)]
        self.given = Amounts(given)
        self.cited_amounts = Amounts(q for sentence in self.cited for q in sentence.quantities)

    def figures(self) -> Iterator[Problem]:
        """Figures that nothing bears, qualifiers lost, and hearsay told as fact."""
        reach: Reach | None = None
        for found in figures(self.said.text):
            if not self.given.given(found.quantity):
                reach = reach or self._reach()
                if not reach.has(found.quantity):
                    hint = f"they have {self.given or 'none'}"
                    message = f"no point it rests on has {shown(found.quantity)}"
                    yield self._problem(found.start, message, hint, "figure")
            elif self._is_summary():
                yield from self._bound(found.start, found.quantity)
                yield from self._hearsay(found.start, found.quantity)

    def _is_summary(self) -> bool:
        """Whether the text stands for points, and so keeps their qualifiers and hedges."""
        if isinstance(self.said.part, Risk):
            return self.said.field == "summary"
        return self.said.field in _SUMMARIES and not isinstance(self.said.part, Judgment)

    def _bound(self, start: int, said: Quantity) -> Iterator[Problem]:
        """Report a bound that every sentence with the figure puts on it, and the text does not."""
        bounds = {quantity.qualifier for quantity in self.cited_amounts.given(said)}
        if bounds and not {"", said.qualifier} & bounds:
            message = f"'{min(bounds)}' is lost before {shown(said)}"
            yield self._problem(start, message, "its points have it", "qualifier")

    def _hearsay(self, start: int, quantity: Quantity) -> Iterator[Problem]:
        """Report a figure that is known by hearsay alone, where a summary does not say so."""
        having = [
            point
            for point in self.points
            if any(amounts(text).given(quantity) for _, text in told(point))
        ]
        if not having or any(point.stance != "reported" for point in having):
            return
        heard = [m for s in self.cited for m in s.markers if m.kind == "hearsay"]
        if heard and not keeps(self.said.text, heard[0]):
            message = f"{shown(quantity)} is hearsay ({having[0].id}), and the text does not say so"
            yield self._problem(start, message, f"keep {shown(heard[0].text)}", "hearsay")

    def heard(self) -> Iterator[Problem]:
        """Report a summary that tells as fact what its points have only heard."""
        if self.said.field != "summary" or self.said.id in self.evidence.accused:
            return
        said = [name.text for name in self.evidence.named(self.said.text)]
        own = [self._own(), *said]
        reported = [point for point in self.points if point.stance == "reported"]
        for sentence in self.evidence.cited(anchor for point in reported for anchor in point.at):
            words = [m for m in sentence.markers if m.kind == "hearsay"]
            if (
                words
                and sentence.card.reported is not None
                and is_heard(sentence.card, self.said.text, said)
                and is_heard(sentence.card, self.said.text, own)
                and not keeps(self.said.text, words[0])
            ):
                message = f"{sentence.at} says this only {shown(words[0].text)}"
                yield self._problem(0, message, "keep the word", "hearsay")
                return

    def _own(self) -> str:
        part = self.said.part
        return part.title if isinstance(part, Entry) and self.said.field != "title" else ""

    def names(self) -> Iterator[Problem]:
        """Names that the source does not have, or not where the text rests."""
        named = self._named()
        if not named:
            return
        brief = self.evidence.brief
        about = {name for point in self.points for name in point.about}
        known = by_id(brief)
        titles = [known[name].part for name in about - {self.said.id} if name in known]
        near = Known(
            {
                brief.header.subject,
                self._own(),
                *(getattr(part, "title", "") for part in titles),
                *(name for sentence in self.cited for name in sentence.card.names),
                *(n.text for p in self.points for n in self.evidence.named(p.text)),
            }
        )
        for name in named:
            if near.has(name.text):
                continue
            message = f"no point it rests on names {shown(name.text)}"
            if not self.evidence.names.has(name.text):
                message = f"the source does not name {shown(name.text)}"
            yield self._problem(name.start, message, "", "name")

    def _named(self) -> Sequence[Name]:
        """The names of the text; the title of an actor or a place is one as a whole."""
        found = self.evidence.named(self.said.text)
        is_name = self.said.field == "title" and isinstance(self.said.part, Competitor | Region)
        text = self.said.text
        if found or not is_name or text.casefold() in self.evidence.ordinary:
            return found
        return [Name(0, len(text), text)]

    def _reach(self) -> Reach:
        rests_on = getattr(self.said.part, "rests_on", ())
        brief = self.evidence.brief
        known = by_id(brief)
        below = [known[name].part for name in rests_on if name in known]
        assumed = [part.text for part in below if isinstance(part, Assumption)]
        assume, resolves_by = brief.header.assume, getattr(self.said.part, "resolves_by", None)
        counts = any(isinstance(p, Event) and p.after == "published" for p in self.points)
        published = assume.published.span if assume and (counts or assumed) else None
        return Reach(self.given.all, assumed, published, resolves_by and resolves_by.span)

    def _problem(self, offset: int, message: str, hint: str, code: str) -> Problem:
        where = (self.said.id, self.said.field, offset)
        return self.evidence.problem(where, message, hint, code=code)
