"""What an expression of time is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.values.times.nodes import Date, Node, Stretch
from factcheck.values.times.periods import Period
from factcheck.values.times.tense import Direction

NO_DATE = "counted from the day of publication, which is not known: give a publication date"
NO_YEAR = "the year is not said: give a publication date"
NO_CENTURY = "the century is not said: give a publication date"
NO_STORY = "counted from a date that the text has not named before"


LONG = timedelta(days=732)
"""A time longer than this, as in "between 2014 and 2019", is none that the text goes on from."""


@dataclass(slots=True)
class Context:
    """The publication date, what the text has named so far, and the tense beside the expression.

    ``story`` is the last date named, ``dated`` the last day, week or month; ``story_year`` is the year that the text
    is in and ``told`` one long before publication that the paragraph tells of. A year in passing, as in "the
    Constitution of 1812", moves neither. ``leads`` says that the expression opens its sentence.
    ``begun`` is the day to come that the sentence has named, where what is asked for now ends what begins there.
    """

    published: date | None
    story: Period | None = None
    dated: Period | None = None
    story_year: int | None = None
    told: int | None = None
    direction: Direction = 0
    leads: bool = False
    begun: date | None = None

    def anchor(self, *, story: bool, dated: bool = False) -> date | None:
        """The day to count from: the last one named ("the following week") or that of publication ("last week").

        ``dated``: a year that was named is not enough ("the next day").
        """
        last = self.dated if dated else self.story
        return (last.first if last else None) if story else self.published

    def remember(self, node: Node, period: Period) -> None:
        """Keeps the last date named."""
        day = period.first or period.last
        if not period.known or day is None or isinstance(node, Stretch):
            return
        if period.first is not None and period.last is not None and period.last - period.first > LONG:
            return
        if period.first is not None:
            self.story = period
        bare_year = isinstance(node, Date) and (node.month or node.day or node.weekday) is None
        if bare_year and self.story_year is not None and abs(day.year - self.story_year) > 1 and not self.leads:
            return
        self.story_year = day.year
        if period.first is not None:
            self.dated = period if period.unit in {"day", "weekend", "week", "month"} else None
        if isinstance(node, Date) and node.year == day.year and self.leads:
            past = self.published is not None and self.published.year - day.year > 1
            self.told = day.year if past else None
