"""Which assertions state the same fact.

Two assertions of one type in two articles are the same fact when what they count or name is the same
and the statements around them are about the same thing. How alike two statements are is the weight of
the words, names and values that they share, rare ones weighing more, against all they have (a cosine
whose weights are the logarithms of how rare a word is here; on ECB+ the log beats its square, and words
cut to six letters beat whole ones).
A sentence pair that shares one fact is likelier to share another, which is how "last Saturday" and
"over the weekend" meet: both stand beside "about 100 servicemen".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.compare.likeness import COMMON, OTHER_EVENT, Statements, Where, pair_of
from factcheck.compare.relations import relate, transposed
from factcheck.compare.things import (
    comparable,
    is_bare,
    number,
    of_one_person,
    of_one_type,
    own_words,
    significant,
    telling,
)  # fmt: skip
from factcheck.compare.words import key, runs_on, stems, words
from factcheck.models import Assertion, Law, Money, Name, Quote, Text, Time
from factcheck.spelling import spelled_alike

ALIKE = 0.25
"""How alike two statements must be for their facts to be compared on that alone."""

SAME_VALUE = 0.15
"""What an equal value adds to the likeness of two assertions; half of it where they are compatible.

So values that differ are set side by side only where the statements are plainly about the same thing."""

SAME_FIGURE = 0.35
"""What it adds that both have one large figure that is not round, and so is hardly another's by chance."""

PLAINLY = 0.3
"""How alike two statements must be for a sum without a type to be compared with one that has a type."""

EXACT = 3
"""Digits of a figure that is not round."""

SAME_DATE = 0.45
"""How alike two statements without a common fact must be for dates that differ to be set side by side."""

SAME_PERSON = 0.3
"""What it adds that both are of one person by name: an age, a sentence."""

BARE = 0.2
"""What it takes away that two figures differ and neither says what is counted."""

NO_CHANCE = 10
"""Equal figures of this size and more in two accounts of one event are one fact unless both say when."""


def clusters(
    assertions: Sequence[Assertion], statements: Statements, *, general: Collection[str]
) -> list[list[Assertion]]:
    """Every assertion in exactly one cluster; those of one cluster state the same fact.

    ``statements`` are those of the assertions; ``general`` are the types that do not say what is counted, so that the
    nouns have to.
    """
    groups = _Groups(assertions, statements)
    for score, one, other in _by_score(_candidates(assertions, statements, general), statements):
        if score >= ALIKE and groups.join(one, other) and _places(one, other):
            statements.share(one, other)
    for group in groups.all():  # what met through a third account is shared, too
        for one, other in combinations(group, 2):
            if one.article != other.article and not statements.shared(one, other) and _places(one, other):
                statements.share(one, other)
    # Dates come last: they say nothing by themselves about which event they belong to. Those that can both be
    # right come first, so that of two sentences with several dates each the right ones meet.
    dated: set[tuple[Where, Where]] = set()
    by_score = _by_score(_dates(statements, general), statements)
    for score, one, other in sorted(by_score, key=lambda row: _differ(row[1], row[2])):
        if score >= ALIKE and not (_differ(one, other) and pair_of(one, other) in dated) and groups.join(one, other):
            dated.add(pair_of(one, other))
    return groups.all()


def _places(one: Assertion, other: Assertion) -> bool:
    """Whether two sentences that share this fact are likely to be of one day: a name or a toll says nothing of it."""
    return not isinstance(one.value, Name) and not runs_on(one.type) and not _differ(one, other)


def _by_score(
    pairs: Iterable[tuple[Assertion, Assertion]], statements: Statements
) -> list[tuple[float, Assertion, Assertion]]:
    """Best first; what is equally good in an order that does not depend on that of the articles."""
    scored = [(_score(one, other, statements), one, other) for one, other in pairs]
    return sorted(scored, key=lambda row: (-row[0], sorted((_position(row[1]), _position(row[2])))))


def _position(assertion: Assertion) -> tuple[str, int, str]:
    return (assertion.statement.text, assertion.start - assertion.statement.start, assertion.text)


def _score(one: Assertion, other: Assertion, statements: Statements) -> float:
    if isinstance(one.value, (Law, Name, Quote)):
        return 1.0  # found by what they name or quote, whatever stands around them
    relation = relate(one.value, other.value).relation
    bonus = {"agrees": SAME_VALUE, "compatible": SAME_VALUE / 2}.get(relation, 0.0)
    if telling(one, other):
        bonus = SAME_FIGURE if significant(number(one)) >= EXACT else SAME_VALUE
    elif significant(number(one)) >= EXACT and _slipped(one, other):
        bonus = SAME_VALUE  # digits in another order are hardly two figures
    if isinstance(one.value, Time):
        bonus = 0.0  # the day is among what the statements share already
    known = relation == "agrees" and number(one) >= NO_CHANCE and statements.of_one_event(one, other)
    apart = OTHER_EVENT if statements.calendar.far_apart(one, other, assumed=not known) else 0.0
    bare = BARE if relation == "differs" and is_bare(one) and is_bare(other) and not _slipped(one, other) else 0.0
    own = SAME_PERSON if of_one_person(one, other) else 0.0
    near = relation in ("agrees", "compatible") or isinstance(one.value, Text) or runs_on(one.type)
    told = near or (relation == "differs" and statements.share_words(one, other))
    return statements.likeness(one, other) + (statements.lone(one, other) if told else 0.0) + own + bonus - apart - bare


