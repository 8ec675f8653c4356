"""The way to the reader."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.briefs import write_brief

if TYPE_CHECKING:
    from pathlib import Path

# says what is there when the brief is read, and goes no further
LAUNCH = """
import sys
from pathlib import Path
from briefing import launch, library
launch.can_draw = lambda **_: True
library.open_brief = lambda _: sys.exit("textual" if "briefing.tui.app" in sys.modules else "")
launch.launch(Path(sys.argv[1]))
"""


def test_files_are_followed_from_when_they_are_read(tmp_path: Path) -> None:
    """Loading the screen takes long enough to save a file: so it comes first."""
    command = [sys.executable, "-c", LAUNCH, str(write_brief(tmp_path))]
    assert subprocess.run(command, capture_output=True, check=False).stderr == b"textual\n"
