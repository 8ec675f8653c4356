"""The audit: every check in its order, and the report of what they found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.audit.checks.arithmetic import check_arithmetic
from briefing.audit.checks.changes import check_changes, check_record
from briefing.audit.checks.coverage import check_coverage, is_covered, is_kept
from briefing.audit.checks.dates import check_dates
from briefing.audit.checks.digests import check_digests
from briefing.audit.checks.drafts import check_drafts
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
from briefing.audit.evidence import UNLISTED, Evidence
from briefing.audit.report import Report
from briefing.model.sections import ENTRY_SECTIONS
from briefing.problems import limited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.model.source import SourceRecord
    from briefing.problems import Problem

Need = Literal["cards", "article", "header", "points"]


class Check(NamedTuple):
    """A check, its name in reports, and what it cannot do without."""

    name: str
    run: Callable[[Evidence], Iterator[Problem]]
    needs: tuple[Need, ...] = ()


# Those of single points come first: what they find, coverage need not report once more.
CHECKS = (
    Check("what is still to be written", check_drafts),
    Check("figures and qualifiers", check_figures, ("cards",)),
    Check("dates", check_dates, ("cards",)),
    Check("which paragraph fits best", check_placement, ("article",)),
    Check("names", check_names, ("cards", "header")),
    Check("markers and stances", check_markers, ("cards",)),
    Check("points that say the same", check_pairs),
    Check("changed paragraphs", check_changes, ("cards",)),
    Check("coverage", check_coverage, ("cards", "points")),
    Check("digests", check_digests, ("cards",)),
    Check("likelihood, confidence and scale", check_terms),
    Check("what judgments rest on", check_judgments, ("points",)),
    Check(
        "figures and names of judgments and summaries",
        check_support,
        ("cards", "header", "points"),
    ),
    Check("arithmetic", check_arithmetic),
    Check("risks", check_risks),
    Check("wording and lengths", check_wording),
    Check("the record against the article", check_record, ("article",)),
    Check("words of the article", check_overlap, ("article",)),
)
_POINTS: tuple[SectionName, ...] = (*ENTRY_SECTIONS, "timeline", "figures")
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
    for check in CHECKS:
        if reason := next(filter(None, (_lacks(evidence, need) for need in check.needs)), ""):
            left.append(f"{check.name}: {reason}")
        else:
            found += (problem for problem in check.run(evidence) if problem is not UNLISTED)
            done.append(check.name)
    sentences = evidence.sentences.values()
    amounts = [(s, quantity) for s in sentences for quantity in s.quantities]
    return Report(
        problems=limited(found, evidence.unlisted),
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


def _lacks(evidence: Evidence, need: Need) -> str:
    """Why something that a check needs is not there, "" where it is."""
    broken = evidence.brief.broken
    if need == "cards" and not evidence.sentences:
        return "there is no source record" if evidence.record is None else "it has no cards"
    if need == "article" and not evidence.article:
        return "needs the article"
    if need == "header" and "overview" in broken:
        return "brief.yaml cannot be read"
    if need == "points" and (unread := broken.intersection(_POINTS)):
        return f"{', '.join(sorted(unread))} cannot be read"
    return ""
