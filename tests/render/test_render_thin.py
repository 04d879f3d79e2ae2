"""When a sheet is laid out once more, tighter, to save a page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.render.press import may_save_a_page


def page(filled: float, width: float = 210) -> Any:
    """A page of which that share of the height is text."""
    text = SimpleNamespace(position_y=0, margin_height=lambda: filled * 297)
    body = SimpleNamespace(children=[text] if filled else [])
    root = SimpleNamespace(children=[body], position_y=0)
    return SimpleNamespace(width=width, _page_box=SimpleNamespace(children=[root], height=297))


@pytest.mark.parametrize(
    ("pages", "share", "expected"),
    [
        ([page(0.1)], 0.1, False),  # one page has to be
        ([page(1), page(0.1)], 0.1, True),
        ([page(1), page(0.2)], 0.1, False),  # a tenth of one page is less than is there
        ([page(1), page(1), page(0.2)], 0.1, True),
        ([page(1), page(1), page(1), page(1), page(0.35)], 0.1, False),  # filled well enough
        ([page(1), page(0.05)], 0.0, False),  # nothing is tighter
        ([page(1), page(0.05), page(1, width=297)], 0.1, True),  # before paper on its side
        ([page(0.05), page(1, width=297)], 0.1, False),
        ([page(1), page(0)], 0.01, True),
        ([page(1), page(0.6), page(0.45)], 0.05, True),  # nearly all of it has room on the page before
        ([page(1), page(0.9), page(0.45)], 0.05, False),
    ],
)
def test_a_sheet_is_laid_out_again_where_that_may_save_a_page(pages: list[Any], share: float, expected: bool) -> None:
    assert may_save_a_page(pages, share) is expected
