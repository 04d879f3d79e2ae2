"""Sheets that were printed one by one, perhaps in several processes, are one file."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import flood
import pypdf
import pytest
from pypdf.generic import NullObject

from factcheck import render, worksheet
from factcheck.errors import FactcheckError, Problem
from factcheck.render.binding import Binding
from factcheck.render.job import Finished, Job
from factcheck.render.press import Press
from factcheck.resources import shipped
from factcheck.worksheet.pack import Pack


@pytest.fixture(scope="module")
def reader(printed: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(printed))


def elements(entry: Any) -> Iterator[Any]:
    """A structure element and all below it."""
    entry = entry.get_object()
    if isinstance(entry, list):
        for kid in entry:
            yield from elements(kid)
    elif isinstance(entry, dict):
        yield entry
        if "/K" in entry:
            yield from elements(entry["/K"])


def annotations(reader: pypdf.PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            yield annotation.get_object()


def test_it_does_not_matter_how_many_processes_print(pack: Pack, printed: bytes) -> None:
    with render.presses(2) as presses:
        assert presses is not None
        assert render.pdf(pack, presses=presses) == printed
        assert render.pdf(pack, presses=presses) == printed


@pytest.mark.parametrize("large", [False, True])
def test_presses_that_have_rehearsed_print_the_same(pack: Pack, printed: bytes, large: bool) -> None:
    bare = replace(flood.session(), articles=(), assertions=(), notes=(), unmatched=(), checks=(), accusations=())
    nothing = worksheet.context(bare, (), form=pack.form, large=large)
    with render.presses(2) as presses:
        assert presses is not None
        render.rehearse(nothing, presses)
        assert render.pdf(pack, presses=presses) == printed


def test_a_fault_comes_out_of_another_process(tmp_path: Any) -> None:
    (tmp_path / "text.html").write_text("one\n{{ pack.titel }}")
    pack = worksheet.context(flood.session(), flood.CHECKLISTS, form=worksheet.load_form(), sheets=("text",))
    with render.presses(2) as presses, pytest.raises(FactcheckError) as caught:
        render.pdf(pack, templates=[tmp_path], presses=presses)
    (problem,) = caught.value.problems
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == (str(tmp_path / "text.html"), 2)


PARAGRAPH = """<html lang="en"><head><title>A</title></head><body>
<p{% if sheet.code == "S1 text" %} id="here"{% endif %}>{{ sheet.code }}
<a href="#here">here</a> <a href="#nowhere">nowhere</a></p></body></html>"""


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finished]:
    """Two sheets of a paragraph with two links, to where only one of them is and to where none is."""
    folder = tmp_path_factory.mktemp("templates")
    (folder / "text.html").write_text(PARAGRAPH)
    pack = worksheet.context(flood.session(), flood.CHECKLISTS, form=worksheet.load_form(), sheets=("text",))
    press = Press(Job(pack, (folder, shipped("templates")), fillable=False, archive=False))
    return {sheet.code: press.print(sheet, {}) for sheet in pack.sheets}


def bound(pieces: dict[str, Finished], *order: str) -> pypdf.PdfReader:
    """The file of ``pieces``, which come in this order and are in it in their own."""
    binding, places = Binding(), list(pieces)
    for code in order:
        binding.add(places.index(code), pieces[code].piece)
    files = {digest: content for each in pieces.values() for digest, content in each.fonts.items()}
    return pypdf.PdfReader(io.BytesIO(binding.finish(files, {}, made=date(2026, 1, 31), archive=False)))


def test_a_sheet_is_the_same_whatever_the_press_printed_before(pieces: dict[str, Finished]) -> None:
    assert {code: each.piece.anchors for code, each in pieces.items()} == {"S1 text": ("here",), "S2 text": ()}


@pytest.mark.parametrize("order", [("S1 text", "S2 text"), ("S2 text", "S1 text")])
def test_sheets_are_in_their_places_whenever_they_come(pieces: dict[str, Finished], order: tuple[str, ...]) -> None:
    reader = bound(pieces, *order)
    assert [page.extract_text().split()[0] for page in reader.pages] == ["S1", "S2"]
    assert [annotation["/Dest"] for annotation in annotations(reader)] == ["here", NullObject()] * 2
    assert list(reader.named_destinations) == ["here"]


def test_links_from_one_sheet_lead_to_another(reader: pypdf.PdfReader) -> None:
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    targets = {name: pages[place.page.idnum] for name, place in reader.named_destinations.items()}
    here = {
        number: [link.get_object()["/Dest"] for link in page.get("/Annots", ()) if "/Dest" in link.get_object()]
        for number, page in enumerate(reader.pages)
    }
    assert all(target in targets for links in here.values() for target in links)
    assert any(targets[target] != number for number, links in here.items() for target in links)
    assert "S1-01" in targets


def test_what_is_in_another_file_is_no_link() -> None:
    pack = worksheet.context(flood.session(), flood.CHECKLISTS, form=worksheet.load_form())
    for name, data in render.split(pack).items():
        reader = pypdf.PdfReader(io.BytesIO(data))
        inside = [link["/Dest"] for link in annotations(reader) if "/A" not in link]
        assert set(inside) <= reader.named_destinations.keys()
        assert bool(inside) == (name != "desk")


def test_the_tags_are_one_tree(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(parents) == list(range(len(parents)))
    every = list(elements(root["/K"]))
    assert Counter(element.get("/S") for element in every)["/Document"] == 1
    for page in reader.pages:
        assert all(parent["/Pg"] == page for parent in parents[page["/StructParents"]])
    for annotation in annotations(reader):
        assert parents[annotation["/StructParent"]]["/S"] in ("/Link", "/Form")
    headers = [element["/ID"] for element in every if element.get("/S") == "/TH"]
    assert len(headers) == len(set(headers)) > 10


def test_every_font_is_in_the_file_once(reader: pypdf.PdfReader) -> None:
    files: dict[str, set[int]] = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            files.setdefault(font["/BaseFont"], set()).add(descriptor.raw_get("/FontFile2").idnum)
    assert len(files) >= 4
    assert all(len(numbers) == 1 for numbers in files.values())


def test_bookmarks_go_through_all_sheets_in_order(pack: Pack, reader: pypdf.PdfReader) -> None:
    pages = [reader.get_destination_page_number(entry) for entry in reader.outline if not isinstance(entry, list)]
    assert pages == sorted(pages)  # type: ignore[type-var]
    assert len(pages) >= len(pack.sheets)
