"""Parts of what the calendar names: "early March", "the end of the year", "the first week of May"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values.times import years
from factcheck.values.times.dates import FIRST_YEAR, LAST_YEAR, Found
from factcheck.values.times.lengths import counted_unit
from factcheck.values.times.nodes import (
    Around,
    Away,
    Clock,
    Date,
    DayPart,
    Either,
    Length,
    Named,
    Node,
    Nth,
    Part,
    Range,
    Repeated,
    Row,
    Years,
)  # fmt: skip
from factcheck.values.times.points import point, timed
from factcheck.values.times.words import Words, listed, ordinal, phrases, table

_DEEPEST = 2  # "the first day of the last week of May", and no deeper
_LONG = frozenset({"day", "week", "weekend", "month", "year", "decade", "century"})


def phrase(words: Words, i: int, *, depth: int = 0) -> Found:
    """A point, a part of one, or what is counted from one; no range. ``depth`` counts the parts that it is within."""
    figures = words.low[i].isdigit()
    edge = None if figures else _edge(words, i, depth)
    found = edge or _nth(words, i, depth) or _counted(words, i)
    if found is None and not figures:
        found = _around(words, i)
    return found or timed(words, i) or point(words, i)


def _the_unit(words: Words, i: int) -> Found:
    """The unit of which a part is named: "the end of the year", "by end of year"."""
    j = i + (words.low[i] == "the")
    if words.low[j] not in _LONG or (j == i and words.before(i) != "of"):
        return None
    unit = table("units")[words.low[j]]
    return Row(unit, 0, story=unit == "day"), j + 1


def _edge(words: Words, i: int, depth: int) -> Found:
    """A part of a period: "early March", "mid-2018", "the end of the year", "later this week", "year-end"."""
    low = words.low
    edge = phrases("edges").at(words, i)
    if edge is None:
        return _year_end(words, i)
    j = edge[1] + (low[edge[1]] in {"-", "on"})
    inner = _the_unit(words, j)
    if inner is None:
        if low[i] in {"earlier", "later"} and not _follows_later(words, j):
            return None
        inner = _bare_year(words, j) or _nth(words, j, depth) or point(words, j)
    if inner is None or isinstance(inner[0], Part | Range | Away):
        return None
    if isinstance(inner[0], DayPart) and inner[0].edge is None:
        return replace(inner[0], edge=edge[0]), inner[1]
    return Part(edge[0], inner[0]), inner[1]


def _year_end(words: Words, i: int) -> Found:
    """The end of this year or month, or what is over of it: "year-end", "month's end", "the year to date"."""
    low = words.low
    if low[i] == "the":
        i += 1
    short = table("ends").get(low[i])
    if short is not None and words.shapes[i].isupper():
        return Part("close", Row(short, 0)), i + 1
    if low[i] not in {"year", "month"}:
        return None
    dash = low[i + 1] == "-"
    if low[i + 1 + dash] == "to" and low[i + 2 + 2 * dash] == "date":
        return Part("so far", Row(table("units")[low[i]], 0)), i + 3 + 2 * dash
    j = i + 1 + (low[i + 1] == "-") + 2 * (low[i + 1 : i + 3] == ["'", "s"])
    return (Part("close", Row(table("units")[low[i]], 0)), j + 1) if low[j] == "end" else None


def _follows_later(words: Words, i: int) -> bool:
    """Whether "earlier" or "later" belongs to what follows: "later this week", not "later found"."""
    low = words.low[i]
    return low in listed("before month") or low in table("weekdays") or low in {"the", "same", "today"} or low.isdigit()


def _bare_year(words: Words, i: int) -> Found:
    """A year or decade that needs no other word behind early, mid and late: "early 2018", "late nineties"."""
    if words.low[i] in table("decades"):
        return Years(table("decades")[words.low[i]], 10, short=True), i + 1
    number = words.digits(i, 4, 4)
    if number is None or not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    return years.decade(words, i) or (Date(number), i + 1)


def _nth(words: Words, i: int, depth: int) -> Found:
    """The n-th of something: "the first week of March", "the last two weeks of February", "the third Monday in May"."""
    low = words.low
    j = i + (low[i] == "the")
    last = low[j] in {"last", "final", "closing"}
    number = None if last else ordinal(words, j)
    if depth > _DEEPEST or (not last and number is None):
        return None
    which, k = number or (-1, j + 1)
    counted = counted_unit(words, k) if low[k] not in {"a", "an"} else None
    if counted is not None and counted[0] is not None:
        count, unit, end = int(counted[0]), counted[1], counted[2]
    else:
        named = table("weekdays").get(low[k]) or table("units").get(low[k])
        if named is None:
            return None
        count, unit, end = 1, named, k + 1
    if low[end] not in {"of", "in"} or unit in {"second", "minute", "hour", "quarter"}:
        return None
    inner = _the_unit(words, end + 1) or phrase(words, end + 1, depth=depth + 1)
    if inner is None or isinstance(inner[0], Clock | Length | Repeated | Away | Range):
        return None
    return Nth(which, unit, inner[0], count), inner[1]


def _around(words: Words, i: int) -> Found:
    """What holds a day: "the weekend", "the week of March 4", "the week ending May 5", "the night of 20 June"."""
    low = words.low
    j = i + (low[i] in {"the", "that"})
    short = phrases("week commencing").at(words, i)
    if short is not None:
        inner = point(words, short[1])
        return (Around("week", inner[0]), inner[1]) if inner else None
    unit, part = table("units").get(low[j]), table("parts of day").get(low[j])
    if unit is None and part is None:
        return None
    if part is not None and low[j + 1] == "of":
        day = point(words, j + 2)
        return (DayPart(part, day[0]), day[1]) if day and isinstance(day[0], Date | Named | Either | Row) else None
    if unit in {"week", "weekend", "month"} and low[j + 1] in listed("week of"):
        inner = point(words, j + 2 + (low[j + 2] == "on"))
        return (Around(unit, inner[0]), inner[1]) if inner else None
    if low[j] == "weekend" and low[i] == "the":
        return Row("weekend", None), j + 1
    number = words.digits(j + 1, 1, 2) if low[j] == "week" else None
    if number is not None and 1 <= number <= 53 and low[j + 2] == "of":
        inner = point(words, j + 3)
        return (Nth(number, "week", inner[0]), inner[1]) if inner else None
    return None


def _counted(words: Words, i: int) -> Found:
    """Counted from another time: "two days before March 5", "three weeks from tomorrow", "the day after Christmas"."""
    low = words.low
    if low[i] == "the" and low[i + 1] in {"day", "night"}:
        count, unit, j = 1.0, table("units")[low[i + 1]], i + 2
    else:
        counted = counted_unit(words, i)
        if counted is None or counted[0] is None:
            return None
        count, unit, j = counted[0], counted[1], counted[2]
    if low[j] not in {"before", "after", "from", "following"}:
        return None
    inner = point(words, j + 1)
    if inner is None or (low[j] == "from" and _is_year(inner[0])):  # "5 million euros a year from 2027"
        return None
    return Away(count, unit, -1 if low[j] == "before" else 1, inner[0]), inner[1]


def _is_year(node: Node) -> bool:
    return isinstance(node, Date) and node.year is not None and node == Date(year=node.year)
