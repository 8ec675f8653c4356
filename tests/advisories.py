"""`python -m tests.advisories FOLDER`: the pins of constraints.txt against the known vulnerabilities.

FOLDER is a copy of the Python Packaging Advisory Database (the repository pypa/advisory-database,
in OSV's format). Nothing is asked of a network, so that it says as much as the copy knows.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterator

PINS = Path(__file__).parents[1] / "constraints.txt"


def main(arguments: list[str] | None = None) -> int:
    """Print each advisory that a pin falls under; 1 where there is any, 2 without a database."""
    parser = argparse.ArgumentParser(prog="make advisories", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--pins", type=Path, default=PINS)
    asked = parser.parse_args(arguments)
    if not (asked.folder / "vulns").is_dir():
        print(f"{asked.folder} is no advisory database: it has no folder vulns", file=sys.stderr)
        return 2
    pins = dict(pinned(asked.pins.read_text(encoding="utf-8")))
    known, newest, found = 0, "", []
    for name, version in pins.items():
        for advisory in advisories(asked.folder, name):
            known += 1
            newest = max(newest, str(advisory.get("modified", ""))[:10])
            if concerns(advisory, name, version):
                found.append(f"{name} {version}: {advisory['id']}, {_summary(advisory)}")
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(pins)} pins, {known} advisories on them, the newest of {newest or 'no date'}")
    return int(bool(found))


def pinned(constraints: str) -> Iterator[tuple[str, Version]]:
    """Names and versions of a constraints file."""
    for line in constraints.splitlines():
        if line and not line.startswith("#"):
            wanted = Requirement(line)
            (exact,) = wanted.specifier
            yield canonicalize_name(wanted.name), Version(exact.version)


def advisories(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """What the database has on a package, but for what was withdrawn."""
    for path in sorted((folder / "vulns" / name).glob("*.yaml")):
        advisory = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        if "withdrawn" not in advisory:
            yield advisory


def concerns(advisory: dict[str, Any], name: str, version: Version) -> bool:
    """Whether a version is one of those named, or lies in a range (OSV schema 1.6, evaluation)."""
    for affected in advisory.get("affected", ()):
        if canonicalize_name(affected["package"]["name"]) != name:
            continue
        if str(version) in affected.get("versions", ()):
            return True
        for span in affected.get("ranges", ()):
            if span["type"] == "ECOSYSTEM" and _within(span["events"], version):
                return True
    return False


def _within(events: list[dict[str, str]], version: Version) -> bool:
    within = False
    for event in events:
        if "introduced" in event:
            within = within or version >= Version(event["introduced"])
        elif "fixed" in event:
            within = within and version < Version(event["fixed"])
        elif "last_affected" in event:
            within = within and version <= Version(event["last_affected"])
    return within


def _summary(advisory: dict[str, Any]) -> str:
    text = str(advisory.get("summary") or advisory.get("details", ""))
    return text.strip().splitlines()[0] if text.strip() else "not described"


if __name__ == "__main__":
    sys.exit(main())
