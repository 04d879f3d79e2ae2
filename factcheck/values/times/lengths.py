"""Amounts of time: plain durations and repeated times. Quantities to this program, TIMEX3 to the measure."""

from __future__ import annotations

from factcheck.values.times.nodes import Length, Repeated, Unit
from factcheck.values.times.words import Words, cardinal, listed, phrases, table

_CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "night": "{}D", "day": "{}D", "business day": "{}BD",
    "weekend": "{}W", "week": "{}W", "month": "{}M", "quarter": "{}Q", "year": "{}Y",
}  # fmt: skip
_TIMES = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}


def duration(amount: float | None, unit: Unit) -> str:
    """The ISO 8601 duration; ``None`` is a vague amount ("PXY")."""
    name, times = _TIMES.get(unit, (unit, 1))
    if unit in _TIMES and amount is None:
        name = {"decade": "year", "century": "year"}.get(unit, "week")
    return "P" + _CODES[name].format("X" if amount is None else f"{amount * times:g}")


def amount(words: Words, i: int) -> tuple[float | None, int] | None:
    """How many: "three", "2.5", "a", "a couple of", "two and a half", "several"; ``None`` is vague."""
    low = words.low
    if low[i] in {"a", "an"}:
        if low[i + 1] in listed("vague amounts") or low[i + 1] == "good":
            return (2 if low[i + 1] == "couple" else None), i + 3 if low[i + 2] == "of" else i + 2
        if low[i + 1] == "half":
            return 0.5, i + 2 + (low[i + 2] == "-")
    if low[i] in listed("one amounts"):
        return 1, i + 1
    if low[i] == "half":
        return 0.5, i + 2 if low[i + 1] in {"a", "an", "-"} else i + 1
    if low[i] in listed("vague amounts"):
        return (2 if low[i] == "couple" else None), i + 2 if low[i + 1] == "of" else i + 1
    found = _decimal(words, i) or cardinal(words, i)
    if found is None:
        return None
    number, j = found
    if low[j] == "hundred":
        number, j = number * 100, j + 1
    if low[j] == "1" and low[j + 1] == "/" and low[j + 2] == "2":
        return number + 0.5, j + 3
    more, j = _and_a(words, j)
    return number + more, j


def _and_a(words: Words, i: int) -> tuple[float, int]:
    """What "and a half" or "and a quarter" adds, and the word after it."""
    j = i + 1 + (words.low[i + 1] == "a")
    share = {"half": 0.5, "quarter": 0.25}.get(words.low[j]) if words.low[i] == "and" else None
    return (share, j + 1) if share else (0, i)


def _decimal(words: Words, i: int) -> tuple[float, int] | None:
    whole, point, rest = words.shapes[i : i + 3]
    if not (whole.isascii() and whole.isdigit() and len(whole) < 7 and words.glued(i + 1) and words.glued(i + 2)):
        return None
    if point == "." and rest.isascii() and rest.isdigit() and len(rest) < 7:
        return float(f"{whole}.{rest}"), i + 3
    return (float(whole + rest), i + 3) if point == "," and rest.isdigit() and len(rest) == 3 else None


def counted_unit(words: Words, i: int, *, quarters: bool = False) -> tuple[float | None, Unit, int] | None:
    """How many, of what, and the word after it: "three days", "16-hour", "a decade", "two more weeks"."""
    found = amount(words, i)
    if found is None:
        return None
    j = found[1]
    if words.low[j] == "to" or words.low[j] == "or":
        second = cardinal(words, j + 1)
        if second is not None and found[0] is not None and second[1] < words.count:
            tail = second[1] + (words.low[second[1]] == "-")
            if table("units").get(words.low[tail]):
                found, j = (None, second[1]), second[1]
    j += words.low[j] == "-" or words.low[j] in {
        "more",
        "full",
        "long",
        "straight",
        "consecutive",
        "additional",
        "other",
    }
    if words.low[j] in listed("business") and words.low[j + 1] in {"day", "days"}:
        return found[0], "business day", j + 2
    unit = table("units").get(words.low[j])
    if unit is None or (unit == "quarter" and not quarters):
        return None
    short = words.low[j] in {"h", "sec", "min"}
    if (short and not words.shapes[i].isdigit()) or (unit == "second" and words.low[i] in {"a", "one"}):
        return None
    return found[0], unit, j + 1


def length(words: Words, i: int) -> tuple[Length, int] | None:
    """A plain duration, as in "for two years" or "a three-day visit"."""
    low = words.low
    if low[i] in {
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "decades",
        "hours",
        "hour",
    }:
        if low[i + 1] == "-" and low[i + 2] == "long":
            vague = None if low[i].endswith("s") else 1
            return Length(duration(vague, table("units")[low[i]])), i + 3
        if low[i].endswith("s") and words.before(i) in {"for", "in", "of", "took", "take", "after"}:
            return Length(duration(None, table("units")[low[i]])), i + 1
        return None
    found = counted_unit(words, i)
    if found is None:
        return None
    count, unit, j = found
    more, j = _and_a(words, j) if count is not None else (0, j)
    value = duration(count and count + more, unit)
    if low[j] == "and" and (second := counted_unit(words, j + 1)) is not None and second[0] is not None:
        extra = duration(second[0], second[1])
        value, j = value + extra[1:].removeprefix("T" if "T" in value else ""), second[2]
    if low[j] == "old" or low[j : j + 2] == ["-", "old"]:
        return None  # an age
    return Length(value), j + 2 if low[j : j + 2] == ["-", "long"] else j


def repeated(words: Words, i: int) -> tuple[Repeated, int] | None:
    """A set of times: "every Monday", "twice a week", "daily", "three times a year"."""
    low = words.low
    if low[i] in table("adverbs"):
        return Repeated(table("adverbs")[low[i]]), i + 1
    if low[i] in listed("every"):
        j = i + 2 if low[i + 1] in {"of", "single", "other"} else i + 1
        count = cardinal(words, j)
        number, j = count if count is not None else (2 if low[i + 1] == "other" else 1, j)
        day = table("weekdays").get(low[j])
        if day is not None:
            return Repeated(f"XXXX-WXX-{day}"), j + 1
        if low[j] in table("months") and words.capital(j):
            return Repeated(f"XXXX-{table('months')[low[j]]:02}"), j + 1
        if low[j] in table("seasons"):
            return Repeated(f"XXXX-{table('seasons')[low[j]]['timex']}"), j + 1
        if low[j] in table("parts of day"):
            return Repeated(f"XXXX-XX-XXT{table('parts of day')[low[j]]}"), j + 1
        unit = table("units").get(low[j])
        return (Repeated(duration(number, unit)), j + 1) if unit and unit != "quarter" else None
    if low[i] in table("frequencies"):
        j = i + 1
    else:
        count = cardinal(words, i)
        if count is None or low[count[1]] not in {"times", "days", "nights", "hours"}:
            return None
        j = count[1] + 1
    if low[j] not in {"a", "an", "per", "each", "every"}:
        return None
    unit = table("units").get(low[j + 1])
    return (Repeated(duration(1, unit)), j + 2) if unit else None


def reference(words: Words, i: int) -> tuple[str, int] | None:
    """The TIMEX3 value of "now", "the past", "the future", and the word after it."""
    return phrases("references").at(words, i)
