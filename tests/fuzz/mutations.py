"""Files spoilt in the ways that files are spoilt, by accident or on purpose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Spoil = Callable[[bytes, Random, bytes], bytes]  # the file, the dice, another file

LIMIT = 1 << 20  # the most that a file may have, and a little beyond it is tried too
_SCALAR = re.compile(rb"(?<=: )[^\n{}\[\],]+|(?<=- )[^\n{}\[\],:]+")
# What is read in another way than it looks, obeyed by terminals, or has no end.
ODD = [
    *[b"no", b"~", b"null", b"1:30", b"0777", b"1.10", b".inf", b"9" * 5000, b"0x" + b"f" * 9000],
    *[b"&a [*a]", b"*x", b"!!binary aGk=", b"!!python/object:os.system x", b"<<", b"!<!> x", b"@x"],
    *[rb'"\e]52;c;Y3VybA==\e\\"', rb'"\e[2J\ec\0\x9b31m"', rb'"\ud83d\ude00"', b"'", b'"', b"`"],
    *["\u202ea\u2066b\u200b\U000e0041".encode(), ("x" + "\u0301" * 500).encode(), b"[/etc/passwd]"],
    *[b"[@click=app.quit]x[/]", b"[x](vscode://x)", b"Q3: results", b"|", b">-", b"? x", b"{", b"["],
    *[b"2026-02-30", b"9999-12-31", b"0000", b"1000000000-01", b"[..]", b"../..", b"[2027,2028"],
    *[b"[" + b"2027," * 3000 + b"2028]", b"2027-10?", b"../../x", b"/etc/passwd", b"\\", b"P" + b"9" * 99],
    *[b"R1", b"J1", b"published", b"RK1", b"P1.1", b"P0", b"P99.99", b"-18", b"1e99", b"$" * 2000],
    *["\u4eba".encode() * 400, b"a" * 20_000, b"a " * 9000, b"", b" ", b"\t", b"\r", "\x85".encode()],
]  # fmt: skip
MARKS = [
    *[b"\x00", b"\x1b", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\r", b"\x85", b"\xef\xbb\xbf", b"\t"],
    *["\u2028".encode(), b"\n---\n", b"\n...\n", b"%YAML 1.1\n---\n", b"%TAG ! x:\n---\n", b"&", b"*"],
    *[b"!", b"|", b">", b"'", b'"', b"%", b"@", b"`", b"{", b"}", b"[", b"]", b",", b": ", b"- ", b"? "],
    *[b"#", b"\\", b"<<: ", b"<<<<<<< x\n", b"=======\n", b"\n\n", b"  ", b"- - - - ", b"[" * 40],
]  # fmt: skip


def _flip(data: bytes, chance: Random, _other: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 9])):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _cut(data: bytes, chance: Random, _other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _leave_out(data: bytes, chance: Random, _other: bytes) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.choice([1, 3, 40, 400]) :]


def _insert(data: bytes, chance: Random, _other: bytes) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(MARKS) + data[at:]


def _splice(data: bytes, chance: Random, other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _lines(data: bytes, chance: Random, _other: bytes) -> bytes:
    """A stretch of lines once more, elsewhere, or many times over."""
    lines = data.splitlines(keepends=True)
    start = chance.randint(0, len(lines))
    some = lines[start : start + chance.randint(1, 8)]
    some *= min(chance.choice([1, 1, 1, 50, 3000]), LIMIT // max(sum(map(len, some)), 1) + 1)
    at = chance.choice([start, chance.randint(0, len(lines))])
    return b"".join(lines[:at] + some + lines[at:])


def _indent(data: bytes, chance: Random, _other: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    start = chance.randint(0, len(lines))
    for number in range(start, min(start + chance.randint(1, 5), len(lines))):
        lines[number] = chance.choice([b"  ", b"\t", b"      ", b" "]) + lines[number]
    return b"".join(lines)


def _swap(data: bytes, chance: Random, _other: bytes) -> bytes:
    """Two scalars change places."""
    found = [match.span() for match in _SCALAR.finditer(data)]
    if len(found) < 2:
        return data
    (a, b), (c, d) = sorted(chance.sample(found, 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _odd(data: bytes, chance: Random, _other: bytes) -> bytes:
    """An odd value in place of a scalar."""
    found = [match.span() for match in _SCALAR.finditer(data)]
    start, end = chance.choice(found or [(0, 0)])
    return data[:start] + chance.choice(ODD) + data[end:]


def _huge(data: bytes, chance: Random, _other: bytes) -> bytes:
    """A scalar that goes on and on, on one line or on many."""
    found = [match.span() for match in _SCALAR.finditer(data)]
    start, end = chance.choice(found or [(0, 0)])
    room = max(LIMIT - len(data) - chance.choice([-9, 9]), 0)
    piece = chance.choice([b"x", b"ab ", "e\u0301".encode(), "\u4eba".encode(), b"\\e", b"\n    z"])
    times = chance.choice([1000, room // len(piece)])
    return data[:start] + piece * min(times, room // len(piece)) + data[end:]


def _nest(data: bytes, chance: Random, _other: bytes) -> bytes:
    found = [match.span() for match in _SCALAR.finditer(data)]
    start, end = chance.choice(found or [(0, 0)])
    depth = chance.choice([2, 20, 33, 500, 50_000])
    opened, closed = chance.choice([(b"[", b"]"), (b"{a: ", b"}"), (b"- ", b"")])
    return data[:start] + opened * depth + data[start:end] + closed * depth + data[end:]


def _documents(data: bytes, chance: Random, other: bytes) -> bytes:
    return chance.choice(
        [data + b"\n---\n" + other, b"---\n" * 9000 + data, data + b"\n...\n" + data]
    )


def _again(data: bytes, chance: Random, _other: bytes) -> bytes:
    """All of it many times, up to the limit."""
    return data * min(chance.choice([2, 20, 999]), max(LIMIT // max(len(data), 1), 1))


def _many(data: bytes, chance: Random, _other: bytes) -> bytes:
    """A line with an id, thousands of times with others."""
    lines = data.splitlines(keepends=True)
    known = [n for n, line in enumerate(lines) if re.search(rb"\bid: [A-Z]+\d+.*text: ", line)]
    if not known:
        return data
    at = chance.choice(known)
    times = min(chance.choice([30, 900, 9999]), LIMIT // len(lines[at]))
    more = [re.sub(rb"(\bid: [A-Z]+)\d+", rb"\g<1>%d" % n, lines[at]) for n in range(1, times)]
    return b"".join([*lines[:at], *more, *lines[at + 1 :]])


SPOILS: tuple[Spoil, ...] = (
    *(_flip, _cut, _leave_out, _insert, _splice, _lines, _indent, _swap),
    *(_odd, _odd, _odd, _huge, _nest, _documents, _again, _many),
)


def spoilt(data: bytes, chance: Random, other: bytes) -> bytes:
    """The file after one to four mishaps."""
    for _ in range(chance.choice([1, 1, 1, 2, 2, 4])):
        data = chance.choice(SPOILS)(data, chance, other)[: LIMIT + 2]
    return data
