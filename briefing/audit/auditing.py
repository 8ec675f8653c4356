"""The audit: every check in its order, and the report of what they found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.checks.arithmetic import check_arithmetic
from briefing.audit.checks.changes import check_changes, check_record
from briefing.audit.checks.coverage import check_coverage, is_covered, is_kept
from briefing.audit.checks.dates import check_dates
from briefing.audit.checks.digests import check_digests
from briefing.audit.checks.figures import check_figures
from briefing.audit.checks.judgments import check_judgments
from briefing.audit.checks.markers import check_markers
from briefing.audit.checks.names import check_names
from briefing.audit.checks.overlap import check_overlap
from briefing.audit.checks.pairs import check_pairs
from briefing.audit.checks.placement import check_placement
from briefing.audit.checks.risks import check_risks
from briefing.audit.checks.support import check_support
from briefing.audit.checks.terms import check_terms
from briefing.audit.checks.wording import check_wording
from briefing.audit.evidence import Evidence
from briefing.audit.report import Report
from briefing.problems import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.model.source import SourceRecord
    from briefing.problems import Problem

# Those of single points come first: what they find, coverage need not report once more.
_CHECKS: dict[str, Callable[[Evidence], Iterator[Problem]]] = {
    "figures and qualifiers": check_figures,
    "dates": check_dates,
    "which paragraph fits best": check_placement,
    "names": check_names,
    "markers and stances": check_markers,
    "points that say the same": check_pairs,
    "changed paragraphs": check_changes,
    "coverage": check_coverage,
    "digests": check_digests,
    "likelihood, confidence and scale": check_terms,
    "what judgments rest on": check_judgments,
    "figures and names of judgments and summaries": check_support,
    "arithmetic": check_arithmetic,
    "risks": check_risks,
    "wording and lengths": check_wording,
    "the record against the article": check_record,
    "words of the article": check_overlap,
}
_NEED_SOURCE = {
    "figures and qualifiers",
    "dates",
    "names",
    "markers and stances",
    "changed paragraphs",
    "coverage",
    "digests",
    "figures and names of judgments and summaries",
}
_NEED_NAMES = {"names", "figures and names of judgments and summaries"}
_NEED_POINTS = {
    "coverage",
    "what judgments rest on",
    "figures and names of judgments and summaries",
}
_NEED_TEXT = {"which paragraph fits best", "the record against the article", "words of the article"}
_POINTS: tuple[SectionName, ...] = (
    "regions",
    "motives",
    "competitors",
    "risks",
    "timeline",
    "figures",
)
NEVER = (
    "whether a point says the opposite of its sentence",
    "whether a sentence that one point covers needed another",
    "whether the source is right",
)


def audit(
    brief: Brief,
    record: SourceRecord | None = None,
    article: Sequence[str] | None = None,
) -> Report:
    """Every problem of a brief, against the record of its source.

    `record` stands in for the brief's own; `article` is the text by paragraphs, where it is at
    hand. Never raises.
    """
    record = record or brief.source
    evidence = Evidence(brief, record, article)
    found: list[Problem] = list(brief.problems)
    done, left = [], []
    for name, check in _CHECKS.items():
        if reason := _reason(evidence, name):
            left.append(f"{name}: {reason}")
        else:
            found += check(evidence)
            done.append(name)
    sentences = evidence.sentences.values()
    amounts = [(s, quantity) for s in sentences for quantity in s.quantities]
    return Report(
        problems=in_order(found),
        points=len(evidence.points),
        sentences=len(sentences),
        covered=sum(is_covered(evidence, s) for s in sentences),
        figures=len(amounts),
        kept=sum(is_kept(evidence, *each) for each in amounts),
        hearsay=sum(p.stance == "reported" and not p.same_as for p in evidence.points),
        sources=1 if record else 0,
        unread=sum(point.checked is None for point in evidence.points),
        done=tuple(done),
        left=(*left, *NEVER),
    )


def _reason(evidence: Evidence, name: str) -> str:
    """Why a check cannot run, "" where it can."""
    if name in _NEED_SOURCE and not evidence.sentences:
        return "there is no source record" if evidence.record is None else "it has no cards"
    if name in _NEED_NAMES and "overview" in evidence.brief.broken:
        return "brief.yaml cannot be read"
    if name in _NEED_TEXT and not evidence.article:
        return "needs the article"
    if name in _NEED_POINTS and (broken := evidence.brief.broken.intersection(_POINTS)):
        return f"{', '.join(sorted(broken))} cannot be read"
    return ""
