"""Dates of the calendar as news writes them: "March 25", "25 March 2019", "3/25/19", "2001", "the 1990s", "Q3 2018"."""

from __future__ import annotations

from factcheck.values.times.nodes import Cycle, Date, Either, Fiscal, Node, Years
from factcheck.values.times.words import Words, listed, ordinal, phrases, table

Found = tuple[Node, int] | None
"""What was found at a word, and the word after it."""

_FIRST_YEAR, _LAST_YEAR = 1000, 2200


def month(words: Words, i: int) -> tuple[int, int] | None:
    """A month by its name, or a short form with its full stop."""
    low = words.low[i]
    if low in table("months"):
        return table("months")[low], i + 1
    if low in table("month abbreviations"):
        stop = words.low[i + 1] == "." and words.glued(i + 1)
        return table("month abbreviations")[low], i + 1 + stop
    return None


def weekday(words: Words, i: int) -> tuple[int, int] | None:
    """A weekday by its name, or a short form that a full stop, a day, a month or a time follows."""
    low = words.low[i]
    if low in table("weekdays"):
        return (table("weekdays")[low], i + 1) if words.shapes[i] != low or words.before(i) != "the" else None
    if low in table("weekday abbreviations") and words.capital(i):
        stop = words.low[i + 1] == "." and words.glued(i + 1)
        follows = words.low[i + 1 + stop]
        if follows.isdigit() or follows == "," or month(words, i + 1 + stop) or (stop and low != "sun"):
            return table("weekday abbreviations")[low], i + 1 + stop
    return None


def day_number(words: Words, i: int) -> tuple[int, int] | None:
    """A day of the month: "25", "25th", "twenty-fifth"."""
    found = ordinal(words, i)
    if found is None:
        number = words.digits(i, 1, 2)
        if number is None or (
            words.glued(i + 1) and (words.low[i + 1] in {":", "%", "s"} or words.low[i + 1].isalpha())
        ):
            return None
        if words.low[i + 1] in {"percent", "million", "billion", "points"} or words.low[i + 1 : i + 3] == [".", "m"]:
            return None
        found = number, i + 1
    return found if 1 <= found[0] <= 31 else None


def year_after(words: Words, i: int) -> tuple[int, bool, int] | None:
    """A year after a month or a day, behind "," or "of" or "in": the year, whether it has two figures, the word after."""
    j = i + 1 if words.low[i] in {",", "of", "in"} else i
    number = words.digits(j, 4, 4)
    if number is not None and _FIRST_YEAR <= number <= _LAST_YEAR and words.low[j + 1] not in listed("counted"):
        decade = words.low[j + 1] == "s" and words.glued(j + 1)
        clock = words.low[j + 1] == ":" and words.glued(j + 1) and words.glued(j + 2)
        return None if decade or clock else (number, False, j + 1)
    if words.low[j] == "'" and words.glued(j + 1):
        number = words.digits(j + 1, 2, 2)
        if number is not None and not (words.low[j + 2] == "s" and words.glued(j + 2)):
            return number, True, j + 2
    return None


def month_date(words: Words, i: int) -> Found:
    """ "March 25, 2019", "March 25", "March 2019", "March of '98", "March"."""
    named = month(words, i)
    if named is None:
        return None
    number, j = named
    k = j + 1 if words.low[j] in {"-", "/"} and words.glued(j) else j
    k = k + 1 if words.low[k] == "the" else k
    day = day_number(words, k)
    if day is not None:
        year = year_after(words, day[1])
        if year is not None:
            return Date(year[0], number, day[0], short_year=year[1]), year[2]
        return Date(month=number, day=day[0]), day[1]
    year = year_after(words, j)
    if year is not None:
        return Date(year[0], number, short_year=year[1]), year[2]
    if not _is_month(words, i, j):
        return None
    if words.low[j] in {"and", "or", "-", "/", ","} and (second := month(words, j + 1)) is not None:
        year = year_after(words, second[1])  # "January and February 1937"
        if year is not None:
            return Date(year[0] - (number > second[0]), number, short_year=year[1]), j
    return Date(month=number), j


def _is_month(words: Words, i: int, j: int) -> bool:
    """Whether a month's name without a day or a year stands for the month."""
    low, before = words.low[i], words.before(i)
    if low in table("month abbreviations"):
        return words.capital(i) and before in listed("before month")
    if low in listed("doubtful months"):
        named = before == "the" and words.shapes[j].islower() and words.low[j] not in listed("after march")
        return words.capital(i) and (before in listed("before month") or named)
    person = (
        words.shapes[j][:1].isupper() and words.low[j] not in table("weekdays") and before not in listed("before month")
    )
    return words.capital(i) and not person


