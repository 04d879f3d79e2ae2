from datetime import date
from itertools import product

import pytest

from factcheck.compare import relate
from factcheck.models import Law, Money, Name, Number, Percent, Quantity, Quote, Time, Value, Vote


def count(number: Number | None, low: Number | None, high: Number | None, unit: str | None = None) -> Quantity:
    return Quantity(number=number, low=low, high=high, unit=unit)


def money(number: Number, currency: str | None) -> Money:
    return Money(number=number, low=number, high=number, currency=currency)


def percent(number: Number) -> Percent:
    return Percent(number=number, low=number, high=number)


def days(first: str, last: str | None = None) -> Time:
    return Time(edtf=first, earliest=date.fromisoformat(first), latest=date.fromisoformat(last or first), resolved=True)


OPEN = Time(edtf=None, resolved=False, reason="no date of publication")

TABLE: list[tuple[Value, Value, str]] = [
    (count(100, 90, 110), count(100, 90, 110), "agrees"),
    (count(100, 90, 110), count(99, 99, 99), "compatible"),
    (count(100, 90, 110), count(120, 120, 120), "differs"),
    (count(1200, 1200, None), count(1500, 1500, 1500), "compatible"),
    (count(1200, 1200, None), count(1000, 1000, 1000), "differs"),
    (count(None, 24, 84), count(50, 50, 50), "compatible"),
    (count(35, 31.75, 35, "t"), count(36, 36, 36, "t"), "differs"),
    (count(35, 31.75, 35, "t"), count(33, 33, 33, "t"), "compatible"),
    (count(9, 9, 9, "ft"), count(2.7, 2.7, 2.7, "m"), "compatible"),
    (count(9, 9, 9, "ft"), count(4, 4, 4, "m"), "differs"),
    (count(9, 9, 9, "m"), count(9, 9, 9, "t"), "incomparable"),
    (money(60, "USD"), money(60, "USD"), "agrees"),
    (money(60, "USD"), money(60, "EUR"), "incomparable"),
    (money(60, None), money(60, "USD"), "incomparable"),
    (money(60, None), money(61, None), "differs"),
    (
        Money(number=60, low=60, high=60, reason="USD, CAD"),
        Money(number=60, low=60, high=60, reason="SEK"),
        "incomparable",
    ),
    (Money(number=60, low=60, high=60, reason="USD, CAD"), Money(number=60, low=60, high=60, reason="USD"), "agrees"),
    (Money(number=60, low=60, high=60, per="a"), Money(number=60, low=60, high=60), "compatible"),
    (Money(number=60, low=60, high=60, per="a"), Money(number=60, low=60, high=60, per="d"), "incomparable"),
    (Money(number=60, low=60, high=60, per="a"), Money(number=61, low=61, high=61), "incomparable"),
    (percent(31.6), percent(32), "compatible"),
    (percent(31.4), percent(32), "differs"),
    (percent(47), percent(45), "differs"),
    (count(41_210, 41_210, 41_210), count(41_000, 41_000, 41_000), "compatible"),
    (count(41_210, 41_210, 41_210), count(41_120, 41_120, 41_120), "differs"),
    (count(103, 103, 103), count(100, 100, 100), "differs"),
    (count(3_400_000, 3_400_000, 3_400_000), count(3_000_000, 3_000_000, 3_000_000), "differs"),
    (
        Percent(number=3, low=3, high=3),
        Percent(number=3, low=3, high=3, unit="points"),
        "incomparable",
    ),
    (days("2019-03-23"), days("2019-03-23"), "agrees"),
    (days("2019-03-23"), days("2019-03-23", "2019-03-24"), "compatible"),
    (days("2019-03-23"), days("2019-03-24"), "differs"),
    (days("2019-03-23"), OPEN, "incomparable"),
    (Law(name="Clean Rivers Act"), Law(name="the Clean Rivers Act"), "agrees"),
    (Law(name="Clean Rivers Act"), Law(name="Clean Rivers Act", number="H.R. 12"), "compatible"),
    (Law(name="Clean Rivers Act"), Law(name="Clean Rivers Act of 2018"), "compatible"),
    (Law(name=None, number="H.R. 12"), Law(name=None, number="H.R. 13"), "differs"),
    (Law(name="Clean Rivers Act", number="H.R. 12"), Law(name="Dirty Rivers Act", number="H.R. 12"), "differs"),
    (Vote(method="voice vote"), Vote(method="voice vote"), "agrees"),
    (Vote(method="voice vote"), Vote(method="roll call"), "differs"),
    (Vote(method="roll call", yeas=7, nays=2), Vote(method="roll call", yeas=6, nays=3), "differs"),
    (Vote(method="roll call", yeas=7, nays=2), Vote(method=None, yeas=7, nays=2), "compatible"),
    (Name(name="Ann Lee", role="mayor"), Name(name="Ann Lee", role="Mayor"), "agrees"),
    (Name(name="Ann Lee", role="mayor of Leith"), Name(name="Ann Lee", role="mayor"), "compatible"),
    (Name(name="Ann Lee", role="mayor"), Name(name="Ann Lee", role="senator"), "incomparable"),
    (Name(name="Sergei Lavrov"), Name(name="Sergey Lavrov"), "differs"),
    (Quote(words="We will stay."), Quote(words="we will stay"), "agrees"),
    (Quote(words="We will stay as long as needed"), Quote(words="stay as long"), "compatible"),
    (Quote(words="We will stay here"), Quote(words="We will not stay here"), "differs"),
    (Quote(words="It's a good deal"), Quote(words="It is a good deal"), "compatible"),
    (Quote(words="We won't stay, can't stay"), Quote(words="We will not stay, cannot stay"), "compatible"),
    (Name(name="Ann Lee", role="Gov."), Name(name="Ann Lee", role="Governor"), "compatible"),
    (Money(number=60, low=60, high=60, reason="one of CHF, XOF"), money(60, "CHF"), "compatible"),
    (Money(number=60, low=60, high=60, reason="one of CHF, XOF"), money(61, "CHF"), "incomparable"),
    (Quote(words="We will stay here"), days("2019-03-23"), "incomparable"),
]


