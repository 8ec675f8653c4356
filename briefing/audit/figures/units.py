"""Units behind a number: percent, multiples, durations, and a compact table of measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.audit.figures import money
from briefing.audit.figures.tokens import WORD, hyphened
from briefing.audit.figures.words import wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.quantity import Kind
    from briefing.audit.figures.tokens import Token

DURATIONS = {
    word: words.split()[0]
    for words in (
        "seconds second sec secs", "minutes minute min mins", "hours hour hr hrs", "days day",
        "nights night", "weeks week", "fortnights fortnight", "months month mo mos",
        "quarters quarter", "years year yr yrs", "decades decade", "centuries century",
    )
    for word in words.split()
}  # fmt: skip
# What may stand between a number and its time: "two full years".
_ADJECTIVES = wordset("""more further additional extra other full whole consecutive straight successive calendar
    business working trading fiscal financial academic long short""")
# Written with capitals that matter, so found as they stand.
SYMBOLS = wordset("""W kW MW GW TW Wh kWh MWh GWh TWh V kV Hz kHz MHz GHz nm mm cm m km mg g kg t kt Mt Gt ha m²
    km² cm² mm² m³ km³ cm³ mm³ l ml kB KB MB GB TB PB EB Gbps Mbps mph kph bpd PJ EJ GJ MJ""")
WORDS = {
    word: words.split()[0]
    for words in (
        "kW kilowatt kilowatts", "MW megawatt megawatts", "GW gigawatt gigawatts",
        "TW terawatt terawatts", "kWh kilowatthour kilowatthours", "km kilometre kilometres",
        "km kilometer kilometers", "m metre metres meter meters", "cm centimetre centimetres",
        "cm centimeter centimeters", "mm millimetre millimetres millimeter millimeters",
        "nm nanometre nanometres nanometer nanometers", "miles mile", "feet foot ft",
        "inches inch", "yards yard", "acres acre", "ha hectare hectares", "kg kilogram kilograms kilo",
        "kg kilos", "g gram grams gramme grammes", "tonnes tonne", "tons ton", "lb lbs",
        "pounds pound", "ounces ounce oz", "litres litre liter liters", "gallons gallon",
        "barrels barrel", "bushels bushel", "knots knot", "GHz gigahertz", "MHz megahertz",
        "GB gigabyte gigabytes", "TB terabyte terabytes", "PB petabyte petabytes",
        "petaflops petaflop", "exaflops exaflop", "degrees degree",
    )
    for word in words.split()
    if word not in SYMBOLS  # of which the capitals matter: 5 g, 5G
}  # fmt: skip
_POWERS = {"square": ("square", "²"), "sq": ("square", "²"), "cubic": ("cubic", "³")}
_RAISED = {"2": "²", "3": "³"}
_SCALES_OF_HEAT = {"celsius": "°C", "c": "°C", "fahrenheit": "°F", "f": "°F"}


_SHARES = {"percent": "%", "pct": "%", "bp": "basis points", "bps": "basis points"} | dict.fromkeys(
    ("pp", "ppt", "ppts"), "percentage points"
)
_TWO_WORD_SHARES = {("per", "cent"): "%"} | {
    (first, second): f"{first} points"
    for first in ("percentage", "basis")
    for second in ("point", "points")
}


class Unit(NamedTuple):
    """What is counted, and the token after it."""

    kind: Kind
    name: str
    end: int


def unit(tokens: Sequence[Token], at: int, *, scaled: bool = False) -> Unit | None:
    """The unit that follows a number, also behind a hyphen; None where nothing is named."""
    code, end = money.after(tokens, at, scaled=scaled)
    if code:
        return Unit("money", code, end)
    glued = hyphened(tokens, at)
    first = at + 1 if glued else at
    token = tokens[first]
    if token.kind != WORD:
        return _sign(tokens, at)
    if (token.low in {"x", "fold"} and token.glued) or (token.low == "times" and not glued):
        return Unit("number", "x", first + 1)
    return _share(tokens, first) or _duration(tokens, first, glued=glued) or _measure(tokens, first)


def _sign(tokens: Sequence[Token], at: int) -> Unit | None:
    token, following = tokens[at], tokens[at + 1]
    if token.text == "%":
        return Unit("percent", "%", at + 1)
    if token.text in {"°", "º"}:
        name = _SCALES_OF_HEAT.get(following.low, "") if following.glued else ""
        return Unit("number", name or "degrees", at + 2 if name else at + 1)
    return None


def _share(tokens: Sequence[Token], at: int) -> Unit | None:
    name = _SHARES.get(tokens[at].low)
    if name:
        return Unit("percent", name, at + 1)
    name = _TWO_WORD_SHARES.get((tokens[at].low, tokens[at + 1].low))
    return Unit("percent", name, at + 2) if name else None


def _duration(tokens: Sequence[Token], at: int, *, glued: bool) -> Unit | None:
    word = tokens[at].low
    if not glued and word in _ADJECTIVES and tokens[at + 1].low in DURATIONS:
        at, word = at + 1, tokens[at + 1].low
    name = DURATIONS.get(word, "")
    if not name or (word == "second" and not glued and tokens[at - 1].text != "1"):
        return None  # "two second homes"
    if name == "quarters" and tokens[at + 1].low == "of" and tokens[at + 2].low != "growth":
        return None  # "three quarters of the jobs"
    return Unit("time", name, at + 1)


def _measure(tokens: Sequence[Token], at: int) -> Unit | None:
    token, following = tokens[at], tokens[at + 1]
    if token.text in SYMBOLS:
        return _symbol(tokens, at)
    if token.low in _POWERS:
        name = WORDS.get(following.low, "")
        word, sign = _POWERS[token.low]
        powered = f"{name}{sign}" if name in SYMBOLS else f"{word} {name}"
        return Unit("number", powered, at + 2) if name else None
    name = WORDS.get(token.low, "")
    if name == "degrees" and following.low in _SCALES_OF_HEAT:
        return Unit("number", _SCALES_OF_HEAT[following.low], at + 2)
    return Unit("number", name, at + 1) if name else None


def _symbol(tokens: Sequence[Token], at: int) -> Unit:
    name, following = tokens[at].text, tokens[at + 1]
    if following.glued and following.text in {"2", "3"} and name in {"mm", "cm", "m", "km"}:
        return Unit("number", name + _RAISED[following.text], at + 2)
    if name == "km" and following.text == "/" and tokens[at + 2].text == "h":
        return Unit("number", "kph", at + 3)
    return Unit("number", name, at + 1)
