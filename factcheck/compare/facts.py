"""Which assertions state the same fact.

Two assertions of one type in two articles are the same fact when what they count or name is the same
and the sentences around them are about the same thing. How alike two sentences are is the weight of
the words, names and values that they share, rare ones weighing more, against all they have (a cosine
whose weights are the logarithms of how rare a word is here; on ECB+ the log beats its square, and words
cut to six letters beat whole ones).
A sentence pair that shares one fact is likelier to share another, which is how "last Saturday" and
"over the weekend" meet: both stand beside "about 100 servicemen".
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from factcheck.compare.relations import convertible, relate
from factcheck.compare.words import key, stems
from factcheck.models import Assertion, Law, Money, Name, Percent, Quantity, Quote, Text, Time, Vote

ALIKE = 0.25
"""How alike two sentences must be for their facts to be compared on that alone."""

SHARED_FACT = 0.15
"""What a fact that two sentences share adds to their likeness."""

SAME_VALUE = 0.15
"""What an equal value adds to the likeness of two assertions; half of it where they are compatible.

So values that differ are set side by side only where the sentences are plainly about the same thing."""

FAR_APART = timedelta(days=31)
"""Sentences whose dates are further apart than this tell of two events."""

COMMON = 40
"""A word in more sentences than this finds no pairs: it bounds the work, and says little."""

Where = tuple[str, int, int]


def clusters(assertions: Sequence[Assertion], *, general: Collection[str]) -> list[list[Assertion]]:
    """Every assertion in exactly one cluster; those of one cluster state the same fact.

    ``general`` are the types that do not say what is counted, so that the nouns have to.
    """
    sentences = _Sentences(assertions)
    groups = _Groups(assertions)
    for score, one, other in _by_score(_candidates(assertions, sentences, general), sentences):
        if score >= ALIKE and groups.join(one, other):
            sentences.share(one, other)
    # Dates come last: they say nothing by themselves about which event they belong to.
    for score, one, other in _by_score(_dates(assertions, sentences), sentences):
        if score >= ALIKE:
            groups.join(one, other)
    return groups.all()


def _by_score(
    pairs: Iterable[tuple[Assertion, Assertion]], sentences: _Sentences
) -> list[tuple[float, Assertion, Assertion]]:
    """Best first; what is equally good in an order that does not depend on that of the articles."""
    scored = [(_score(one, other, sentences), one, other) for one, other in pairs]
    return sorted(scored, key=lambda row: (-row[0], sorted((_position(row[1]), _position(row[2])))))


def _position(assertion: Assertion) -> tuple[str, int, str]:
    return (assertion.statement.text, assertion.start - assertion.statement.start, assertion.text)


def _score(one: Assertion, other: Assertion, sentences: _Sentences) -> float:
    if isinstance(one.value, (Law, Name, Quote)):
        return 1.0  # found by what they name or quote, whatever stands around them
    relation = relate(one.value, other.value).relation
    bonus = {"agrees": SAME_VALUE, "compatible": SAME_VALUE / 2}.get(relation, 0.0)
    return sentences.likeness(one, other) + bonus


# --- pairs worth a look ---------------------------------------------------------------------------


def _candidates(
    assertions: Sequence[Assertion], sentences: _Sentences, general: Collection[str]
) -> Iterator[tuple[Assertion, Assertion]]:
    """Pairs of two articles that could be one fact, dates left out."""
    yield from _named_alike(assertions)
    for one, other in sentences.neighbours():
        if one.type == other.type and _comparable(one, other, general) and not sentences.far_apart(one, other):
            yield one, other


def _dates(assertions: Sequence[Assertion], sentences: _Sentences) -> Iterator[tuple[Assertion, Assertion]]:
    for one, other in sentences.neighbours():
        if one.type == other.type and isinstance(one.value, Time) and isinstance(other.value, Time):
            yield one, other


def _named_alike(assertions: Sequence[Assertion]) -> Iterator[tuple[Assertion, Assertion]]:
    """People, laws and quotations are found by what they are called or what is quoted."""
    shelves: dict[tuple[str, ...], list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        for label in set(_labels(assertion)):
            shelves[(assertion.type, *label)].append(assertion)
    seen: set[tuple[str, str]] = set()
    for _, shelf in sorted(shelves.items()):
        for one, other in combinations(shelf[:COMMON], 2):
            if one.article != other.article and (one.id, other.id) not in seen and _alike(one, other):
                seen.add((one.id, other.id))
                yield one, other


def _labels(assertion: Assertion) -> Iterator[tuple[str, ...]]:
    match assertion.value:
        case Name(name=name):
            parts = key(name).split()
            yield from ((part,) for part in parts[:1] + parts[-1:])
        case Law(name=name, number=number):
            yield from ((found,) for found in (name and " ".join(sorted(stems(name))), number and key(number)) if found)
            yield from ((stem,) for stem in sorted(stems(name or ""))[:8])
        case Quote(words=quoted):
            found = sorted(stems(quoted), key=lambda stem: (-len(stem), stem))
            yield from combinations(sorted(found[:6]), 2)


def _alike(one: Assertion, other: Assertion) -> bool:
    match one.value, other.value:
        case (Name(name=mine), Name(name=theirs)):
            return key(mine) == key(theirs) or _spelled_alike(key(mine).split(), key(theirs).split())
        case (Law() as mine_law, Law() as their_law):
            if mine_law.number and their_law.number:
                return key(mine_law.number) == key(their_law.number)
            return _overlap(stems(mine_law.name or ""), stems(their_law.name or "")) >= 0.75
        case (Quote(words=mine), Quote(words=theirs)):
            return _overlap(stems(mine), stems(theirs)) >= 0.6
    return False


def _spelled_alike(one: list[str], other: list[str]) -> bool:
    """Whether two full names differ in one part only, and there in a letter or two ("Sergey", "Sergei")."""
    if len(one) != len(other) or len(one) < 2:
        return False
    pairs = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(pairs) == 1 and _edits(*pairs[0]) <= (1 if min(map(len, pairs[0])) < 6 else 2)


def _edits(one: str, other: str) -> int:
    """The Levenshtein distance of two short words."""
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        row, last = [i], row
        for j, theirs in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (mine != theirs)))
    return row[-1]


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The shared part of the smaller of two sets."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _comparable(one: Assertion, other: Assertion, general: Collection[str]) -> bool:
    """Whether two values of one type are of the same thing."""
    match one.value, other.value:
        case (Quantity() as mine, Quantity() as theirs):
            if mine.unit and theirs.unit:
                same_noun = not (mine.noun and theirs.noun) or _same_noun(mine, theirs)
                return convertible(mine.unit, theirs.unit) and (one.type not in general or same_noun)
            return mine.unit == theirs.unit and (one.type not in general or _same_noun(mine, theirs))
        case (Money(), Money()) | (Percent(), Percent()) | (Vote(), Vote()):
            return True
        case (Text(words=mine_words), Text(words=their_words)):
            return bool(stems(mine_words) & stems(their_words))
    return False


def _same_noun(one: Quantity, other: Quantity) -> bool:
    return bool(stems(one.noun or "") & stems(other.noun or ""))


# --- sentences ------------------------------------------------------------------------------------


class _Sentences:
    """The statements of all articles and how alike two of them are."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self._rows: dict[Where, list[Assertion]] = defaultdict(list)
        for assertion in assertions:
            self._rows[_where(assertion)].append(assertion)
        self._features = {where: _features(rows) for where, rows in self._rows.items()}
        counts = Counter(feature for features in self._features.values() for feature in features)
        total = len(self._features)
        self._weight = {feature: math.log(1 + total / count) for feature, count in counts.items()}
        self._norm = {where: math.sqrt(self._mass(features)) or 1.0 for where, features in self._features.items()}
        self._shared: Counter[tuple[Where, Where]] = Counter()
        self._span = {where: _days(rows) for where, rows in self._rows.items()}

    def _mass(self, features: Iterable[str]) -> float:
        # Summed in a fixed order: a float sum in another order has other last digits.
        return math.fsum(sorted(self._weight[feature] for feature in features))

    def likeness(self, one: Assertion, other: Assertion) -> float:
        """From 0 (nothing shared) to 1 (the same words), plus ``SHARED_FACT`` for each fact they share."""
        mine, theirs = _where(one), _where(other)
        shared = self._mass(self._features[mine] & self._features[theirs])
        cosine = shared / (self._norm[mine] * self._norm[theirs])
        return cosine + SHARED_FACT * self._shared[(min(mine, theirs), max(mine, theirs))]

    def share(self, one: Assertion, other: Assertion) -> None:
        """Remember that the sentences of the two share a fact."""
        mine, theirs = _where(one), _where(other)
        self._shared[(min(mine, theirs), max(mine, theirs))] += 1

    def far_apart(self, one: Assertion, other: Assertion) -> bool:
        """Whether both sentences are dated, and so differently that they tell of two events."""
        mine, theirs = self._span[_where(one)], self._span[_where(other)]
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


def _days(rows: Sequence[Assertion]) -> tuple[date, date] | None:
    """From the first to the last day that a sentence names, ``None`` where it names none."""
    times = [row.value for row in rows if isinstance(row.value, Time) and row.value.resolved]
    first = [time.earliest for time in times if time.earliest]
    last = [time.latest for time in times if time.latest]
    return (min(first), max(last)) if first and last else None


# --- groups ---------------------------------------------------------------------------------------


class _Groups:
    """Assertions joined into facts. A fact takes a second assertion of an article only if it says the same."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self._group = {assertion.id: [assertion] for assertion in assertions}

    def join(self, one: Assertion, other: Assertion) -> bool:
        """Make the groups of the two one; false where that would put two different values of an article together."""
        mine, theirs = self._group[one.id], self._group[other.id]
        if mine is theirs:
            return True
        for left in mine:
            for right in theirs:
                if left.article == right.article and relate(left.value, right.value).relation != "agrees":
                    return False
        mine += theirs
        for assertion in theirs:
            self._group[assertion.id] = mine
        return True

    def all(self) -> list[list[Assertion]]:
        """The groups, each once."""
        return list({id(group): group for group in self._group.values()}.values())
