"""Anchors: where in the source a statement stands."""

from __future__ import annotations

import re
from typing import Self

ANCHOR_PATTERN = r"P[1-9][0-9]{0,3}(\.[1-9][0-9]{0,2})?"
_ANCHOR = re.compile(r"P([1-9][0-9]{0,3})(?:\.([1-9][0-9]{0,2}))?", re.ASCII)


class Anchor(str):
    """`P6.3` is paragraph 6, sentence 3; `P6` the whole paragraph (`sentence` is then None).

    Raises ValueError where the text is no anchor.
    """

    __slots__ = ("paragraph", "sentence")
    paragraph: int
    sentence: int | None

    def __new__(cls, text: str) -> Self:
        match = _ANCHOR.fullmatch(text)
        if match is None:
            msg = 'expected an anchor such as "P6.3" (paragraph 6, sentence 3)'
            raise ValueError(msg)
        self = super().__new__(cls, text)
        self.paragraph = int(match[1])
        self.sentence = int(match[2]) if match[2] else None
        return self
