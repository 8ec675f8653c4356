"""The source of YAML events: libyaml where it is there, else PyYAML's own parser."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from yaml.error import MarkedYAMLError
from yaml.events import ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Callable

_SURROGATE = "[\ud800-\udfff]"


class PureParser(Reader, Scanner, Parser):
    """Events without the C extension: the same, ten times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Any:
        """The next event. Escaped surrogates are refused, as libyaml does."""
        event: Any = super().get_event()  # type: ignore[no-untyped-call]
        if isinstance(event, ScalarEvent) and re.search(_SURROGATE, event.value):
            mark: Any = event.start_mark
            message = "found invalid Unicode character escape code"
            raise MarkedYAMLError("while scanning a quoted scalar", mark, message, mark)
        return event


FASTEST: type[Any] = PureParser
with suppress(ImportError):
    from yaml._yaml import CParser

    FASTEST = CParser


def events(text: str) -> Callable[[], Any]:
    """A function that returns the next event each time it is called."""
    get_event: Callable[[], Any] = FASTEST(text).get_event
    return get_event
