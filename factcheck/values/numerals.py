"""Single written numbers: digits, number words, signs, vague counts, ordinals.

The tables are ``data/numbers.yaml`` and, for counts without a number ("dozens"), ``data/hedges.yaml``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from factcheck.models import Number
from factcheck.values import digits, number_words, spelled
from factcheck.values.lexemes import MINUS, Lexemes
from factcheck.values.measures import Measure, tidy


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


def negative(numeral: Numeral) -> Numeral:
    """``numeral``, a written number without a hedge, with the other sign."""
    assert numeral.number is not None
    return replace(numeral, number=-numeral.number, low=-numeral.number, high=-numeral.number)


def scan(lex: Lexemes) -> list[Numeral]:
    """Every number of ``lex`` by itself, without ranges, hedges and units."""
    starts = number_words.words().starts
    found: list[Numeral] = []
    free = 0
    for index, word in enumerate(lex.words):
        if (word in starts or "0" <= word[0] <= "9") and index >= free:
            numeral = _vague(lex, index) or _exact(lex, index)
            if numeral is not None:
                found.append(numeral)
                free = numeral.last
    return found


def _exact(lex: Lexemes, first: int) -> Numeral | None:
    """The longest number that begins at lexeme ``first``."""
    written = lex.words[first][0].isdecimal()
    reading = digits.read(lex, first) if written else spelled.read(lex, first)
    if reading is None:
        return None
    begin, value = _sign_before(lex, reading.first, reading.value)
    number, end = tidy(value), lex.ends[reading.last - 1]
    return Numeral(
        start=lex.starts[begin],
        end=end,
        first=begin,
        last=reading.last,
        number=number,
        low=number,
        high=number,
        number_end=end,
        ordinal=reading.ordinal,
        digits=written,
        scale=reading.scale,
    )


def _sign_before(lex: Lexemes, first: int, value: float) -> tuple[int, float]:
    """A minus sign that no word or number stands before, or the word for it."""
    before = first - 1
    if before < 0:
        return first, value
    if before and not lex.touches(before) and lex.words[before - 1][0].isdecimal():
        return first, value  # "75 -300": a range with a space too many
    if lex.words[before] in MINUS and lex.touches(first) and (not lex.touches(before) or _opens(lex, before - 1)):
        return before, -value
    if lex.words[before] in number_words.words().negatives:
        return before, -value
    if before and lex.joined(before) and lex.words[before - 1] in number_words.words().negatives:
        return before - 1, -value
    return first, value


def _opens(lex: Lexemes, index: int) -> bool:
    """Whether a minus sign after ``index`` belongs to what follows: "($-5", "<-30", but not "5€-7€"."""
    sign = lex.words[index]
    if unicodedata.category(sign[0]) == "Sc":
        return not (index and lex.words[index - 1][0].isdecimal())
    return sign in "<>=≤≥~≈(["


def _vague(lex: Lexemes, first: int) -> Numeral | None:
    """As in "dozens", "tens of thousands", "several hundred": an interval from the rule file and no number."""
    found = number_words.words().vague.at(lex, first)
    if found is None:
        return None
    last, rule = found
    scale: Number = 1
    index = last + 1 if lex.words[last] == "of" else last
    if rule.get("scales") and lex.words[index] in number_words.words().scales:
        last, _, scale = spelled.scales_after(lex, index, 1.0)
    elif rule.get("alone") is False:
        return None
    elif lex.words[last - 1] == "of":
        last -= 1
    low, high = (tidy(rule[side] * scale) for side in ("low", "high"))
    return Numeral(
        lex.starts[first], lex.ends[last - 1], first, last, None, low, high, number_end=lex.ends[last - 1], scale=scale
    )
