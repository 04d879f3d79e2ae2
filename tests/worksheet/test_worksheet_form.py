"""A desk's own form: what it may say, and what is said about its faults."""

from __future__ import annotations

import io
import json
from pathlib import Path

import flood
import jsonschema_rs
import pypdf
import pytest
import yaml

from factcheck import render, worksheet
from factcheck.errors import FactcheckError
from factcheck.resources import shipped
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
        ("sign_of: [A]\n", 1, 1, "unknown key 'sign_of': did you mean 'sign_off'?"),
        ("language: en\nsign_off: Checker\n", 2, 11, "'sign_off' must be a list (one '- entry' a line)"),
        ("paper: A3\n", 1, 8, "'A3' is not one of A4, Letter"),
        ("labels:\n  wroksheet: x\n", 2, 3, "there is no label 'wroksheet': did you mean 'worksheet'?"),
        ("statuses:\n  - {key: ok, letter: V, label: Fine}\n", 2, 5, "'meaning' is missing"),
        ("short_blanks:\n  - {key: a b, width: 1}\n", 2, 11, "'a b' must be a name of small letters, digits and _"),
        ("short_blanks:\n  - {key: a, width: wide}\n", 2, 21, "'wide' must be a number above 0: its share of the row"),
        ("short_blanks:\n  - {key: a, width: 0.0}\n", 2, 21, "'0.0' must be a number above 0: its share of the row"),
        ("short_blanks:\n  - {key: a, width: 1}\n  - {key: a, width: 2}\n", 3, 11, "the key 'a' stands here a second"),
        ("blanks:\n  - - {key: a, width: 1}\n  - - {key: a, width: 2}\n", 3, 13, "the key 'a' stands here a second"),
        ("short_blanks:\n  - {key: a, width: 1, kind: dat}\n", 2, 30, "did you mean 'date'?"),
        ("short_blanks:\n  - {key: a, width: 1, kind: choice}\n", 2, 30, "a choice needs its boxes"),
        (
            "short_blanks:\n  - {key: a, width: 1, kind: url, choices: {b: B}}\n",
            2,
            30,
            "a choice or choices, not 'url'",
        ),
        ("how: [a\n", 1, 6, "'[' is never closed with ']', or a comma is missing"),
        ("- a\n", 1, 1, "the file must be a mapping"),
        ("", 1, 1, "the file is empty"),
        ("labels:\n\tworksheet: x\n", 2, 1, "a tab: indent with spaces"),
        ("how: *a\n", 1, 6, "is an alias of YAML's"),
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
        form.load([write(tmp_path, "languages: 3\nsign_off: 4\nlabels: {x: y}\n")])
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]


def test_two_statuses_cannot_share_a_letter(tmp_path: Path) -> None:
    status = "  - {key: %s, letter: V, label: L, meaning: M}\n"
    with pytest.raises(FactcheckError, match="the letter 'V' stands here a second time"):
        form.load([write(tmp_path, "statuses:\n" + status % "a" + status % "b")])


def test_every_kind_of_blank(tmp_path: Path) -> None:
    plain = ("text", "long", "number", "date", "url", "signature")
    rows = [f"  - {{key: {kind}, width: 1.5, kind: {kind}}}\n" for kind in plain]
    rows += [f"  - {{key: {kind}, width: 1, kind: {kind}, choices: {{no: No}}}}\n" for kind in ("choice", "choices")]
    rows += ["  - {key: usual, width: 1}\n", "  - {key: ticks, width: 1, choices: {no: No}}\n"]
    own = form.load([write(tmp_path, "short_blanks:\n" + "".join(rows))]).short_blanks
    assert [blank.kind for blank in own] == [*plain, "choice", "choices", "text", "choices"]
    assert own[-1].choices == (("no", "No"),)


def test_blanks_are_fields_of_their_kind(tmp_path: Path) -> None:
    plain = ("text", "long", "number", "date", "url", "signature")
    blanks = [f"  - {{key: {kind}, width: 1, kind: {kind}}}\n" for kind in plain]
    boxes = "choices: {yes: Yes, no: No}"
    blanks += [f"  - {{key: {kind}, width: 1, kind: {kind}, {boxes}}}\n" for kind in ("choice", "choices")]
    own = form.load([write(tmp_path, "short_blanks:\n" + "".join(blanks) + "blanks: []\n")])
    session = flood.session()
    pack = worksheet.context(session, flood.CHECKLISTS, form=own, sheets=("cards",))
    fields = pypdf.PdfReader(io.BytesIO(render.pdf(pack, fillable=True))).get_fields() or {}
    (fact, *_) = (each.id for each in session.assertions if each.priority == "normal")
    kinds = {name.removeprefix(f"{fact}/"): each["/FT"] for name, each in fields.items() if name.startswith(fact)}
    written = dict.fromkeys(("text", "long", "number", "date", "url"), "/Tx")
    ticked = dict.fromkeys(("choice", "choices_yes", "choices_no"), "/Btn")
    assert written.items() | ticked.items() <= kinds.items()
    assert "signature" not in kinds
    assert list(fields[f"{fact}/choice"]["/Opt"]) == ["yes", "no"]


def test_a_form_can_be_named_itself(tmp_path: Path) -> None:
    write(tmp_path, "legal: §\n")
    assert form.load([tmp_path / "form.yaml"]).legal == "§"
    with pytest.raises(FactcheckError, match="there is no such folder of templates, or form"):
        form.load([tmp_path / "from.yaml"])


def test_the_schema_is_one_and_the_shipped_form_keeps_it() -> None:
    schema = json.loads((shipped("checklists") / "form.schema.json").read_text("utf-8"))
    jsonschema_rs.meta.validate(schema)
    content = yaml.safe_load((shipped("templates") / "form.yaml").read_text("utf-8"))
    assert not list(jsonschema_rs.Draft202012Validator(schema).iter_errors(content))


def test_a_form_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "form.yaml").write_bytes(b"language: \xff\n")
    with pytest.raises(FactcheckError, match="is not UTF-8"):
        form.load([tmp_path])
