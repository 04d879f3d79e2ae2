"""YAML as a desk writes it: what it says of places and traps, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import desk
from factcheck.errors import FactcheckError


def faults(path):
    with pytest.raises(FactcheckError) as caught:
        desk.read(path)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("\ttype: a", "1:1", "a tab: indent with spaces"),
        ("title: a: b", "1:9", "a ':' and a space inside a text: put the whole text in 'single quotes'"),
        ('title: "a\ntype: b', "1:8", "the quotation mark that opens here is never closed"),
        ('phrases:\n  - "US" forces', "2:5", 'a text that starts with " must be in quotation marks from end to end'),
        ("phrases:\n  - [were] hit", "2:5", "a text that starts with [ must be in quotation marks from end to end"),
        ("a: [one,\n  two", "1:4", "'[' is never closed with ']', or a comma is missing after it"),
        ("a: [", "2:1", "the file ends inside a list or mapping: a ']' or a '}' is missing"),
        ("a: {b: c d: e}", "1:4", "'{' is never closed with '}', or a comma is missing after it"),
        (
            "- ranked #1 in it",
            "1:10",
            "'#1' is a comment to YAML: put the whole text in 'single quotes', or write '# '",
        ),
        ("title: %x", "1:8", "a text that starts with % must be in quotation marks from end to end"),
        ("title: &a b", "1:8", "'&a' is an anchor of YAML's, not used here: quote a text that starts with '&'"),
        ("title: *a", "1:8", "'*a' is an alias of YAML's, not used here: quote a text that starts with '*'"),
        ("title: a\ntitle: b", "2:1", "'title' stands here a second time, first on line 1: join the two"),
        ("? [a]\n: b", "1:3", "a key must be plain text; quote a text that starts with '[' or '{'"),
        ("a: b\n---\na: b", "2:1", "one file holds one document: remove the '---' and what follows"),
        ("a: \x00", "1", "holds a control character that YAML does not allow"),
    ],
)
def test_what_is_no_yaml(tmp_path, text, place, message):
    path = tmp_path / "x.yaml"
    path.write_text(text, "utf-8")
    assert faults(path) == [f"{path}:{place}: {message}"]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{key}: &{key} [{','.join([f'*{before}'] * 9)}]\n" for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (BOMB.encode(), "anchor"),
        (b"title: " + b"a" * 10_000_000, "larger than 128 KB"),
        (b"[" * 100_000, "nested more than 12 deep"),
        (b"{a: " * 30_000, "nested more than 12 deep"),
        (b"- " * 60_000, "nested more than 12 deep"),
        (b"a: !!python/object/apply:os.system [true]", "the tag"),
        (b"\xff\xfe\x00broken", "not UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_are_refused(tmp_path, raw, says):
    path = tmp_path / "x.yaml"
    path.write_bytes(raw)
    (line,) = faults(path)
    assert says in line


@pytest.mark.parametrize(
    "text", ["a: b # note", "a: 'b #1'", "a: b#1", "a: b  ## note", "#note\na: b", "a: |\n  b #1\n"]
)
def test_comments_and_signs_that_are_none(tmp_path, text):
    path = tmp_path / "x.yaml"
    path.write_text(text)
    assert list(desk.read(path).data) == ["a"]


def test_a_text_knows_its_place(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("a:\n  - one\n  - 'two'\n  - {b: no}\n")
    data = desk.read(path).data
    assert data == {"a": ["one", "two", {"b": "no"}]}
    one, two, pair = data["a"]
    places = [(text.line, text.column) for text in (*data, one, two, *pair, *pair.values())]
    assert places == [(1, 1), (2, 5), (3, 6), (4, 6), (4, 9)]


@given(st.binary(max_size=200) | st.text("- ab:#'\"\n\t[]{}&*!|>%@", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_line(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("any") / "x.yaml"
    path.write_bytes(raw)
    try:
        desk.read(path)
    except FactcheckError as error:
        assert error.problems
