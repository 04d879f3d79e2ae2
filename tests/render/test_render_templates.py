"""A desk's own templates: one block at a time, in a sandbox, with a place for every fault."""

from __future__ import annotations

import io
from pathlib import Path

import flood
import pypdf
import pytest

from factcheck import render, worksheet
from factcheck.errors import FactcheckError
from factcheck.worksheet.pack import Kind


def printed(folder: Path, kind: Kind = "cover") -> str:
    form = worksheet.load_form([folder])
    pack = worksheet.context(flood.session(), flood.CHECKLISTS, form=form, sheets=(kind,), only="S2")
    reader = pypdf.PdfReader(io.BytesIO(render.pdf(pack, templates=[folder])))
    return "\n".join(page.extract_text() for page in reader.pages)


def test_one_block_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "cover.html").write_text(
        '{% extends "factcheck/cover.html" %}'
        "{% block kinds %}<p>Call {{ pack.sources[0].publisher }} first.</p>{% endblock %}"
    )
    text = printed(tmp_path)
    assert "Call Nordwest Rundfunk first." in text
    assert "Facts by kind" not in text
    assert "Sign-off" in text


def test_a_block_can_keep_ours_and_add_to_it(tmp_path: Path) -> None:
    (tmp_path / "cards.html").write_text(
        '{% extends "factcheck/cards.html" %}'
        "{% block card scoped %}{{ super() }}<p>after {{ card.id }}</p>{% endblock %}"
    )
    text = printed(tmp_path, "cards")
    assert "after S2-01" in text
    assert "Verified against" in text


def test_the_words_of_the_form_are_printed(tmp_path: Path) -> None:
    (tmp_path / "form.yaml").write_text("labels: {sign_off: Unterschriften}\nsign_off: [Prüferin]\n", "utf-8")
    text = printed(tmp_path)
    assert "Unterschriften" in text
    assert "Prüferin" in text


def test_a_style_of_ones_own_goes_over_ours(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text('{% include "factcheck/page.css" %}\n@page { size: 210mm 400mm }\n')
    form = worksheet.load_form()
    pack = worksheet.context(flood.session(), flood.CHECKLISTS, form=form, sheets=("text",))
    reader = pypdf.PdfReader(io.BytesIO(render.pdf(pack, templates=[tmp_path])))
    assert {round(float(page.mediabox.height) / 72 * 25.4) for page in reader.pages} == {400}


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("one\n{% if %}\n", 2, "Expected an expression"),
        ("one\ntwo\n{{ pack.titel }}\n", 3, "has no attribute 'titel'"),
        ("{{ nothing }}\n", 1, "'nothing' is undefined"),
        ('{% include "none.html" %}\n', 1, "none.html"),
        ("one\n{{ ''.__class__.__mro__ }}\n", 2, "access to attribute '__class__'"),
        ("{{ pack.__init__.__globals__ }}\n", 1, "access to attribute '__init__'"),
    ],
)
def test_faults_have_a_place(tmp_path: Path, template: str, line: int, message: str) -> None:
    path = tmp_path / "cover.html"
    path.write_text(template)
    with pytest.raises(FactcheckError) as caught:
        printed(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (str(path), line)
    assert message in problem.message


def test_templates_cannot_fill_up_the_memory(tmp_path: Path) -> None:
    (tmp_path / "cover.html").write_text("{% for x in range(10000000000) %}x{% endfor %}")
    with pytest.raises(FactcheckError, match="too big"):
        printed(tmp_path)
