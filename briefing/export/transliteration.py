"""Any text in ASCII."""

# ruff: noqa: RUF001 - characters that look like others are what this file is about

from __future__ import annotations

import re
import unicodedata

_QUOTES_DASHES_DOTS = "‘:' ’:' ‚:' ‛:' ′:' ʼ:' ‹:' ›:' “:\" ”:\" „:\" ‟:\" ″:\" «:\" »:\" ‐:- ‑:- ‒:- –:- −:- —:-- ―:-- …:... •:* ·:* ●:* ▪:* ◦:*"
_LETTERS = (
    "ß:ss ẞ:SS æ:ae Æ:AE œ:oe Œ:OE ø:o Ø:O ł:l Ł:L đ:d Đ:D ð:d Ð:D þ:th Þ:Th ħ:h Ħ:H ı:i ŋ:ng Ŋ:NG"
)
_MONEY = "€:EUR £:GBP ¥:JPY ₹:INR ₩:KRW ₽:RUB ¢:c"
_SIGNS = "×:x ÷:/ ±:+/- ≈:~ ≠:!= ≤:<= ≥:>= ⁄:/ →:-> ←:<- ↔:<-> ⇒:=> ↑:up ↓:down ✓:x ✔:x ©:(C) ®:(R) ™:(TM) °:deg §:sec. ¶:par. µ:u Ω:Ohm №:No. ¿: ¡:"
_KNOWN = {
    pair[0]: pair[2:] for pair in f"{_QUOTES_DASHES_DOTS} {_LETTERS} {_MONEY} {_SIGNS}".split()
}
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_UNSEEN = {"Mn", "Me", "Cf"}  # marks on a letter, joiners


def transliterated(text: str) -> str:
    """The text in ASCII: quotes, dashes, accents and common signs by their nearest; others `?`."""
    return text if text.isascii() else _FOREIGN.sub(_nearest, text)


def _nearest(match: re.Match[str]) -> str:
    character = match[0]
    if character in _KNOWN:
        return _KNOWN[character]
    parts = unicodedata.normalize("NFKD", character)
    return _apart(character) + "".join(_plain(part) for part in parts)


def _apart(character: str) -> str:
    """What keeps a fraction or an exponent from running into the number before it."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if kind == "<super>" and unicodedata.category(character) == "No":
        return "^"
    return " " if kind == "<fraction>" else ""


def _plain(part: str) -> str:
    if part.isascii() or part in _KNOWN:
        return _KNOWN.get(part, part)
    return "" if unicodedata.category(part) in _UNSEEN else "?"
