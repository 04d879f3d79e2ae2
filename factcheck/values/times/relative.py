"""Times counted from another: "yesterday", "last week", "two days later", "the first week of March"."""

from __future__ import annotations

from typing import Literal

from factcheck.values.times import dates
from factcheck.values.times.dates import Found
from factcheck.values.times.lengths import counted_unit
from factcheck.values.times.nodes import Away, Cycle, Date, DayPart, Fiscal, Holiday, Named, Node, Row, Stretch, Unit
from factcheck.values.times.words import Words, listed, phrases, table

_SINGULAR = frozenset(
    {"day", "night", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century", "hour", "minute"}
)


def named_day(words: Words, i: int) -> Found:
    """ "today", "tonight", "the day before yesterday"."""
    found = phrases("named days").at(words, i)
    if found is None:
        return None
    return Named(found[0], "NI" if words.low[i] == "tonight" else None), found[1]


def holiday(words: Words, i: int) -> Found:
    """A holiday by name, with its year where one follows."""
    found = phrases("holidays").at(words, i)
    if found is None:
        return None
    if words.capital(found[1]) and not words.capital(i - 1):
        return None  # a name: "the Easter Rising"
    name = " ".join(words.low[i : found[1]])
    year = dates.year_after(words, found[1])
    return (Holiday(name, year[0]), year[2]) if year and not year[1] else (Holiday(name), found[1])


def shifted(words: Words, i: int) -> Found:
    """ "last week", "this March", "next Friday", "the following year", "this morning", "the past 20 years"."""
    shift, story = phrases("shifts").at(words, i), False
    if shift is None:
        shift, story = phrases("story shifts").at(words, i), True
    if shift is None:
        return None
    number, j = shift
    low = words.low
    counted = counted_unit(words, j) if low[j] not in {"a", "an"} else None
    if counted is not None and number != 0 and low[j] not in table("units"):
        sign: Literal[-1, 1] = -1 if number < 0 else 1
        return Stretch(counted[0], counted[1], sign, story), counted[2]
    j += low[j] in {"calendar", "very"}
    if low[j] in {"fiscal", "financial"} and low[j + 1] == "year":
        return Fiscal(None, number), j + 2
    part = table("parts of day").get(low[j])
    if part is not None and low[j] not in {"midday", "lunchtime"} and low[j][-1] != "s":
        return _part(part, number, story, words, i), j + 1
    unit = table("units").get(low[j])
    if unit is not None and low[j] in _SINGULAR and not (unit == "quarter" and low[j + 1] in {"of", "-"}):
        return Row(unit, number, story), j + 1
    if unit is not None and low[j] in {"days", "weeks", "months", "years", "decades"} and number != 0:
        return Stretch(None, unit, -1 if number < 0 else 1, story), j + 1
    day = dates.weekday(words, j)
    if day is not None and not (story and words.low[i] == "that"):
        full = after_weekday(words, day[0], day[1])
        return full or (Date(weekday=day[0], shift=number, story=story), day[1])
    if low[j] in table("months") and words.capital(j) and low[i] != "that":
        found = dates.month_date(words, j)
        if found is not None and isinstance(found[0], Date) and found[0].year is None:
            return Date(month=found[0].month, day=found[0].day, shift=number, story=story), found[1]
        return found
    if low[j] in table("seasons") and low[i] != "that":
        return Cycle("season", table("seasons")[low[j]]["edtf"], shift=number, story=story), j + 1
    named = holiday(words, j)
    if named is not None and isinstance(named[0], Holiday):
        return Holiday(named[0].name, named[0].year, number), named[1]
    return None


def _part(part: str, shift: int, story: bool, words: Words, i: int) -> Node:
    if story:
        return DayPart(part, Row("day", shift, story=True))
    return DayPart(part, Named(shift if shift <= 0 else 1))


def after_weekday(words: Words, weekday: int, i: int) -> Found:
    """The rest of "Monday, March 25, 2019", "Monday the 25th", "Friday (June 15)"."""
    low = words.low
    bracket = low[i] == "("
    for j in (i + 1, i + 2) if low[i] in {",", "(", "-"} else (i, i + 1) if low[i] in {"the", "on"} else (i,):
        if low[j - 1] not in {",", "(", "-", "the", "on"} and j > i:
            continue
        found = dates.numeric(words, j) or dates.day_first(words, j) or dates.month_date(words, j)
        if found is None or not isinstance(found[0], Date) or found[0].day is None:
            continue
        date, end = found[0], found[1]
        if bracket and low[end] != ")":
            continue
        return Date(date.year, date.month, date.day, weekday, date.short_year), end + bracket
    if low[i] == "the" and (day := dates.day_number(words, i + 1)) is not None:
        return Date(day=day[0], weekday=weekday), day[1]
    return None


def weekday(words: Words, i: int) -> Found:
    """ "Monday", "Monday, March 25", "Tuesday of last week", "Monday next week"."""
    day = dates.weekday(words, i)
    if day is None:
        return None
    return after_weekday(words, day[0], day[1]) or (Date(weekday=day[0]), day[1])


def away(words: Words, i: int) -> Found:
    """ "two days ago", "a week later", "in three months", "two days before March 5" (the rest is the grammar's)."""
    low = words.low
    if low[i] in {"in", "within"} and low[i + 1] not in {"the"}:
        later = counted_unit(words, i + 1)
        if later is None or low[i + 1] in {"some"} or low[later[2]] in {"'", "-", "of", "ago"}:
            time = later is not None and low[later[2] : later[2] + 3] in (["'", "time"], ["'", "s", "time"])
            if later is None or not time:
                return None
            return Away(later[0], later[1], 1, "now"), later[2] + low[later[2] :].index("time") + 1
        if low[i] == "in" and later[1] not in {"second", "minute", "hour", "day", "week", "month", "year"}:
            return None
        return (Away(later[0], later[1], 1, "now"), later[2]) if _ahead(words, i, later[2]) else None
    if (
        low[i] == "the"
        and low[i + 1] in {"day", "week", "month", "year", "night"}
        and low[i + 2] in {"before", "after"}
    ):
        unit: Unit = table("units")[low[i + 1]]
        return Away(1, unit, -1 if low[i + 2] == "before" else 1, "story"), i + 3
    bare = low[i] in table("units") and low[i][-1] == "s"
    counted = (None, table("units")[low[i]], i + 1) if bare else counted_unit(words, i)
    if counted is None:
        return None
    count, unit, j = counted
    if low[j] == "ago":
        return Away(count, unit, -1, "now"), j + 1
    if low[j : j + 2] == ["from", "now"] or low[j : j + 2] == ["from", "today"]:
        return Away(count, unit, 1, "now"), j + 2
    if low[j] in {"later", "earlier", "afterwards", "afterward", "previously"} or (
        low[j] == "before" and low[j + 1] in {",", ".", ";", "\n", ""}
    ):
        return Away(count, unit, -1 if low[j] in {"earlier", "before", "previously"} else 1, "story"), j + 1
    return None


def _ahead(words: Words, i: int, j: int) -> bool:
    """Whether "in two weeks" looks ahead, and is no length ("in two weeks of talks", "won in two days")."""
    near = words.low[max(0, i - 6) : i]
    return (
        any(word in listed("ahead") for word in near)
        and words.low[j] != "of"
        and not any(word.endswith("ed") for word in near[-2:])
    )
