"""The same fact in different articles: which assertions state it, and how their values relate.

No verdict: a note shows both wordings and both values and says whether they can both be right.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from factcheck.compare.days import Calendar
from factcheck.compare.facts import clusters
from factcheck.compare.likeness import Statements, figure
from factcheck.compare.people import unify
from factcheck.compare.relations import Relate, relate
from factcheck.compare.words import measures_anything, only_rises, runs_on
from factcheck.models import Assertion, Note, Relation, Value
from factcheck.wording import day, describe

__all__ = ["Relate", "compare", "relate", "unify"]

ORDER: tuple[Relation, ...] = ("differs", "incomparable", "compatible", "agrees", "single")
"""Of the notes on the sheet, and which relation wins where several pairs of one fact have several."""

_SAYS: dict[Relation, str] = {
    "differs": "They cannot both be right",
    "incomparable": "They cannot be compared as they stand",
    "compatible": "Both can be right",
    "agrees": "They say the same",
}


def compare(
    assertions: Sequence[Assertion],
    *,
    general: Collection[str] = (),
    published: Mapping[str, date] | None = None,
) -> tuple[Note, ...]:
    """Notes on the facts of two or more articles, what differs first; none for a single article.

    ``general`` are the types, such as ``quantity``, that do not say what is counted: there the nouns decide.
    ``published`` gives the day of publication by article id, for figures that change from day to day.
    Every assertion is in exactly one note. The order of the articles changes the ids in the notes
    and nothing else.
    """
    if len({assertion.article for assertion in assertions}) < 2:
        return ()
    general = {*general, *(each.type for each in assertions if measures_anything(each.type))}
    place = {assertion.id: index for index, assertion in enumerate(assertions)}
    statements = Statements(assertions, general=general, published=published or {})
    notes = [
        _note(sorted(cluster, key=lambda assertion: place[assertion.id]), statements.calendar)
        for cluster in clusters(assertions, statements, general=general)
    ]
    return tuple(sorted(notes, key=lambda note: (ORDER.index(note.relation), place[note.assertions[0]])))


def _note(cluster: Sequence[Assertion], calendar: Calendar) -> Note:
    ids = tuple(assertion.id for assertion in cluster)
    first = cluster[0]
    if len({assertion.article for assertion in cluster}) < 2:
        return Note("single", first.type, ids, f"Only {first.article} has it: {_shown(first)}.")
    found = [
        _relate(one, other, calendar)
        for index, one in enumerate(cluster)
        for other in cluster[index + 1 :]
        if one.article != other.article
    ]
    worst = min(found, key=lambda relation: ORDER.index(relation.relation))
    wordings = " and ".join(_shown(assertion) for assertion in cluster)
    why = f"{_SAYS[worst.relation]}: {worst.why}."
    return Note(worst.relation, first.type, ids, f"{wordings}. {why}", why)


def _relate(one: Assertion, other: Assertion, calendar: Calendar) -> Relate:
    """How the values relate, given the days that they are for: a toll may have risen from one to the next."""
    found = relate(one.value, other.value)
    if found.relation != "differs" or not runs_on(one.type):
        return found
    first, last = sorted((one, other), key=lambda each: calendar.as_of(each) or date.min)
    before, after = calendar.as_of(first), calendar.as_of(last)
    if not before or not after or before == after:
        return found
    if only_rises(one.type) and _is_lower(last.value, first.value):
        return Relate("differs", f"the figure as of {day(after)} is lower than that as of {day(before)}")
    days = f"one figure is as of {day(before)}, the other as of {day(after)}"
    return Relate(
        "incomparable", f"{days}, and it may have gone from {figure(first.value)} to {figure(last.value)} in between"
    )


def _is_lower(one: Value, other: Value) -> bool:
    high, low = getattr(one, "high", None), getattr(other, "low", None)
    return high is not None and low is not None and high < low


def _shown(assertion: Assertion) -> str:
    words = assertion.text if len(assertion.text) <= 120 else assertion.text[:117].rstrip() + "…"
    return f"{assertion.id} “{words}” ({describe(assertion.value)})"
