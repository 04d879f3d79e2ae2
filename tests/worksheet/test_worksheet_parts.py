"""Sheets of bounded size: every row is on one of them, in order, and none is long."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import flood
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import worksheet
from factcheck.worksheet import parts
from factcheck.worksheet.pack import Card, Entry, Group, Meeting, Moment, Pack, Source


@pytest.fixture(scope="module")
def pack() -> Pack:
    return worksheet.context(flood.session(), flood.CHECKLISTS, form=worksheet.load_form())


@given(st.lists(st.floats(1, 40)))
def test_rows_are_cut_in_stretches_of_about_the_same_length(lines: list[float]) -> None:
    found = list(parts.cuts(lines))
    assert list(chain.from_iterable(lines[part] for part in found)) == lines
    lengths = [sum(lines[part]) for part in found]
    assert all(length <= parts.MOST + 40 for length in lengths)
    assert not lengths or max(lengths) - min(lengths) <= 80


def test_a_long_group_of_cards_goes_on_in_the_next_sheet(pack: Pack) -> None:
    cards = next(sheet.cards for sheet in pack.sheets if sheet.cards)
    group = max(cards.groups, key=lambda group: len(group.cards))
    long = replace(group, cards=group.cards * 400)
    short = replace(group, title="Another")
    found = list(parts.cards([long, short]))
    assert len(found) > 1
    assert [each.title for part in found for each in part] == [group.title] * len(found) + ["Another"]
    shown: list[Card] = [card for part in found for each in part for card in each.cards]
    assert shown == [*long.cards, *short.cards]
    assert all(isinstance(each, Group) and each.cards for part in found for each in part)


def test_a_table_has_the_rows_of_its_own_articles(pack: Pack) -> None:
    note = next(note for note in pack.notes if len(note.sides) > 1)
    ids = [f"S{number}" for number in range(1, 13)]
    sources: list[Source] = [replace(pack.sources[0], id=each) for each in ids]
    met = [
        replace(note, id=f"N{first}", relation="differs", sides=_sides(note, ids[first], ids[first + 1]))
        for first in range(11)
    ]
    (found,) = parts.notes(met, (), (), sources)
    assert [note.id for note in found.apart] == [note.id for note in met]
    assert [[source.id for source in table.sources] for table in found.matrix] == [ids[:5], ids[5:10], ids[10:]]
    for table in found.matrix:
        shown = {source.id for source in table.sources}
        assert [note.id for note in table.notes] == [
            note.id for note in met if shown & {side.source for side in note.sides}
        ]


def test_many_notes_days_and_names_are_on_several_sheets(pack: Pack) -> None:
    met: list[Meeting] = [*pack.notes] * 60
    moments: list[Moment] = [*pack.timeline] * 60
    singles = [Entry(f"Kind {number}", ("S1-01", "S2-02")) for number in range(300)]
    found = list(parts.notes(met, moments, singles, pack.sources))
    assert len(found) > 1
    assert [note for part in found for note in part.apart + part.agreed] == sorted(
        met, key=lambda note: note.relation == "agrees"
    )
    assert [each for part in found for each in part.singles] == singles
    (first, *_) = found
    assert first.apart
    assert [moment for part in found for moment in part.timeline] == moments


def test_only_the_last_index_has_corrections() -> None:
    entries = {"names": [Entry(f"Name {number}", ("S1-01",) * 20) for number in range(500)], "laws": [Entry("Act", ())]}
    found = list(parts.index(entries))
    assert [sheet.corrections for sheet in found] == [False] * (len(found) - 1) + [True]
    assert len(found) > 1
    assert sum(len(sheet.entries.get("names", ())) for sheet in found) == 500
    assert found[-1].entries["laws"] == (Entry("Act", ()),)


def test_an_index_of_nothing_has_room_for_corrections() -> None:
    (sheet,) = parts.index({"names": (), "places": ()})
    assert sheet.corrections
    assert not sheet.entries


def _sides(note: Meeting, *sources: str) -> tuple[object, ...]:
    return tuple(replace(side, source=source) for side, source in zip(note.sides, sources, strict=False))
