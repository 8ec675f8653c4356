"""Texts for the properties: anything at all, and what figures are made of in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.audit.figures.words import wordset

_WORDS = wordset("""$ US$ A$ € £ ¥ CHF USD kr SEK Rs % percent per cent percentage points basis point bn m M
B k million billion trillion hundred thousand dozen lakh crore dollar dollars euros pounds won yen
US Swedish kronor millions billions hundreds of tens dozens triple double digits digit six figure
figures a an the one two three twelve twenty five half third thirds quarter quarters in out to or
and between from over more than less at least up about nearly some around under below no plus odd
+ ~ - /  : . , ; ( ) " ' 1 2 3 4 9 10 18 24 40 300 500 2027 2026 1999 05 007 3,200 1.5 2,9
1,234,567 0,125 3.5.2 0 12345678901234567890 s th st month months year years decade day hours
second seconds week weekly long ago old later this last next earlier late early mid end start
beginning Q4 q1 H1 first fourth May March may December Sept. Jan spring fall Monday Sunday Times
near term future yesterday pm p.m. MW km m² °C C degrees Celsius square kilometres tonnes x times
fold twice doubled tenfold P6.3 H100 GPT Boeing Fortune page No ranging is was fiscal FY multi
weeklong ½ 's minus +1 202 555 www.a.b/5 USD2 $5 5m 9:30 1990s 2025-26 2026-05-03 18-24""")

_word = st.sampled_from([*sorted(_WORDS), *"\n\xa0\u2009\u2013\u2014\u2019\u2212"])
_gap = st.sampled_from([" ", " ", "", "-"])
_jumble = st.lists(st.tuples(_word, _gap), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)

texts = _jumble | st.text(max_size=60)
