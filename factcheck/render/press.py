"""Lays out the sheets of a pack, one by one, with one set of fonts and one stylesheet."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from markupsafe import Markup

from factcheck.render import engine, fonts, log, running
from factcheck.render.finish import finish
from factcheck.render.html import Templates
from factcheck.render.piece import Font, Piece, cut
from factcheck.render.rows import Setter
from factcheck.worksheet.form import Blank
from factcheck.worksheet.pack import Pack, Sheet

LARGE = 1.4
"""How much larger the letters of large print are."""
ROW = 9.0
"""The size of the letters in a row of the form, in points."""
NO_DATE = date(2000, 1, 1)
"""The file's date where the session has none, so that the same input gives the same file."""
NEARLY_EMPTY = 0.3
"""A sheet that ends on a page filled less than this is laid out again, tighter, to save the page."""
WORTH_IT = 12
"""Pages: one page less of more than these is not worth laying all of them out again."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be printed. ``folders`` hold the templates, those of a desk before ours.

    ``split``: the sheets of each article are a file of their own.
    """

    pack: Pack
    folders: tuple[Path, ...]
    fillable: bool
    archive: bool
    split: bool = False

    def file_of(self, sheet: Sheet) -> str:
        """The name of the file that a sheet is bound into: an article's id, or empty for the one of the others."""
        return sheet.source.id if self.split and sheet.source else ""

    @property
    def made(self) -> date:
        """The date of the file."""
        return self.pack.date or NO_DATE


@dataclass(frozen=True, slots=True)
class Finished:
    """A sheet that is done. ``places`` are the pages that its anchors are on, from 1.

    ``fonts`` are the font files, by SHA-256, that no sheet of the same press had before; ``characters`` are all that
    it prints; ``messages`` are what the layout engine had to say.
    """

    piece: Piece
    fonts: Mapping[bytes, bytes]
    places: Mapping[str, int]
    characters: frozenset[str]
    messages: tuple[str, ...]


