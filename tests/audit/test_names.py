from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.audit.names import Known, Name, names

# a text, and the names in it
TABLE = """
The ferry to Harwich sails from Esbjerg. | Harwich; Esbjerg
The Bank of England and the Ministry of Trade agreed. | Bank of England; Ministry of Trade
She studied at the University of the Arts in London. | University of the Arts; London
The Department for Transport objected. | Department for Transport
The Council on Foreign Relations met. | Council on Foreign Relations
A deal between Marks & Spencer and AT&T fell through. | Marks & Spencer; AT&T
It links Denmark, Sweden and Norway. | Denmark; Sweden; Norway
Ursula von der Leyen met Rio de Janeiro's mayor. | Ursula von der Leyen; Rio de Janeiro
It flew over the Democratic Republic of the Congo. | Democratic Republic of the Congo
He read it in the New York Times and the Financial Times. | New York Times; Financial Times
The firm buys GPUs and sells an API. | GPU; API
Talks with the U.S. and the EU went on. | U.S.; EU
The U.S. Treasury and the US Navy disagree. | U.S. Treasury; US Navy
Its GPU beats theirs. | GPU
The WHO and the IMF warned. | WHO; IMF
The International Monetary Fund (IMF) met. | International Monetary Fund; IMF
It runs on an iPhone and on eBay, says xAI. | iPhone; eBay; xAI
They rely on DeepMind, McKinsey and OpenSSL. | DeepMind; McKinsey; OpenSSL
Each H100 costs more than two A100s. | H100; A100
They ship the Nvidia H100 and the Airbus A320neo. | Nvidia; H100; Airbus; A320neo
The H200 GPUs are late. | H200; GPU
It beats GPT-4 but not GPT-5. | GPT-4; GPT-5
Most Fortune 500 companies use it. | Fortune 500
It flies Boeing 737 jets. | Boeing 737
A Boeing 737 MAX landed. | Boeing 737 MAX
The S&P 500 fell, the Nikkei 225 rose. | S&P 500; Nikkei 225
It needs Windows 11 or iOS 17. | Windows 11; iOS 17
A new 5G network covers it. | 5G
Rules on CO2 and PM2.5 are stricter. | CO2; PM2.5
Covid-19 closed it, and F-35s flew over. | Covid-19; F-35
The shop, a 7-Eleven, closed. | 7-Eleven
The Asia-Pacific market grew. | Asia-Pacific
The German-French line opened. | German-French
The project was led by Jean-Claude Juncker. | Jean-Claude Juncker
Dr. Anna Weiss spoke. | Anna Weiss
Then Mr. Okafor and Ms Tan left. | Okafor; Tan
John F. Kennedy and J.R.R. Tolkien wrote. | John F. Kennedy; J.R.R. Tolkien
He met President Emmanuel Macron and the Chancellor. | Emmanuel Macron
Prime Minister Fumio Kishida spoke. | Fumio Kishida
In May U.S. President Joe Biden met Nvidia CEO Jensen Huang. | U.S.; Joe Biden; Nvidia; Jensen Huang
He met Foreign Minister Wang Yi. | Wang Yi
It is run by Dame Judi Dench. | Judi Dench
Peter van der Berg of ING left. | Peter van der Berg; ING
In Z\u00fcrich and S\u00e3o Paulo, \u00d8rsted builds. | Z\u00fcrich; S\u00e3o Paulo; \u00d8rsted
Nestl\u00e9 sold L'Or\u00e9al. | Nestl\u00e9; L'Or\u00e9al
It moved from O'Brien's pub to D'Angelo's. | O'Brien; D'Angelo
Japan\u2019s farms and Samsung Electronics\u2019 plants closed. | Japan; Samsung Electronics
The Kyoto-based firm and a U.S.-led group won. | Kyoto; U.S.
The Kyoto-based Nintendo won. | Kyoto; Nintendo
An ex-Google engineer and a non-EU firm won. | Google; EU
It is anti-Chinese and pre-IPO. | Chinese; IPO
Under the mid-July deal they left. |
In March, on Monday the 3rd, they met. |
He met Theresa May in May. | Theresa May
On Black Friday they sold out. | Black Friday
It cost USD 5 million, EUR 3 or 7 GBP, or CHF9. |
It fell in Q4 and in H1 2026, then in FY26. |
I think I'm right, and I've said so. |
It uses 10MW, 5 kWh and 3 GHz. |
In the 1990s, on the 3rd, at 5 pm, they met. |
It was on TV. OK? |
In Kenya 40 people died. | Kenya
In Texas 12 died. | Texas
They gave Toyota 300 million euros. | Toyota
It cost Toyota 9 to 14 months, and left Kenya 3 of 12 ports. | Toyota; Kenya
It needs Windows 10 or 11. | Windows 10
Since Expo 2025 they met. | Expo
We wrote Section 3 of the Clean Air Act. | Section 3; Clean Air Act
They made Plan B and Vitamin C. | Plan B; Vitamin C
It was sold to X in 2023. | X
It is in The Hague. | Hague
The deal with First Solar and Best Buy failed. | First Solar; Best Buy
They met Will Smith of Five Guys. | Will Smith; Five Guys
He said: The plan is good. |
He said, \u201cThey will go,\u201d and left. |
\u201cWe won't sell,\u201d said Hitachi. | Hitachi
The \u201cAtlas\u201d project is late. | Atlas
They are late. But Vestas is not. | Vestas
Inc. magazine was sold to Mansueto Ventures Inc. in 2005. | Mansueto Ventures Inc
Toyota Plans New Plant In Ohio | Toyota Plans New Plant; Ohio
BioNTech/Pfizer sold it. | BioNTech; Pfizer
Ben & Jerry's is Unilever's. | Ben & Jerry; Unilever
Secretary of State Antony Blinken left. | Secretary of State Antony Blinken
The President of the Commission spoke. | President of the Commission
The minister left, the director and the Chair too. |
From 3 May to 5 June. |
Jan 5 was the last day. |
St. Petersburg is far. | St. Petersburg
San Marino lost. | San Marino
New Zealand and New York won. New ships came. | New Zealand; New York
North Korea and South Africa met. | North Korea; South Africa
Bank of Japan officials met. | Bank of Japan
Ministry of Defence officials met. | Ministry of Defence
Trains, Planes and Automobiles is a film. | Planes; Automobiles
Abu al-Baghdadi and Osama bin Laden hid. | Abu al-Baghdadi; Osama bin Laden
The mRNA vaccine works. | mRNA
A letter to the Romans reached K2-18b. | Romans; K2-18b
The 2024 final was at Wembley. | Wembley
AI and IT firms grew, NOT fell. | AI; IT
"""

