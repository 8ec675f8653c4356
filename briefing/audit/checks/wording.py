"""Wording: points that stand alone, hedges the source does not have, and lengths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.audit.amounts import LONGEST
from briefing.audit.evidence import shown, told
from briefing.audit.voice import analyst
from briefing.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence, Where
    from briefing.problems import Problem

LONGEST_LINE, LONGEST_TITLE = 60, 48  # words of the bottom line, characters of a title
FEWEST, MOST = 3, 5  # judgments
_OPENING = re.compile(
    r"(?:they|it|its|it['\u2019]s|that|those|this|these|there|he|she|his|her|their|we|our|such|here)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:is|are|was|were|has been|have been) (?:\w+ly )?(?:said|described|called|credited|"
    r"presented|portrayed|reported|believed|thought|understood)\b",
    re.IGNORECASE,
)


def check_wording(evidence: Evidence) -> Iterator[Problem]:
    """Warn of points that lean on others or hedge on their own, and of what is too long."""
    for point in evidence.points:
        if match := _OPENING.match(point.text):
            message = f"the point opens with {shown(match[0])}: it has to stand alone"
            yield _warning(evidence, (point.id, "text"), message, "name who or what is meant")
        if point.stance == "stated" and (match := _SAID.search(point.text)):
            message = f"{shown(match[0])} in a point that the source states"
            hint = "say it flatly; the stance says how the source puts it"
            yield _warning(evidence, (point.id, "text", match.start()), message, hint)
    yield from _unread(evidence)
    yield from _lengths(evidence)


def _unread(evidence: Evidence) -> Iterator[Problem]:
    """Report texts that are longer than what is read of them for figures."""
    texts = [(point.id, *each) for point in evidence.points for each in told(point)]
    texts += [(said.id, said.field, said.text) for said in analyst(evidence.brief)]
    texts += [(str(p.at), "digest", p.digest or "") for p in evidence.paragraphs]
    for name, field, text in texts:
        if len(text) > LONGEST:
            message = f"the text has {len(text):,} characters, {LONGEST:,} are read for figures"
            yield evidence.problem((name, field), message, "make several of it", code="length")


def _lengths(evidence: Evidence) -> Iterator[Problem]:
    outlook = evidence.brief.outlook
    if outlook.bottom_line and (count := len(outlook.bottom_line.text.split())) > LONGEST_LINE:
        message = f"the bottom line has {count} words, at most {LONGEST_LINE} are read"
        yield _warning(evidence, ("bottom_line", "text"), message, code="length")
    for judgment in outlook.judgments:
        if len(judgment.title) > LONGEST_TITLE:
            message = f"the title has {len(judgment.title)} characters, {LONGEST_TITLE} fit"
            yield _warning(evidence, (judgment.id, "title"), message, code="length")
    if outlook.judgments and not FEWEST <= len(outlook.judgments) <= MOST:
        message = f"a reader takes {FEWEST} to {MOST} judgments, here: {len(outlook.judgments)}"
        yield _warning(evidence, ("outlook", "judgments"), message, code="length")


def _warning(
    evidence: Evidence, where: Where, message: str, hint: str = "", *, code: str = "wording"
) -> Problem:
    return evidence.problem(where, message, hint, code=code, severity=Severity.WARNING)
