"""Words around a number that widen it: "about 100", "at least 40", "100 or so", "100-plus".

The rules are data (``data/hedges.yaml``); this module finds the words and applies the factors.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from factcheck.models import Number
from factcheck.resources import word_table
from factcheck.values import units
from factcheck.values.lexemes import Lexemes, Phrases
from factcheck.values.measures import tidy
from factcheck.values.numerals import Numeral


@dataclass(frozen=True, slots=True)
class _Rule:
    """``low`` and ``high`` are factors, ``None`` for an open side."""

    low: float | None
    high: float | None


@cache
def _rules(side: str) -> Phrases[_Rule]:
    """The rules for ``before`` or ``after`` the number."""
    return Phrases(
        (words, _Rule(*(None if entry[bound] == "open" else float(entry[bound]) for bound in ("low", "high"))))
        for entry in word_table("values/data/hedges.yaml")[side]
        for words in entry["words"]
    )


def widen(lex: Lexemes, numerals: Iterable[Numeral]) -> list[Numeral]:
    """``numerals`` with the hedge before or after each made part of it and its interval widened."""
    return [numeral if numeral.ordinal else _widened(lex, numeral) for numeral in numerals]


def phrase_before(lex: Lexemes, last: int) -> int | None:
    """The first lexeme of a hedge that ends right before lexeme ``last``."""
    found = _rules("before").before(lex, last)
    return None if found is None else found[0]


def _widened(lex: Lexemes, numeral: Numeral) -> Numeral:
    widened = _after(lex, numeral) or numeral
    for _ in range(2):  # "at least about 100": two hedges, the inner one first
        widened = _before(lex, widened) or widened
    return widened


def _before(lex: Lexemes, numeral: Numeral) -> Numeral | None:
    last = numeral.first
    for end in (last, last - 1) if last and lex.words[last - 1] in ("a", "an", "another") else (last,):
        found = _rules("before").before(lex, end)
        if found is not None:
            first, rule = found
            if _during(lex, numeral, first):
                return None
            one = numeral.number == 1 and not numeral.digits and numeral.measure is None
            if one and rule.low and rule.high:
                return None  # "a book about one of them"
            return _apply(lex, numeral, rule, first, numeral.last, first, last)
    return None


def _during(lex: Lexemes, numeral: Numeral, first: int) -> bool:
    """Whether the word ``first`` before a length of time says during which, and not how long it was."""
    lasts = numeral.measure and units.of_time(numeral.measure.symbol) and numeral.measure.noun is None
    if not lasts or lex.words[first] not in _listed("during") or lex.words[numeral.last] == "of":
        return False
    return not first or lex.words[first - 1] not in _listed("not_during")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_table("values/data/hedges.yaml")[name])


def _after(lex: Lexemes, numeral: Numeral) -> Numeral | None:
    first = lex.after(numeral.last)
    found = _rules("after").at(lex, first)
    if found is None:
        return None
    last, rule = found
    if last == first + 1 and lex.words[last][0].isdecimal():
        return None  # a plus sign or word between two numbers adds
    return _apply(lex, numeral, rule, numeral.first, last, first, last)


def _bounds(numeral: Numeral, rule: _Rule) -> tuple[Number | None, Number | None]:
    """The interval of ``numeral`` widened by ``rule``; one that is open already stays ("about 500 or more")."""
    if numeral.low is None or numeral.high is None:
        return numeral.low, numeral.high
    if numeral.hedge and rule.low and rule.high:  # "around roughly 100" is no wider than "around 100"
        return numeral.low, numeral.high
    low = None if rule.low is None else tidy(numeral.low * rule.low)
    high = None if rule.high is None else tidy(numeral.high * rule.high)
    if low is not None and high is not None and low > high:  # a negative number
        return high, low
    return low, high


def _apply(lex: Lexemes, numeral: Numeral, rule: _Rule, first: int, last: int, begin: int, end: int) -> Numeral:
    """``numeral`` from lexeme ``first`` to ``last`` with the hedge that stands at ``begin`` to ``end``."""
    words = lex.text[lex.starts[begin] : lex.ends[end - 1]].lower().rstrip("-")
    low, high = _bounds(numeral, rule)
    hedge = f"{words} {numeral.hedge}" if numeral.hedge and begin < numeral.first else words
    if numeral.hedge and begin >= numeral.last:
        hedge = f"{numeral.hedge} ... {words}"
    unmeasured = numeral.number_end == numeral.end
    return replace(
        numeral,
        start=lex.starts[first],
        end=lex.ends[last - 1],
        first=first,
        last=last,
        low=low,
        high=high,
        number_end=lex.ends[last - 1] if unmeasured else numeral.number_end,
        hedge=hedge,
    )
