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


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "1:1", "the file is empty"),
        ("- a", "1:1", "the file must be a mapping (name: value)"),
        ("\ttype: a", "1:1", "a tab: indent with spaces"),
        ("title: a: b", "1:9", "a ':' and a space inside a text: put the whole text in 'single quotes'"),
        ('title: "a\ntype: b', "1:8", "the quotation mark that opens here is never closed"),
        ('phrases:\n  - "US" forces', "2:5", 'a text that starts with " must be in quotation marks from end to end'),
        ("phrases:\n  - [were] hit", "2:5", "a text that starts with [ must be in quotation marks from end to end"),
        ("title: %x", "1:8", "a text that starts with % must be in quotation marks from end to end"),
        ("title: &a b", "1:8", "'&a' is YAML's anchor: quote the text, or use 'extends' to share"),
        ("title: *a", "1:8", "'*a' is YAML's alias: quote the text, or use 'extends' to share"),
        ("title: a\ntitle: b", "2:1", "'title' stands here a second time, first on line 1: join the two"),
        ("? [a]\n: b", "1:3", "a key must be plain text; quote a text that starts with '[' or '{'"),
        ("a: b\n---\na: b", "2:1", "one file is one checklist: remove the '---' and what follows"),
        ("a: \x00", "1", "holds a control character that YAML does not allow"),
    ],
)
def test_what_is_no_yaml(tmp_path, text, place, message):
    path = tmp_path / "x.yaml"
    path.write_text(text, "utf-8")
    assert f"{path}:{place}: {message}" in faults(tmp_path)


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(
        "type: x\ntitle: no\nwords: {a: [no, on, 12:30, 010, 1e3, ~, 2019-03-28]}\nphrases: [<a>]\n"
        "questions: [Yes]\nexamples: [{text: it is no use, finds: {}}]\n"
    )
    (checklist,) = load([tmp_path])
    assert (checklist.title, checklist.questions) == ("no", ("Yes",))
    assert checklist.words["a"] == ("no", "on", "12:30", "010", "1e3", "~", "2019-03-28")


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{key}: &{key} [{','.join([f'*{before}'] * 9)}]\n" for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "raw",
    [
        BOMB.encode(),
        b"title: " + b"a" * 10_000_000,
        b"[" * 400_000,
        b"{a: " * 100_000,
        b"- " * 200_000,
        b"a: !!python/object/apply:os.system [true]",
        b"\xff\xfe\x00broken",
        b"a:\n" + b" " * 400_000 + b"b",
        b"words: {g: [" + b",".join(b"w%d" % n for n in range(40_000)) + b"]}",
        ("phrases: ['" + "(" * 299 + "']").encode(),
        ("phrases: ['" + "(a & " * 40 + "a" + ")" * 40 + "']").encode(),
    ],
    ids=lambda raw: repr(raw[:20]),
)
def test_hostile_files_are_refused(tmp_path, raw):
    (tmp_path / "x.yaml").write_bytes(raw)
    assert faults(tmp_path)


@pytest.mark.parametrize("name", ["x.yml", "X y.yaml"])
def test_no_file_is_left_out_silently(tmp_path, name):
    (tmp_path / name).write_text("")
    assert faults(tmp_path)[0].startswith(str(tmp_path / name))


def test_missing_folder(tmp_path):
    assert faults(tmp_path / "no") == [f"{tmp_path}/no: there is no such folder or file of checklists"]
