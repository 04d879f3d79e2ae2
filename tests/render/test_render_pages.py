"""What a checker with a pencil sees: no nearly empty page at the end of a sheet, no card without its statement."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Any

import flood
import pypdfium2
import pytest

from factcheck import render, worksheet
from factcheck.models import Session

THIN = 0.25
"""Of the text of a page: less is nearly empty."""
MARGINS = {False: (16, 14), True: (23, 22)}
"""Above and below the text, in mm, by whether the paper is on its side."""


def pages(session: Session, **options: Any) -> list[tuple[str, float, str]]:
    """The name at the foot of each page, where its last line ends, as a share of the text's height, and its words."""
    pack = worksheet.context(session, flood.CHECKLISTS, form=worksheet.load_form(), **options)
    found = []
    with pypdfium2.PdfDocument(render.pdf(pack)) as document:
        for page in document:
            width, height = page.get_size()
            above, below = (mm / 25.4 * 72 for mm in MARGINS[width > height])
            text = page.get_textpage()
            boxes = [text.get_rect(number) for number in range(text.count_rects())]
            inside = [box for box in boxes if below <= box[1] and box[3] <= height - above]
            ends = [(height - above - box[1]) / (height - above - below) for box in inside]
            foot = text.get_text_bounded(bottom=0, top=below)
            name = re.search(r"([\w ]+) · page", foot.replace("\r\n", " "))
            assert name
            found.append((name[1], max(ends), text.get_text_range().replace("\r\n", " ")))
    return found


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("copies", [1, 2, 3, 4])
def test_no_sheet_ends_on_a_nearly_empty_page(copies: int, paper: str) -> None:
    printed = pages(flood.large_session(copies), paper=paper)
    for name, sheet in itertools.groupby(printed, key=lambda page: page[0]):
        *before, (_, end, _) = sheet
        assert not before or end >= THIN, name


def test_a_card_that_goes_on_overleaf_has_its_statement_again() -> None:
    session = flood.session()
    first = session.assertions[0]
    many = [replace(first, id=f"S1-{number:02}", priority="high") for number in range(1, 20)]
    printed = pages(replace(session, assertions=tuple(many), notes=()), sheets=("cards",))
    assert len(printed) > 1
    assert all("were killed and at least 34,200 were forced from" in words for _, _, words in printed)


def test_a_speaker_whom_nobody_can_name_is_said_to_be_open() -> None:
    session = flood.session()
    fact = session.assertions[0]
    assert fact.attribution
    he = replace(fact.attribution, speaker="he", name=None, unnamed=False, candidates=(), role=None)
    open_ = replace(session, assertions=(replace(fact, attribution=he),), notes=())
    ((_, _, words), *_) = pages(open_, sheets=("cards",))
    assert "“He”, S1 line 2 (not clear who is meant)" in words
