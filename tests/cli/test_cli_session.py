"""session.yaml: what it may say, what wins over it, and what is said about its faults."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema_rs
import pytest

from factcheck import assignment
from factcheck.checklist import Checklist
from factcheck.cli import main
from factcheck.errors import FactcheckError
from factcheck.resources import shipped
from factcheck.worksheet import load_form

STORM = "The storm killed two people in Harrow on Monday, police said. It cost $5 million.\n"
FULL = """\
# yaml-language-server: $schema=session.schema.json
title: Harrow, Tuesday
date: 2024-11-20
checkers: [Ana Ruiz, Ben Okafor]
articles:
  - storm.txt
  - file: later.md
    title: What we know
    publisher: The Bay Herald
    byline: Marcus Hale
    published: 18 November 2024
    url: https://example.org/later
    checker: Ana Ruiz
checklists:
  folders: [desk]
  only: [disasters, money]
  without: [damage_cost]
priorities: {disasters: low, death_toll: high}
form: desk/form.yaml
templates: [desk]
paper: Letter
group_by: type
out: pack
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "storm.txt").write_text(STORM)
    (tmp_path / "later.md").write_text("Four people died in the storm, the mayor said.\n")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "form.yaml").write_text("sign_off: [Desk]\n")
    return tmp_path


def session(home: Path, text: str) -> Path:
    path = home / "session.yaml"
    path.write_text(text)
    return path


def test_what_a_file_says(home: Path) -> None:
    given = assignment.read(session(home, FULL))
    assert given.articles == (home / "storm.txt", home / "later.md")
    later = given.known[home / "later.md"]
    assert (later.title, later.publisher, later.byline) == ("What we know", "The Bay Herald", "Marcus Hale")
    assert (later.published, later.url) == (date(2024, 11, 18), "https://example.org/later")
    assert given.given_to == {str(home / "later.md"): "Ana Ruiz"}
    assert (given.title, given.date, given.checkers) == (
        "Harrow, Tuesday",
        date(2024, 11, 20),
        ("Ana Ruiz", "Ben Okafor"),
    )
    assert (given.folders, given.templates, given.form) == (
        (home / "desk",),
        (home / "desk",),
        home / "desk" / "form.yaml",
    )
    assert (given.paper, given.group_by, given.out) == ("Letter", "type", home / "pack")


def test_a_file_that_names_no_articles_stands_for_its_folder(home: Path) -> None:
    assert assignment.read(session(home, "title: Harrow\n")).articles == (home,)


def test_types_and_packs_are_picked_and_ranked(home: Path, checklists: tuple[Checklist, ...]) -> None:
    chosen = {each.type: each for each in assignment.read(session(home, FULL)).chosen(checklists)}
    assert {each.pack for each in chosen.values()} == {"disasters", "general"}
    assert "damage_cost" not in chosen and "money" in chosen
    assert chosen["death_toll"].priority == "high"
    assert {each.priority for each in chosen.values() if each.pack == "disasters"} == {"high", "low"}


