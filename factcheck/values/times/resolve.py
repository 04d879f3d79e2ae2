"""From what an expression says to where it stands on the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.values.times.lengths import duration
from factcheck.values.times.nodes import (
    Around, Away, Clock, Cycle, Date, DayPart, Either, Fiscal, Holiday, Named, Node, Nth, Open, Part, Range, Row, Stretch, Years,
)  # fmt: skip
from factcheck.values.times.periods import (
    Period, add, between, holiday, nth_weekday, opened, part_of, start_of, unknown, whole,
)  # fmt: skip
from factcheck.values.times.tense import Direction
from factcheck.values.times.words import table

NO_DATE = "counted from the day of publication, which is not known: give a publication date"
NO_YEAR = "the year is not said: give a publication date"
# So many times nearer must a month, or a day, be to be read against the tense beside it.
_AGAINST_TENSE, _AGAINST_TENSE_OF_A_DAY = 12, 3

NO_STORY = "counted from a date that the text has not named before"


@dataclass(slots=True)
class Context:
    """What an expression is counted from: the publication date, the last date named, and the tense beside it."""

    published: date | None
    story: Period | None = None
    story_year: int | None = None
    direction: Direction = 0
    story_dated: bool = False  # the last date named has a month
    leads: bool = False  # the expression opens its sentence


def resolve(node: Node, context: Context) -> Period | None:
    """The period that a tree names; ``None`` where it names none at all (a plain duration, an impossible date)."""
    try:
        return _resolve(node, context)
    except ValueError:  # 30 February, the year 12019
        return None


def _resolve(node: Node, context: Context) -> Period | None:
    match node:
        case Date():
            return _date(node, context)
        case Either():
            return _either(node, context)
        case Named():
            return _named(node, context)
        case Row():
            return _row(node, context)
        case Cycle():
            return _cycle(node, context)
        case Fiscal():
            return _fiscal(node, context)
        case Years():
            return _years(node, context)
        case Holiday():
            return _holiday(node, context)
        case Away():
            return _away(node, context)
        case Stretch():
            return _stretch(node, context)
        case Part():
            return _part(node, context)
        case Nth():
            return _nth(node, context)
        case Around():
            inner = _resolve(node.of, context)
            return inner and (
                replace(whole(node.unit, inner.first), anchor=inner.anchor, why=inner.why) if inner.first else inner
            )
        case DayPart():
            return _day_part(node, context)
        case Clock():
            return _clock(node, context)
        case Range():
            return _range(node, context)
        case Open():
            inner = _resolve(node.of, context)
            return inner and opened(inner, node.relation)
        case _:
            return None


# --- dates ----------------------------------------------------------------------------------------


def _date(node: Date, context: Context) -> Period | None:
    if node.year is not None:
        return _with_year(node, context)
    anchor = _anchor(context, story=node.story)
    if node.weekday is not None and node.day is None:
        return _weekday(node, context, anchor)
    if node.month is None:
        return _day_of_month(node, context, anchor)
    edtf = f"XXXX-{node.month:02}" + (f"-{node.day:02}" if node.day else "")
    if anchor is None:
        if context.story_year is None:
            return unknown(NO_YEAR, edtf=edtf, timex=edtf, unit="day" if node.day else "month")
        anchor = date(context.story_year, 1, 1)
        if context.story and context.story.first and context.story.first.year == context.story_year:
            anchor = context.story.first
        year = context.story_year + (context.story_dated and anchor.month - node.month >= 9)
        return replace(_checked(_month_day(year, node), node), anchor=anchor)
    year = _nearest_year(node, anchor, context.direction)
    return replace(_checked(_month_day(year, node), node), anchor=anchor)


def _month_day(year: int, node: Date) -> Period:
    if node.month is None:
        return whole("year", date(year, 1, 1))
    if node.day is None:
        return whole("month", date(year, node.month, 1))
    return whole("day", date(year, node.month, node.day))


def _checked(period: Period, node: Date) -> Period:
    """Says so where a weekday does not go with its date."""
    if node.weekday is None or period.first is None or period.first.isoweekday() == node.weekday:
        return period
    names = {number: name.capitalize() for name, number in table("weekdays").items()}
    right, written = names[period.first.isoweekday()], names[node.weekday]
    return replace(period, why=f"{period.first} is a {right}, not a {written}")


def _with_year(node: Date, context: Context) -> Period:
    year = node.year
    assert year is not None
    if year <= 0:
        edtf = f"-{-year:04}" if year else "0000"
        return Period(
            "year", None, None, edtf, f"BC{1 - year:04}", why="before the calendar that days are counted in", known=True
        )
    if node.short_year:
        last = context.published.year + 10 if context.published else context.story_year and context.story_year + 50
        if last is None:
            return unknown(
                f"the century of '{year:02} is not said: give a publication date", timex=f"XX{year:02}", unit="year"
            )
        year = last - (last - year) % 100
    period = _checked(_month_day(year, node), node)
    return replace(period, anchor=context.published) if node.short_year else period


def _nearest_year(node: Date, anchor: date, direction: Direction) -> int:
    """The year of "March 25" or "March": by tense, else the nearest; ``shift`` is last, this, next."""
    month = node.month or 1
    if node.shift == 0:
        return anchor.year
    here = (anchor.month, anchor.day if node.day else 0)
    there = (month, node.day or 0)
    if node.shift is not None:
        same = here == there
        return anchor.year + (-1 if node.shift < 0 else 1) * (same or (there > here) == (node.shift < 0))
    past, future = anchor.year - (there > here), anchor.year + (there < here)
    since = (anchor - date(past, month, min(node.day or 28, 28))).days
    ahead = (date(future, month, min(node.day or 1, 28)) - anchor).days
    against = _AGAINST_TENSE if node.day is None else _AGAINST_TENSE_OF_A_DAY
    weights = {-1: (1, against), 0: (1, 1), 1: (against, 1)}[direction]
    return past if since * weights[0] <= ahead * weights[1] else future


def _weekday(node: Date, context: Context, anchor: date | None) -> Period | None:
    assert node.weekday is not None
    timex = f"XXXX-WXX-{node.weekday}"
    if anchor is None:
        return unknown(NO_STORY if node.story else NO_DATE, timex=timex)
    back = (anchor.isoweekday() - node.weekday) % 7
    ahead = (node.weekday - anchor.isoweekday()) % 7
    if node.shift is None:
        days = ahead if context.direction > 0 else -back
    elif node.story:
        days = (ahead or 7) if node.shift > 0 else -(back or 7)
    elif node.shift < 0:
        days = -(back or 7)
    elif node.shift == 0:
        days = node.weekday - anchor.isoweekday() if context.direction < 0 else ahead
    else:
        days = 7 + node.weekday - anchor.isoweekday()
    return replace(whole("day", anchor + timedelta(days)), anchor=anchor)


def _day_of_month(node: Date, context: Context, anchor: date | None) -> Period | None:
    """ "the 25th": of the month last named, or of the month of publication and its neighbours by tense."""
    if node.day is None:
        return None
    if context.story is not None and context.story.first is not None and context.story.unit in {"day", "month"}:
        anchor = context.story.first
        return replace(_checked(whole("day", anchor.replace(day=node.day)), node), anchor=anchor)
    if anchor is None:
        return unknown(NO_DATE, edtf=f"XXXX-XX-{node.day:02}", timex=f"XXXX-XX-{node.day:02}")
    month = anchor.replace(day=1)
    if context.direction > 0 and node.day < anchor.day:
        month = add(month, 1, "month")
    elif context.direction <= 0 and node.day > anchor.day and context.direction:
        month = add(month, -1, "month")
    return replace(_checked(whole("day", month.replace(day=node.day)), node), anchor=anchor)


def _either(node: Either, context: Context) -> Period | None:
    one, two = resolve(node.american, context), resolve(node.european, context)
    if one is None or two is None or one.first is None or two.first is None:
        return one or two
    low, high = sorted((one.first, two.first))
    why = f"{one.first} with the month first, {two.first} with the day first"
    return Period("day", low, high, None, one.timex, anchor=one.anchor, why=why, known=False)


def _named(node: Named, context: Context) -> Period:
    if context.published is None:
        return unknown(NO_DATE, timex="XXXX-XX-XX")
    day = whole("day", add(context.published, node.days, "day"))
    return replace(day, anchor=context.published, timex=f"{day.timex}T{node.part}" if node.part else day.timex)


def _holiday(node: Holiday, context: Context) -> Period:
    rule = table("holidays")[node.name]
    if node.year is not None:
        return whole("day", holiday(rule, node.year))
    anchor = context.published or (context.story.first if context.story else None)
    if anchor is None:
        return unknown(NO_YEAR)
    here = holiday(rule, anchor.year)
    if node.shift == 0:
        year = anchor.year
    elif node.shift is not None:
        year = anchor.year + node.shift * (here == anchor or (here > anchor) == (node.shift < 0))
    elif context.direction:
        year = anchor.year + (here < anchor if context.direction > 0 else -(here > anchor))
    else:
        year = min(
            (anchor.year, anchor.year - 1, anchor.year + 1), key=lambda one: abs((holiday(rule, one) - anchor).days)
        )
    return replace(whole("day", holiday(rule, year)), anchor=anchor)


# --- rows of units --------------------------------------------------------------------------------


def _anchor(context: Context, *, story: bool) -> date | None:
    if story:
        return (context.story.first if context.story else None) or None
    return context.published


def _one_step(shift: int) -> int:
    return max(-1, min(1, shift))


def _row(node: Row, context: Context) -> Period | None:
    if node.unit in {"second", "minute", "hour"}:
        return None
    anchor = _anchor(context, story=node.story)
    if anchor is None and node.unit not in {"day", "night"}:  # "the following week" where no date is named before
        anchor = context.published or (context.story.first if context.story else None)
    if anchor is None:
        return unknown(NO_STORY if node.story else NO_DATE, unit=node.unit)
    if node.story and node.shift > 0 and node.unit in {"day", "night"} and context.story and context.story.last:
        anchor = context.story.last
    if node.unit == "weekend":
        return replace(_weekend(node, anchor, context), anchor=anchor)
    unit = "day" if node.unit == "night" else node.unit
    period = whole(unit, add(start_of(unit, anchor), _one_step(node.shift), unit))
    if node.unit == "night":
        period = replace(period, timex=f"{period.timex}TNI")
    return replace(period, anchor=anchor)


def _weekend(node: Row, anchor: date, context: Context) -> Period:
    """ "the weekend" is the one of today, else the last one, or by tense the next; "this weekend" the one of this week."""
    here = start_of("weekend", anchor)
    if node.shift:
        step = node.shift if not (node.shift < 0 and anchor >= here) else -1
        return whole("weekend", add(here, step, "week"))
    looks_back = context.direction <= 0 and anchor < here
    return whole("weekend", add(here, -1, "week") if looks_back else here)


def _cycle(node: Cycle, context: Context) -> Period | None:
    months = {"season": 3, "quarter": 3, "half": 6}[node.unit]
    if node.unit == "season":
        start = next(one["month"] for one in table("seasons").values() if one["edtf"] == node.number)
    else:
        start = months * (node.number - 1) + 1
    if node.year is not None:
        return whole(node.unit, date(node.year, start, 1))
    anchor = _anchor(context, story=node.story)
    if anchor is None:
        if context.story_year is None:
            return unknown(NO_YEAR, unit=node.unit)
        return replace(
            whole(node.unit, date(context.story_year, start, 1)), anchor=context.story.first if context.story else None
        )
    if node.unit != "season" and node.shift is not None:
        year = anchor.year + node.shift
    else:
        year = _season_year(node, anchor, start, context)
    return replace(whole(node.unit, date(year, start, 1)), anchor=anchor)


def _season_year(node: Cycle, anchor: date, month: int, context: Context) -> int:
    """The year in which the season begins that is meant: "last fall" is the last one that is over."""
    years = range(anchor.year - 2, anchor.year + 3)
    spans = [(year, whole(node.unit, date(year, month, 1))) for year in years]
    way = node.shift if node.shift is not None else context.direction
    if node.shift is not None and way < 0:
        return max(year for year, span in spans if span.last and span.last < anchor)
    if node.shift is not None and way > 0:
        return min(year for year, span in spans if span.first and span.first > anchor)
    if way < 0:
        return max(year for year, span in spans if span.first and span.first <= anchor)
    if way > 0:
        return min(year for year, span in spans if span.last and span.last >= anchor)
    if node.shift == 0:
        return anchor.year - (month == 12 and anchor.month < 3)
    return min(spans, key=lambda one: abs(((one[1].first or anchor) - anchor).days))[0]


def _fiscal(node: Fiscal, context: Context) -> Period:
    month = table("fiscal year month")
    year = node.year
    if year is None:
        if context.published is None:
            return unknown(NO_DATE, unit="year")
        year = context.published.year + (context.published.month >= month) + (node.shift or 0)
    first = date(year - 1, month, 1)
    last = add(first, 12, "month") - timedelta(1)
    why = "a fiscal year: that of the United States government begins in October; others differ"
    return Period(
        "year",
        first,
        last,
        f"{first:%Y-%m}/{last:%Y-%m}",
        f"FY{year:04}",
        why=why,
        anchor=None if node.year else context.published,
    )


def _years(node: Years, context: Context) -> Period:
    if node.before_christ:
        first = -(node.first + 99)
        return Period(
            "century",
            None,
            None,
            f"{first:05}/{-node.first:05}",
            f"BC{node.first // 100:02}",
            why="before the calendar that days are counted in",
        )
    first = node.first
    if node.short:
        last = context.published.year if context.published else context.story_year and context.story_year + 50
        if last is None:
            return unknown("the century is not said: give a publication date", timex=f"XX{first // 10}", unit="decade")
        first = last - (last - first) % 100
    return whole("decade" if node.size == 10 else "century", date(max(first, 1), 1, 1))


# --- counted from another -------------------------------------------------------------------------


def _away(node: Away, context: Context) -> Period | None:
    base: Period | None
    if node.of == "now":
        base = whole("day", context.published) if context.published else None
    elif node.of == "story":
        base = context.story
    else:
        base = _resolve(node.of, context)
    if base is None or base.first is None:
        return unknown(NO_STORY if node.of == "story" else NO_DATE, unit=node.unit)
    anchor = base.first
    if node.unit in {"second", "minute", "hour"}:
        if node.amount is None or node.unit != "hour" or node.amount < 24:
            return replace(whole("day", anchor), anchor=anchor) if node.of == "now" else None
        return replace(whole("day", anchor + timedelta(int(node.sign * node.amount // 24))), anchor=anchor)
    if node.amount is None:
        return _vague_away(node, base)
    times = 2 if node.unit == "fortnight" else 1
    unit = "week" if node.unit in {"fortnight", "weekend"} else node.unit
    steps = node.sign * node.amount * times
    if steps != int(steps):
        if unit != "year":
            return None
        steps, unit = round(steps * 12), "month"
    start = base.last if node.sign > 0 and base.last is not None and node.of != "now" and base.unit == "day" else anchor
    day = add(start, int(steps), unit)
    exact = not isinstance(node.of, str) or unit in {"day", "night"}
    if unit == "decade":
        unit = "year"
    period = whole("day" if exact and base.unit == "day" else base.unit if not isinstance(node.of, str) else unit, day)
    if node.of == "story" and base.unit in {"month", "year", "season"} and unit in {"month", "year"}:
        period = whole("year" if unit == "year" else "month", day)
    return replace(period, anchor=anchor)


def _vague_away(node: Away, base: Period) -> Period | None:
    """ "a few months ago": some time up to then."""
    assert base.first is not None
    grain = {"fortnight": "week", "weekend": "week", "night": "day"}.get(node.unit, node.unit)
    here = whole(grain, base.first)  # type: ignore[arg-type]
    why = "how many is not said"
    if node.sign < 0:
        return Period(
            node.unit,
            None,
            base.first,
            f"../{(here.edtf or '').split('/')[-1]}",
            "PAST_REF",
            anchor=base.first,
            why=why,
        )
    return Period(
        node.unit, base.first, None, f"{(here.edtf or '').split('/')[0]}/..", "FUTURE_REF", anchor=base.first, why=why
    )


def _stretch(node: Stretch, context: Context) -> Period | None:
    timex = duration(node.amount, node.unit)
    anchor = context.published
    if node.story and context.story is not None and (anchor is None or context.direction < 0):
        anchor = context.story.last if node.sign > 0 else context.story.first
    if anchor is None:
        return unknown(NO_STORY if node.story else NO_DATE, timex=timex, unit=node.unit)
    if node.unit in {"second", "minute", "hour", "weekend"}:
        return None
    if node.amount is None or node.amount != int(node.amount):
        return unknown("how many is not said", timex=timex, unit=node.unit)
    times = 2 if node.unit == "fortnight" else 1
    unit = "week" if node.unit == "fortnight" else "day" if node.unit == "night" else node.unit
    other = add(anchor, int(node.sign * node.amount * times), unit)
    first, last = (other, anchor) if node.sign < 0 else (anchor, other)
    if unit in {"year", "decade", "century"}:
        edtf = f"{first.year:04}/{last.year:04}"
        first, last = (date(first.year, 1, 1), last) if node.sign < 0 else (first, date(last.year, 12, 31))
    elif unit in {"month", "quarter"}:
        edtf = f"{first:%Y-%m}/{last:%Y-%m}"
        first, last = (first.replace(day=1), last) if node.sign < 0 else (first, whole("month", last).last or last)
    else:
        first, last = (first, last) if node.sign < 0 else (first + timedelta(1), last)
        edtf = f"{first}/{last}"
    return Period(unit, first, last, edtf, timex, anchor=anchor)


# --- parts ----------------------------------------------------------------------------------------


def _part(node: Part, context: Context) -> Period | None:
    inner = _resolve(node.of, context)
    return inner and part_of(inner, node.edge, today=inner.anchor)


def _nth(node: Nth, context: Context) -> Period | None:
    inner = _resolve(node.of, context)
    if inner is None or inner.first is None or inner.last is None:
        return inner
    first, last = inner.first, inner.last
    if isinstance(node.unit, int):
        return replace(_nth_day(node, inner, first, last), anchor=inner.anchor)
    unit = node.unit
    if node.number < 0:
        end = last
        start = start_of(unit, last) if node.amount == 1 else add(last, -node.amount, unit) + timedelta(1)
        if (
            unit == "week" and node.amount == 1 and last - start < timedelta(3)
        ):  # a week belongs to the month of its Thursday
            start -= timedelta(7)
    else:
        start = start_of(unit, first + timedelta(3)) if unit == "week" and inner.unit in {"month", "year"} else first
        start = add(start, (node.number - 1) * node.amount, unit)
        end = add(start, node.amount, unit) - timedelta(1)
    if node.amount == 1:
        return replace(whole(unit, start), anchor=inner.anchor)
    return Period(unit, start, end, f"{start}/{end}", duration(node.amount, unit), anchor=inner.anchor)


def _nth_day(node: Nth, inner: Period, first: date, last: date) -> Period:
    weekday = node.unit
    assert isinstance(weekday, int)
    if inner.unit == "month":
        return whole("day", nth_weekday(first.year, first.month, weekday, node.number))
    if node.number < 0:
        return whole("day", last - timedelta((last.isoweekday() - weekday) % 7))
    return whole("day", first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (node.number - 1)))


def _day_of(node: DayPart | Clock, context: Context) -> Period | None:
    if node.of is not None:
        return _resolve(node.of, context)
    if context.story is not None and context.story.unit == "day":
        return replace(context.story, anchor=context.story.first, why="no day is named with it")
    if context.published is None:
        return None
    return replace(whole("day", context.published), anchor=context.published, why="no day is named with it")


def _day_part(node: DayPart, context: Context) -> Period | None:
    day = _day_of(node, context)
    if day is None or day.first is None or day.unit != "day":
        return day
    return replace(day, timex=f"{day.first}T{node.part}")


def _clock(node: Clock, context: Context) -> Period | None:
    time = (
        f"T{node.hour:02}"
        + f":{node.minute or 0:02}"
        + (f":{node.second:02}" if node.second is not None else "")
    )
    day = _day_of(node, context)
    if day is None or day.first is None or day.unit != "day":
        return unknown("no day is named with it", timex=time)
    first = day.first + timedelta(1) if node.hour == 24 else day.first
    time = time.replace("T24", "T00")
    return replace(
        whole("day", first), anchor=day.anchor, why=day.why, timex=f"{first}{time}", known=node.of is not None
    )


def ends(node: Range, context: Context) -> tuple[Period | None, Period | None]:
    """Both ends of a range: the last one is looked for from the first one on."""
    first = resolve(node.first, context)
    if first is None or first.first is None:
        return first, resolve(node.last, context)
    inside = context
    if isinstance(node.last, Date) and node.last.year is None:
        inside = Context(first.first, first, first.first.year, 1)
    elif isinstance(node.last, Clock | DayPart) and node.last.of is None and node.first != node.last:
        inside = replace(context, story=whole("day", first.first))
    return first, resolve(node.last, inside)


def _range(node: Range, context: Context) -> Period | None:
    first, last = ends(node, context)
    return between(first, last) if first and last else None
