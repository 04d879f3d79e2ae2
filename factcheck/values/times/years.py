"""Years and what is counted by them: "2001", "'98", "264 BC", "the 1990s", "last fall", "Q3 2018", "FY 2020"."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from factcheck.values.times.dates import FIRST_YEAR, LAST_YEAR, Found, year_after
from factcheck.values.times.nodes import Cycle, Date, Fiscal, Years
from factcheck.values.times.words import Words, listed, ordinal, phrases, spelled_year, table


def year(words: Words, i: int) -> Found:
    """A year alone, where the words around it say that it is one: "in 2001", "a 2001 agreement", "264 BC", "'98"."""
    low = words.low
    if low[i] == "'":
        short = year_after(words, i)
        asked = words.before(i) in listed("before year") | {"the", "of", ""} - {"'"}
        return (Date(short[0], short_year=True), short[2]) if short and short[1] and asked else None
    if low[i] in {"ad", "a"} and words.capital(i):
        j = i + 1 if low[i] == "ad" else i + 4 if low[i + 1 : i + 4] == [".", "d", "."] else 0
        number = words.digits(j, 1, 4) if j else None
        return (Date(number), j + 1) if number else None
    if low[i] in {"year", "the"}:
        j = i + 1 if low[i] == "year" else i + 2 if low[i + 1] == "year" else 0
        number = words.digits(j, 4, 4) if j else None
        return (Date(number), j + 1) if number and FIRST_YEAR <= number <= LAST_YEAR else None
    if words.before(i) in {"in", "since"} and (spelled := spelled_year(words, i)) is not None:
        return Date(spelled[0]), spelled[1]
    number = words.digits(i, 1, 4)
    if number is None:
        return None
    end = _before_christ(words, i + 1)
    if end and number:
        return Date(1 - number), end
    if number and words.shapes[i + 1] in {"AD", "CE"}:
        return Date(number), i + 2
    return (Date(number), i + 1) if _is_year(words, i, number) else None


def _before_christ(words: Words, i: int) -> int:
    if words.shapes[i] in {"BC", "BCE"}:
        return i + 1
    if words.shapes[i : i + 3] != ["B", ".", "C"]:
        return 0
    long = words.shapes[i + 3 : i + 5] == [".", "E"]
    return i + 3 + 2 * long + (words.low[i + 3 + 2 * long] == ".")


def _is_year(words: Words, i: int, number: int) -> bool:
    low, before, after = words.low, words.before(i), words.low[i + 1]
    if len(words.shapes[i]) != 4 or not FIRST_YEAR <= number <= LAST_YEAR:
        return False
    likely = before in listed("before year") and 1900 <= number <= 2049  # "In 2018 residents said"
    if before in listed("not before year") or after in {"%", "°"} or (after in listed("counted") and not likely):
        return False
    if words.glued(i + 1) and (after in {"/", "s", ":", "_", "@"} or after.isalnum()):
        return False
    if words.glued(i) and before not in {"(", "-", "/", "'", '"', "[", "“"}:
        return False
    if words.glued(i) and before == "-" and words.glued(i - 1) and words.shapes[i - 2].isupper():
        return False  # a name: "CRS-2014"
    if before in {"", "\n"} and after in {"\n", ":", ".", "-"}:
        return True  # a heading
    if before in listed("before year") or (before == "-" and low[i - 2] in listed("before year")):
        return True
    if not 1500 <= number <= 2099:
        return False
    counts = (
        len(after) > 3 and after.endswith("s") and after.islower() and not after.endswith(("ss", "us", "is", "was"))
    )
    if before in listed("determiners"):
        return low[i + 2] != "old"
    listed_year = before in {"and", "or"} and words.digits(i - 2, 4, 4) is not None
    plain = not after[:1].isalpha() or words.capital(i + 1) or after in listed("after year")
    if before not in listed("perhaps before year"):
        return number >= 1900 and not counts and (plain or words.capital(i - 1))
    return not counts and (number >= 1900 or plain or listed_year)


def decade(words: Words, i: int) -> Found:
    """A decade: "1990s", "the '90s", "the nineties"."""
    low = words.low
    the = low[i] == "the"
    j = i + the
    mark = low[j] == "'" and words.glued(j + 1)
    j += mark
    if the and not mark and low[j] in table("decades"):
        return Years(table("decades")[low[j]], 10, short=True), j + 1
    number = words.digits(j, 2, 4)
    if number is None or number % 10 or len(words.shapes[j]) == 3:
        return None
    k = j + 1 + (low[j + 1] == "'")
    if low[k] != "s" or not (words.glued(k) or len(words.shapes[j]) == 4) or (k > j + 1 and not words.glued(k - 1)):
        return None
    if low[k + 1] == "°":
        return None
    if len(words.shapes[j]) == 2:
        return (Years(number, 10, short=True), k + 1) if mark or (the and number >= 50) else None
    if k > j + 1 and low[k + 1].isalpha() and words.before(j) not in {"the", "early", "late", "mid", "-"}:
        return None  # "1990's leaders" may be a possessive
    century = number % 100 == 0 and number < 2000  # "the 1800s", but "the 2000s"
    return Years(number, 100 if century else 10), k + 1


def century(words: Words, i: int) -> Found:
    """A century: "the 20th century", "eighteenth-century", "the 9th century BC"."""
    the = words.low[i] == "the"
    nth = ordinal(words, i + the)
    if nth is None:
        return None
    j = nth[1] + (words.low[nth[1]] == "-")
    if words.low[j] not in {"century", "centuries"} or words.low[j + 1] == "of":
        return None
    end = _before_christ(words, j + 1)
    after = j + 1 + (words.shapes[j + 1] in {"AD", "CE"})
    return Years((nth[0] - 1) * 100, 100, before_christ=bool(end)), end or after


def season(words: Words, i: int) -> Found:
    """A season: "summer 2018", "the winter of 1791", "1982 summer", "in the fall"."""
    low = words.low
    number = words.digits(i, 4, 4)
    if number is not None and low[i + 1] in table("seasons") and FIRST_YEAR <= number <= LAST_YEAR:
        if words.capital(i + 1) and words.capital(i + 2):
            return None  # "2008 Summer Olympics"
        return Cycle("season", table("seasons")[low[i + 1]]["edtf"], number), i + 2
    the = low[i] == "the"
    name = low[i + the]
    if name not in table("seasons"):
        return None
    code, j = table("seasons")[name]["edtf"], i + the + 1
    year = year_after(words, j)
    if year is not None and not year[1]:
        return Cycle("season", code, year[0]), year[2]
    also = words.before(i) == "and" and low[i - 2] in table("seasons")
    asked = also or words.before(i) in listed("before season")
    doubtful = name in listed("doubtful seasons")
    if (
        low[j] == "of"
        or low[j] in listed("after season")
        or (doubtful and (not asked or (not the and words.before(i) != "in")))
    ):
        return None
    return (Cycle("season", code), j) if asked or (the and not words.capital(i + 1)) else None


_PARTS: dict[str, tuple[Literal["quarter", "half"], int]] = {
    "q": ("quarter", 4), "h": ("half", 2), "quarter": ("quarter", 4), "half": ("half", 2),
}  # fmt: skip


def quarter(words: Words, i: int) -> Found:
    """A quarter or half: "Q3", "Q3 2018", "2017-Q1", "the third quarter", "the first half of 2018"."""
    number = words.digits(i, 4, 4)
    if number is not None:
        short = _short_part(words, i + 1 + (words.low[i + 1] == "-"))
        return (Cycle(short[0], short[1], number), short[2]) if short else None
    short = _short_part(words, i)
    if short is not None:
        unit, count, j = short
        year = year_after(words, j)
        if year is not None and not year[1]:
            return Cycle(unit, count, year[0]), year[2]
        return (Cycle(unit, count), j) if unit == "quarter" else None
    return _long_part(words, i + (words.low[i] == "the"))


def _short_part(words: Words, i: int) -> tuple[Literal["quarter", "half"], int, int] | None:
    """The short form of a part of a year: "Q3", "H1"."""
    if words.low[i] not in {"q", "h"} or not words.glued(i + 1):
        return None
    unit, most = _PARTS[words.low[i]]
    number = words.digits(i + 1, 1, 1)
    return (unit, number, i + 2) if number and number <= most else None


def of_year(words: Words, shift: int, i: int) -> Found:
    """A part of a year behind the year's possessive: the rest of "next year's first quarter"."""
    if words.low[i : i + 2] != ["'", "s"]:
        return None
    part = _long_part(words, i + 2)
    if part is None or not isinstance(part[0], Cycle) or part[0].year is not None or part[0].shift is not None:
        return None
    return replace(part[0], shift=shift), part[1]


