"""Days and months by name, as news writes them: "March 25", "25 March 2019", "the 25th", "Monday"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values.times.nodes import Date, Node
from factcheck.values.times.words import Words, cardinal, listed, ordinal, spelled_year, table

Found = tuple[Node, int] | None
"""What was found at a word, and the word after it."""

FIRST_YEAR, LAST_YEAR = 1000, 2200


def month(words: Words, i: int) -> tuple[int, int] | None:
    """A month by its name, or a short form with its full stop, and the word after it."""
    low = words.low[i]
    if low in table("months"):
        return table("months")[low], i + 1
    if low in table("month abbreviations"):
        stop = words.low[i + 1] == "." and words.glued(i + 1)
        return table("month abbreviations")[low], i + 1 + stop
    return None


def weekday(words: Words, i: int, *, sure: bool = False) -> tuple[int, int] | None:
    """A weekday by its name, or a short form that a full stop or figures follow (any, where it is ``sure``)."""
    low = words.low[i]
    if low in table("weekdays"):
        return (table("weekdays")[low], i + 1) if words.capital(i) or words.before(i) != "the" else None
    if low in table("weekday abbreviations") and (sure or words.capital(i)):
        stop = words.low[i + 1] == "." and words.glued(i + 1)
        j = i + 1 + stop
        dated = words.low[j].isdigit() or words.low[j] in {",", "the"} or month(words, j) is not None
        if sure or dated or (stop and low != "sun"):
            return table("weekday abbreviations")[low], j
    return None


def day_number(words: Words, i: int) -> tuple[int, int] | None:
    """A day of the month ("25", "25th", "twenty-fifth") and the word after it."""
    found = ordinal(words, i) or _spoken_day(words, i)
    if found is None:
        number, after = words.digits(i, 1, 2), words.low[i + 1]
        if number is None or after in listed("counted"):
            return None
        figures = after in {":", "/"} and words.shapes[i + 2].isdigit()
        if words.glued(i + 1) and (figures or after == "%" or after.isalpha()):
            return None
        if words.low[i + 1 : i + 4] in (["a", ".", "m"], ["p", ".", "m"]):
            return None
        found = number, i + 1
    return found if 1 <= found[0] <= 31 else None


def _spoken_day(words: Words, i: int) -> tuple[int, int] | None:
    """The day of "twenty five January nineteen ninety", or of "May twenty nine" where nothing is counted after it."""
    found = cardinal(words, i) if words.low[i].isalpha() else None
    if found is None:
        return None
    after = found[1]
    if words.low[after] in table("months"):
        return found if spelled_year(words, after + 1) else None
    closed = after > i + 1 and words.low[after] in {",", ".", ";", "\n", ""}
    return found if closed or spelled_year(words, after) else None


def year_after(words: Words, i: int) -> tuple[int, bool, int] | None:
    """A year after a month or a day, behind ",", "of", "in" or a dash.

    Gives the year, whether it is written with two figures, and the word after it.
    """
    low = words.low
    j = i + 1 if low[i] in {",", "of", "in"} or (low[i] in {"-", "/"} and words.glued(i)) else i
    number = words.digits(j, 4, 4)
    if number is not None and FIRST_YEAR <= number <= LAST_YEAR and low[j + 1] not in listed("counted"):
        decade = low[j + 1] == "s" and words.glued(j + 1)
        clock = low[j + 1] == ":" and words.glued(j + 1) and words.glued(j + 2)
        return None if decade or clock else (number, False, j + 1)
    if low[j] == "'" and words.glued(j + 1):
        number = words.digits(j + 1, 2, 2)
        if number is not None and not (low[j + 2] == "s" and words.glued(j + 2)):
            return number, True, j + 2
    spelled = spelled_year(words, j)
    return (spelled[0], False, spelled[1]) if spelled else None


def month_date(words: Words, i: int) -> Found:
    """A month, with its day and its year: "March 25, 2019", "March 25", "March of '98", "March"."""
    named = month(words, i)
    if named is None:
        return None
    number, j = named
    dash = words.low[j] in {"-", "/"} and words.glued(j)
    year = year_after(words, j)
    if year is not None:
        return Date(year[0], number, short_year=year[1]), year[2]
    day = day_number(words, j + (dash or words.low[j] == "the" or words.low[j] == ","))
    if day is not None and (words.low[j] != "," or words.low[day[1] - 1].isalpha()):  # "October, 1st", not "May, 12"
        year = year_after(words, day[1])
        if year is not None:
            return Date(year[0], number, day[0], short_year=year[1]), year[2]
        more = day_number(words, day[1] + 1) if words.low[day[1]] in {"and", "or", "&"} else None
        year = year_after(words, more[1]) if more else None  # "April 24 and 25, 1999"
        return Date(year[0] if year else None, number, day[0]), day[1]
    listing = words.low[j] in {"and", "or", "-", "/", ","}
    if listing and (second := month(words, j + 1)) is not None and (words.capital(i) or words.low[j] != ","):
        day = day_number(words, second[1])
        year = year_after(words, day[1] if day else second[1])  # "January and February 1937"
        if year is not None:
            return Date(year[0] - (number > second[0]), number, short_year=year[1]), j
    return (Date(month=number), j) if _is_month(words, i, j) else None


def _is_month(words: Words, i: int, j: int) -> bool:
    """Whether a month's name without a day or a year stands for the month."""
    low, asked = words.low[i], words.before(i) in listed("before month")
    if low in table("month abbreviations"):
        return words.capital(i) and asked
    if low in listed("doubtful months"):
        the = words.before(i) == "the" and words.shapes[j].islower() and words.low[j] not in listed("after march")
        ranged = words.low[j] in {"to", "through"} and words.capital(j + 1) and words.low[j + 1] in table("months")
        return words.capital(i) and (asked or the or ranged)
    person = words.capital(i) and words.capital(j) and words.low[j] not in table("weekdays")
    return asked or not person


