"""Stretches of the calendar, how EDTF and TIMEX3 spell them, and the arithmetic of days, weeks, months and years."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta

from factcheck.values.times.nodes import Edge, Unit
from factcheck.values.times.words import table

_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar. ``first`` and ``last`` are inclusive days, ``None`` where open or unknown.

    ``edtf`` is ``None`` where nothing can be said; ``anchor`` is the day it was counted from; ``why`` says what is
    open or doubtful; ``known`` is false where it has no place on the calendar yet.
    """

    unit: Unit
    first: date | None
    last: date | None
    edtf: str | None
    timex: str | None
    anchor: date | None = None
    why: str | None = None
    known: bool = True


def unknown(why: str, *, edtf: str | None = None, timex: str | None = None, unit: Unit = "day") -> Period:
    """A period without a place on the calendar, and why."""
    return Period(unit, None, None, edtf, timex, why=why, known=False)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or the last one there (31 January + 1 month is 28 February).

    Raises ``ValueError`` outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise ValueError(f"year {year} is not on the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, amount: int, unit: Unit) -> date:
    """The day so many units later, or earlier."""
    if unit in _MONTHS:
        return add_months(day, amount * _MONTHS[unit])
    try:
        if unit == "business day":
            return _business(day, amount)
        return day + timedelta(amount * _DAYS.get(unit, 0))
    except OverflowError as error:
        raise ValueError("that day is not on the calendar") from error


def _business(day: date, amount: int) -> date:
    """The day so many days from Monday to Friday later, or earlier. Holidays are not known."""
    sign = 1 if amount > 0 else -1
    weeks, rest = divmod(abs(amount), 5)
    day += timedelta(7 * weeks * sign)
    while rest or day.weekday() > 4:
        day += timedelta(sign)
        rest -= day.weekday() < 5 and rest > 0
    return day


def start_of(unit: Unit, day: date) -> date:
    """The first day of the unit that holds ``day``. Weeks begin on Monday; a weekend is the one of that week."""
    match unit:
        case "week":
            return day - timedelta(day.weekday())
        case "weekend":
            return day - timedelta(day.weekday()) + timedelta(5)
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, day.month - (day.month - 1) % 3, 1)
        case "half":
            return date(day.year, 1 if day.month < 7 else 7, 1)
        case "season":
            month = day.month // 3 * 3 or 12
            return date(day.year - (day.month < 3), month, 1)
        case "year":
            return date(day.year, 1, 1)
        case "decade":
            return date(max(1, day.year // 10 * 10), 1, 1)
        case "century":
            return date(max(1, day.year // 100 * 100), 1, 1)
        case _:
            return day


def whole(unit: Unit, day: date) -> Period:
    """The unit that holds ``day``, all of it."""
    if unit not in _MONTHS and unit not in _DAYS:
        unit = "day"
    first = start_of(unit, day)
    if unit == "weekend":
        last = first + timedelta(1)
    elif unit == "century":  # the year 1 begins one, so that 100 years later is no round year
        last = date(first.year // 100 * 100 + 99, 12, 31)
    elif unit == "decade":
        last = date(first.year // 10 * 10 + 9, 12, 31)
    elif first.year == MAXYEAR:
        last = date(MAXYEAR, 12, 31)
    else:
        last = add(first, 1, unit) - timedelta(1)
    edtf, timex = _spelled(unit, first, last)
    return Period(unit, first, last, edtf, timex)


def _spelled(unit: Unit, first: date, last: date) -> tuple[str, str]:
    year, week, _ = first.isocalendar()
    match unit:
        case "week":
            return f"{first}/{last}", f"{year:04}-W{week:02}"
        case "weekend":
            return f"{first}/{last}", f"{year:04}-W{week:02}-WE"
        case "fortnight":
            return f"{first}/{last}", "P2W"
        case "month":
            return f"{first:%Y-%m}", f"{first:%Y-%m}"
        case "quarter":
            return f"{first:%Y-%m}/{last:%Y-%m}", f"{first.year:04}-Q{(first.month + 2) // 3}"
        case "half":
            return f"{first:%Y-%m}/{last:%Y-%m}", f"{first.year:04}-H{1 if first.month == 1 else 2}"
        case "season":
            season = next(one for one in table("seasons").values() if one["month"] == first.month)
            return f"{first.year:04}-{season['edtf']}", f"{first.year:04}-{season['timex']}"
        case "year":
            return f"{first.year:04}", f"{first.year:04}"
        case "decade":
            return f"{first.year // 10:03}X", f"{first.year // 10:03}"
        case "century":
            return f"{first.year // 100:02}XX", f"{first.year // 100:02}"
        case _:
            return first.isoformat(), first.isoformat()


def between(first: Period, last: Period) -> Period:
    """From the beginning of one to the end of the other."""
    start, end = _bound(first, 0), _bound(last, -1)
    turned = first.first is not None and last.last is not None and first.first > last.last
    return Period(
        first.unit,
        first.first,
        last.last,
        (start if start == end else f"{start}/{end}") if start and end and not turned else None,
        None,
        anchor=first.anchor or last.anchor,
        why="it ends before it begins" if turned else first.why or last.why,
        known=first.known and last.known and not turned,
    )


def _bound(period: Period, side: int) -> str | None:
    return period.edtf.split("/")[side] if period.edtf else None


def opened(period: Period, relation: str) -> Period:
    """The open interval that "since", "until", "by", "before" or "after" makes of a period."""
    if relation in {"at", "over"} or not period.edtf or not period.known:
        return period
    match relation:
        case "since":
            return replace(period, last=None, edtf=f"{_bound(period, 0)}/..")
        case "until" | "by":
            return replace(period, first=None, edtf=f"../{_bound(period, -1)}")
        case "before" if period.first and period.first > date.min:
            end = period.first - timedelta(1)
            return replace(period, first=None, last=end, edtf=f"../{end}")
        case "after" if period.last and period.last < date.max:
            start = period.last + timedelta(1)
            return replace(period, first=start, last=None, edtf=f"{start}/..")
    return period


def part_of(period: Period, edge: Edge, *, today: date | None = None) -> Period:
    """A part of a period: the days that a desk would say it of.

    Months go by tens of days (1-10, 11-20, 21-end), the others by thirds; the very beginning or close of a year is a
    month, of a month five days, of a week two, of a decade two years. "Earlier" and "later" in the period that holds
    ``today`` end or begin there.
    """
    first, last = period.first, period.last
    if first is None or last is None or period.unit in {"day", "night"}:
        return period
    if edge in {"so far", "rest"}:
        if today is None or not first <= today <= last:
            return part_of(period, "start" if edge == "so far" else "end")
        return _days(period, first, today) if edge == "so far" else _days(period, today, last)
    if edge in {"open", "close"}:
        size: dict[str, tuple[int, Unit]] = {
            "month": (5, "day"), "week": (2, "day"), "weekend": (1, "day"), "decade": (2, "year"),
            "century": (10, "year"),
        }  # fmt: skip
        amount, unit = size.get(period.unit, (1, "month"))
        if edge == "open":
            return _days(period, first, add(first, amount, unit) - timedelta(1))
        return _days(period, add(last + timedelta(1), -amount, unit), last)
    third = {"start": 0, "mid": 1, "end": 2}[edge]
    if period.unit in {"year", "season", "quarter", "half"}:
        months = {"year": 4, "half": 2}.get(period.unit, 1)
        first = add_months(first, third * months)
        return _days(period, first, add_months(first, months) - timedelta(1))
    if period.unit == "month":
        first = first + timedelta(10 * third)
        return _days(period, first, last if edge == "end" else first + timedelta(9))
    if period.unit in {"decade", "century"}:
        begin, cuts = first.year, (0, 3, 7, 10) if period.unit == "decade" else (0, 33, 67, 100)
        return _days(period, date(begin + cuts[third], 1, 1), date(begin + cuts[third + 1] - 1, 12, 31))
    days = (last - first).days + 1
    cut = (0, days // 3, days - days // 3, days)
    return _days(period, first + timedelta(cut[third]), first + timedelta(cut[third + 1] - 1))


def _days(period: Period, first: date, last: date) -> Period:
    """The period narrowed to some of its days, spelled by years, months or days, as coarse as they are whole."""
    after = last + timedelta(1) if last < date.max else last
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        edtf = f"{first.year:04}/{last.year:04}"
    elif first.day == after.day == 1 and period.unit != "month":
        edtf = f"{first:%Y-%m}/{last:%Y-%m}"
    else:
        edtf = f"{first}/{last}"
    ends = edtf.split("/")
    return replace(period, first=first, last=last, edtf=ends[0] if ends[0] == ends[1] else edtf)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + sunday - 7 * ((year % 19 + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: dict[str, int], year: int) -> date:
    """The day of a holiday of ``data/times.yaml`` in a year."""
    if "easter" in rule:
        return easter(year) + timedelta(rule["easter"])
    if "weekday" in rule:
        day = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"], after=rule.get("after", 0))
        return day + timedelta(rule.get("plus", 0))
    return date(year, rule["month"], rule["day"])


def nth_weekday(year: int, month: int, weekday: int, nth: int, *, after: int = 0) -> date:
    """The n-th weekday (1 is Monday) of a month, -1 the last, counted after day ``after``."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1 + after)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