class Press:
    """WeasyPrint is imported with the fonts, so that nothing of it is loaded before."""

    def __init__(self, job: Job) -> None:
        self._fonts = fonts.configuration()
        from factcheck.render.assets import Assets

        pack = job.pack
        self.job = job
        self._assets = Assets(job.folders)
        scale = LARGE if pack.large else 1.0
        self._templates = Templates(
            job.folders,
            pack=pack,
            form=pack.form,
            labels=pack.labels,
            fillable=job.fillable,
            made=job.made.isoformat(),
            size=lambda points: f"{points * scale:g}pt",
            row=Setter(job.folders, ROW * scale, pack.labels).row,
            blank=Blank,
            added_fonts=fonts.added(job.folders),
        )
        self._elements = self._css("elements.css")
        self._style = [self._css("sheet.css")]
        self._around = [self._css("pages.css")]
        self._stand_ins = engine.stand_ins()
        self._given: set[bytes] = set()
        self._anchors: dict[str, set[str]] = {}
        for sheet in pack.sheets:
            self._anchors.setdefault(job.file_of(sheet), set()).update(sheet.anchors)

    def print(self, sheet: Sheet, places: Mapping[str, str]) -> Finished:
        """Lay a sheet out, draw it, and keep nothing of it. ``places`` say where other sheets' anchors are.

        Raises ``FactcheckError`` for a fault in a template.
        """
        with engine.quick(self._stand_ins), _garbage_left_to_the_end():
            return self._finished(sheet, places)

    def _finished(self, sheet: Sheet, places: Mapping[str, str]) -> Finished:
        self._templates.characters.clear()
        with log.collected() as messages:
            document = self._laid_out(sheet, places)
            self._add_running(sheet, document)
            drawn, files = self._drawn(sheet, document)
        new = files.keys() - self._given
        self._given |= new
        return Finished(
            drawn,
            {digest: files[digest] for digest in sorted(new)},
            {anchor: number for number, page in enumerate(document.pages, 1) for anchor in page.anchors},
            frozenset(self._templates.characters),
            tuple(messages),
        )

    def _laid_out(self, sheet: Sheet, places: Mapping[str, str]) -> Any:
        """The sheet's document; tighter if that saves a nearly empty page."""
        template, to = f"{sheet.kind}.html", self._to(sheet)
        document = self._document(template, self._style, sheet=sheet, places=places, to=to, tight=False)
        if 1 < len(document.pages) <= WORTH_IT and _ends_thin(document.pages):
            tighter = self._document(template, self._style, sheet=sheet, places=places, to=to, tight=True)
            document = min(document, tighter, key=lambda each: len(each.pages))
        return document

    def _to(self, sheet: Sheet) -> Callable[[str], str]:
        """What a template writes into a link to an anchor: nothing where the anchor is not in the sheet's file."""
        anchors = self._anchors[self.job.file_of(sheet)]
        return lambda anchor: Markup(' href="#{}"').format(anchor) if anchor in anchors else ""

    def _add_running(self, sheet: Sheet, document: Any) -> None:
        """Headers and footers, which say how many pages there are and what is on each."""
        about = list(running.pages(sheet, document, self.job.pack.ids))
        running.add(document.pages, self._document("pages.html", self._around, pages=about).pages)

    def _drawn(self, sheet: Sheet, document: Any) -> tuple[Piece, dict[bytes, bytes]]:
        """The sheet, and the files of its fonts by SHA-256."""
        elsewhere = _let_links_out(document.pages)
        document.fonts = fonts.Whole()
        taken: list[Piece] = []
        files: dict[bytes, bytes] = {}

        def take(document: Any, pdf: Any) -> None:
            finish(pdf, sheet.code)
            running.set_apart(pdf, document.pages)
            whole = {}
            for content, glyphs in document.fonts.glyphs().items():
                digest = sha256(content).digest()
                files[digest] = content
                whole[content] = Font(digest, glyphs)
            taken.append(cut(pdf, elsewhere, whole))

        variant = "pdf/a-3a" if self.job.archive else "pdf/ua-1"
        document.write_pdf(pdf_variant=variant, pdf_forms=self.job.fillable, finisher=take)
        return taken[0], files

    def _document(self, template: str, style: list[Any], **values: Any) -> Any:
        from factcheck.render.source import Source

        html = Source(self._templates.render(template, **values), elements=self._elements, assets=self._assets)
        return html.render(stylesheets=style, font_config=self._fonts, pdf_forms=self.job.fillable)

    def _css(self, name: str) -> Any:
        from weasyprint import CSS

        from factcheck.render.assets import BASE

        text = self._templates.render(name)
        return CSS(string=text, base_url=BASE, url_fetcher=self._assets, font_config=self._fonts)


def _ends_thin(pages: Sequence[Any]) -> bool:
    """Whether the last page, or the last before paper on its side, is nearly empty."""
    last = [page for page, after in pairwise((*pages, None)) if after is None or after.width != page.width]
    return any(_filled(page) < NEARLY_EMPTY for page in last)


def _filled(page: Any) -> float:
    """How much of a page's height the text takes, from 0 to 1."""
    root = page._page_box.children[0]
    body = root.children[0]
    return float((body.position_y + body.margin_height() - root.position_y) / page._page_box.height)


def _let_links_out(pages: Sequence[Any]) -> frozenset[str]:
    """Keep links to anchors that are on other sheets, which the layout engine would drop; gives those anchors."""
    anchors = {anchor for page in pages for anchor in page.anchors}
    targets = {target for page in pages for kind, target, *_ in page.links if kind == "internal"}
    elsewhere = frozenset(targets - anchors)
    pages[0].anchors.update(dict.fromkeys(sorted(elsewhere), (0, 0, 0, 0)))
    return elsewhere


@contextmanager
def _garbage_left_to_the_end() -> Iterator[None]:
    """Layout makes many objects that refer to each other and drops few: looking for garbage meanwhile finds none.

    At the end it is looked for in what was made since, and nowhere else.
    """
    enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
        if enabled:
            gc.enable()
