"""Whether a sentence looks back or ahead where it names a weekday or a month without a date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from factcheck.values.times.words import Words, listed, sentence

Direction = Literal[-1, 0, 1]


def direction(words: Words, first: int, last: int, tag: Callable[[int], str]) -> Direction:
    """1 where the nearest verb or time word looks ahead, -1 where it looks back, 0 where none does.

    ``tag`` gives the Penn Treebank tag of the token at a text offset, empty where the Doc has none.
    """
    begin, end = sentence(words, first)
    best: Direction = 0
    least = 99
    for i in range(begin, end):
        if first <= i < last:
            continue
        way = _way(words, i, tag)
        if way:
            away = _distance(words, i, first, last)
            if away < least or (away == least and way > best):
                least, best = away, way
    return best


def _distance(words: Words, i: int, first: int, last: int) -> int:
    """Words between, a comma or quotation mark counting as four."""
    between = range(i + 1, first) if i < first else range(last, i)
    return len(between) + sum(3 for j in between if words.low[j] in {",", ";", '"', "“", "”", "-"}) + (i >= last)


def _way(words: Words, i: int, tag: Callable[[int], str]) -> Direction:
    low = words.low[i]
    if low in listed("ahead"):
        past = low in {"expected", "scheduled", "planned", "set", "due", "to"}
        return 1 if not past or low != "to" or words.before(i) in {"is", "are", "am", "plans", "expected", "scheduled", "due", "set", "hopes", "going"} else 0
    if low in listed("back"):
        return -1
    name = tag(words.starts[i])
    if name:
        return -1 if name == "VBD" else 0
    return -1 if len(low) > 4 and low.endswith("ed") and low.isalpha() else 0
