"""Sheets of bounded size: a long one becomes several, so that printing more facts takes no more memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from math import ceil
from operator import itemgetter
from typing import Any

from factcheck.worksheet.pack import (
    Call,
    Entry,
    Group,
    IndexSheet,
    Matrix,
    Meeting,
    Moment,
    NotesSheet,
    Source,
)

MOST = 700
"""Lines of a sheet, about fifteen pages. What a row takes is estimated."""
WORDS = 60
"""Letters of a line of an article's words."""
ABREAST = 5
"""Articles that fit side by side on paper on its side."""


def cuts(lines: Sequence[float]) -> Iterator[slice]:
    """Rows that take so many ``lines``, in stretches of about the same length, none much over ``MOST``."""
    *starts, total = accumulate(lines, initial=0.0)
    count = ceil(total / MOST)
    for _, rows in groupby(range(len(lines)), key=lambda row: int(starts[row] * count / total)):
        first, *rest = rows
        yield slice(first, first + len(rest) + 1)


def cards(groups: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    """Groups of cards; a long one is cut between two cards."""
    rows = [(number, card) for number, group in enumerate(groups) for card in group.cards]
    for part in cuts([3.0 + sum(7 if fact.full else 2 for fact in card.facts) for _, card in rows]):
        yield tuple(
            replace(groups[number], cards=tuple(card for _, card in members))
            for number, members in groupby(rows[part], key=lambda row: row[0])
        )


def calls(called: Sequence[Call]) -> Iterator[tuple[Call, ...]]:
    """Calls, each in one piece."""
    for part in cuts([6.0 + 4 * len(call.said) + 5 * len(call.charges) for call in called]):
        yield tuple(called[part])


def index(entries: Mapping[str, Sequence[Entry]]) -> Iterator[IndexSheet]:
    """The index; corrections are written on its last sheet, of which there is always one."""
    rows = [(section, entry) for section, members in entries.items() for entry in members]
    for part in cuts([_lines(entry) for _, entry in rows]) if rows else [slice(0, 0)]:
        sections = {name: tuple(entry for _, entry in each) for name, each in groupby(rows[part], key=itemgetter(0))}
        yield IndexSheet(part.stop == len(rows), sections)


def notes(
    met: Sequence[Meeting], moments: Sequence[Moment], singles: Sequence[Entry], sources: Sequence[Source]
) -> Iterator[NotesSheet]:
    """Where the articles meet. A table of many articles is one for each ``ABREAST``, with the rows that they are in."""
    tables = [tuple(sources[first : first + ABREAST]) for first in range(0, len(sources), ABREAST)]
    apart = [note for note in met if note.relation != "agrees"]
    agreed = [note for note in met if note.relation == "agrees"]
    matrix = [[note for note in met if _abreast(note, table)] for table in tables]
    if len(sources) <= 2:
        matrix = [[] for _ in tables]  # notes show two articles side by side themselves
    rows: list[Sequence[Any]] = [apart, agreed, *matrix, moments, singles]
    lines = [2 + sum(1 + len(side.text) / WORDS for side in note.sides) for note in [*apart, *agreed]]
    lines += [1 + _abreast(note, table) for table, members in zip(tables, matrix, strict=True) for note in members]
    lines += [1 + sum((8 + len(side.text)) / WORDS for side in moment.sides) for moment in moments]
    lines += map(_lines, singles)
    starts = list(accumulate(map(len, rows[:-1]), initial=0))
    for part in cuts(lines):
        share = [
            tuple(members[max(0, part.start - start) : max(0, part.stop - start)])
            for members, start in zip(rows, starts, strict=True)
        ]
        yield NotesSheet(
            apart=share[0],
            agreed=share[1],
            matrix=tuple(Matrix(*each) for each in zip(tables, share[2:-2], strict=True) if each[1]),
            timeline=share[-2],
            singles=share[-1],
        )


def _abreast(note: Meeting, sources: Sequence[Source]) -> int:
    """How many sides of a note the articles have that has most of them."""
    each = Counter(side.source for side in note.sides)
    return max(each[source.id] for source in sources)


def _lines(entry: Entry) -> float:
    return 1 + len(entry.ids) / 8
