"""The closed classes of English words that tell a figure from its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.audit.figures.tokens import Token


def wordset(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun",
            "july jul",
            "august aug aug.",
            "september sep sept sep. sept.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH_NAMES = (
    *("", "January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WEEKDAYS = wordset("monday tuesday wednesday thursday friday saturday sunday")
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn"} | {
    "winter": "winter"
}
# Articles, pronouns, prepositions, conjunctions, auxiliaries, common adverbs: what may stand with
# a capital before an amount without making it a name, and what ends a noun phrase.
FUNCTION = wordset("""a an the this that these those its his her their our my your whose each every all both any
    no some such another other others what which who whom when where while why how i he she it we
    they you them us him there here not nor and or but yet so if as than then because since until
    till unless though although whereas whether about above across after against along amid among
    around at before behind below beneath beside besides between beyond by circa despite down
    during except for from in inside into like near of off on onto out outside over past per
    regarding through throughout to toward towards under up upon versus via vs with within without
    is are was were be been being am has have had having do does did done will would shall should
    can could may might must cannot also almost already again ago alone altogether anywhere
    approximately at barely exactly even ever exceeding fewer first further hardly just last later
    earlier early late least less more most mid nearly next now once only overall perhaps possibly
    precisely previously probably quite rather recently reportedly roughly scarcely second so soon
    still third top total too under until up very well mainly mostly merely fully full half double
    twice fiscal end start beginning maximum minimum estimated additional""")
ORDINALS = wordset("first second third fourth fifth sixth seventh eighth ninth")
# Nouns that number what follows them: `page 12` counts nothing.
LABELS = wordset("""no nos number page pages p pp chapter chapters section sections paragraph paragraphs para
    step version type figure fig table item note footnote article part phase stage level tier
    grade class room gate line volume vol issue question option scenario category round act verse
    clause appendix annex exhibit schedule rule unit lot bus flight channel highway""")


def is_capitalized(token: Token) -> bool:
    """Whether a word has a capital (iPhone) and is not known to have it for another reason."""
    return (
        token.text != token.text.lower()
        and len(token.text) == len(token.low)  # "Boeing's 40 jets" is no name
        and token.low not in FUNCTION
        and token.low not in MONTHS
        and token.low not in WEEKDAYS
        and token.low not in SEASONS
    )
