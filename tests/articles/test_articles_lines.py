"""Numbered lines: the same on every paper."""

from __future__ import annotations

import pytest

from factcheck.articles import lines


def broken(text: str) -> list[str]:
    return [text[start:end] for start, end in lines.split(text, [(0, len(text))])]


def test_lines_are_filled_and_cut_at_spaces() -> None:
    text = (
        "The council of the town said on Tuesday that twelve ships had left the harbour before the storm came in. " * 3
    )
    found = broken(text.strip())
    assert " ".join(found) == text.strip()
    assert all(60 < len(line) < 90 for line in found[:-1])


@pytest.mark.parametrize(("text", "count"), [("x" * 100_000, 1755), ("漢" * 100, 3), ("a " * 3, 1), ("ab", 1)])
def test_long_words_are_cut_at_the_measure(text: str, count: int) -> None:
    found = broken(text)
    assert len(found) == count
    assert "".join(found) == text.strip() or count == 1


def test_a_gap_inside_a_paragraph_is_one_space() -> None:
    assert broken("stressing their\n\nactions comply") == ["stressing their\n\nactions comply"]


def test_every_paragraph_starts_a_line() -> None:
    assert lines.split("ab cd\n\nef", [(0, 5), (7, 9)]) == ((0, 5), (7, 9))
