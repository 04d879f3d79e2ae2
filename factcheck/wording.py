"""Values in words, for people: on the worksheet, in notes and in the table on the screen."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.models import Law, Money, Name, Number, Percent, Quantity, Quote, Text, Time, Value, Vote


def describe(value: Value) -> str:
    """What was understood, in a few words: ``100 (90 to 110) servicemen``, ``Sat 2019-03-23``.

    Only what the value says; the words of the article and ``value.reason`` are printed beside it.
    """
    match value:
        case Quantity():
            return _join(_interval(value, _unit(value)), value.noun, value.per and f"per {_name(value.per)}")
        case Money():
            amount = _join(value.currency, _interval(value, None), value.per and f"per {_name(value.per)}")
            return amount if value.currency else f"{amount}, currency open"
        case Percent():
            return _interval(value, value.unit)
        case Time():
            return _time(value)
        case Law():
            return _join(value.name, value.number and f"({value.number})" if value.name else value.number, value.status)
        case Vote():
            return _join(value.method, _tally(value))
        case Name():
            return ", ".join(part for part in (value.name, value.role) if part)
        case Text():
            return f"“{value.words}”"
        case Quote():
            count = len(value.words.split())
            return f"{count} word{'' if count == 1 else 's'}, verbatim"


def number(value: Number) -> str:
    """A number as a newsroom writes it: ``12,000``, ``31.75``, ``2.4 million``."""
    for size, name in SCALES:
        if abs(value) >= size and float(f"{value:.4g}") == value:
            return f"{value / size:.4g} {name}"
    if isinstance(value, float):
        value = round(value) if value.is_integer() or abs(value) >= 10_000 else float(f"{value:.4g}")
    return f"{value:,}"


SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def _unit(value: Quantity) -> str | None:
    """Time units are written out, other symbols stay: ``90 days``, ``35 t``."""
    if value.unit not in TIME_UNITS:
        return value.unit
    written = _name(value.unit)
    return written if value.number == value.low == value.high == 1 else f"{written}s"


TIME_UNITS = ("a", "mo", "wk", "d", "h", "min", "s")


def _interval(value: Quantity | Money | Percent, unit: str | None) -> str:
    low, high = value.low, value.high
    if value.number is not None and low == high == value.number:
        return _with_unit(number(value.number), unit)
    if low is not None and high is not None:
        bounds = number(low) if low == high else f"{number(low)} to {number(high)}"
    elif low is not None:
        bounds = "or more" if low == value.number else f"{number(low)} or more"
    elif high is not None:
        bounds = "or less" if high == value.number else f"up to {number(high)}"
    else:
        bounds = "open"
    if value.number is None:
        return _with_unit(bounds, unit)
    shown = _with_unit(number(value.number), unit)
    return f"{shown} {bounds}" if bounds in ("or more", "or less") else f"{shown} ({bounds})"


def _with_unit(text: str, unit: str | None) -> str:
    return text if unit is None else f"{text}{'' if unit == '%' else ' '}{unit}"


def _time(value: Time) -> str:
    if not value.resolved:
        return f"open: {value.edtf}" if value.edtf else "open"
    first, last = value.earliest, value.latest
    match first, last:
        case None, None:
            return value.edtf or value.timex or "open"
        case None, date():
            return f"until {day(last)}"
        case date(), None:
            return f"from {day(first)}"
        case date(), date() if first == last:
            return day(first)
        case date(), date() if last - first < timedelta(days=7):
            return f"{day(first)} to {day(last)}"
    if value.edtf in (f"{first:%Y}", f"{first:%Y-%m}"):
        return value.edtf  # a year or a month says itself from when to when
    span = f"{first} to {last}"
    return f"{value.edtf} ({span})" if value.edtf and "/" not in value.edtf else span


def day(day: date) -> str:
    """A day as notes and sheets give it: ``Sat 2019-03-23``."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"


WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _tally(value: Vote) -> str | None:
    if value.yeas is None and value.nays is None:
        return None
    counts = [str(count) if count is not None else "?" for count in (value.yeas, value.nays)]
    if value.abstentions is not None:
        counts.append(str(value.abstentions))
    return " to ".join(counts[:2]) + (f", {counts[2]} abstaining" if len(counts) > 2 else "")


def _join(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _name(unit: str) -> str:
    from factcheck.values import units  # loads spaCy, which those who only print do without

    return units.name(unit)
