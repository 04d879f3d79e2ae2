"""From one time to another, and intervals open on one side: "March 25-27", "between 2010 and 2015", "since 2014"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values.times import dates, figures, years
from factcheck.values.times.dates import FIRST_YEAR, LAST_YEAR, Found
from factcheck.values.times.lengths import counted_unit
from factcheck.values.times.nodes import (
    Away,
    Clock,
    Cycle,
    Date,
    Either,
    Holiday,
    Lasting,
    Length,
    Named,
    Node,
    Open,
    Part,
    Range,
    Row,
)  # fmt: skip
from factcheck.values.times.parts import phrase
from factcheck.values.times.words import Words, listed, phrases, table

_LONG = frozenset({"day", "week", "fortnight", "month", "year"})
_DATED = Date | Named | Row | Either | Holiday | Part
_POSSESSED = frozenset({"before", "after", "since", "until"})


def _span(words: Words, first: int, last: int) -> tuple[int, int]:
    return words.starts[first], words.ends[last - 1]


def opened(words: Words, i: int) -> Found:
    """An interval that begins with its word: "from ... to ...", "between ... and ...", "since 2014"."""
    low = words.low
    if low[i] in {"from", "between"}:
        start = _end(words, i + 1) or _year(words, i + 1)
        if start is not None:
            whole = ranged(words, i + 1, *start, opener=low[i])
            if whole is not None:
                return whole
        found = of_figures(words, i + 1)
        if found is not None:
            return found
    opener = phrases("openers").at(words, i)
    if opener is None:
        return None
    relation, j = opener
    j += low[j] in {"on", "around", "about", "at"}
    inner = phrase(words, j)
    if (
        inner is None
        or isinstance(inner[0], Length | Range | Away)
        or (relation == "over" and not isinstance(inner[0], Row))
    ):
        return None
    node, last = inner
    if relation in _POSSESSED and low[last : last + 2] == ["'", "s"]:
        return None  # "after Monday's vote" is not after Monday
    return Open(relation, node, _span(words, j, last)), last


def lasting(words: Words, i: int) -> Found:
    """So many units from a day on: "two weeks starting May 20", "for three days from Monday"."""
    low = words.low
    counted = counted_unit(words, i)
    if counted is None or not counted[0] or counted[0] != int(counted[0]) or counted[1] not in _LONG:
        return None
    j = counted[2] + (low[counted[2]] == ",")
    if low[j] in listed("starting"):
        k = j + 1 + (low[j + 1] in {"from", "on"})
    elif low[j] == "from" and words.before(i) == "for":
        k = j + 1
    else:
        return None
    day = phrase(words, k)
    if day is None or not isinstance(day[0], Date | Named | Either | Holiday | Row):
        return None
    spans = _span(words, i, counted[2]), _span(words, k, day[1])
    return Lasting(int(counted[0]), counted[1], day[0], spans), day[1]


def ranged(words: Words, i: int, first: Node, j: int, *, opener: str = "") -> Found:
    """The range that begins with ``first``, which stands on words ``i`` to ``j``."""
    if isinstance(first, Range):
        return (first, j) if opener else None
    sign = words.low[j]
    if opener not in table("ranges").get(sign, ()):
        return None
    if sign == "-" and not (words.glued(j) or words.glued(j + 1) or isinstance(first, Date | Clock | Cycle | Either)):
        return None  # a dash between phrases
    end = _last_of(words, first, j + 1, dash=sign == "-")
    if end is None:
        return None
    last, stop = end
    if isinstance(first, Date) and isinstance(last, Date):
        first = _sharing_year(first, last)
    alike = type(first) is type(last) or (isinstance(first, _DATED) and isinstance(last, _DATED))
    if not (alike or opener):
        return None
    return Range(first, last, (_span(words, i, j), _span(words, j + 1, stop))), stop


def _year(words: Words, i: int) -> Found:
    """A plain year, where "from" or "between" asks for one."""
    number = words.digits(i, 4, 4)
    if number is None or not FIRST_YEAR <= number <= LAST_YEAR or words.low[i + 1] not in table("ranges"):
        return None
    return Date(number), i + 1


def _end(words: Words, i: int) -> Found:
    """A phrase, or "now"."""
    return (Named(0), i + 1) if words.low[i] == "now" else phrase(words, i)


def _sharing_year(first: Date, last: Date) -> Date:
    """The first with the year of the last: "January to April 2015"."""
    if first.year is None and first.shift is None and first.month and last.month and last.year is not None:
        return replace(first, year=last.year - (first.month > last.month), short_year=last.short_year)
    return first


def _last_of(words: Words, first: Node, i: int, *, dash: bool) -> Found:
    """The last one: a bare day of the same month, a bare year, two figures of the next year, or any phrase."""
    if isinstance(first, Date) and first.month is not None and first.day is not None and not figures.numeric(words, i):
        day = dates.day_number(words, i + (words.low[i] == "the"))
        if day is not None and dates.month(words, day[1]) is None:
            year = dates.year_after(words, day[1]) if first.year is None else None
            number = year[0] if year else first.year
            turned = day[0] < first.day  # "from April 27 to the third" of May
            month = first.month % 12 + 1 if turned else first.month
            number = number + 1 if number is not None and turned and month == 1 else number
            return Date(number, month, day[0]), year[2] if year else day[1]
    if isinstance(first, Date) and first.year is not None and first.month is None:
        full, short = words.digits(i, 4, 4), words.digits(i, 2, 2)
        if full is not None and FIRST_YEAR <= full <= LAST_YEAR:
            return Date(full), i + 1
        if dash and short is not None:  # "2018-19"
            later = first.year // 100 * 100 + short + (first.year % 100 == 99) * 100
            return (Date(later), i + 1) if later > first.year else None
    return _end(words, i)


def of_figures(words: Words, i: int) -> Found:
    """Where only the last figure has its month or era: "25-27 March 2019", "264 to 241 BC"."""
    return _days(words, i) or (_years_before_christ(words, i) if words.low[i].isdigit() else None)


def _days(words: Words, i: int) -> Found:
    """Days of one month: "25-27 March 2019", "the ninth and the seventeenth of April"."""
    first = dates.day_number(words, i + (words.low[i] == "the"))
    if first is None or words.low[first[1]] not in table("ranges"):
        return None
    last = dates.day_first(words, first[1] + 1)
    if last is None or not isinstance(last[0], Date) or last[0].day is None:
        return None
    if words.low[first[1]] == "and" and words.before(i) != "between" and last[0].day != first[0] + 1:
        return None  # "5 and 12 March" are two days
    spans = _span(words, i, first[1]), _span(words, first[1] + 1, last[1])
    return Range(replace(last[0], day=first[0]), last[0], spans), last[1]


def _years_before_christ(words: Words, i: int) -> Found:
    """Years before Christ: "264 to 241 BC"."""
    first = words.digits(i, 1, 4)
    if first is None or words.low[i + 1] not in table("ranges"):
        return None
    last = years.year(words, i + 2)
    if last is None or not isinstance(last[0], Date) or last[0].year is None or not 1 - first < last[0].year < 1:
        return None
    spans = _span(words, i, i + 1), _span(words, i + 2, last[1])
    return Range(Date(1 - first), last[0], spans), last[1]