def day_first(words: Words, i: int) -> Found:
    """A day before its month: "25 March 2019", "the 25th of March", "25-Mar-2019"."""
    low = words.low
    day = day_number(words, i + (low[i] == "the"))
    if day is None or words.before(i) in {"$", "£", "€"}:
        return None
    j = day[1]
    dash = low[j] in {"-", "/"} and words.glued(j)
    j += 2 if low[j : j + 2] == ["day", "of"] else 1 if dash or low[j] == "of" else 0
    named = month(words, j)
    if named is None or (low[j] in listed("doubtful months") and not words.capital(j)):
        return None
    year = year_after(words, named[1])
    if year is not None:
        return Date(year[0], named[0], day[0], short_year=year[1]), year[2]
    return Date(month=named[0], day=day[0]), named[1]


def day_of_list(words: Words, i: int) -> Found:
    """The first day of a list that has its month behind: the 5 of "5 and 12 March" and of "5, 12 and 19 March"."""
    low = words.low
    day = day_number(words, i + (low[i] == "the"))
    if day is None or low[day[1]] not in {"and", "or", "&", ","}:
        return None
    rest = day_first(words, day[1] + 1)
    if rest is None or low[day[1]] == ",":  # a comma only where another day follows before the last one
        rest = day_of_list(words, day[1] + 1)
    if rest is None or not isinstance(rest[0], Date) or rest[0].day is None or not day[0] < rest[0].day:
        return None
    return replace(rest[0], day=day[0]), day[1]


def year_first(words: Words, i: int) -> Found:
    """A year before its month: "2019-Mar-25", "2019/Mar", "2017 April"."""
    number = words.digits(i, 4, 4)
    if number is None or not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    j = i + 1 + (words.low[i + 1] in {"-", "/"} and words.glued(i + 1))
    named = month(words, j)
    if named is None or (j == i + 1 and words.low[j] in listed("doubtful months")):
        return None
    k = named[1] + (words.low[named[1]] in {"-", "/"})
    day = day_number(words, k) if k > named[1] else None
    return (Date(number, named[0], day[0]), day[1]) if day else (Date(number, named[0]), named[1])


def the_day(words: Words, i: int) -> Found:
    """A day alone, "the 25th", after a word that asks for a day and before none that it could count."""
    if words.low[i] != "the" or words.digits(i + 1, 1, 2) is None or words.before(i) not in listed("before day"):
        return None
    day = ordinal(words, i + 1)
    return (
        (Date(day=day[0]), day[1]) if day and 1 <= day[0] <= 31 and words.low[day[1]] in listed("after day") else None
    )
