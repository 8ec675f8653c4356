from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import msgspec

from briefing.library.known import VERSION, Known, Seen
from briefing.loading import load
from briefing.model.catalogue import listing
from briefing.search import prepare
from tests.briefs import write_brief
from tests.search.shelves import shelve

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = {5: 2423085227}  # of each version the check sum of what it writes


def test_what_is_written_is_what_this_version_writes(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill"))
    shelve(tmp_path / "index", mill=brief)
    schema = json.loads((tmp_path / "index" / "meta.json").read_bytes())["schema"]
    known = Known(listing(brief, "mill", "said"), Seen(b"stamp", b"content", ("beside",)))
    parts = (json.dumps(schema).encode(), prepare(brief, "mill"), msgspec.msgpack.encode(known))
    told = "an older index would be taken for one of today: count VERSION up and change this"
    sum_of_it = zlib.crc32(b"".join(parts))
    assert sum_of_it == WRITTEN[VERSION], told
