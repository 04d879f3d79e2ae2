"""What many tests look at: the shipped checklists, and the sample articles read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from factcheck import checklist, english
from factcheck.checklist import Checklist
from factcheck.models import Session
from factcheck.resources import shipped
from factcheck.run import run

ROOT = Path(__file__).parent.parent

# Time is measured in benchmarks/, not here; the same examples each run, so that a red test stays red.
settings.register_profile("factcheck", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("factcheck")

os.environ["FACTCHECK_PROCESSES"] = "1"  # starting others for each test would take longer than what they print


@pytest.fixture(scope="session")
def checklists() -> tuple[Checklist, ...]:
    return checklist.load([shipped("checklists")])


@pytest.fixture(scope="session")
def samples(checklists: tuple[Checklist, ...]) -> Session:
    return run([ROOT / "seeds"], checklists=checklists)


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    english.load()  # once, so that no single test pays for it
