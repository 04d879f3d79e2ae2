"""A desk's own form: what it may say, and what is said about its faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.worksheet import form


def write(folder: Path, text: str) -> Path:
    (folder / "form.yaml").write_text(text, "utf-8")
    return folder


def test_the_shipped_form_tells_its_letters_and_keys_apart() -> None:
    statuses = form.load().statuses
    assert len({status.letter for status in statuses}) == len({status.key for status in statuses}) == len(statuses)


def test_the_blanks_of_a_row_fill_it() -> None:
    for row in form.load().blanks:
        assert row[0].left == 0
        assert row[-1].left + row[-1].width == pytest.approx(100, abs=0.01)


def test_a_desk_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    own = form.load([write(tmp_path, "language: nb\nsign_off: [Sjekker, Redaktør]\nlabels: {worksheet: Faktasjekk}\n")])
    assert (own.language, own.sign_off) == ("nb", ("Sjekker", "Redaktør"))
    assert own.labels["worksheet"] == "Faktasjekk"
    assert own.labels["index"] == form.load().labels["index"]
    assert own.statuses == form.load().statuses


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("sign_of: [A]\n", 1, 1, "'sign_of' was unexpected"),
        ("language: en\nsign_off: Checker\n", 2, 11, "sign_off: 'Checker' is not of type 'array'"),
        ("labels:\n  wroksheet: x\n", 2, 3, "labels: Additional properties"),
        ("statuses:\n  - {key: ok, letter: V, label: Fine}\n", 2, 5, "statuses.0: 'meaning' is a required property"),
        ("short_blanks:\n  - {key: a b, width: 1}\n", 2, 11, "short_blanks.0.key: 'a b' does not match"),
        ("short_blanks:\n  - {key: a, width: 1}\n  - {key: a, width: 2}\n", 3, 5, "the key 'a' is there twice"),
        ("blanks:\n  - - {key: a, width: 1}\n  - - {key: a, width: 2}\n", 3, 7, "the key 'a' is there twice"),
        ("how: [a\n", 2, 1, "expected ',' or ']'"),
        ("- a\n", None, None, "has no keys"),
    ],
)
def test_faults_have_a_place(tmp_path: Path, text: str, line: int | None, column: int | None, message: str) -> None:
    with pytest.raises(FactcheckError) as caught:
        form.load([write(tmp_path, text)])
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError) as caught:
        form.load([write(tmp_path, "language: 3\nsign_off: 4\nhow: 5\n")])
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]


def test_a_form_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "form.yaml").write_bytes(b"language: \xff\n")
    with pytest.raises(FactcheckError, match="is not UTF-8"):
        form.load([tmp_path])
