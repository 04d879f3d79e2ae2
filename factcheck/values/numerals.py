"""Single written numbers: digits, number words, fractions, scales, vague counts, ordinals.

The tables are ``data/numbers.yaml`` and, for counts without a number ("dozens"), ``data/hedges.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from factcheck.models import Number
from factcheck.resources import word_table
from factcheck.values.lexemes import FRACTION_SIGNS, HYPHENS, Lexemes, Phrases
from factcheck.values.measures import Measure, tidy

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")
_FRACTIONS = {sign: unicodedata.numeric(sign) for sign in FRACTION_SIGNS}
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 9, 10, 12, 16, 20})
_UNLIKE_DATES = range(32, 1001)
_MINUS = frozenset("-−–")
_MAX_DIGITS = 18
"""Longer runs of digits are identifiers; nothing in a newsroom is counted in quintillions."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, with its interval.

    ``start`` and ``end`` are string offsets into the text, hedge included; ``first`` and ``last`` are indices of
    ``Lexemes``, half open, likewise. ``number`` is ``None`` for a range or a vague count. ``scale`` is what the last
    scale word multiplied by (1 without one), so that a range can share it. ``measure`` is set by ``amounts`` only;
    ``number_end`` is the offset where the number stops and the words for its measure begin.
    """

    start: int
    end: int
    first: int
    last: int
    number: Number | None
    low: Number | None
    high: Number | None
    number_end: int
    hedge: str | None = None
    ordinal: bool = False
    digits: bool = False
    scale: Number = 1
    measure: Measure | None = None


def short_scale(word: str) -> Number:
    """What a letter after digits multiplies by ("m": a million), 1 for any other word."""
    return _words().short_scales.get(word, 1)


def starts_number(word: str) -> bool:
    """Whether a number can begin with ``word`` (lower case)."""
    return word[0].isdecimal() or word in _words().units or word in _words().tens


def scale(word: str) -> Number:
    """What a scale word multiplies by ("million"), 1 for any other word."""
    return _words().scales.get(word, 1)


def negative(numeral: Numeral) -> Numeral:
    """``numeral``, a written number without a hedge, with the other sign."""
    assert numeral.number is not None
    return replace(numeral, number=-numeral.number, low=-numeral.number, high=-numeral.number)


@dataclass(frozen=True, slots=True)
class _Words:
    """The tables of ``data/numbers.yaml``, ready for look-up."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    articles: frozenset[str]
    denominators: dict[str, int]
    fraction_before: frozenset[str]
    multiples: dict[str, int]
    ordinals: dict[str, int]
    ordinal_endings: frozenset[str]
    negatives: frozenset[str]
    vague: Phrases[dict[str, Any]]
    starts: frozenset[str]


@cache
def _words() -> _Words:
    table = word_table("values/data/numbers.yaml")
    scales = {word: int(value) for word, value in table["scales"].items()}
    vague = word_table("values/data/hedges.yaml")["vague"]
    starts = {
        *table["units"],
        *table["tens"],
        *scales,
        *table["articles"],
        "half",
        "quarter",
        *table["ordinals"],
        *table["multiples"],
        *FRACTION_SIGNS,
    }
    starts.update(phrase.split()[0] for phrase in vague)
    return _Words(
        units=table["units"],
        tens=table["tens"],
        scales=scales,
        short_scales={word: int(value) for word, value in table["short_scales"].items()},
        articles=frozenset(table["articles"]),
        denominators=table["denominators"],
        fraction_before=frozenset(table["fraction_before"]),
        multiples=table["multiples"],
        ordinals=table["ordinals"],
        ordinal_endings=frozenset(table["ordinal_endings"]),
        negatives=frozenset(table["negatives"]),
        vague=Phrases(vague.items()),
        starts=frozenset(starts),
    )


def scan(lex: Lexemes) -> list[Numeral]:
    """Every number of ``lex`` by itself, without ranges, hedges and units."""
    starts = _words().starts
    found: list[Numeral] = []
    free = 0
    for index, word in enumerate(lex.words):
        if (word in starts or "0" <= word[0] <= "9") and index >= free:
            numeral = _read(lex, index)
            if numeral is not None:
                found.append(numeral)
                free = numeral.last
    return found


def _read(lex: Lexemes, first: int) -> Numeral | None:
    """The longest number that begins at lexeme ``first``."""
    return _vague(lex, first) or (_digits(lex, first) if lex.words[first][0].isdecimal() else _spelled(lex, first))


def _numeral(
    lex: Lexemes, first: int, last: int, value: float, *, scale: Number = 1, digits: bool = False, ordinal: bool = False
) -> Numeral:
    number = tidy(value)
    end = lex.ends[last - 1]
    return Numeral(
        lex.starts[first], end, first, last, number, number, number, end, scale=scale, digits=digits, ordinal=ordinal
    )


