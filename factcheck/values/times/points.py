"""Places on the calendar, with the week or year and the time of day that stand with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.values.times import clock, dates, figures, relative, years
from factcheck.values.times.dates import Found
from factcheck.values.times.nodes import (
    Around,
    Away,
    Clock,
    Date,
    DayPart,
    Either,
    Holiday,
    Named,
    Node,
    Nth,
    Range,
    Row,
)
from factcheck.values.times.words import Words, table

Parser = Callable[[Words, int], Found]

_WITH_FIGURES: tuple[Parser, ...] = (
    figures.numeric, dates.year_first, years.quarter, years.season, years.decade, years.century,
    dates.day_first, dates.day_of_list, relative.away, relative.shifted, years.year,
)  # fmt: skip
_WITH_WORDS: tuple[Parser, ...] = (
    relative.named_day, relative.holiday, years.fiscal, years.quarter, years.season, years.decade, years.century,
    dates.day_first, dates.day_of_list, dates.month_date, relative.stepped, relative.away, relative.shifted,
    relative.weekday, dates.the_day, years.year,
)  # fmt: skip
_DAYS: tuple[Parser, ...] = (
    relative.named_day, relative.holiday, figures.numeric, dates.day_first, dates.month_date,
    relative.weekday, relative.shifted,
)  # fmt: skip


def point(words: Words, i: int) -> Found:
    """A place on the calendar with nothing before it; its week or year and its time of day after it."""
    for parser in _WITH_FIGURES if words.low[i].isdigit() else _WITH_WORDS:
        found = parser(words, i)
        if found is not None:
            node, last = _with_row(words, *found)
            timed = clock.with_clock(words, node, last) if is_day(node) or isinstance(node, DayPart) else None
            return _of_a_week(words, *timed) if timed else (node, last)
    return None


def _of_a_week(words: Words, node: Node, i: int) -> tuple[Node, int]:
    """A time of a weekday with its week behind it: "Tuesday night of last week"."""
    if not isinstance(node, DayPart | Clock) or not isinstance(node.of, Date):
        return node, i
    day, last = _with_row(words, node.of, i)
    return (replace(node, of=day), last) if isinstance(day, Nth) else (node, i)


def is_day(node: Node) -> bool:
    """Whether a tree names one day."""
    if isinstance(node, Date):
        return node.day is not None or node.weekday is not None
    if isinstance(node, Nth):
        return node.unit in range(1, 8)
    return isinstance(node, Named | Either | Holiday) or (
        isinstance(node, Row | Away) and node.unit in {"day", "night"}
    )


def _with_row(words: Words, node: Node, i: int) -> tuple[Node, int]:
    """A point with the week, month or year it is in: "Tuesday of last week", "the 28th of that month"."""
    low = words.low
    if isinstance(node, Holiday) and low[i] == "weekend":
        return Around("weekend", node), i + 1
    if isinstance(node, Row) and node.unit == "week":
        day = dates.weekday(words, i + (low[i] in {"on", "-", ","}), sure=low[i] != "sun")
        return (Nth(1, day[0], node), day[1]) if day else (node, i)
    if not isinstance(node, Date) or node.year is not None or node.shift is not None:
        return node, i
    row = relative.shifted(words, i + (low[i] in {"of", "in", ","}))
    of, last = row or (None, i)
    if not isinstance(of, Row):
        return node, i
    if of.unit == "week" and node.weekday is not None and node.day is None:
        return Nth(1, node.weekday, of), last
    if of.unit == "month" and node.day is not None and node.month is None:
        return Nth(node.day, "day", of), last
    if of.unit == "year" and node.month is not None:
        month = Nth(node.month, "month", of)
        return (Nth(node.day, "day", month) if node.day else month), last
    return node, i


def timed(words: Words, i: int) -> Found:
    """A time of the clock with its day, or alone: "4:20 a.m. Wednesday", "7 to 9 p.m. Friday", "9 a.m."."""
    times: tuple[Clock | Range, int] | None = clock.clock_range(words, i) or clock.clock(words, i)
    sure = times is not None
    if times is None:
        times = clock.clock_range(words, i, asked=True) or clock.clock(words, i, asked=True)
    day = _day_after(words, times[1]) if times is not None else None
    if times is None or day is None:
        return times if sure else None
    part = day[0].part if isinstance(day[0], DayPart | Named) else None
    if part is not None:
        times = clock.clock_range(words, i, asked=True, part=part) or (clock.in_part(times[0], part), times[1])
    node, last = day
    whole = node.of if isinstance(node, DayPart) and node.of is not None else node
    return clock.on_day(times[0], replace(whole, part=None) if isinstance(whole, Named) else whole), last


def _day_after(words: Words, i: int) -> Found:
    """The day right behind a time of the clock."""
    low = words.low
    j = i + (low[i] in {"on", ",", "of"})
    j += low[j] == "the" and low[j + 1] in table("weekdays")
    day = next((found for parser in _DAYS if (found := parser(words, j)) is not None), None)
    if day is None or not (is_day(day[0]) or isinstance(day[0], DayPart)):
        return None
    part = clock.with_clock(words, *day)
    return part if part is not None and isinstance(part[0], DayPart) else day
