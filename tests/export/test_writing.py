"""A file is there in whole or not at all, and none is overwritten by mistake."""

# ruff: noqa: FBT001 - `force` is a case here, as it is in the call

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.export import write
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def umask() -> Iterator[None]:
    """A umask of our own, and the old one back."""
    old = os.umask(0o027)
    yield
    os.umask(old)


def fails(path: Path, reason: str, *, force: bool = False) -> None:
    with pytest.raises(BriefingError) as caught:
        write(path, "new\n", force=force)
    message = str(caught.value)
    assert message.startswith("cannot write ")
    assert message.endswith(f": {reason}")
    assert "\n" not in message


@pytest.mark.parametrize("force", [False, True])
def test_a_new_file_holds_the_text_to_the_byte(tmp_path: Path, force: bool) -> None:
    write(tmp_path / "brief.txt", "Åland\r\n…\n", force=force)
    assert (tmp_path / "brief.txt").read_bytes() == "Åland\r\n…\n".encode()
    assert names(tmp_path) == ["brief.txt"]


def test_text_that_is_no_unicode_is_written_all_the_same(tmp_path: Path) -> None:
    write(tmp_path / "brief.txt", "a\ud800b")
    assert (tmp_path / "brief.txt").read_bytes() == b"a?b"


def test_a_path_without_a_folder_is_in_the_working_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("brief.txt"), "new\n")
    write(Path("brief.txt"), "newer\n", force=True)
    assert (tmp_path / "brief.txt").read_text() == "newer\n"


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("old\n")
    fails(path, "it exists already; --force replaces it")
    assert path.read_text() == "old\n"
    assert names(tmp_path) == ["brief.txt"]


def test_a_link_is_left_alone_even_where_it_leads_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.symlink_to(tmp_path / "nowhere")
    fails(path, "it exists already; --force replaces it")
    assert names(tmp_path) == ["brief.txt"]
    assert path.is_symlink()


@pytest.mark.usefixtures("umask")
def test_force_replaces_and_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("old\n")
    path.chmod(0o666)
    write(path, "new\n", force=True)
    assert path.read_text() == "new\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o666
    assert names(tmp_path) == ["brief.txt"]


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("force", [False, True])
def test_the_mode_of_a_new_file_honours_the_umask(tmp_path: Path, force: bool) -> None:
    write(tmp_path / "brief.txt", "new\n", force=force)
    assert stat.S_IMODE((tmp_path / "brief.txt").stat().st_mode) == 0o640


def test_force_follows_a_link_and_leaves_it_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "brief.txt"
    target.write_text("old\n")
    path = tmp_path / "link.txt"
    path.symlink_to(target)
    write(path, "new\n", force=True)
    assert path.is_symlink()
    assert target.read_text() == "new\n"
    assert names(tmp_path / "there") == ["brief.txt"]


@pytest.mark.parametrize("force", [False, True])
def test_what_is_no_place_for_a_file(tmp_path: Path, force: bool) -> None:
    (tmp_path / "file").write_text("")
    fails(tmp_path, "it is a folder", force=force)
    fails(tmp_path / "no" / "brief.txt", "there is no such folder", force=force)
    fails(tmp_path / "file" / "brief.txt", "there is no such folder", force=force)
    fails(tmp_path / ("x" * 300), "its name is too long", force=force)
    fails(tmp_path / "a\0b", "its name holds a character that no file name may", force=force)
    assert names(tmp_path) == ["file"]


def test_force_replaces_no_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    fails(tmp_path / "pipe", "it is no regular file", force=True)
    assert stat.S_ISFIFO((tmp_path / "pipe").lstat().st_mode)


def test_force_replaces_no_circle_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    fails(tmp_path / "a", "it is no regular file", force=True)


@pytest.mark.skipif(AS_ROOT, reason="nothing is forbidden to root")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    fails(tmp_path / "brief.txt", "no permission")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "no permission"),
        (errno.EIO, "input/output error"),
        (0, "it failed"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_a_failure_in_the_middle_changes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    reason: str,
    force: bool,
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number) if number else "")

    (tmp_path / "old.txt").write_text("old\n")
    monkeypatch.setattr(os, "fsync", fail)
    fails(tmp_path / "new.txt", reason, force=force)
    if force:
        fails(tmp_path / "old.txt", reason, force=True)
    assert names(tmp_path) == ["old.txt"]
    assert (tmp_path / "old.txt").read_text() == "old\n"


def test_an_interrupt_in_the_middle_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "brief.txt", "new\n")
    assert names(tmp_path) == []


def test_a_file_that_appears_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.txt"
    monkeypatch.setattr(os, "fsync", lambda _: path.write_text("another's\n"))
    fails(path, "it exists already; --force replaces it")
    assert path.read_text() == "another's\n"
    assert names(tmp_path) == ["brief.txt"]


def no_links(_from: object, _to: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_without_links_a_new_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    write(tmp_path / "brief.txt", "new\n")
    assert (tmp_path / "brief.txt").read_text() == "new\n"
    assert names(tmp_path) == ["brief.txt"]


def test_without_links_too_a_file_that_appears_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.txt"
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "fsync", lambda _: path.write_text("another's\n"))
    fails(path, "it exists already; --force replaces it")
    assert path.read_text() == "another's\n"


def test_without_links_a_failed_rename_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "replace", no_links)
    fails(tmp_path / "brief.txt", "no permission")
    assert names(tmp_path) == []


def test_a_name_is_shown_safe_and_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as caught:
        write(tmp_path / "no\x1b[2J\n\t" / "brief.txt", "new\n")
    assert "no␛[2J␊␉/brief.txt: there is no such folder" in str(caught.value)


KILLED = """
import os, signal, sys
from pathlib import Path
from briefing.export import write

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2] == "write":
    os.fdopen = lambda *_: die()
else:
    setattr(os, sys.argv[2], die)
write(Path(sys.argv[1]), "new" * 100_000, force=sys.argv[3] == "force")
"""


@pytest.mark.parametrize("step", ["write", "fsync", "link", "unlink"])
def test_killed_at_any_step_a_new_file_is_there_in_whole_or_not_at_all(
    tmp_path: Path, step: str
) -> None:
    path = tmp_path / "brief.txt"
    kill_at(step, path, "new")
    if step == "unlink":
        assert path.read_text() == "new" * 100_000
    else:
        assert not path.exists()


@pytest.mark.parametrize("step", ["write", "fsync", "chmod", "replace", "unlink"])
def test_killed_at_any_step_a_replaced_file_is_old_or_new(tmp_path: Path, step: str) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("old\n")
    kill_at(step, path, "force")
    assert path.read_text() == ("new" * 100_000 if step == "unlink" else "old\n")


def kill_at(step: str, path: Path, way: str) -> None:
    """Write in another process that kills itself when it comes to the step."""
    done = subprocess.run([sys.executable, "-c", KILLED, path, step, way], check=False)
    assert done.returncode == -signal.SIGKILL
