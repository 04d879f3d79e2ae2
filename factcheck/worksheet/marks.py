"""Cutting article text into runs, so that facts can be marked in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcheck.models import Assertion
from factcheck.worksheet.pack import Mark, Run


def number(assertion_id: str) -> str:
    """The part of "S1-07" that is marked in the text: "07"."""
    return assertion_id.rpartition("-")[2]


class Marks:
    """The facts of one article, ready to be marked in any stretch of its text."""

    def __init__(self, text: str, assertions: Iterable[Assertion]) -> None:
        """Take the article's text and its assertions."""
        self._text = text
        facts = sorted(assertions, key=lambda fact: (fact.start, -fact.end, fact.id))
        around = _around(facts)
        edges = sorted({edge for fact in facts for edge in (fact.start, fact.end)})
        # Between two neighbouring edges the marks are the same: one entry for each such stretch.
        self._edges = edges
        self._marks: list[Mark] = [""] * len(edges)
        self._numbers: list[tuple[str, ...]] = [()] * len(edges)
        for fact in facts:
            first, last = bisect_left(edges, fact.start), bisect_left(edges, fact.end)
            self._numbers[first] += (number(fact.id),)
            for index in range(first, last):
                if fact.id not in around:
                    self._marks[index] = "fact"
                elif not self._marks[index]:
                    self._marks[index] = "around"

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The text from ``start`` to ``end`` in runs; joined, their texts are that text."""
        runs: list[Run] = []
        index = bisect_left(self._edges, start)
        position = start
        while position < end:
            before = index - 1
            at_edge = index < len(self._edges) and self._edges[index] == position
            if at_edge:
                before, index = index, index + 1
            stop = min(self._edges[index] if index < len(self._edges) else end, end)
            mark = self._marks[before] if before >= 0 else ""
            numbers = self._numbers[before] if at_edge else ()
            if runs and not numbers and runs[-1].mark == mark:
                runs[-1] = Run(runs[-1].text + self._text[position:stop], mark, runs[-1].numbers)
            else:
                runs.append(Run(self._text[position:stop], mark, numbers))
            position = stop
        return tuple(runs)


def _around(facts: Sequence[Assertion]) -> frozenset[str]:
    """The ids of the facts that hold another one, such as a quotation with a number in it."""
    holders: set[str] = set()
    open_facts: list[Assertion] = []
    for fact in facts:  # by start, the longer first
        open_facts = [other for other in open_facts if other.end > fact.start]
        holders.update(other.id for other in open_facts if other.end >= fact.end and other.text != fact.text)
        open_facts.append(fact)
    return frozenset(holders)
