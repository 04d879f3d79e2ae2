"""Where what has a name stands on the calendar: days, months, years, seasons, quarters, decades, holidays."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from factcheck.values.times.context import NO_CENTURY, NO_DATE, NO_STORY, NO_YEAR, Context
from factcheck.values.times.nodes import Cycle, Date, Either, Fiscal, Holiday, Named, Years
from factcheck.values.times.periods import Period, add, holiday, unknown, whole
from factcheck.values.times.words import table

# So many times nearer must a month, or a day, be to be read against the tense beside it.
_AGAINST_TENSE, _AGAINST_TENSE_OF_A_DAY = 12, 3
_FISCAL = "a fiscal year: that of the United States government begins in October; others differ"
_SCHOOL = "a school year: it begins in August or September in most places; others differ"
_BEFORE_CHRIST = "before the calendar that days are counted in"


def named_day(node: Named, context: Context) -> Period:
    """A day counted from the day of publication: "yesterday"."""
    if context.published is None:
        return unknown(NO_DATE, timex="XXXX-XX-XX")
    day = whole("day", add(context.published, node.days, "day"))
    return replace(day, anchor=context.published, timex=f"{day.timex}T{node.part}" if node.part else day.timex)


def dated(node: Date, context: Context) -> Period:
    """A date as far as it is written; what is missing comes from the publication date or from the text before it."""
    if node.year is not None:
        return _with_year(node, node.year, context)
    if node.month is not None:
        return _without_year(node, node.month, context)
    return _weekday(node, context) if node.day is None else _day_of_month(node, node.day, context)


def _in_year(year: int, node: Date) -> Period:
    if node.month is None:
        return whole("year", date(year, 1, 1))
    if node.day and node.day > monthrange(year, node.month)[1]:
        return unknown(f"there is no day {node.day} in {year}-{node.month:02}", timex=_written(node, year))
    period = whole("day" if node.day else "month", date(year, node.month, node.day or 1))
    return _checked(period, node)


def _written(node: Date, year: int | None = None) -> str:
    """The date as far as it is written, with ``X`` for what is not."""
    shown = node.year if year is None or node.year is None else year
    day = f"-{node.day:02}" if node.day else ""
    return f"{shown:04}-{node.month:02}{day}" if shown is not None else f"XXXX-{node.month:02}{day}"


def _checked(period: Period, node: Date) -> Period:
    """Says so where a weekday does not go with its date."""
    if node.weekday is None or period.first is None or period.first.isoweekday() == node.weekday:
        return period
    names = {number: name.capitalize() for name, number in table("weekdays").items()}
    right, written = names[period.first.isoweekday()], names[node.weekday]
    return replace(period, why=f"{period.first} is a {right}, not a {written}")


def _with_year(node: Date, year: int, context: Context) -> Period:
    if year <= 0:
        edtf = f"-{-year:04}" if year else "0000"
        return Period("year", None, None, edtf, f"BC{1 - year:04}", why=_BEFORE_CHRIST)
    if not node.short_year:
        return _in_year(year, node)
    full = _full_year(year, context, ahead=10)
    if full is None:
        return unknown(NO_CENTURY, timex=f"XX{year:02}", unit="year")
    return replace(_in_year(full, node), anchor=context.published)


def _full_year(year: int, context: Context, *, ahead: int) -> int | None:
    """The year that two figures stand for: the last such up to ``ahead`` years after publication."""
    if context.published is not None:
        last = context.published.year + ahead
    elif context.story_year is not None:
        last = context.story_year + 50
    else:
        return None
    return last - (last - year) % 100


def _without_year(node: Date, month: int, context: Context) -> Period:
    told = context.dated
    if node.day and node.shift is None and told and told.first and (told.unit, told.first.month) == ("month", month):
        return _in_year(told.first.year, node)  # "in June 2013: 4,000 on June 5"
    anchor = context.anchor(story=node.story) or context.published
    if anchor is not None and (context.told is None or node.shift is not None):
        return replace(_in_year(_nearest_year(node, month, anchor, context), node), anchor=anchor)
    if context.story_year is None:
        edtf = _written(node)
        return unknown(NO_YEAR, edtf=edtf, timex=edtf, unit="day" if node.day else "month")
    story = context.dated.first if context.dated else None
    anchor = story if story and story.year == context.story_year else date(context.story_year, 1, 1)
    turned = anchor == story and anchor.month - month >= 9  # December, then "in January"
    return replace(_in_year(context.story_year + turned, node), anchor=anchor)


def _nearest_year(node: Date, month: int, anchor: date, context: Context) -> int:
    """The year of "March 25" or "March": by "last", "this", "next", by tense, else the nearest."""
    if node.shift == 0:
        return anchor.year
    here, there = (anchor.month, anchor.day if node.day else 0), (month, node.day or 0)
    if node.shift is not None:
        forward = node.shift > 0
        return anchor.year + (1 if forward else -1) * (here == there or (there > here) != forward)
    past, future = anchor.year - (there > here), anchor.year + (there < here)
    since = (anchor - date(past, month, min(node.day or 28, 28))).days
    ahead = (date(future, month, min(node.day or 1, 28)) - anchor).days
    against = _AGAINST_TENSE if node.day is None else _AGAINST_TENSE_OF_A_DAY
    if node.day is None and context.direction == -2:
        return past
    back, forth = {-2: (1, against), -1: (1, against), 0: (1, 1), 1: (against, 1)}[context.direction]
    return past if since * back <= ahead * forth else future


def _weekday(node: Date, context: Context) -> Period:
    """The nearest weekday that the tense allows, the same day too; "last" and "next" leave the same day out."""
    anchor = context.anchor(story=node.story, dated=True) or context.published
    weekday = node.weekday
    if anchor is None or weekday is None:
        return unknown(NO_STORY if node.story else NO_DATE, timex=f"XXXX-WXX-{weekday}")
    if context.begun is not None and node.shift is None:
        anchor = context.begun
        return replace(whole("day", anchor + timedelta((weekday - anchor.isoweekday()) % 7)), anchor=anchor)
    back, ahead = (anchor.isoweekday() - weekday) % 7, (weekday - anchor.isoweekday()) % 7
    match node.shift:
        case None:
            days = ahead if context.direction > 0 else -back
        case 0:
            days = weekday - anchor.isoweekday() if context.direction < 0 else ahead
        case 1 if not node.story:
            days = 7 + weekday - anchor.isoweekday()
        case shift:
            days = -(back or 7) if shift < 0 else ahead or 7
    return replace(whole("day", anchor + timedelta(days)), anchor=anchor)


def _day_of_month(node: Date, day: int, context: Context) -> Period:
    """A day of the month last named, else the nearest that the tense allows; a weekday with it must go with it."""
    story = context.dated if context.dated and context.dated.unit in {"day", "month"} else None
    anchor = story.first if story and node.weekday is None else context.published
    if anchor is None:
        return unknown(NO_DATE, edtf=f"XXXX-XX-{day:02}", timex=f"XXXX-XX-{day:02}")
    if story is not None and node.weekday is None:
        return replace(whole("day", anchor.replace(day=day)), anchor=anchor)
    months = [add(anchor.replace(day=1), step, "month") for step in range(-14, 15)]
    days = [first.replace(day=day) for first in months if (first + timedelta(day - 1)).month == first.month]
    fits = [one for one in days if node.weekday in {None, one.isoweekday()}]
    fits = [one for one in fits if (one <= anchor if context.direction < 0 else one >= anchor or not context.direction)]
    nearest = min(fits or days, key=lambda one: abs((one - anchor).days))
    return replace(_checked(whole("day", nearest), node), anchor=anchor)


def either(node: Either, context: Context) -> Period:
    """Both readings; one of them if only that goes with the weekday."""
    one, two = dated(node.american, context), dated(node.european, context)
    if node.american.weekday is not None and (one.why is None) != (two.why is None):
        return one if one.why is None else two
    if one.first is None or two.first is None:
        return one
    low, high = sorted((one.first, two.first))
    why = f"{one.first} with the month first, {two.first} with the day first"
    return Period("day", low, high, None, one.timex, anchor=one.anchor, why=why, known=False)


def on_holiday(node: Holiday, context: Context) -> Period:
    """A holiday: of its year, else by "last", "this", "next", by tense, or the nearest."""
    rule = table("holidays")[node.name]
    if node.year is not None:
        return whole("day", holiday(rule, node.year))
    anchor = context.published or context.anchor(story=True)
    if anchor is None:
        return unknown(NO_YEAR)
    days = [holiday(rule, anchor.year + step) for step in (-1, 0, 1)]
    if node.shift is not None:
        past, future = max(day for day in days if day < anchor), min(day for day in days if day > anchor)
        day = days[1] if node.shift == 0 else past if node.shift < 0 else future
    elif context.direction:
        day = (
            max(one for one in days if one <= anchor)
            if context.direction < 0
            else min(one for one in days if one >= anchor)
        )
    else:
        day = min(days, key=lambda one: abs((one - anchor).days))
    return replace(whole("day", day), anchor=anchor)


def cycle(node: Cycle, context: Context) -> Period:
    """A season, quarter or half of a year."""
    if node.unit == "season":
        month = next(one["month"] for one in table("seasons").values() if one["edtf"] == node.number)
    else:
        month = (3 if node.unit == "quarter" else 6) * (node.number - 1) + 1
    if node.year is not None:
        return whole(node.unit, date(node.year, month, 1))
    anchor = context.anchor(story=node.story)
    if anchor is None and context.story_year is not None:
        anchor = context.anchor(story=True)
        return replace(whole(node.unit, date(context.story_year, month, 1)), anchor=anchor)
    if anchor is None:
        return unknown(NO_YEAR, unit=node.unit)
    if node.unit != "season" and node.shift is not None:
        return replace(whole(node.unit, date(anchor.year + node.shift, month, 1)), anchor=anchor)
    return replace(_nearest_cycle(node, anchor, month, context), anchor=anchor)


def _nearest_cycle(node: Cycle, anchor: date, month: int, context: Context) -> Period:
    """The last one that is over for "last fall", the next to begin for "next fall"; else by tense, else the nearest."""
    spans = [
        (date(anchor.year + step, month, 1), whole(node.unit, date(anchor.year + step, month, 1)))
        for step in range(-2, 3)
    ]
    begun = [span for first, span in spans if first <= anchor]
    over = [span for span in begun if span.last and span.last < anchor]
    match node.shift:
        case None if context.direction < 0:
            return begun[-1]
        case None if context.direction > 0:
            return spans[len(over)][1]
        case None:
            return min(spans, key=lambda one: abs((one[0] - anchor).days))[1]
        case 0:
            return spans[2 - (month == 12 and anchor.month < 3)][1]
        case shift:
            return over[-1] if shift < 0 else spans[len(begun)][1]


def fiscal(node: Fiscal, context: Context) -> Period:
    """A fiscal year, as the United States government counts it, or a school year."""
    month, year = table("school year month" if node.school else "fiscal year month"), node.year
    if year is None:
        if context.published is None:
            return unknown(NO_DATE, unit="year")
        year = context.published.year + (context.published.month >= month) + (node.shift or 0)
    first = date(year - 1, month, 1)
    last = add(first, 12, "month") - timedelta(1)
    why, code = (_SCHOOL, "SY") if node.school else (_FISCAL, "FY")
    anchor = None if node.year else context.published
    return Period("year", first, last, f"{first:%Y-%m}/{last:%Y-%m}", f"{code}{year:04}", anchor=anchor, why=why)


def years(node: Years, context: Context) -> Period:
    """A decade or a century."""
    if node.before_christ:
        edtf = f"{-(node.first + 99):05}/{-node.first:05}"
        return Period("century", None, None, edtf, f"BC{node.first // 100:02}", why=_BEFORE_CHRIST)
    first = _full_year(node.first, context, ahead=0) if node.short else node.first
    if first is None:
        return unknown(NO_CENTURY, timex=f"XX{node.first // 10}", unit="decade")
    return whole("decade" if node.size == 10 else "century", date(max(first, 1), 1, 1))
