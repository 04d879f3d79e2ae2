"""Numbers with what they measure: the way from the words of a text to measured, hedged, joined numbers.

scan -> measure -> add up (6 ft 2 in) -> drop what names or places things -> join ranges -> widen by hedges
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.values import compounds, hedges, labels, money, nouns, number_words, numerals, percents, ranges, units
from factcheck.values.lexemes import Lexemes
from factcheck.values.measures import Measure, tidy
from factcheck.values.numerals import Numeral

_LISTS = frozenset({(",",), ("and",), ("or",), (",", "and"), (",", "or")})
"""What stands between two items of a list; the comma alone not before the last."""

_OLDEST = 120

_LARGE = 1_000_000  # "millions" without a noun are seldom anything but money


def find(lex: Lexemes, *, home: str | None = None) -> list[Numeral]:
    """Every number of ``lex`` that counts or measures, in reading order.

    ``home`` is the currency (ISO 4217) that a bare "$" means where the article appeared.
    """
    measured: list[Numeral] = []
    for numeral in numerals.scan(lex):
        if not numeral.ordinal and not (measured and numeral.first < measured[-1].last):  # "parts per million"
            start = measured[-1].last if measured else 0
            measured.append(_measured(lex, numeral, home=home, start=start))
    counts = labels.without(lex, compounds.add(lex, measured))
    joined = _aged(lex, _compared(lex, _listed(lex, ranges.join(lex, counts))))
    return ranges.enclose(lex, hedges.widen(lex, joined))


def _measured(lex: Lexemes, numeral: Numeral, *, home: str | None, start: int) -> Numeral:
    """``numeral`` with the currency, share or unit around it, from lexeme ``start`` on, made part of it."""
    skipped = _before_measure(lex, numeral)
    if skipped:
        measured = _measured(lex, replace(numeral, last=numeral.last + skipped), home=home, start=start)
        return numeral if measured.measure is None else measured
    share = percents.measure(lex, numeral)
    if share is not None:
        return _extended(lex, numeral, numeral.first, *share)
    numeral = _short_scale(lex, numeral, start=start)
    paid = money.attach(lex, numeral, home=home, start=start)
    if paid is not None:
        return paid
    unit = units.measure(lex, numeral)
    return numeral if unit is None else _extended(lex, numeral, numeral.first, *unit)


def _listed(lex: Lexemes, found: list[Numeral]) -> list[Numeral]:
    """``found`` with the unit at the end of a list given to the numbers before it: "5, 10 and 15 percent"."""
    shared = list(found)
    ends = _LISTS - {(",",)}
    inside = False  # whether the number to the right has its unit from further right
    for place in range(len(shared) - 2, -1, -1):
        left, right = shared[place], shared[place + 1]
        gap = tuple(lex.words[left.last : right.first])
        after_number = right.measure is not None and number_words.starts_number(lex.words[right.first])
        inside = left.measure is None and after_number and (gap in ends or (inside and gap == (",",)))
        if inside:
            shared[place] = replace(left, measure=right.measure)
    return shared


def _compared(lex: Lexemes, found: list[Numeral]) -> list[Numeral]:
    """``found`` with the currency of an amount given to the one it is compared with: "rose to $1.2bn from 900m"."""
    shared = list(found)
    for place in range(1, len(shared)):
        left, right = shared[place - 1], shared[place]
        if left.measure is None or left.measure.kind != "money" or right.measure is not None or right.scale < _LARGE:
            continue
        gap = lex.words[left.last : right.first]
        if money.compares(gap) and nouns.find(lex, right) is None:
            shared[place] = replace(right, measure=replace(left.measure, factors=(1.0, 1.0, 1.0)))
    return shared


def _aged(lex: Lexemes, found: list[Numeral]) -> list[Numeral]:
    """``found`` with the ages as ages, with the words that say so: "aged 8-10", "aged 34, 61 and 70"."""
    aged: list[Numeral] = []
    listing = False  # whether the number to the left is in a list of ages
    for numeral in found:
        age = units.age(lex, numeral)
        if age is not None:
            listing = age[0] < numeral.first
            aged.append(_extended(lex, numeral, age[0], numeral.last, age[1]))
            continue
        listing = listing and _one_more_age(lex, aged[-1], numeral)
        aged.append(replace(numeral, measure=aged[-1].measure) if listing else numeral)
    return aged


def _one_more_age(lex: Lexemes, left: Numeral, numeral: Numeral) -> bool:
    """Whether ``numeral`` goes on a list of ages: the 61 of "aged 34 and 61", but not in "aged 34 and 61 others"."""
    return (
        numeral.measure is None
        and numeral.high is not None
        and numeral.high < _OLDEST
        and tuple(lex.words[left.last : numeral.first]) in _LISTS
        and nouns.find(lex, numeral) is None
    )


def _before_measure(lex: Lexemes, numeral: Numeral) -> int:
    """The words between number and measure, counted: "billions of dollars", "half a mile", "1/8 of a pint"."""
    words, last = lex.words, numeral.last
    part = numeral.number is not None and 0 < numeral.number < 1
    if part and words[last] in ("a", "an"):
        return 1
    if words[last] == "of" and (numeral.number is None or (part and words[last + 1] in ("a", "an"))):
        return 2 if part else 1
    return 0


def _extended(lex: Lexemes, numeral: Numeral, first: int, last: int, measure: Measure) -> Numeral:
    return replace(numeral, start=lex.starts[first], end=lex.ends[last - 1], first=first, last=last, measure=measure)


def _short_scale(lex: Lexemes, numeral: Numeral, *, start: int) -> Numeral:
    """``numeral`` times a million in "$35m", "35m devices", "£4 m"; as it is in "a 100m race"."""
    word = lex.words[numeral.last]
    scale = number_words.short_scale(word)
    if not numeral.digits or numeral.scale != 1 or scale == 1:
        return numeral
    paid = money.sign_before(lex, numeral, start=start) is not None
    if not (paid and not (lex.touches(numeral.last + 1) and lex.words[numeral.last + 1][0].isalnum())):
        if not lex.touches(numeral.last):
            return numeral
        if word == "t" or (word == "m" and lex.shapes[numeral.last] == "m" and units.metres(lex, numeral.last)):
            return numeral
        if word == "b" and lex.shapes[numeral.last] != "b":
            return numeral
    assert numeral.number is not None
    value = tidy(numeral.number * scale)
    end = lex.ends[numeral.last]
    return replace(
        numeral, number=value, low=value, high=value, scale=scale, last=numeral.last + 1, end=end, number_end=end
    )
