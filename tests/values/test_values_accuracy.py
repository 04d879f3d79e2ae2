"""A floor under how many of other people's cases are understood; it only rises.

``data/recognizers-text`` holds the English number ranges of the specification of Microsoft Recognizers-Text (MIT
licence, see the file beside them), as offsets and bounds. Its brackets say which bound is excluded, which the intervals
here do not keep; ordinals as bounds and sums ("equal to 5000 or more" as two ranges) are not read here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from factcheck.values import numbers

CASES = Path(__file__).parent / "data" / "recognizers-text" / "number_ranges.jsonl"
FLOOR = 0.91


def test_number_ranges_of_recognizers_text() -> None:
    nlp = spacy.blank("en")
    cases = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    right = sum(_understood(nlp(case["text"]), case) for case in cases)
    assert right / len(cases) >= FLOOR, f"{right} of {len(cases)}"


def _understood(doc: spacy.tokens.Doc, case: dict[str, float]) -> bool:
    found = [one for one in numbers.find(doc) if one.start < case["end"] and case["start"] < one.end]
    return any((one.low, one.high) == pytest.approx((case["low"], case["high"])) for one in found)
