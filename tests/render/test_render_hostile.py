"""Article text is printed, whatever it is, and never obeyed."""

from __future__ import annotations

import io

import flood
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import render, worksheet
from factcheck.models import Assertion, Attribution, Session, Statement, Text
from factcheck.render import assets
from factcheck.worksheet.pack import Kind

MARKUP = [
    "<script>alert(1)</script><img src=http://127.0.0.1:9/x.png><style>*{display:none}</style>",
    "</p></body></html><h1>Forged</h1><a href=javascript:alert(1)>here</a>",
    "<input type=text name=S1-01/source value=forged><link rel=attachment href=file:///etc/passwd>",
    "{{ 7 * 7 }} {% for x in range(9) %}{{ x }}{% endfor %} {# gone #} {{ pack.form }}",
    "@page { size: 1mm } body { background: url(file:///etc/passwd) } } */ /* <!-- --> <![CDATA[ ]]>",
    "&lt;b&gt; &amp;amp; &#0; &nosuch; &#x202e;",
]
OTHER = [
    "w" * 5_000,
    "\u0301" * 300 + " e" + "\u0301" * 300,
    "a\x00b\x01c\x1b[31m\x7f\x85\ufeff\u2028",
    "abc \u202egnp.exe\u202c \u2066x\u2069 \u200fy",
    "\ud800 \udfff \ufffe \uffff \U0010ffff",
    "שלום عالم 北京 😀 \u200b\u200d\u00ad",
    " \t \u00a0 ",
]


def hostile(*texts: str) -> Session:
    """A session where each text is everywhere that text can be: a paragraph, a fact and a speaker for each."""
    texts = tuple(text.replace("\n", " ") for text in texts)
    article = flood.article("S1", "\n".join(texts), title=texts[0][:200], publisher=texts[-1][:200])
    facts = []
    start = 0
    for number, text in enumerate(texts, 1):
        said_by = Attribution(text[:99], text[:99], text[:20], "mixed", 0, 1, role=text[:99], candidates=(text[:99],))
        facts.append(
            Assertion(
                f"S1-{number:02d}", "S1", "quote", text, start, start + len(text),
                Statement(text, start, start + len(text)), number, number, Text(words=text, reason=text),
                {"place": text + "!"}, said_by, False, "high", text,
            )
        )  # fmt: skip
        start += len(text) + 1
    return Session(texts[0][:200], None, (article,), tuple(facts), (), ())


def printed(session: Session, *sheets: Kind, **options: bool) -> pypdf.PdfReader:
    pack = worksheet.context(session, flood.CHECKLISTS, form=worksheet.load_form(), sheets=sheets)
    return pypdf.PdfReader(io.BytesIO(render.pdf(pack, **options)))


@pytest.fixture(autouse=True)
def no_fetching(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that a page asks for, but for the fonts."""
    asked: list[str] = []
    fetch = assets.Assets.fetch

    def watched(self: assets.Assets, url: str, headers: object = None) -> object:
        if not url.startswith(assets.BASE + "fonts/"):
            asked.append(url)
        return fetch(self, url, headers)

    monkeypatch.setattr(assets.Assets, "fetch", watched)
    return asked


def test_markup_is_printed_as_it_stands(no_fetching: list[str]) -> None:
    reader = printed(hostile(*MARKUP), fillable=True)
    shown = "".join("".join(page.extract_text().split()) for page in reader.pages).replace("\u200b", "")
    for text in MARKUP:
        assert "".join(text.split()) in shown
    assert no_fetching == []
    assert all(field.get("/V") in ("", "/Off") for field in (reader.get_fields() or {}).values())
    links = [annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())]
    assert not [link["/A"]["/URI"] for link in links if "/A" in link]


def test_odd_characters_are_printed_somehow(no_fetching: list[str]) -> None:
    assert len(printed(hostile(*OTHER)).pages) >= 5
    assert no_fetching == []


def test_marks_that_turn_the_text_are_shown_instead_of_obeyed() -> None:
    said: list[str] = []
    pack = worksheet.context(hostile("the file \u202efdp.exe"), (), form=worksheet.load_form(), sheets=("cards",))
    reader = pypdf.PdfReader(io.BytesIO(render.pdf(pack, warn=said.append)))
    assert "the file □fdp.exe" in reader.pages[0].extract_text()
    assert "U+202E" in said[0]


def test_a_word_of_5000_letters_is_broken_and_whole() -> None:
    shown = "".join(page.extract_text() for page in printed(hostile("w" * 5_000), "cards").pages)
    assert shown.count("w") >= 5_000


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=300))
def test_any_text_renders(text: str) -> None:
    assert printed(hostile(text), "cards", "text").pages


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x", "https://example.org/x.css", "data:text/css,*{}", "file:///etc/passwd",
        "file:///templates/../etc/passwd", "file:///templates/%2e%2e/%2e%2e/etc/passwd", "file:///templates/fonts/",
        "file:///templates/sheet.css?x=1", "ftp://example.org/x", "file://host/templates/sheet.css",
    ],
)  # fmt: skip
def test_only_files_of_the_templates_are_given_out(url: str) -> None:
    from factcheck.resources import shipped

    with pytest.raises(ValueError, match="not a file of the templates"):
        assets.Assets([shipped("templates")]).fetch(url)
