"""What a person sees who makes a mistake: one clear line each, exit code 1, nothing written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import cli

ARTICLE = """\
Storm kills two

By Ann Lee

The Daily, March 28, 2019

The storm killed two people on Monday, police said.
"""

FIVE_FAULTS = """\
type: flood_level
title: Flood levels
priority: urgent
words:
  rose: [rose, risen]
fields:
  level: quantty
value: height
exept:
  - sea level
phrases:
  - <level> ... <rised>
questions:
  - Where was it measured?
examples:
  - text: The river rose 3 metres.
    finds: {level: 3 metres}
"""

Run = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in an empty folder; gives the exit code and the lines of standard error."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(ARTICLE)

    def command(*arguments: str) -> tuple[int, list[str]]:
        monkeypatch.setattr("sys.argv", ["factcheck", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        code = left.value.code
        return (code if isinstance(code, int) else 0), capfd.readouterr().err.strip().splitlines()

    return command


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "missing.txt: "),
        ("empty.txt", b"", "empty.txt: "),
        ("blank.txt", b" \n\n\t\n", "blank.txt: "),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "picture.txt:"),
        ("latin.txt", "Er sagte: „Schön“ für 5 £\n".encode("cp1252"), "latin.txt:1:"),
        ("key.md", b"---\ntitel: Storm\n---\n\nThe storm killed two people.\n", "key.md:2:1: "),
        ("date.md", b"---\ntitle: Storm\npublished: last week\n---\n\nThe storm killed two people.\n", "date.md:3:"),
    ],
)
def test_an_article_that_cannot_be_read(run: Run, tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, lines = run("worksheet", "good.txt", name, "--out", "pack")
    assert code == 1
    assert [line[: len(says)] for line in lines] == [says]
    assert not (tmp_path / "pack").exists()


def test_the_faults_of_all_articles_are_said_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    code, lines = run("extract", "gone.txt", "empty.txt", "good.txt")
    assert code == 1
    assert [line.split(":")[0] for line in lines] == ["gone.txt", "empty.txt"]


def test_a_checklist_with_five_faults_shows_five_lines(run: Run, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "flood_level.yaml").write_text(FIVE_FAULTS)
    code, lines = run("worksheet", "good.txt", "--checklists", "desk", "--out", "pack")
    assert code == 1
    places = [tuple(map(int, line.split(":")[1:3])) for line in lines]
    assert places == [(3, 11), (7, 10), (8, 8), (9, 1), (12, 17)], "\n".join(lines)
    hints = "\n".join(lines)
    for hint in ("high", "'quantity'", "'fields'", "'except'", "'rose'"):
        assert hint in hints
    assert not (tmp_path / "pack").exists()


def test_a_folder_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack").write_text("in the way")
    code, lines = run("worksheet", "good.txt", "--out", "pack")
    assert (code, len(lines)) == (1, 1)
    assert lines[0].startswith("pack: cannot write here")
    assert (tmp_path / "pack").read_text() == "in the way"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--published", "S9=2019-03-27"], "S9"),
        (["--published", "S1=yesterday"], "--published S1=yesterday: "),
        (["--date", "soon"], "--date: "),
        (["--pipeline", "en_no_such_pipeline"], "en_no_such_pipeline"),
        (["--checklists", "no-such-folder"], "no-such-folder"),
    ],
)
def test_an_option_that_makes_no_sense(run: Run, arguments: list[str], says: str) -> None:
    code, lines = run("extract", "good.txt", *arguments)
    assert (code, len(lines)) == (1, 1), lines
    assert says in lines[0]


@pytest.mark.parametrize(
    "arguments", [["worksheet"], ["extrct", "good.txt"], ["extract", "good.txt", "--format", "xml"], ["--nonsense"]]
)
def test_wrong_use_exits_with_2(run: Run, arguments: list[str]) -> None:
    code, _ = run(*arguments)
    assert code == 2


def test_a_bug_exits_with_3_and_says_the_versions(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("factcheck.run.run", broken)
    code, lines = run("extract", "good.txt")
    assert code == 3
    assert any("a wheel came off" in line for line in lines)
    assert any(line.startswith("factcheck 0.") for line in lines)
