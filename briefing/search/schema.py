"""What the index holds of a statement."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.search.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    import tantivy

    from briefing.model.statements import Part, Statement

# Words are looked up in the text of each of these, as typed and in their stems.
WORD_FIELDS = ("title", "text", "more")
FORMS, STEMS = "forms", "stems"


def stems_of(field: str) -> str:
    """The field that holds the stems of a field's words."""
    return f"{field}_{STEMS}"


_CITING = ("at", "rests_on", "between", "about", "same_as", "after", "moves")


@cache
def schema() -> tantivy.Schema:
    """The fields of the index."""
    from tantivy import SchemaBuilder  # noqa: PLC0415 - loaded with the first search

    builder = SchemaBuilder()
    for field in WORD_FIELDS:
        builder.add_text_field(field, tokenizer_name=FORMS)
        builder.add_text_field(stems_of(field), tokenizer_name=STEMS)
    for field in ("id", "cites", "section"):
        builder.add_text_field(field, tokenizer_name="raw", fast=field == "section")
    # signed: an unsigned field brings the writer down (tantivy 0.27 hands Python's ints over as i64)
    builder.add_integer_field("order", fast=True)
    return builder.build()


def document(statement: Statement, order: int) -> tantivy.Document:
    """The statement as the index takes it; `order` is its place in the reading order."""
    from tantivy import Document  # noqa: PLC0415 - loaded with the first search

    texts = (_title(statement.part),), (statement.text,), statement.more
    words = {
        field: [plain(text).text for text in of_field]
        for field, of_field in zip(WORD_FIELDS, texts, strict=True)
    }
    return Document(
        **words,
        **{stems_of(field): simple for field, simple in words.items()},
        id=statement.id.lower(),
        cites=sorted(_cited(statement.part)),
        section=statement.section,
        order=order,
    )


def _title(part: Part) -> str:
    return "" if isinstance(part, str) else getattr(part, "title", "")


def _cited(part: Part) -> set[str]:
    """The ids and anchors that a part rests on; a sentence's anchor is its paragraph's too.

    The lower-case names of entries stay out: they are words of the language as well.
    """
    named = {name for name in _references(part) if not name.islower()}
    return {form.lower() for name in named for form in (name, name.partition(".")[0])}


def _references(part: object) -> Iterator[str]:
    for field in _CITING:
        value = getattr(part, field, None) or ()
        yield from (value,) if isinstance(value, str) else value
    if response := getattr(part, "response", None):
        yield from response.at
    yield from (card.at for card in getattr(part, "sentences", ()))
