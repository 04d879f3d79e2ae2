"""The sample articles, from files to notes: what a checker would be shown."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import export
from factcheck.checklist import Checklist
from factcheck.models import Assertion, Quantity, Session, Time
from factcheck.run import run

SEEDS = Path(__file__).parent.parent / "seeds"


def found(session: Session, article: str, words: str) -> Assertion:
    """The assertion of ``article`` whose text is ``words``; the first where there are several."""
    return next(each for each in session.assertions if (each.article, each.text) == (article, words))


def notes(session: Session) -> dict[frozenset[str], str]:
    """The relation of every note by the words that it relates; the words of one article once."""
    words = {each.id: each.text for each in session.assertions}
    return {frozenset(words[ident] for ident in note.assertions): note.relation for note in session.notes}


@pytest.mark.parametrize(
    ("article", "words", "kind"),
    [
        ("S1", "about 100 servicemen", "troop_count"),
        ("S1", "35 tons of cargo", "cargo_tonnage"),
        ("S1", "Russian-Venezuelan Threat Mitigation Act", "bill_name"),
        ("S1", "voice vote", "vote_method"),
        ("S1", "March 25", "date"),
        ("S1", "More than 50 countries", "quantity"),
        ("S1", "Russian Foreign Ministry spokeswoman Maria Zakharova", "name_title"),
        ("S1", '"Russia has to get out"', "direct_quote"),
        ("S2", "99 soldiers", "troop_count"),
        ("S2", "36 tonnes of freight", "cargo_tonnage"),
        ("S1", "Two Russian air force planes", "aircraft_count"),
        ("S3", "at least $60 million", "money"),
        ("S4", "15 percent", "percentage"),
    ],
)
def test_types(samples: Session, article: str, words: str, kind: str) -> None:
    assert found(samples, article, words).type == kind


@pytest.mark.parametrize(
    ("article", "words", "earliest", "latest"),
    [
        ("S1", "Saturday", "2019-03-23", "2019-03-23"),
        ("S1", "late Tuesday", "2019-03-26", "2019-03-26"),
        ("S1", "March 25", "2019-03-25", "2019-03-25"),
        ("S2", "last weekend", "2019-03-23", "2019-03-24"),
        ("S4", "late Thursday", "2024-11-14", "2024-11-14"),
    ],
)
def test_days(samples: Session, article: str, words: str, earliest: str, latest: str) -> None:
    value = found(samples, article, words).value
    assert isinstance(value, Time)
    assert (value.earliest, value.latest) == (date.fromisoformat(earliest), date.fromisoformat(latest))


def test_an_unclear_ton_is_an_interval_and_says_why(samples: Session) -> None:
    value = found(samples, "S1", "35 tons of cargo").value
    assert isinstance(value, Quantity)
    assert (value.number, value.low, value.high, value.unit) == (35, 31.75, 35, "t")
    assert value.reason and "ton" in value.reason


def test_a_weekday_that_does_not_fit_its_date_is_flagged(samples: Session) -> None:
    value = found(samples, "S2", "Saturday, March 24").value
    assert isinstance(value, Time)
    assert value.reason and "Sunday" in value.reason


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ({"35 tons of cargo", "35 tons of 'technical material'", "36 tonnes of freight"}, "differs"),
        ({"about 100 servicemen", "Around 100 Russian troops", "99 soldiers"}, "compatible"),
        ({"March 25", "March 26"}, "differs"),
        ({"Saturday", "last weekend"}, "compatible"),
        ({"104 miles an hour", "167 kilometres an hour"}, "compatible"),
        ({"9 feet", "2.7 metres"}, "compatible"),
        ({"$2.4 million in emergency aid", "$2.6 million on emergency aid"}, "differs"),
        ({"kills three", "killing three people", "killed four people"}, "incomparable"),  # on two days
        ({"within 90 days", "within 120 days"}, "differs"),
        ({'"Russia has to get out"', '"Russia has to get out."'}, "agrees"),
    ],
)
def test_notes(samples: Session, words: set[str], relation: str) -> None:
    assert notes(samples).get(frozenset(words)) == relation


@pytest.mark.parametrize(
    ("article", "words", "name"),
    [
        ("S1", '"Russia has to get out"', "Donald Trump"),
        ("S1", '"We\'ll see. All options are open."', "Donald Trump"),
        ("S2", '"Russia is not threatening anyone."', "Maria Zakharova"),
        ("S3", '"But you can\'t move a whole town in one night."', "Dale Whitcomb"),
        ("S4", "“spent every dollar it was given.”", "Helen Okafor"),
        ("S4", "“This is a down payment, not a rescue,”", "Aisha Grant"),
    ],
)
def test_who_said_it(samples: Session, article: str, words: str, name: str) -> None:
    said_by = found(samples, article, words).attribution
    assert said_by and said_by.name == name


def test_nothing_comes_from_furniture(samples: Session) -> None:
    for article in samples.articles:
        furniture = [part for part in article.paragraphs if part.kind == "furniture"]
        assert furniture
        for each in (*samples.assertions, *samples.unmatched):
            if each.article == article.id:
                assert not any(part.start <= each.start < part.end for part in furniture)


def test_what_is_printed_is_a_verbatim_slice(samples: Session) -> None:
    texts = {article.id: article.text for article in samples.articles}
    for each in samples.assertions:
        text = texts[each.article]
        assert text[each.start : each.end] == each.text
        assert text[each.statement.start : each.statement.end] == each.statement.text
        assert each.statement.start <= each.start < each.end <= each.statement.end
        if each.attribution:
            assert text[each.attribution.start : each.attribution.end] == each.attribution.speaker


def test_every_sentence_has_a_row_or_is_listed(samples: Session) -> None:
    for article in samples.articles:
        covered = {
            (each.statement.start, each.statement.end) for each in samples.assertions if each.article == article.id
        }
        covered |= {(each.start, each.end) for each in samples.unmatched if each.article == article.id}
        ends = 0
        for start, end in sorted(covered):
            assert ends <= start, "a sentence is listed twice"
            ends = end
        for part in article.paragraphs:
            if part.kind != "furniture":
                letters = sum(map(str.isalnum, article.text[part.start : part.end]))
                listed = sum(
                    sum(map(str.isalnum, article.text[max(start, part.start) : min(end, part.end)]))
                    for start, end in covered
                )
                assert letters == listed


def test_the_order_of_the_articles_does_not_change_the_notes(checklists: tuple[Checklist, ...]) -> None:
    paths = sorted(SEEDS.iterdir())[:3]

    def told(order: tuple[Path, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
        session = run(order, checklists=checklists)
        path = {article.id: article.path for article in session.articles}
        words = {each.id: (path[each.article], each.text, each.start) for each in session.assertions}
        return sorted((note.relation, sorted(words[ident] for ident in note.assertions)) for note in session.notes)

    first, *others = [told(order) for order in permutations(paths)]
    assert all(other == first for other in others)


def test_the_same_input_gives_the_same_bytes(samples: Session, checklists: tuple[Checklist, ...]) -> None:
    again = run([SEEDS], checklists=checklists)
    assert export.to_json(again) == export.to_json(samples)
    assert export.to_csv(again) == export.to_csv(samples)
    assert json.loads(export.to_json(samples))["assertions"]


@settings(max_examples=40)
@given(text=st.text(max_size=400).filter(str.strip))
def test_any_text_is_read_or_refused(
    text: str, checklists: tuple[Checklist, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    from factcheck.errors import FactcheckError

    path = tmp_path_factory.mktemp("any") / "any.txt"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        session = run([path], checklists=checklists)
    except FactcheckError:
        return
    test_what_is_printed_is_a_verbatim_slice(session)
    test_every_sentence_has_a_row_or_is_listed(session)
