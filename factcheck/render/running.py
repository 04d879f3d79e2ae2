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


def set_apart(pdf: Any, finished: Sequence[Any]) -> None:
    """Mark headers and footers of the ``finished`` pages as artifacts in their file (ISO 14289-1, 7.8).

    The layout engine makes structure elements of them that are in no tree; they are freed.
    """
    import pydyf

    tags = _object(pdf, pdf.catalog["StructTreeRoot"])
    document = _object(pdf, tags["K"][0])
    parents = _object(pdf, tags["ParentTree"])["Nums"]
    in_tree = set(document["K"])
    every: list[Any] = [each for each in pdf.objects if isinstance(each, dict)]
    loose = [each for each in every if each.get("P") == document.reference and each.reference not in in_tree]
    marked: dict[bytes, list[int]] = {}
    while loose:
        element = loose.pop()
        element.free = "f"
        for kid in element["K"]:
            if isinstance(kid, int):
                marked.setdefault(element["Pg"], []).append(kid)
            else:
                loose.append(_object(pdf, kid))
    for index, (reference, page) in enumerate(zip(pdf.page_references, finished, strict=True)):
        kinds: dict[Any, str] = dict(zip(sorted(marked.get(reference, ())), _kinds(page), strict=True))
        stream = _object(pdf, _object(pdf, reference)["Contents"]).stream
        for place, part in enumerate(stream):
            if isinstance(part, dict) and (kind := kinds.get(part.get("MCID"))):
                about = pydyf.Dictionary({"Type": "/Pagination", "Subtype": kind})
                stream[place - 1 : place + 1] = ["/Artifact", about]
        content = parents[2 * index + 1]
        del content[min(kinds, default=len(content)) :]  # they are drawn last


def _kinds(page: Any) -> Iterator[str]:
    """The kind, "/Header" or "/Footer", of each run of text around a page, in the order in which they are drawn."""
    from weasyprint.formatting_structure.boxes import MarginBox, TextBox

    for around in page._page_box.children:
        if isinstance(around, MarginBox):
            kind = "/Header" if around.at_keyword.startswith("@top") else "/Footer"
            yield from (kind for box in around.descendants() if isinstance(box, TextBox))


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


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