def day_first(words: Words, i: int) -> Found:
    """ "25 March 2019", "the 25th of March", "25-Mar-2019"."""
    the = words.low[i] == "the"
    day = day_number(words, i + the)
    if day is None:
        return None
    j = day[1]
    dash = words.low[j] in {"-", "/"} and words.glued(j)
    if words.low[j] == "of" or dash or (words.low[j] == "day" and words.low[j + 1] == "of"):
        j += 1 + (words.low[j] == "day")
    named = month(words, j)
    if named is None or not words.capital(j) and words.low[j] in listed("doubtful months"):
        return None
    k = named[1] + 1 if dash and words.low[named[1]] in {"-", "/"} else named[1]
    year = year_after(words, k)
    if year is not None:
        return Date(year[0], named[0], day[0], short_year=year[1]), year[2]
    return Date(month=named[0], day=day[0]), named[1]


def the_day(words: Words, i: int) -> Found:
    """ "the 25th", where nothing that is counted follows."""
    if words.low[i] != "the" or words.digits(i + 1, 1, 2) is None:
        return None
    day = ordinal(words, i + 1)
    if day is None or not 1 <= day[0] <= 31:
        return None
    of = words.low[day[1]] == "of" and words.low[day[1] + 1] in {"that", "this", "the", "last", "next"}
    ends = of or words.low[day[1]] in {
        ",",
        ".",
        ";",
        ")",
        "\n",
        "",
        "and",
        "at",
        "in",
        "to",
        "when",
        "but",
        "after",
        "before",
        "for",
        "that",
        "with",
    }
    return (
        (Date(day=day[0]), day[1])
        if ends and words.before(i) in {"on", "by", "until", "since", "from", "till", "to", "and", "of"}
        else None
    )


def numeric(words: Words, i: int) -> Found:
    """ "2019-03-25", "3/25/19" with both its readings, "25.03.2019", "2015-3"; "3/25" only after a word that asks for a date."""
    if not words.shapes[i].isdigit() or (words.glued(i) and words.before(i) in {"/", ".", ",", "-", "$"}):
        return None
    sign = words.low[i + 1]
    if (
        sign not in {"/", "-", "."}
        or not words.glued(i + 1)
        or not words.glued(i + 2)
        or not words.shapes[i + 2].isdigit()
    ):
        return None
    first, second = words.shapes[i], words.shapes[i + 2]
    if words.low[i + 3] == sign and words.glued(i + 3) and words.glued(i + 4) and words.shapes[i + 4].isdigit():
        third = words.shapes[i + 4]
        if (
            words.glued(i + 5)
            and (words.low[i + 5] in {sign, "-"} or words.shapes[i + 5].isdigit())
            and words.shapes[i + 6].isdigit()
        ):
            return None
        if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
            return _numeric(int(first), int(second), int(third), False, i + 5)
        if len(first) <= 2 and len(second) <= 2 and len(third) in {2, 4} and (sign != "." or len(third) == 4):
            return _numeric(int(third), int(first), int(second), len(third) == 2, i + 5, day_first=sign == ".")
        return None
    if len(first) == 4 and len(second) <= 2 and sign in {"-", "/"} and _FIRST_YEAR <= int(first) <= _LAST_YEAR:
        number, year = int(second), int(first)
        return (Date(year, number), i + 3) if 1 <= number <= 12 and number <= year % 100 else None
    if len(first) <= 2 and len(second) == 4 and sign in {"-", "/"} and 1 <= int(first) <= 12:
        return Date(int(second), int(first)), i + 3
    asked = words.before(i) in {"on", "by", "until", "since", "from", "before", "after", "this", "next"} or weekday(
        words, i - 1
    )
    if sign == "/" and len(first) <= 2 and len(second) <= 2 and asked and i > 0:
        return _numeric(None, int(first), int(second), False, i + 3)
    return None


def _numeric(year: int | None, one: int, two: int, short: bool, end: int, *, day_first: bool = False) -> Found:
    american = Date(year, one, two, short_year=short) if 1 <= one <= 12 and 1 <= two <= 31 else None
    european = Date(year, two, one, short_year=short) if 1 <= two <= 12 and 1 <= one <= 31 else None
    if day_first and european:
        return european, end
    if american and european and one != two and (year is None or year < 100 or end):
        return Either(american, european), end
    found = american or european
    return (found, end) if found else None


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
        return (Date(number), j + 1) if number and _FIRST_YEAR <= number <= _LAST_YEAR else None
    number = words.digits(i, 1, 4)
    if number is None:
        return None
    end = _before_christ(words, i + 1)
    if end and number:
        return Date(1 - number), end
    return (Date(number), i + 1) if _is_year(words, i, number) else None


def _before_christ(words: Words, i: int) -> int:
    if words.low[i] in {"bc", "bce"} and words.shapes[i].isupper():
        return i + 1
    return i + 4 - (words.low[i + 3] != ".") if words.shapes[i : i + 3] == ["B", ".", "C"] else 0


