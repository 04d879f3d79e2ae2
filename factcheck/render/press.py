"""Lays out the sheets of a pack, one by one, with one set of fonts and one stylesheet."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from typing import Any, get_args

from markupsafe import Markup

from factcheck.render import engine, fonts, log, running
from factcheck.render.finish import finish
from factcheck.render.html import Templates
from factcheck.render.job import Finished, Job
from factcheck.render.piece import Font, Piece, cut
from factcheck.render.rows import Setter
from factcheck.worksheet.form import Blank
from factcheck.worksheet.pack import Kind, Sheet

ELEMENTS, STYLE, AROUND = "elements.css", "sheet.css", "pages.css"
"""What elements look like by themselves, on the sheets, and around them."""
LARGE = 1.4
"""How much larger the letters of large print are."""
ROW = 9.0
"""The size of the letters in a row of the form, in points."""
MOST_SAVED = 0.3
"""Of a page: with more than this to save, a sheet is not laid out again, tighter."""
SAVED: Mapping[Kind, float] = {"cards": 0.1, "call": 0.06, "cover": 0.05}
"""The share of a sheet's height that the tighter one saves, at most."""
WORTH_IT = 12
"""Pages: one page less of more than these is not worth laying all of them out again."""


class Press:
    """WeasyPrint is imported with the fonts, so that nothing of it is loaded before."""

    def __init__(self, job: Job) -> None:
        self._fonts = fonts.configuration()
        from factcheck.render.assets import Assets

        pack = job.pack
        self._assets = Assets(job.folders)
        scale = LARGE if pack.large else 1.0
        self._templates = Templates(
            job.folders,
            fillable=job.fillable,
            size=lambda points: f"{points * scale:g}pt",
            row=Setter(job.folders, ROW * scale, pack.labels).row,
            blank=Blank,
            added_fonts=fonts.added(job.folders),
        )
        self._stand_ins = engine.stand_ins()
        self._styles: dict[str, tuple[str, Any]] = {}
        self.take(job)

    def take(self, job: Job) -> None:
        """Print the sheets of ``job`` from now on, of the same settings as the one before."""
        self.job = job
        self._templates.show(pack=job.pack, form=job.pack.form, labels=job.pack.labels, made=job.made.isoformat())
        self._texts = {name: self._templates.render(name) for name in (ELEMENTS, STYLE, AROUND)}
        self._given: set[bytes] = set()
        self._anchors: dict[str, set[str]] = {}
        for sheet in job.pack.sheets:
            self._anchors.setdefault(job.file_of(sheet), set()).update(sheet.anchors)

    def rehearse(self) -> None:
        """Read all templates and print the sheets of the job, so that the next job finds everything at hand."""
        self._templates.read(f"{kind}.html" for kind in get_args(Kind))
        for sheet in self.job.pack.sheets:
            self.print(sheet, {})

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
        document = self._document(template, STYLE, sheet=sheet, places=places, to=to, tight=False)
        if len(document.pages) <= WORTH_IT and may_save_a_page(document.pages, SAVED.get(sheet.kind, 0.0)):
            tighter = self._document(template, STYLE, sheet=sheet, places=places, to=to, tight=True)
            document = min(document, tighter, key=lambda each: len(each.pages))
        return document

    def _to(self, sheet: Sheet) -> Callable[[str], str]:
        """What a template writes into a link to an anchor: nothing where the anchor is not in the sheet's file."""
        anchors = self._anchors[self.job.file_of(sheet)]
        return lambda anchor: Markup(' href="#{}"').format(anchor) if anchor in anchors else ""

    def _add_running(self, sheet: Sheet, document: Any) -> None:
        """Headers and footers, which say how many pages there are and what is on each."""
        about = list(running.pages(sheet, document, self.job.pack.ids))
        running.add(document.pages, self._document("pages.html", AROUND, pages=about).pages)

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

    def _document(self, template: str, style: str, **values: Any) -> Any:
        from factcheck.render.source import Source

        text = self._templates.render(template, **values)
        html = Source(text, elements=self._css(ELEMENTS), assets=self._assets)
        return html.render(stylesheets=[self._css(style)], font_config=self._fonts, pdf_forms=self.job.fillable)

    def _css(self, name: str) -> Any:
        """A stylesheet, which is parsed once: that of another job seldom differs."""
        from weasyprint import CSS

        from factcheck.render.assets import BASE

        text = self._texts[name]
        if self._styles.get(name, ("", None))[0] != text:
            parsed = CSS(string=text, base_url=BASE, url_fetcher=self._assets, font_config=self._fonts)
            self._styles[name] = text, parsed
        return self._styles[name][1]


def may_save_a_page(pages: Sequence[Any], share: float) -> bool:
    """Whether the last page, or the last before paper on its side, may be saved.

    It may if the ``share`` that a tighter sheet saves of each page is as much, in all, as there is on that one and no
    room for on the page before: what has come to the last page may be there to keep it from being nearly empty.
    """
    ends = [number for number, (page, after) in enumerate(pairwise((*pages, None))) if _turns(page, after)]
    return any(
        _filled(pages[number]) + _filled(pages[number - 1]) - 1 < min(MOST_SAVED, number * share / (1 - share))
        for number in ends
        if number and not _turns(pages[number - 1], pages[number])
    )


def _turns(page: Any, after: Any) -> bool:
    return after is None or after.width != page.width


def _filled(page: Any) -> float:
    """How much of a page's height the text takes, from 0 to 1."""
    root = page._page_box.children[0]
    (body,) = root.children
    return max((_end(child) - root.position_y for child in body.children), default=0.0) / float(page._page_box.height)


def _end(box: Any) -> float:
    """Where the last ends of what a box holds. One that goes on overleaf is as high as there was room."""
    within = getattr(box, "children", ())
    return max(map(_end, within)) if within else float(box.position_y + box.margin_height())


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