# --- digits ---------------------------------------------------------------------------------------


def _digits(lex: Lexemes, first: int) -> Numeral | None:
    words = _words()
    shape = lex.shapes[first]
    if len(shape) > _MAX_DIGITS or not _GROUPED.fullmatch(shape):
        return None
    value = float(shape.replace(",", ""))
    last = first + 1
    if lex.touches(last) and lex.words[last] in words.ordinal_endings:
        return _numeral(lex, first, last + 1, value, digits=True, ordinal=True)
    if _bare_point(lex, first) and shape.isdecimal():
        first, value = first - 1, float(f".{shape}")
    last, value = _spaced_groups(lex, last, shape, value)
    last, value = _exponent(lex, last, value)
    last, value = _fraction_after(lex, last, shape, value)
    last, value = _and_a_half(lex, last, value)
    last, value, scale = _scales_after(lex, last, value)
    if last == first + 1 and lex.touches(last) and lex.words[last] == "k":
        last, value, scale = last + 1, value * 1000, 1000
    first, value = _sign_before(lex, first, value)
    return _numeral(lex, first, last, value, scale=scale, digits=True)


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
        and not lex.touches(last + 1)
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
    sign = -1 if words[index] in _MINUS else 1
    index += words[index] in _MINUS or words[index] == "+"
    digits = words[index]
    if not (digits.isdecimal() and len(digits) < 3 and lex.touches(index)) or (power and index == last + 2):
        return last, value
    return index + 1, float(f"{value}e{sign * int(digits)}")


def _fraction_after(lex: Lexemes, last: int, shape: str, value: float) -> tuple[int, float]:
    """As in "3½", "2 1/2" and "1/2"."""
    if lex.shapes[last] in _FRACTIONS:
        return last + 1, value + _FRACTIONS[lex.shapes[last]]
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


def _sign_before(lex: Lexemes, first: int, value: float) -> tuple[int, float]:
    """A minus sign that no word or number stands before, or the word for it."""
    before = first - 1
    if before < 0:
        return first, value
    if before and not lex.touches(before) and lex.words[before - 1][0].isdecimal():
        return first, value  # "75 -300": a range with a space too many
    if lex.words[before] in _MINUS and lex.touches(first) and (not lex.touches(before) or _opens(lex, before - 1)):
        return before, -value
    if lex.words[before] in _words().negatives:
        return before, -value
    if lex.words[before] in HYPHENS and before and lex.words[before - 1] in _words().negatives and lex.touches(first):
        return before - 1, -value
    return first, value


def _opens(lex: Lexemes, index: int) -> bool:
    """Whether a minus sign after ``index`` belongs to what follows: "($-5", "<-30", but not "5€-7€"."""
    sign = lex.words[index]
    if unicodedata.category(sign[0]) == "Sc":
        return not (index and lex.words[index - 1][0].isdecimal())
    return sign in "<>=≤≥~≈(["


# --- words ----------------------------------------------------------------------------------------


def _spelled(lex: Lexemes, first: int) -> Numeral | None:
    words = _words()
    word = lex.words[first]
    if word in _FRACTIONS:
        return _numeral(lex, first, first + 1, _FRACTIONS[word])
    if word == "half" or word in words.articles:
        return _from_article(lex, first)
    if word == "quarter":
        scaled = lex.words[first + 1] in words.scales  # "quarter million dollars"
        return _of_a_scale(lex, first, first + 1, 1 / 4) if scaled else None
    if word in words.multiples:
        return _numeral(lex, first, first + 1, words.multiples[word])
    if word in words.ordinals:
        return _numeral(lex, first, first + 1, words.ordinals[word], ordinal=True)
    last, value, scale = _compound(lex, first)
    if last == first:
        return None
    over = lex.after(last)
    if over != last - 1 and lex.words[over] in words.ordinals and _continues(lex, last, over):
        denominator = words.denominators.get(lex.words[over])
        if lex.words[last - 1] in words.tens and words.ordinals[lex.words[over]] < 10:
            return _numeral(lex, first, over + 1, value + words.ordinals[lex.words[over]], ordinal=True)
        if words.ordinals[lex.words[over]] >= 100:
            return _numeral(lex, first, over + 1, value * words.ordinals[lex.words[over]], ordinal=True)
        if value == 1 and denominator:
            return _of_a_scale(lex, first, over + 1, value / denominator)
    elif lex.words[over] in words.denominators and (value == 1 or lex.words[over].endswith("s")):
        return _of_a_scale(lex, first, over + 1, value / words.denominators[lex.words[over]])
    last, value = _and_a_half(lex, last, value)
    last, value, more = _scales_after(lex, last, value)
    begin, value = _sign_before(lex, first, value)
    return _numeral(lex, begin, last, value, scale=more if more != 1 else scale)


