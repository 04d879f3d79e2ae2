"""What a screen reader finds in the file, and what an archive must not.

Of ISO 14289-1 and ISO 19005-3, the parts that a program can judge by itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from fontTools.ttLib import TTFont
from pypdf.generic import ArrayObject, ContentStream

from factcheck import render
from factcheck.worksheet.pack import Pack

PAINTING = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do"}
"""Operators that leave something on the page (ISO 32000-1, annex A)."""
PARENTS = {
    "/TR": {"/Table", "/THead", "/TBody"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
}
"""What holds the parts of a table (ISO 32000-1, 14.8.4.3.4)."""


# The layout engine leaves the file of its colour profile for the garbage collector to close.
pytestmark = pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO name=.*sRGB2014.icc")


@pytest.fixture(scope="module")
def readers(pack: Pack, printed: bytes) -> dict[str, pypdf.PdfReader]:
    """The pack as it is printed, filled in on a screen, and kept."""
    files = {"plain": printed, "fillable": render.pdf(pack, fillable=True), "archive": render.pdf(pack, archive=True)}
    return {name: pypdf.PdfReader(io.BytesIO(data)) for name, data in files.items()}


@pytest.fixture(params=["plain", "fillable", "archive"])
def reader(request: pytest.FixtureRequest, readers: dict[str, pypdf.PdfReader]) -> pypdf.PdfReader:
    return readers[request.param]


@pytest.fixture
def archive(readers: dict[str, pypdf.PdfReader]) -> pypdf.PdfReader:
    return readers["archive"]


def marked(page: pypdf.PageObject) -> Iterator[tuple[int | None, Any]]:
    """For everything that a page paints, the number that tags it, or what the artifact is that it belongs to."""
    open_: list[tuple[int | None, Any]] = []
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator in (b"BDC", b"BMC"):
            about = operands[1] if operator == b"BDC" else {}
            artifact = (about.get("/Subtype") or "artifact") if operands[0] == "/Artifact" else None
            open_.append((about.get("/MCID"), artifact))
        elif operator == b"EMC":
            open_.pop()
        elif operator in PAINTING:
            numbers = [number for number, _ in open_ if number is not None]
            artifacts = [artifact for _, artifact in open_ if artifact]
            yield numbers[-1] if numbers else None, artifacts[-1] if artifacts else None


def tree(reader: pypdf.PdfReader) -> Iterator[tuple[str, Any]]:
    """Every structure element with the kind of its parent, in reading order."""

    def below(kids: Any, parent: str) -> Iterator[tuple[str, Any]]:
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            element = kid.get_object()
            if isinstance(element, dict) and "/S" in element:
                yield parent, element
                yield from below(element["/K"], element["/S"])

    yield from below(root(reader)["/StructTreeRoot"]["/K"], "")


def page_annotations(page: Any) -> list[Any]:
    return [each.get_object() for each in page.get("/Annots", ())]


def every_annotation(reader: pypdf.PdfReader) -> list[Any]:
    return [each for page in reader.pages for each in page_annotations(page)]


def root(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]


def metadata(reader: pypdf.PdfReader) -> bytes:
    return bytes(root(reader)["/Metadata"].get_data())


def test_everything_on_a_page_is_tagged_or_an_artifact(reader: pypdf.PdfReader) -> None:
    numbers = root(reader)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in reader.pages:
        shown = list(marked(page))
        assert all((tag is None) != (artifact is None) for tag, artifact in shown)
        for tag in {tag for tag, _ in shown if tag is not None}:
            assert parents[page["/StructParents"]][tag]["/Pg"] == page
        assert {"/Header", "/Footer"} <= {artifact for _, artifact in shown}


def test_elements_stand_where_they_belong(reader: pypdf.PdfReader) -> None:
    for parent, element in tree(reader):
        assert parent in PARENTS.get(element["/S"], {parent})
        if element["/S"] == "/TH":
            assert element["/A"]["/Scope"] in ("/Row", "/Column")
            assert element["/ID"]


def test_no_level_of_headings_is_left_out(reader: pypdf.PdfReader) -> None:
    levels = [int(element["/S"][2:]) for _, element in tree(reader) if element["/S"][:2] == "/H"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_rows_of_a_table_are_of_one_length(reader: pypdf.PdfReader) -> None:
    tables: list[list[int]] = []
    for _, element in tree(reader):
        if element["/S"] == "/Table":
            tables.append([])
        elif element["/S"] == "/TR":
            tables[-1].append(sum(cell.get_object()["/A"].get("/ColSpan", 1) for cell in element["/K"]))
    assert tables
    assert all(len(set(rows)) == 1 for rows in tables)


def test_links_and_fields_say_what_they_are(reader: pypdf.PdfReader) -> None:
    for each in every_annotation(reader):
        assert each["/Contents" if each["/Subtype"] == "/Link" else "/TU"].strip()
        assert each["/F"] == 4  # printed, and not hidden
    assert {str(page["/Tabs"]) for page in reader.pages} == {"/S"}  # the tabulator goes in the order of the tags


def test_fields_come_in_the_order_of_the_page(reader: pypdf.PdfReader) -> None:
    in_tree = [
        kid.get_object()["/Obj"].get_object()["/T"]
        for _, element in tree(reader)
        if element["/S"] == "/Form"
        for kid in element["/K"]
    ]
    assert in_tree == [each["/T"] for each in every_annotation(reader) if each["/Subtype"] == "/Widget"]
    for page in reader.pages:
        rows = [
            (min(each["/Rect"][1::2]), max(each["/Rect"][1::2]), each["/Rect"][0])
            for each in page_annotations(page)
            if each["/Subtype"] == "/Widget"
        ]
        for (bottom, top, left), (next_bottom, next_top, next_left) in pairwise(rows):
            assert next_bottom < top
            assert next_top <= bottom or next_left > left


def test_fonts_are_embedded_with_their_widths_and_what_they_say(reader: pypdf.PdfReader) -> None:
    pages: list[Any] = list(reader.pages)
    fonts = {font.idnum: font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()}
    assert fonts
    for font in fonts.values():
        (inner,) = font["/DescendantFonts"]
        inner = inner.get_object()
        file = TTFont(io.BytesIO(inner["/FontDescriptor"]["/FontFile2"].get_data()))
        metrics: Any = file["hmtx"]
        advance = {glyph: metrics[name][0] for glyph, name in enumerate(file.getGlyphOrder())}
        header: Any = file["head"]
        per_em = header.unitsPerEm / 1000
        given = list(inner["/W"])
        for first, widths in zip(given[::2], given[1::2], strict=True):
            for glyph, width in enumerate(widths, first):
                assert abs(width - advance[glyph] / per_em) <= 1
        assert "/ToUnicode" in font
        assert font["/Encoding"] == "/Identity-H"
        assert inner["/CIDToGIDMap"] == "/Identity"


def test_the_file_says_which_standard_it_keeps(readers: dict[str, pypdf.PdfReader], archive: pypdf.PdfReader) -> None:
    about = metadata(readers["plain"])
    assert b'pdfuaid:part="1"' in about
    kept = metadata(archive)
    assert b'pdfaid:part="3"' in kept
    assert b'pdfaid:conformance="A"' in kept
    for said in (about, kept):
        assert b"<dc:title>" in said
    assert root(archive)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert (
        root(archive)["/OutputIntents"][0]["/DestOutputProfile"]["/N"] == 3
    )  # the colours are those of a profile with three
    assert archive.trailer["/ID"]


@pytest.mark.parametrize("key", ["/AcroForm", "/OpenAction", "/AA", "/OCProperties", "/Encrypt", "/XFA"])
def test_an_archive_has_none_of_what_changes_or_runs(key: str, archive: pypdf.PdfReader) -> None:
    assert key not in root(archive)
    assert key not in archive.trailer
    for each in every_annotation(archive):
        assert each["/Subtype"] == "/Link"
        assert each.get("/A", {"/S": "/URI"})["/S"] == "/URI"