def _long_part(words: Words, i: int) -> Found:
    """The long form of a part of a year: "third quarter", "first half of 2018", "last quarter of the year"."""
    low = words.low
    nth = ordinal(words, i)
    last = low[i] in {"last", "final"}
    if nth is None and not last:
        return None
    j = nth[1] if nth else i + 1
    j += low[j] == "-"
    if low[j] not in {"quarter", "half"} or (last and low[j + 1] != "of"):
        return None
    unit, most = _PARTS[low[j]]
    count = nth[0] if nth else most
    if count > most:
        return None
    year = year_after(words, j + 1)
    if year is not None and not year[1]:
        return Cycle(unit, count, year[0]), year[2]
    shift = _year_shift(words, j + 1)
    if shift is not None:
        return Cycle(unit, count, shift=shift[0]), shift[1]
    return (Cycle(unit, count), j + 1) if unit == "quarter" and low[j + 1] != "of" else None


def _year_shift(words: Words, i: int) -> tuple[int, int] | None:
    j = i + (words.low[i] in {"of", "in"})
    if words.low[j : j + 2] == ["the", "year"] and j > i:
        return 0, j + 2
    shift = phrases("shifts").at(words, j)
    return (shift[0], shift[1] + 1) if shift and words.low[shift[1]] == "year" else None


def fiscal(words: Words, i: int) -> Found:
    """A fiscal or school year: "FY 2020", "fiscal 2020", "fiscal year 2020", "FY20", "school year 2020"."""
    low = words.low
    school = low[i] in {"school", "academic"} and low[i + 1] == "year"
    if low[i] == "fy":
        j = i + 1
    elif low[i] in {"fiscal", "financial"}:
        j = i + 2 if low[i + 1] == "year" else i + 1
    elif school:
        j = i + 2
    else:
        return None
    number = words.digits(j, 4, 4)
    if number is not None and FIRST_YEAR <= number <= LAST_YEAR:
        return Fiscal(number, school=school), j + 1
    number = words.digits(j + (low[j] == "'"), 2, 2)
    return (Fiscal(2000 + number), j + 1 + (low[j] == "'")) if number is not None and low[i] == "fy" else None
