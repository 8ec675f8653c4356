"""How an amount is written: one wording for each, which the recognition reads back."""

from __future__ import annotations

from decimal import Decimal

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "AUD": "A$", "CAD": "C$"} | {
    "NZD": "NZ$",
    "HKD": "HK$",
    "SGD": "S$",
    "TWD": "NT$",
    "BRL": "R$",
    "MXN": "MX$",
    "KRW": "₩",
}
PLURALS = {"USD": "dollars", "EUR": "euros", "GBP": "pounds", "JPY": "yen", "INR": "rupees"} | {
    "CNY": "yuan"
}
_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_MOST_DECIMALS = 3
_SHARING = 1000  # numbers below it share the scale of the next: 2-3 million
_SINGULARS = {"centuries": "century"}


def amount_text(kind: str, low: Decimal, high: Decimal, unit: str) -> str:
    """An amount or a range, such as "$2.9 billion", "18-24 months", "12%" or "2/3"."""
    if unit.startswith("/"):
        return f"{_plain(low)}{unit}"
    if kind == "money":
        return _money(low, high, unit)
    if unit == "x":
        joint = "-" if low >= 0 else " to "
        return joint.join(_plain(value) for value in dict.fromkeys((low, high))) + "x"
    span = _number(low) if low == high else _range(low, high, "")
    if kind == "time" and low == high == 1:
        unit = _SINGULARS.get(unit, unit[:-1])
    return f"{span}{unit}" if unit == "%" else f"{span} {unit}".rstrip()


def body_text(kind: str, unit: str, vague: str) -> str:
    """A vague amount, such as "hundreds of millions", "billions of euros" or "billion-dollar"."""
    if kind != "money" or not unit:
        return vague
    if vague.endswith("s"):
        return f"{vague} of {PLURALS.get(unit, unit)}"
    return f"{vague}-{PLURALS.get(unit, unit).removesuffix('s')}"


def _money(low: Decimal, high: Decimal, unit: str) -> str:
    symbol = SYMBOLS.get(unit) or (f"{unit} " if unit.isupper() else "")
    text = _with_symbol(low, symbol) if low == high else _range(low, high, symbol)
    return text if symbol else f"{text} {unit}"


def _with_symbol(value: Decimal, symbol: str) -> str:
    text = _number(abs(value))
    cents = "0" if symbol and text[-2:-1] == "." else ""  # $2.50
    return f"{'-' if value < 0 else ''}{symbol}{text}{cents}"


def _range(low: Decimal, high: Decimal, symbol: str) -> str:
    low_scale, high_scale = _scale(low), _scale(high)
    if low < 0 or low_scale != high_scale or (low_scale and low.scaleb(-low_scale) >= _SHARING):
        last = _number(high)
        if not low_scale and high_scale and low < _SHARING and low.scaleb(high_scale) <= high:
            last = _plain(high)  # or the reader would carry the scale over to the first
        return f"{_with_symbol(low, symbol)} to {_with_last(high, symbol, last)}"
    return f"{symbol}{_scaled(low, low_scale)}-{_number(high)}"


def _with_last(value: Decimal, symbol: str, last: str) -> str:
    return _with_symbol(value, symbol) if value < 0 else f"{symbol}{last}"


def _number(value: Decimal) -> str:
    exponent = _scale(value)
    name = next((name for name, power in _SCALES if power == exponent), "")
    return f"{_scaled(value, exponent)} {name}" if name else _plain(value)


def _scale(value: Decimal) -> int:
    """The exponent of the largest scale word that leaves few decimals, or 0."""
    for _, exponent in _SCALES:
        if abs(value) >= Decimal(1).scaleb(exponent):
            short = value.scaleb(_MOST_DECIMALS - exponent)
            if short == short.to_integral_value():
                return exponent
    return 0


def _scaled(value: Decimal, exponent: int) -> str:
    return _plain(value.scaleb(-exponent))


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
