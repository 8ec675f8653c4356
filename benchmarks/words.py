"""A made-up language with the statistics of a real one: few words are common, most are rare."""

from __future__ import annotations

from itertools import accumulate, product
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

VOCABULARY = 30_000
# Zipf's law as Mandelbrot corrected it (An informational theory of the statistical structure of
# language, 1953): the word of rank r comes 1 / (r + 2.7) ** 1.07 times as often.
_OFFSET, _EXPONENT = 2.7, 1.07

# The head: what texts on business, politics and technology are full of, most common first.
_COMMON = (
    "the of to in and a for is on with as by at from that its it are be has more than will data "
    "center company market new cloud power plan build chip year site capacity cost energy "
    "government supply region customer investment demand contract project rule price growth "
    "report grid land risk price infrastructure model rival partner supplier delay tax permit "
    "network storage server lease fund budget revenue train expand open close sign announce "
    "approve reject seek warn expect rely compete operate cool connect deliver require allow "
    "limit rise fall slow speed shift cover share own sell buy hire cut raise test move "
    "regulator minister agency bank port rail road water gas wind solar battery reactor cable "
    "satellite factory plant mine harbor airport hospital school city state province island coast "
    "border treaty tariff subsidy loan bond debt credit currency inflation wage labor union strike "
    "election court law patent license audit standard security privacy encryption software "
    "hardware memory processor accelerator bandwidth latency workload cluster rack substation "
    "turbine transformer pipeline refinery shipment inventory warehouse retailer airline vehicle "
    "engine steel copper lithium cobalt uranium cement timber grain fertilizer vaccine clinic "
    "trial drug device sensor drone radar missile submarine frigate shipyard refit upgrade "
    "outage breach leak fire flood drought storm earthquake recall lawsuit fine sanction merger"
)
_STARTS: tuple[str, ...] = (
    "b",
    "br",
    "c",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
)
_STARTS += ("pl", "pr", "qu", "r", "s", "sc", "sl", "st", "str", "t", "tr", "v", "w", "y", "z")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_ENDS = ("", "b", "ck", "d", "ft", "l", "lt", "m", "n", "nd", "nt", "p", "r", "rn", "s", "st", "t")
_FORMS = ("", "", "", "s", "ed", "ing", "er", "ation", "al", "ment", "ity")


class Language:
    """The words, the names of actors, and sentences of them. The same for the same seed."""

    def __init__(self, seed: int) -> None:
        chance = Random(seed)
        common = list(dict.fromkeys(_COMMON.split()))
        syllables = ["".join(parts) for parts in product(_STARTS, _VOWELS, _ENDS)]
        rare = dict.fromkeys(common)
        while len(rare) < VOCABULARY:
            length = chance.choice((1, 1, 1, 2))
            rare["".join(chance.choices(syllables, k=length)) + chance.choice(_FORMS)] = None
        self.words: Sequence[str] = list(rare)
        ranks = range(1, VOCABULARY + 1)
        self._weights = list(accumulate((rank + _OFFSET) ** -_EXPONENT for rank in ranks))
        kinds = ("Systems", "Energy", "Works", "Cloud", "Group", "Lines")
        stems = chance.sample([word for word in self.words[500:5000] if len(word) > 4], 400)
        self.actors: Sequence[str] = [f"{s.capitalize()} {chance.choice(kinds)}" for s in stems]
        self._actor_weights = list(accumulate((n + 1.0) ** -1 for n in range(len(self.actors))))

    def some(self, chance: Random, count: int) -> list[str]:
        """Words as they come in a text."""
        return chance.choices(self.words, cum_weights=self._weights, k=count)

    def some_actors(self, chance: Random, count: int) -> list[str]:
        """Names, some of which everybody speaks of."""
        return chance.choices(self.actors, cum_weights=self._actor_weights, k=count)

    def sentence(self, chance: Random, least: int, most: int) -> str:
        """A sentence of so many words, now and then with a name, a figure or a year in it."""
        found = self.some(chance, chance.randint(least, most))
        if chance.random() < 0.5:
            found[chance.randrange(len(found))] = self.some_actors(chance, 1)[0]
        if chance.random() < 0.25:
            found.append(figure(chance))
        if chance.random() < 0.15:
            found += ["in", str(chance.randint(2019, 2034))]
        text = " ".join(found)
        return f"{text[0].upper()}{text[1:]}."


def figure(chance: Random) -> str:
    """An amount as texts give it: small first digits are more common (Benford)."""
    amount = 10 ** chance.uniform(0, 3)
    unit = chance.choice(("million", "billion", "megawatts", "percent", "jobs", "tonnes"))
    money = unit in {"million", "billion"} and chance.random() < 0.7
    return f"{'$' if money else ''}{amount:.{0 if amount >= 10 else 1}f} {unit}"
