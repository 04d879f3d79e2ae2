"""Intervals on a common scale, for the small pictures beside figures and dates."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import Money, Percent, Quantity, Time, Value
from factcheck.worksheet.pack import Bar

EDGE = 8.0
"""Percent of the scale left free on both sides, where open ends run out."""
DIGITS = 2
"""Decimal places of a position: a hundredth of a percent is less than a printer can show."""

Bounds = tuple[float | None, float | None]


def bars(values: Sequence[Value]) -> tuple[Bar | None, ...]:
    """The interval of each value, all on one linear scale from the lowest to the highest end.

    All are ``None`` where there is nothing to see: values of different units or without a number, or all the same.
    """
    spans = [_bounds(value) for value in values]
    ends = [end for span in spans for end in span if end is not None]
    if len({_unit(value) for value in values}) > 1 or len(set(spans)) < 2 or len(set(ends)) < 2:
        return (None,) * len(values)
    low, width = min(ends), max(ends) - min(ends)
    return tuple(_bar(span, low, width) for span in spans)


def steps(spans: Sequence[tuple[int, int]]) -> tuple[Bar, ...]:
    """Each stretch on a scale with one step for every different end, whatever lies between two of them."""
    ends = sorted({end for span in spans for end in span})
    order = {end: index for index, end in enumerate(ends)}
    step = 100 / max(1, len(ends))
    return tuple(
        Bar(round(order[first] * step, DIGITS), round((order[last] - order[first] + 1) * step, DIGITS))
        for first, last in spans
    )


def _bar(span: Bounds, low: float, width: float) -> Bar | None:
    if span == (None, None):
        return None
    first, last = (None if end is None else EDGE + (end - low) / width * (100 - 2 * EDGE) for end in span)
    left = 0.0 if first is None else first
    right = 100.0 if last is None else last
    return Bar(round(left, DIGITS), round(right - left, DIGITS), first is None, last is None)


def _bounds(value: Value) -> Bounds:
    if isinstance(value, Quantity | Money | Percent):
        return value.low, value.high
    if isinstance(value, Time):
        first, last = value.earliest, value.latest
        return first.toordinal() if first else None, last.toordinal() + 1 if last else None
    return None, None


def _unit(value: Value) -> tuple[str, str | None, str | None]:
    if isinstance(value, Quantity):
        return value.kind, value.unit, value.per
    if isinstance(value, Money):
        return value.kind, value.currency, value.per
    if isinstance(value, Percent):
        return value.kind, value.unit, None
    return value.kind, None, None
