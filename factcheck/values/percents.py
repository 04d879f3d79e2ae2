"""Shares of a hundred: percent, percentage points and basis points, told apart."""

from __future__ import annotations

from functools import cache
from typing import Literal

from factcheck.models import Mention, Percent
from factcheck.resources import word_table
from factcheck.values.lexemes import Lexemes, Phrases
from factcheck.values.measures import Measure
from factcheck.values.numerals import Numeral

Unit = Literal["%", "points", "basis points"]

_UNITS: tuple[Unit, ...] = ("%", "points", "basis points")


@cache
def _phrases() -> Phrases[Measure]:
    table = word_table("values/data/percents.yaml")
    return Phrases((words, Measure("percent", unit)) for unit in _UNITS for words in table[unit])


def measure(lex: Lexemes, numeral: Numeral) -> tuple[int, Measure] | None:
    """The share after ``numeral``: the lexeme after its words, and the measure."""
    return _phrases().at(lex, lex.after(numeral.last))


def mention(numeral: Numeral) -> Mention:
    """The mention for a number that is measured as a share."""
    assert numeral.measure is not None
    unit = next(unit for unit in _UNITS if unit == numeral.measure.symbol)
    value = Percent(number=numeral.number, low=numeral.low, high=numeral.high, hedge=numeral.hedge, unit=unit)
    return Mention("percent", numeral.start, numeral.end, value)
