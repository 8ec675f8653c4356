"""A small complete brief about made-up actors, written to a folder: `write_brief(tmp_path)`.

And where a large one lies: the tram, begun with `briefing new` from the article beside its record.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

TRAM = Path(__file__).parent / "fixtures" / "content" / "harbour-tram"

ARTICLE = """\
Northwind plans a mill in Arland. It names no site.

Southgate may follow. Its mill would cost over $20 million.

Work could end 12 to 18 months after it begins, observers say.
"""

BRIEF = """\
format: 1
title: Northwind plans a mill in Arland
subject: Northwind
as_of: "2031-05-04"
source: record.source
scale: icd203
prepared: {by: A. Curator, on: "2031-05-06", tools: none}
assume: {published: "2031-05"}
"""

REGIONS = """\
so_what: The mill binds Northwind to one valley.
entries:
  - id: arland
    title: Arland
    place: Arland
    summary: Northwind plans a mill there; no site is named.
    points:
      - {id: R1, text: Northwind plans a mill in Arland., at: P1.1, about: northwind}
      - {id: R2, text: No site is named., at: P1.2, note: The headline speaks of one.}
points:
  - {id: R3, text: Two firms look at the same valley., at: [P1.1, P2.1], stance: inferred}
"""

MOTIVES = """\
so_what: Wood is near.
entries:
  - id: wood
    title: Wood
    topic: supply
    summary: The forests lie close to the planned mill.
    points:
      - {id: M1, text: Northwind wants to be close to wood., at: P1.1, stance: inferred}
"""

COMPETITORS = """\
so_what: One rival, not yet committed.
entries:
  - id: northwind
    title: Northwind
    roles: precedent
    summary: The firm that plans the mill.
  - id: southgate
    title: Southgate
    roles: [rival, supplier]
    summary: Southgate may follow with a mill of its own.
    points:
      - {id: C1, text: Southgate may follow., at: P2.1, stance: forecast, marker: may}
"""

RISKS = """\
so_what: The mill may come too late.
entries:
  - id: RK1
    title: The mill is late
    summary: Work may begin later than planned.
    cause: No site is named.
    event: Work begins late.
    consequence: Southgate opens first.
    likelihood: likely
    impact: high
    confidence: low
    bearer: Northwind
    response: {text: none stated}
    trigger: No permit within a year.
    rests_on: [R2, T2]
points:
  - {id: K1, text: A mill would cost over $20 million., at: P2.2, stance: forecast, about: RK1}
"""

TIMELINE = """\
so_what: Nothing is dated but the length of the work.
points:
  - id: T1
    text: Work on the mill begins.
    at: P3
    when: "[2031-10..2032-03]"
    label: late 2031 or early 2032
    status: estimated
    stance: forecast
  - id: T2
    text: The mill opens.
    at: P3.1
    after: T1
    months: [12, 18]
    label: 12 to 18 months after it begins
    status: estimated
    stance: attributed
    marker: observers say
  - {id: T3, text: Southgate decides., at: P2.1, label: later, status: estimated}
"""

FIGURES = """\
so_what: One amount, and it is a lower bound.
points:
  - id: F1
    text: Southgate's mill would cost over $20 million.
    at: P2.2
    value: $20 million
    qualifier: over
    unit: US dollars
    missing: The year of the prices.
    same_as: K1
"""

OUTLOOK = """\
so_what: Watch the permits.
bottom_line:
  text: A plan without a site. The rest is forecast.
  rests_on: [R1, R2]
judgments:
  - id: J1
    title: Northwind builds in Arland
    text: Northwind begins work on a mill in Arland by the end of 2032.
    likelihood: likely
    confidence: low
    because: One source, and no site.
    rests_on: [R1, T1, A1]
    would_change: {up: A permit., down: A mill elsewhere.}
    resolves_by: "2032-12-31"
  - id: J2
    title: Southgate stays away
    text: Southgate announces no mill in Arland by the end of 2032.
    likelihood: roughly even chance
    confidence: low
    rests_on: [C1, J1]
assumptions:
  - {id: A1, text: The article is from May 2031., if_wrong: All computed dates move.}
alternatives:
  - {id: H1, text: The plan is a bargaining chip.}
tensions:
  - id: X1
    kind: undated
    title: No dates
    text: The article says when nothing began.
    at: P3.1
    between: [T1, T2]
gaps:
  - {id: G1, text: Where is the site?}
watch:
  - {id: W1, signal: A permit is filed., moves: {J1: up, RK1: down}}
"""

RECORD = """\
format: 1
title: Northwind plans a mill
publisher: The Valley Post
published: "2031-05"
kind: report
descriptor: One undated report, no named sources.
file: article.txt
sha256: {sha256}
words: 31
paragraphs:
  - at: P1
    fingerprint: {prints[0]}
    digest: A mill is planned and no site named.
    sentences:
      - {{at: P1.1, names: [Northwind, Arland]}}
      - {{at: P1.2}}
  - at: P2
    fingerprint: {prints[1]}
    digest: A rival may follow.
    sentences:
      - {{at: P2.1, names: Southgate, markers: may}}
      - {{at: P2.2, figures: $20 million, markers: would}}
  - at: P3
    fingerprint: {prints[2]}
    digest: The work takes 12 to 18 months.
    sentences:
      - {{at: P3.1, figures: 12 to 18 months, markers: [could, observers say]}}
"""


def record_of(article: str) -> str:
    """The source record of an article of three paragraphs."""
    prints = [
        sha256(line.strip().encode()).hexdigest()[:16] for line in article.split("\n") if line
    ]
    return RECORD.format(sha256=sha256(article.encode()).hexdigest(), prints=prints)


FILES = {
    "brief": BRIEF,
    "regions": REGIONS,
    "motives": MOTIVES,
    "competitors": COMPETITORS,
    "risks": RISKS,
    "timeline": TIMELINE,
    "figures": FIGURES,
    "outlook": OUTLOOK,
    "record": record_of(ARTICLE),
}


def write_brief(
    folder: Path, *, article: str | bytes | None = None, **files: str | bytes | None
) -> Path:
    """Write a brief into `folder` and return it: all nine sections and a source record.

    `files` replaces files by name without suffix (`regions="..."`); None leaves one out. The
    record lies in the folder as `record.source`. `article` (such as ARTICLE) lies beside it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {name: f"{name}.yaml" for name in {**FILES, **files}}
    names |= {"record": "record.source", "article": "article.txt"}
    for name, content in {**FILES, **files, "article": article}.items():
        if content is not None:
            data = content if isinstance(content, bytes) else content.encode()
            (folder / names[name]).write_bytes(data)
    return folder
