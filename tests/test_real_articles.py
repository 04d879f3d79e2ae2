"""Two real articles, where they are beside the checkout: they are copyrighted, so only places are named here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.checklist import Checklist
from factcheck.models import Assertion, Quantity, Session, Time
from factcheck.run import run

FOLDER = Path(__file__).parent.parent.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real articles are not beside this checkout")

SAID: dict[tuple[str, int], set[str | None]] = {
    ("S1", 468): {"John Bolton"},
    ("S1", 538): {"John Bolton"},
    ("S1", 882): {"Mike Pompeo"},
    ("S1", 1102): {"State Department", "Mike Pompeo"},
    ("S1", 1178): {"State Department", "Mike Pompeo"},
    ("S1", 1884): {"Vladimir Padrino Lopez"},
    ("S1", 1528): {None},
    ("S1", 2421): {"Sergey Lavrov"},
    ("S1", 2483): {"Sergey Lavrov"},
    ("S1", 2596): {None, "Sergey Lavrov"},
    ("S1", 2836): {"Geng Shuang"},
    ("S1", 3084): {"Leonid Slutsky"},
    ("S1", 3300): {"Leonid Slutsky"},
    ("S1", 3717): {None},
    ("S1", 4014): {"Oleg Morozov"},
    ("S1", 4384): {"Maria Zakharova"},
    ("S1", 4610): {"Maria Zakharova"},
    ("S1", 5107): {"Mike Pompeo"},
    ("S1", 5263): {"Mike Pompeo"},
    ("S2", 1136): {"Maria Zakharova"},
    ("S2", 1276): {"Maria Zakharova"},
    ("S2", 2262): {"Konstantin Kosachev"},
    ("S2", 2320): {"Konstantin Kosachev"},
    ("S2", 2450): {"Konstantin Kosachev"},
}
"""Every quotation of four words or more, and shorter ones beside a verb of saying,
by where it begins, and who may be said to say it. Read by a person."""


@pytest.fixture(scope="module")
def real(checklists: tuple[Checklist, ...]) -> Session:
    return run([FOLDER], checklists=checklists, published={"S2": date(2019, 3, 27)})


def found(session: Session, words: str) -> list[Assertion]:
    return [each for each in session.assertions if words in each.text]


def relation(session: Session, *words: str) -> str | None:
    """The relation of the note that has an assertion for each of the words."""
    for note in session.notes:
        texts = [each.text for each in session.assertions if each.id in note.assertions]
        if all(any(word in text for text in texts) for word in words):
            return note.relation
    return None


def test_every_quotation_is_found_and_nine_in_ten_have_the_right_speaker(real: Session) -> None:
    quotations = {(each.article, each.start): each for each in real.assertions if each.type == "direct_quote"}
    assert set(quotations) == set(SAID)
    names = {place: each.attribution.name if each.attribution else None for place, each in quotations.items()}
    wrong = {place: name for place, name in names.items() if name not in SAID[place]}
    assert len(wrong) <= len(SAID) // 10, wrong


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("round 100 Russian military forces", "troop_count"),
        ("about 100 servicemen", "troop_count"),
        ("35 tons of cargo", "cargo_tonnage"),
        ("Russian-Venezuelan Threat Mitigation Act", "bill_name"),
        ("voice vote", "vote_method"),
    ],
)
def test_types(real: Session, words: str, kind: str) -> None:
    assert {each.type for each in found(real, words) if each.type != "direct_quote"} == {kind}


def test_counts_are_intervals(real: Session) -> None:
    for each in (*found(real, "round 100 Russian military forces"), *found(real, "about 100 servicemen")):
        assert isinstance(each.value, Quantity)
        assert (each.value.number, each.value.low, each.value.high) == (100, 90, 110)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("last Saturday", "2019-03-23"),
        ("over the weekend", "2019-03-23/2019-03-24"),
        ("March 25", "2019-03-25"),
        ("late Tuesday", "2019-03-26"),
    ],
)
def test_days(real: Session, words: str, edtf: str) -> None:
    (each,) = found(real, words)
    assert isinstance(each.value, Time)
    assert each.value.edtf == edtf


def test_notes(real: Session) -> None:
    assert relation(real, "round 100 Russian", "about 100 servicemen") == "agrees"
    assert relation(real, "last Saturday", "over the weekend") == "compatible"
    assert relation(real, "35 tons of cargo") == "single"
    assert relation(real, "strategic bombers", "two Russian planes") is None


def test_nothing_comes_from_what_stands_around_the_article(real: Session) -> None:
    """The first article ends at its last paragraph of body; biography, disclaimers and copyright follow."""
    first = real.articles[0]
    last = max(part.end for part in first.paragraphs if part.kind == "body")
    assert "Note to readers" in first.text[last : last + 40]
    assert all(each.end <= last for each in real.assertions if each.article == "S1")
