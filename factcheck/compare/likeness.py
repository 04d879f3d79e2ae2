"""How alike the statements of different articles are, and which of them share a fact."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, permutations

from factcheck.compare.words import key, stems
from factcheck.models import Assertion, Name, Quantity, Time, Value
from factcheck.wording import describe

SHARED_FACT = 0.25
"""What a fact that two sentences share adds to their likeness when, last of all, their dates are compared."""

LONE_FACT = 0.30
"""What it adds that both articles are about one event and have one fact of a special type each; shared out
where they have several. Two accounts of a landing with one cargo each mean the same cargo."""

ONE_EVENT = 0.13
"""How alike two articles on one event are at least. Six articles of two events: 0.19 and more inside one event,
0.08 and less across."""

FAR_APART = timedelta(days=31)
"""Facts whose dates are further apart than this are of two events."""

COMMON = 40
"""A word in more sentences than this finds no pairs: it bounds the work, and says little."""

Where = tuple[str, int, int]
"""The place of a statement: its article, start and end."""


class Statements:
    """The statements of all articles and how alike two of them are."""

    def __init__(self, assertions: Sequence[Assertion], general: Collection[str]) -> None:
        self._rows: dict[Where, list[Assertion]] = defaultdict(list)
        variety: dict[tuple[str, str], set[str]] = defaultdict(set)
        for assertion in assertions:
            self._rows[_where(assertion)].append(assertion)
            if assertion.type not in general:
                variety[(assertion.article, assertion.type)].add(_figure(assertion.value))
        self._variety = {place: len(values) for place, values in variety.items()}
        self._features = {where: _features(rows) for where, rows in self._rows.items()}
        self._weight = _rarity(self._features.values())
        self._shared: Counter[tuple[Where, Where]] = Counter()
        self._when = dict(_dated(assertions))
        whole: dict[str, set[str]] = defaultdict(set)
        for (article, _, _), features in self._features.items():
            whole[article] |= features
        rarity = _rarity(whole.values())
        self._one_event = {
            (mine, theirs)
            for mine, theirs in permutations(whole, 2)
            if _cosine(whole[mine], whole[theirs], rarity) >= ONE_EVENT
        }

    def likeness(self, one: Assertion, other: Assertion) -> float:
        """From 0 (nothing shared) to 1 (the same words), plus ``SHARED_FACT`` for each fact they share."""
        mine, theirs = self._features[_where(one)], self._features[_where(other)]
        return _cosine(mine, theirs, self._weight) + SHARED_FACT * self.shared(one, other)

    def lone(self, one: Assertion, other: Assertion) -> float:
        """``LONE_FACT``, or the part of it that is left where the articles have several facts of the type."""
        if (one.article, other.article) not in self._one_event:
            return 0.0
        mine, theirs = (self._variety.get((each.article, each.type), 0) for each in (one, other))
        return LONE_FACT / (mine * theirs) if mine and theirs else 0.0

    def share(self, one: Assertion, other: Assertion) -> None:
        """Remember that the sentences of the two share a fact."""
        self._shared[pair_of(one, other)] += 1

    def shared(self, one: Assertion, other: Assertion) -> int:
        """How many facts the sentences of the two share, as far as is known."""
        return self._shared[pair_of(one, other)]

    def far_apart(self, one: Assertion, other: Assertion) -> bool:
        """Whether both have a date beside them, and these are so different that they tell of two events."""
        mine, theirs = self._when.get(one.id), self._when.get(other.id)
        if mine is None or theirs is None:
            return False
        return mine[0] - theirs[1] > FAR_APART or theirs[0] - mine[1] > FAR_APART

    def neighbours(self) -> Iterator[tuple[Assertion, Assertion]]:
        """Pairs of assertions of two articles whose sentences share a word that is not common."""
        having: dict[str, list[Where]] = defaultdict(list)
        for where, features in self._features.items():
            for feature in features:
                having[feature].append(where)
        pairs = {
            (mine, theirs)
            for places in having.values()
            if len(places) <= COMMON
            for mine, theirs in combinations(sorted(places), 2)
            if mine[0] != theirs[0]
        }
        for mine, theirs in sorted(pairs):
            for one in self._rows[mine]:
                for other in self._rows[theirs]:
                    yield one, other


def _rarity(texts: Iterable[AbstractSet[str]]) -> dict[str, float]:
    """The weight of each feature: the logarithm of how rare it is among the texts."""
    every = list(texts)
    counts = Counter(feature for features in every for feature in features)
    return {feature: math.log(1 + len(every) / count) for feature, count in counts.items()}


def _cosine(one: AbstractSet[str], other: AbstractSet[str], weight: Mapping[str, float]) -> float:
    def mass(features: AbstractSet[str]) -> float:
        # fsum: a plain sum over a set has other last digits in another order
        return math.fsum(weight[feature] for feature in features)

    return mass(one & other) / (math.sqrt(mass(one) * mass(other)) or 1.0)


def _figure(value: Value) -> str:
    """What two facts of a type must have in common to be one: the figure, not what it is of."""
    return describe(replace(value, noun=None) if isinstance(value, Quantity) else value)


def pair_of(one: Assertion, other: Assertion) -> tuple[Where, Where]:
    """The places of the statements of two assertions, in one order."""
    mine, theirs = _where(one), _where(other)
    return (min(mine, theirs), max(mine, theirs))


def _where(assertion: Assertion) -> Where:
    return (assertion.article, assertion.statement.start, assertion.statement.end)


def _features(rows: Sequence[Assertion]) -> frozenset[str]:
    """What a sentence is about: its content words, and the days and laws that were understood."""
    found = set(stems(rows[0].statement.text))
    for row in rows:
        match row.value:
            case Time(edtf=str(edtf), resolved=True):
                found.add(f"time {edtf}")
            case Name(name=name):
                found.update(key(name).split()[-1:])
    return frozenset(found)


def _dated(assertions: Sequence[Assertion]) -> Iterator[tuple[str, tuple[date, date]]]:
    """The id of each assertion that has a date beside it, with its days.

    That is the next date of its statement, else the last before, else the last before in its paragraph: "In
    January both held exercises. Two bombers came."
    """
    paragraphs: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        paragraphs[(assertion.article, assertion.paragraph)].append(assertion)
    for rows in paragraphs.values():
        dates = [(row, row.value.earliest, row.value.latest) for row in rows if isinstance(row.value, Time)]
        known = sorted(((row.start, row.statement.start, first, last) for row, first, last in dates if first and last))
        for row in rows:
            place = bisect_left(known, row.start, key=lambda date: date[0])
            here = [date for date in known[place : place + 1] if date[1] == row.statement.start]
            beside = here or known[max(0, place - 1) : place]
            if beside:
                yield row.id, beside[0][2:]
