"""What a brief is held against: the record of its source, and the source itself."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from briefing.library.opening import key_of
from briefing.loading.record import is_plain, read_text
from briefing.model.article import paragraphs
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.audit.ledger import Line
    from briefing.audit.report import Report
    from briefing.model.brief import Brief
    from briefing.model.source import SourceRecord
    from briefing.state import Memory


class Against(NamedTuple):
    """What a brief is audited against: the record of its source and, at hand, its text."""

    record: SourceRecord | None
    article: tuple[str, ...] | None


def sourced(brief: Brief, source: Path | None = None) -> Against:
    """What a brief is audited against: the article in the file `source`, where one is named.

    Else the copy beside the record, where there is one, even if it differs from what the record
    was made from: then its changed paragraphs are marked. Raises BriefingError where `source`
    cannot be read.
    """
    has_cards = brief.source and all(p.sentences for p in brief.source.paragraphs)
    if source is None and ((brief.article and has_cards) or brief.source is None):
        return Against(brief.source, brief.article)
    if source:
        return _read_beside(brief, source)
    copy = copy_of(brief)
    try:
        return _read_beside(brief, copy) if copy else Against(brief.source, None)
    except BriefingError:  # that it cannot be read is among the problems of the brief
        return Against(brief.source, None)


def _read_beside(brief: Brief, source: Path) -> Against:
    from briefing.audit.record import record_of, refreshed  # noqa: PLC0415 - few have the text

    data, text = read_text(source)
    record, article = record_of(data, text, source.name), paragraphs(text)
    if brief.source is None:
        return Against(record, article)
    now, before = ([p.fingerprint for p in made.paragraphs] for made in (record, brief.source))
    if not set(now) & set(before):
        msg = (
            f"{on_one_line(str(source))} is not the article of this brief: no paragraph is the same"
        )
        raise BriefingError(msg)
    if now == before and all(paragraph.sentences for paragraph in brief.source.paragraphs):
        return Against(brief.source, article)
    return Against(refreshed(record, brief.source, date.max), article)


def copy_of(brief: Brief) -> Path | None:
    """The reader's copy of the source beside the record, whether it is the same or not."""
    record = brief.paths.get("source")
    if record is None or brief.source is None or not is_plain(brief.source.file):
        return None
    path = record.with_name(brief.source.file)
    return path if os.path.isfile(path) else None  # noqa: PTH113 - no raise


def audit_of(brief: Brief, against: Against | None = None) -> Report:
    """The report on a brief: its problems, and where it departs from its source."""
    from briefing.audit.auditing import audit  # noqa: PLC0415 - not at launch

    return audit(brief, *(against or sourced(brief)))


def keep_audit(memory: Memory, brief: Brief, report: Report) -> None:
    """Remember what an audit found, for the list of a library: so much, in files that say this."""
    from briefing.library.scanning import said_by  # noqa: PLC0415 - not at launch
    from briefing.state import Audit  # noqa: PLC0415 - the same

    warnings = report.count - report.errors
    memory.keep_audit(key_of(brief), Audit(said_by(brief), report.errors, warnings))


def ledger_of(brief: Brief, against: Against) -> Iterator[Line]:
    """Each figure and marker of the source, and where it went."""
    from briefing.audit.ledger import ledger  # noqa: PLC0415

    return ledger(brief, *against)