def _is_year(words: Words, i: int, number: int) -> bool:
    low, before, after = words.low, words.before(i), words.low[i + 1]
    if len(words.shapes[i]) != 4 or not _FIRST_YEAR <= number <= _LAST_YEAR:
        return False
    if before in listed("not before year") or after in listed("counted") or after in {"%", "°"}:
        return False
    if words.glued(i + 1) and (after in {"/", "s", ":", "_", "@"} or after.isalnum()):
        return False
    if words.glued(i) and before not in {"(", "-", "/", "'", '"', "[", "“"}:
        return False
    if words.glued(i) and before == "-" and words.glued(i - 1) and words.shapes[i - 2].isupper():
        return False  # a name: "CRS-2014"
    if before in {"", "\n"} and after in {"\n", ":", ".", "-"}:
        return True  # a heading
    if before in listed("before year"):
        return True
    if not 1500 <= number <= 2099:
        return False
    counts = (
        len(after) > 3 and after.endswith("s") and after.islower() and not after.endswith(("ss", "us", "is", "was"))
    )
    if before in listed("determiners"):
        return low[i + 2] != "old"
    return not counts and (1800 <= number or not after[:1].isalpha())


def decade(words: Words, i: int) -> Found:
    """ "1990s", "the '90s", "the nineties"."""
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
    if len(words.shapes[j]) == 2:
        return (Years(number, 10, short=True), k + 1) if mark or (the and number >= 20) else None
    if k > j + 1 and low[k + 1].isalpha() and words.before(j) not in {"the", "early", "late", "mid", "-"}:
        return None  # "1990's leaders" may be a possessive
    return Years(number, 100 if number % 100 == 0 else 10), k + 1


def century(words: Words, i: int) -> Found:
    """ "the 20th century", "eighteenth-century", "the 9th century BC"."""
    the = words.low[i] == "the"
    nth = ordinal(words, i + the)
    if nth is None:
        return None
    j = nth[1] + (words.low[nth[1]] == "-")
    if words.low[j] not in {"century", "centuries"}:
        return None
    end = _before_christ(words, j + 1)
    return Years((nth[0] - 1) * 100, 100, before_christ=bool(end)), end or j + 1


def season(words: Words, i: int) -> Found:
    """ "summer 2018", "the winter of 1791", "1982 summer", "in the fall"."""
    low = words.low
    number = words.digits(i, 4, 4)
    if number is not None and low[i + 1] in table("seasons") and _FIRST_YEAR <= number <= _LAST_YEAR:
        return Cycle("season", table("seasons")[low[i + 1]]["edtf"], number), i + 2
    the = low[i] == "the"
    name = low[i + the]
    if name not in table("seasons"):
        return None
    code, j = table("seasons")[name]["edtf"], i + the + 1
    year = year_after(words, j)
    if year is not None and not year[1]:
        return Cycle("season", code, year[0]), year[2]
    asked = words.before(i) in listed("before season")
    doubtful = name in listed("doubtful seasons")
    if low[j] == "of" or (doubtful and (not asked or (not the and words.before(i) != "in"))):
        return None
    return (Cycle("season", code), j) if asked or (the and not words.capital(i + 1)) else None


def quarter(words: Words, i: int) -> Found:
    """ "Q3", "Q3 2018", "2017-Q1", "the third quarter", "the first half of 2018"."""
    low = words.low
    number = words.digits(i, 4, 4)
    if number is not None:
        j = i + 1 + (low[i + 1] == "-")
        if low[j] in {"q", "h"} and words.glued(j + 1) and words.shapes[j + 1] in {"1", "2", "3", "4"}:
            return Cycle("quarter" if low[j] == "q" else "half", int(words.shapes[j + 1]), number), j + 2
        return None
    if (
        low[i] in {"q", "h"}
        and words.glued(i + 1)
        and words.shapes[i + 1] in ({"1", "2", "3", "4"} if low[i] == "q" else {"1", "2"})
    ):
        year = year_after(words, i + 2)
        if low[i] == "h" and year is None:
            return None
        return Cycle("quarter" if low[i] == "q" else "half", int(words.shapes[i + 1]), year and year[0]), year[
            2
        ] if year else i + 2
    the = low[i] == "the"
    nth = ordinal(words, i + the)
    last = low[i + the] in {"last", "final"}
    if nth is None and not last:
        return None
    count, j = nth or (0, i + the + 1)
    j += low[j] == "-"
    if low[j] not in {"quarter", "half"} or (nth is None and low[j + 1] != "of"):
        return None
    most = 4 if low[j] == "quarter" else 2
    count = count or most
    if count > most:
        return None
    unit = "quarter" if most == 4 else "half"
    year = year_after(words, j + 1)
    if year is not None:
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
    """ "FY 2020", "fiscal 2020", "fiscal year 2020", "FY20"."""
    low = words.low
    if low[i] == "fy":
        j = i + 1
    elif low[i] in {"fiscal", "financial"}:
        j = i + 2 if low[i + 1] == "year" else i + 1
    else:
        return None
    number = words.digits(j, 4, 4)
    if number is not None and _FIRST_YEAR <= number <= _LAST_YEAR:
        return Fiscal(number), j + 1
    number = words.digits(j + (low[j] == "'"), 2, 2)
    return (Fiscal(2000 + number), j + 1 + (low[j] == "'")) if number is not None and low[i] == "fy" else None


def clock_sign(words: Words, i: int) -> bool:
    """Whether the figures before word ``i`` are of a clock, as in "5:30" or "5 p.m."."""
    return words.low[i] == ":" or words.low[i] in {"am", "pm", "a", "p"} and words.low[i + 1] in {".", "m", ""}
