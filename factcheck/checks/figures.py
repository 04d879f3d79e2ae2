"""Figures as they are reckoned with: what they measure, and how exactly they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isclose, isfinite

from factcheck.checks.page import Sentence, listed
from factcheck.models import Mention, Money, Number, Percent, Quantity
from factcheck.spans import Spans
from factcheck.wording import number as written

_DIGITS = re.compile(r"\d[\d,]*(\.\d+)?")

_GAP = 80
"""Characters that may stand between the two ends of a move."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text. ``low`` to ``high`` is all that rounds to it, or all that its hedge allows."""

    mention: Mention
    number: float
    low: float
    high: float
    measure: tuple[str, str | None]

    def __str__(self) -> str:
        """The number and its unit, as in ``9.4 %``."""
        unit = "%" if self.measure == ("percent", "%") else self.measure[1]
        return f"{plain(self.number)}{f' {unit}' if unit else ''}"


def plain(value: Number) -> str:
    """A number for a reader, without the dust of binary fractions: ``45.7``, ``1,200``."""
    return written(round(value, 4) if abs(value) < 1 else round(float(value), 2))


def figures(sentence: Sentence) -> list[Figure]:
    """The figures of a sentence that have a number, in order; ages and ranges are none."""
    return [figure for one in amounts(sentence) if (figure := of(sentence, one))]


def amounts(sentence: Sentence) -> Iterator[Mention]:
    """Mentions of money, percentages and quantities; a number stands for itself only where nothing is counted."""
    counted = Spans((one.start, one.end) for one in sentence.mentions if one.kind == "quantity")
    for one in sentence.mentions:
        if (one.kind == "number" and not counted.holds(one.start)) or one.kind in ("money", "percent", "quantity"):
            yield one


def of(sentence: Sentence, mention: Mention) -> Figure | None:
    """The figure of a mention, ``None`` where it has no single number."""
    value = mention.value
    if not isinstance(value, Quantity | Money | Percent) or value.number is None or is_age(mention):
        return None
    number, low, high = float(value.number), value.low, value.high
    half = _half(sentence.article.text[mention.start : mention.end], number)
    least = float("-inf") if low is None else float(low) - half
    most = float("inf") if high is None else float(high) + half
    return Figure(mention, number, least, most, measure(value))


def measure(value: Quantity | Money | Percent) -> tuple[str, str | None]:
    """What makes two figures of one measure."""
    return (value.kind, value.currency if isinstance(value, Money) else value.unit)


def is_age(mention: Mention) -> bool:
    """Whether a mention is how old somebody is."""
    return isinstance(mention.value, Quantity) and mention.value.noun == "age"


def _half(words: str, number: float) -> float:
    """Half a unit of the last written digit: 0.05 for "9.4", half a million for "120 million"; 0 for words."""
    digits = _DIGITS.search(words)
    mantissa = float(digits[0].replace(",", "")) if digits else 0.0
    if not digits or not mantissa:
        return 0.0
    decimals = len(digits[1]) - 1 if digits[1] else 0
    scale = abs(number / mantissa)
    exact = decimals == 0 and scale == 1 and number < 1000
    return 0.0 if exact else scale * 10**-decimals / 2


@dataclass(frozen=True, slots=True)
class Move:
    """A figure that went from ``old`` to ``new``; ``start`` to ``end`` are the words that say so."""

    old: Figure
    new: Figure
    start: int
    end: int


def moves(sentence: Sentence) -> list[Move]:
    """The "from 9.4 percent to 5.1 percent" and "to 300 from 100" of a sentence, in order."""
    found = [figure for figure in figures(sentence) if isfinite(figure.low) and isfinite(figure.high)]
    pairs = [move for one, two in pairwise(found) if (move := _move(sentence, one, two))]
    return sorted([*pairs, *_ranges(sentence)], key=lambda move: move.start)


def _move(sentence: Sentence, one: Figure, two: Figure) -> Move | None:
    if two.mention.start - one.mention.end > _GAP or two.mention.start < one.mention.end:
        return None
    between = sentence.words(one.mention.end, two.mention.start)
    before, first = next(iter(sentence.before(one.mention.start)), ("", 0))
    same = one.measure == two.measure or (one.measure == ("quantity", None) and two.measure[0] == "percent")
    if not same or not between or not set(between[:-1]) <= listed("joins") | _nouns(one):
        return None
    if before in listed("from") and between[-1] in listed("to"):
        return Move(
            one if one.measure == two.measure else replace(one, measure=two.measure), two, first, two.mention.end
        )
    if before in listed("to") and between[-1] in listed("from") and one.measure == two.measure:
        return Move(two, one, first, two.mention.end)
    return None


def _nouns(figure: Figure) -> frozenset[str]:
    """What is counted, which a bare number has behind it."""
    return frozenset((getattr(figure.mention.value, "noun", None) or "").lower().split())


def _ranges(sentence: Sentence) -> Iterator[Move]:
    """A rise or a fall that was read as a range: "from $100 to $200"."""
    for mention in amounts(sentence):
        value = mention.value
        if not isinstance(value, Quantity | Money | Percent) or is_age(mention) or value.hedge:
            continue
        if value.number is not None or value.low is None or value.high is None:
            continue
        words = sentence.words(mention.start, mention.end)
        text = sentence.article.text[mention.start : mention.end]
        written = [float(found[0].replace(",", "")) for found in _DIGITS.finditer(text)]
        if words[:1] and words[0] in listed("from") and len(written) == 2 and all(written):
            ends = sorted((value.low, value.high), reverse=written[0] > written[1])
            old, new = (Figure(mention, float(end), end, end, measure(value)) for end in ends)
            # A range forgets which end came first; the digits tell where both have one scale.
            if isclose(value.low / min(written), value.high / max(written)):
                yield Move(old, new, mention.start, mention.end)
