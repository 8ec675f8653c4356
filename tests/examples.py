"""How many examples Hypothesis tries where each of them takes long.

As a share of what the profile says (tests/conftest.py), so that a search for new ones is one here, too.
"""

from __future__ import annotations

from hypothesis import settings

FEWER = settings(max_examples=settings().max_examples // 3)
FEW = settings(max_examples=settings().max_examples // 10)
