"""Bad input: one line per fault, all of them at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.articles import read, read_all
from factcheck.errors import FactcheckError

LATIN = "The mayor said so.\nIt is a “caf\u00e9”, he said.\n".encode("cp1252")


@pytest.mark.parametrize(
    ("name", "data", "where", "said"),
    [
        ("empty.txt", b"", "", "is empty"),
        ("blank.txt", b" \n\n", "", "is empty"),
        ("rules.txt", b"***\n\n---\n", "", "holds no text"),
        ("front.md", b"---\ntitle: A\n---\n", "", "holds no text"),
        ("binary.txt", bytes(range(256)), "", "not text"),
        ("nul.txt", b"The mayor\nsaid\0 so.\n", ":2:5", "is a binary file"),
        ("page.txt", b"%PDF-1.7 and so on", "", "is a PDF file, not text"),
        ("page.html", b"<p>Hello</p>", "", "is no article: give a .txt or .md file"),
        ("latin.txt", LATIN, ":2:9", "0x93; likely Windows-1252, where it is “: iconv -f CP1252 -t UTF-8 "),
        ("odd.txt", b"ab \x81\xe9", ":1:4", "iconv -f LATIN1"),
        ("wide.txt", "The mayor said so.".encode("utf-16-le"), ":1:2", "iconv -f UTF-16LE"),
        ("huge.txt", b"word " * 2_400_001, "", "more than 12,000,000 characters"),
        ("key.md", b"---\ntitel: A\n---\nText.", ":2:1", "unknown front-matter key 'titel': did you mean 'title'?"),
        ("author.md", b"---\ntitle: A\nauthor: B\n---\nText.", ":3:1", "did you mean 'byline'?"),
        ("date.md", b"---\npublished: last week\n---\nText.", ":2:12", "'last week' is no date"),
        ("list.md", b"---\ntitle: [A, B]\n---\nText.", ":2:8", "'title' takes one line of text"),
        ("twice.md", b"---\ntitle: A\ntitle: B\n---\nText.", ":3:1", "stands here a second time"),
        ("colon.md", b"---\ntitle: Storm: 12 dead\n---\nText.", ":2:13", "put the whole text in 'single quotes'"),
        ("deep.md", b"---\n" + b"[" * 9_000 + b"\n---\nText.", ":2:13", "nested more than 12 deep"),
        ("bomb.md", b"---\ntitle: &a [x]\nurl: *a\n---\nText.", ":2:8", "an anchor of YAML's"),
        ("long.md", b"---\ntitle: " + b"a" * 30_000 + b"\n---\nText.", ":1:1", "more than 20,000 characters"),
    ],
)
def test_a_fault_says_where_and_what(tmp_path: Path, name: str, data: bytes, where: str, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FactcheckError) as error:
        read(path, id="S1")
    (problem,) = error.value.problems
    assert str(problem).startswith(f"{path}{where}")
    assert said in problem.message


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitel: A\npublishd: 2019\n---\nText.")
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text("The mayor said so.")
    (tmp_path / "d.txt").write_text("The mayor said so.\n")
    (tmp_path / "none").mkdir()
    with pytest.raises(FactcheckError) as error:
        read_all([tmp_path, tmp_path / "missing.txt", tmp_path / "none"], published={"S9": date(2019, 3, 1)})
    said = [str(problem).replace(str(tmp_path), "") for problem in error.value.problems]
    assert said == [
        "/none: holds no articles: a folder stands for its .txt and .md files",
        "/a.md:2:1: unknown front-matter key 'titel': did you mean 'title'?",
        "/a.md:3:1: unknown front-matter key 'publishd': did you mean 'published'?",
        "/b.txt: is empty",
        f"/d.txt: is the very same text as {tmp_path / 'c.txt'}: leave one out".replace(str(tmp_path), ""),
        "/missing.txt: is not there",
        "--published: there is no article S9: the articles are S1 to S5",
    ]


def test_no_article_at_all() -> None:
    with pytest.raises(FactcheckError, match="no article given"):
        read_all([], published={})


def test_a_folder_is_read_in_name_order_and_days_go_by_number(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", ".hidden.txt", "notes.rst"):
        (tmp_path / name).write_text(f"The mayor said so in {name}.")
    first, second = read_all([tmp_path], published={"S2": date(2019, 3, 27)})
    assert [Path(article.path).name for article in (first, second)] == ["a.txt", "b.md"]
    assert [(article.id, article.published) for article in (first, second)] == [("S1", None), ("S2", date(2019, 3, 27))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_declared_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Storm in Málaga\r\n\r\nIt\u00a0was “bad”.\r".encode(encoding))
    assert read(path, id="S1").text == "Storm in Málaga\n\nIt was “bad”.\n"


def test_signs_that_show_nothing_or_turn_a_line_around_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The\u200b may\u00ador \u202esaid\u202c\x07so\u2028to 👩\u200d🚒.\x0cEnd.")
    assert read(path, id="S1").text == "The mayor said so\nto 👩\u200d🚒.\nEnd."
