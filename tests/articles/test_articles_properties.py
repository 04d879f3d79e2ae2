"""What holds for every text, whatever is in it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.articles import lines, markdown, paragraphs, read
from factcheck.errors import FactcheckError
from factcheck.models import Article

MARKS = [
    "\n",
    "\n\n",
    " ",
    "*",
    "**",
    "_",
    "#",
    "# ",
    "- ",
    "> ",
    "[",
    "](",
    ")",
    "]",
    "(",
    "<",
    ">",
    "---",
    "===",
    "![",
    "\\",
]
WORDS = [
    "By Jane Roe",
    "March 3, 2019",
    "The mayor said so.",
    "ships",
    "Photo: AP",
    "(Jane Roe / AFP)",
    "© 2019",
    "é",
    "“",
    "”",
]
SIGNS = [
    "\u202e",
    "\u00ad",
    "\u00a0",
    "\x0c",
    "\r\n",
    "\ufeff",
    "\u0301",
    "漢字",
    "🗳️",
    "https://example.org/a_b_c",
    "x" * 300,
]
PIECES = st.sampled_from([*MARKS, *WORDS, *SIGNS])
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def stored(folder: Path, data: bytes, suffix: str = ".txt") -> Article | None:
    path = folder / f"article{suffix}"
    path.write_bytes(data)
    try:
        return read(path, id="S1")
    except FactcheckError as error:
        assert error.problems
        assert all(str(problem).startswith(str(path)) and "\n" not in str(problem) for problem in error.problems)
        return None


@QUICK
@given(text=TEXTS, suffix=st.sampled_from([".txt", ".md"]))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str, suffix: str) -> None:
    article = stored(tmp_path, text.encode("utf-8", "replace"), suffix)
    if article is not None:
        check(article)


@QUICK
@given(text=TEXTS, longest=st.integers(2, 60))
def test_a_paragraph_that_is_too_long_is_cut(text: str, longest: int) -> None:
    plain, marks = markdown.strip(text)
    with pytest.MonkeyPatch.context() as patch:
        whole = paragraphs.split(plain, marks)
        patch.setattr(paragraphs, "LONGEST", longest)
        cut = paragraphs.split(plain, marks)
    assert all(end - start <= longest for start, end in cut)
    assert {edge for start, end in cut for edge in (start, end)} >= {edge for span in whole for edge in span}
    assert "".join("".join(plain[start:end].split()) for start, end in cut) == "".join(plain.split())


@QUICK
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    article = stored(tmp_path, data)
    if article is not None:
        check(article)


def check(article: Article) -> None:
    spans = [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
    for stretches in (spans, list(article.lines)):
        assert all(start < end for start, end in stretches)
        assert all(left[1] <= right[0] for left, right in pairwise(stretches)), "sorted and disjoint"
        assert all(article.text[start:end] == article.text[start:end].strip() for start, end in stretches)
    letters = {at for at, character in enumerate(article.text) if not character.isspace()}
    assert {at for start, end in spans for at in range(start, end)} >= letters, "paragraphs hold every word"
    assert {at for start, end in article.lines for at in range(start, end)} >= letters, "and so do the lines"
    assert all(any(start <= left and right <= end for start, end in spans) for left, right in article.lines)
    assert not set(article.text) & set("\r\0\u202e\u00ad\u00a0\x0c")


@QUICK
@given(text=TEXTS)
def test_marks_lie_in_the_stripped_text(text: str) -> None:
    plain, marks = markdown.strip(text)
    assert len(plain) <= len(text)
    assert all(0 <= mark.start <= mark.end <= len(plain) for mark in marks)


@QUICK
@given(text=TEXTS)
def test_no_line_is_wider_than_the_measure(text: str) -> None:
    width = lines.face().width
    room = lines.MEASURE_MM / 25.4 * 72 / lines.SIZE_PT * 1000
    for start, end in lines.split(text, [(0, len(text))]):
        assert width(" ".join(text[start:end].split())) <= room + 1e-6 or end - start == 1


@pytest.mark.parametrize(
    "word", ["[", "*", "**a", "_a_", "![[", "<a@", "# ", "> ", "By A ", "(a/", "`", "\\", "- a\n", "A\n", "a:\n"]
)
def test_long_runs_of_one_sign_are_read(tmp_path: Path, word: str) -> None:
    article = stored(tmp_path, (word * 3_000).encode())
    if article is not None:
        check(article)


def test_a_text_without_an_end_is_cut_after_sentences(tmp_path: Path) -> None:
    article = stored(tmp_path, b"The mayor said so. He did not say more about it. " * 2_000)
    assert article is not None
    assert len(article.paragraphs) > 4
    assert all(article.text[part.start : part.end].endswith(".") for part in article.paragraphs)
    assert {part.kind for part in article.paragraphs} == {"body"}
