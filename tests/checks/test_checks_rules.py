"""What each rule says of a short article, and what it leaves alone."""

from datetime import date
from pathlib import Path

import pytest

from factcheck import articles, checks, english
from factcheck.checklist import Checklist
from factcheck.extract import extract
from factcheck.models import Check

HEADLINE = "Town council meets\n\nBy Anna Berger\n\n"


def found(tmp_path: Path, text: str, kind: str = "", *, headline: str = HEADLINE) -> list[Check]:
    """The checks of one kind, or all, in an article of 14 November 2024."""
    path = tmp_path / "article.txt"
    path.write_text(headline + text, "utf-8")
    read = articles.read_all([path], published={"S1": date(2024, 11, 14)})
    result = extract(read, (), nlp=english.load())
    for check in result.checks:
        assert read[0].text[check.start : check.end].strip()
    return [check for check in result.checks if not kind or check.kind == kind]


SAID = [
    # percentages
    ("percentage", "Unemployment fell from 9.4 percent in March to 5.1 percent in May, a drop of 46 percent.",
     "9.4 % to 5.1 % is a fall of 45.7 %, or 4.3 percentage points",
     "The text says 46 percent: agrees within rounding"),
    ("percentage", "Sales fell 30 percent to $80 million from $100 million.",
     "100 million to 80 million is a fall of 20 %", "The text says 30 percent: does not agree"),
    ("percentage", "The share rose by 5 percent, from 40 percent to 45 percent.",
     "40 % to 45 % is a rise of 12.5 %, or 5 percentage points",
     "The text says 5 percent: that is the difference in percentage points"),
    ("percentage", "Output rose 25 percent to 120 tonnes from 160 tonnes.",
     "160 t to 120 t is a fall of 25 %", "The text says 25 percent, and a rise"),
    ("percentage", "The population fell by 10 percent between 2000 and 2010, from 20,100 to 18,000.",
     "20,100 to 18,000 is a fall of 10.4 %", "The text says 10 percent: agrees within rounding"),
    # multiples
    ("multiple", "Prices doubled from $100 to $200.",
     "100 to 200 is 2 times as much", "The text says “doubled”: agrees"),
    ("multiple", "Cases more than tripled to 250, from 100 a year earlier.",
     "100 to 250 is 2.5 times as much", "The text says “more than tripled”: does not agree"),
    ("multiple", "The budget nearly doubled from $41 million to $80 million.",
     "41 million to 80 million is 1.95 times as much", "The text says “nearly doubled”: agrees"),
    ("multiple", "The price halved from $5.40 to $2.70.", "5.4 to 2.7 is 0.5 times as much",
     "The text says “halved”: agrees"),
    # sums
    ("sum", "The attack killed 12 people: seven soldiers and six civilians.",
     "7 + 6 is 13", "The text says 12 people: does not agree"),
    ("sum", "The bus carried 14 people: nine men, three women and two children.",
     "9 + 3 + 2 is 14", "The text says 14 people: agrees"),
    ("sum", "A jury of 12 people (seven women and five men) sat for nine hours.",
     "7 + 5 is 12", "The text says 12 people: agrees"),
    ("sum", "The blast hurt 8 people, including 9 children.",
     "9 is more than 8", "The text gives 9 children as a part of 8 people"),
    # dates and ages
    ("weekday", "They met on Saturday, March 24, 2019, in the town hall.",
     "2019-03-24 is a Sunday, not a Saturday", "The text says Saturday, March 24, 2019"),
    ("age", "Mary Miller was born on May 3, 1971. On Monday Mary Miller, 44, moved to the coast.",
     "Born 1971-05-03, published 2024-11-14: 53 years old", "The text says 44: does not agree"),
    ("age", "Mary Miller was born in 1971. The 52-year-old Mary Miller moved to the coast.",
     "Born 1971, published 2024-11-14: 52 or 53 years old", "The text says 52-year-old: agrees"),
    ("age", "Tom Brown, 61, runs the shop. Brown was born in Leeds in 1961.",
     "Born 1961, published 2024-11-14: 62 or 63 years old", "The text says 61: does not agree"),
    # figures given twice
    ("magnitude", "The wall cost $2.5 million. Nobody knew why the wall cost $2.5 billion.",
     "“$2.5 million” and “$2.5 billion” are 1,000 times apart", "If they are of one thing, one is wrong"),
    # names
    ("second reference", "Brandt voted against it. Only then Edward Brandt went home.",
     "“Brandt” stands before “Edward Brandt”", "The full name comes later"),
    ("full name", "Mr. Brandt voted against it. Brandt then went home.",
     "“Brandt” stands alone, 2 times", "The full name is nowhere in the article"),
    ("full name", "Senator Okafor went home.", "“Okafor” stands alone, once",
     "The full name is nowhere in the article"),
    ("spelling", "Sergey Lavrov called in the morning. Then Sergei Lavrov hung up.",
     "“Sergey Lavrov” and “Sergei Lavrov” differ in a letter or two", "One name in two spellings, or two people"),
    ("spelling", "Lydia Buchtmann called in the morning. Then Ms. Bauchtman hung up.",
     "“Lydia Buchtmann” and “Bauchtman” differ in a letter or two", "One name in two spellings, or two people"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "working", "message"), SAID)
