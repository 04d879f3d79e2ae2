"""Lays out the sheets of one pack, with one set of fonts and one stylesheet, and binds them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from factcheck.render import fonts, running
from factcheck.render.finish import finish
from factcheck.render.html import Templates
from factcheck.render.rows import Setter
from factcheck.worksheet.form import Blank
from factcheck.worksheet.pack import Pack, Sheet

LATE = ("notes", "index")
"""Kinds of sheets that name pages of others, and so are laid out after them."""
LARGE = 1.4
"""How much larger the letters of large print are."""
ROW = 9.0
"""The size of the letters in a row of the form, in points."""
NO_DATE = date(2000, 1, 1)
"""The file's date where the session has none, so that the same input gives the same file."""
NEARLY_EMPTY = 0.3
"""A sheet whose last page is filled less than this is laid out again, tighter, to save the page."""
WORTH_IT = 12
"""Pages: one page less of more than these is not worth laying all of them out again."""


class Press:
    """One run of pages. WeasyPrint is imported with the fonts, so that nothing of it is loaded before."""

    def __init__(self, pack: Pack, folders: Sequence[Path], *, fillable: bool, archive: bool) -> None:
        """``folders`` hold the templates, those of a desk before ours."""
        self._fonts = fonts.configuration()
        from factcheck.render.assets import Assets

        self._pack = pack
        self._assets = Assets(folders)
        self._fillable = fillable
        self._variant = "pdf/a-3a" if archive else "pdf/ua-1"
        self._made = pack.date or NO_DATE
        scale = LARGE if pack.large else 1.0
        self._templates = Templates(
            folders,
            pack=pack,
            form=pack.form,
            labels=pack.labels,
            fillable=fillable,
            made=self._made.isoformat(),
            size=lambda points: f"{points * scale:g}pt",
            row=Setter(folders, ROW * scale, pack.labels).row,
            blank=Blank,
            added_fonts=fonts.added(folders),
        )
        self._documents: dict[str, Any] = {}
        self._places: dict[str, str] = {}

    @property
    def characters(self) -> set[str]:
        """The characters that the sheets print."""
        return self._templates.characters

    def lay_out(self, progress: Callable[[str], None] | None) -> None:
        """Lay out every sheet; ``progress`` is told which one is next."""
        style = [self._css("sheet.css")]
        with _without_garbage_collection():
            for sheet in sorted(self._pack.sheets, key=lambda each: each.kind in LATE):
                if progress:
                    progress(f"{sheet.code}: {sheet.title}")
                document = self._sheet(sheet, style)
                self._documents[sheet.code] = document
                for number, page in enumerate(document.pages, 1):
                    for anchor in page.anchors:
                        self._places.setdefault(anchor, f"{sheet.code}·{number}")

    def _sheet(self, sheet: Sheet, style: list[Any]) -> Any:
        document = self._document(f"{sheet.kind}.html", style, sheet=sheet, places=self._places, tight=False)
        if 1 < len(document.pages) <= WORTH_IT and _filled(document.pages[-1]) < NEARLY_EMPTY:
            tighter = self._document(f"{sheet.kind}.html", style, sheet=sheet, places=self._places, tight=True)
            document = min(document, tighter, key=lambda each: len(each.pages))
            del tighter
            gc.collect()  # one of the two layouts is garbage now
        return document

    def bind(self, sheets: Sequence[Sheet], attach: Mapping[str, bytes]) -> bytes:
        """One file of those sheets, with headers and footers."""
        from weasyprint import Attachment

        documents = [self._documents[sheet.code] for sheet in sheets]
        pages = [page for document in documents for page in document.pages]
        about = [
            page
            for sheet, document in zip(sheets, documents, strict=True)
            for page in running.pages(sheet, document, self._pack.ids)
        ]
        with _without_garbage_collection():
            empty = self._document("pages.html", [self._css("pages.css")], pages=about)
            running.add(pages, empty.pages)
            _drop_dead_links(pages)
            moment = datetime(self._made.year, self._made.month, self._made.day, tzinfo=UTC)
            embedded = [
                Attachment(
                    string=content, name=name, description=name, created=moment, modified=moment, relationship="Data"
                )
                for name, content in sorted(attach.items())
            ]
            data: bytes = (
                documents[0]
                .copy(pages)
                .write_pdf(pdf_variant=self._variant, pdf_forms=self._fillable, attachments=embedded, finisher=finish)
            )
        return data

    def _document(self, template: str, style: list[Any], **values: Any) -> Any:
        from weasyprint import HTML

        from factcheck.render.assets import BASE

        html = HTML(string=self._templates.render(template, **values), base_url=BASE, url_fetcher=self._assets)
        return html.render(stylesheets=style, font_config=self._fonts, pdf_forms=self._fillable)

    def _css(self, name: str) -> Any:
        from weasyprint import CSS

        from factcheck.render.assets import BASE

        text = self._templates.render(name)
        return CSS(string=text, base_url=BASE, url_fetcher=self._assets, font_config=self._fonts)


def _filled(page: Any) -> float:
    """How much of a page's height the text takes, from 0 to 1."""
    root = page._page_box.children[0]
    body = root.children[0]
    return float((body.position_y + body.margin_height() - root.position_y) / page._page_box.height)


def _drop_dead_links(pages: Sequence[Any]) -> None:
    """Take out links to sheets that are bound into another file."""
    anchors = {anchor for page in pages for anchor in page.anchors}
    for page in pages:
        page.links = [link for link in page.links if link[0] != "internal" or link[1] in anchors]


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Layout makes many objects and drops few: looking for garbage takes time and finds none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
