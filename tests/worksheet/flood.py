"""Sessions made by hand, as extraction would make them, so that pages can be tested without it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from factcheck.articles.lines import split
from factcheck.models import (
    Accusation,
    Article,
    Assertion,
    Attribution,
    FieldKind,
    Law,
    Money,
    Name,
    Note,
    Paragraph,
    Percent,
    Priority,
    Quantity,
    Quote,
    Reply,
    Session,
    Statement,
    Time,
    Unmatched,
    Value,
    Vote,
)


@dataclass(frozen=True, slots=True)
class Item:
    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """What the worksheet reads of a checklist."""

    type: str
    title: str
    priority: Priority
    questions: tuple[str, ...]
    references: tuple[Item, ...]
    blanks: tuple[str, ...] = ()
    legal: bool = False
    fields: Mapping[str, FieldKind] = field(default_factory=dict)


CHECKLISTS = (
    Checks(
        "casualties",
        "Dead and injured",
        "high",
        ("Who counted, and when was the count made?", "Does the number include people who are missing?"),
        (Item("Civil protection, situation report", "https://example.org/reports"), Item("Hospital press office")),
    ),
    Checks(
        "quantity",
        "Quantities",
        "normal",
        ("What exactly is counted, and who counted it?",),
        (Item("Original document"),),
    ),
    Checks(
        "money",
        "Amounts of money",
        "high",
        ("Is it a budget, a commitment or money paid?", "In prices of which year?"),
        (Item("Budget, item and page", "https://example.org/budget"),),
    ),
    Checks("percentage", "Percentages", "normal", ("Of what, and does the sum work out?",), ()),
    Checks("date", "Dates and times", "normal", ("Does the weekday match the date?",), (Item("Calendar"),)),
    Checks(
        "name_title",
        "Names and titles",
        "normal",
        ("Is the name spelt as the person spells it?",),
        (Item("The organisation's own pages"),),
    ),
    Checks(
        "direct_quote",
        "Quotations",
        "high",
        ("Is there a recording or a transcript?", "Was it said in this language?"),
        (Item("Recording of the press conference"),),
    ),
    Checks(
        "bill_name",
        "Bills and laws",
        "high",
        ("Is this its official name and number?",),
        (Item("Register of bills", "https://example.org/bills"),),
    ),
    Checks(
        "vote_method",
        "Votes",
        "high",
        ("Was it recorded, and how did each member vote?",),
        (Item("Minutes of the sitting"),),
    ),
)
PRIORITY = {each.type: each.priority for each in CHECKLISTS}

HERE = Path(__file__).parent
RIVER = (HERE / "river.txt").read_text("utf-8").strip()
GATES = (HERE / "gates.txt").read_text("utf-8").strip()

OFFICE = Attribution(
    "the regional civil protection office", "Regional civil protection office", "said", "indirect", 0, 0
)
OFFICE_2 = Attribution(
    "the civil protection office", "Regional civil protection office", "according to", "indirect", 0, 0
)
DOCTOR = Attribution(
    "Dr. Łucja Brzęczyszczykiewicz",
    "Łucja Brzęczyszczykiewicz",
    "said",
    "direct",
    0,
    0,
    role="who led the last inspection",
)
MINISTRY = Attribution(
    "The ministry", None, "said", "indirect", 0, 0, candidates=("Interior Ministry", "Water Ministry")
)
MINISTER = Attribution(
    "Interior minister Tomás Hradil", "Tomás Hradil", "said", "indirect", 0, 0, role="Interior minister"
)
HE = Attribution("he", "Tomás Hradil", "told", "direct", 0, 0)
WOMAN = Attribution("A woman who lives by the bridge", None, "said", "indirect", 0, 0, unnamed=True)
LEADER = Attribution(
    "The opposition leader, Maren Aas", "Maren Aas", "said", "indirect", 0, 0, role="opposition leader"
)
HOSPITAL = Attribution("the hospital", None, "said", "indirect", 0, 0)
ENGINEER = Attribution("An engineer who asked not to be named", None, "said", "indirect", 0, 0, unnamed=True)


def count(
    number: float | None,
    noun: str | None,
    low: float | None = None,
    high: float | None = None,
    hedge: str | None = None,
) -> Quantity:
    exact = hedge is None and low is None and high is None
    return Quantity(number=number, low=number if exact else low, high=number if exact else high, hedge=hedge, noun=noun)


def day(text: str, *, anchor: str | None = None, reason: str | None = None) -> Time:
    if reason and not text:
        return Time(edtf=None, resolved=False, reason=reason)
    found = date.fromisoformat(text)
    return Time(
        edtf=text,
        earliest=found,
        latest=found,
        resolved=True,
        anchor=anchor and date.fromisoformat(anchor),
        reason=reason,
    )


WARNING = "We had warned the ministry twice, in November and again on 2 February, that the gates would not hold,"
MONEY = "We have set aside 740 million euros for the first month and will spend more if more is needed."

FACTS: dict[str, list[tuple[str, str, Value, Attribution | None]]] = {
    "S1": [
        ("Seven people", "casualties", count(7, "people"), OFFICE),
        ("at least 34,200", "quantity", count(34200, "people", 34200, None, "at least"), OFFICE),
        ("shortly before 4 a.m. on Wednesday", "date", day("2025-03-12", anchor="2025-03-14"), OFFICE),
        ("since last autumn", "date", day("", reason="“last autumn” may be that of 2023 or of 2024"), None),
        (f"“{WARNING}”", "direct_quote", Quote(words=WARNING), DOCTOR),
        ("2 February", "date", day("2025-02-02", anchor="2025-03-14"), DOCTOR),
        ("Dr. Łucja Brzęczyszczykiewicz", "name_title", Name(name="Łucja Brzęczyszczykiewicz", role="Dr."), None),
        ("19 November 2024", "date", day("2024-11-19"), None),
        ("27 defects", "quantity", count(27, "defects"), None),
        (
            "about €61 million",
            "money",
            Money(number=61_000_000, low=54_900_000, high=67_100_000, hedge="about", currency="EUR"),
            MINISTRY,
        ),
        ("1,150 soldiers", "quantity", count(1150, "soldiers"), MINISTER),
        ("22 helicopters", "quantity", count(22, "helicopters"), MINISTER),
        ("“Nobody will be left behind,”", "direct_quote", Quote(words="Nobody will be left behind,"), HE),
        ("Thursday evening", "date", day("2025-03-13", anchor="2025-03-14"), None),
        (f"“{MONEY}”", "direct_quote", Quote(words=MONEY), HE),
        (
            "740 million euros",
            "money",
            Money(number=740_000_000, low=740_000_000, high=740_000_000, currency="EUR"),
            HE,
        ),
        ("several dozen cars", "quantity", count(None, "cars", 24, None, "several dozen"), WOMAN),
        ("Flood Relief Act", "bill_name", Law(name="Flood Relief Act", status="passed"), None),
        ("voice vote", "vote_method", Vote(method="voice vote"), None),
        ("late on Thursday", "date", day("2025-03-13", anchor="2025-03-14"), None),
        ("96 percent", "percentage", Percent(number=96, low=96, high=96), LEADER),
    ],
    "S2": [
        ("Nine people", "casualties", count(9, "people"), HOSPITAL),
        ("About 31,000 residents", "quantity", count(31000, "residents", 27900, 34100, "about"), OFFICE_2),
        ("Tomás Hradil", "name_title", Name(name="Tomás Hradil", role="minister"), MINISTER),
        ("1,500 soldiers", "quantity", count(1500, "soldiers"), MINISTER),
        (
            "“a failure that Ms. Aas and her friends have to answer for”",
            "direct_quote",
            Quote(words="a failure that Ms. Aas and her friends have to answer for"),
            HE,
        ),
        ("without a recorded vote", "vote_method", Vote(method="not recorded"), None),
        (
            "up to €750 million",
            "money",
            Money(number=750_000_000, low=None, high=750_000_000, hedge="up to", currency="EUR"),
            None,
        ),
        (
            "November 2024",
            "date",
            Time(edtf="2024-11", earliest=date(2024, 11, 1), latest=date(2024, 11, 30), resolved=True),
            ENGINEER,
        ),
        ("24 defects", "quantity", count(24, "defects"), ENGINEER),
    ],
}

NOTES = (
    Note("agrees", "vote_method", ("S1-19", "S2-06"), "Both say that no vote was recorded."),
    Note(
        "compatible",
        "quantity",
        ("S1-02", "S2-02"),
        "34,200 or more, and 27,900 to 34,100, do not meet, but the wordings leave room.",
    ),
    Note("differs", "casualties", ("S1-01", "S2-01"), "S1 says 7 people, S2 says 9 people."),
    Note("differs", "quantity", ("S1-09", "S2-09"), "S1 says 27 defects, S2 says 24 defects."),
    Note("incomparable", "money", ("S1-16", "S2-07"), "One is for the first month, the other has no period."),
    Note("single", "money", ("S1-10",), "Only S1 has it."),
)


def article(
    key: str,
    text: str,
    *,
    title: str,
    publisher: str | None = None,
    byline: str | None = None,
    published: date | None = None,
    furniture: str = "\0",
) -> Article:
    paragraphs = []
    for match in re.finditer(r"[^\n]+", text):
        kind = "furniture" if furniture in match[0] else "headline" if not paragraphs else "body"
        paragraphs.append(Paragraph(match.start(), match.end(), kind))
    return Article(
        id=key,
        path=f"desk/{key.lower()}.txt",
        text=text,
        paragraphs=tuple(paragraphs),
        lines=split(text, ((each.start, each.end) for each in paragraphs)),
        sha256=hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest(),
        title=title,
        publisher=publisher,
        byline=byline,
        published=published,
    )


def sentences(text: str) -> list[tuple[int, int]]:
    return [
        (m.start(), m.end())
        for m in re.finditer(r"(?:[^\n.]|\.(?!”?\s+[A-Z“]|”?\n|”?$)|(?<=\b[A-Z])\.|(?<=Dr)\.|(?<=Ms)\.)+\.?”?", text)
        if m[0].strip()
    ]


def assertions(source: Article, facts: list[tuple[str, str, Value, Attribution | None]]) -> list[Assertion]:
    made = []
    position = 0
    places = sentences(source.text)
    for number, (words, kind, value, said_by) in enumerate(facts, 1):
        start = source.text.find(words, position)
        start = source.text.index(words) if start < 0 else start
        position = start
        end = start + len(words)
        first = max(a for a, _ in places if a <= start)
        last = min(b for _, b in places if b >= end)
        first += len(source.text[first:last]) - len(source.text[first:last].lstrip())
        paragraph = 1 + max(i for i, each in enumerate(source.paragraphs) if each.start <= start)
        line = max(i for i, (a, _) in enumerate(source.lines, 1) if a <= start)
        made.append(
            Assertion(
                f"{source.id}-{number:02d}",
                source.id,
                kind,
                words,
                start,
                end,
                Statement(source.text[first:last], first, last),
                paragraph,
                line,
                value,
                {},
                said_by,
                words[0] == "“",
                PRIORITY[kind],
                f"{kind}: <{kind}>",
            )
        )
    return made


def session() -> Session:
    """Two articles on one flood: 30 facts, five notes, every kind of value."""
    one = article(
        "S1",
        RIVER,
        title="Seven dead as river breaks its banks at Halden",
        publisher="The Kestrel Courier",
        byline="Inés Okafor and Jürgen Weiß",
        published=date(2025, 3, 14),
        furniture="rights reserved",
    )
    two = article("S2", GATES, title="What we know about the Halden flood", publisher="Nordwest Rundfunk")
    found = assertions(one, FACTS["S1"]) + assertions(two, FACTS["S2"])
    return Session(
        "Halden: the first 72 hours", date(2025, 3, 15), (one, two), tuple(found), NOTES, _loose((one, two), found)
    )


def _loose(articles: tuple[Article, ...], found: list[Assertion]) -> tuple[Unmatched, ...]:
    loose = []
    for each in articles:
        body = [(p.start, p.end) for p in each.paragraphs if p.kind == "body"]
        for first, end in sentences(each.text):
            start = end - len(each.text[first:end].lstrip())
            inside = any(a <= start < b for a, b in body)
            if inside and not any(f.article == each.id and f.start < end and start < f.end for f in found):
                loose.append(Unmatched(each.id, start, end, each.text[start:end]))
    return tuple(loose)


def three_articles() -> Session:
    """The two articles and a third that repeats the second, with somebody accused who answers, and one who does not."""
    both = session()
    two = both.articles[1]
    three = replace(two, id="S3", title="The flood at Halden, day by day", publisher="The Orm Valley Post")
    found = [*both.assertions, *assertions(three, FACTS["S2"])]
    notes = tuple(
        replace(note, assertions=(*note.assertions, *(id.replace("S2", "S3") for id in note.assertions if "S2" in id)))
        for note in both.notes
    )
    accused = next(each for each in found if each.id == "S1-11")
    by = Attribution("the opposition leader", "Maren Aas", "accused", "indirect", 0, 1)
    answer = Reply("S1", 14, "answers", accused.statement)
    accusations = tuple(
        Accusation("S1", accused.line, party, (), accused.statement, by, reply)
        for party, reply in (("Tomás Hradil", answer), ("Orm Water Board", None))
    )
    return replace(
        both, articles=(*both.articles, three), assertions=tuple(found), notes=notes, accusations=accusations
    )


def large_session(copies: int) -> Session:
    """One article with the text of the first ``copies`` times over: 21 facts for each copy."""
    text = "\n\n".join([RIVER] * copies)
    one = article(
        "S1",
        text,
        title="Seven dead as river breaks its banks at Halden",
        published=date(2025, 3, 14),
        furniture="rights reserved",
    )
    found: list[Assertion] = []
    facts: list[tuple[str, str, Value, Attribution | None]] = FACTS["S1"] * copies
    found = assertions(one, facts)
    return Session("Halden, many times", date(2025, 3, 15), (one,), tuple(found), (), _loose((one,), found))
