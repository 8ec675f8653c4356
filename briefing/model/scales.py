"""Words of likelihood, each with the range it stands for, and the other ordered words.

Likelihood ranges: ICD 203 (Office of the Director of National Intelligence, Analytic Standards,
2 January 2015, D.6.e) and the PHIA probability yardstick (UK Professional Head of Intelligence
Assessment, as in "Explaining Uncertainty in UK Intelligence Assessment", GOV.UK, 24 March 2025).
The yardstick leaves gaps between its bands on purpose.
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

ScaleName = Literal["icd203", "phia"]
Confidence = Literal["low", "moderate", "high"]
Impact = Literal["low", "moderate", "high"]

IMPACTS: tuple[str, ...] = get_args(Impact)


class Term(Struct, frozen=True):
    """A word of a scale with its range in percent, both ends included."""

    word: str
    low: int
    high: int

    @property
    def range(self) -> str:
        """The range as it is printed beside the word, such as "55-80%"."""
        return f"{self.low}-{self.high}%"


SCALES: dict[str, tuple[Term, ...]] = {
    "icd203": (
        Term("almost no chance", 1, 5),
        Term("very unlikely", 5, 20),
        Term("unlikely", 20, 45),
        Term("roughly even chance", 45, 55),
        Term("likely", 55, 80),
        Term("very likely", 80, 95),
        Term("almost certain", 95, 99),
    ),
    "phia": (
        Term("remote chance", 0, 5),
        Term("highly unlikely", 10, 20),
        Term("unlikely", 25, 35),
        Term("realistic possibility", 40, 50),
        Term("likely", 55, 75),
        Term("highly likely", 80, 90),
        Term("almost certain", 95, 100),
    ),
}

SCALE_TITLES = {"icd203": "ICD 203", "phia": "PHIA probability yardstick"}

LIKELIHOODS: tuple[str, ...] = tuple(
    dict.fromkeys(term.word for terms in SCALES.values() for term in terms)
)


def term(scale: str, word: str) -> Term:
    """The term of `scale` whose word is `word`. Raises KeyError where it has none."""
    for candidate in SCALES[scale]:
        if candidate.word == word:
            return candidate
    raise KeyError(word)


def likelihood_rank(scale: str, word: str) -> int:
    """How far up its scale a word stands, from 0; -1 for a word that is not on it."""
    words = [candidate.word for candidate in SCALES[scale]]
    return words.index(word) if word in words else -1


def impact_rank(word: str) -> int:
    """How heavy an impact is, from 0 (low)."""
    return IMPACTS.index(word)


def with_range(scale: str, word: str) -> str:
    """The word with its range, as it must always be shown: "Likely (55-80%)".

    Readers take likelihood words as meant far more often when the range stands beside them
    (Wintle et al. 2019, doi 10.1371/journal.pone.0213522). A word foreign to the scale is
    returned as it is.
    """
    try:
        found = term(scale, word)
    except KeyError:
        return word.capitalize()
    return f"{word.capitalize()} ({found.range})"
