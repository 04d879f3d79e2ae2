"""Where what is counted stands on the calendar: "last week", "two days ago", "the past 20 years"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.values.times.context import NO_DATE, NO_STORY, Context
from factcheck.values.times.lengths import duration
from factcheck.values.times.nodes import Away, Lasting, Nth, Row, Stretch, Unit
from factcheck.values.times.periods import Period, add, nth_weekday, start_of, unknown, whole

_SHORT = frozenset({"second", "minute", "hour"})
_PLAIN: dict[str, tuple[Unit, int]] = {"fortnight": ("week", 2), "weekend": ("week", 1), "night": ("day", 1)}
HOW_MANY = "how many is not said"


def row(node: Row, context: Context) -> Period | None:
    """One of a row of units: the last, this, the next week."""
    if node.unit in _SHORT:
        return None
    day, fine = node.unit in {"day", "night"}, node.unit in {"day", "night", "week", "weekend"}
    anchor = context.anchor(story=node.story, dated=fine)
    if anchor is None and not day and not (node.story and node.shift == 0):
        # "the following week" where no date is named before, "the year" in a history
        anchor = context.published or context.anchor(story=True)
    if anchor is None:
        return unknown(NO_STORY if node.story else NO_DATE, unit=node.unit)
    shift = node.shift or 0
    if node.unit == "weekend":
        return replace(_weekend(node, anchor, context), anchor=anchor)
    if node.story and shift > 0 and day and context.dated and context.dated.last:
        anchor = context.dated.last
    unit = "day" if day else node.unit
    period = whole(unit, add(start_of(unit, anchor), shift, unit))
    return replace(period, anchor=anchor, timex=f"{period.timex}TNI" if node.unit == "night" else period.timex)


def _weekend(node: Row, anchor: date, context: Context) -> Period:
    """The weekend is today's, else the last or by tense the next; "this weekend" the next or by tense the last."""
    here = start_of("weekend", anchor)
    if node.shift:
        return whole("weekend", add(here, node.shift, "week"))
    back = context.direction < 0 if node.shift == 0 else context.direction <= 0
    return whole("weekend", add(here, -1, "week") if back and anchor < here and not node.story else here)


