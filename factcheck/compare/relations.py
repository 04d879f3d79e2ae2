"""How two values relate, one function for each kind of value."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from factcheck.compare.quotations import wordings
from factcheck.compare.words import key, stems
from factcheck.models import Law, Money, Name, Percent, Quantity, Quote, Relation, Text, Time, Value, Vote
from factcheck.values import units
from factcheck.wording import number

Bounds = tuple[float, float]


ROUNDING = 0.05
"""The part of a figure that rounding may take away or add; more is another figure."""


@dataclass(frozen=True, slots=True)
class Relate:
    """A relation and, in a few words, why."""

    relation: Relation
    why: str


def relate(one: Value, other: Value) -> Relate:
    """How two values of the same fact relate; symmetrical. Values of two kinds are incomparable."""
    match one, other:
        case (Quantity(), Quantity()):
            return _quantities(one, other)
        case (Money(), Money()):
            return _money(one, other)
        case (Percent(), Percent()):
            if one.unit != other.unit:
                return Relate("incomparable", f"one is in {min(one.unit, other.unit)}, the other is not")
            return _numbers(one, other)
        case (Time(), Time()):
            return _times(one, other)
        case (Law(), Law()):
            return _laws(one, other)
        case (Vote(), Vote()):
            return _votes(one, other)
        case (Name(), Name()):
            return _names(one, other)
        case (Quote(), Quote()):
            return Relate(*wordings(one.words, other.words))
        case (Text(), Text()):
            if key(one.words) == key(other.words):
                return Relate("agrees", "the words are the same")
            return Relate("incomparable", "they are worded differently, and the program does not understand the words")
        case _:
            return Relate("incomparable", "they are facts of different kinds")


# --- numbers --------------------------------------------------------------------------------------


def _quantities(one: Quantity, other: Quantity) -> Relate:
    if one.per != other.per:
        return _rates(one, other)
    if one.unit == other.unit:
        return _numbers(one, other)
    if one.unit is None or other.unit is None:
        return Relate("incomparable", "one has a unit and the other has none")
    if not convertible(one.unit, other.unit):
        return Relate("incomparable", f"the units {' and '.join(sorted((one.unit, other.unit)))} do not convert")
    # Two units seldom give round figures on both sides: compare within what was rounded away.
    mine = _in_base(_rounded(one), one.unit)
    theirs = _in_base(_rounded(other), other.unit)
    return _bounds(mine, theirs, "converted to the same unit")


def convertible(one: str, other: str) -> bool:
    """Whether two units measure the same thing."""
    mine, theirs = units.base(1, one), units.base(1, other)
    return one == other or (mine is not None and theirs is not None and mine[1] == theirs[1])


def _in_base(bounds: Bounds, unit: str) -> Bounds:
    low, high = (bound if math.isinf(bound) else _based(bound, unit) for bound in bounds)
    return low, high


def _based(bound: float, unit: str) -> float:
    found = units.base(bound, unit)
    return bound if found is None else float(found[0])


def _rates(one: Quantity | Money, other: Quantity | Money) -> Relate:
    only = one.per or other.per
    if only and not (one.per and other.per) and one.number is not None and one.number == other.number:
        return Relate("compatible", f"the number is the same, and only one says per {units.name(only)}")
    if only and not (one.per and other.per):
        return Relate("incomparable", f"the figures are not the same, and only one says per {units.name(only)}")
    return Relate("incomparable", "they are counted per different things")


_SAME_NUMBER = "the number is the same, the currency is not"


def _money(one: Money, other: Money) -> Relate:
    if one.per != other.per:
        return _rates(one, other)
    same = one.number is not None and one.number == other.number
    if one.reason != other.reason and not one.currency and not other.currency and not _may_be(one) & _may_be(other):
        return Relate("incomparable", _SAME_NUMBER if same else "the currencies are not the same")
    if one.currency != other.currency:
        if one.currency and other.currency:
            both = " and ".join(sorted((one.currency, other.currency)))
            return Relate("incomparable", _SAME_NUMBER if same else f"{both} need a rate of exchange")
        if same and (one.currency or other.currency) in _may_be(one) | _may_be(other):
            return Relate("compatible", "the number is the same, and the currency of one is open")
        return Relate("incomparable", _SAME_NUMBER if same else "the currency of one is open")
    return _numbers(one, other)


def _may_be(value: Money) -> frozenset[str]:
    """The currencies that one left open can be, by their codes."""
    return frozenset(_CODE.findall(value.reason or ""))


def _numbers(one: Quantity | Money | Percent, other: Quantity | Money | Percent) -> Relate:
    if one.number is not None and one.number == other.number:
        return Relate("agrees", "the number is the same")
    found = _bounds(_interval(one), _interval(other), "")
    limits = {(value.low, value.high) for value in (one, other)}
    if found.relation == "compatible" and (
        all(low is None for low, _ in limits) or all(high is None for _, high in limits)
    ):
        return Relate("compatible", "both are limits, and not the same one")
    if found.relation == "differs" and (rounding := _rounding(one, other) or _rounding(other, one)):
        return Relate("compatible", rounding)
    if found.relation == "differs" and transposed(one.number, other.number):
        return Relate("differs", "the figures have the same digits in another order")
    return found


def transposed(one: float | None, other: float | None) -> bool:
    """Whether two numbers are of one size and have the same digits in another order: 7.25 and 7.52."""
    if one is None or other is None or one == other:
        return False
    mine, theirs = (f"{number:f}".strip("0").replace(".", "").strip("0") for number in (one, other))
    sizes = {len(f"{abs(number):.0f}") for number in (one, other)}
    return len(mine) > 1 and len(sizes) == 1 and sorted(mine) == sorted(theirs)


def _rounding(one: Quantity | Money | Percent, other: Quantity | Money | Percent) -> str:
    """How the number of the first rounds to that of the second; empty where it does not.

    As newsrooms round: to two figures or more, and no count below a thousand.
    """
    exact, rounded = one.number, other.number
    if exact is None or rounded is None or abs(exact - rounded) > ROUNDING * abs(exact):
        return ""
    if abs(rounded) < 1000 and float(exact).is_integer():
        return ""
    low, high = _rounded(other)
    return f"{number(exact)} rounds to {number(rounded)}" if low <= exact <= high else ""


def _bounds(one: Bounds, other: Bounds, how: str) -> Relate:
    how = f"{how}, " if how else ""
    if one == other:
        return Relate("agrees", f"{how}the range is the same")
    if one[0] <= other[1] and other[0] <= one[1]:
        return Relate("compatible", f"{how}what one states lies within, or overlaps, what the other states")
    return Relate("differs", f"{how}the figures do not meet")


def _interval(value: Quantity | Money | Percent) -> Bounds:
    return (
        -math.inf if value.low is None else value.low,
        math.inf if value.high is None else value.high,
    )


def _rounded(value: Quantity | Money | Percent) -> Bounds:
    """The interval, widened by half a unit of the last digit that is not a zero."""
    low, high = _interval(value)
    if value.number is None or low != high:
        return low, high
    digits = f"{value.number:f}".rstrip("0")
    decimals = len(digits.partition(".")[2])
    whole = digits.partition(".")[0].lstrip("-")
    last = 10.0**-decimals if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return low - last / 2, high + last / 2


# --- times ----------------------------------------------------------------------------------------


def _times(one: Time, other: Time) -> Relate:
    if not (one.resolved and other.resolved):
        return Relate("incomparable", "the day of one is open")
    begun = [_begun(each) for each in (one, other)]
    if begun[0] and begun[1] and (begun[0][1] < begun[1][0] or begun[1][1] < begun[0][0]):
        return Relate("differs", "they begin at different times")
    mine, theirs = _days(one), _days(other)
    if mine == theirs:
        return Relate("agrees", "the same time" if mine[0] != mine[1] else "the same day")
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return Relate("compatible", "one is wider than the other, or they overlap")
    return Relate("differs", "the days do not meet")


def _begun(value: Time) -> tuple[date, date] | None:
    """The first and last day on which a time without an end may have begun: all of 2018 for "since 2018"."""
    if value.earliest is None or value.latest is not None or not value.edtf:
        return None
    begun = value.edtf.partition("/")[0]
    year, month = value.earliest.year, value.earliest.month
    match len(begun):
        case 4:
            return date(year, 1, 1), date(year, 12, 31)
        case 7 if begun[5:] <= "12":
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        case 10:
            return value.earliest, value.earliest
    return None


def _days(value: Time) -> tuple[date, date]:
    return value.earliest or date.min, value.latest or date.max


# --- laws, votes, names, words --------------------------------------------------------------------


def _laws(one: Law, other: Law) -> Relate:
    if one.number and other.number and key(one.number) != key(other.number):
        return Relate("differs", "the numbers are not the same")
    if one.name and other.name and key(one.name) != key(other.name):
        if one.number and one.number == other.number:
            return Relate("differs", "one number, two names")
        if stems(one.name) <= stems(other.name) or stems(other.name) <= stems(one.name):
            return Relate("compatible", "one name is longer than the other")
        return Relate("differs", "the names are not the same")
    if (one.number, one.name) == (other.number, other.name) or one.number == other.number:
        return Relate("agrees", "the name is the same")
    return Relate("compatible", "only one gives the number")


def _votes(one: Vote, other: Vote) -> Relate:
    if one.method and other.method and one.method != other.method:
        return Relate("differs", "the methods are not the same")
    mine, theirs = (one.yeas, one.nays), (other.yeas, other.nays)
    if None not in mine and None not in theirs and mine != theirs:
        return Relate("differs", "the tallies are not the same")
    if (one.method, mine) == (other.method, theirs):
        return Relate("agrees", "the method is the same" if one.method else "the tally is the same")
    return Relate("compatible", "one says more than the other")


def _names(one: Name, other: Name) -> Relate:
    full, short = sorted((key(one.name).split(), key(other.name).split()), key=len, reverse=True)
    if full != short and short == full[-1:]:
        return Relate("compatible", "one gives the surname only")
    if full != short:
        return Relate("differs", "the name is spelled in two ways")
    if not one.role or not other.role:
        return Relate("compatible", "only one gives a role")
    mine, theirs = stems(one.role), stems(other.role)
    if mine == theirs:
        return Relate("agrees", "name and role are the same")
    if any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs):  # "Gov." and "Governor"
        return Relate("compatible", "the roles are worded differently")
    return Relate("incomparable", "they give different roles, which may both be right")


_CODE = re.compile(r"\b[A-Z]{3}\b")
