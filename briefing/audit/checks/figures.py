"""Figures: those of a point against those of the sentences it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.checks.anchors import better_place
from briefing.audit.evidence import alike, amount, figures, shown
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
        given = [q for sentence in cited for q in sentence.quantities]
        if place := _other_place(evidence, point, given):
            at = " ".join(point.at)
            message = f"{at} does not have the figures of this point"
            yield evidence.problem((point.id, "at"), message, f"{place} has", code="anchor")
            continue
        ends: dict[str, set[Decimal | None]] = {}
        for found in figures(point.text):
            ends.setdefault(found.quantity.unit, set()).add(found.quantity.low)
        for found in figures(point.text):
            if _is_end(found.quantity, ends[found.quantity.unit], given):
                continue
            where, at = (point.id, "text", found.start), " ".join(point.at)
            yield from _compare(evidence, where, found.quantity, given, at)
        if isinstance(point, Figure):
            yield from _value(evidence, point, given)


def _is_end(said: Quantity, ends: set[Decimal | None], given: Sequence[Quantity]) -> bool:
    """Whether a figure is an end of a range of the source whose other end stands beside it.

    `ends` are the figures of its text in its unit. "From 975 to 985" is what the source puts as "between 975 and 985".
    """
    if said.low is None or said.low != said.high:
        return False
    return any(
        quantity.low != quantity.high
        and quantity.unit == said.unit
        and said.low in {quantity.low, quantity.high}
        and {quantity.low, quantity.high} <= ends
        for quantity in given
    )


def _other_place(evidence: Evidence, point: Point, given: Sequence[Quantity]) -> str:
    """The sentence that a point seems to mean whose figures are all missing, or ""."""
    said = [found.quantity for found in figures(point.text)]
    if isinstance(point, Figure):
        said += [found.quantity for found in figures(amount(point))]
    if not said or any(alike(quantity, other) for quantity in given for other in said):
        return ""
    return better_place(evidence, point, said)


def _compare(
    evidence: Evidence, where: Where, said: Quantity, given: Sequence[Quantity], at: str
) -> Iterator[Problem]:
    """One figure of a point against those of its sentences, which `at` names."""
    found = [quantity for quantity in given if alike(quantity, said)]
    if not found:
        hint = f"it has {', '.join(map(str, given))}" if given else "it has no figure"
        message = f"the source does not have {shown(said)} in {at}"
        yield evidence.problem(where, message, hint, code="figure")
    elif all(quantity.qualifier != said.qualifier for quantity in found):
        lost = found[0].qualifier
        what = f"'{lost}' is lost" if lost else f"'{said.qualifier}' is not in the source"
        message = f"{what}: {at} says {shown(found[0])}"
        yield evidence.problem(where, message, code="qualifier")


def _value(evidence: Evidence, point: Figure, given: Sequence[Quantity]) -> Iterator[Problem]:
    """The value of a figure, with its unit and its qualifier, against sentences and text."""
    where = (point.id, "value")
    values = [found.quantity for found in figures(amount(point))]
    said = [found.quantity for found in figures(point.text)]
    mistaken = point.id in evidence.accused  # then it is the text that does not have the value
    if not values:
        message = f"{shown(point.value)} is no amount that can be checked"
        yield evidence.problem(where, message, "write it as the source does", code="value")
    for value in values:
        found = [quantity for quantity in given if alike(quantity, value)]
        if not found:
            same_number = any(q.low and (q.low, q.high) == (value.low, value.high) for q in given)
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
        elif not (mistaken or any(alike(quantity, value) for quantity in said)):
            field = "value" if _says_other(said, given, values) else "text"
            message = f"the text does not say {shown(value)}"
            yield evidence.problem((point.id, field), message, code="value")


def _says_other(
    said: Sequence[Quantity], given: Sequence[Quantity], values: Sequence[Quantity]
) -> bool:
    """Whether a text says other figures of its sentence than the values, and none of these."""
    if any(alike(value, other) for value in values for other in said):
        return False
    return any(alike(quantity, other) for quantity in given for other in said)
