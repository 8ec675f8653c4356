"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re

# Blanked before the library sees them, one space each, so that offsets hold. Quotation marks and
# brackets, because it takes whatever stands between two for one sentence, and takes quadratic time
# over those left open. White space of other kinds and surrogates, because it raises on them.
_BLANKED = re.compile(
    r"[\s\ud800-\udfff\"`\u00ab\u00bb\u201c-\u201f\u2039\u203a\u300a-\u300f(){}<>\uff08\uff09]"
    r"|(?<!\w)['\u2018-\u201b]|['\u2018-\u201b](?!\w)"
    r"|\[(?!\d)|(?<![\d\]])\]"
)
# A run this long was not written for people, and the library takes quadratic time over it.
_LONG_RUN = re.compile(r"\S{60,}")
# Words of every day that it takes for abbreviations, however they are written.
_WORDS = re.compile(r"\b(?:art|ill|mar|mass|may|me|miss|no|ok|wash)(?=\. +[A-Z])")
# Abbreviations that it does not know, by what has to follow for the sentence to go on.
_ABBREVIATIONS = re.compile(
    r"\b(?:(?P<name>Amb|Assoc|Asst|Atty|Cpt|Fr|Ms|Mx|Pte)"
    r"|(?P<figure>[Aa]pprox|[Cc]a|[Ee]st|[Mm]ax|[Mm]in|Rs)"
    r"|(?P<month>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun))\.$"
)
_LONGEST_ABBREVIATION = len("approx.") + 1
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*")
_REST_OF_WORD = re.compile(r"(\S*)\s*")
_CURRENCY = re.compile(r"[A-Z]{2,3}")  # as in "approx. SEK 900"
_FIRST_WORD = re.compile(r"\W{0,8}(\w*)")  # bounded, for texts of nothing but marks
_LIST_NUMBER = re.compile(r"\W{0,8}\d{1,3}[.)]\W*")


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph, in order, as half-open offsets of characters.

    Every character but white space lies in exactly one of them, and none begins or ends with white
    space. Any text will do; the sentences of one paragraph depend on no other.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(paragraph):
        if spans and _goes_on(paragraph, spans, start):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans


def _pieces(paragraph: str) -> list[tuple[int, int]]:
    """What the library takes for sentences, each with the marks that close it."""
    import sentencex  # type: ignore[import-untyped]  # noqa: PLC0415 - only who has an article pays

    blanked = _BLANKED.sub(" ", paragraph).replace("…", ".")
    blanked = _LONG_RUN.sub(lambda run: "x" * (len(run[0]) - 1) + run[0][-1], blanked)
    blanked = _WORDS.sub(lambda word: "x" * len(word[0]), blanked)
    pieces: list[tuple[int, int]] = []
    start = len(paragraph) - len(paragraph.lstrip())
    for found in sentencex.get_sentence_boundaries("en", blanked):
        said = found["text"].rstrip()
        stop = found["start_index"] + len(said)
        if said and stop > start and (rest := _REST_OF_WORD.match(paragraph, stop)):
            pieces.append((start, rest.end(1)))
            start = rest.end()
    if start < len(paragraph):
        pieces.append((start, len(paragraph.rstrip())))
    return pieces


def _goes_on(paragraph: str, spans: list[tuple[int, int]], at: int) -> bool:
    """Whether the last of these sentences goes on at an offset, behind its stop."""
    start, end = spans[-1]
    match = _FIRST_WORD.match(paragraph, at)
    word = match[1] if match else ""
    if word[:1].islower():
        return word.islower()
    if len(spans) == 1 and _LIST_NUMBER.fullmatch(paragraph, start, end):
        return True
    abbreviation = _ABBREVIATIONS.search(paragraph[max(start, end - _LONGEST_ABBREVIATION) : end])
    match abbreviation and abbreviation.lastgroup:
        case "name":
            return word[:1].isalnum()
        case "figure":
            return word[:1].isdigit() or bool(_CURRENCY.fullmatch(word))
        case "month":
            return _MONTH.fullmatch(word) is not None
    return False
