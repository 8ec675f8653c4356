"""Currencies, before or after an amount: by sign, by code (ISO 4217) and by name.

"$" and "dollars" are taken for US dollars and "¥" for yen where nothing says otherwise, as most
English texts mean them. A name that several countries share ("pesos", "kr") stays as it is, and so
do "pounds" without a scale, which may be weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.figures.tokens import CURRENCY, NUMERAL, WORD, hyphened
from briefing.audit.figures.words import wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.tokens import Token

_SIGNS = {
    sign: code
    for code, signs in {
        "USD": "$ US$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "AUD": "A$ AU$",
        "CAD": "C$", "NZD": "NZ$", "HKD": "HK$", "SGD": "S$ SG$", "TWD": "NT$", "MXN": "MX$",
        "BRL": "R$", "KRW": "₩", "TRY": "₺", "RUB": "₽", "UAH": "₴", "ILS": "₪", "VND": "₫",
        "THB": "฿", "NGN": "₦", "PHP": "₱",
    }.items()
    for sign in signs.split()
}  # fmt: skip
CODES = wordset("""USD EUR GBP JPY CNY INR AUD CAD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH BRL
    MXN ARS CLP COP PEN KRW SGD HKD NZD TWD THB IDR MYR PHP VND PKR BDT LKR AED SAR QAR KWD BHD OMR
    ILS EGP NGN KES GHS MAD TND JOD KZT XAF XOF""") | {"ZAR"}  # codespell:ignore zar
_ALIASES = {
    "RMB": "CNY",
    "Rs": "INR",
    "Rs.": "INR",
    "Fr": "CHF",
    "Fr.": "CHF",
    "kr": "kr",
    "Kr": "kr",
    "zł": "PLN",
}
HEADS = frozenset(word.lower() for word in (*CODES, *_ALIASES)) | {"us", "u.s."}
_NAMES = {
    name: code
    for code, names in {
        "USD": "dollar dollars", "EUR": "euro euros", "JPY": "yen", "INR": "rupee rupees",
        "CNY": "yuan renminbi", "PLN": "zloty zlotys zlotych zł złoty złotych", "CZK": "koruna",
        "HUF": "forint forints", "BRL": "real reais reals",
        "ZAR": "rand",  # codespell:ignore zar
        "RUB": "rouble roubles ruble rubles", "UAH": "hryvnia hryvnias", "ILS": "shekel shekels",
        "THB": "baht", "IDR": "rupiah", "MYR": "ringgit", "NGN": "naira", "TRY": "lira liras",
        "SEK": "kronor", "SAR": "riyal riyals", "AED": "dirham dirhams", "VND": "dong",
        "kr": "kr krona krone kroner", "pesos": "peso pesos", "francs": "franc francs",
        "cents": "cent cents", "pence": "penny pence",
    }.items()
    for name in names.split()
}  # fmt: skip
_SCALED_ONLY = {"pound": "GBP", "pounds": "GBP", "won": "KRW"}  # a weight, a verb
_OF_A_COUNTRY = {
    (country, noun): code
    for noun, countries in {
        "USD": "us:USD u.s.:USD american:USD australian:AUD canadian:CAD singapore:SGD "
        "kong:HKD zealand:NZD taiwan:TWD taiwanese:TWD",
        "francs": "swiss:CHF cfa:XOF",
        "kr": "swedish:SEK norwegian:NOK danish:DKK icelandic:ISK",
        "SEK": "swedish:SEK",
        "CZK": "czech:CZK",
        "pesos": "mexican:MXN argentine:ARS chilean:CLP colombian:COP philippine:PHP",
        "GBP": "british:GBP egyptian:EGP",
        "INR": "indian:INR pakistani:PKR",
        "JPY": "japanese:JPY",
        "CNY": "chinese:CNY",
        "KRW": "korean:KRW",
        "TRY": "turkish:TRY",
    }.items()
    for country, _, code in (pair.partition(":") for pair in countries.split())
}
_COUNTRIES = frozenset(country for country, _ in _OF_A_COUNTRY)
_FIRST_WORDS = {"hong": "kong", "new": "zealand", "south": "korean"}


def before(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The currency in front of an amount and the token after it; ("", at) where there is none."""
    token = tokens[at]
    code = ""
    if token.kind == WORD:
        code = token.text if token.text in CODES else _ALIASES.get(token.text, "")
        if token.low in {"us", "u.s."} and tokens[at + 1].text == "$":
            code = "USD"
        if not code:
            return "", at
        at += 1
        if tokens[at].kind != CURRENCY:
            return code, at
    elif token.kind != CURRENCY:
        return "", at
    return code or _SIGNS[tokens[at].text], at + 1


def after(tokens: Sequence[Token], at: int, *, scaled: bool) -> tuple[str, int]:
    """The currency behind an amount and the token after it; ("", at) where there is none."""
    first = at + 1 if hyphened(tokens, at) else at
    token = tokens[first]
    if token.kind == CURRENCY:
        following = tokens[first + 1]
        taken = following.glued and following.kind == NUMERAL
        return (
            ("", at)
            if taken or not (token.glued or token.text != "$")
            else (
                _SIGNS[token.text],
                first + 1,
            )
        )
    if token.kind != WORD:
        return "", at
    if token.text in CODES or token.text in _ALIASES:
        if tokens[first + 1].kind == NUMERAL:
            return "", at  # the currency of what follows
        return _ALIASES.get(token.text, token.text), first + 1
    return _named(tokens, first, at, scaled=scaled)


def _named(tokens: Sequence[Token], first: int, at: int, *, scaled: bool) -> tuple[str, int]:
    word = tokens[first].low
    if _FIRST_WORDS.get(word) == tokens[first + 1].low:
        first, word = first + 1, tokens[first + 1].low
    if word in _COUNTRIES:
        noun = tokens[first + 1].low
        code = _OF_A_COUNTRY.get((word, _NAMES.get(noun) or _SCALED_ONLY.get(noun, "")), "")
        return (code, first + 2) if code else ("", at)
    code = _NAMES.get(word, "")
    if not code and word in _SCALED_ONLY and (scaled or tokens[first + 1].low == "sterling"):
        code = _SCALED_ONLY[word]
    if not code:
        return "", at
    return code, first + 1 + (tokens[first + 1].low == "sterling")
