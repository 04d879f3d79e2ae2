"""Numbers in digits: "1,200", "2 1/2", "3½", "1 200 000", "4.2 million", "20k", "2.48 × 10−5", "21st"."""

from __future__ import annotations

import re

from factcheck.values import number_words, spelled
from factcheck.values.lexemes import FRACTIONS, MINUS, Lexemes
from factcheck.values.number_words import Reading

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 9, 10, 12, 16, 20})
_UNLIKE_DATES = range(32, 1001)
_MAX_DIGITS = 18
"""Longer runs of digits are identifiers; nothing in a newsroom is counted in quintillions."""


def read(lex: Lexemes, first: int) -> Reading | None:
    """The number that begins with the digits at lexeme ``first``; ``None`` for times of day, addresses and the like."""
    words = number_words.words()
    shape = lex.shapes[first]
    if len(shape) > _MAX_DIGITS or not _GROUPED.fullmatch(shape):
        return None
    value = float(shape.replace(",", ""))
    last = first + 1
    if lex.touches(last) and lex.words[last] in words.ordinal_endings:
        return Reading(first, last + 1, value, ordinal=True)
    if _bare_point(lex, first) and shape.isdecimal():
        first, value = first - 1, float(f".{shape}")
    last, value = _spaced_groups(lex, last, shape, value)
    last, value = _exponent(lex, last, value)
    last, value = _fraction_after(lex, last, shape, value)
    last, value = spelled.and_a_half(lex, last, value)
    last, value, scale = spelled.scales_after(lex, last, value)
    if last == first + 1 and lex.touches(last) and lex.words[last] == "k":
        last, value, scale = last + 1, value * 1000, 1000
    return Reading(first, last, value, scale)


def _bare_point(lex: Lexemes, first: int) -> bool:
    """Whether a point stands before ``first`` and after a space, as in ".534"."""
    return first > 0 and lex.words[first - 1] == "." and lex.touches(first) and not lex.touches(first - 1)


def _spaced_groups(lex: Lexemes, last: int, shape: str, value: float) -> tuple[int, float]:
    """As in "1 200 000", where the groups stand one space apart."""
    if len(shape) > 3 or not shape.isdecimal() or shape[0] == "0":
        return last, value
    while (
        len(lex.shapes[last]) == 3
        and lex.shapes[last].isdecimal()
        and lex.starts[last] == lex.ends[last - 1] + 1
        and not (lex.touches(last + 1) and lex.words[last + 1][0].isalnum())
    ):
        value = value * 1000 + int(lex.shapes[last])
        last += 1
    return last, value


def _exponent(lex: Lexemes, last: int, value: float) -> tuple[int, float]:
    """As in "4e14", "2.48 × 10−5", "2x10^10"."""
    words = lex.words
    if words[last] == "e" and lex.touches(last):
        index, power = last + 1, False
    elif words[last] in ("×", "x", "*") and words[last + 1] == "10":
        index, power = last + 2, True
    else:
        return last, value
    index += words[index] == "^"
    sign = -1 if words[index] in MINUS else 1
    index += words[index] in MINUS or words[index] == "+"
    digits = words[index]
    if not (digits.isdecimal() and len(digits) < 3 and lex.touches(index)) or (power and index == last + 2):
        return last, value
    return index + 1, float(f"{value}e{sign * int(digits)}")


def _fraction_after(lex: Lexemes, last: int, shape: str, value: float) -> tuple[int, float]:
    """As in "3½", "2 1/2" and "1/2"."""
    if lex.shapes[last] in FRACTIONS:
        return last + 1, value + FRACTIONS[lex.shapes[last]]
    if not shape.isdecimal():
        return last, value
    whole = _slashed(lex, last)
    if whole is not None:
        return last + 2, value / whole if value < whole else value
    if lex.shapes[last].isdecimal():
        below = _slashed(lex, last + 1)
        above = int(lex.shapes[last])
        if below is not None and above < below:
            return last + 3, value + above / below
    return last, value


def _slashed(lex: Lexemes, index: int) -> int | None:
    """The denominator in "/2" at ``index``, if a fraction and not a date or a list of alternatives."""
    if lex.words[index] not in "/⁄" or not (lex.touches(index) and lex.touches(index + 1)):
        return None
    below, above = lex.shapes[index + 1], lex.shapes[index - 1]
    if not (below.isdecimal() and above.isdecimal() and len(below) < 5 and len(above) < 5):
        return None
    if not 0 < int(above) < int(below) or lex.words[index + 2] in "/⁄":
        return None
    return int(below) if int(below) in _DENOMINATORS or int(below) in _UNLIKE_DATES else None
