"""What is remembered for the layout engine changes nothing on the pages, and HTML is read either way."""

from __future__ import annotations

from pathlib import Path

import flood
import pytest

from factcheck import render, worksheet
from factcheck.render import engine
from factcheck.worksheet.pack import Kind


def printed(templates: Path, kind: Kind = "cards", *, fillable: bool = False) -> bytes:
    form = worksheet.load_form()
    pack = worksheet.context(flood.session(), flood.CHECKLISTS, form=form, sheets=(kind,))
    return render.pdf(pack, templates=[templates], fillable=fillable, warn=pytest.fail)


def test_every_stand_in_knows_the_function_that_it_stands_in_for() -> None:
    assert {each.name for each in engine.stand_ins()} == set(engine.KNOWN)


def test_a_function_that_is_another_one_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engine.KNOWN, "strut", "of another version")
    assert {each.name for each in engine.stand_ins()} == set(engine.KNOWN) - {"strut"}


def test_afterwards_the_engine_is_as_it_was() -> None:
    stand_ins = engine.stand_ins()
    before = [getattr(each.owner, each.name) for each in stand_ins]
    with engine.quick(stand_ins):
        assert all(getattr(each.owner, each.name) is each.function for each in stand_ins)
    assert [getattr(each.owner, each.name) for each in stand_ins] == before == [each.own for each in stand_ins]


@pytest.mark.parametrize(("kind", "fillable"), [("cards", True), ("notes", False)])
def test_the_same_bytes_with_and_without(
    kind: Kind, fillable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Shares of what is around, of the page and of the letters, and functions of them, on each of two sheets.
    (tmp_path / "sheet.css").write_text(
        '{% include "factcheck/sheet.css" %}\n'
        ".words { padding-left: 10%; margin-bottom: .5vh; min-height: calc(1% + 2mm) }\n"
        ".group { border: 1pt solid #000; box-sizing: border-box; max-width: 97% }\n"
        "td p, .why { line-height: calc(1em + 1pt) }\n"
    )
    quick = printed(tmp_path, kind, fillable=fillable)
    monkeypatch.setattr(engine, "stand_ins", lambda: ())
    assert printed(tmp_path, kind, fillable=fillable) == quick


def test_html_that_is_no_xml_gives_the_same_pages(tmp_path: Path) -> None:
    def with_lead(lead: str) -> bytes:
        blocks = f"{{% block corrections %}}{{{{ super() }}}}{lead}{{% endblock %}}"
        (tmp_path / "index.html").write_text(f'{{% extends "factcheck/index.html" %}}{blocks}')
        return printed(tmp_path, "index")

    assert with_lead("<p class=lead>One<br>two&nbsp;three") == with_lead('<p class="lead">One<br/>two&#160;three</p>')
