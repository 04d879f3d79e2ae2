"""The pages are tested on the session of the worksheet's tests; printing it takes seconds, so it is done once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "worksheet"))

from factcheck import render, worksheet
from factcheck.worksheet.pack import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack with all defaults."""
    import flood

    return worksheet.context(flood.session(), flood.CHECKLISTS, form=worksheet.load_form())


@pytest.fixture(scope="session")
def printed(pack: Pack) -> bytes:
    """``pack`` on A4; nothing is said where nothing is wrong."""
    return render.pdf(pack, warn=pytest.fail)
