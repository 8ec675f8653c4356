"""Making the record of an article."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from briefing.library.opening import local_day
from briefing.loading.record import check_text, read_record, read_text
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from briefing.model.source import SourceRecord


class Made(NamedTuple):
    """A source record, the text and the path of its file, and a line on what is in it."""

    path: Path
    text: str
    told: str
    record: SourceRecord


def record_text(
    article: Path, output: Path | None = None, *, today: date | None = None, force: bool = False
) -> Made:
    """The record of an article, to be written to `output` or beside the article.

    What a curator wrote in the record that is there is kept. Raises BriefingError where the
    article or that record cannot be read, where the record is too large, and, without `force`,
    where the record that is there is of another article.
    """
    from briefing.audit import record as making  # noqa: PLC0415 - few commands make one

    data, text = read_text(article)
    output = output or article.with_name(f"{article.stem}.yaml")
    if os.path.realpath(output) == os.path.realpath(article):
        raise BriefingError(f"the record would replace the article {on_one_line(str(article))}")
    made, head = making.record_of(data, text, on_one_line(article.name)), making.HEAD
    lost = ""
    if os.path.lexists(output):
        old, typed_before = read_record(output)
        head = making.head_of(typed_before)
        if not (force or making.shares(made, old)):
            shown = on_one_line(str(output))
            msg = f"{shown} is the record of another article; --force replaces it"
            raise BriefingError(msg)
        made = making.refreshed(made, old, today or local_day())
        lost = making.lost(made, old)
    typed = making.typed(made, head)
    check_text(typed, output)
    return Made(output, typed, making.summary(made) + lost + making.warned(text), made)
