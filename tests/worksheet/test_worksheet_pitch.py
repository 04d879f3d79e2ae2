"""The lines of an annotated copy: as far apart as its pages allow, so that few are needed and the last is not thin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.worksheet.form import Paper
from factcheck.worksheet.pack import Block, Loose
from factcheck.worksheet.pitch import LARGE, PITCHES, THIN, USUAL, Copy


def copy(lines: int, loose: int = 0, *, paper: Paper = "A4", large: bool = False) -> Copy:
    """A copy of an article with paragraphs of up to five lines."""
    blocks = [
        Block("body", True, tuple(range(first, min(first + 5, lines + 1))), (), ()) for first in range(1, lines + 1, 5)
    ]
    return Copy("A title", blocks, [[Loose(1, "It rained.")] * loose], paper, large)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (1, USUAL),  # there is room for more, and nothing to gain by it
        (45, USUAL),
        (55, 4.3),  # closer, so that they are on one page
        (70, 4.9),  # two pages: further apart, so that the second is not nearly empty
        (100, USUAL),
    ],
)
def test_lines_are_set_closer_to_save_a_page_and_apart_to_fill_one(lines: int, expected: float) -> None:
    assert copy(lines).pitch() == expected


@given(st.integers(1, 400), st.integers(0, 30), st.sampled_from(["A4", "Letter"]), st.booleans())
def test_no_other_pitch_takes_fewer_pages(lines: int, loose: int, paper: Paper, large: bool) -> None:
    made = copy(lines, loose, paper=paper, large=large)
    scale = LARGE if large else 1.0
    chosen = made.pitch()
    assert PITCHES[0] * scale - 0.1 <= chosen <= PITCHES[-1] * scale + 0.1
    filled = {round(pitch * scale, 1): made._filled(pitch * scale) for pitch in PITCHES}
    fewest = min(int(-(-each // 1)) for each in filled.values())
    assert -(-filled[chosen] // 1) == fewest
    if fewest > 1 and filled[chosen] % 1 < THIN and filled[chosen] % 1:
        assert all(each % 1 < THIN or each > fewest for each in filled.values())