def test_without_a_word_on_checklists_all_stay_as_they_are(checklists: tuple[Checklist, ...]) -> None:
    assert assignment.Assignment().chosen(checklists) == checklists


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["1:1: the file is empty"]),
        ("- storm.txt\n", ["1:1: the file must be a mapping (name: value)"]),
        ("titel: x\n", ["1:1: unknown key 'titel': did you mean 'title'?"]),
        ("date: soon\n", ["1:7: 'soon' is no date: write it as 2019-03-28"]),
        ("type: x\nphrases: [x]\n", ["is a checklist, not a session: give its folder with --checklists"]),
        ("articles: storm.txt\n", ["1:11: 'articles' must be a list (one '- entry' a line)"]),
        ("articles: [strom.txt]\n", ["1:12: there is no article 'strom.txt': did you mean 'storm.txt'?"]),
        (
            "articles: [desk/from.yaml]\n",
            ["1:12: there is no article 'desk/from.yaml': did you mean 'desk/form.yaml'?"],
        ),
        ("articles: [storm.txt, storm.txt]\n", ["1:23: the article 'storm.txt' stands here a second time"]),
        ("articles: [[a]]\n", ["1:12: must be a file, or a mapping that begins with file:"]),
        ("articles:\n  - published: 2019-03-27\n", ["2:5: 'file' is missing"]),
        (
            "articles:\n  - file: storm.txt\n    publishd: 2019-03-27\n",
            ["3:5: unknown key 'publishd': did you mean 'published'?"],
        ),
        (
            "articles:\n  - file: storm.txt\n    published: Monday\n",
            ["3:16: 'Monday' is no date: write it as 2019-03-28"],
        ),
        (
            "paper: A3\ngroup_by: topic\n",
            ["1:8: 'A3' is not one of A4, Letter", "2:11: 'topic' is not one of source, speaker, type"],
        ),
        ("priorities: {money: hihg}\n", ["1:21: 'hihg' is not one of high, normal, low: did you mean 'high'?"]),
        ("form: form.yaml\n", ["1:7: there is no form 'form.yaml'"]),
        ("templates: [layout]\n", ["1:13: there is no folder 'layout'"]),
        ("checklists: {folders: [dsk]}\n", ["1:24: there is no folder 'dsk': did you mean 'desk'?"]),
        ("checklists: {onyl: [money]}\n", ["1:14: unknown key 'onyl': did you mean 'only'?"]),
        ("title: a\ntitle: b\n", ["2:1: 'title' stands here a second time, first on line 1: join the two"]),
        (
            "checkers: [&a Ana]\n",
            ["1:12: '&a' is an anchor of YAML's, not used here: quote a text that starts with '&'"],
        ),
    ],
)
def test_faults_have_a_place(home: Path, text: str, faults: list[str]) -> None:
    path = session(home, text)
    with pytest.raises(FactcheckError) as caught:
        assignment.read(path)
    assert [str(each).removeprefix(f"{path}:").strip() for each in caught.value.problems] == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "priorities: {mony: high}\n",
            ["1:14: 'mony' is neither a type nor a pack of checklists: did you mean 'money'?"],
        ),
        (
            "checklists: {only: [xyz], without: [disaster]}\n",
            [
                "1:21: 'xyz' is neither a type nor a pack of checklists: factcheck checklists list shows them",
                "1:37: 'disaster' is neither a type nor a pack of checklists: did you mean 'disasters'?",
            ],
        ),
        ("checklists: {only: [money], without: [general]}\n", ["1:21: no checklist is left"]),
    ],
)
def test_names_of_checklists_are_known(
    home: Path, checklists: tuple[Checklist, ...], text: str, faults: list[str]
) -> None:
    path = session(home, text)
    with pytest.raises(FactcheckError) as caught:
        assignment.read(path).chosen(checklists)
    assert [str(each).removeprefix(f"{path}:").strip() for each in caught.value.problems] == faults


def test_the_examples_of_the_docs_hold(tmp_path: Path, checklists: tuple[Checklist, ...]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "sessions.md").read_text("utf-8")
    written, form = re.findall(r"```yaml\n(.*?)```", page, re.S)
    for name in ("agency.txt", "analysis.md"):
        (tmp_path / name).write_text(STORM)
    (tmp_path / "our-desk" / "checklists").mkdir(parents=True)
    given = assignment.read(session(tmp_path, written))
    ranks = {each.type: each.priority for each in given.chosen(checklists)}
    assert (ranks["quantity"], ranks["troop_count"], "superlative" in ranks) == ("low", "high", False)
    (tmp_path / "form.yaml").write_text(form)
    assert [blank.kind for row in load_form([tmp_path]).blanks for blank in row] == ["text", "choice", "date", "url"]


def test_the_docs_name_every_key() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sessions.md").read_text("utf-8")
    for name in ("session", "form"):
        schema = json.loads((shipped("checklists") / f"{name}.schema.json").read_text("utf-8"))
        assert [key for key in schema["properties"] if f"`{key}`" not in page] == []


def test_the_schema_is_one_and_knows_every_key() -> None:
    schema = json.loads((shipped("checklists") / "session.schema.json").read_text("utf-8"))
    jsonschema_rs.meta.validate(schema)
    assert all(key in FULL for key in schema["properties"])


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["factcheck", *map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code if isinstance(left.value.code, int) else 0


@pytest.mark.parametrize("by", ["file", "folder"])
def test_extract_takes_a_session(
    home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], by: str
) -> None:
    path = session(home, FULL)
    assert run(monkeypatch, "extract", path if by == "file" else home, "--format", "json") == 0
    found = json.loads(capfd.readouterr().out)
    assert [(each["title"], each["published"]) for each in found["articles"]][1] == ("What we know", "2024-11-18")
    ranks = {each["type"]: each["priority"] for each in found["assertions"]}
    assert ranks == {"death_toll": "high", "money": ranks["money"]}


def test_the_command_line_wins(home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    path = session(home, FULL)
    published = ("--published", "S2=2020-01-01")
    out = ("--out", home / "other")
    assert (
        run(
            monkeypatch,
            "worksheet",
            path,
            "--title",
            "Mine",
            "--date",
            "2020-01-02",
            "--sheet",
            "cover",
            *published,
            *out,
        )
        == 0
    )
    written = {Path(line).parent for line in capfd.readouterr().out.splitlines()}
    assert written == {home / "other"}
    found = json.loads((home / "other" / "session.json").read_text())
    assert [each["published"] for each in found["articles"]] == [None, "2020-01-01"]


def test_one_session_at_a_time(home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    path = session(home, FULL)
    assert run(monkeypatch, "extract", path, home) == 1
    assert "is a second session" in capfd.readouterr().err
