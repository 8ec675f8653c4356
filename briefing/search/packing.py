"""Statements as bytes and back, without loss: what the index on disk gives for a hit."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, get_args

import msgspec

from briefing.model.entries import Competitor, Motive, Region, Risk
from briefing.model.points import Event, Figure
from briefing.model.sections import SectionName
from briefing.model.statements import Part, Statement

# The kinds of a statement's part, by name: `Part` names those that others build on.
_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (*get_args(Part), Region, Motive, Competitor, Risk, Event, Figure)
}


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """A statement, the key and the title of its brief, and its part, packed by its kind.

    `told` is what only its brief can say of it (see `Hit`).
    """

    section: SectionName
    id: str
    text: str
    more: tuple[str, ...]
    entry: str
    kind: str
    part: msgspec.Raw
    brief: str
    title: str
    told: str = ""


class Unpacked(NamedTuple):
    """A statement, the key and the title of its brief, and what only that can say of it."""

    statement: Statement
    brief: str
    title: str
    told: str


# dates and anchors are strings that know more of themselves
_ENCODER = msgspec.msgpack.Encoder(enc_hook=str)
_DECODER = msgspec.msgpack.Decoder(Packed)


def pack(statement: Statement, brief: str, title: str, told: str = "") -> bytes:
    """The statement of the brief of that key and title, as `unpack` reads it."""
    section, name, text, more, entry, part = statement
    kind, packed = type(part).__name__, msgspec.Raw(_ENCODER.encode(part))
    whole = Packed(section, name, text, more, entry, kind, packed, brief, title, told)
    return _ENCODER.encode(whole)


def unpack(data: bytes) -> Unpacked:
    """What `pack` was given. Raises msgspec.DecodeError for anything else."""
    packed = _DECODER.decode(data)
    part = _decoder(packed.kind).decode(packed.part)
    found = Statement(packed.section, packed.id, packed.text, packed.more, packed.entry, part)
    return Unpacked(found, packed.brief, packed.title, packed.told)


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(_KINDS[kind], dec_hook=lambda known, typed: known(typed))