def test_said_with_its_working(tmp_path: Path, kind: str, text: str, working: str, message: str) -> None:
    assert [(check.working, check.message) for check in found(tmp_path, text, kind)] == [(working, message)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Sunday, March 24, 2019, in the town hall.",
        "Profit rose 5 percent, while debt went from $100 million to $120 million.",
        "The rate fell from 9 percent to 5 percent, and 20 percent of members left.",
        "Officials doubled the guard. Prices went from $10 to $15.",
        "On her behalf the fee went from $10 to $15.",
        "The attack killed 12 people, including seven soldiers and two civilians.",
        "The attack killed at least 12 people: seven soldiers and six civilians.",
        "They saw 12 people: among others seven soldiers and two civilians.",
        "Edward Brandt voted against it. Brandt then went home.",
        "“I asked Brandt to stay,” she said. Edward Brandt went home.",
        "“Ask Mr. Brandt,” she said.",
        "King Harald opened the bridge. Queen Sonja watched him.",
        "Dean Okafor went home.",
        "Anna Miller and Hanna Miller are sisters.",
        "John Miller left. Joan Miller stayed.",
        "Mary Miller was born in 1971. In 1985 Mary Miller, 14, moved to the coast.",
        "The wall cost $5 million. Sales of the company reached $5 billion.",
        "The wall cost $15 million. Sales of the company reached $15 billion.",
        "It was in the Edmonton Sun, August 16, 2008, she said.",
        "George W Bush spoke. George W. Bush left.",
        "Kareem Arabiya called. Kareem Iraqiya left.",
    ],
)
def test_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        ("Council sells 45 homes", "The council sold 46 homes.", [("Headline: 45 homes. Body: 46 homes", "45 homes")]),
        ("Storm costs town $60 million", "The wall broke.", [("Headline: $60 million", "$60 million")]),
        ("Storm kills 12 in the north", "Twelve people died.", []),
        ("About 5,000 march in the capital", "Police counted 4,970 people.", []),
        ("Five things to know about the vote", "The vote is on Sunday.", []),
        ("Mill cuts one in 12 jobs", "The mill will cut 400 jobs, one job in 12.", []),
    ],
)
def test_headlines(tmp_path: Path, headline: str, body: str, expected: list[tuple[str, str]]) -> None:
    checked = found(tmp_path, body, "headline", headline=f"{headline}\n\nBy Anna Berger\n\n")
    text = f"{headline}\n\nBy Anna Berger\n\n{body}"
    assert [(check.working, text[check.start : check.end]) for check in checked] == expected


def test_a_check_names_the_rows_that_it_concerns(tmp_path: Path, checklists: tuple[Checklist, ...]) -> None:
    path = tmp_path / "article.txt"
    path.write_text(HEADLINE + "The attack killed 12 people: seven soldiers and six civilians.", "utf-8")
    result = extract(articles.read_all([path], published={}), checklists, nlp=english.load())
    (check,) = result.checks
    rows = {row.id: row.text for row in result.assertions}
    assert len(check.assertions) == 3
    assert all(any(word in rows[row] for word in ("12", "seven", "six")) for row in check.assertions)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "word " * 3000 + ".",
        "from 1 to 2, " * 1000,
        "Anna Miller, 44, " * 500,
        "“" * 200 + "12 people: 3 men and 4 women" + "”" * 200,
        "doubled from 0 to 5 and fell from 0 percent to 5 percent, a drop of 5 percent.",
        "İstanbul doubled from 10 to 20.",
        "x" * 100_000,
    ],
)
def test_bad_input_is_read(tmp_path: Path, text: str) -> None:
    assert all(check.working for check in found(tmp_path, "The town met.\n\n" + text))


def test_samples_have_only_checks_that_hold(samples: object) -> None:
    said = [(check.article, check.kind) for check in samples.checks]  # type: ignore[attr-defined]
    assert said == [("S2", "weekday"), ("S2", "full name")]


def test_nothing_found_in_an_empty_page() -> None:
    from factcheck.models import Article
    from factcheck.spans import Spans

    assert checks.find(Article("S1", "a.txt", "", (), (), "0" * 64), (), (), Spans()) == ()
