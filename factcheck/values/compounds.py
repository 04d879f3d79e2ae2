"""Two measured numbers that are one: "6 feet 2 inches", "two hours and 15 minutes", "3 dollars 50 cents"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.models import Number
from factcheck.values import units
from factcheck.values.lexemes import Lexemes
from factcheck.values.measures import tidy
from factcheck.values.numerals import Numeral

_CALENDAR = ("a", "mo", "wk", "d", "decade", "century", "quarter")
"""Not all of one length: "two months and six days" stay two."""

_EVEN = {("a", "mo"): 12}
"""But a year has twelve months: "three years and six months" are three and a half years."""

_GAPS = ((), ("and",), (",",), (",", "and"), ("-",))


def add(lex: Lexemes, numerals: Iterable[Numeral]) -> list[Numeral]:
    """``numerals`` with each that goes on in a smaller unit added to the one before it, in the larger unit."""
    added: list[Numeral] = []
    for numeral in numerals:
        part = _share(lex, added[-1], numeral) if added else None
        if part is None:
            added.append(numeral)
            continue
        left = added[-1]
        assert left.number is not None
        total = tidy(left.number + part)
        end = lex.ends[numeral.last - 1]
        added[-1] = replace(left, number=total, low=total, high=total, end=end, last=numeral.last)
    return added


def _spoken_cents(lex: Lexemes, left: Numeral, right: Numeral) -> Number | None:
    """The cents in "15 dollars 50" and "thirteen dollars and forty-five", where nothing is counted after them."""
    assert left.measure is not None
    gap = lex.words[left.last : right.first]
    named = lex.words[left.last - 1][0].isalpha() and left.measure.factors[1] == 1 and left.scale == 1
    counted = lex.words[right.last][0].isalnum() or lex.joined(right.last)
    if (
        not named
        or counted
        or gap not in ([], ["and"])
        or not isinstance(right.number, int)
        or not 0 < right.number < 100
    ):
        return None
    return right.number / 100 if isinstance(left.number, int) else None


def _share(lex: Lexemes, left: Numeral, right: Numeral) -> Number | None:
    """What ``right`` adds to ``left``, in the unit of ``left``; ``None`` if it is another measurement."""
    large, small = left.measure, right.measure
    if large is not None and large.kind == "money" and small is None:
        return _spoken_cents(lex, left, right)
    if large is None or small is None or large.kind != small.kind or large.per or large.noun or small.noun:
        return None
    if left.number is None or right.number is None or tuple(lex.words[left.last : right.first]) not in _GAPS:
        return None
    if large.kind == "money":
        cents = right.number * small.factors[1]
        return cents if small.factors[1] < 1 == large.factors[1] and cents < 1 else None
    if large.symbol is None or small.symbol is None or large.reason or small.reason:
        return None
    if large.symbol in _CALENDAR:
        joined = lex.words[left.last : right.first] == ["and"]
        times = _EVEN.get((large.symbol, small.symbol)) if joined else None
        return right.number / times if times and 0 < right.number < times else None
    whole, part = units.base(1, large.symbol), units.base(right.number, small.symbol)
    if whole is None or part is None or whole[1] != part[1] or whole[1] == "Cel" or not 0 < part[0] < whole[0]:
        return None
    return part[0] / whole[0] if (units.base(1, small.symbol) or whole)[0] < whole[0] else None
