from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.model.anchors import Anchor
from briefing.model.scales import (
    IMPACTS,
    LIKELIHOODS,
    SCALE_TITLES,
    SCALES,
    impact_rank,
    likelihood_rank,
    term,
    with_range,
)


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_rises_from_term_to_term(scale: str) -> None:
    terms = SCALES[scale]
    assert len(terms) == 7
    assert scale in SCALE_TITLES
    for lower, higher in pairwise(terms):
        assert lower.low < lower.high <= higher.low < higher.high
    for rank, known in enumerate(terms):
        assert likelihood_rank(scale, known.word) == rank
        assert term(scale, known.word) == known
        assert known.word in LIKELIHOODS


def test_a_word_is_shown_with_its_range() -> None:
    assert with_range("icd203", "likely") == "Likely (55-80%)"
    assert with_range("phia", "likely") == "Likely (55-75%)"
    assert with_range("icd203", "remote chance") == "Remote chance"


def test_a_foreign_word_has_no_rank() -> None:
    assert likelihood_rank("icd203", "remote chance") == -1
    with pytest.raises(KeyError):
        term("icd203", "remote chance")
    assert [impact_rank(word) for word in IMPACTS] == [0, 1, 2]


def test_an_anchor_knows_its_paragraph_and_sentence() -> None:
    anchor = Anchor("P12.3")
    assert (anchor, anchor.paragraph, anchor.sentence) == ("P12.3", 12, 3)
    assert Anchor("P6").sentence is None
    for wrong in ("", "p6", "P0", "P6.0", "P6.", "6.3", "P6.3 ", "P12345", "P1.1000", "P\u0666"):
        with pytest.raises(ValueError, match="expected an anchor"):
            Anchor(wrong)
