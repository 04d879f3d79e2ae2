"""Numbers as written, with their ranges and hedges."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import numbers

NLP = spacy.blank("en")


def read(text: str) -> list[tuple[str, object, object, object]]:
    return [
        (text[one.start : one.end], one.number, one.low, one.high) for one in numbers.find(NLP(text)) if not one.ordinal
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("1,234,567.5", 1234567.5),
        ("12,50,000", 1250000),
        ("1 200 000", 1200000),
        ("1\N{NO-BREAK SPACE}200", 1200),
        (".5", 0.5),
        ("-5", -5),
        ("−5", -5),
        ("minus seven", -7),
        ("4e3", 4000),
        ("2.5 × 10^6", 2500000),
        ("3½", 3.5),
        ("½", 0.5),
        ("1/2", 0.5),
        ("2 1/2", 2.5),
        ("20k", 20000),
        ("2.8bn", 2800000000),
        ("1.2-million", 1200000),
        ("4 hundred million", 400000000),
        ("25 lakh", 2500000),
        ("3 crore", 30000000),
        ("seven", 7),
        ("twenty-five", 25),
        ("two hundred and five", 205),
        ("two hundred and five thousand", 205000),
        ("one thousand and five hundred", 1500),
        ("thirty-one thousand four hundred seventy-two", 31472),
        ("a hundred", 100),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("quarter million", 250000),
        ("three-quarters", 0.75),
        ("two-thirds", 2 / 3),
        ("a third of", 1 / 3),
        ("one and a half million", 1500000),
        ("two and a half", 2.5),
        ("five point five", 5.5),
        ("sixfold", 6),
        ("one in five", 0.2),
        ("nine out of 10", 0.9),
    ],
)
def test_a_number(text: str, number: float) -> None:
    (found,) = read(text)
    assert found[1] == pytest.approx(number)
    assert found[2] == found[3] == found[1]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2 to 3 million", 2000000, 3000000),
        ("from 5 to 7", 5, 7),
        ("12–15", 12, 15),
        ("12-15", 12, 15),
        ("between 100 and 150", 100, 150),
        ("between one hundred and two hundred", 100, 200),
        ("two or three", 2, 3),
        ("from 800 to 1.3 million", 800, 1300000),
        ("more than 10 and less than 40", 10, 40),
        ("at least 20 but fewer than 30", 20, 30),
        ("dozens", 24, 100),
        ("several dozen", 36, 108),
        ("tens of thousands", 20000, 100000),
        ("a few hundred", 300, 500),
        ("few hundred", 300, 500),
        ("a couple of thousand", 2000, 3000),
    ],
)
def test_an_interval_without_a_number(text: str, low: float, high: float) -> None:
    assert read(text) == [(text, None, low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 100", 90, 110),
        ("some 100", 90, 110),
        ("an estimated 100", 90, 110),
        ("around roughly 100", 90, 110),
        ("100 or so", 90, 110),
        ("100-odd", 90, 110),
        ("nearly 100", 90, 100),
        ("just over 100", 100, 110),
        ("more than 100", 100, None),
        ("over 100", 100, None),
        ("at least 100", 100, None),
        ("no fewer than 100", 100, None),
        (">= 100", 100, None),
        ("100-plus", 100, None),
        ("100+", 100, None),
        ("100 or more", 100, None),
        ("fewer than 100", None, 100),
        ("up to 100", None, 100),
        ("as many as 100", None, 100),
        ("no more than 100", None, 100),
        ("sub-100", None, 100),
        ("100 at most", None, 100),
        ("at least about 100", 90, None),
        ("100 plus or minus 5", 95, 105),
        ("100 ± 5", 95, 105),
    ],
)
def test_a_hedge_widens(text: str, low: float | None, high: float | None) -> None:
    assert read(text) == [(text, 100, low, high)]


def test_a_hedge_keeps_the_order_of_a_negative_interval() -> None:
    assert read("about -10") == [("about -10", -10, -11, -9)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two and three", [2, 3]),
        ("one hundred and two hundred", [100, 200]),
        ("12, 15", [12, 15]),
        ("nineteen eighty-four", [19, 84]),
        ("12:30", []),
        ("192.168.1.2", []),
    ],
)
def test_numbers_that_do_not_join(text: str, found: list[int]) -> None:
    assert [number for _, number, _, _ in read(text)] == found


@pytest.mark.parametrize(
    ("text", "number"), [("21st", 21), ("twenty-first", 21), ("the third man", 3), ("a third man", 3), ("11th", 11)]
)
def test_ordinals_are_told_apart(text: str, number: int) -> None:
    (found,) = numbers.find(NLP(text))
    assert (found.number, found.ordinal) == (number, True)


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_read_back(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        assert read(text) == [(text, number, number, number)]


@given(st.text(alphabet=st.sampled_from("0123456789.,-–/ aboutfivehundred%$€½\n\"'()")))
def test_any_text_is_read_and_slices_are_within(text: str) -> None:
    for one in numbers.find(NLP(text)):
        assert 0 <= one.start < one.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high


@pytest.mark.parametrize("word", ["hundred ", "million ", "half a million ", "dozens of million ", "9e99 trillion "])
def test_endless_scales_stay_finite(word: str) -> None:
    for one in numbers.find(NLP(word * 300)):
        assert one.low is not None and one.high is not None
        assert 0 < one.low <= one.high < 10**300