# --- pairs worth a look ---------------------------------------------------------------------------


def _candidates(
    assertions: Sequence[Assertion], statements: Statements, general: Collection[str]
) -> Iterator[tuple[Assertion, Assertion]]:
    """Pairs of two articles that could be one fact, dates left out."""
    yield from _named_alike(assertions)
    for one, other in statements.neighbours():
        typed = of_one_type(one, other, general) or _plainly_alike(one, other, statements, general)
        if typed and comparable(one, other, general):
            yield one, other


def _plainly_alike(one: Assertion, other: Assertion, statements: Statements, general: Collection[str]) -> bool:
    """Whether a sum of no type stands in a sentence like that of one with a type, which the words do not say again."""
    if not (isinstance(one.value, Money) and isinstance(other.value, Money)):
        return False
    mixed = (one.type in general) != (other.type in general) and one.value.currency == other.value.currency
    return mixed and statements.likeness(one, other) >= PLAINLY


def _dates(statements: Statements, general: Collection[str]) -> Iterator[tuple[Assertion, Assertion]]:
    for one, other in statements.neighbours():
        if one.type == other.type and isinstance(one.value, Time) and isinstance(other.value, Time):
            if one.value.resolved != other.value.resolved:
                continue
            endless = one.value.latest is None and other.value.latest is None  # "since 1994", "since 1981"
            if endless and one.value.earliest != other.value.earliest and statements.likeness(one, other) < SAME_DATE:
                continue
            named = one.type not in general and not own_words(one).isdisjoint(own_words(other))  # "built in 1987"
            plainly = named or statements.shared(one, other) or statements.likeness(one, other) >= SAME_DATE
            sure = not _differ(one, other) and _is_open(one.value) == _is_open(other.value)
            if sure or (plainly and not statements.calendar.far_apart(one, other)):
                yield one, other


def _is_open(value: Time) -> bool:
    """Whether a time has no beginning or no end: "by Christmas" takes in nearly every day."""
    return value.earliest is None or value.latest is None


def _slipped(one: Assertion, other: Assertion) -> bool:
    """Whether somebody may have written the digits of the other figure in another order."""
    return transposed(number(one), number(other))


def _differ(one: Assertion, other: Assertion) -> bool:
    return relate(one.value, other.value).relation == "differs"


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
        case Law(name=name, number=numbered):
            yield from (
                (found,) for found in (name and " ".join(sorted(stems(name))), numbered and key(numbered)) if found
            )
            yield from ((stem,) for stem in sorted(stems(name or ""))[:8])
        case Quote(words=quoted):
            longest = sorted(set(words(quoted)), key=lambda word: (-len(word), word))[:6]
            yield from combinations(sorted(longest), 2)


def _alike(one: Assertion, other: Assertion) -> bool:
    match one.value, other.value:
        case (Name(name=mine), Name(name=theirs)):
            full, short = sorted((key(mine).split(), key(theirs).split()), key=len, reverse=True)
            if len(short) == 1 and len(full) > 1:  # a surname alone is the same person where the role says so
                roles = (stems(each.value.role or "") for each in (one, other) if isinstance(each.value, Name))
                return short == full[-1:] and bool(frozenset.intersection(*roles))
            return full == short or spelled_alike(full, short)
        case (Law() as mine_law, Law() as their_law):
            if mine_law.number and their_law.number:
                return key(mine_law.number) == key(their_law.number)
            return _overlap(stems(mine_law.name or ""), stems(their_law.name or "")) >= 0.75
        case (Quote(words=mine), Quote(words=theirs)):
            return _overlap(frozenset(words(mine)), frozenset(words(theirs))) >= 0.6
    return False


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The shared part of the smaller of two sets."""
    return len(one & other) / max(1, min(len(one), len(other)))


# --- groups ---------------------------------------------------------------------------------------


class _Groups:
    """Assertions joined into facts."""

    def __init__(self, assertions: Sequence[Assertion], statements: Statements) -> None:
        self._statements = statements
        self._group = {assertion.id: [assertion] for assertion in assertions}

    def join(self, one: Assertion, other: Assertion) -> bool:
        """Make the groups of the two one; false where that would put together what one article keeps apart."""
        mine, theirs = self._group[one.id], self._group[other.id]
        if mine is theirs:
            return True
        if any(self._kept_apart(left, right) for left in mine for right in theirs):
            return False
        mine += theirs
        for assertion in theirs:
            self._group[assertion.id] = mine
        return True

    def all(self) -> list[list[Assertion]]:
        """The groups, each once."""
        return [group for ident, group in self._group.items() if group[0].id == ident]

    def _kept_apart(self, one: Assertion, other: Assertion) -> bool:
        """Whether two assertions cannot be one fact.

        An article means two facts by two values, and by two dates even if they are one day; a figure given
        twice is one fact. Across articles what is not a name is of two events if the dates beside it say so and
        the words around it do not say otherwise.
        """
        apart = self._statements.calendar.far_apart(one, other)
        if one.article != other.article:
            by_value = not isinstance(one.value, (Name, Law, Quote))
            return apart and by_value and _score(one, other, self._statements) < ALIKE
        relation = relate(one.value, other.value).relation
        return isinstance(one.value, Time) or apart or relation not in ("agrees", "compatible")
