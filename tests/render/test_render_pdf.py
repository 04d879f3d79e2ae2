"""What is in the file: text, fields, links, files, and the same bytes each time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import flood
import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from factcheck import render, worksheet
from factcheck.errors import FactcheckError
from factcheck.models import Session
from factcheck.worksheet.pack import Pack

RIGHT_TO_LEFT = "\u05e9\u05dc\u05d5\u05dd"
WRITTEN = f"Žluťoučký 5 €\nsecond line — “quoted” \U0001f600 {RIGHT_TO_LEFT}"


def pack_of(session: Session | None = None, **options: object) -> Pack:
    return worksheet.context(session or flood.session(), flood.CHECKLISTS, form=worksheet.load_form(), **options)  # type: ignore[arg-type]


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(data).pages)


@pytest.fixture(scope="module")
def fillable() -> bytes:
    return render.pdf(pack_of(only="S2"), fillable=True, warn=pytest.fail)


def test_the_same_pack_gives_the_same_bytes(pack: Pack, printed: bytes) -> None:
    assert render.pdf(pack) == printed


def test_the_fonts_of_the_machine_do_not_matter(tmp_path: Path) -> None:
    """In a new process, with a font configuration that has no fonts at all."""
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>")
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import flood; from factcheck import render, worksheet;"
        "pack = worksheet.context(flood.session(), flood.CHECKLISTS, form=worksheet.load_form(), sheets=['text']);"
        "print(hashlib.sha256(render.pdf(pack)).hexdigest())"
    )
    command = [sys.executable, "-c", script, str(Path(flood.__file__).parent)]
    digests = {
        subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
        for env in (dict(os.environ), os.environ | {"FONTCONFIG_FILE": str(empty)})
    }
    assert len(digests) == 1


def test_every_page_says_where_it_belongs(pack: Pack, printed: bytes) -> None:
    pages = [page.extract_text() for page in read(printed).pages]
    assert all(pack.fingerprint in page and pack.title in page for page in pages)
    assert sum("Cover · page 1 of 1" in page for page in pages) == 1
    first = next(page for page in pages if "S1 · page 1 of 2" in page)
    assert "S1-01–09, 18–20" in first


def test_facts_on_a_page_are_said_in_short() -> None:
    from factcheck.render.running import ranges

    assert ranges(["S2-01", "S1-03", "S1-09", "S1-10", "S1-11"]) == "S1-03, 09–11, S2-01"
    assert ranges([]) == ""


def test_the_file_has_a_language_a_title_tags_and_bookmarks(printed: bytes) -> None:
    reader = read(printed)
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Fact-check worksheet: Halden: the first 72 hours"
    titles = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert titles[:2] == ["Fact-check worksheet: Halden: the first 72 hours", "Where the articles meet"]
    assert any(title.startswith("S1 ") for title in titles)


def test_dates_in_the_file_are_those_of_the_session(printed: bytes) -> None:
    metadata = read(printed).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == date(2025, 3, 15)


def test_on_paper_there_are_no_fields(printed: bytes) -> None:
    assert not read(printed).get_fields()


def test_every_fact_has_its_fields(fillable: bytes) -> None:
    fields = read(fillable).get_fields() or {}
    for fact in flood.session().assertions[-9:]:
        assert {f"{fact.id}/status_{key}" for key in ("ok", "corrected", "disputed", "open", "cut")} <= fields.keys()
        assert {f"{fact.id}/source", f"{fact.id}/initials"} <= fields.keys()
    assert {"S2-01/kind_primary", "S2-01/correction", "S2-01/second", "sign/Editor/name"} <= fields.keys()
    assert not [name for name in fields if "." in name]  # a full stop would make a tree of fields


def test_what_is_filled_in_is_read_back(fillable: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(fillable))
    fields = read(fillable).get_fields() or {}
    values = {name: "/on" if field["/FT"] == "/Btn" else f"{name} {WRITTEN}" for name, field in fields.items()}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    saved = io.BytesIO()
    writer.write(saved)
    found = read(saved.getvalue()).get_fields() or {}
    assert {name: field.get("/V") for name, field in found.items()} == values


def test_a_box_has_a_look_for_both_states(fillable: bytes) -> None:
    boxes = [field for field in (read(fillable).get_fields() or {}).values() if field["/FT"] == "/Btn"]
    assert boxes
    assert all(set(field["/_States_"]) == {"/on", "/Off"} for field in boxes if "/_States_" in field)


def test_fields_lie_inside_their_card(fillable: bytes) -> None:
    """Of A4, which is 210 mm wide, with margins of 18 mm."""
    for page in read(fillable).pages:
        for annotation in page.get("/Annots", ()):
            left, _, right, _ = (float(edge) / 72 * 25.4 for edge in annotation.get_object()["/Rect"])
            assert 17.9 <= left < right <= 192.1 or float(page.mediabox.width) > 800


def test_fields_say_what_they_are_for(fillable: bytes) -> None:
    fields = read(fillable).get_fields() or {}
    assert all(field.get("/TU") for field in fields.values())
    assert fields["S2-01/status_ok"]["/TU"] == "S2-01: Verified"


def test_files_are_attached() -> None:
    pack = pack_of(sheets=("text",))
    data = render.pdf(pack, attach={"session.json": b"{}\n"})
    assert read(data).attachments == {"session.json": [b"{}\n"]}
    assert data == render.pdf(pack, attach={"session.json": b"{}\n"})


# The layout engine leaves the file of its colour profile for the garbage collector to close.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO name=.*sRGB2014.icc")
def test_an_archive_copy_says_so_and_has_no_fields() -> None:
    pack = pack_of(sheets=("cover", "text"))
    data = render.pdf(pack, archive=True, warn=pytest.fail)
    metadata = read(data).trailer["/Root"]["/Metadata"].get_data()
    assert b'part="3"' in metadata
    assert b'conformance="A"' in metadata
    with pytest.raises(ValueError, match="no fields"):
        render.pdf(pack, archive=True, fillable=True)


def test_a_pack_can_be_handed_out_in_parts() -> None:
    parts = render.split(pack_of(sheets=("cover", "text")))
    assert list(parts) == ["desk", "S1", "S2"]
    assert "What we know" not in text_of(parts["S1"])
    assert "Sign-off" in text_of(parts["desk"])


def test_a_pack_without_sheets_is_said() -> None:
    with pytest.raises(FactcheckError, match="none of the sheets"):
        render.pdf(pack_of(only="S1", sheets=("notes",)))


def test_progress_is_told_sheet_by_sheet() -> None:
    told: list[str] = []
    render.pdf(pack_of(sheets=("cover", "text")), progress=told.append)
    assert [line.split(":")[0] for line in told] == ["Cover", "S1 text", "S2 text"]


SIGNS = Session(
    "Signs", None, (flood.article("S1", f"The sign read 北京 and {RIGHT_TO_LEFT}.", title="Signs"),), (), (), ()
)


def test_a_sign_that_the_fonts_do_not_have_is_said() -> None:
    said: list[str] = []
    render.pdf(pack_of(SIGNS), warn=said.append)
    assert said == ["the fonts have no sign for 京 (U+4EAC), 北 (U+5317); an empty box stands in its place"]


def test_hebrew_and_arabic_are_printed() -> None:
    article = flood.article("S1", f"It read {RIGHT_TO_LEFT} {RIGHT_TO_LEFT} and مرحبا.", title="Signs")
    data = render.pdf(pack_of(Session("Signs", None, (article,), (), (), ()), sheets=["text"]), warn=pytest.fail)
    fonts = {str(font) for page in read(data).pages for font in page["/Resources"]["/Font"]}
    assert len(fonts) > 4
    assert RIGHT_TO_LEFT in text_of(data)


def test_a_desk_adds_a_font_by_putting_it_into_its_folder(tmp_path: Path) -> None:
    glyphs = ["space", "north", "capital"]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", *glyphs])
    builder.setupCharacterMap({ord(" "): "space", ord("北"): "north", ord("京"): "capital"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in [".notdef", *glyphs]})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *glyphs], (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Desk Han", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    (tmp_path / "fonts").mkdir()
    builder.save(tmp_path / "fonts" / "desk's own.ttf")
    data = render.pdf(pack_of(SIGNS, sheets=["text"]), templates=[tmp_path], warn=pytest.fail)
    named = {
        font.get_object()["/BaseFont"] for page in read(data).pages for font in page["/Resources"]["/Font"].values()
    }
    assert any("Added" in name or "Desk" in name for name in named)
