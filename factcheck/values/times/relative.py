"""Times counted from another: "yesterday", "last week", "two days later", "in three months"."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from factcheck.values.times import dates, figures, years
from factcheck.values.times.dates import Found
from factcheck.values.times.lengths import counted_unit
from factcheck.values.times.nodes import (
    Away,
    Cycle,
    Date,
    DayPart,
    Either,
    Fiscal,
    Holiday,
    Named,
    Node,
    Row,
    Stretch,
    Unit,
)  # fmt: skip
from factcheck.values.times.tense import direction
from factcheck.values.times.words import Words, cardinal, entries, listed, ordinal, phrases, table

_IN_SMALLER: dict[tuple[Unit, Unit], int] = {("year", "month"): 12, ("week", "day"): 7}
_STEPS = {"next": ("after", 2), "last": ("before", -2)}  # "the week after next", "the week before last"


def named_day(words: Words, i: int) -> Found:
    """A day counted from today: "today", "tonight", "the day before yesterday"."""
    found = phrases("named days").at(words, i)
    if found is None:
        return None
    return Named(found[0], "NI" if words.low[i] in {"tonight", "tonite"} else None), found[1]


def holiday(words: Words, i: int) -> Found:
    """A holiday by name, with its year where one follows."""
    found = entries("holidays").at(words, i)
    if found is None or (words.capital(found[1]) and words.capital(i) and words.low[found[1]] != "weekend"):
        return None  # a name: "the Easter Rising"
    year = dates.year_after(words, found[1])
    return (Holiday(found[0], year[0]), year[2]) if year and not year[1] else (Holiday(found[0]), found[1])


def shifted(words: Words, i: int) -> Found:
    """One of a row, or so many of it: "last week", "this March", "the following year", "the past 20 years"."""
    number_first = cardinal(words, i)  # "the five past years"
    shift, story = phrases("shifts").at(words, number_first[1] if number_first else i), False
    if shift is None:
        shift, story = phrases("story shifts").at(words, number_first[1] if number_first else i), True
    if shift is None:
        return None
    low, (way, j) = words.low, shift
    sign: Literal[-1, 1] = -1 if way < 0 else 1
    if number_first is not None:
        unit = table("units").get(low[j])
        plural = unit and low[j] != unit and way
        return (Stretch(number_first[0], unit, sign, story), j + 1) if plural and unit else None
    counted = counted_unit(words, j, quarters=True) if way and low[j] not in {"a", "an"} else None
    if low[counted[2] if counted else j + 1] == "of" and low[i] != "that":
        return None  # "the last day of his term", "the past two decades of war"
    verb = low[i] == "last" and words.before(i) in listed("before a verb")
    if counted is not None and (verb or counted[1] in {"second", "minute", "hour"}):
        return None
    if counted is not None:
        return Stretch(counted[0], counted[1], sign, story), counted[2]
    j += low[j] in {"calendar", "very"}
    if low[j] in {"fiscal", "financial"} and low[j + 1] == "year":
        return Fiscal(None, max(-1, min(1, way))), j + 2
    if low[j] in {"school", "academic"} and low[j + 1] == "year" and not story:
        return Fiscal(None, max(-1, min(1, way)), school=True), j + 2
    return _one_of_a_row(words, i, j, way, story)


def _one_of_a_row(words: Words, i: int, j: int, way: int, story: bool) -> Found:
    low, that = words.low, words.low[i] == "that"
    part = table("parts of day").get(low[j])
    if part is not None and low[j] not in {"midday", "lunchtime"} and low[j][-1] != "s":
        day: Node = Row("day", way, story=True) if story else Named(max(-1, min(1, way)))
        return DayPart(part, day), j + 1
    unit = table("units").get(low[j])
    if unit == "fortnight" and way:
        return Stretch(1, unit, -1 if way < 0 else 1, story), j + 1
    if unit in {"year", "decade", "century"} and low[j] == unit and low[j - 1] == "past" and low[i] != "this":
        return Stretch(1, unit, -1, story), j + 1  # "the past decade" is the ten years up to now
    if unit == "year" and not story and (part_of := years.of_year(words, max(-1, min(1, way)), j + 1)) is not None:
        return part_of
    if unit is not None and low[j] == unit and not (unit == "quarter" and low[j + 1] in {"of", "-"}):
        return Row(unit, max(-1, min(1, way)), story), j + 1
    if unit in {"day", "week", "month", "year", "decade"} and low[j] == unit + "s" and way:
        return Stretch(None, unit, -1 if way < 0 else 1, story), j + 1
    weekday = dates.weekday(words, j, sure=True) if low[j] != "sun" and not that else None
    if weekday is not None:
        full = after_weekday(words, *weekday)
        return full or (Date(weekday=weekday[0], shift=way, story=story), weekday[1])
    if low[j] in table("months") and words.capital(j) and not that:
        found = dates.month_date(words, j)
        if found is not None and isinstance(found[0], Date) and found[0].year is None:
            return Date(month=found[0].month, day=found[0].day, shift=way, story=story), found[1]
        return found
    numbered = dates.day_first(words, j) if way and not that else None
    if numbered is not None and isinstance(numbered[0], Date) and numbered[0].year is None:
        return replace(numbered[0], shift=way), numbered[1]
    if low[j] in table("seasons") and not that:
        return Cycle("season", table("seasons")[low[j]]["edtf"], shift=way, story=story), j + 1
    named = holiday(words, j)
    if named is not None and isinstance(named[0], Holiday):
        return Holiday(named[0].name, named[0].year, way), named[1]
    return None


def stepped(words: Words, i: int) -> Found:
    """One further in a row: "the week after next", "the weekend before last"."""
    j = i + (words.low[i] == "the")
    unit = table("units").get(words.low[j])
    step = _STEPS.get(words.low[j + 2]) if unit else None
    return (Row(unit, step[1]), j + 3) if unit and step and words.low[j + 1] == step[0] else None


def weekday(words: Words, i: int) -> Found:
    """A weekday, with its date where it follows: "Monday", "Monday, March 25"."""
    day = dates.weekday(words, i)
    if day is None:
        return None
    return after_weekday(words, *day) or (Date(weekday=day[0]), day[1])


def after_weekday(words: Words, weekday: int, i: int) -> Found:
    """The rest of "Monday, March 25, 2019", "Monday the 25th", "Friday (June 15)", "Friday 6/15"."""
    low = words.low
    bracket = low[i] == "("
    j = i + (low[i] in {",", "(", "-", "on"})
    found = figures.numeric(words, j) or dates.day_first(words, j) or dates.month_date(words, j)
    if found is not None and (not bracket or low[found[1]] == ")"):
        date, end = found[0], found[1] + bracket
        if isinstance(date, Either):
            return Either(_on(date.american, weekday), _on(date.european, weekday)), end
        if isinstance(date, Date) and date.day is not None:
            return _on(date, weekday), end
    the = low[i] == "the"
    plain = words.digits(i, 1, 2)
    if (
        plain is not None
        and 1 <= plain <= 31
        and low[i + 1] in {".", "!", "?", "\n"}
        and not words.shapes[i + 2].isdigit()
    ):
        return Date(day=plain, weekday=weekday), i + 1
    day = ordinal(words, i + the)
    return (Date(day=day[0], weekday=weekday), day[1]) if day and day[0] < 32 and (the or low[i].isdigit()) else None


def _on(date: Date, weekday: int) -> Date:
    return Date(date.year, date.month, date.day, weekday, date.short_year)


def away(words: Words, i: int) -> Found:
    """So many units away: "two days ago", "a week later", "in three months", "the day before"."""
    low = words.low
    if low[i] in {"in", "within"}:
        return _to_come(words, i)
    if (
        low[i] == "the"
        and low[i + 1] in {"day", "week", "month", "year", "night"}
        and low[i + 2] in {"before", "after"}
    ):
        if low[i + 3] not in listed("after day"):
            return None  # "the day after the vote"
        unit: Unit = table("units")[low[i + 1]]
        return Away(1, unit, -1 if low[i + 2] == "before" else 1, "story"), i + 3
    bare = low[i] in table("units") and low[i][-1] == "s"
    counted = (None, table("units")[low[i]], i + 1) if bare else counted_unit(words, i)
    if counted is None:
        return None
    count, unit, j = _together(words, *counted)
    if low[j] == "ago":
        return Away(count, unit, -1, "now"), j + 1
    if low[j] == "from" and low[j + 1] in {"now", "today"}:
        return Away(count, unit, 1, "now"), j + 2
    if low[j] in {"later", "earlier", "afterwards", "afterward", "previously"} or (
        low[j] == "before" and low[j + 1] in {",", ".", ";", "\n", ""}
    ):
        return Away(count, unit, -1 if low[j] in {"earlier", "before", "previously"} else 1, "story"), j + 1
    return None


def _together(words: Words, count: float | None, unit: Unit, i: int) -> tuple[float | None, Unit, int]:
    """An amount with a smaller one behind "and", in the smaller unit: "a year and three months", else as it is."""
    more = counted_unit(words, i + 1) if count is not None and words.low[i] == "and" else None
    times = _IN_SMALLER.get((unit, more[1])) if more else None
    if count is None or more is None or more[0] is None or times is None:
        return count, unit, i
    return count * times + more[0], more[1], more[2]


def _to_come(words: Words, i: int) -> Found:
    """Time to come: "in two weeks" where the sentence looks ahead, "in a year's time"."""
    low = words.low
    counted = counted_unit(words, i + 1)
    if counted is None:
        return None
    count, unit, j = counted
    time = j + 2 if low[j] == "'" and low[j + 1] == "s" else j + 1 if low[j] == "'" else 0
    if time and low[time] == "time":
        return Away(count, unit, 1, "now"), time + 1
    if (
        low[i] == "within"
        or unit == "night"
        or low[i + 1] == "some"
        or low[j] in {"'", "-", "of", "ago", "before", "after"}
    ):
        return None
    return (Away(count, unit, 1, "now"), j) if direction(words, i, j, lambda _: "") > 0 else None
