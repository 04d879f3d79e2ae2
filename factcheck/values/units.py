"""Units of measure after a number, and rates.

``data/units.yaml`` holds the names, the abbreviations and the sizes; the sizes are facts that a test checks against the
library ``pint``, which is too slow to load (0.5 s) for a program that only multiplies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from factcheck.models import Number
from factcheck.resources import word_table
from factcheck.values.lexemes import MINUS, Lexemes, Phrases
from factcheck.values.measures import Measure, tidy
from factcheck.values.numerals import Numeral

_EXPONENTS = {"1": "", "2": "2", "3": "3"}

_APART = 200
"""Words in which the other mark of a quotation is looked for."""

AGES = ("a", "mo", "wk", "d")
"""The units that an age is told in."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the table, or one that its prefixes or powers make.

    ``size`` is in the unit ``of``, the base of its dimension; both ``None`` where nothing converts.
    """

    symbol: str
    names: tuple[str, ...]
    plurals: tuple[str, ...]
    short: tuple[str, ...]
    size: float | None
    of: str | None


def base(number: Number, symbol: str) -> tuple[Number, str] | None:
    """``number`` of the unit ``symbol`` in the base unit of its dimension, and that unit; ``None`` if it has no size.

    Mass is in kg, length in m, area in m2, volume in m3, time in s, speed in m/s, temperature in Cel, data in B.
    """
    unit = _units().get(symbol)
    if unit is None or unit.of is None:
        return None
    if unit.of == "Cel":
        celsius = {"Cel": number, "degF": (number - 32) / 1.8, "K": number - 273.15}[symbol]
        return tidy(celsius), "Cel"
    assert unit.size is not None
    return tidy(number * unit.size), unit.of


def of_time(symbol: str | None) -> bool:
    """Whether ``symbol`` is a unit of time."""
    found = base(1, symbol) if symbol else None
    return found is not None and found[1] == "s"


def name(symbol: str) -> str:
    """The first name of a unit in the table, as in "metric ton"; the symbol itself where it has none.

    Of what a rate is counted by twice ("m2.a") every name: "square metre per year".
    """
    if "." in symbol:
        return " per ".join(name(part) for part in symbol.split("."))
    unit = _units().get(symbol)
    return unit.names[0] if unit else symbol


def symbols() -> tuple[str, ...]:
    """The symbols of all units."""
    return tuple(_units())


def _table() -> Any:
    return word_table("values/data/units.yaml")


@cache
def _units() -> dict[str, Unit]:
    """Every unit by its symbol; a line of its own adds names to one that prefixes or powers made."""
    units: dict[str, Unit] = {}
    for unit in _all_units():
        made = units.get(unit.symbol)
        units[unit.symbol] = (
            unit
            if made is None
            else replace(
                made,
                names=made.names + unit.names,
                plurals=made.plurals + unit.plurals,
                short=made.short + unit.short,
            )
        )
    return units


def _all_units() -> Iterator[Unit]:
    for symbol, line in _table()["units"].items():
        names = tuple(line["names"])
        plurals = tuple(line["plural"]) if "plural" in line else tuple(name + "s" for name in names)
        size = float(line["is"]) if "is" in line else None
        unit = Unit(symbol, names, plurals, tuple(line.get("short", ())), size, line.get("of"))
        family = [unit, *(_prefixed(unit, prefix) for prefix in line.get("with", ()))]
        yield from family
        if line.get("powers"):
            yield from (_power(one, exponent) for one in family for exponent in _table()["powers"])


def _prefixed(unit: Unit, prefix: str) -> Unit:
    line = _table()["prefixes"][prefix]
    return Unit(
        prefix + unit.symbol,
        tuple(line["name"] + name for name in unit.names),
        tuple(line["name"] + name for name in unit.plurals),
        tuple(sign + short for short in unit.short for sign in (prefix, *line.get("short", ()))),
        None if unit.size is None else unit.size * float(line["is"]),
        unit.of,
    )


def _power(unit: Unit, exponent: int) -> Unit:
    line = _table()["powers"][exponent]
    assert unit.size is not None
    return Unit(
        f"{unit.symbol}{exponent}",
        tuple(form.replace("*", name) for name in unit.names for form in line["names"]),
        tuple(form.replace("*", name) for name in unit.plurals for form in line["names"]),
        tuple(form.replace("*", short) for short in unit.short for form in line["short"] if short.isalpha()),
        unit.size**exponent,
        f"{unit.of}{exponent}",
    )


@cache
def _names() -> Phrases[Measure]:
    return Phrases(_name_entries())


def _name_entries() -> Iterator[tuple[str, Measure]]:
    for symbol, unit in _units().items():
        measure = Measure("unit", symbol)
        yield from ((words, measure) for words in (*unit.names, *unit.plurals))
    for word, line in _table()["ambiguous"].items():
        factors = (float(line["low"]), 1.0, float(line["high"]))
        measure = Measure("unit", line["symbol"], reason=line["reason"], factors=factors)
        yield from ((form, measure) for form in (word, word + "s"))


@cache
def _short() -> Phrases[Measure]:
    return Phrases(
        ((words, Measure("unit", symbol)) for symbol, unit in _units().items() for words in unit.short), case=True
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
    inverse = _inverse(lex, index)
    if inverse is not None:
        return inverse
    found = _names().at(lex, index) or _abbreviation(lex, index) or _inches(lex, index)
    if found is None:
        return None
    last, unit = found
    old = _ages("age_after").at(lex, lex.after(last)) if unit.symbol in AGES else None
    if old is not None:
        return old[0], replace(unit, noun="age")
    return rate(lex, last, unit)


def _inverse(lex: Lexemes, index: int) -> tuple[int, Measure] | None:
    """So many per unit, written with a negative exponent: "s-1", "cm−3"."""
    symbol, sign, exponent = lex.shapes[index : index + 3]
    if sign not in MINUS or exponent not in _EXPONENTS or symbol not in _units():
        return None
    longer = lex.touches(index + 3) and lex.words[index + 3][0].isalnum()
    joined = lex.touches(index + 1) and lex.touches(index + 2) and not longer
    return (index + 3, Measure("unit", None, per=symbol + _EXPONENTS[exponent])) if joined else None


def _abbreviation(lex: Lexemes, index: int) -> tuple[int, Measure] | None:
    """An abbreviation; single letters and "in" only where nothing else can be meant."""
    found = _short().at(lex, index)
    if found is None:
        return None
    last, unit = found
    following = lex.words[last]
    if unit.symbol == "in" and lex.words[index] == "in":
        after_feet = index > 1 and lex.words[index - 2] in _words("inches_after")
        return found if after_feet or following in _words("inches_before") else None
    if last == index + 1 and len(lex.shapes[index]) == 1 and lex.touches(last) and following[0].isalnum():
        return None
    if not lex.touches(index) and lex.joined(last) and lex.words[last + 1][0].isdecimal():
        return None  # two F-16s
    if lex.shapes[index] == "t" and lex.touches(last) and following in "'’":
        return None
    return found


def _inches(lex: Lexemes, index: int) -> tuple[int, Measure] | None:
    """The straight mark in 'a 9" knife': inches where no other mark of its paragraph can be the one it closes."""
    if lex.words[index] != '"' or not lex.touches(index):
        return None
    before, after = lex.words[max(index - _APART, 0) : index], lex.words[index + 1 : index + _APART]
    paragraph = [*before[_last_break(before) :], *after[: after.index("\n") if "\n" in after else None]]
    return None if '"' in paragraph else (index + 1, Measure("unit", "in"))


def _last_break(words: Sequence[str]) -> int:
    return next((place + 1 for place in range(len(words) - 1, -1, -1) if words[place] == "\n"), 0)


def metres(lex: Lexemes, index: int) -> bool:
    """Whether "m" at ``index``, after a number, is metres rather than millions."""
    following = lex.after(index + 1)
    word = lex.words[following]
    if not word[0].isalpha():
        return True
    compared = word == "from" and not lex.words[following + 1][0].isalpha()  # "rose to 35m from 30m"
    return word in _words("metres_before") and not compared


def rate(lex: Lexemes, last: int, measure: Measure) -> tuple[int, Measure]:
    """``measure`` with what it is counted by, if the words at ``last`` say so: "per share", "a day", "/year"."""
    found = per(lex, last)
    if found is None:
        return last, measure
    end, word = found
    more = per(lex, end)
    if more is not None and word in _units():  # "20 J/m2 per year", in UCUM's notation
        end, word = more[0], f"{word}.{more[1]}"
    return end, replace(measure, per=word)


def per(lex: Lexemes, last: int) -> tuple[int, str] | None:
    """What is counted by in the words at ``last``: the lexeme after them, and a unit symbol or the noun."""
    rates = _table()["rate_words"]
    last = lex.after(last)
    noun = lex.after(last + 1)
    word, following = lex.words[last], lex.words[noun]
    if word in ("a", "an", "each", "every") and following in rates:
        year = lex.words[noun + 2].isdecimal() and len(lex.words[noun + 2]) == 4  # "a year from 2027"
        return None if lex.words[noun + 1] in _words("rate_unless") and not year else (noun + 1, rates[following])
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
    if numeral.measure is not None and (numeral.measure.symbol not in AGES or numeral.measure.noun):
        return None
    measure = replace(numeral.measure or Measure("unit", "a"), noun="age")
    found = _ages("age_before").before(lex, numeral.first)
    if found is not None:
        return found[0], measure
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
        return first, measure
    return None
