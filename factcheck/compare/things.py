"""Whether two assertions are of the same thing, as far as their types, nouns and sizes say."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.compare.relations import convertible, relate
from factcheck.compare.words import comes_on_top, key, of_anybody, of_figures, side, stems
from factcheck.models import Assertion, Money, Percent, Quantity, Text, Value, Vote
from factcheck.values import units

OTHER_SIZE = 5
"""Figures that differ by more than this factor count different things, unless the type says they do not."""

SLIPS = (10, 1000, 1_000_000)
"""How many times apart two large figures with the same digits are where somebody slipped: million for billion."""

LARGE = 10_000
"""A figure of this size that stands in two sentences is no chance."""


def of_one_type(one: Assertion, other: Assertion, general: Collection[str]) -> bool:
    """Whether the types are one, or one of the two does not say what is counted and the words around it do."""
    if one.type == other.type:
        return True
    if one.type in general and other.type in general:
        return True
    if one.type not in general and other.type not in general:
        return False
    special, plain = (other, one) if one.type in general else (one, other)
    units_differ = getattr(one.value, "unit", None) != getattr(other.value, "unit", None)
    if units_differ and relate(one.value, other.value).relation == "differs":
        return False
    return not own_words(special).isdisjoint(stems(plain.statement.text)) or telling(special, plain)


def own_words(assertion: Assertion) -> frozenset[str]:
    """The content words of an assertion that are not its value's: "killed" of "killed 12 people"."""
    noun = getattr(assertion.value, "noun", None) or ""
    return frozenset(word for word in stems(assertion.text) - stems(noun) - of_figures() if not word[0].isdigit())


def is_bare(assertion: Assertion) -> bool:
    """Whether it is a figure that does not say what is counted: "12 of them"."""
    value = assertion.value
    return isinstance(value, Quantity) and not value.noun and not value.unit


def number(assertion: Assertion) -> float:
    """The figure of an assertion, 0 where it has none."""
    return getattr(assertion.value, "number", None) or 0.0


def magnitude(value: Value) -> float | None:
    """The number of a value, or the end of its range that it gives; ``None`` where it is no figure."""
    if isinstance(value, Quantity | Money | Percent):
        return value.number or value.low or value.high
    return value.yeas if isinstance(value, Vote) else None


def times(one: float, other: float) -> float:
    """How many times one figure is the other, 1 or more; neither is 0."""
    return max(abs(one / other), abs(other / one))


def has_tally(vote: Vote) -> bool:
    """Whether a vote is told by its numbers; else it is only told how it was held."""
    return vote.yeas is not None


def telling(one: Assertion, other: Assertion) -> bool:
    """Whether two large figures are one and the same, which is no chance."""
    return number(one) == number(other) >= LARGE


def significant(figure: float) -> int:
    """How many digits a figure has before the zeros that rounding leaves: 4 for 104,300, 2 for 12,000."""
    return len(f"{abs(figure):f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))


def comparable(one: Assertion, other: Assertion, general: Collection[str]) -> bool:
    """Whether two values are of the same thing, as far as their types leave it open."""
    if comes_on_top(one) != comes_on_top(other) or of_one_person(one, other) is False:
        return False
    if side(one) != side(other) and side(one) and side(other):
        return False
    loose = one.type in general or other.type in general
    match one.value, other.value:
        case (Quantity() as mine, Quantity() as theirs):
            if mine.unit and theirs.unit:
                same_noun = not (mine.noun and theirs.noun) or _same_noun(mine, theirs)
                return convertible(mine.unit, theirs.unit) and (not loose or same_noun) and _same_size(mine, theirs)
            if not loose:
                return mine.unit == theirs.unit
            bare = (is_bare(one), is_bare(other))
            counted = _same_noun(mine, theirs) or all(bare) or (any(bare) and telling(one, other))
            return mine.unit == theirs.unit and counted and _same_size(mine, theirs)
        case (Money() as my_sum, Money() as their_sum):
            return not loose or _same_size(my_sum, their_sum)
        case (Percent(), Percent()):
            return True
        case (Vote() as my_vote, Vote() as their_vote):
            return has_tally(my_vote) == has_tally(their_vote)
        case (Text(words=mine_words), Text(words=their_words)):
            return bool(stems(mine_words) & stems(their_words))
    return False


def _same_size(one: Quantity | Money, other: Quantity | Money) -> bool:
    mine, theirs = _size(one), _size(other)
    if not mine or not theirs:
        return True
    apart = times(mine, theirs)
    return apart <= OTHER_SIZE or (abs(mine) >= LARGE and apart in SLIPS)


def _size(value: Quantity | Money) -> float | None:
    found = magnitude(value)
    based = units.base(found, value.unit) if found and isinstance(value, Quantity) and value.unit else None
    return based[0] if based else found


def _same_noun(one: Quantity, other: Quantity) -> bool:
    if stems(one.noun or "") & stems(other.noun or ""):
        return True
    anybody = one.noun and other.noun and (of_anybody(one.noun) or of_anybody(other.noun))
    return bool(anybody) and one.number == other.number and (one.number or 0) >= 10


def of_one_person(one: Assertion, other: Assertion) -> bool | None:
    """Whether two facts are of one person, by surname; ``None`` where one does not say whose it is."""
    mine, theirs = (key(each.fields.get("person", "")).split()[-1:] for each in (one, other))
    return mine == theirs if mine and theirs else None
