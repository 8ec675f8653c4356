"""When garbage is collected: not on the way to the first frame, and then often.

`__main__` turns the collector off. docs/decisions/0017 has the figures.
"""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache


def begin() -> None:
    """Turn the collector on, once the first frame is out; what is there now is not looked through.

    It works often: a row that is drawn no more waits for it, since Textual keeps such a row as a
    copy of itself, and with Python's own thresholds hundreds of them wait.
    """
    gc.freeze()
    gc.set_threshold(300, 1, 1)
    gc.enable()


def let_go(_screen: object = None) -> None:
    """Let go of the rows that closed screens have drawn: a cache of Textual's keeps those of 1,024 widgets."""
    StylesCache.get_inner_outer.cache_clear()


def tidy() -> None:
    """Look through everything for once (25 ms), while nobody waits."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
