"""What a library tells of a brief in its list."""

from msgspec import Struct

from briefing.model.brief import Brief
from briefing.model.dates import Date
from briefing.model.entries import Risk, by_weight
from briefing.model.scales import impact_rank, likelihood_rank
from briefing.problems import Problem, Severity, number_of


class Listing(Struct, frozen=True, array_like=True, gc=False):
    """A brief in the list of its library, known there by its `key`.

    Dates are told as they were typed, beside the latest day that they can mean as an ordinal
    (see `date.fromordinal`), 0 where there is none. `top_risk` is the heaviest risk, such as
    "RK1 likely, high"; `top_rank` sorts by impact, then likelihood, and is 0 where there is none.
    `errors` and `warnings` count the problems of loading; `problem` is the first error, else the
    first warning, on one line, its file without a folder. `said` is a digest of what its files
    say, "" where it is not known.
    """

    key: str
    title: str
    subject: str
    as_of: str = ""
    as_of_day: int = 0
    source_title: str = ""
    source_date: str = ""
    source_day: int = 0
    judgments: int = 0
    risks: int = 0
    top_risk: str = ""
    top_rank: int = 0
    errors: int = 0
    warnings: int = 0
    problem: str = ""
    said: str = ""


_LIKELIHOODS = 16  # more than any scale has


def listing(brief: Brief, key: str = "", said: str = "") -> Listing:
    """What the list tells of a brief, known by its key, whose files say what has that digest."""
    header, source = brief.header, brief.source
    as_of, published = header.as_of, source.published if source else None
    top = next(iter(by_weight(brief.risks.entries, header.scale)), None)
    errors = [problem for problem in brief.problems if problem.severity is Severity.ERROR]
    first = next(iter(errors or brief.problems), None)
    return Listing(
        key=key,
        title=header.title,
        subject=header.subject,
        as_of=str(as_of or ""),
        as_of_day=_day(as_of),
        source_title=(source and source.title) or "",
        source_date=str(published or ""),
        source_day=_day(published),
        judgments=len(brief.outlook.judgments),
        risks=len(brief.risks.entries),
        top_risk=f"{top.id} {top.likelihood}, {top.impact}" if top else "",
        top_rank=_rank(top, header.scale) if top else 0,
        errors=number_of(errors),
        warnings=number_of(brief.problems) - number_of(errors),
        problem=_told(first) if first else "",
        said=said,
    )


def _day(typed: Date | None) -> int:
    day = (typed.span.latest or typed.span.earliest) if typed else None
    return day.toordinal() if day else 0


def _rank(risk: Risk, scale: str) -> int:
    likelihood = likelihood_rank(scale, risk.likelihood) + 1
    return (impact_rank(risk.impact) + 1) * _LIKELIHOODS + likelihood


def _told(problem: Problem) -> str:
    mark = problem.mark
    name = mark.file.rpartition("/")[2]
    return f"{name}:{mark.line}:{mark.column}: {problem.message}"
