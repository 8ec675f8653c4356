"""The fields of the index, in memory and on disk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.search.words import forms_analyzer, stems_analyzer

if TYPE_CHECKING:
    import tantivy

FORMS, STEMS = "forms", "stems"
WORD_FIELDS = ("text", "more")


def forms_of(field: str) -> str:
    """The field that holds the words of a field as they were typed."""
    return f"{field}_{FORMS}"


@cache
def schema() -> tantivy.Schema:
    """The fields. Only those that phrases are looked up in know positions, which take room.

    `text` and `more` hold stems, `title` those of a title that the text opens with; beside them
    stand the words as typed; `tags` are all that is looked up whole, each `kind:value`. The numbers
    are columns: `section`, from 0; `order` sorts statements that are equally good, `rank` risks
    and events; `first` and `last` are the bounds of an event as days; `recency` is a weight.
    `data` is the statement.
    """
    from tantivy import SchemaBuilder  # noqa: PLC0415 - loaded with the first search

    builder = SchemaBuilder()
    builder.add_text_field("title", tokenizer_name=STEMS, index_option="basic")
    for field in WORD_FIELDS:
        builder.add_text_field(field, tokenizer_name=STEMS)
        builder.add_text_field(forms_of(field), tokenizer_name=FORMS, index_option="freq")
    builder.add_text_field("tags", tokenizer_name="raw", index_option="basic")
    # signed: an unsigned field brings the writer down (tantivy 0.27 hands Python's ints over as i64)
    for field in ("section", "order", "rank", "first", "last"):
        builder.add_integer_field(field, fast=True)
    builder.add_float_field("recency", fast=True)
    builder.add_bytes_field("data", stored=True)
    return builder.build()


def prepared(index: tantivy.Index) -> tantivy.Index:
    """An index that was made or opened, ready to be written and read."""
    index.register_tokenizer(FORMS, forms_analyzer())
    index.register_tokenizer(STEMS, stems_analyzer())
    # the default policy watches for commits in a thread, which may take 100 ms to see the first
    index.config_reader("manual")
    return index
