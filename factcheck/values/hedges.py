"""Words around a number that widen it: "about 100", "at least 40", "100 or so", "100-plus".

The rules are data (``data/hedges.yaml``); this module finds the words and applies the factors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.models import Number
from factcheck.resources import word_table
from factcheck.values.lexemes import Lexemes
from factcheck.values.numerals import Numeral, tidy


@dataclass(frozen=True, slots=True)
class _Rule:
    """``low`` and ``high`` are factors, ``None`` for an open side."""

    low: float | None
    high: float | None


Phrases = dict[str, list[tuple[tuple[str, ...], _Rule]]]


@cache
def _rules(side: str) -> Phrases:
    """The rules for ``before`` or ``after``, by the word that is next to the number, longest phrase first."""
    phrases: Phrases = {}
    for entry in word_table("values/data/hedges.yaml")[side]:
        rule = _Rule(*(None if entry[key] == "open" else float(entry[key]) for key in ("low", "high")))
        for words in entry["words"]:
            phrase = tuple(_cut(words))
            phrases.setdefault(phrase[-1 if side == "before" else 0], []).append((phrase, rule))
    for found in phrases.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return phrases


def _cut(words: str) -> list[str]:
    return [word for word in Lexemes(words).words if word != "\n"]


def widen(lex: Lexemes, numerals: Iterable[Numeral]) -> list[Numeral]:
    """``numerals`` with the hedge before or after each made part of it and its interval widened."""
    return [numeral if numeral.ordinal else _widened(lex, numeral) for numeral in numerals]


def _widened(lex: Lexemes, numeral: Numeral) -> Numeral:
    widened = numeral
    for _ in range(2):  # "at least about 100", "more than 100 or so": two hedges, the inner one first
        before = _before(lex, widened)
        if before is None:
            break
        widened = before
    after = _after(lex, widened)
    return after or widened


def _before(lex: Lexemes, numeral: Numeral) -> Numeral | None:
    last = numeral.first
    article = lex.words[last - 1] if last else ""
    for end in (last, last - 1) if article in ("a", "an", "another") else (last,):
        # a hyphen may join them: sub-300, mid-100s
        gap = end - 1 if end > 1 and lex.words[end - 1] == "-" and lex.touches(end) and lex.touches(end - 1) else end
        for phrase, rule in _rules("before").get(lex.words[gap - 1], ()) if gap else ():
            first = gap - len(phrase)
            if first >= 0 and tuple(lex.words[first:gap]) == phrase:
                return _apply(lex, numeral, rule, first, numeral.last, first, gap)
    return None


def _after(lex: Lexemes, numeral: Numeral) -> Numeral | None:
    first = numeral.last
    if lex.words[first] == "-" and lex.touches(first) and lex.touches(first + 1):
        first += 1
    for phrase, rule in _rules("after").get(lex.words[first], ()):
        last = first + len(phrase)
        if tuple(lex.words[first:last]) == phrase and _closes(lex, phrase, last):
            return _apply(lex, numeral, rule, numeral.first, last, first, last)
    return None


def _closes(lex: Lexemes, phrase: Sequence[str], last: int) -> bool:
    """A plus sign or word between two numbers adds; it does not hedge."""
    return phrase[0] not in ("plus", "+") or not lex.words[last][0].isdecimal()


def _apply(lex: Lexemes, numeral: Numeral, rule: _Rule, first: int, last: int, begin: int, end: int) -> Numeral:
    """``numeral`` from lexeme ``first`` to ``last`` with the hedge that stands at ``begin`` to ``end``."""
    words = lex.text[lex.starts[begin] : lex.ends[end - 1]].lower()
    sides: list[Number | None] = []
    for bound, factor in ((numeral.low, rule.low), (numeral.high, rule.high)):
        sides.append(None if bound is None or factor is None else tidy(bound * factor))
    low, high = sides
    if low is not None and high is not None and low > high:  # a negative number
        low, high = high, low
    hedge = f"{words} {numeral.hedge}" if numeral.hedge and begin < numeral.first else words
    if numeral.hedge and begin >= numeral.last:
        hedge = f"{numeral.hedge} ... {words}"
    return replace(
        numeral, start=lex.starts[first], end=lex.ends[last - 1], first=first, last=last, low=low, high=high, hedge=hedge
    )
