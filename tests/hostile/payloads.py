"""What a hostile file would send to the terminal of whoever reads it.

FIXED are the known attacks, each by its name; `generated` are any number of others, which cover what
ECMA-48 (fifth edition, 1991) and Unicode have of the kind.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The numbers in them are beyond every screen and palette of the tests, so that none of our own
# sequences is like any of these.
FIXED = {
    "ESC sgr": "\x1b[8;31;53;111m",
    "ESC clear": "\x1b[2J\x1b[3J",
    "ESC move": "\x1b[999;999H",
    "OSC 0 title": "\x1b]0;PWNED\x07",
    "OSC 2 title": "\x1b]2;PWNED\x1b\\",
    "OSC 52": "\x1b]52;c;UFdORUQ=\x1b\\",
    "OSC 8": "\x1b]8;;http://pwned.example\x1b\\link\x1b]8;;\x1b\\",
    "DECRQSS": "\x1bP$qm\x1b\\",
    "DCS tmux": "\x1bPtmux;\x1b\x1b]2;PWNED\x07\x1b\\",
    "DSR": "\x1b[6n\x1b[c\x1b[>q",
    "APC": "\x1b_Gi=1;PWNED\x1b\\",
    "PM": "\x1b^PWNED\x1b\\",
    "SOS": "\x1bXPWNED\x1b\\",
    "RIS": "\x1bc",
    "ESC charset": "\x1b(0\x1b%@",
    "ESC at the end": "\x1b",
    "C1 CSI": "\x9b31m",
    "C1 OSC": "\x9d0;PWNED\x9c",
    "NUL": "a\0b",
    "BEL": "a\ab",
    "BS": "a\b\bb",
    "VT FF": "a\v\fb",
    "CR": "a\rb",
    "DEL": "a\x7fb",
    "SO SI": "a\x0e\x0fb",
    "ENQ SUB": "a\x05\x1ab",
    "NEL": "a\x85b",
    "LS PS": "a\u2028\u2029b",
    "RLO": "a\u202eb\u202c",
    "isolates": "a\u2066\u2067\u2068b\u2069",
    "marks of direction": "a\u200e\u200f\u061cb",
    "ZWSP": "a\u200b\u2060b",
    "BOM": "a\ufeffb",
    "SHY": "a\u00adb",
    "tags": "a\U000e0041\U000e0042\U000e007fb",
    "fillers": "a\u3164\u115f\uffa0\u2065b",
    "selectors": "a" + "\ufe00\ufe01\ufe02\ufe03" * 8 + "\U000e0100\U000e01efb",
    "joiners": "a" + "\u200d\u200c" * 20 + "b",
    "marks": "a" + "\u0301\u0489\u20dd" * 12 + "b",
    "marks and joiners": "a" + "\u0301\u0302\u0303\u0304\u200d" * 9 + "b",
    "annotations": "a\ufff9b\ufffac\ufffbd\ufff3e",
    "music": "a\U0001d173\U0001d17ab\U0001bca0\U00013430c",
}
# What Rich and Textual read as markup, from ordinary prose and from what looks for trouble.
MARKUP = (
    "[/]",
    "[/",
    "[/red]",
    "[red]x[/red]",
    "[/etc/passwd]",
    "a[b]c[/d]e",
    "[#zzz]x[/]",
    '[a="b]',
    "[i]a[/b]",
    "[b",
    "\\[red]",
    "\\",
    "[link=http://a",
    "[link=vscode://x]x[/link]",
    "[@click=app.quit]x[/]",
    "[@click=app.bell('x')]x[/]",
    "ZLEXCOUNT z [b + [#888888]x[/#888888]",
    "[bold]$v[/]",
    ":smile:",
    "[good.example](vscode://x)",
    "&#27;&#x9b;",
)
SURROGATES = ("\ud800", "\udfff", "\ud83d\ude00"[0], "\udc9b")
CONTROLS = (*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0))  # all but tab and line feed
_OPENERS = "]PX^_"  # OSC, DCS, SOS, PM, APC after ESC
_ENDS = ("\x07", "\x1b\\", "\x9c", "", "\x18", "\x1a")
# Default_Ignorable_Code_Point of Unicode 16, DerivedCoreProperties.txt, but joiners and selectors
IGNORABLE = (
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810)),
    *(0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164),
    *(0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4)),
    *(*range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
)
JOINERS = (0x200C, 0x200D)
SELECTORS = range(0xFE00, 0xFE10)
_PREFIXES = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}
_IGNORABLE = frozenset(IGNORABLE)
VISIBLE = {*_PREFIXES, 0x110BD, 0x110CD}  # signs that stand before numbers: seen, though Cf


def _of_category(*categories: str) -> list[str]:
    everything = map(chr, range(sys.maxunicode + 1))
    return [c for c in everything if unicodedata.category(c) in categories]


def is_steering(character: str) -> bool:
    """Whether a terminal may obey, hide or be reordered by a character, joiners and selectors aside."""
    code = ord(character)
    if code in _IGNORABLE:
        return True
    category = unicodedata.category(character)
    hidden = category == "Cf" and code not in VISIBLE and code not in JOINERS
    return hidden or category in {"Cc", "Cs", "Zl", "Zp"}


def generated(seed: int, count: int) -> Iterator[str]:
    """So many payloads, the same ones for the same seed."""
    chance = random.Random(seed)
    kinds = (_escape, _sequence, _string, _control, _hidden, _stack, _mixture)
    marks = _of_category("Mn", "Me")
    for number in range(count):
        yield kinds[number % len(kinds)](chance, marks)


def _some(chance: random.Random, first: int, last: int, most: int) -> str:
    return "".join(chr(chance.randint(first, last)) for _ in range(chance.randint(0, most)))


def _escape(chance: random.Random, _marks: Sequence[str]) -> str:
    """ESC, intermediate bytes, a final one."""
    return f"\x1b{_some(chance, 0x20, 0x2F, 2)}{chr(chance.randint(0x30, 0x7E))}"


def _sequence(chance: random.Random, _marks: Sequence[str]) -> str:
    """CSI in seven bits or eight: parameters, intermediate bytes, a final one, which may lack."""
    parameters = _some(chance, 0x30, 0x3F, 6) or "777"
    final = chr(chance.randint(0x40, 0x7E)) if chance.random() < 0.9 else ""
    opener = chance.choice(("\x1b[", "\x9b"))
    return f"{opener}{parameters};777{_some(chance, 0x20, 0x2F, 2)}{final}"


def _string(chance: random.Random, _marks: Sequence[str]) -> str:
    """OSC, DCS, SOS, PM or APC in seven bits or eight, whatever ends it."""
    opener = chance.choice(_OPENERS)
    start = f"\x1b{opener}" if chance.random() < 0.6 else chr(ord(opener) + 0x40)
    number = chance.choice(("0", "2", "4", "8", "9", "11", "50", "52", "133", "777", "1337"))
    return f"{start}{number};{_some(chance, 0x20, 0x7E, 12)}{chance.choice(_ENDS)}"


def _control(chance: random.Random, _marks: Sequence[str]) -> str:
    return f"a{chr(chance.choice(CONTROLS))}b"


def _hidden(chance: random.Random, _marks: Sequence[str]) -> str:
    """Characters that nobody sees, or that turn others round."""
    codes = chance.choices((*IGNORABLE[:90], *IGNORABLE[90::64], 0x2028, 0x2029), k=3)
    return "a" + "b".join(map(chr, codes))


def _stack(chance: random.Random, marks: Sequence[str]) -> str:
    """More marks than a letter can carry, with what belongs to no letter between them."""
    between = [*map(chr, (*JOINERS, *SELECTORS))]
    stack = chance.choices(marks, k=chance.randint(5, 40))
    stack += chance.choices(between, k=chance.randint(0, 20))
    chance.shuffle(stack)
    return "a" + "".join(stack) + "b"


def _mixture(chance: random.Random, marks: Sequence[str]) -> str:
    """Two of them, one in the other."""
    first = chance.choice((*FIXED.values(), *MARKUP))
    second = chance.choice((_escape, _sequence, _string, _control, _hidden))(chance, marks)
    at = chance.randint(0, len(first))
    return first[:at] + second + first[at:]
