"""What an expression of time says, before it is put on a calendar: the tree that the grammar builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "second", "minute", "hour", "night", "day", "business day", "weekend", "week", "fortnight",
    "month", "season", "quarter", "half", "year", "decade", "century",
]  # fmt: skip
Edge = Literal["open", "start", "mid", "end", "close", "so far", "rest"]
Relation = Literal["since", "until", "by", "before", "after", "at", "over"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is written: "March 25", "Friday", "2019", "'98", "last March", "the 25th".

    ``shift`` is -1, 0, 1 for last, this, next; ``story`` counts it from the last date named.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    short_year: bool = False
    shift: int | None = None
    story: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """A date whose figures can be read in two ways: the American order first."""

    american: Date
    european: Date


@dataclass(frozen=True, slots=True)
class Cycle:
    """A season, quarter or half of a year. ``number`` is the EDTF season code, or counts from 1."""

    unit: Literal["season", "quarter", "half"]
    number: int
    year: int | None = None
    shift: int | None = None
    story: bool = False


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal or school year, named by number or by shift."""

    year: int | None
    shift: int | None = None
    school: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """A decade (``size`` 10) or century (``size`` 100) from its first year; without century: ``short``."""

    first: int
    size: int
    short: bool = False
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A day counted from the day of speaking: "yesterday"."""

    days: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its name in the data."""

    name: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One of a row of units: "last week", "this year", "the following day"; ``shift`` is ``None`` for "the weekend"."""

    unit: Unit
    shift: int | None
    story: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """So many units before (negative) or after something: "two days ago", "a week later", "in three months".

    ``amount`` is ``None`` for "a few", "several". ``of`` is what it is counted from: an expression, the day of
    speaking ("now") or the last date named ("story").
    """

    amount: float | None
    unit: Unit
    sign: Literal[-1, 1]
    of: Node | Literal["now", "story"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many units up to or from now: "the past 20 years", "the next five days"."""

    amount: float | None
    unit: Unit
    sign: Literal[-1, 1]
    story: bool = False


@dataclass(frozen=True, slots=True)
class Lasting:
    """So many units from a day on: "two weeks starting May 20". ``spans`` are where the length and the day stand."""

    amount: int
    unit: Unit
    of: Node
    spans: tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """An early, middle or late part of something."""

    edge: Edge
    of: Node


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit or weekday of something: "the first week of March". ``number`` -1 is the last one."""

    number: int
    unit: Unit | int
    of: Node
    amount: int = 1


@dataclass(frozen=True, slots=True)
class Around:
    """The unit that holds something: "the week of March 4"."""

    unit: Unit
    of: Node


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day (TIMEX3 code). ``of`` is ``None`` where no day is named."""

    part: str
    of: Node | None
    edge: Edge | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock. ``of`` is ``None`` where no day is named."""

    hour: int
    minute: int | None
    second: int | None = None
    zone: str | None = None
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another, both included. The ends are also expressions of their own, at ``spans``."""

    first: Node
    last: Node
    spans: tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Open:
    """An interval without one end: "since 2014". ``span`` is where ``of`` stands."""

    relation: Relation
    of: Node
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Length:
    """A plain duration, ISO 8601 ("P2Y"); ``X`` stands for a vague amount."""

    timex: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times in TIMEX3: every Monday, twice a week."""

    timex: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Now, the past or the future, as TIMEX3 names them."""

    timex: str


Node = (
    Date | Either | Cycle | Fiscal | Years | Named | Holiday | Row | Away | Stretch | Lasting | Part | Nth | Around
    | DayPart | Clock | Range | Open | Length | Repeated | Reference
)  # fmt: skip
