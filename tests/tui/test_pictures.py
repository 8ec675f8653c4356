"""How every section looks at three sizes, in both themes of our own.

`make test ARGS="tests/tui/test_pictures.py --snapshot-update"` renews the pictures; look at them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from briefing.loading import load
from briefing.model.sections import SECTIONS
from tests.briefs import write_brief
from tests.tui.pictures import picture
from tests.tui.reading import read

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from tests.tui.reading import Reading


class Pictures(SingleFileSnapshotExtension):
    """A file for each picture."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_every_section_looks_as_it_did(
    size: tuple[int, int],
    snapshot: SnapshotAssertion,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # so that no screen names a folder of this machine
    brief = load(write_brief(Path("valley")))

    async def story(reading: Reading) -> None:
        for number, section in enumerate(SECTIONS, 1):
            await reading.press(str(number))
            found = await picture(reading)
            assert found == snapshot(name=section.name, extension_class=Pictures)

    read(brief, story, size=size)
