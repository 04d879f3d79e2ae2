"""Numbers in words: "two hundred and five thousand", "three-quarters of a million", "one and a half"."""

from __future__ import annotations

from factcheck.models import Number
from factcheck.values import number_words
from factcheck.values.lexemes import FRACTIONS, Lexemes
from factcheck.values.number_words import Reading

_MOST = 1e15
"""No scale beyond this is multiplied further; a text may repeat "million" without end."""


def read(lex: Lexemes, first: int) -> Reading | None:
    """The number that begins with the word at lexeme ``first``."""
    words = number_words.words()
    word = lex.words[first]
    if word in FRACTIONS:
        return Reading(first, first + 1, FRACTIONS[word])
    if word in words.articles:
        return _from_article(lex, first)
    if word in words.parts:
        return _part(lex, first)
    if word in words.multiples:
        return Reading(first, first + 1, words.multiples[word])
    if word in words.ordinals:
        return Reading(first, first + 1, words.ordinals[word], ordinal=True)
    last, value, scale = _compound(lex, first)
    if last == first:
        return None
    over = lex.after(last)
    if over != last - 1 and lex.words[over] in words.ordinals and _continues(lex, last, over):
        denominator = words.denominators.get(lex.words[over])
        if lex.words[last - 1] in words.tens and words.ordinals[lex.words[over]] < 10:
            return Reading(first, over + 1, value + words.ordinals[lex.words[over]], ordinal=True)
        if words.ordinals[lex.words[over]] >= 100:
            return Reading(first, over + 1, value * words.ordinals[lex.words[over]], ordinal=True)
        if value == 1 and denominator:
            return _of_a_scale(lex, first, over + 1, value / denominator)
    elif lex.words[over] in words.denominators and (value == 1 or lex.words[over].endswith("s")):
        return _of_a_scale(lex, first, over + 1, value / words.denominators[lex.words[over]])
    last, value = _point(lex, last, value)
    last, value = and_a_half(lex, last, value)
    last, value, more = scales_after(lex, last, value)
    return Reading(first, last, value, more if more != 1 else scale)


def _continues(lex: Lexemes, last: int, over: int) -> bool:
    return over == last or lex.touches(over)


def _compound(lex: Lexemes, first: int) -> tuple[int, float, Number]:
    """As in "two hundred and five thousand": the lexeme after it, the value, the last scale."""
    words = number_words.words()
    total, current, scale = 0.0, -1.0, 1
    room = 0  # what may still be added to ``current``: below this
    last = index = first
    between = first > 0 and lex.words[first - 1] == "between"
    while True:
        word = lex.words[index]
        if word in words.units:
            value = words.units[word]
            if current >= 0 and not (value < room and value > 0):
                break
            current = max(current, 0) + value
            room = 0
        elif word in words.tens:
            if current >= 0 and room <= 10:
                break
            current = max(current, 0) + words.tens[word]
            room = 10
        elif word in words.scales and not word.endswith("s"):
            factor = words.scales[word]
            if (current < 0 and total) or (factor == 100 and current >= 100):
                break
            current = max(current, 1 if current < 0 else current)
            if factor == 100:
                current, room = current * 100, 100
            else:
                total, current, room = total + current * factor, -1.0, 0
            scale = factor
        else:
            break
        last = index + 1
        index = lex.after(last)
        if lex.words[index] == "and" and (room == 100 or (total and current < 0)):
            index = _after_and(lex, index, between=between)
    return last, total + max(current, 0), scale if last > first and lex.words[last - 1] in words.scales else 1


def _point(lex: Lexemes, last: int, value: float) -> tuple[int, float]:
    """As in "two point five", "zero point zero three"."""
    units = number_words.words().units
    if lex.words[last] != "point" or units.get(lex.words[last + 1], 10) > 9:
        return last, value
    last, place = last + 1, 10.0
    while units.get(lex.words[last], 10) < 10:
        value += units[lex.words[last]] / place
        last, place = last + 1, place * 10
    return last, value


