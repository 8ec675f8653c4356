"""How much work something is, in a measure that is the same on every machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def steps(run: Callable[[], object]) -> int:
    """How many operations the interpreter takes for something."""
    count = 0

    def count_one(frame: Any, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "opcode"
        frame.f_trace_opcodes = True
        return count_one

    before = sys.gettrace()
    sys.settrace(count_one)
    try:
        run()
    finally:
        sys.settrace(before)
    return count
