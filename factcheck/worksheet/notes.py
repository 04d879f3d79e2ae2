"""What the articles say differently, in the order in which an editor wants it."""

from __future__ import annotations

from factcheck.models import Session
from factcheck.wording import describe
from factcheck.worksheet.cards import Cards, speaker
from factcheck.worksheet.pack import Meeting, Side

SIGNS = {"differs": "≠", "incomparable": "?", "compatible": "≈", "agrees": "=", "single": "1"}
"""One sign for each relation, that a copy in grey keeps; also their order on the sheet."""


def meetings(session: Session, cards: Cards) -> tuple[Meeting, ...]:
    """The notes on facts that more than one article has, what differs first."""
    order = list(SIGNS)
    known = {each.id: each for each in session.assertions}
    shared = [note for note in session.notes if note.relation != "single"]
    shared.sort(key=lambda note: (order.index(note.relation), note.assertions))
    made = []
    for count, note in enumerate(shared, 1):
        sides = tuple(
            Side(each.id, each.article, each.line, each.text, describe(each.value), speaker(each.attribution))
            for each in (known[key] for key in note.assertions)
        )
        made.append(
            Meeting(f"N{count}", note.relation, SIGNS[note.relation], cards.title(note.type), note.message, sides)
        )
    return tuple(made)
