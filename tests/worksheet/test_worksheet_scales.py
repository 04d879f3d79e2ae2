"""Bars: where intervals stand on their common scale."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.models import Law, Money, Percent, Quantity, Time, Value
from factcheck.worksheet import scales
from factcheck.worksheet.pack import Bar

FIRST, SECOND = date(2024, 2, 29), date(2024, 3, 1)


def count(low: float | None, high: float | None, unit: str | None = None) -> Quantity:
    return Quantity(number=low, low=low, high=high, unit=unit)


def days(first: date | None, last: date | None) -> Time:
    return Time(edtf=None, earliest=first, latest=last, resolved=True)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([count(7, 7), count(9, 9)], (Bar(8, 0), Bar(92, 0))),
        ([count(90, 110), count(100, 100)], (Bar(8, 84), Bar(50, 0))),
        ([count(10, None), count(20, 20)], (Bar(8, 92, open_right=True), Bar(92, 0))),
        ([count(None, 10), count(0, 0)], (Bar(0, 92, open_left=True), Bar(8, 0))),
        ([count(1, 1), count(2, 2), count(None, None)], (Bar(8, 0), Bar(92, 0), None)),
        (
            [days(date(2024, 3, 1), date(2024, 3, 1)), days(date(2024, 3, 1), date(2024, 3, 2))],
            (Bar(8, 42), Bar(8, 84)),
        ),
    ],
)
def test_intervals_stand_on_one_scale(values: list[Value], expected: tuple[Bar | None, ...]) -> None:
    assert scales.bars(values) == expected


@pytest.mark.parametrize(
    "values",
    [
        [],
        [count(7, 7), count(7, 7)],
        [count(7, 7, "km"), count(9, 9, "mi")],
        [count(None, None), count(9, 9)],
        [Percent(number=1, low=1, high=1), count(2, 2)],
        [Money(number=1, low=1, high=1, currency="EUR"), Money(number=2, low=2, high=2, currency="USD")],
        [Law(name="Flood Relief Act"), Law(name="Flood Act")],
    ],
)
def test_there_is_no_picture_where_there_is_nothing_to_see(values: list[Value]) -> None:
    assert set(scales.bars(values)) <= {None}


def test_steps_keep_the_order_and_not_the_distance() -> None:
    assert scales.steps([(1, 1), (1, 900), (700, 900)]) == (Bar(0, 33.33), Bar(0, 100), Bar(33.33, 66.67))
    assert scales.steps([]) == ()
