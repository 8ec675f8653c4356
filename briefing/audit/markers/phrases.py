"""The words that carry a hedge, a hearsay, an attribution or a forecast, by what they mean.

In `reveal//s/ed` each ending after the first slash is put to the stem, the empty one too; `BE`
stands for the forms of "be". The words of one family can stand for one another in a paraphrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.audit.markers.hedges import Kind


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# (kind, family, phrases)
PHRASES: tuple[tuple[Kind, str, str], ...] = (
    (
        "hearsay",
        "hearsay",
        """reportedly|allegedly|purportedly|supposedly|alleged|purported|rumored|rumoured|rumor//s|rumour//s
        |rumor has it|rumour has it|word has it|hearsay|unconfirmed|it is said that|it is understood that
        |BE said to|BE reported to|BE understood to|BE believed to|BE thought to|BE alleged to
        |BE rumored to|BE rumoured to|said to be|said to have|reported to be|reported to have
        |understood to be|understood to have|believed to be|believed to have|thought to be
        |thought to have|media report//s|press report//s|news report//s|report//s say|reports said
        |reports suggest//ed|sources say|source//s said|source//s told|source//s close to
        |source//s familiar with|sources with knowledge|insiders say|insiders said
        |people familiar with|person familiar with|people briefed on|people close to
        |by some accounts|by all accounts""",
    ),
    ("attribution", "attribution", "according to|in the words of|in the view of|in the eyes of"),
    (
        "possibility",
        "might",
        """may|might|could|potentially|possibly|perhaps|maybe|conceivably|a possibility
        |the possibility of""",
    ),
    ("possibility", "can", "can"),
    (
        "likelihood",
        "likely",
        """likely|probably|probable|in all likelihood|in all probability|BE expected to|expected to
        |expected|odds are|chances are|presumably""",
    ),
    (
        "likelihood",
        "very likely",
        "very likely|highly likely|most likely|highly probable|very probable|very probably",
    ),
    (
        "likelihood",
        "unlikely",
        "unlikely|improbable|improbably|doubtful|not likely|less likely|not probable|isn't likely",
    ),
    ("likelihood", "very unlikely", "very unlikely|highly unlikely|most unlikely"),
    (
        "likelihood",
        "certain",
        """almost certain//ly|nearly certain|all but certain|almost inevitabl/e/y|BE bound to
        |bound to|BE certain to|certain to|BE sure to""",
    ),
    (
        "frequency",
        "usual",
        """typically|usually|generally|often|normally|commonly|ordinarily|frequently|in general
        |as a rule|in most cases|more often than not|on the whole|tend//s/ed to""",
    ),
    (
        "frequency",
        "sometimes",
        """sometimes|occasionally|at times|from time to time|in some cases|in many cases""",
    ),
    ("frequency", "rarely", "rarely|seldom|hardly ever"),
    (
        "extent",
        "mostly",
        """largely|mostly|mainly|chiefly|primarily|predominantly|principally|overwhelmingly
        |for the most part|in large part|to a large extent""",
    ),
    ("extent", "partly", "partly|partially|in part|to some extent|to a degree|somewhat"),
    (
        "forecast",
        "will",
        """will|won't|would|wouldn't|shall|shan't|i'll|it'll|he'll|she'll|we'll|you'll|they'll
        |that'll|BE set to|set to|BE going to|going to|BE due to|BE about to|BE poised to|poised to
        |BE slated to|BE scheduled to|scheduled to|BE destined to|BE forecast to|forecast to
        |BE projected to|projected to|BE predicted to|is to|are to|on track to|on course to""",
    ),
    (
        "inference",
        "inference",
        """suggest//s/ed/ing|signal//s/ed/led/ing/ling|indicate//s/d|indicating|impl/y/ies/ied/ying
        |hint//s/ed/ing at|hint//s/ed/ing that|point//s/ed/ing to|appear//s/ed/ing to|appear//s/ed that|seem//s/ed/ing
        |seemingly|apparently|evidently|a sign of|a sign that|sign//s that|sign//s of
        |indication//s that|indication//s of|suggestion//s that|evidence that|bet//s|BE betting
        |betting|gambl/e/es/ing|wager//s/ed/ing|no coincidence|no accident|not a coincidence
        |isn't a coincidence|wasn't a coincidence|hardly a coincidence|not coincidental
        |isn't coincidental|wasn't coincidental|aren't coincidental|not by chance
        |judging by|judging from|by implication""",
    ),
    ("inference", "reveals", "reveal//s/ed/ing|betray//s/ed/ing"),
    (
        "announcement",
        "announcement",
        """announc/e/es/ed/ing/ement/ements|announc/e/es/ed/ing plan//s|announc/e/es/ed/ing a plan
        |unveil//s/ed/ing plan//s|unveil//s/ed/ing a plan|pledg/e/es/ed/ing|promise//s/d
        |vow//s/ed/ing|undertook to""",
    ),
    (
        "announcement",
        "plans",
        """plan//s to|planned to|planning to|plans a|plans an|BE planning|intend//s/ed/ing to|aim//s/ed/ing to
        |hop/e/es/ed/ing to|propos/e/es/ed/ing to""",
    ),
    (
        "unknown",
        "unclear",
        """unclear|unknown|uncertain|undisclosed|undecided|not known|not clear|not certain|isn't clear
        |isn't known|not yet clear|not yet known|remain//s/ed to be seen|remain//s to be decided
        |yet to be|yet to say|has yet to|have yet to|had yet to|too early to say|too early to tell
        |too soon to say|too soon to tell|an open question|anyone's guess|no one knows|nobody knows
        |did not disclose|didn't disclose|has not disclosed|hasn't disclosed|have not disclosed
        |not disclosed|not been disclosed""",
    ),
)

