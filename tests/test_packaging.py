"""The wheel and the source distribution: what is in them, what is not, and that they work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from tests.test_architecture import name_of, tracked

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "content" / "anthropic-asia-pacific"
PRIVATE = "nobody else's to publish"

# the builds are made once, so the tests that look at them run in one process
pytestmark = pytest.mark.xdist_group("packaging")


class Built(NamedTuple):
    wheel: Path
    sdist: Path
    wheel_of_sdist: Path


def run(*command: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a Python that leaves no coverage behind and does not look in its own folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return subprocess.run(
        [sys.executable, "-P", *command],
        cwd=cwd,
        env={**clean, **env},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def build(source: Path, target: Path, *what: str) -> None:
    here = ("-m", "build", "--no-isolation", "--outdir")
    done = run(*here, target, *what, source, cwd=source, SOURCE_DATE_EPOCH="1700000000")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both distributions of the tracked files, with a private article beside the records."""
    folder = tmp_path_factory.mktemp("packaging")
    source = folder / "source"
    for path in tracked():
        copy = source / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    (source / "seeds" / "private.txt").write_text(PRIVATE)
    build(source, folder / "dist", "--sdist", "--wheel")
    (sdist,) = (folder / "dist").glob("*.tar.gz")
    (wheel,) = (folder / "dist").glob("*.whl")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    build(unpacked, folder / "again", "--wheel")
    return Built(wheel, sdist, folder / "again" / wheel.name)


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel in it and nothing else; the dependencies are this Python's."""
    folder = tmp_path_factory.mktemp("installed")
    offline = ("--no-index", "--no-deps", "--no-compile", "--disable-pip-version-check")
    done = run("-m", "pip", "install", *offline, "--target", folder, built.wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def texts(distribution: Path) -> Iterator[tuple[str, bytes]]:
    """Each file of a wheel or a source distribution: its name and what is in it."""
    if distribution.suffix == ".whl":
        with zipfile.ZipFile(distribution) as wheel:
            yield from ((name, wheel.read(name)) for name in wheel.namelist())
        return
    with tarfile.open(distribution) as sdist:
        for member in sdist.getmembers():
            if (file := sdist.extractfile(member)) is not None:
                yield member.name.partition("/")[2], file.read()


def bottom_line() -> str:
    outlook = yaml.safe_load((SHIPPED / "outlook.yaml").read_text(encoding="utf-8"))
    return " ".join(outlook["bottom_line"]["text"].split())


def test_a_private_article_is_in_neither(built: Built) -> None:
    for distribution in (built.wheel, built.sdist):
        for name, content in texts(distribution):
            assert PRIVATE.encode() not in content or name == "tests/test_packaging.py"
            assert not re.search(r"(?<!tests/fixtures/)seeds/.*\.txt$", name)  # that one is ours


def test_the_wheel_holds_the_program_its_brief_and_its_record(built: Built) -> None:
    names = {name for name, _ in texts(built.wheel)}
    about = f"{built.wheel.name.removesuffix('-py3-none-any.whl')}.dist-info"
    program = {name for name in map(name_of, tracked()) if name.startswith(("briefing/", "seeds/"))}
    brief = {name for name in map(name_of, tracked()) if name.startswith("content/")}
    assert f"content/{SHIPPED.name}/brief.yaml" in brief
    assert {name for name in names if not name.startswith(about)} == {
        *(name.replace("seeds/", "briefing/seeds/", 1) for name in program),
        *(name.replace("content/", "briefing/_content/", 1) for name in brief),
    }
    papers = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
    assert {name for name in names if name.startswith(about)} == {f"{about}/{n}" for n in papers}


def test_the_source_distribution_holds_what_it_takes_to_check_it_and_no_more(built: Built) -> None:
    names = {name for name, _ in texts(built.sdist)}
    known = {name_of(path) for path in tracked()}
    assert {"Makefile", "constraints.txt", "LICENSE", "tests/conftest.py"} <= names
    assert names - known == {"PKG-INFO"}
    left_out = {".ci", ".editorconfig", ".gitattributes", ".gitignore", ".pre-commit-hooks.yaml"}
    assert {name.partition("/")[0] for name in known - names} <= {*left_out, "benchmarks"}


def test_the_same_files_make_the_same_wheel_whatever_the_route(built: Built) -> None:
    assert built.wheel.read_bytes() == built.wheel_of_sdist.read_bytes()


def test_an_installed_wheel_runs_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    where = run(
        "-c", "import briefing; print(briefing.__file__)", cwd=tmp_path, PYTHONPATH=str(installed)
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
    done = run("-m", "briefing", "export", cwd=tmp_path, PYTHONPATH=str(installed))
    assert (done.returncode, done.stderr) == (0, "")
    assert bottom_line() in " ".join(done.stdout.split())


def test_the_checkout_runs_from_an_empty_folder(tmp_path: Path) -> None:
    done = run("-m", "briefing", "export", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert bottom_line() in " ".join(done.stdout.split())


def test_everything_that_is_asked_for_is_pinned_by_name_and_version_only() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    names = {re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pins}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"], "pip"]
    assert {re.split(r"[^\w-]", name)[0].lower() for name in wanted} <= names
    assert set(project["build-system"]["requires"]) <= set(pins)