# sentences that open with a name
SUBJECTS = """
Oracle already runs a cloud. | Meta's planned site is large. | Singapore has strict rules.
Siemens has won the order. | Ryanair, the largest carrier, cut fares. | Kenya and Uganda share it.
Maersk plans a new port. | Hitachi announced a plan. | Lufthansa reportedly seeks a partner.
Tesla builds a plant. | Boeing is late. | Boeing's jets are late. | Hermes is late.
Weiss says rents are too high. | Volvo cuts jobs. | Emirates has ordered jets.
Bosch, which makes tools, left. | Italy may lose. | Brussels was warned. | Chile and Peru signed.
Paris-based planners left. | Amazon faces a fine. | Equinix now operates sites. | IBM is one.
Qatar invests in it. | Indonesia offers tax breaks. | Vietnam wants chips. | Apple could buy it.
Sweden joined in March. | Iberia would pay. | Mercedes' plant closed. | Heathrow handles it.
Zara, H&M and Gap closed. | Macron said no. | Google\u2019s plans changed. | Finland & Norway won.
"""

# sentences that open with a word that has its capital only from there
ORDINARY = """
Sales of cars rose. | Profit was lower. | Owners of boats already pay more. | Prices have doubled.
Timetables change. | Nurses said pay was the reason. | Doctors' pay is frozen. | Wind power is cheap.
Founded in 1990, the firm has grown. | Reportedly, the deal is near. | Borrowing already costs more.
Scientists reportedly found water. | Turnout was high. | Critics see a risk. | Exports cover it.
Building costs rose. | Owning a car is costly. | Base, period and source. | Investment may slow.
Output, prices and wages rose. | Electricity's price doubled. | Analysts' estimates vary.
Cheaper loans helped. | Membership has doubled. | Yesterday's vote failed. | It's late. | May it rain?
Will it rain? | Today, they left. | Worldwide, it fell. | Half the fleet is idle. | Talks will resume.
Water levels have fallen. | Voters and ministers met. | New ships came. | Cloud-based tools won.
"""


def rows(table: str) -> list[tuple[str, list[str]]]:
    found = []
    for line in table.strip().splitlines():
        text, _, listed = line.rpartition(" |")
        found.append((text, [name.strip() for name in listed.split(";") if name.strip()]))
    return found