def _after_and(lex: Lexemes, index: int, *, between: bool) -> int:
    """In "two hundred and five", the lexeme of "five"; ``index`` itself where "and" joins two numbers."""
    words = number_words.words()
    following = lex.words[index + 1]
    if between or not (following in words.units or following in words.tens):
        return index
    after = lex.after(index + 2)
    if lex.words[after] in words.units and following in words.tens:
        after = lex.after(after + 1)
    before, scale = words.scales.get(lex.words[index - 1], 0), words.scales.get(lex.words[after], 0)
    return index if scale and (scale == before or 1000 <= before < scale) else index + 1


def _part(lex: Lexemes, first: int) -> Reading | None:
    """As in "half a million", "quarter million", "half of"; not the first half of a match, not half-staff."""
    words = number_words.words()
    value = 1 / words.parts[lex.words[first]]
    last = lex.after(first + 1)
    if lex.words[last] in words.articles:
        last = lex.after(last + 1)
    scale = words.scales.get(lex.words[last])
    if scale is not None:
        return Reading(first, last + 1, value * scale, scale)
    before = lex.words[first - 1] if first else ""
    if lex.joined(first + 1) or before in words.ordinals or before in words.no_part_after or value != 1 / 2:
        return None
    return Reading(first, first + 1, value)


def _from_article(lex: Lexemes, first: int) -> Reading | None:
    """As in "a hundred", "a third", "a quarter of a million"."""
    words = number_words.words()
    second = lex.after(first + 1)
    word = lex.words[second]
    if word in words.scales and not word.endswith("s"):
        last, value, scale = _compound(lex, second)
        last, value = and_a_half(lex, last, value)
        return Reading(first, last, value, scale)
    if word in words.denominators and not word.endswith("s") and _is_fraction(lex, second):
        return _of_a_scale(lex, first, second + 1, 1 / words.denominators[word])
    return None


def _is_fraction(lex: Lexemes, index: int) -> bool:
    """Whether "third" in "a third" is a part and not the next one after two."""
    following = lex.words[index + 1]
    return lex.words[index] not in number_words.words().ordinals or not (
        lex.joined(index + 1) or (following[0].isalpha() and following not in number_words.words().fraction_before)
    )


def _of_a_scale(lex: Lexemes, first: int, last: int, value: float) -> Reading:
    """As in "a quarter", "three quarters of a million"."""
    words = number_words.words()
    joined = lex.after(last)
    if lex.words[joined] in words.scales:
        scale = words.scales[lex.words[joined]]
        return Reading(first, joined + 1, value * scale, scale)
    article = last + (lex.words[last] == "of")
    if lex.words[article] in words.articles and lex.words[article + 1] in words.scales:
        scale = words.scales[lex.words[article + 1]]
        return Reading(first, article + 2, value * scale, scale)
    return Reading(first, last, value)


def and_a_half(lex: Lexemes, last: int, value: float) -> tuple[int, float]:
    """As in "two and a half", "3-and-a-half", "one and three-quarters"."""
    words = number_words.words()
    joint = lex.after(last)
    if lex.words[joint] != "and":
        return last, value
    article = lex.after(joint + 1)
    part = lex.after(article + 1)
    above = 1 if lex.words[article] in words.articles else words.units.get(lex.words[article], 0)
    below = words.denominators.get(lex.words[part], 0)
    if 0 < above < below <= 10 and (above == 1) != lex.words[part].endswith("s"):
        return part + 1, value + above / below
    return last, value


def scales_after(lex: Lexemes, last: int, value: float) -> tuple[int, float, Number]:
    """As in "1.2-million", "4 hundred million", "2.8bn"."""
    words = number_words.words()
    scale: Number = 1
    index = lex.after(last)
    while lex.words[index] in words.scales and scale < _MOST:
        value *= words.scales[lex.words[index]]
        scale *= words.scales[lex.words[index]]
        last = index + 1
        index = lex.after(last)
    return last, value, scale