@pytest.mark.parametrize(("one", "other", "relation"), TABLE)
def test_relation(one: Value, other: Value, relation: str) -> None:
    assert relate(one, other).relation == relation


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("the people's trust was lost", "the people trust was lost", "one has “people” where the other has “people's”"),
        ("It's a sad end", "It is a very sad end", "one has “nothing” where the other has “very”"),
        ("They sold the public trust", "They sold your public trust", "one has “the” where the other has “your”"),
    ],
)
def test_the_words_that_differ_are_said_whole(one: str, other: str, why: str) -> None:
    assert relate(Quote(words=one), Quote(words=other)) == relate(Quote(words=other), Quote(words=one))
    assert relate(Quote(words=one), Quote(words=other)).why == why


def since(iso: str) -> Time:
    first = date.fromisoformat((iso + "-01-01")[:10])
    return Time(edtf=f"{iso}/..", earliest=first, latest=None, resolved=True)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2018", "2019", "differs"),
        ("2018", "2018-05", "compatible"),
        ("2018-05", "2018-05-09", "compatible"),
        ("2018-05-08", "2018-05-09", "differs"),
        ("2018", "2018", "agrees"),
    ],
)
def test_what_goes_on_since_two_times(one: str, other: str, relation: str) -> None:
    assert relate(since(one), since(other)).relation == relation


def test_relating_is_symmetrical() -> None:
    for one, other in product([row[0] for row in TABLE], [row[1] for row in TABLE]):
        assert relate(one, other) == relate(other, one), (one, other)


@pytest.mark.parametrize("value", [row[0] for row in TABLE])
def test_a_value_never_differs_from_itself(value: Value) -> None:
    assert relate(value, value).relation in ("agrees", "compatible", "incomparable")


@pytest.mark.parametrize(
    ("one", "other", "slipped"),
    [
        (7.25, 7.52, True),
        (3_400_000, 4_300_000, True),
        (7.25, 72.5, False),
        (60, 600, False),
        (36, 63, True),
        (4, 5, False),
    ],
)
def test_digits_in_another_order_are_said(one: float, other: float, slipped: bool) -> None:
    assert relate(count(one, one, one), count(other, other, other)).why.endswith("in another order") == slipped
