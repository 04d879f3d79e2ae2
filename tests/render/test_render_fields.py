"""What fields are called, also where an article has gained a paragraph, and how they show a text."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest

from factcheck import render, worksheet
from factcheck.checklist import Checklist
from factcheck.render.finish import MULTILINE
from factcheck.run import run

FIRST = """\
---
title: Fire at the harbour
published: 2024-05-02
---

Three people died in a fire at the harbour of Port Ellis on Tuesday, Fire chief Jane Roe said.

"We had 40 engines there within 20 minutes," Roe told reporters. Mayor Tom B. Lund said the damage was $2 million.
"""
SECOND = """\
---
title: What burned at Port Ellis
published: 2024-05-03
---

Four people died in the fire on Tuesday, Mayor Tom B. Lund said. Union leader Ada Kahn accused Lund of closing the
fire station at the harbour in March 2023.
"""
MORE = """
Harbour master Olaf Brandt said on Thursday that 12 ships had left. "It was 5 degrees below zero," Lund said. Brandt
accused Roe of arriving 30 minutes late.
"""


def fields(folder: Path, first: str, checklists: tuple[Checklist, ...]) -> dict[str, Any]:
    """All fields by name."""
    paths = [folder / "first.txt", folder / "second.txt"]
    for path, text in zip(paths, (first, SECOND), strict=True):
        path.write_text(text, "utf-8")
    pack = worksheet.context(run(paths, checklists=checklists), checklists, form=worksheet.load_form())
    reader = pypdf.PdfReader(io.BytesIO(render.pdf(pack, fillable=True)))
    widgets = [each.get_object() for page in reader.pages for each in page.get("/Annots", ())]
    named = [(str(each["/T"]), each) for each in widgets if "/T" in each]
    assert len({name for name, _ in named}) == len(named)
    return dict(named)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, checklists: tuple[Checklist, ...]) -> dict[str, Any]:
    return fields(tmp_path_factory.mktemp("articles"), FIRST, checklists)


def test_a_paragraph_more_leaves_every_field_its_name(
    before: dict[str, Any], tmp_path: Path, checklists: tuple[Checklist, ...]
) -> None:
    after = fields(tmp_path, FIRST + MORE, checklists)
    assert {name: field["/TU"] for name, field in before.items()} == {name: after[name]["/TU"] for name in before}
    assert len(after) > len(before) + 20


@pytest.mark.parametrize(
    "name",
    [
        "S1-01/status_ok", "S2-01/source", "note/S1-01/to_print", "call/jane roe/phone", "call/tom b lund/by",
        "cover/S2/checker", "sign/Editor/name", "corrections/1/as_printed",
    ],
)  # fmt: skip
def test_a_name_says_where_the_field_is(name: str, before: dict[str, Any]) -> None:
    assert name in before


def test_viewers_choose_how_large_a_line_is_and_not_how_large_several_are(before: dict[str, Any]) -> None:
    texts = [field for field in before.values() if field["/FT"] == "/Tx"]
    sizes = {(bool(field.get("/Ff", 0) & MULTILINE), field["/DA"].split()[-2]) for field in texts}
    assert {size for several, size in sizes if not several} == {"0"}
    assert all(float(size) >= 6 for several, size in sizes if several)
