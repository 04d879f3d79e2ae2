"""Two numbers that are one: "5 to 7", "between 100 and 150", "$3-4 billion", "two or three".

The ends of a range share what only one of them has: a scale ("2 to 3 million"), a unit, a currency.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from factcheck.models import Number
from factcheck.resources import word_table
from factcheck.values import hedges, nouns
from factcheck.values.lexemes import Lexemes
from factcheck.values.measures import Measure, tidy
from factcheck.values.numerals import Numeral

_ROUND = frozenset({*range(2, 13), 15, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 1000000})
"""What shares are counted in ("one in 20")."""

_NEAR = 4
"""Words from a change to its "from": "fell sharply in May from 5 to 3 percent"."""

_DASHES = frozenset("-‐‑–—−~")


@cache
def _joints() -> dict[tuple[str, ...], str]:
    table = word_table("values/data/ranges.yaml")
    kinds = ("both", "span", "or", "ratio", "part", "spread", "between")
    return {tuple(words.split()): kind for kind in kinds for words in table[kind]}


def join(lex: Lexemes, numerals: Sequence[Numeral]) -> list[Numeral]:
    """``numerals`` with each two that are the ends of a range made one."""
    joined: list[Numeral] = []
    for numeral in numerals:
        whole = _whole(lex, joined[-1], numeral) if joined else None
        if whole is None:
            joined.append(numeral)
        elif _is_change(lex, whole):
            joined[-1:] = _ends(lex, joined[-1], numeral)
        else:
            joined[-1] = whole
    return joined


def _is_change(lex: Lexemes, whole: Numeral) -> bool:
    """Whether "from 5 to 7 percent" is where something was and where it is: "fell from", "a rise from"."""
    before = lex.words[max(whole.first - _NEAR, 0) : whole.first]
    return lex.words[whole.first] == "from" and not _changes().isdisjoint(before)


def _ends(lex: Lexemes, left: Numeral, right: Numeral) -> list[Numeral]:
    """The two ends of a change, each with the scale and the measure, or else the noun, behind the second."""
    low, _ = _share_scale(left, right)
    measure = _shared(left, right)
    noun = nouns.find(lex, right) if measure is None else None
    counted = Measure("unit", None, noun=lex.text[lex.starts[noun.first] : lex.ends[noun.last - 1]]) if noun else None
    return [
        replace(left, number=low, low=low, high=low, measure=measure or counted),
        replace(right, measure=measure),
    ]


def _whole(lex: Lexemes, left: Numeral, right: Numeral) -> Numeral | None:
    if left.number is None or right.number is None or not 0 < right.first - left.last <= 3:
        return None
    words = lex.words
    gap = tuple(words[left.last : right.first])
    if len(gap) == 3 and lex.joined(left.last) and lex.joined(right.first - 1):
        gap = gap[1:2]  # three-in-five, 7-to-10
    first = left.first
    kind = "dash" if len(gap) == 1 and gap[0] in _DASHES else _joints().get(gap, "both")
    if kind == "both":
        return None
    if left.ordinal != right.ordinal and kind != "between":
        return None
    if kind in {"between", "span"}:
        opener = _opener(lex, left.first)
        if opener is None and kind == "between":
            return None
        first = left.first if opener is None else opener
    if left.measure is not None and right.measure is not None and not left.measure.same(right.measure):
        return None
    if kind == "span" and first == left.first and not _open_ended(lex, left, right):
        return None
    if kind == "ratio":
        return _ratio(lex, left, right)
    if kind == "part":
        return _part(lex, left, right)
    low, high = _share_scale(left, right)
    if kind == "spread":
        width = abs(right.number)  # "minus" and the sign were read with the number
        low, high = tidy(left.number - width), tidy(left.number + width)
    if kind == "dash" and not (
        low < high and (lex.touches(left.last) or not lex.touches(right.first) or lex.words[right.first][0].isdecimal())
    ):
        return None
    if kind == "or" and high != low + 1 and not (high > low and low * 2 >= high and left.scale == right.scale == 1):
        return None
    if high <= low and (kind == "or" or (kind == "span" and first == left.first)):
        return None  # "$5 million to 3 million people"
    if kind == "span" and left.measure is None and right.measure is not None and low * 1000 < high:
        return None
    bounds = sorted((low, high))
    return replace(
        right,
        start=lex.starts[first],
        first=first,
        number=left.number if kind == "spread" else None,
        low=bounds[0],
        high=bounds[1],
        measure=_shared(left, right),
        digits=left.digits,
    )


def _open_ended(lex: Lexemes, left: Numeral, right: Numeral) -> bool:
    """Whether "18 to 23 cents" is a range; "rose 18 cents to 23 cents" is a change and where it led."""
    if left.measure is not None and right.measure is None:
        return left.measure.kind == "money"
    if left.measure is None and right.measure is not None:
        return True
    return not any(word in _changes() for word in lex.words[max(left.first - 3, 0) : left.first])


@cache
def _changes() -> frozenset[str]:
    return frozenset(word_table("values/data/ranges.yaml")["changes"])


def _ratio(lex: Lexemes, left: Numeral, right: Numeral) -> Numeral | None:
    """As in "one in five Americans", "nine out of 10": the share that it is."""
    assert left.number is not None and right.number is not None
    measured = left.measure is not None or right.measure is not None
    if measured or not 0 < left.number < right.number or right.number not in _ROUND or left.first != left.last - 1:
        return None
    share = tidy(left.number / right.number)
    return replace(right, start=left.start, first=left.first, number=share, low=share, high=share, digits=left.digits)


def _shared(left: Numeral, right: Numeral) -> Measure | None:
    """The measure of both ends: that of the second, unless the first says more ("US$2 to $3")."""
    if left.measure is not None and left.measure.symbol and right.measure is not None and not right.measure.symbol:
        return left.measure
    return right.measure or left.measure


def _part(lex: Lexemes, left: Numeral, right: Numeral) -> Numeral | None:
    """As in "half of 1 percent"."""
    assert left.number is not None
    if not 0 < left.number < 1 or right.number != 1 or left.measure is not None or right.measure is None:
        return None
    part = left.number
    return replace(right, start=left.start, first=left.first, number=part, low=part, high=part)


def enclose(lex: Lexemes, numerals: Iterable[Numeral]) -> list[Numeral]:
    """``numerals`` with each lower bound and the upper bound next to it made one: "more than 10 and less than 40"."""
    enclosed: list[Numeral] = []
    for numeral in numerals:
        both = _enclosed(lex, enclosed[-1], numeral) if enclosed else None
        if both is None:
            enclosed.append(numeral)
        else:
            enclosed[-1] = both
    return enclosed


def _enclosed(lex: Lexemes, left: Numeral, right: Numeral) -> Numeral | None:
    if _joints().get(tuple(lex.words[left.last : right.first])) not in ("between", "both"):
        return None
    lower, upper = (left, right) if left.high is None else (right, left)
    if lower.low is None or lower.high is not None or upper.high is None or upper.low is not None:
        return None
    if lower.low >= upper.high or (left.measure and right.measure and not left.measure.same(right.measure)):
        return None
    return replace(
        right,
        start=left.start,
        first=left.first,
        number=None,
        low=lower.low,
        high=upper.high,
        hedge=f"{left.hedge} ... {right.hedge}",
        measure=_shared(left, right),
    )


def _opener(lex: Lexemes, first: int) -> int | None:
    """The lexeme of "between" or "from" before a range, a hedge in between allowed ("from about 5 to 7")."""
    hedge = hedges.phrase_before(lex, first)
    for before in (first - 1,) if hedge is None else (first - 1, hedge - 1):
        if before >= 0 and lex.words[before] in ("between", "from"):
            return before
    return None


def _share_scale(left: Numeral, right: Numeral) -> tuple[Number, Number]:
    """The written numbers, the left one in the scale of the right one where it has none of its own."""
    assert left.number is not None and right.number is not None
    if left.scale == 1 and right.scale > 1 and abs(left.number) <= abs(right.number) / right.scale:
        return tidy(left.number * right.scale), right.number
    return left.number, right.number