def sentences(table: str) -> list[str]:
    return [part.strip() for line in table.strip().splitlines() for part in line.split("|")]


def texts(sentence: str, common: frozenset[str] = frozenset()) -> list[str]:
    return [name.text for name in names(sentence, common)]


@pytest.mark.parametrize(("text", "expected"), rows(TABLE))
def test_names_of_a_sentence(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize("text", sentences(SUBJECTS))
def test_a_sentence_opens_with_a_name(text: str) -> None:
    assert names(text)[0].start == 0


@pytest.mark.parametrize("text", sentences(ORDINARY))
def test_a_sentence_opens_with_an_ordinary_word(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "common", "expected"),
    [
        ("Atlas is costly.", {"atlas"}, []),
        ("The Atlas is costly.", {"atlas"}, ["Atlas"]),
        ("Atlas API calls rose.", {"atlas"}, ["API"]),
        ("Bank of Japan staff met.", {"bank"}, ["Bank of Japan"]),
        ("North Sea oil ran out.", {"north"}, ["North Sea"]),
        ("ATLAS is costly.", {"atlas"}, ["ATLAS"]),
        (
            "Toyota Builds New Plant Near Nagoya",
            {"builds", "new", "plant"},
            ["Toyota", "Nagoya"],
        ),
    ],
)
def test_common_words_are_no_names_where_every_word_has_a_capital(
    text: str, common: set[str], expected: list[str]
) -> None:
    assert texts(text, frozenset(common)) == expected


def test_names_stand_where_they_say() -> None:
    assert names("Of Japan's GPUs") == [Name(3, 8, "Japan"), Name(11, 14, "GPU")]


PIECES = """Anna Weiss of the and U.S. GPUs H100 Fortune 500 iPhone Bank England Dr. May March Monday
is said already Japan's The A I & - \u201c \u201d ( ) : . , ! ? \u2014 'S 's USD 5 J. R2 x X new New St."""
WORDS = st.sampled_from([*PIECES.split(), "\u00a0", "\n", ""])


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)))
@example("'s")
@example("I.")
@example("\u0130.\u0130")
@example("A-")
@example("\u01c5s \u1e9e")
def test_any_text_has_names_in_order_that_stand_in_it(text: str) -> None:
    end = 0
    for name in names(text, frozenset({"bank"})):
        assert end <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        end = name.end


KNOWN = [
    "Amazon Web Services",
    "U.S.",
    "Japan",
    "GPT-4",
    "H100",
    "OpenAI",
    "North American",
    "Asia-Pacific",
    "United Kingdom",
    "Bank of England",
    "S\u00e3o Paulo",
    "GPU",
    "WHO",
    "Fortune 500",
    "Germany",
    "NATO",
    "Anna Weiss",
    "Dutch",
]


FORMS = """Amazon|AWS|Amazon's|Web Services|U.S.|US|USA|U.S.A.|United States|the United States|Japan's
    |Japanese|Japan\u2019s|GPT-4|H100|H100s|OpenAI's|North America|America|Asian|Asia|Pacific
    |UK|U.K.|Britain|British|Sao Paulo|GPUs|BoE|World Health Organization|Fortune 500|German|Nato
    |Dr. Anna Weiss|Weiss|Netherlands|Bank of Japan|Japanese-German|Bank|The Bank of England"""
OTHERS = """Openai|OPENAI|GPT-5|Gpt-4|H800|H10|Oracle|European|Fortune 100|Anna Weber|GPT-4-Japan
    |China|Chinese|Bank of China|Azure Web Services|IBM|German Oracle|and|amazon|EU|Nvidia H100"""


@pytest.mark.parametrize("name", FORMS.split("|"))
def test_known_names_come_in_other_forms(name: str) -> None:
    assert Known(KNOWN).has(name.strip())


@pytest.mark.parametrize("name", OTHERS.split("|"))
def test_other_names_are_not_known(name: str) -> None:
    assert not Known(KNOWN).has(name.strip())


def test_nothing_is_known_of_nothing() -> None:
    assert not Known([]).has("Japan")
    assert not Known([]).has("")


NAMES = st.one_of(st.text(), st.lists(st.sampled_from(KNOWN)).map(" ".join))


@given(st.lists(NAMES, max_size=5))
def test_every_name_is_known_to_what_was_built_from_it(built: list[str]) -> None:
    known = Known(built)
    assert all(known.has(name) for name in built)


@given(NAMES)
def test_known_answers_for_any_name(name: str) -> None:
    assert Known(KNOWN).has(name) in {True, False}