# Families whose words keep the meaning of another one.
STANDS_FOR = {
    "can": {"might"},
    "will": {"likely", "very likely", "unlikely", "very unlikely", "certain"},
    "announcement": {"plans"},
    "plans": {"announcement"},
    "inference": {"reveals"},
    "reveals": {"inference"},
    "sometimes": {"usual", "might"},
    "attribution": {"hearsay"},
}
# Words that keep the meaning of a family in a paraphrase, though they are no markers themselves.
ALSO = {
    "hearsay": "reported|reports|claimed|hearsay",
    "might": "possible|potential|chance",
    "can": "possible|able|capable",
    "likely": "likelihood|likelier|expects|expect|probability",
    "unlikely": "not likely|not expected|isn't likely|aren't likely|not probable|hardly",
    "certain": "virtually|surely|inevitably|certainly",
    "usual": "usual|tendency|common|normal|typical|rule",
    "mostly": "most|above all|bulk",
    "partly": "part|some",
    "will": "need|needs|must|hope|hopes|aim|aims|expects|expected|future|forecast|forecasts|is due|are due|plans to",
    "announcement": "planned|plan|plans|planning|commitment|unveiled|unveils|commitments",
    "plans": "plan|plans|planned|planning|intention|goal|wants|meant",
    "unclear": "nobody knows|open|unsettled|not said|unresolved|not given|not stated",
    "inference": "show|shows|showed|showing|means|apparent|accident",
    "reveals": "show|shows|showed|showing|discloses|disclose",
    "sometimes": "some",
    "rarely": "rare|hardly",
}

# Words of two lives: no marker directly after, or before, one of these.
NOT_AFTER = (
    ("will", "a the his her its their your my our political free good ill last at against of"),
    ("can", "a the tin this trash per"),
    ("might", "the its his her their military economic financial political industrial of with"),
    ("expected", "than as"),
    ("points to", "basis percentage"),
    ("point to", "basis percentage"),
    (
        "is to",
        """aim goal plan purpose idea task point way strategy answer challenge key job objective mission
        priority solution trick role hope step ambition intention focus option alternative policy what""",
    ),
    ("are to", "aims goals plans tasks priorities options objectives duties"),
)
NOT_BEFORE = (
    ("will", "to of and"),
    ("might", "of and"),
    ("can", "of"),
    ("is to", "blame"),
    ("are to", "blame"),
    ("promised", "land"),
)
# A signal is an inference where something is signalled, not in "traffic signals".
SIGNALS = _set("signal signals signaled signalled signaling signalling")
SIGNALLED = _set(
    """that a an the its their his her how what whether confidence to more less another no it this these
    those growing rising new"""
)
SIGNALLING = _set("it this that which also and move moves clearly will would can could may might")
# "Due to" is a time only before what starts or ends, else it is a cause.
DUE = _set(
    """appear arrive be become begin close come complete end enter expire fall finish get go hold join
    launch leave make meet open publish receive release report return rise run speak start take visit
    vote"""
)
UNNAMED = _set("reports sources source people person rumors rumours insiders accounts media press")

# Who speaks, beside anybody with a name.
SPEAKERS = _set(
    """academics activists adviser advisers advisor advisors agency analyst analysts astronomers author authorities authors
    automaker bank board campaigner campaigners carmaker chairman chairwoman chipmaker city club commission
    committee company court critic critics developer diplomat diplomats director doctors economist
    economists employers engineers executive executives expert experts farmers firm forecasters founder
    founders government governor group historians insiders institute insurer investor investors lawyer
    lawyers lender managers manager mayor minister ministry observer observers official officials
    operator opponents opposition party physicists police president professor regulator regulators
    researcher researchers residents retailer scientist scientists spokesman spokespeople spokesperson
    spokespersons spokeswoman startup strategist strategists supplier supporters teachers traders union
    unions university watchdog"""
)
SAYS = _set("said says told tells say")
WEAK_VOICES = _set(
    """added adds confirm confirmed confirms denied denies deny fear feared fears observe observed
    observes point pointed points reported reports see sees"""
)
VOICES = WEAK_VOICES | _set(
    """acknowledge acknowledged acknowledges admit admits admitted argue argued argues assert asserted
    asserts believe believed believes caution cautioned cautions claim claimed claims commented
    complain complained complains concede conceded concedes contend contended contends estimate
    estimated estimates expect expected expects explain explained explains forecast forecasts insist
    insisted insists note noted notes predict predicted predicts recalled recalls reckon reckoned
    reckons remarked stressed stresses testified think thinks thought warn warned warns wrote writes"""
)
# What has to follow the weak ones, and what shows that a voice is a noun: "company estimates put".
THAT = _set("that how why there")
AFTER_NOUNS = _set("put show showed suggest of for are were have had")
BE = ("is", "are", "was", "were", "be", "been", "being", "isn't", "aren't")
