"""From what an expression says to where it stands on the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from factcheck.values.times import counted, named
from factcheck.values.times.context import NO_DATE, Context
from factcheck.values.times.nodes import (
    Around,
    Away,
    Clock,
    Cycle,
    Date,
    DayPart,
    Either,
    Fiscal,
    Holiday,
    Lasting,
    Named,
    Node,
    Nth,
    Open,
    Part,
    Range,
    Row,
    Stretch,
    Years,
)  # fmt: skip
from factcheck.values.times.periods import Period, between, opened, part_of, unknown, whole

NO_DAY = "no day is named with it"


def resolve(node: Node, context: Context) -> Period | None:
    """The period that a tree names; ``None`` where it names none at all (a plain duration, 30 February)."""
    try:
        return _resolve(node, context)
    except ValueError:  # no such day: 30 February, the year 12019
        return None


def _resolve(node: Node, context: Context) -> Period | None:
    match node:
        case Date():
            return named.dated(node, context)
        case Either():
            return named.either(node, context)
        case Named():
            return named.named_day(node, context)
        case Holiday():
            return named.on_holiday(node, context)
        case Cycle():
            return named.cycle(node, context)
        case Fiscal():
            return named.fiscal(node, context)
        case Years():
            return named.years(node, context)
        case Row():
            return counted.row(node, context)
        case Stretch():
            return counted.stretch(node, context)
        case Away():
            return counted.away(node, _base(node, context), context)
        case DayPart() | Clock():
            return _in_day(node, context)
        case Range():
            first, last = ends(node, context)
            return between(first, last) if first and last else None
        case Lasting():
            day = _resolve(node.of, context)
            return day and counted.lasting(node, day)
        case Part() | Nth() | Around() | Open():
            inner = _resolve(node.of, context)
            return inner and _of_period(node, inner)
        case _:
            return None


def _base(node: Away, context: Context) -> Period | None:
    if node.of == "story":
        return context.story if node.unit in {"year", "decade", "century"} else context.dated
    if node.of == "now":
        return whole("day", context.published) if context.published else None
    return _resolve(node.of, context)


def _of_period(node: Part | Nth | Around | Open, inner: Period) -> Period:
    match node:
        case Part():
            return part_of(inner, node.edge, today=inner.anchor)
        case Nth():
            return counted.nth(node, inner)
        case Open():
            return opened(inner, node.relation)
        case Around():
            if inner.first is None:
                return inner
            day = inner.first
            if node.unit == "weekend" and day.isoweekday() == 1:  # the weekend of a Monday is the one before it
                day -= timedelta(1)
            return replace(whole(node.unit, day), anchor=inner.anchor, why=inner.why)


def _in_day(node: DayPart | Clock, context: Context) -> Period | None:
    """A part of a day or a time of the clock. Where no day is named the value has a guess in ``timex`` only."""
    if isinstance(node, DayPart):
        time = f"T{node.part}"
    else:
        time = f"T{node.hour % 24:02}:{node.minute or 0:02}" + (f":{node.second:02}" if node.second is not None else "")
    if node.of is None:
        day = context.dated if context.dated is not None and context.dated.unit == "day" else None
        first = day.first if day is not None else context.published
        return unknown(NO_DAY, timex=f"{first}{time}" if first else time)
    day = _resolve(node.of, context)
    if day is None or day.first is None or day.unit != "day":
        return day or unknown(NO_DATE, timex=time)
    if isinstance(node, Clock) and node.hour == 24:
        day = replace(whole("day", day.first + timedelta(1)), anchor=day.anchor)
    return replace(day, timex=f"{(day.timex or '')[:10]}{time}")


def ends(node: Range, context: Context) -> tuple[Period | None, Period | None]:
    """Both ends of a range: the last one is looked for from the first one on."""
    first = resolve(node.first, context)
    if first is None or first.first is None:
        return first, resolve(node.last, context)
    inside = context
    last = node.last.of if isinstance(node.last, Part | Nth) else node.last  # "to the middle of September"
    if isinstance(last, Date) and last.year is None:
        inside = Context(first.first, first, first, first.first.year, direction=1)
    elif isinstance(node.last, Clock | DayPart) and node.last.of is None:
        inside = replace(context, dated=whole("day", first.first))
    return first, resolve(node.last, inside)
