"""The way to the reader."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from briefing.library import index_folder, update
from tests.briefs import write_brief
from tests.library.shelf import write_library

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


def test_without_a_terminal_a_library_is_a_line_for_each_brief(tmp_path: Path) -> None:
    for name in ("mill", "port"):
        write_brief(tmp_path / name)
    (tmp_path / "port" / "brief.yaml").write_text("title: [")
    command = [sys.executable, "-m", "briefing", f"{tmp_path}/"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "mill\t2031-05-04\tNorthwind plans a mill in Arland",
        "port\t\tport",
    ]


def test_so_is_one_whose_index_nobody_can_keep(tmp_path: Path) -> None:
    for name in ("mill", "port"):
        write_brief(tmp_path / "library" / name)
    (tmp_path / "cache").write_text("no folder")
    command = [sys.executable, "-m", "briefing", "read", "--ascii", str(tmp_path / "library")]
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["mill", "port"]


def test_so_is_one_whose_list_nobody_can_keep(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    update(library)
    beside = index_folder(library) / "catalogue"
    beside.unlink()
    beside.mkdir()
    command = [sys.executable, "-m", "briefing", str(library)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == [
        "alder",
        "birch",
        "cedar",
    ]


TLS = """
import sys
from briefing import launch
launch._load_asyncio()
import asyncio
print("ssl" in sys.modules)
async def run():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "print('run')")
    await process.wait()
asyncio.run(run())
import logging
logging.getLogger("asyncio").warning("Loop that handles pid 1 is closed")
import ssl
print(ssl.OPENSSL_VERSION_INFO > (0,), asyncio.base_events.ssl)
"""


def test_asyncio_is_loaded_without_tls_which_others_still_get() -> None:
    """4 MiB of an open reader, and 6 ms of a launch."""
    command = [sys.executable, "-c", TLS]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert sorted(done.stdout.split("\n")) == ["", "False", "True None", "run"]
    assert done.stderr == ""  # what it logs is not for the terminal
