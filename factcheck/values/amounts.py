"""Numbers with what they measure: the way from the words of a text to measured, hedged, joined numbers.

scan -> measure -> drop what names or places things -> join ranges -> widen by hedges
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.values import hedges, labels, money, numerals, percents, ranges, units
from factcheck.values.lexemes import Lexemes
from factcheck.values.measures import Measure
from factcheck.values.numerals import Numeral, tidy


def find(lex: Lexemes, *, home: str | None = None) -> list[Numeral]:
    """Every number of ``lex`` that counts or measures, in reading order.

    ``home`` is the currency (ISO 4217) that a bare "$" means where the article appeared.
    """
    measured = [_measured(lex, numeral, home=home) for numeral in numerals.scan(lex) if not numeral.ordinal]
    return hedges.widen(lex, ranges.join(lex, labels.without(lex, measured)))


def _measured(lex: Lexemes, numeral: Numeral, *, home: str | None) -> Numeral:
    """``numeral`` with the currency, share or unit around it made part of it."""
    if numeral.number is None and lex.words[numeral.last] == "of":
        measured = _measured(lex, replace(numeral, last=numeral.last + 1), home=home)  # "billions of dollars"
        return numeral if measured.measure is None else measured
    share = percents.measure(lex, numeral)
    if share is not None:
        return _extended(lex, numeral, numeral.first, *share)
    numeral = _short_scale(lex, numeral)
    paid = money.attach(lex, numeral, home=home)
    if paid is not None:
        return _extended(lex, numeral, *paid)
    unit = units.measure(lex, numeral)
    if unit is not None:
        return _extended(lex, numeral, numeral.first, *unit)
    age = units.age(lex, numeral)
    if age is not None:
        return _extended(lex, numeral, age[0], numeral.last, age[1])
    return numeral


def _extended(lex: Lexemes, numeral: Numeral, first: int, last: int, measure: Measure) -> Numeral:
    return replace(numeral, start=lex.starts[first], end=lex.ends[last - 1], first=first, last=last, measure=measure)


def _short_scale(lex: Lexemes, numeral: Numeral) -> Numeral:
    """``numeral`` times a million in "$35m", "35m devices", "£4 m"; as it is in "a 100m race"."""
    word = lex.words[numeral.last]
    scale = numerals.short_scale(word)
    if not numeral.digits or numeral.scale != 1 or scale == 1:
        return numeral
    paid = money.sign_before(lex, numeral) is not None
    if not (paid and not lex.touches(numeral.last + 1)):
        if not lex.touches(numeral.last):
            return numeral
        if word == "t" or (word == "m" and lex.shapes[numeral.last] == "m" and units.metres(lex, numeral.last)):
            return numeral
        if word == "b" and lex.shapes[numeral.last] != "b":
            return numeral
    assert numeral.number is not None
    value = tidy(numeral.number * scale)
    end = lex.ends[numeral.last]
    return replace(
        numeral, number=value, low=value, high=value, scale=scale, last=numeral.last + 1, end=end, number_end=end
    )
