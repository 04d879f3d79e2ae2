"""Headers and footers. They say what is on a page and how many there are, and so come after the layout."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.worksheet.pack import Sheet


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the text of one page. ``facts`` is such as "S1-03, 05–09"; ``wide`` is paper on its side."""

    sheet: Sheet
    number: int
    count: int
    facts: str
    wide: bool


def pages(sheet: Sheet, document: Any, facts: Collection[str]) -> Iterator[Page]:
    """The pages of a sheet; ``facts`` are the ids of all facts, which are anchors on the pages."""
    for number, page in enumerate(document.pages, 1):
        yield Page(sheet, number, len(document.pages), ranges(facts & page.anchors.keys()), page.width > page.height)


def add(finished: Sequence[Any], empty: Sequence[Any]) -> None:
    """Move the margin boxes of ``empty`` pages to ``finished`` ones.

    CSS can name the last page, or all that is on a page, only by laying everything out twice. A document of empty
    pages costs little; its boxes stand where those of the real pages would, since the paper is the same.
    """
    from weasyprint.formatting_structure.boxes import MarginBox

    for page, around in zip(finished, empty, strict=True):
        boxes = [box for box in around._page_box.children if isinstance(box, MarginBox)]
        page._page_box.children = [*page._page_box.children, *boxes]


def ranges(facts: Iterable[str]) -> str:
    """Fact ids in short: neighbours as a range, the article once."""
    runs: list[tuple[str, str, str]] = []
    for source, number in sorted(_parts(fact) for fact in facts):
        written = f"{number:02d}"
        if runs and runs[-1][0] == source and int(runs[-1][2]) + 1 == number:
            runs[-1] = (source, runs[-1][1], written)
        else:
            runs.append((source, written, written))
    said = []
    before = None
    for source, first, last in runs:
        span = first if first == last else f"{first}–{last}"
        said.append(span if source == before else f"{source}-{span}")
        before = source
    return ", ".join(said)


def _parts(fact: str) -> tuple[str, int]:
    source, _, number = fact.rpartition("-")
    return source, int(number)
