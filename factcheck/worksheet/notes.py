"""What the articles say differently, in the order in which an editor wants it, and when they say it happened."""

from __future__ import annotations

from factcheck.models import Assertion, Session, Time
from factcheck.wording import describe
from factcheck.worksheet import scales
from factcheck.worksheet.cards import Cards, speaker
from factcheck.worksheet.pack import Bar, Entry, Meeting, Moment, Side

SIGNS = {"differs": "≠", "incomparable": "?", "compatible": "≈", "agrees": "=", "single": "1"}
"""One sign for each relation, that a copy in grey keeps; also their order on the sheet."""


def meetings(session: Session, cards: Cards) -> tuple[Meeting, ...]:
    """The notes on facts that more than one article has, what differs first."""
    order = list(SIGNS)
    known = {each.id: each for each in session.assertions}
    shared = [note for note in session.notes if note.relation != "single"]
    place = _places(session)
    shared.sort(key=lambda note: (order.index(note.relation), [place[key] for key in note.assertions]))
    made = []
    for count, note in enumerate(shared, 1):
        members = [known[key] for key in note.assertions]
        bars = scales.bars([each.value for each in members])
        sides = tuple(_side(each, bar) for each, bar in zip(members, bars, strict=True))
        why = note.why or note.message
        made.append(Meeting(f"N{count}", note.relation, SIGNS[note.relation], cards.title(note.type), why, sides))
    return tuple(made)


def singles(session: Session, cards: Cards) -> tuple[Entry, ...]:
    """The facts that only one article has: the title of each type, in alphabetical order, with their ids."""
    place = _places(session)
    found: dict[str, list[str]] = {}
    for note in session.notes:
        if note.relation == "single":
            found.setdefault(cards.title(note.type), []).extend(note.assertions)
    return tuple(Entry(title, tuple(sorted(ids, key=place.__getitem__))) for title, ids in sorted(found.items()))


def _places(session: Session) -> dict[str, int]:
    """Where each fact comes: "S1-99" before "S1-100", and that before "S10-01"."""
    return {each.id: number for number, each in enumerate(session.assertions)}


def timeline(session: Session) -> tuple[Moment, ...]:
    """When things happened: the dated facts of all articles, by first day and last day."""
    found: dict[tuple[int, int], list[Assertion]] = {}
    for each in session.assertions:
        value = each.value
        if isinstance(value, Time) and value.earliest and value.latest:
            found.setdefault((value.earliest.toordinal(), value.latest.toordinal()), []).append(each)
    spans = sorted(found)
    return tuple(
        Moment(describe(found[span][0].value), bar, tuple(map(_side, found[span])))
        for span, bar in zip(spans, scales.steps(spans), strict=True)
    )


def _side(each: Assertion, bar: Bar | None = None) -> Side:
    said_by = speaker(each.attribution)
    return Side(each.id, each.article, each.line, each.text, describe(each.value), said_by, bar)
