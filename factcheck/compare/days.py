"""Of which day a fact is, as far as the article says."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.models import Assertion, Time

FAR_APART = timedelta(days=31)
"""Facts whose dates are further apart than this are of two events."""

FRAME = 2
"""Words before a date that opens its sentence, and so holds for what follows in the paragraph."""

Days = tuple[date, date]


class Calendar:
    """The dates that stand beside assertions, and the days on which their articles came out."""

    def __init__(
        self, assertions: Sequence[Assertion], *, general: Collection[str], published: Mapping[str, date]
    ) -> None:
        """``general`` are the types whose dates may be of anything in the sentence; ``published`` is by article id."""
        self._beside = dict(_beside(assertions, general))
        self._published = published
        self._general = general

    def far_apart(self, one: Assertion, other: Assertion, *, assumed: bool = True) -> bool:
        """Whether both have a date beside them, and these are so different that they tell of two events.

        ``assumed``: one that has no date beside it is of the day of publication.
        """
        mine, theirs = self._days(one, assumed=assumed), self._days(other, assumed=assumed)
        own = isinstance(one.value, Time) and one.type not in self._general  # "built in 1987" is no date of the event
        if mine is None or theirs is None or own:
            return False
        return mine[0] - theirs[1] > FAR_APART or theirs[0] - mine[1] > FAR_APART

    def as_of(self, assertion: Assertion) -> date | None:
        """The day for which a figure that runs on is given: a date beside it is the event's, so that of publication."""
        return self._published.get(assertion.article)

    def _days(self, assertion: Assertion, *, assumed: bool) -> Days | None:
        published = self._published.get(assertion.article) if assumed else None
        return self._beside.get(assertion.id) or ((published, published) if published else None)


def _beside(assertions: Sequence[Assertion], general: Collection[str]) -> Iterator[tuple[str, Days]]:
    """The id of each assertion that has a date beside it, with its days.

    That is the nearest date of its statement, else the last one before it in its paragraph that opens a sentence: "In
    January both held exercises. Two bombers came." A date that is a fact of its own, as in "built in 1987", is beside
    nothing.
    """
    paragraphs: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        paragraphs[(assertion.article, assertion.paragraph)].append(assertion)
    for rows in paragraphs.values():
        dates = [found for row in rows if row.type in general and (found := _Date.of(row))]
        dates.sort(key=lambda each: each.start)
        frames = [each for each in dates if each.opens]
        for row in rows:
            place = bisect_left(dates, row.start, key=lambda each: each.start)
            near = (*dates[place : place + 1], *dates[max(0, place - 1) : place])
            here = [each for each in near if each.statement == row.statement.start]
            frame = bisect_left(frames, row.start, key=lambda each: each.start)
            if here:
                yield row.id, min(here, key=lambda each: max(each.start - row.end, row.start - each.end)).days
            elif frame:
                yield row.id, frames[frame - 1].days


@dataclass(frozen=True, slots=True)
class _Date:
    """A date of the text: where it stands and its statement starts, its days, and whether it opens its sentence."""

    start: int
    end: int
    statement: int
    days: Days
    opens: bool

    @classmethod
    def of(cls, row: Assertion) -> _Date | None:
        value = row.value
        if not isinstance(value, Time) or value.earliest is None or value.latest is None:
            return None
        before = row.statement.text[: row.start - row.statement.start]
        opens = len(before.split()) <= FRAME
        return cls(row.start, row.end, row.statement.start, (value.earliest, value.latest), opens)