def _continues(lex: Lexemes, last: int, over: int) -> bool:
    return over == last or lex.touches(over)


def _compound(lex: Lexemes, first: int) -> tuple[int, float, Number]:
    """As in "two hundred and five thousand": the lexeme after it, the value, the last scale."""
    words = _words()
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
            if current < 0 and total:
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


def _after_and(lex: Lexemes, index: int, *, between: bool) -> int:
    """In "two hundred and five", the lexeme of "five"; ``index`` itself where "and" joins two numbers."""
    words = _words()
    following = lex.words[index + 1]
    if between or not (following in words.units or following in words.tens):
        return index
    after = lex.after(index + 2)
    if lex.words[after] in words.units and following in words.tens:
        after = lex.after(after + 1)
    before, scale = words.scales.get(lex.words[index - 1], 0), words.scales.get(lex.words[after], 0)
    return index if scale and (scale == before or 1000 <= before < scale) else index + 1


def _from_article(lex: Lexemes, first: int) -> Numeral | None:
    """As in "a hundred", "a third", "half a million", "half of"."""
    words = _words()
    second = lex.after(first + 1)
    if lex.words[first] == "half":
        if first and lex.words[first - 1] in words.ordinals:
            return None  # the first half of a match or a year
        if lex.words[second] in words.articles:
            third = lex.after(second + 1)
            if lex.words[third] in words.scales:
                scale = words.scales[lex.words[third]]
                return _numeral(lex, first, third + 1, scale / 2, scale=scale)
        elif lex.words[second] in words.scales:
            scale = words.scales[lex.words[second]]
            return _numeral(lex, first, second + 1, scale / 2, scale=scale)
        return None if lex.joined(first + 1) else _numeral(lex, first, first + 1, 0.5)  # half-staff
    word = lex.words[second]
    if word in words.scales and not word.endswith("s"):
        last, value, factor = _compound(lex, second)
        last, value = _and_a_half(lex, last, value)
        return _numeral(lex, first, last, value, scale=factor)
    if word in words.denominators and not word.endswith("s") and _is_fraction(lex, second):
        return _of_a_scale(lex, first, second + 1, 1 / words.denominators[word])
    return None


def _is_fraction(lex: Lexemes, index: int) -> bool:
    """Whether "third" in "a third" is a part and not the next one after two."""
    following = lex.words[index + 1]
    return lex.words[index] not in _words().ordinals or not (
        lex.joined(index + 1) or (following[0].isalpha() and following not in _words().fraction_before)
    )


def _of_a_scale(lex: Lexemes, first: int, last: int, value: float) -> Numeral:
    """As in "a quarter", "three quarters of a million"."""
    words = _words()
    if lex.words[last] in words.scales:
        scale = words.scales[lex.words[last]]
        return _numeral(lex, first, last + 1, value * scale, scale=scale)
    if lex.words[last] == "of" and lex.words[last + 1] in words.articles and lex.words[last + 2] in words.scales:
        scale = words.scales[lex.words[last + 2]]
        return _numeral(lex, first, last + 3, value * scale, scale=scale)
    return _numeral(lex, first, last, value)


def _and_a_half(lex: Lexemes, last: int, value: float) -> tuple[int, float]:
    """As in "two and a half", "3-and-a-half", "one and three-quarters"."""
    words = _words()
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


def _scales_after(lex: Lexemes, last: int, value: float) -> tuple[int, float, Number]:
    """As in "1.2-million", "4 hundred million", "2.8bn"."""
    words = _words()
    scale: Number = 1
    index = lex.after(last)
    while lex.words[index] in words.scales:
        value *= words.scales[lex.words[index]]
        scale *= words.scales[lex.words[index]]
        last = index + 1
        index = lex.after(last)
    return last, value, scale


# --- vague counts ---------------------------------------------------------------------------------


def _vague(lex: Lexemes, first: int) -> Numeral | None:
    """As in "dozens", "tens of thousands", "several hundred": an interval from the rule file and no number."""
    found = _words().vague.at(lex, first)
    if found is None:
        return None
    last, rule = found
    scale: Number = 1
    index = last + 1 if lex.words[last] == "of" else last
    if rule.get("scales") and lex.words[index] in _words().scales:
        last, _, scale = _scales_after(lex, index, 1.0)
    elif rule["low"] is None:
        return None
    low, high = (tidy(rule[side] * scale) for side in ("low", "high"))
    return Numeral(
        lex.starts[first], lex.ends[last - 1], first, last, None, low, high, number_end=lex.ends[last - 1], scale=scale
    )
