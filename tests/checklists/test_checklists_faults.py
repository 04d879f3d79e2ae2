"""Every fault is said in one line with its place. The golden file holds what is said; it is never written by a test."""

from pathlib import Path

import pytest

from factcheck.checklist import load
from factcheck.errors import FactcheckError

GOLDEN = Path(__file__).parent / "golden" / "faults.txt"
FILES = Path(__file__).parent / "golden" / "faulty"


def faults(*folders, **options):
    with pytest.raises(FactcheckError) as caught:
        load(folders, **options)
    return [str(problem) for problem in caught.value.problems]


def test_all_faults_of_all_files_at_once():
    said = [line.replace(f"{FILES}/", "") for line in faults(FILES)]
    assert said == GOLDEN.read_text("utf-8").splitlines()


def test_ten_planted_faults_are_ten_lines():
    assert sum("ten_faults.yaml" in line for line in faults(FILES)) == 10


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(
        "type: x\ntitle: no\nwords: {a: [no, on, 12:30, 010, 1e3, ~, 2019-03-28]}\nphrases: [<a>]\n"
        "questions: [Yes]\nexamples: [{text: it is no use, finds: {}}]\n"
    )
    (checklist,) = load([tmp_path])
    assert (checklist.title, checklist.questions) == ("no", ("Yes",))
    assert checklist.words["a"] == ("no", "on", "12:30", "010", "1e3", "~", "2019-03-28")


@pytest.mark.parametrize(
    "phrase",
    ["(" * 299, "(a & " * 40 + "a" + ")" * 40, "(a | b)? " * 33],
    ids=["parentheses", "pairs", "options"],
)
def test_a_phrase_with_too_many_ways_to_be_read_is_refused(tmp_path, phrase):
    (tmp_path / "x.yaml").write_text(f"phrases: ['{phrase}']")
    assert any("phrases" not in line for line in faults(tmp_path))


@pytest.mark.parametrize("name", ["x.yml", "X y.yaml"])
def test_no_file_is_left_out_silently(tmp_path, name):
    (tmp_path / name).write_text("")
    assert faults(tmp_path)[0].startswith(str(tmp_path / name))


def test_missing_folder(tmp_path):
    assert faults(tmp_path / "no") == [f"{tmp_path}/no: there is no such folder or file of checklists"]
