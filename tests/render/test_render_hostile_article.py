"""A hostile article, from its file to the printed page: read, marked and printed as the text that it is."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from factcheck import render, worksheet
from factcheck.checklist import Checklist
from factcheck.render import assets
from factcheck.run import run

FACT = "The mayor said on Monday that 12 people had died."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script> <img src=http://127.0.0.1:9/x.png>", "<script>alert(1)</script>"),
        ("</p></body><h1>Forged</h1><a href=javascript:alert(1)>here</a>", "<h1>Forged</h1>"),
        ("<style>*{display:none}</style> @page { size: 1mm } /* <!-- */", "@page { size: 1mm }"),
        ("[here](javascript:alert(1)) and ![x](file:///etc/passwd)", "here and x"),
        ("{{ 7 * 7 }} {% raw %} {# gone #} {{ pack.form }}", "{{ 7 * 7 }}"),
        ("w" * 5_000, "w" * 40),
        ("(" * 5_000, "(" * 40),
        ("a\x01b\x1b[31m\x7fc\x85d", "a b"),
        ("the file \u202egnp.exe\u202c is \u2066safe\u2069", "gnp.exe"),
        ("שלום and مرحبا", "שלום"),
        ("e" + "\u0301" * 300, "e"),
        ("&lt;b&gt; &#0; &nosuch;", "&lt;b&gt;"),
    ],
)
def test_it_is_printed_and_not_obeyed(
    text: str, shown: str, checklists: tuple[Checklist, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    fetch = assets.Assets.fetch

    def watched(self: assets.Assets, url: str, headers: object = None) -> object:
        asked.append(url)
        return fetch(self, url, headers)

    monkeypatch.setattr(assets.Assets, "fetch", watched)
    path = tmp_path / "article.txt"
    path.write_text(f"{FACT}\n\n{text}\n\n{FACT}\n", "utf-8")
    session = run([path], checklists=checklists)
    pack = worksheet.context(session, checklists, form=worksheet.load_form(), sheets=("cards", "text"))
    reader = pypdf.PdfReader(io.BytesIO(render.pdf(pack)))
    printed = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert "".join(shown.split()) in "".join(printed.split())
    assert "12 people" in printed
    assert all(url.startswith(assets.BASE + "fonts/") for url in asked)
    links = [annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())]
    assert not [link["/A"]["/URI"] for link in links if "/A" in link and "/URI" in link["/A"]]
