"""A library of everything bad that is known, each a brief of its own, among three good ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.briefs import BRIEF, FIGURES, OUTLOOK, REGIONS, RISKS, TIMELINE, record_of, write_brief
from tests.loading.test_bad_inputs import KEPT, LITERAL, REFUSED, SHOWN, header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOOD = ("good-mill", "good-port", "good-tram")
LIMIT = 1 << 20


class Bad(NamedTuple):
    """A brief with something wrong: its folder, how it is made, and words of its first problem.

    Where there are no words, nothing is wrong with it, and it reads like any other.
    """

    key: str
    make: Callable[[Path], object]
    said: str = ""


def write_hostile(library: Path) -> list[Bad]:
    """Write all of them and the good ones into a folder; the bad ones, as they are expected."""
    for key in GOOD:
        write_brief(library / key)
    bad = list(everything())
    for each in bad:
        each.make(library / each.key)
    return bad


def everything() -> Iterator[Bad]:
    """The bad inputs by their numbers, and more."""
    for row, (typed, _) in SHOWN.items():
        yield Bad(f"{row}", _headed(typed), "in a row" if row == 12 else "character, shown as")
    for row, typed in LITERAL.items():
        yield Bad(f"{row}", _headed(typed))
    for name, (content, _, _, said) in REFUSED.items():
        yield Bad(name, _of(brief=content), said)
    for row, texts in KEPT.items():
        for number, text in enumerate(texts):
            yield Bad(f"{row}-{number}-kept", _headed(text))
    yield Bad("36", _headed("../../x"))
    yield Bad("37\x1b]2;T\x07\u202e", _of(brief="title: a\n"), "the key 'format' is missing")
    for name, (data, said) in WHOLE.items():
        yield Bad(name, _of(brief=data), said)
        yield Bad(f"{name} in the regions", _of(regions=data), said)
    for name, (files, said) in MORE.items():
        yield Bad(name, _of(**files), said)
    for name, (make, said) in FILES.items():
        yield Bad(name, make, said)
    yield Bad(os.fsdecode(b"latin \xe4\xff"), _headed("A"))


def _of(**files: str | bytes) -> Callable[[Path], object]:
    return lambda folder: write_brief(folder, **files)


def _headed(title: str) -> Callable[[Path], object]:
    return _of(brief=header(title) + "source: record.source\nassume: {published: '2031-05'}\n")


def _laughs() -> str:
    rows = ["a0: &a0 [lol, lol]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(rows)


def _points(count: int, line: str) -> str:
    return "points:\n" + "".join(line.format(n=n, next=n % count + 1) for n in range(1, count + 1))


WHOLE: dict[str, tuple[str | bytes, str]] = {
    "laughs": (_laughs(), "anchors (&) are not allowed"),
    "brackets": ("[" * (LIMIT - 9), "nested deeper than 32 levels"),
    "braces": ("{a: " * 200_000, "nested deeper than 32 levels"),
    "dashes": ("- " * 400_000, "nested deeper than 32 levels"),
    "50,000 keys": ("".join(f"k{n}: 1\n" for n in range(50_000)), "more than 50,000 values"),
    "directive 1.1": ("%YAML 1.1\n---\nx: 1\n", "unknown key 'x'"),
    "directive 2.0": ("%YAML 2.0\n---\nformat: 1\n", "a line cannot begin with %"),
    "a tag directive": ("%TAG ! tag:x,2000:\n---\na: !b c\n", "tags such as"),
    "alias as a key": ("*a : b\n", "aliases (*) are not allowed"),
    "NEL": ("format: 1\x85title: a\n", "an invisible line break (U+0085)"),
    "LS": ("format: 1\u2028title: a\n", "an invisible line break (U+2028)"),
    "CR only": ("x: 1\rtitle: a\rsubject: b\r", "unknown key 'x'"),
    "CRLF": ("x: 1\r\ntitle: a\r\nsubject: b\r\n", "unknown key 'x'"),
    "NUL": ("format: 1\ntitle: a\0b\n", "a NUL byte (U+0000)"),
    "documents": ("---\n" * 200_000, "a second document starts here"),
    "complex keys": ("? {a: b}\n: c\n? [d]\n: e\n", "a key must be text"),
    "open keys": ("? " * 400_000, "nested deeper than 32 levels"),
    "tabs": ("a:\n\t- b\n", "a tab indents this line"),
    "a huge key": ("k" * 400_000 + ": 1\n", "a key of more than 1,024 characters"),
    "a huge line": ("x: " + "x" * (LIMIT - 99) + "\n", "unknown key 'x'"),
    "too large": (b"#" * (LIMIT + 1), "the file is larger than 1 MiB"),
    "comments": ("# a\n" * 1000, "the file is empty"),
    "random": (bytes(range(256)) * 99, "byte 80 is not UTF-8"),
}
MORE: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a million digits": ({"figures": FIGURES.replace("$20 million\n", "9" * 999_000 + "\n")}, ""),
    "year 10**9": (
        {"timeline": TIMELINE.replace("[2031-10..2032-03]", "1000000000")},
        "expected a date",
    ),
    "a set of thousands": (
        {"timeline": TIMELINE.replace("[2031-10..2032-03]", "[" + "2027," * 9000 + "2028]")},
        "",
    ),
    "a title of a megabyte": (
        {"brief": BRIEF.replace("Northwind plans", "Northwind " * 99_000 + "plans")},
        "more than 1,000 characters",
    ),
    "a place of a megabyte": (
        {"regions": REGIONS.replace("place: Arland", "place: " + "A" * 999_000)},
        "more than 1,000 characters",
    ),
    "an id that climbs": ({"regions": REGIONS.replace("id: arland", "id: ../..")}, "../.."),
    "an id of 10,000": (
        {"regions": REGIONS.replace("id: arland", "id: " + "a" * 10_000)},
        "expected a short",
    ),
    "6,000 points": (
        {"regions": _points(6000, "  - {{id: R{n}, text: A mill., at: P1.1}}\n")},
        "",
    ),
    "rests on itself": (
        {"outlook": OUTLOOK.replace("rests_on: [C1, J1]", "rests_on: [J2]")},
        "rests on itself",
    ),
    "a circle of reasons": (
        {"outlook": OUTLOOK.replace("rests_on: [R1, T1, A1]", "rests_on: [J2]")},
        "rests on itself",
    ),
    "a circle of events": (
        {
            "timeline": _points(
                2000,
                "  - {{id: T{n}, text: X., at: P1, label: x, status: announced, after: T{next}, months: [1]}}\n",
            )
        },
        "follows from itself",
    ),
    "the same as itself": ({"figures": FIGURES.replace("same_as: K1", "same_as: F1")}, ""),
    "the same in a circle": (
        {
            "figures": FIGURES,
            "risks": RISKS.replace("about: RK1}", "about: RK1, same_as: F1}"),
        },
        "",
    ),
    "a source that climbs": (
        {"brief": BRIEF.replace("record.source", "../" * 99 + "etc/hosts")},
        "this is no source record",
    ),
    "an absolute source": ({"brief": BRIEF.replace("record.source", "/etc/passwd")}, "relative"),
    "a source that never ends": (
        {"brief": BRIEF.replace("record.source", "../" * 99 + "dev/zero")},
        "no regular file",
    ),
    "a climbing copy": (
        {"record": record_of("x\n\ny\n\nz").replace("article.txt", "../../etc/passwd")},
        "expected a plain file name",
    ),
}


def _special(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def write(folder: Path) -> None:
        write_brief(folder, brief=None)
        make(folder / "brief.yaml")

    return write


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(10 << 30)


def _closed(path: Path) -> None:
    path.write_text(BRIEF)
    path.chmod(0)


def _misnamed(folder: Path) -> None:
    write_brief(folder)
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\x1b[2J.yaml")).write_text("a: b\n")


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (_special(os.mkfifo), "it is no regular file"),
    "a loop": (_special(lambda path: path.symlink_to(path)), "its links lead in a circle"),
    "a device": (_special(lambda path: path.symlink_to("/dev/zero")), "it is no regular file"),
    "a folder": (_special(Path.mkdir), "it is a folder"),
    "10 GB": (_special(_sparse), "the file is larger than 1 MiB"),
    "nothing there": (_special(lambda path: path.symlink_to("nowhere")), "there is no such file"),
    "not ours": (_special(_closed), "no permission to read it" if os.getuid() else ""),
    "a name in no encoding": (_misnamed, "no section has a file of this name"),
}
