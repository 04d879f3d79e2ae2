"""Runs the times of factcheck over time benchmarks in the neutral format and writes predictions for their scorer.

    python benchmarks/values_times.py DATA --bench gum-dates --out build/gum-dates.jsonl

DATA is the folder that holds one folder per benchmark with its ``docs.jsonl``. What the corpora annotate
otherwise than a newsroom reads it is translated here: TimeML marks both ends of a range and the date inside an
open interval, counts durations, sets and references to now, and leaves the preposition out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import spacy

from benchmarks.adapter import main
from factcheck.models import Time
from factcheck.values import times
from factcheck.values.times import nodes, periods


@dataclass(frozen=True, slots=True)
class Convention:
    """What a benchmark's annotation asks for."""

    anchored: bool = True  # the document date is what relative times are counted from
    ends: bool = True  # both ends of a range, and the date in an open interval, are annotated alone
    lengths: bool = True  # durations, sets and references to now are annotated
    day_parts: bool = True  # "Tuesday night" has its part of the day in the value
    clocks: bool = True  # a time of the clock without its day is annotated
    whole: bool = False  # "earlier this year" is the year
    close: bool = False  # "the end of the year" is its last day
    half_open: bool = False  # the end of a range is the first moment of its last unit
    exact: bool = False  # "in two weeks" is a day
    vague: str = "X"  # how many "a few" are


CONVENTIONS = {
    "gum-dates": Convention(lengths=False, day_parts=False, clocks=False, whole=True, close=True),
    "aquaint-tbaq": Convention(day_parts=False),
    "wikiwars": Convention(anchored=False),
    "rt-datetime": Convention(ends=False, half_open=True, exact=True, vague="3"),
}


def rows(text: str, day: str | None, nlp: Any, convention: Convention) -> Iterator[dict[str, Any]]:
    """The predictions for one document."""
    published = date.fromisoformat(day[:10]) if day and convention.anchored else None
    for found in times.expressions(nlp(text), published=published):
        before = text[: found.start].rsplit(maxsplit=1)[-1:]
        past = "past" in text[found.start : found.end]
        if (
            convention.exact
            and day
            and (moment := _moment(found, datetime.fromisoformat(day), before="".join(before), past=past))
        ):
            yield {
                "kind": "time",
                "start": found.start,
                "end": found.end,
                "text": text[found.start : found.end],
            } | moment
            continue
        for one in found.parts if convention.ends and found.parts else (found,):
            now = text[one.start : one.end].lower() == "now"
            row = (
                {"type": "DATE", "value": "PRESENT_REF"} if now and convention.lengths else _row(one, convention, text)
            )
            if row is not None:
                yield {"kind": "time", "start": one.start, "end": one.end, "text": text[one.start : one.end], **row}


def _row(found: times.Expression, convention: Convention, text: str) -> dict[str, Any] | None:
    value, node = found.time, found.node
    if value is None:
        kind = {nodes.Length: "DURATION", nodes.Repeated: "SET"}.get(type(node), "DATE")
        timex = getattr(node, "timex", "")
        if kind == "DURATION":
            timex = timex.replace("X", convention.vague)
            if convention.exact and text[found.start : found.end].endswith("weekends"):
                timex = timex.replace("W", "WE")
        return {"type": kind, "value": timex} if convention.lengths else None
    if isinstance(node, nodes.Clock) and node.of is None and not convention.clocks:
        return None
    if isinstance(node, nodes.Away) and node.unit in {"hour", "minute"} and not convention.lengths:
        return None
    day = value.earliest.isoformat() if value.earliest else None
    if isinstance(node, nodes.DayPart | nodes.Named) and not convention.day_parts:
        return {"type": "DATE", "value": day or value.timex}
    if isinstance(node, nodes.Open) and isinstance(node.of, nodes.Clock) and found.parts[0].time:
        side = "end_incl" if node.relation in {"before", "by", "until"} else "begin"
        return {"type": "TIME", "value": None, side: found.parts[0].time.timex}
    if isinstance(node, nodes.Clock | nodes.DayPart):
        return {"type": "TIME", "value": value.timex}
    if isinstance(node, nodes.Part) and convention.whole and node.edge in {"so far", "rest"}:
        return {"type": "DATE", "value": value.timex}
    if isinstance(node, nodes.Part) and convention.close and node.edge == "close" and value.latest:
        return {"type": "DATE", "value": value.latest.isoformat()}
    row = {"type": "DURATION" if isinstance(node, nodes.Stretch) else "DATE", "value": value.timex}
    if convention.half_open and isinstance(node, nodes.Range) and len(found.parts) == 2:
        return row | _half_open(*found.parts)
    if convention.exact and value.anchor and isinstance(node, nodes.Away | nodes.Stretch) and node.amount:
        exact = _exact(node, value.anchor)
        if exact:
            return row | exact
    if value.edtf and value.resolved:
        first, _, last = value.edtf.partition("/")
        row |= {"begin": None if first == ".." else first, "end_incl": None if last == ".." else last or first}
    return row


