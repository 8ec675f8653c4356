"""`python -m benchmarks.library FOLDER COUNT`: briefs of the size of the shipped one, as many as wanted.

The same brief every time: brief 17 of a library of a thousand is brief 17 of one of a million.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.words import Language, figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SEED = 1953
THICK = 1_800  # points more in a section than usual
SHARD = 100  # briefs to a folder: no folder with ten thousand children
# How many of each the shipped brief has (entries, points in them all, words to a sentence).
_SHAPES = {
    "regions": ("R", 4, 19, "place"),
    "motives": ("M", 6, 27, "topic"),
    "competitors": ("C", 5, 14, "roles"),
}
_PLACES = (
    "AU JP US DE FR GB IN BR ZA KE SG MY ID TH VN KR TW CA MX CL PL ES IT SE NO FI IE NL AE SA"
)
_TOPICS = ("compute", "customers", "cost", "energy", "rules", "independence", "talent", "land")
_ROLES = ("rival", "supplier", "partner", "precedent")
_LIKELIHOODS = ("very unlikely", "unlikely", "roughly even chance", "likely", "very likely")
_LEVELS = ("low", "moderate", "high")
_HEDGES = (("reported", "reportedly"), ("attributed", "observers say"), ("forecast", "expected"))
_PARAGRAPHS = 13


def write(folder: Path, count: int) -> None:
    """Put that many briefs into a folder; those that are there are left as they are."""
    language = Language(SEED)
    for number in range(count):
        brief = folder / f"{number // SHARD:03}" / f"b{number:06}"
        if not (brief / "brief.yaml").exists():
            brief.mkdir(parents=True, exist_ok=True)
            for name, text in files(language, number):
                (brief / name).write_text(text, encoding="utf-8")


def files(language: Language, number: int) -> Iterator[tuple[str, str]]:
    """The files of a brief, by name; brief.yaml last, so that a brief which stopped halfway is none."""
    writer = _Brief(language, number)
    for section in _SHAPES:
        yield f"{section}.yaml", writer.gathered(section)
    yield "risks.yaml", writer.risks()
    yield "timeline.yaml", writer.timeline()
    yield "figures.yaml", writer.figures()
    yield "outlook.yaml", writer.outlook()
    yield "source.yaml", writer.source()
    yield "brief.yaml", writer.header()


def thick(folder: Path) -> None:
    """Put one brief of 1 MiB into a folder: 5,400 points and more."""
    folder.mkdir(parents=True, exist_ok=True)
    language = Language(SEED)
    for name, text in files(language, 0):
        (folder / name).write_text(text, encoding="utf-8")
    for section in _SHAPES:
        text = _Brief(language, 0).gathered(section, THICK)
        (folder / f"{section}.yaml").write_text(text, encoding="utf-8")


class _Brief:
    """The words and numbers of one brief."""

    def __init__(self, language: Language, number: int) -> None:
        self._language = language
        self._chance = Random(f"{SEED}:{number}")
        self._day = date(2015, 1, 1) + timedelta(days=self._chance.randrange(4300))
        self._actors = list(dict.fromkeys(language.some_actors(self._chance, 12)))[:5]
        self._places = self._chance.sample(_PLACES.split(), 4)
        self._about = [_id(name) for name in (*self._actors, *self._places)]
        self._points: list[str] = []

    def header(self) -> str:
        return (
            f"format: 1\ntitle: {_quoted(' '.join(self._some(5)).capitalize())}\n"
            f"subject: {self._actors[0]}\nas_of: {_quoted(str(self._day))}\nsource: source.yaml\n"
        )

    def gathered(self, section: str, more: int = 0) -> str:
        letter, entries, points, field = _SHAPES[section]
        points += more
        lines = [f"so_what: {self._sentence(5, 9)}", "", "entries:"]
        numbers = iter(range(1, points + 1))
        for n in range(entries):
            name, value = self._entry(field, n)
            lines += [
                f"  - id: {_id(name) if field != 'topic' else f'{_id(name)}-{n}'}",
                f"    title: {name}",
                f"    {field}: {value}",
                f"    summary: {self._sentence(8, 14)}",
            ]
            own = [self._point(f"{letter}{m:02}") for m in _take(numbers, points // (entries + 1))]
            lines += ["    points:", *_indented(own, 6)] if own else []
        rest = [self._point(f"{letter}{m:02}") for m in numbers]
        return "\n".join([*lines, "", "points:", *_indented(rest, 2), ""])

    def risks(self) -> str:
        lines = [f"so_what: {self._sentence(5, 9)}", "", "entries:"]
        for n in range(1, 7):
            lines += [
                f"  - id: RK{n}",
                f"    title: {_quoted(' '.join(self._some(4)).capitalize())}",
                f"    summary: {self._sentence(5, 9)}",
                *(f"    {field}: {self._sentence(8, 14)}" for field in _RISK),
                f"    likelihood: {self._chance.choice(_LIKELIHOODS)}",
                f"    impact: {self._chance.choice(_LEVELS)}",
                f"    confidence: {self._chance.choice(_LEVELS)}",
                "    response: {text: none stated}",
                f"    rests_on: [{', '.join(self._chance.sample(self._points, 5))}]",
            ]
        own = [self._point(f"K{n:02}") for n in range(1, 10)]
        return "\n".join([*lines, "", "points:", *_indented(own, 2), ""])

    def timeline(self) -> str:
        events = []
        for n in range(1, 10):
            when = self._day + timedelta(days=self._chance.randrange(-700, 1500))
            typed = (str(when), f"{when:%Y-%m}", f"{when:%Y}", f"{when:%Y-%m}/{when.year + 1}")
            label = ("on that day", "that month", "that year", "for a while")
            kind = self._chance.randrange(4)
            more = [f"when: {_quoted(typed[kind])}", f"label: {label[kind]}", "status: announced"]
            events.append(self._point(f"T{n:02}", *more))
        return "\n".join(
            [f"so_what: {self._sentence(8, 12)}", "", "points:", *_indented(events, 2), ""]
        )

    def figures(self) -> str:
        found = []
        for n in range(1, 13):
            value = [f"value: {_quoted(figure(self._chance))}", f"missing: {self._sentence(4, 8)}"]
            found.append(self._point(f"F{n:02}", *value))
        return "\n".join(
            [f"so_what: {self._sentence(8, 14)}", "", "points:", *_indented(found, 2), ""]
        )

    def outlook(self) -> str:
        chance = self._chance
        lines = [
            f"so_what: {self._sentence(5, 8)}",
            "bottom_line:",
            f"  text: {self._sentence(40, 52)}",
            f"  rests_on: [{', '.join(chance.sample(self._points, 8))}]",
            "judgments:",
        ]
        for n in range(1, 6):
            lines += [
                f"  - id: J{n}",
                f"    title: {_quoted(' '.join(self._some(5)).capitalize()[:48])}",
                f"    text: {self._sentence(14, 22)}",
                f"    likelihood: {chance.choice(_LIKELIHOODS)}",
                f"    confidence: {chance.choice(_LEVELS)}",
                f"    because: {self._sentence(8, 14)}",
                f"    rests_on: [{', '.join(chance.sample(self._points, 6))}]",
                f"    would_change: {{up: {self._sentence(8, 12)}, down: {self._sentence(8, 12)}}}",
                f"    resolves_by: {_quoted(str(self._day + timedelta(days=400 + 90 * n)))}",
            ]
        lines += self._listed("assumptions", "A", 3, 20, if_wrong=True)
        lines += self._listed("alternatives", "H", 3, 7)
        lines.append("tensions:")
        for n in range(1, 10):
            lines += [
                f"  - id: X{n:02}",
                "    kind: magnitude",
                f"    title: {_quoted(' '.join(self._some(4)).capitalize())}",
                f"    text: {self._sentence(40, 60)}",
                f"    at: [P{chance.randint(1, 6)}.1, P{chance.randint(7, 13)}.1]",
                f"    between: [{', '.join(chance.sample(self._points, 4))}]",
            ]
        lines += self._listed("gaps", "G", 6, 6)
        lines.append("watch:")
        for n in range(1, 9):
            lines += [f"  - id: W{n}", f"    signal: {self._sentence(3, 5)}"]
            lines.append(
                f"    moves: {{J{chance.randint(1, 5)}: up, RK{chance.randint(1, 6)}: down}}"
            )
        return "\n".join([*lines, ""])

    def source(self) -> str:
        words = self._chance.randint(700, 900)
        mark = f"{self._chance.getrandbits(64):016x}"
        lines = ["format: 1", "kind: report", f"title: {self._sentence(6, 9)}"]
        lines += [f"published: {_quoted(str(self._day))}", "file: article.txt"]
        lines += [f"sha256: {_quoted(mark * 4)}", f"words: {words}", "paragraphs:"]
        for n in range(1, _PARAGRAPHS + 1):
            lines += [
                f"  - at: P{n}",
                f"    fingerprint: {_quoted(f'{self._chance.getrandbits(64):016x}')}",
                f"    digest: {self._sentence(9, 16)}",
                "    sentences:",
            ]
            for m in range(1, 5):
                names = ", ".join(self._chance.sample(self._actors, min(2, len(self._actors))))
                lines += [f"      - at: P{n}.{m}", f"        names: [{names}]"]
        return "\n".join([*lines, ""])

    def _listed(
        self, name: str, letter: str, count: int, words: int, *, if_wrong: bool = False
    ) -> Iterator[str]:
        yield f"{name}:"
        for n in range(1, count + 1):
            yield f"  - id: {letter}{n}"
            yield f"    text: {self._sentence(words, words + words // 2)}"
            if if_wrong:
                yield f"    if_wrong: {self._sentence(8, 14)}"

    def _entry(self, field: str, n: int) -> tuple[str, str]:
        if field == "place":
            return self._places[n], self._places[n]
        if field == "topic":
            topic = self._chance.choice(_TOPICS)
            return topic.capitalize(), topic
        name = self._actors[n % len(self._actors)]
        if n >= len(self._actors):
            name = f"{name} {n}"
        return name, f"[{', '.join(self._chance.sample(_ROLES, self._chance.randint(1, 2)))}]"

    def _point(self, name: str, *more: str) -> list[str]:
        self._points.append(name)
        chance = self._chance
        at = f"P{chance.randint(1, _PARAGRAPHS)}.{chance.randint(1, 4)}"
        text = self._language.sentence(chance, 8, 16)
        lines = [f"- id: {name}", f"  at: {at}"]
        if chance.random() < 0.4:
            stance, marker = chance.choice(_HEDGES)
            text = f"{text[:-1]}, {marker}."
            lines += [f"  stance: {stance}", f"  marker: {marker}"]
        if chance.random() < 0.4:
            lines.append(f"  about: [{', '.join(chance.sample(self._about, 2))}]")
        if chance.random() < 0.2:
            lines.append(f"  note: {self._sentence(5, 9)}")
        return [*lines[:1], f"  text: {_quoted(text)}", *lines[1:], *(f"  {line}" for line in more)]

    def _some(self, count: int) -> list[str]:
        return self._language.some(self._chance, count)

    def _sentence(self, least: int, most: int) -> str:
        return _quoted(self._language.sentence(self._chance, least, most))


_RISK = ("cause", "event", "consequence", "bearer", "trigger")


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _quoted(text: str) -> str:
    return f'"{text}"'


def _take(numbers: Iterator[int], count: int) -> Iterator[int]:
    return (number for number, _ in zip(numbers, range(count), strict=False))


def _indented(points: Iterable[Sequence[str]], cells: int) -> Iterator[str]:
    return (" " * cells + line for lines in points for line in lines)


def main() -> None:
    """Write a library."""
    parser = argparse.ArgumentParser(prog="benchmarks.library", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    asked = parser.parse_args()
    write(asked.folder, asked.count)


if __name__ == "__main__":
    main()
