"""Briefs in which every text is hostile: those of tests/briefs.py, with payloads for words."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

import yaml

from tests.briefs import ARTICLE, FILES, record_of, write_brief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# The keys of the texts that people write freely; a test holds them to the structs of the format.
FREE = {
    *("title", "subject", "by", "tools", "so_what", "summary", "place", "topic", "text", "marker"),
    *("note", "label", "value", "unit", "missing", "cause", "event", "consequence", "bearer"),
    *("trigger", "because", "up", "down", "if_wrong", "signal", "publisher", "author"),
    *("descriptor", "digest", "figures", "names", "markers", "reported", "skip"),
}
_SHORT = {"place", "topic", "marker", "label", "unit", "by"}  # one payload: they stand in lines
_RAW = re.compile("[ -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def quoted(text: str) -> str:
    """The text between double quotes, with escapes for what YAML does not take as it is."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if _RAW.fullmatch(character) and character not in "\u2028\u2029":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def as_yaml(value: object) -> str:
    """Dicts, lists and words as YAML in braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)}: {as_yaml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return quoted(str(value))


def documents() -> dict[str, Any]:
    """What the files of a brief hold, by their names, with no field of free text left out."""
    found = {name: yaml.load(text, yaml.CBaseLoader) for name, text in FILES.items()}
    for section in found.values():
        for part in (section, *section.get("entries", ())):
            for point in part.get("points", ()):
                point.update(marker="may", note="x", checked={"by": "x", "on": "2031-05-07"})
    found["outlook"]["watch"][0]["moves"] = {"J1": "up"}
    found["record"].update(author="x")
    for card in (card for p in found["record"]["paragraphs"] for card in p["sentences"]):
        card.update(figures=["x"], names=["x"], markers=["x"], reported=["x"], skip="x")
    return found


def hostile(payloads: Sequence[str], each: int) -> dict[str, str]:
    """The files of a brief by their names, with so many of the payloads in each text.

    Every text begins with another one, as some are cut where they are shown; the others are of
    every kind.
    """
    turn = count()

    def text(key: str) -> str:
        start, most = next(turn), 1 if key in _SHORT else each
        places = (start + n * len(payloads) // each for n in range(most))
        return " ".join(["Mill", *(payloads[at % len(payloads)] for at in places)])

    def changed(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: changed(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [changed(part, key) for part in value]
        return text(key) if key in FREE else value

    return {name: as_yaml(changed(found, "")) for name, found in documents().items()}


def broken(payloads: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Files that do not load, with payloads where no free text is expected."""
    turn = count()

    def word() -> str:
        return payloads[next(turn) % len(payloads)]

    yield (
        "brief",
        f"format: {quoted(word())}\n{quoted(word())}: x\nsource: {quoted('../' + word())}\n",
    )
    lines = [f"  - {{id: {quoted(word())}, {quoted(word())}: {quoted(word())}}}" for _ in payloads]
    yield "regions", "entries:\n" + "\n".join(lines) + "\n"
    points = [
        f"  - {{id: M{n}, text: x, at: {quoted(word())}, stance: {quoted(word())}, "
        f"about: {quoted(word())}, same_as: {quoted(word())}}}"
        for n, _ in enumerate(payloads)
    ]
    yield "motives", "points:\n" + "\n".join(points) + "\n"
    yield "risks", "so_what: &" + "a\u202e\u200b [x\n"
    yield "timeline", "so_what: !tag\u2066 x\n? [\u200f]\n: \u3164 @\n"
    yield "figures", 'so_what: "\\ud800"\npoints: "\\ud83d\\ude00"\n'
    yield "outlook", "\u202eso_what: a: b\n\u2067<<: {a: 1}\n"


def write_hostile(
    folder: Path, payloads: Sequence[str], each: int = 12, **files: str | bytes | None
) -> Path:
    """Write such a brief into a folder; `files` replaces some of its files, as in write_brief."""
    return write_brief(folder, **{**hostile(payloads, each), **files})


def article(payloads: Sequence[str]) -> str:
    """An article of three paragraphs with payloads in each sentence, for a record of its own."""
    third = [" ".join(payloads[n::3]).replace("\n", " ") for n in range(3)]
    lines = ARTICLE.strip().split("\n\n")
    return "\n\n".join(f"{line} Mill {more} said." for line, more in zip(lines, third, strict=True))


def record(text: str) -> str:
    """The plain record of such an article."""
    return record_of(text)
