"""The source of YAML events: libyaml where it is there, else PyYAML's own parser."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Callable


class PureParser(Reader, Scanner, Parser):
    """Events without the C extension: the same, ten times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


FASTEST: type[Any] = PureParser
with suppress(ImportError):
    from yaml._yaml import CParser

    FASTEST = CParser


def events(text: str) -> Callable[[], Any]:
    """A function that returns the next event each time it is called."""
    get_event: Callable[[], Any] = FASTEST(text).get_event
    return get_event
