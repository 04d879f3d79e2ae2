"""How alike the statements of different articles are, and which of them share a fact."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

from factcheck.compare.days import Calendar
from factcheck.compare.things import has_tally, magnitude, times
from factcheck.compare.words import comes_on_top, counted, key, of_anybody, stems
from factcheck.models import Assertion, Name, Quantity, Text, Time, Value, Vote
from factcheck.values import units
from factcheck.wording import describe

SHARED_FACT = 0.25
"""What a fact that two sentences share adds to their likeness when, last of all, their dates are compared."""

LONE_FACT = 0.30
"""What it adds that both articles are about one event and have one fact of a special type each; shared out
where they have several, but for two figures that are nearest to each other: of 31, 14 and 70 dead in one account and
36 and 16 in the other, 31 and 36 are one toll. Two accounts of a landing with one cargo each mean the same cargo."""

NEAREST = 2.0
"""How many times apart figures may be that are nearest to each other and yet one."""

ONE_EVENT = 0.13
"""How alike two articles on one event are at least. Six articles of two events: 0.19 and more inside one event,
0.08 and less across."""

OTHER_EVENT = 0.30
"""What it takes away that the dates beside two facts tell of two events."""

COMMON = 40
"""A word in more sentences than this finds no pairs: it bounds the work, and says little."""

Where = tuple[str, int, int]
"""The place of a statement: its article, start and end."""


class Statements:
    """The statements of all articles and how alike two of them are."""

    def __init__(
        self, assertions: Sequence[Assertion], *, general: Collection[str], published: Mapping[str, date]
    ) -> None:
        self.calendar = Calendar(assertions, general=general, published=published)
        self._subject = {assertion.id: _subject(assertion, general) for assertion in assertions}
        self._rows: dict[Where, list[Assertion]] = defaultdict(list)
        figures: dict[tuple[str, str], dict[str, Value]] = defaultdict(dict)
        for assertion in assertions:
            self._rows[_where(assertion)].append(assertion)
            if (subject := self._subject[assertion.id]) and not comes_on_top(assertion):
                figures[(assertion.article, subject)].setdefault(figure(assertion.value), assertion.value)
        self._figures = figures
        self._features = {where: _features(rows) for where, rows in self._rows.items()}
        self._weight = _rarity(self._features.values())
        self._shared: Counter[tuple[Where, Where]] = Counter()
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

    def of_one_event(self, one: Assertion, other: Assertion) -> bool:
        """Whether their articles are about one event."""
        return (one.article, other.article) in self._one_event

    def lone(self, one: Assertion, other: Assertion) -> float:
        """``LONE_FACT``, or the part of it that is left where the articles have several facts of what it is of."""
        subject = self._subject[one.id]
        if not subject or subject != self._subject[other.id] or not self.of_one_event(one, other):
            return 0.0
        mine, theirs = (self._figures.get((each.article, subject), {}) for each in (one, other))
        several = len(mine) * len(theirs)
        if not several:
            return 0.0
        if several == 1 or _are_nearest(one.value, other.value, mine.values(), theirs.values()):
            return LONE_FACT
        both = (figure(one.value), figure(other.value))
        first = not isinstance(one.value, Text) and both == (next(iter(mine)), next(iter(theirs)))
        first = first and not (magnitude(one.value) and _times(one.value, other.value) > NEAREST)
        return LONE_FACT / (min(several, 2) if first else several)

    def share_words(self, one: Assertion, other: Assertion) -> bool:
        """Whether their sentences have anything in common besides what is counted, and in what unit."""
        counted = stems(" ".join(word for each in (one, other) for word in _of_what(each.value)))
        return not (self._features[_where(one)] & self._features[_where(other)]) <= counted

    def share(self, one: Assertion, other: Assertion) -> None:
        """Remember that the sentences of the two share a fact."""
        self._shared[pair_of(one, other)] += 1

    def shared(self, one: Assertion, other: Assertion) -> int:
        """How many facts the sentences of the two share, as far as is known."""
        return self._shared[pair_of(one, other)]

    def neighbours(self) -> Iterator[tuple[Assertion, Assertion]]:
        """Pairs of assertions of two articles whose sentences share a word that is not common, or what a fact is of."""
        having: dict[str, list[Where]] = defaultdict(list)
        for where, features in self._features.items():
            for feature in features:
                having[feature].append(where)
            for subject in sorted({self._subject[row.id] for row in self._rows[where]} - {""}):
                having[f"fact {subject}"].append(where)
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


def _of_what(value: Value) -> Iterator[str]:
    """The words for what is counted and in what unit."""
    if isinstance(value, Quantity):
        yield value.noun or ""
        yield units.name(value.unit) if value.unit else ""


def _are_nearest(one: Value, other: Value, mine: Iterable[Value], theirs: Iterable[Value]) -> bool:
    """Whether none of the other article's figures is nearer to each of the two than they are to each other."""
    apart = _times(one, other)
    return apart <= NEAREST and all(
        _times(here, there) >= apart for here, figures in ((one, theirs), (other, mine)) for there in figures
    )


def _times(one: Value, other: Value) -> float:
    """How many times one figure is the other, 1 or more; without end where there is none."""
    mine, theirs = magnitude(one), magnitude(other)
    return times(mine, theirs) if mine and theirs else math.inf


def _subject(assertion: Assertion, general: Collection[str]) -> str:
    """What a fact is of, as far as its type or the thing that is counted says; empty where neither does."""
    value = assertion.value
    if isinstance(value, Vote):
        return f"{assertion.type} {'tally' if has_tally(value) else 'method'}"
    if assertion.type not in general:
        return assertion.type
    if isinstance(value, Quantity) and value.noun and not value.unit and not of_anybody(value.noun):
        return f"{assertion.type} of {counted(value.noun)}"
    return ""


def figure(value: Value) -> str:
    """What two facts of a type must have in common to be one: the figure in words, without what it is of."""
    return describe(replace(value, noun=None) if isinstance(value, Quantity) else value)


def pair_of(one: Assertion, other: Assertion) -> tuple[Where, Where]:
    """The places of the statements of two assertions, in one order."""
    mine, theirs = _where(one), _where(other)
    return (min(mine, theirs), max(mine, theirs))


def _where(assertion: Assertion) -> Where:
    return (assertion.article, assertion.statement.start, assertion.statement.end)


def _features(rows: Sequence[Assertion]) -> frozenset[str]:
    """What a sentence is about: its content words, and the days, names and speakers that were understood."""
    found = set(stems(rows[0].statement.text))
    for row in rows:
        match row.value:
            case Time(edtf=str(edtf), resolved=True):
                found.add(f"time {edtf}")
            case Name(name=name):
                found.update(key(name).split()[-1:])
        if row.attribution is not None and row.attribution.name:  # who says it, where the sentence has "she said"
            found.update(key(row.attribution.name).split()[-1:])
    return frozenset(found)
