"""Whether a sentence looks back or ahead where it names a weekday or a month without a date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from factcheck.values.times.words import Words, leads, listed, phrases, sentence

Direction = Literal[-2, -1, 0, 1]
"""Ahead (1), neither, or back: perhaps (-1: an ending that may be a participle's) or surely (-2)."""
_MARKS = frozenset({",", ";", ":", '"', "“", "”", "(", ")", "-", "that", "and", "but"})
_NEAR = 12
_POSSESSIVE_AHEAD = frozenset({"before", "for", "until", "in", "of", "at", "by", "on"})


def direction(words: Words, first: int, last: int, tag: Callable[[int], str]) -> Direction:
    """1 where the nearest verb or time word looks ahead, below 0 where it looks back, 0 where none does.

    Words before the expression are nearer than words after it, and a mark between counts as four words. ``tag``
    gives the Penn Treebank tag of the token at a text offset, empty where the Doc has none.
    """
    if words.low[first] in listed("back before") or words.before(first) in listed("back before"):
        return -2
    opener = first if words.low[first] in listed("ahead before") else first - 1
    begin, end = sentence(words, first)
    if opener >= 0 and words.low[opener] in listed("ahead before") and not leads(words, opener):
        # "has until Monday"; but "Until Monday, they had ...", "the road had been cleared by Monday"
        return -2 if words.low[opener] == "by" and _was_over(words, begin, opener) else 1
    least: int = 99
    best: Direction = 0
    if words.low[last : last + 2] == ["'", "s"] and words.before(first) not in _POSSESSIVE_AHEAD:
        return -1  # "after Tuesday's vote"
    for i in range(begin, end):
        if first <= i < last:
            continue
        way = _way(words, i, tag)
        if way is None:
            continue
        between = range(i + 1, first) if i < first else range(last, i)
        away = len(between) + 3 * sum(words.low[j] in _MARKS for j in between) + 3 * (i >= last)
        if away < least or (away == least and way > best):
            least, best = away, way
    return best


def _was_over(words: Words, begin: int, end: int) -> bool:
    """Whether a perfect, "had been cleared", stands right before word ``end`` with nothing between that looks ahead."""
    for i in range(end - 1, max(begin, end - _NEAR) - 1, -1):
        if words.low[i] in _MARKS or (words.low[i] == "to" and words.low[i + 1].isalpha()):
            return False
        if phrases("ahead").at(words, i) is not None:
            return False
        if words.low[i] in listed("perfect"):
            return i == begin or phrases("ahead").at(words, i - 1) is None
    return False


def _way(words: Words, i: int, tag: Callable[[int], str]) -> Direction | None:
    """Which way a word looks; ``None`` where it is no verb and says nothing."""
    if phrases("ahead").at(words, i) is not None:
        return 1
    low = words.low[i]
    if words.before(i) == "be" or (i > 0 and phrases("ahead").at(words, i - 1) is not None):
        return None  # "will have", "will be held": the auxiliary has said it
    if low in listed("back"):
        return -2
    if low in listed("perhaps back"):
        return -1
    if low in listed("neither"):
        return 0
    name = tag(words.starts[i])
    if name:
        return -2 if name == "VBD" else None
    return -1 if len(low) > 4 and low.endswith("ed") and not words.capital(i) else None
