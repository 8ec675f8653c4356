"""Figures: those of a point against those of the sentences it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.amounts import Amounts, amounts, figures
from briefing.audit.checks.anchors import better_place
from briefing.audit.evidence import amount, shown
from briefing.model.points import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from briefing.audit.evidence import Evidence, Where
    from briefing.audit.figures import Quantity
    from briefing.model.points import Point
    from briefing.problems import Problem


def check_figures(evidence: Evidence) -> Iterator[Problem]:
    """Report figures that the cited sentences do not have, and qualifiers lost or added."""
    for point in evidence.points:
        if not (cited := evidence.cited(point.at)):
            continue
        given = Amounts(q for sentence in cited for q in sentence.quantities)
        if place := _other_place(evidence, point, given):
            at = " ".join(point.at)
            message = f"{at} does not have the figures of this point"
            yield evidence.problem((point.id, "at"), message, f"{place} has", code="anchor")
            continue
        ends = _ends(point.text, given)
        for found in figures(point.text):
            said = found.quantity
            if said.low == said.high and (said.unit, said.low) in ends:
                continue
            where, at = (point.id, "text", found.start), " ".join(point.at)
            yield from _compare(evidence, where, found.quantity, given, at)
        if isinstance(point, Figure):
            yield from _value(evidence, point, given)


def _ends(text: str, given: Amounts) -> set[tuple[str, Decimal | None]]:
    """The ends, with their unit, of those ranges of the source of which a text has both.

    "From 975 to 985" is what the source puts as "between 975 and 985".
    """
    said = {(found.quantity.unit, found.quantity.low) for found in figures(text)}
    ranges = [
        {(quantity.unit, quantity.low), (quantity.unit, quantity.high)}
        for quantity in given.all
        if quantity.low != quantity.high
    ]
    return {end for ends in ranges if ends <= said for end in ends}


def _other_place(evidence: Evidence, point: Point, given: Amounts) -> str:
    """The sentence that a point seems to mean whose figures are all missing, or ""."""
    said = [found.quantity for found in figures(point.text)]
    if isinstance(point, Figure):
        said += [found.quantity for found in figures(amount(point))]
    if not said or any(map(given.given, said)):
        return ""
    return better_place(evidence, point, said)


def _compare(
    evidence: Evidence, where: Where, said: Quantity, given: Amounts, at: str
) -> Iterator[Problem]:
    """One figure of a point against those of its sentences, which `at` names."""
    found = given.given(said)
    if not found:
        hint = f"it has {given}" if given else "it has no figure"
        message = f"the source does not have {shown(said)} in {at}"
        yield evidence.problem(where, message, hint, code="figure")
    elif all(quantity.qualifier != said.qualifier for quantity in found):
        lost = found[0].qualifier
        what = f"'{lost}' is lost" if lost else f"'{said.qualifier}' is not in the source"
        message = f"{what}: {at} says {shown(found[0])}"
        yield evidence.problem(where, message, code="qualifier")


def _value(evidence: Evidence, point: Figure, given: Amounts) -> Iterator[Problem]:
    """The value of a figure, with its unit and its qualifier, against sentences and text."""
    where = (point.id, "value")
    values = [found.quantity for found in figures(amount(point))]
    said = amounts(point.text)
    mistaken = point.id in evidence.accused  # then it is the text that does not have the value
    if not values:
        message = f"{shown(point.value)} is no amount that can be checked"
        yield evidence.problem(where, message, "write it as the source does", code="value")
    for value in values:
        found = given.given(value)
        if not found:
            same_number = any(
                q.low and (q.low, q.high) == (value.low, value.high) for q in given.all
            )
            field = "unit" if point.unit and same_number else "value"
            at = " ".join(point.at)
            yield from _compare(evidence, (point.id, field), value, given, at)
        elif all(q.qualifier != (value.qualifier or point.qualifier or "") for q in found):
            has = found[0].qualifier
            field = "qualifier" if point.qualifier else "value"
            instead = f"has '{has}'" if has else "has no qualifier"
            message = f"the source {instead} in {' '.join(point.at)}"
            hint = f"write `qualifier: {has}`" if has else "delete it"
            yield evidence.problem((point.id, field), message, hint, code="qualifier")
        elif not (mistaken or said.given(value)):
            field = "value" if _says_other(said, given, values) else "text"
            message = f"the text does not say {shown(value)}"
            yield evidence.problem((point.id, field), message, code="value")


def _says_other(said: Amounts, given: Amounts, values: Sequence[Quantity]) -> bool:
    """Whether a text says other figures of its sentence than the values, and none of these."""
    if any(map(said.said, values)):
        return False
    return any(map(given.given, said.all))