# Hours that Recognizers-Text gives to the parts of a day.
HOURS = {"MO": (8, 12), "AF": (12, 16), "EV": (16, 20), "NI": (20, 24)}


def _moment(found: times.Expression, now: datetime, *, before: str, past: bool) -> dict[str, Any] | None:
    """What assistants read otherwise: moments, the last second of a day, "last" weekdays as those of last week.

    ``before`` is the word before the expression. "In two weeks" always looks ahead, and what a newsroom counts from a
    date in the text ("that week", "three days later") is counted from now where the text has none.
    """
    node, first = found.node, found.time and found.time.earliest
    within = before == "within"
    if isinstance(node, nodes.Part) and node.edge == "close" and _one_day(node.of):
        return {"type": "TIME", "value": f"{first or now.date()}T23:59:59"}
    if found.time is not None and not found.time.resolved and (untold := _from_now(node, now.date())) is not None:
        return untold
    if within and isinstance(node, nodes.Stretch) and node.amount and node.sign > 0:
        end = periods.add(now.date(), int(node.amount), node.unit) - timedelta(1)
        return {"type": "DATE", "value": None, "begin": str(now.date()), "end_incl": str(end)}
    if isinstance(node, nodes.Length) and before.lower() == "in" and (ahead := _ahead(node.timex, now)) is not None:
        return ahead
    if isinstance(node, nodes.Away) and node.unit in {"hour", "minute"} and node.amount and isinstance(node.of, str):
        unit = timedelta(**{f"{node.unit}s": node.sign * node.amount})
        return {"type": "TIME", "value": (now + unit).isoformat()}
    if isinstance(node, nodes.DayPart) and node.part in HOURS and node.of is not None and first:
        start, end = HOURS[node.part]
        span = {"begin": f"{first}T{start:02}:00", "end_incl": f"{first}T{end - 1:02}:59"}
        return {"type": "TIME", "value": found.time and found.time.timex, **span}
    weekday = isinstance(node, nodes.Date) and node.weekday and not node.day and not past
    if weekday and node.shift in {-1, 1} and first:
        week = now.date() + timedelta(7 * node.shift - now.date().isoweekday() + node.weekday)
        return {"type": "DATE", "value": str(week)}
    if within and isinstance(node, nodes.Length) and node.timex[2:-1].isdigit() and node.timex[1] == "T":
        short = timedelta(**{{"H": "hours", "M": "minutes", "S": "seconds"}[node.timex[-1]]: int(node.timex[2:-1])})
        end = now + short - timedelta(minutes=1)
        return {"type": "TIME", "value": node.timex, "begin": now.isoformat()[:16], "end_incl": end.isoformat()[:16]}
    if within and isinstance(node, nodes.Length) and node.timex[1:-1].isdigit():
        unit = UNITS[node.timex[-1]]
        end = periods.add(now.date(), int(node.timex[1:-1]), unit)
        return {"type": "DATE", "value": node.timex, "begin": str(now.date()), "end_incl": str(end - timedelta(1))}
    return None


def _one_day(node: nodes.Node) -> bool:
    day = isinstance(node, nodes.Date) and (node.day or node.weekday) is not None
    return day or isinstance(node, nodes.Named) or (isinstance(node, nodes.Row) and node.unit == "day")


