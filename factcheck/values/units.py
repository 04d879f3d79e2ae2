"""Units of measure after a number, and rates.

``data/units.yaml`` holds the names, the abbreviations and the sizes; the sizes are facts that a test checks against the
library ``pint``, which is too slow to load (0.5 s) for a program that only multiplies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from factcheck.models import Number
from factcheck.resources import word_table
from factcheck.values.lexemes import Lexemes, Phrases
from factcheck.values.measures import Measure
from factcheck.values.numerals import Numeral, tidy

AGES = ("a", "mo", "wk", "d")
"""The units that an age is told in."""


def base(number: Number, symbol: str) -> tuple[Number, str] | None:
    """``number`` of the unit ``symbol`` in the base unit of its dimension, and that unit; ``None`` if it has no size.

    Mass is in kg, length in m, area in m2, volume in L, time in s, speed in m/s, temperature in Cel, data in B.
    """
    unit = _table()["units"].get(symbol)
    if unit is None or "of" not in unit:
        return None
    if unit["of"] == "Cel":
        celsius = {"Cel": number, "degF": (number - 32) / 1.8, "K": number - 273.15}[symbol]
        return tidy(celsius), "Cel"
    return tidy(number * float(unit["is"])), unit["of"]


def name(symbol: str) -> str:
    """The first name of a unit in the table, as in "metric ton"; the symbol itself where it has none."""
    unit = _table()["units"].get(symbol)
    return str(unit["names"][0]) if unit else symbol


def _table() -> Any:
    return word_table("values/data/units.yaml")


@cache
def _names() -> Phrases[Measure]:
    return Phrases(_name_entries())


def _name_entries() -> Iterator[tuple[str, Measure]]:
    table = _table()
    for symbol, unit in table["units"].items():
        measure = Measure("unit", symbol)
        for words in unit["names"]:
            yield words, measure
            yield from ((plural, measure) for plural in (unit["plural"] if "plural" in unit else (words + "s",)))
    for word, unit in table["ambiguous"].items():
        measure = Measure(
            "unit", unit["symbol"], reason=unit["reason"], factors=(float(unit["low"]), 1.0, float(unit["high"]))
        )
        yield from ((form, measure) for form in (word, word + "s"))


@cache
def _short() -> Phrases[Measure]:
    return Phrases(
        (
            (words, Measure("unit", symbol))
            for symbol, unit in _table()["units"].items()
            for words in unit.get("short", ())
        ),
        case=True,
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_table()[key])


@cache
def _ages(key: str) -> Phrases[None]:
    return Phrases((words, None) for words in _table()[key])


def measure(lex: Lexemes, numeral: Numeral) -> tuple[int, Measure] | None:
    """The unit after ``numeral``: the lexeme after its words, and the measure; rates and ages included."""
    index = lex.after(numeral.last)
    found = _names().at(lex, index) or _abbreviation(lex, index)
    if found is None:
        return None
    last, unit = found
    old = _ages("age_after").at(lex, lex.after(last)) if unit.symbol in AGES else None
    if old is not None:
        return old[0], replace(unit, noun="age")
    return rate(lex, last, unit)


def _abbreviation(lex: Lexemes, index: int) -> tuple[int, Measure] | None:
    """An abbreviation; single letters and "in" only where nothing else can be meant."""
    found = _short().at(lex, index)
    if found is None:
        return None
    last, unit = found
    following = lex.words[last]
    if unit.symbol == "in" and lex.words[index] == "in":
        return found if following in _words("inches_before") else None
    if unit.symbol in ("in",) and not lex.touches(index):
        return None
    if last == index + 1 and len(lex.shapes[index]) == 1 and lex.touches(last) and following[0].isalnum():
        return None
    if lex.shapes[index] == "t" and lex.touches(last) and following in "'’":
        return None
    return found


def metres(lex: Lexemes, index: int) -> bool:
    """Whether "m" at ``index``, after a number, is metres rather than millions."""
    following = lex.after(index + 1)
    return lex.words[following] in _words("metres_before") or not lex.words[following][0].isalpha()


def rate(lex: Lexemes, last: int, measure: Measure) -> tuple[int, Measure]:
    """``measure`` with what it is counted by, if the words at ``last`` say so: "per share", "a day", "/year"."""
    found = per(lex, last)
    if found is None:
        return last, measure
    end, word = found
    return end, replace(measure, per=word)


def per(lex: Lexemes, last: int) -> tuple[int, str] | None:
    """What is counted by in the words at ``last``: the lexeme after them, and a unit symbol or the noun."""
    rates = _table()["rate_words"]
    word, following = lex.words[last], lex.words[last + 1]
    if word in ("a", "an", "each", "every") and following in rates:
        return None if lex.words[last + 2] in _words("rate_unless") else (last + 2, rates[following])
    if word in ("per", "/") and following[0].isalpha() and following not in ("cent", "se", "capita"):
        known = _names().at(lex, last + 1) or (_short().at(lex, last + 1) if word == "/" else None)
        if known is not None and known[1].symbol is not None:
            return known[0], known[1].symbol if known[1].reason is None else following
        return (last + 2, rates.get(following, following)) if word == "per" else None
    if word == "per" and following == "capita":
        return last + 2, "person"
    return None


def age(lex: Lexemes, numeral: Numeral) -> tuple[int, Measure] | None:
    """The age that the words before ``numeral`` say it is: the first lexeme of those words, and the measure."""
    found = _ages("age_before").before(lex, numeral.first)
    if found is not None:
        return found[0], Measure("unit", "a", noun="age")
    first, last = numeral.first, numeral.last
    if (
        numeral.digits
        and isinstance(numeral.number, int)
        and 0 < numeral.number < 115
        and first > 1
        and lex.words[first - 1] == ","
        and lex.shapes[first - 2][0].isupper()
        and lex.words[last] in (",", ".", ")", ";")
        and numeral.last == numeral.first + 1
    ):
        return first, Measure("unit", "a", noun="age")
    return None
