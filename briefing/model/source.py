"""The source record: what is kept about the source, which is never its text."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.fields import Fingerprint, Sha256, means


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of one sentence: shown where the sentence itself is not at hand."""

    at: Annotated[Anchor, means("Which sentence, such as `P6.3`.")]
    figures: Annotated[tuple[str, ...], means("The amounts and times in it.")] = ()
    names: Annotated[tuple[str, ...], means("The names in it.")] = ()
    markers: Annotated[tuple[str, ...], means("Its words of hedging, hearsay and forecast.")] = ()
    reported: Annotated[
        tuple[str, ...] | None,
        means("Its figures and names that its word of hearsay covers, where that is not all."),
    ] = None
    skip: Annotated[
        str | None, means("Why no point accounts for it, or for a figure or marker in it.")
    ] = None


class Paragraph(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paragraph of the source."""

    at: Annotated[Anchor, means("Which paragraph, such as `P6`.")]
    fingerprint: Annotated[
        Fingerprint, means("First 16 hex digits of the SHA-256 of its text, ends trimmed, UTF-8.")
    ]
    changed: Annotated[
        Date | None,
        means("Day on which its text was found changed: points on it have to be seen again."),
    ] = None
    was: Annotated[
        Anchor | None, means("Which paragraph it was before, where the order changed.")
    ] = None
    digest: Annotated[str | None, means("What it says, in our own words.")] = None
    sentences: Annotated[tuple[Card, ...], means("A card for each sentence.")] = ()


class SourceRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """seeds/SLUG.yaml: fingerprints, digests and cards. What the source does not say is left out."""

    format: Annotated[Literal[1], means("Version of the format.")]
    title: Annotated[str | None, means("Its headline.")] = None
    publisher: Annotated[str | None, means("Who published it.")] = None
    author: Annotated[str | None, means("Who wrote it.")] = None
    published: Annotated[Date | None, means("When, as an EDTF date.")] = None
    kind: Annotated[Literal["analysis", "report", "opinion"] | None, means("What it is.")] = None
    descriptor: Annotated[
        str | None,
        means("The quality of the source in a few words: access, currency, weaknesses (ICD 206)."),
    ] = None
    file: Annotated[str, means("File name of the text, beside this record if you have it.")]
    sha256: Annotated[Sha256, means("SHA-256 of that file.")]
    words: Annotated[int, means("Words in it, counted at white space."), Meta(ge=1)]
    paragraphs: Annotated[tuple[Paragraph, ...], means("Its paragraphs, in order.")]