def _from_now(node: nodes.Node, today: date) -> dict[str, Any] | None:
    if isinstance(node, nodes.Row) and node.story:
        there = periods.whole(node.unit, periods.add(today, node.shift or 0, node.unit))
        return {"type": "DATE", "value": there.timex, "begin": str(there.first), "end_incl": str(there.last)}
    if (
        isinstance(node, nodes.Away)
        and node.of == "story"
        and node.amount
        and node.unit in {"day", "week", "fortnight"}
    ):
        return {"type": "DATE", "value": str(periods.add(today, node.sign * int(node.amount), node.unit))}
    return None


UNITS: dict[str, nodes.Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
SECONDS = {"H": 3600, "M": 60, "S": 1}


def _ahead(timex: str, now: datetime) -> dict[str, Any] | None:
    """The moment or day that so long a time (of one unit, ISO 8601) leads to."""
    amount, code = timex.removeprefix("P").removeprefix("T")[:-1], timex[-1]
    if timex.startswith("PT") and amount.replace(".", "", 1).isdigit():
        return {"type": "TIME", "value": (now + timedelta(seconds=float(amount) * SECONDS[code])).isoformat()}
    if amount.isdigit() and code in UNITS:
        return {"type": "DATE", "value": str(periods.add(now.date(), int(amount), UNITS[code]))}
    return None


def _half_open(first: times.Expression, last: times.Expression) -> dict[str, Any]:
    """From the first moment of one end to the first moment of the other."""
    one, two = first.time, last.time
    assert one is not None and two is not None
    if isinstance(last.node, nodes.Clock) and two.timex and "-" in two.timex:
        return {
            "begin": one.timex,
            "end_incl": (datetime.fromisoformat(two.timex) - timedelta(minutes=1)).isoformat()[:16],
        }
    if isinstance(first.node, nodes.Either) and isinstance(last.node, nodes.Either) and two.timex:
        return {"begin": one.timex, "end_incl": str(date.fromisoformat(two.timex) - timedelta(1))}
    start, end = _point(first.node, one), _point(last.node, two)
    return {"begin": str(start), "end_incl": str(end - timedelta(1))} if start and end else {}


def _point(node: nodes.Node, value: Time) -> date | None:
    """The day that an end of a range stands for: the first one, but the middle or the day after for a part."""
    if not isinstance(node, nodes.Part) or value.earliest is None or value.latest is None:
        return value.earliest
    unit: nodes.Unit = "year" if value.timex and len(value.timex) == 4 else "month"
    whole = periods.whole(unit, value.earliest)
    if whole.first is None or whole.last is None or node.edge not in {"mid", "close"}:
        return value.earliest
    length = whole.last - whole.first + timedelta(1)
    return whole.first + (length // 2 if node.edge == "mid" else length)


def _exact(node: nodes.Away | nodes.Stretch, anchor: date) -> dict[str, Any]:
    """To the day, where the text says weeks, months or years."""
    unit, amount = ("week", 2 * node.amount) if node.unit == "fortnight" else (node.unit, node.amount)
    if amount != int(amount) or unit in {"hour", "minute", "second", "business day", "quarter", "decade"}:
        return {}
    if isinstance(node, nodes.Away):
        return {"value": periods.add(anchor, node.sign * int(amount), unit).isoformat()}
    if node.sign < 0:
        return {"begin": str(periods.add(anchor, -int(amount), unit)), "end_incl": str(anchor - timedelta(1))}
    after = anchor + timedelta(1)
    return {"begin": str(after), "end_incl": str(periods.add(after, int(amount), unit) - timedelta(1))}


def reader(bench: str) -> Callable[[dict[str, Any]], Iterable[dict[str, Any]]]:
    """What reads a document of the set, by the set's conventions."""
    nlp, convention = spacy.blank("en"), CONVENTIONS.get(bench, Convention())
    return lambda doc: rows(doc["text"], doc.get("dct"), nlp, convention)


if __name__ == "__main__":
    main(__doc__, reader)
