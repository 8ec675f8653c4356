"""What the house promises about itself. The layers are held by `lint-imports` in `make check`."""

from __future__ import annotations

import ast
import os
import re
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "briefing").rglob("*.py"))
RECORDS = ROOT / "docs" / "decisions"
PACKED = ("briefing", "content", "docs", "seeds", "tests")

# A file may be longer than this only with a reason, written here.
LONGEST = 300
LONGER_BECAUSE: dict[str, str] = {}
MOST_METHODS = 25


def name_of(module: Path) -> str:
    return str(module.relative_to(ROOT))


def tracked() -> list[Path]:
    """What git knows; in an unpacked source distribution, which has no git to ask, all of it."""
    if not (ROOT / ".git").exists():
        packed = [*ROOT.glob("*"), *(path for top in PACKED for path in (ROOT / top).rglob("*"))]
        return [path for path in packed if path.is_file() and path.suffix != ".pyc"]
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return [path for name in names.split("\0") if (path := ROOT / name).is_file()]


def loaded_by(*arguments: str, cwd: Path) -> set[str]:
    """The top-level packages that a command imports, in a clean interpreter."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "briefing", *arguments],
        cwd=cwd,
        env=clean,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip()
    return {line.split("|")[2].strip().partition(".")[0] for line in _imports(done.stderr)}


def _imports(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if line.startswith("import time:")]


def test_an_export_loads_neither_the_screen_nor_the_search_engine(tmp_path: Path) -> None:
    loaded = loaded_by("export", cwd=tmp_path)
    assert {"briefing", "yaml"} <= loaded
    assert not loaded & {"textual", "tantivy"}


def test_help_loads_nothing_that_a_command_would_need(tmp_path: Path) -> None:
    loaded = loaded_by("--help", cwd=tmp_path)
    assert "briefing" in loaded
    assert not loaded & {"yaml", "textual", "tantivy"}


def test_what_is_imported_is_what_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {re.split(r"[^\w-]", name)[0] for name in project["dependencies"]}
    assert {{"yaml": "pyyaml"}.get(name, name) for name in imported()} == asked


def imported() -> set[str]:
    """Every top-level package that a module of ours imports, wherever in it, but Python's own."""
    nodes = [node for module in MODULES for node in ast.walk(ast.parse(module.read_text()))]
    names = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    tops = {name.partition(".")[0] for name in names}
    return tops - sys.stdlib_module_names - {"briefing"}


def test_modules_are_short() -> None:
    lines = {name_of(module): len(module.read_text().splitlines()) for module in MODULES}
    assert {name for name, count in lines.items() if count > LONGEST} == set(LONGER_BECAUSE)
    assert statistics.median(lines.values()) < 100


def test_no_class_does_everything() -> None:
    crowded = {
        f"{name_of(module)}: {node.name}"
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
        > MOST_METHODS
    }
    assert crowded == set()


def keywords(module: Path) -> set[str]:
    """Every keyword argument as it is written: `Content(markup=True)`."""
    return {
        f"{ast.unparse(node.func).rpartition('.')[2]}({keyword.arg}={ast.unparse(keyword.value)})"
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
    }


def test_markup_is_never_interpreted() -> None:
    asked = {name_of(module) for module in MODULES if "markup=True" in str(keywords(module))}
    called = {name_of(module) for module in MODULES if "from_markup(" in module.read_text()}
    assert asked | called == set()


def test_msgspec_never_matches_a_pattern_itself() -> None:
    # It crashes the interpreter (msgspec 0.22, issue 717): say it in extra_json_schema instead.
    assert {
        name_of(module) for module in MODULES if "Meta(pattern=" in str(keywords(module))
    } == set()


def test_every_decision_is_listed_in_order_under_its_title() -> None:
    listed = re.findall(r"^- \[(.+)\]\((.+)\)$", (RECORDS / "README.md").read_text(), re.MULTILINE)
    records = sorted(RECORDS.glob("[0-9]*.md"))
    titles = [record.read_text().splitlines()[0].removeprefix("# ") for record in records]
    assert listed == [(title, record.name) for title, record in zip(titles, records, strict=True)]
    assert len({record.name[:4] for record in records}) == len(records)


def test_no_tracked_file_names_a_place_on_some_machine() -> None:
    place = re.compile(rb"(?<![\w.~}])/(?:home|root|Users|work|opt|mnt|srv|workspace)/[\w.-]+")
    found = {
        f"{name_of(path)}: {match[0].decode()}"
        for path in tracked()
        if (match := place.search(path.read_bytes()))
    }
    assert found == set()
