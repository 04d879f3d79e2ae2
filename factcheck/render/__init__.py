"""From a ``Pack`` to a PDF. Each sheet is laid out as a document of its own, then all are bound into one."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.render import fonts
from factcheck.render.html import Templates
from factcheck.resources import shipped
from factcheck.worksheet.pack import Pack, Sheet

__all__ = ["pdf"]

LATE = ("notes", "index")
"""Kinds of sheets that name pages of others, and so are laid out after them."""
LARGE = 1.25
"""How much larger the letters of large print are."""
NO_DATE = "2000-01-01"
"""The file's date where the session has none: files of the same input are the same."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the text of one page."""

    sheet: Sheet
    title: str
    number: int
    count: int
    facts: str


def pdf(
    pack: Pack,
    *,
    templates: Sequence[Path] = (),
    fillable: bool = False,
    progress: Callable[[str], None] | None = None,
    warn: Callable[[str], None] | None = None,
) -> bytes:
    """The pack as a PDF; the same pack and templates give the same bytes.

    ``templates``: folders of a desk, where a file of the name of ours replaces it, the last folder first.
    ``progress`` is called with the title of each sheet before it is laid out, ``warn`` with what is not as it
    should be on the pages, such as characters that the fonts do not have.
    Raises ``FactcheckError`` for a fault in a template.
    """
    folders = [*reversed(templates), shipped("templates")]
    with _warnings(warn), _without_garbage_collection():
        press = _Press(pack, folders, fillable=fillable)
        documents: dict[int, Any] = {}
        for late in (False, True):
            for position, sheet in enumerate(pack.sheets):
                if (sheet.kind in LATE) == late:
                    if progress:
                        progress(f"{sheet.code}: {sheet.title}")
                    documents[position] = press.lay_out(sheet)
        data = press.bind([(sheet, documents[position]) for position, sheet in enumerate(pack.sheets)])
    if warn and (lost := fonts.missing(press.templates.characters, folders)):
        shown = ", ".join(f"{each} (U+{ord(each):04X})" for each in lost[:10])
        more = f" and {len(lost) - 10} more" if len(lost) > 10 else ""
        warn(f"the fonts have no sign for {shown}{more}; boxes stand in their place")
    return data


class _Press:
    """Lays out the sheets of one pack with one set of fonts and one stylesheet."""

    def __init__(self, pack: Pack, folders: Sequence[Path], *, fillable: bool) -> None:
        self.fonts = fonts.configuration()
        from factcheck.render.assets import Assets

        self.pack = pack
        self.assets = Assets(folders)
        self.fillable = fillable
        self.places: dict[str, str] = {}
        self.templates = Templates(
            folders,
            pack=pack,
            form=pack.form,
            labels=pack.labels,
            fillable=fillable,
            made=(pack.date.isoformat() if pack.date else NO_DATE),
            size=lambda points: f"{points * (LARGE if pack.large else 1):g}pt",
        )
        self._style = self._css("sheet.css")

    def lay_out(self, sheet: Sheet) -> Any:
        """The document of one sheet."""
        document = self._document(
            self.templates.render(f"{sheet.kind}.html", sheet=sheet, places=self.places), [self._style]
        )
        for number, page in enumerate(document.pages, 1):
            for anchor in page.anchors:
                self.places.setdefault(anchor, f"{sheet.code}·{number}")
        return document

    def bind(self, documents: Sequence[tuple[Sheet, Any]]) -> bytes:
        """All sheets in one file, with headers and footers."""
        pages = [page for _, document in documents for page in document.pages]
        self._add_running(pages, [about for sheet, document in documents for about in self._pages(sheet, document)])
        bound = documents[0][1].copy(pages)
        data: bytes = bound.write_pdf(pdf_forms=self.fillable, pdf_tags=True)
        return data

    def _pages(self, sheet: Sheet, document: Any) -> Iterator[Page]:
        title = sheet.title if sheet.kind in ("cover", "notes", "index", "call") else f"{sheet.code} · {sheet.title}"
        for number, page in enumerate(document.pages, 1):
            yield Page(sheet, title, number, len(document.pages), _ranges(page.anchors))

    def _add_running(self, pages: Sequence[Any], about: Sequence[Page]) -> None:
        """Put headers and footers on finished pages.

        They name what is on a page and how many there are, which CSS can say only by laying everything out twice.
        A document of empty pages with nothing but margin boxes gives these boxes up to the real pages.
        """
        from weasyprint.formatting_structure.boxes import MarginBox

        empty = self._document(self.templates.render("pages.html", pages=about), [self._css("pages.css")])
        for page, around in zip(pages, empty.pages, strict=True):
            boxes = [box for box in around._page_box.children if isinstance(box, MarginBox)]
            page._page_box.children = [*page._page_box.children, *boxes]

    def _document(self, html: str, stylesheets: list[Any]) -> Any:
        from weasyprint import HTML

        page = HTML(string=html, base_url="file:///templates/", url_fetcher=self.assets)
        return page.render(stylesheets=stylesheets, font_config=self.fonts, pdf_forms=self.fillable)

    def _css(self, name: str) -> Any:
        from weasyprint import CSS

        return CSS(
            string=self.templates.render(name),
            base_url="file:///templates/",
            url_fetcher=self.assets,
            font_config=self.fonts,
        )


def _ranges(anchors: Any) -> str:
    """The facts on a page, runs of neighbours as one: "S1-03, 05–09"."""
    facts = sorted({anchor for anchor in anchors if "-" in anchor})
    said = ""
    source_before = ""
    position = 0
    while position < len(facts):
        source, _, first = facts[position].rpartition("-")
        last = position
        while last + 1 < len(facts) and facts[last + 1] == f"{source}-{int(facts[last].rpartition('-')[2]) + 1:02d}":
            last += 1
        run = first if last == position else f"{first}–{facts[last].rpartition('-')[2]}"
        said += (", " if said else "") + (run if source == source_before else f"{source}-{run}")
        source_before, position = source, last + 1
    return said


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Layout makes many objects and drops few: looking for garbage costs a fifth of the time and finds none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.setdefault(record.getMessage())


@contextmanager
def _warnings(warn: Callable[[str], None] | None) -> Iterator[None]:
    """Pass on what WeasyPrint logs, each message once."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield
    finally:
        logger.removeHandler(collector)
        for message in collector.messages if warn else ():
            warn(message)  # type: ignore[misc]
