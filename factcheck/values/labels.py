"""Numbers that are no counts: section 427, Tu-160, 9/11, phone numbers, scores, house numbers, years, clock times.

What other kinds of this room understand (dates, laws, votes) they find for themselves; here the number is only kept
from being read as a quantity.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from factcheck.resources import word_table
from factcheck.values import nouns, number_words, units
from factcheck.values.lexemes import HYPHENS, Lexemes, Phrases
from factcheck.values.numerals import Numeral

_DASHES = HYPHENS | {"–", "—"}
_YEARS = range(1500, 2101)
_LIST = range(1, 31)
_RECENT = range(1900, 2051)
"""In these four digits without a comma are a year, unless a unit follows."""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_table("values/data/labels.yaml")[key])


def without(lex: Lexemes, found: Sequence[Numeral]) -> list[Numeral]:
    """``found`` without those that name, order or place things."""
    chained = _chained(lex, found)
    counts: list[Numeral] = []
    label: Numeral | None = None
    for numeral in found:
        ranged = bool(counts) and counts[-1].last == numeral.first - 1  # 2bn-3bn
        if (
            numeral.first in chained
            or _is_label(lex, numeral, ranged=ranged)
            or (label and _linked(lex, label, numeral))
        ):
            label = numeral  # and so is what a dash joins to it: pages 12-15
        else:
            counts.append(numeral)
    return counts


def _is_label(lex: Lexemes, numeral: Numeral, *, ranged: bool) -> bool:
    if numeral.digits:
        if _stands_for_year(lex, numeral):
            return True
        if (not ranged and _glued(lex, numeral)) or _clock(lex, numeral):
            return True
        return _plain(lex, numeral) and (_named(lex, numeral) or _listed(lex, numeral) or _addressed(lex, numeral))
    if lex.shapes[numeral.first] == "one":
        return _pronoun(lex, numeral)
    return numeral.last == numeral.first + 1 and lex.words[max(numeral.first - 1, 0)] in _words("before")


def _stands_for_year(lex: Lexemes, numeral: Numeral) -> bool:
    """A year before a length of time that is no plural: "the World Cup 2018 day five"."""
    measured = numeral.measure is not None and units.of_time(numeral.measure.symbol)
    first = numeral.first
    return (
        measured
        and numeral.number in _RECENT
        and len(lex.words[first]) == 4
        and not lex.touches(first + 1)
        and lex.words[first + 1].isalpha()
        and not nouns.plural(lex.words[first + 1])
    )


def _plain(lex: Lexemes, numeral: Numeral) -> bool:
    """Digits alone, without separators, sign or scale."""
    return numeral.last == numeral.first + 1 and lex.words[numeral.first].isdecimal()


def _glued(lex: Lexemes, numeral: Numeral) -> bool:
    """Digits that are part of a longer sign: Tu-160, S23, 9/11, a web address."""
    first = numeral.first
    if numeral.measure is None and lex.touches(numeral.last) and lex.words[numeral.last][0].isalpha():
        return True  # 4chan, 5G, the 747s
    if not lex.touches(first):
        return False
    before = lex.words[first - 1]
    if before[0].isalpha() or before in "_@/\\#.=&":
        return True
    if before in _DASHES and lex.touches(first - 1) and first > 1:
        letters = lex.words[first - 2]
        return letters[0].isalpha() and letters not in _words("count_after")
    return False


def _listed(lex: Lexemes, numeral: Numeral) -> bool:
    """A number that counts the points of a list: "1) ...", "(2)", "3. ..." at the start of a paragraph."""
    first, last = numeral.first, numeral.last
    before = lex.words[first - 1] if first else "\n"
    if lex.words[last] == ")":
        return numeral.number in _LIST and (before == "(" or "(" not in lex.words[max(first - 8, 0) : first])
    return before == "\n" and lex.words[last] == "." and lex.touches(last) and lex.shapes[last + 1][0].isupper()


def _addressed(lex: Lexemes, numeral: Numeral) -> bool:
    """The number of a house: "12 Main Street"."""
    for index in range(numeral.last, numeral.last + 4):
        if not lex.shapes[index][0].isupper():
            return False
        if index > numeral.last and lex.words[index] in _words("streets"):
            return True
    return False


@cache
def _clock_words() -> Phrases[None]:
    return Phrases((words, None) for words in word_table("values/data/labels.yaml")["clock_after"])


def _clock(lex: Lexemes, numeral: Numeral) -> bool:
    return _clock_words().at(lex, numeral.last) is not None


def _named(lex: Lexemes, numeral: Numeral) -> bool:
    """A plain number after a label, in an address, a year, a day of a month, or after a capitalised name."""
    before, after = lex.words[numeral.first - 1] if numeral.first else "", lex.words[numeral.last]
    if before in _words("before") and not (
        before in _words("spells") and lex.words[max(numeral.first - 2, 0)] in _words("spells_after")
    ):
        return True
    if before == "." and numeral.first > 1 and lex.words[numeral.first - 2] in _words("before"):
        return lex.touches(numeral.first - 1) and len(lex.words[numeral.first - 2]) < 5
    if after in _words("after"):
        return True
    if numeral.number in _YEARS and len(lex.words[numeral.first]) == 4:
        if numeral.number in _RECENT or lex.touches(numeral.last):
            return True
        if before == "of" and nouns.plural(after):
            return False  # "a survey of 1709 schoolchildren"
        if before in _words("years_after") or not after[0].isalpha() or not lex.shapes[numeral.last].islower():
            return True
    return _after_name(lex, numeral)


def _after_name(lex: Lexemes, numeral: Numeral) -> bool:
    """As in "Boeing 737", "S&P 500 rose": a capitalised word inside the sentence before, and nothing counted after."""
    first = numeral.first
    if first < 2 or lex.shapes[first - 1] == lex.words[first - 1] or lex.shapes[first - 2] in _words("sentence_ends"):
        return False
    counted = lex.words[first - 2][0].isdecimal() or number_words.starts_number(
        lex.words[first - 2]
    )  # six Leopard 2 tanks
    return counted or not nouns.plural(lex.words[numeral.last]) or not lex.shapes[first - 1].isalpha()


def _pronoun(lex: Lexemes, numeral: Numeral) -> bool:
    before, after = lex.words[numeral.first - 1] if numeral.first else "", lex.words[numeral.last]
    if numeral.last != numeral.first + 1:
        return False
    if lex.joined(numeral.last) and lex.words[numeral.last + 1] in _words("one_joined"):
        return True
    if before not in _words("one_after") and number_words.starts_number(lex.words[numeral.last + 1]):
        return False  # "one to two years"
    return before in _words("one_after") or after in _words("one_before") or not (after[0].isalpha() or after == "-")


def _chained(lex: Lexemes, found: Sequence[Numeral]) -> set[int]:
    """First lexemes of numbers in chains that hyphens, stops or slashes make: phone numbers, dates, scores."""
    chained: set[int] = set()
    for chain in _chains(lex, found):
        if len(chain) > 2 or _pair_is_label(lex, *chain):
            chained.update(numeral.first for numeral in chain)
    return chained


def _chains(lex: Lexemes, found: Iterable[Numeral]) -> list[list[Numeral]]:
    """Runs of at least two plain numbers with a dash or slash and no space between."""
    chains: list[list[Numeral]] = [[]]
    for numeral in found:
        chain = chains[-1]
        if not (chain and _linked(lex, chain[-1], numeral)):
            chain = []
            chains.append(chain)
        chain.append(numeral)
    return [chain for chain in chains if len(chain) > 1]


def _linked(lex: Lexemes, left: Numeral, right: Numeral) -> bool:
    gap = left.last
    return (
        right.first == gap + 1
        and (lex.words[gap] in _DASHES or lex.words[gap] in "/")
        and lex.touches(gap) == lex.touches(right.first)
        and left.digits
        and right.digits
    )


def _pair_is_label(lex: Lexemes, left: Numeral, right: Numeral) -> bool:
    """A score (2-1), a season (2014-15), a phone number (555-1234), a date (3/25)."""
    if lex.words[left.last] == "/":
        return True
    if left.number is None or right.number is None or right.scale != 1:
        return False
    if left.number in _YEARS and len(lex.words[left.first]) == 4:
        return True
    if lex.words[right.first].startswith("0"):
        return True
    if not (_plain(lex, left) and _plain(lex, right)):
        return False
    spaced = not lex.touches(left.last)  # "England won 2 – 1"
    return right.number <= left.number or (spaced and not nouns.plural(lex.words[right.last]))
