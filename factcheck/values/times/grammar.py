"""Expressions of time, put together: points, their parts, ranges and open intervals. Gives trees, resolves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from factcheck.values.times import clock, dates, figures, relative, years
from factcheck.values.times.dates import Found
from factcheck.values.times.lengths import counted_unit, length, reference, repeated
from factcheck.values.times.nodes import (
    Around, Away, Clock, Date, DayPart, Either, Holiday, Length, Named, Node, Nth, Open, Part, Range, Reference, Repeated, Row, Years,
)  # fmt: skip
from factcheck.values.times.words import Words, listed, numbers, ordinal, phrases, table

Parser = Callable[[Words, int], Found]


@dataclass(frozen=True, slots=True)
class Expression:
    """A tree and the words (from, to) it stands on."""

    node: Node
    first: int
    last: int


def expressions(words: Words) -> Iterator[Expression]:
    """Every expression of time, in order, none within another. Plain durations and sets are among them."""
    starts, names = _starts(), phrases("names")
    i = 0
    while i < words.count:
        low = words.low[i]
        if low not in starts and not low.isdigit():
            i += 1
            continue
        name = names.at(words, i)
        if name is not None:
            i = name[1]
            continue
        found = expression(words, i)
        if found is None or found[1] <= i:
            i += 1
            continue
        yield Expression(found[0], i, found[1])
        i = found[1]
        more = _more_days(words, *found)
        while more is not None:
            yield Expression(more[0], more[1] - 1, more[1])
            i = more[1]
            more = _more_days(words, *more)


def _more_days(words: Words, node: Node, i: int) -> tuple[Date, int] | None:
    """The 25 of "April 24 and 25"."""
    if (
        not isinstance(node, Date)
        or node.month is None
        or node.day is None
        or words.low[i] not in {"and", "or", ",", "&"}
    ):
        return None
    j = i + 1
    day, after = words.digits(j, 1, 2), words.low[j + 1]
    if day is None or not node.day < day <= 31 or (words.low[i] == "," and after not in {",", "and"}):
        return None
    if after not in {",", ".", ";", ")", "and", "in", "at", "to", "when", "\n", ""}:
        return None
    return replace(node, day=day, weekday=None), j + 1


@cache
def _starts() -> frozenset[str]:
    """The words that an expression can begin with."""
    tables = (
        "months", "month abbreviations", "weekdays", "weekday abbreviations", "units", "seasons", "clock names", "named days",
        "shifts", "story shifts", "edges", "openers", "holidays", "references", "frequencies", "adverbs",
    )  # fmt: skip
    phrases_ = [phrase for name in tables for phrase in table(name)]
    words = {
        "the",
        "'",
        "q",
        "h",
        "fy",
        "fiscal",
        "financial",
        "ad",
        "a",
        "an",
        "year",
        "half",
        "in",
        "within",
        "between",
        "from",
        "week",
    }
    words |= (
        listed("every")
        | listed("vague amounts")
        | set(numbers("units"))
        | set(numbers("tens"))
        | set(numbers("ordinals"))
    )
    words |= {phrase.split()[0].split(".")[0] for phrase in phrases_} | {
        name.split()[0].split("/")[0] for name in table("names")
    }
    return frozenset(words)


def expression(words: Words, i: int) -> Found:
    """The expression that begins at word ``i``."""
    return _ranged(words, i) or _opened(words, i) or phrase(words, i) or _amount(words, i)


def _amount(words: Words, i: int) -> Found:
    found: Found = repeated(words, i) or length(words, i)
    if found is None and (named := reference(words, i)) is not None:
        return Reference(named[0]), named[1]
    return found


# --- points and their parts -----------------------------------------------------------------------

_POINTS: tuple[Parser, ...] = (
    relative.named_day, relative.holiday, figures.numeric, dates.year_first, years.fiscal, years.quarter, years.season,
    years.decade, years.century, dates.day_first, dates.month_date, relative.stepped, relative.away, relative.shifted,
    relative.weekday, dates.the_day, years.year,
)  # fmt: skip


def point(words: Words, i: int) -> Found:
    """A place on the calendar with nothing before it; its time of day and its week or year after it."""
    for parser in _POINTS:
        found = parser(words, i)
        if found is not None:
            return _with_day_time(words, *_with_row(words, *found))
    return None


def _with_row(words: Words, node: Node, i: int) -> tuple[Node, int]:
    """"Tuesday of last week", "next week Tuesday", "March 25 next year", "the 28th of that month"."""
    low = words.low
    if isinstance(node, Holiday) and low[i] == "weekend":
        return Around("weekend", node), i + 1
    if isinstance(node, Row) and node.unit == "week":
        day = dates.weekday(words, i + (low[i] in {"on", "-", ","}), sure=low[i] != "sun")
        return (Nth(1, day[0], node), day[1]) if day else (node, i)
    if not isinstance(node, Date) or node.year is not None or node.shift is not None:
        return node, i
    row = relative.shifted(words, i + (low[i] in {"of", "in", ","}))
    if row is None or not isinstance(row[0], Row):
        return node, i
    unit, dated = row[0].unit, node.day is not None
    if unit == "week" and node.weekday is not None and not dated:
        return Nth(1, node.weekday, row[0]), row[1]
    if unit == "month" and node.day is not None and node.month is None:
        return Nth(node.day, "day", row[0]), row[1]
    if unit == "year" and node.month is not None:
        month = Nth(node.month, "month", row[0])
        return (Nth(node.day, "day", month) if node.day else month), row[1]
    return node, i


def _with_day_time(words: Words, node: Node, i: int) -> tuple[Node, int]:
    timed = clock.with_clock(words, node, i) if _is_day(node) or isinstance(node, DayPart) else None
    return timed if timed is not None else (node, i)


def phrase(words: Words, i: int) -> Found:
    """A point, or a part of one: "early March", "the end of the year", "the week of March 4", "4 p.m. Friday"."""
    return (
        _edge(words, i)
        or _nth(words, i)
        or _counted(words, i)
        or _around(words, i)
        or _timed(words, i)
        or point(words, i)
    )


def _edge(words: Words, i: int) -> Found:
    low = words.low
    edge = phrases("edges").at(words, i)
    if edge is None:
        if low[i] == "year" and low[i + 1] in {"-", "end"}:
            end = i + 1 + (low[i + 1] == "-")
            return (Part("end", Row("year", 0)), end + 1) if low[end] == "end" else None
        if low[i : i + 3] in (["month", "'", "s"], ["year", "'", "s"]) and low[i + 3] == "end":
            return Part("end", Row(table("units")[low[i]], 0, story=True)), i + 4
        return None
    j = edge[1] + (low[edge[1]] in {"-", "on"})
    if low[j] == "the" and low[j + 1] in {"day", "week", "weekend", "month", "year", "decade", "century"}:
        node: Node = Row(table("units")[low[j + 1]], 0, story=low[j + 1] == "day")
        return Part(edge[0], node), j + 2
    if (
        low[i] in {"earlier", "later"}
        and low[j] not in listed("before month")
        and low[j] not in table("weekdays")
        and low[j] not in {"the", "same", "today"}
        and not low[j].isdigit()
    ):
        return None
    inner: Found
    if edge[0] in {"start", "mid", "end"} and (year := words.digits(j, 4, 4)) is not None and 1000 <= year <= 2200:
        inner = years.decade(words, j) or (Date(year), j + 1)
    else:
        inner = _decade_word(words, j) or _nth(words, j) or point(words, j)
    if inner is None or isinstance(inner[0], Part):
        return None
    if isinstance(inner[0], DayPart) and inner[0].edge is None:
        return replace(inner[0], edge=edge[0]), inner[1]
    return Part(edge[0], inner[0]), inner[1]


def _decade_word(words: Words, i: int) -> Found:
    """ "early nineties", "mid-30s": without "the" only behind early, mid or late."""
    if words.low[i] in table("decades"):
        return Years(table("decades")[words.low[i]], 10, short=True), i + 1
    return None


def _nth(words: Words, i: int) -> Found:
    """ "the first week of March", "the last two weeks of February 1951", "the third Monday in May"."""
    low = words.low
    j = i + (low[i] == "the")
    last = low[j] in {"last", "final", "closing"}
    number = ordinal(words, j)
    if not last and number is None:
        return None
    which, k = (-1, j + 1) if last else number or (0, j)
    counted = counted_unit(words, k) if low[k] not in {"a", "an"} else None
    if counted is not None and counted[0] is not None and low[counted[2]] in {"of", "in"}:
        count, unit, end = int(counted[0]), counted[1], counted[2]
    else:
        named = table("units").get(low[k])
        day = table("weekdays").get(low[k])
        if named is None and day is None:
            return None
        count, unit, end = 1, named if day is None else day, k + 1
    if low[end] not in {"of", "in"} or unit in {"second", "minute", "hour", "quarter"}:
        return None
    inner: Found = phrase(words, end + 1)
    if inner is None and low[end + 1] == "the" and low[end + 2] in {"week", "month", "year", "decade", "century"}:
        inner = Row(table("units")[low[end + 2]], 0), end + 3
    if inner is None or isinstance(inner[0], Clock | Length | Repeated | Away):
        return None
    return Nth(which, unit, inner[0], count), inner[1]


def _around(words: Words, i: int) -> Found:
    """ "the week of March 4", "the weekend of 5 May", "the night of 20 June", "the day of March 3"."""
    low = words.low
    j = i + (low[i] in {"the", "that"})
    unit, part = table("units").get(low[j]), table("parts of day").get(low[j])
    if (low[j + 1] == "beginning" or (low[j + 1] == "of" or low[j + 1] == "on")) and (
        unit in {"week", "weekend", "month"} or part
    ):
        inner = point(words, j + 2)
        if inner is None:
            return None
        if part:
            ok = isinstance(inner[0], Date | Named | Either | Row)
            return (DayPart(part, inner[0]), inner[1]) if ok else None
        return Around(unit, inner[0]), inner[1]
    if low[j] == "weekend" and low[i] == "the":
        return Row("weekend", None), j + 1
    number = words.digits(j + 1, 1, 2) if unit == "week" else None
    if number is not None and 1 <= number <= 53 and low[j + 2] == "of":
        inner = point(words, j + 3)
        return (Nth(number, "week", inner[0]), inner[1]) if inner else None
    return None


def _timed(words: Words, i: int) -> Found:
    """"4:20 a.m. Wednesday", "noon on March 5", "7 to 9 p.m. Friday", "9 a.m." (without its day)."""
    times = clock.clock_range(words, i) or clock.clock(words, i)
    if times is not None:
        day = _day_after(words, times[1])
        return (clock.on_day(times[0], day[0]), day[1]) if day else times
    times = clock.clock_range(words, i, asked=True) or clock.clock(words, i, asked=True)
    day = _day_after(words, times[1]) if times is not None else None
    return (clock.on_day(times[0], day[0]), day[1]) if times and day else None


def _day_after(words: Words, i: int) -> Found:
    """The day right behind a time of the clock."""
    low = words.low
    j = i + (low[i] in {"on", ",", "of"})
    j += low[j] == "the" and low[j + 1] in table("weekdays")
    day: Found = None
    for parser in (relative.named_day, figures.numeric, dates.day_first, dates.month_date, relative.weekday, relative.shifted):
        day = parser(words, j)
        if day is not None:
            break
    if day is None or not (_is_day(day[0]) or isinstance(day[0], DayPart)):
        return None
    part = clock.with_clock(words, day[0], day[1])
    return part if part is not None and isinstance(part[0], DayPart) else day


def _is_day(node: Node) -> bool:
    if isinstance(node, Date):
        return node.day is not None or node.weekday is not None
    if isinstance(node, Nth):
        return node.unit in range(1, 8)
    return isinstance(node, Named | Either | Holiday) or (isinstance(node, Row | Away) and node.unit in {"day", "night"})


def _counted(words: Words, i: int) -> Found:
    """ "two days before March 5", "three weeks from tomorrow", "the day after Christmas"."""
    low = words.low
    counted = (
        (1.0, table("units")[low[i + 1]], i + 2)
        if low[i] == "the" and low[i + 1] in {"day", "night"}
        else counted_unit(words, i)
    )
    if counted is None or low[counted[2]] not in {"before", "after", "from", "following"}:
        return None
    inner = point(words, counted[2] + 1)
    if inner is None:
        return None
    return Away(counted[0], counted[1], -1 if low[counted[2]] == "before" else 1, inner[0]), inner[1]


# --- ranges and open intervals --------------------------------------------------------------------


def _span(words: Words, first: int, last: int) -> tuple[int, int]:
    return words.starts[first], words.ends[last - 1]


def _ranged(words: Words, i: int) -> Found:
    """ "March 25-27", "between 2010 and 2015", "from Monday to Friday", "2018-19"."""
    opener = words.low[i] if words.low[i] in {"from", "between"} else ""
    j = i + 1 if opener else i
    figures = _days_before_month(words, j) or _years_before_christ(words, j)
    if figures is not None:
        return figures
    start = _now(words, j) if opener else phrase(words, j)
    if start is not None and isinstance(start[0], Range):
        return start
    if start is None and opener and (number := words.digits(j, 4, 4)) is not None and 1000 <= number <= 2200:
        start = Date(number), j + 1
    if start is None:
        return None
    first, k = start
    sign = words.low[k]
    if sign not in table("ranges") or opener not in table("ranges")[sign]:
        return None
    spaced = sign == "-" and not words.glued(k) and not words.glued(k + 1) and not isinstance(first, Date | Clock)
    end = None if spaced else _range_end(words, first, k + 1, dash=sign == "-")
    if end is None:
        return None
    last, stop = end
    if isinstance(first, Date) and isinstance(last, Date):
        first = _share(first, last)
    if (
        type(first) is not type(last)
        and not opener
        and not (isinstance(first, _DATED) and isinstance(last, _DATED))
    ):
        return None
    return Range(first, last, (_span(words, j, k), _span(words, k + 1, stop))), stop


_DATED = Date | Named | Row | Either | Holiday | Part


def _now(words: Words, i: int) -> Found:
    """A phrase, or "now" as an end of a range."""
    return (Named(0), i + 1) if words.low[i] == "now" else phrase(words, i)


def _share(first: Date, last: Date) -> Date:
    """ "January to April 2015": the first takes over the year of the last."""
    if (
        first.year is None
        and first.month is not None
        and last.month is not None
        and last.year is not None
        and first.shift is None
    ):
        return replace(first, year=last.year - (first.month > last.month), short_year=last.short_year)
    return first


def _range_end(words: Words, first: Node, i: int, *, dash: bool) -> Found:
    if isinstance(first, Date):
        whole = first.month is not None and first.day is not None
        if (
            whole
            and (day := dates.day_number(words, i)) is not None
            and dates.month(words, day[1]) is None
           
        ):
            year = dates.year_after(words, day[1])
            if (first.year is None) != (year is None) or first.year is None:
                return Date(year[0] if year else first.year, first.month, day[0]), year[2] if year else day[1]
        only = first.year is not None and first.month is None
        if only and (number := words.digits(i, 4, 4)) is not None and 1000 <= number <= 2200:
            return Date(number), i + 1
        if only and dash and (number := words.digits(i, 2, 2)) is not None and number == (first.year + 1) % 100:  # type: ignore[operator]
            return Date(first.year // 100 * 100 + number + (number == 0) * 100), i + 1  # type: ignore[operator]
    return _now(words, i)


def _days_before_month(words: Words, i: int) -> Found:
    """ "25-27 March 2019", "3 and 12 of September"."""
    first = dates.day_number(words, i)
    if first is None or words.low[first[1]] not in table("ranges"):
        return None
    last = dates.day_first(words, first[1] + 1)
    if last is None or not isinstance(last[0], Date):
        return None
    return Range(
        replace(last[0], day=first[0]), last[0], (_span(words, i, first[1]), _span(words, first[1] + 1, last[1]))
    ), last[1]


def _years_before_christ(words: Words, i: int) -> Found:
    """"264 to 241 BC"."""
    first = words.digits(i, 1, 4)
    if first is None or words.low[i + 1] not in table("ranges"):
        return None
    last = years.year(words, i + 2)
    if last is None or not isinstance(last[0], Date) or last[0].year is None or not 1 - first < last[0].year < 1:
        return None
    return Range(Date(1 - first), last[0], (_span(words, i, i + 1), _span(words, i + 2, last[1]))), last[1]


def _opened(words: Words, i: int) -> Found:
    """ "since 2014", "until June", "by the end of the year", "as of Monday", "over the weekend"."""
    opener = phrases("openers").at(words, i)
    if opener is None:
        return None
    j = opener[1] + (words.low[opener[1]] in {"on", "around", "about", "at"})
    inner = phrase(words, j)
    if inner is None or isinstance(inner[0], Length | Repeated | Reference | Open | Range):
        return None
    if opener[0] == "over" and not isinstance(inner[0], Row):
        return None
    if (
        words.low[inner[1]] == "'"
        and words.low[inner[1] + 1] == "s"
        and opener[0] in {"before", "after", "since", "until"}
    ):
        return None
    return Open(opener[0], inner[0], _span(words, j, inner[1])), inner[1]
