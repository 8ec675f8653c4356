"""The libraries that benchmarks are run on are as real as they need to be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.library import SEED, files, write
from benchmarks.words import Language
from briefing.library import open_brief
from briefing.model.statements import statements

if TYPE_CHECKING:
    from pathlib import Path


def test_they_are_of_the_size_of_the_shipped_brief_and_load_without_a_problem(
    tmp_path: Path,
) -> None:
    write(tmp_path, 3)
    shipped = len(list(statements(open_brief(None))))
    for folder in sorted(tmp_path.glob("*/*")):
        brief = open_brief(folder)
        assert brief.problems == ()
        assert 0.9 < len(list(statements(brief))) / shipped < 1.1
    assert len(list(tmp_path.glob("*/*/brief.yaml"))) == 3


def test_a_brief_is_the_same_in_every_library() -> None:
    assert dict(files(Language(SEED), 7)) == dict(files(Language(SEED), 7))
    assert dict(files(Language(SEED), 7)) != dict(files(Language(SEED), 8))


def test_few_words_are_common_and_most_are_rare() -> None:
    text = " ".join(text for number in range(20) for _, text in files(Language(SEED), number))
    found = Counter(text.lower().split())
    once = sum(count == 1 for count in found.values())
    assert found["the"] > 20 * found["reactor"]
    assert once > len(found) / 4
