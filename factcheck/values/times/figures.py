"""Dates in figures: "2019-03-25", "3/25/19", "25.03.2019", "3/25"."""

from __future__ import annotations

from calendar import monthrange

from factcheck.values.times.dates import FIRST_YEAR, LAST_YEAR, Found, weekday
from factcheck.values.times.nodes import Date, Either
from factcheck.values.times.words import Words, listed


def numeric(words: Words, i: int) -> Found:
    """A date in figures. Where month and day could change places both readings are kept; day and month alone count
    only after a word that asks for a date.
    """
    if words.glued(i) and words.before(i) in {"/", ".", ",", "$"}:
        return None
    if (plain := _number(words, i)) and len(plain) == 8:
        return _compact(words, plain, i)
    sign = words.low[i + 1]
    if sign not in {"/", "-", "."} or not _joined(words, i + 1):
        return None
    first, second = _number(words, i), _number(words, i + 2)
    if not first or not second:
        return None
    if words.low[i + 3] == sign and _joined(words, i + 3):
        return _three(first, second, _number(words, i + 4), sign, i + 5)
    if sign != "." and len(first) == 4 and len(second) <= 2 and FIRST_YEAR <= int(first) <= LAST_YEAR:
        month = int(second)  # "2015-3" is a month, "2015-16" two years
        return (Date(int(first), month), i + 3) if 1 <= month <= 12 and month <= int(first) % 100 else None
    if sign != "." and len(first) <= 2 and len(second) == 4 and 1 <= int(first) <= 12:
        return Date(int(second), int(first)), i + 3
    if sign == "/" and len(first) <= 2 and len(second) <= 2 and (_asked(words, i) or weekday(words, i - 1)):
        return _readings(None, int(first), int(second), i + 3)
    return None


def _compact(words: Words, shape: str, i: int) -> Found:
    """A date as ISO 8601 writes it without hyphens: "20190325"."""
    year, month, day = int(shape[:4]), int(shape[4:6]), int(shape[6:])
    joined = words.glued(i) or (words.glued(i + 1) and words.low[i + 1] in {"-", "/", "_", "%"})
    alone = not joined and words.before(i) not in listed("not before year")
    likely = 1900 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return (Date(year, month, day), i + 1) if alone and likely else None


def _number(words: Words, i: int) -> str:
    shape = words.shapes[i] if i >= 0 else ""
    return shape if shape.isascii() and shape.isdigit() else ""


def _joined(words: Words, i: int) -> bool:
    """Whether a sign stands between figures without a space."""
    return words.glued(i) and words.glued(i + 1) and _number(words, i + 1) != ""


def _asked(words: Words, i: int) -> bool:
    return i > 0 and words.before(i) in listed("before figures")


def _three(first: str, second: str, third: str, sign: str, end: int) -> Found:
    if len(second) > 2:
        return None
    if len(first) == 4 and len(third) <= 2:
        date = Date(int(first), int(second), int(third))
        return (date, end) if 1 <= int(second) <= 12 and 1 <= int(third) <= 31 else None
    if len(first) <= 2 and (len(third) == 4 or (len(third) == 2 and sign != ".")):
        return _readings(int(third), int(first), int(second), end, short=len(third) == 2, day_first=sign == ".")
    return None


def _readings(year: int | None, one: int, two: int, end: int, *, short: bool = False, day_first: bool = False) -> Found:
    american = Date(year, one, two, short_year=short) if 1 <= one <= 12 and 1 <= two <= 31 else None
    european = Date(year, two, one, short_year=short) if 1 <= two <= 12 and 1 <= one <= 31 else None
    if american and european and american != european and not day_first:
        return Either(american, european), end
    found = european or american if day_first else american or european
    return (found, end) if found else None