def away(node: Away, base: Period | None, context: Context) -> Period | None:
    """So many units before or after ``base``: as exact as the unit, but to the day from a day that is named."""
    story = node.of == "story"
    if base is None or base.first is None:
        return unknown(NO_STORY if story else NO_DATE, unit=node.unit)
    anchor, amount = base.first, node.amount
    if node.unit in _SHORT:
        days = int(amount // 24) if amount is not None and node.unit == "hour" else 0
        return replace(whole("day", anchor + timedelta(node.sign * days)), anchor=anchor) if node.of == "now" else None
    if amount is None:
        return _some(node, base, anchor)
    unit, times = _PLAIN.get(node.unit, (node.unit, 1))
    steps = amount * times
    if steps != int(steps):
        if unit != "year":
            return None
        steps, unit = round(steps * 12), "month"
    if story and unit == "day" and base.unit != "day":
        return unknown("the day that it is counted from is not said", unit=unit)
    start = base.last if node.sign > 0 and base.last is not None and base.unit == "day" else anchor
    day = add(start, node.sign * int(steps), unit)
    if isinstance(node.of, str):
        grain: Unit = "year" if unit == "decade" else unit
    else:
        grain = base.unit
    return replace(whole(grain, day), anchor=anchor)


def _some(node: Away, base: Period, anchor: date) -> Period:
    """Some time up to then, or from then on: "a few months ago"."""
    grain, _ = _PLAIN.get(node.unit, (node.unit, 1))
    edtf = whole(grain, anchor).edtf or ""
    if node.sign < 0:
        return Period(node.unit, None, anchor, f"../{edtf.split('/')[-1]}", "PAST_REF", anchor=anchor, why=HOW_MANY)
    return Period(node.unit, anchor, None, f"{edtf.split('/')[0]}/..", "FUTURE_REF", anchor=anchor, why=HOW_MANY)


def stretch(node: Stretch, context: Context) -> Period | None:
    """So many units up to or from now, or from the last date named where the sentence looks back."""
    timex = duration(node.amount, node.unit)
    anchor = context.published
    if node.story and context.story is not None and (anchor is None or context.direction < 0):
        anchor = context.story.last if node.sign > 0 else context.story.first
    if anchor is None:
        return unknown(NO_STORY if node.story else NO_DATE, timex=timex, unit=node.unit)
    if node.unit in _SHORT:
        return None
    if node.amount is None or node.amount != int(node.amount):
        return unknown(HOW_MANY, timex=timex, unit=node.unit)
    unit, times = _PLAIN.get(node.unit, (node.unit, 1))
    steps = node.sign * int(node.amount) * times
    if unit == "quarter":  # whole ones
        here = start_of("quarter", anchor)
        first = add(here, steps if steps < 0 else 1, unit)
        last = add(first, abs(steps), unit) - timedelta(1)
        return Period(unit, first, last, f"{first:%Y-%m}/{last:%Y-%m}", timex, anchor=anchor)
    grain: Unit
    other = add(anchor, steps, unit)
    first, last = (other, anchor) if steps < 0 else (anchor, other)
    if unit in {"year", "decade", "century"}:
        edtf, grain = f"{first.year:04}/{last.year:04}", "year"
    elif unit == "month":
        edtf, grain = f"{first:%Y-%m}/{last:%Y-%m}", "month"
    else:
        if unit == "business day":
            first, last = (add(anchor, sign, unit) if sign else other for sign in ((1, 0) if steps > 0 else (0, -1)))
            return Period("day", first, last, f"{first}/{last}", timex, anchor=anchor)
        first = first + timedelta(1) if steps > 0 else first
        return Period(unit, first, last, f"{first}/{last}", timex, anchor=anchor)
    if steps < 0:
        return Period(unit, start_of(grain, first), last, edtf, timex, anchor=anchor)
    return Period(unit, first, whole(grain, last).last, edtf, timex, anchor=anchor)


def lasting(node: Lasting, inner: Period) -> Period:
    """So many units from the first day of ``inner`` on."""
    if inner.first is None or inner.unit != "day":
        return inner
    unit, times = _PLAIN.get(node.unit, (node.unit, 1))
    last = add(inner.first, node.amount * times, unit) - timedelta(1)
    timex = duration(node.amount, node.unit)
    return replace(inner, last=last, edtf=f"{inner.first}/{last}", timex=timex)


def nth(node: Nth, inner: Period) -> Period:
    """The n-th unit or weekday of a period. A week belongs to the month or year that its Thursday is in (ISO 8601)."""
    first, last = inner.first, inner.last
    if first is None or last is None:
        return inner
    if isinstance(node.unit, int):
        return replace(whole("day", _nth_weekday(node.number, node.unit, inner, first, last)), anchor=inner.anchor)
    unit, size = node.unit, node.amount
    if node.number < 0:
        start = start_of(unit, last) if size == 1 else add(last, -size, unit) + timedelta(1)
        end = last
        if unit == "week" and size == 1 and last - start < timedelta(3):
            start -= timedelta(7)
    else:
        start = start_of(unit, first + timedelta(3)) if unit == "week" and inner.unit in {"month", "year"} else first
        start = add(start, (node.number - 1) * size, unit)
        end = add(start, size, unit) - timedelta(1)
    if size == 1:
        return replace(whole(unit, start), anchor=inner.anchor)
    return Period(unit, start, end, f"{start}/{end}", duration(size, unit), anchor=inner.anchor)


def _nth_weekday(number: int, weekday: int, inner: Period, first: date, last: date) -> date:
    if inner.unit == "month":
        return nth_weekday(first.year, first.month, weekday, number)
    if number < 0:
        return last - timedelta((last.isoweekday() - weekday) % 7)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
