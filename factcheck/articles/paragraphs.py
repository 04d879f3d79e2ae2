"""Where paragraphs begin and end.

An empty line ends a paragraph; so does a line end, unless the text is wrapped at a fixed width or the line
stops in mid sentence. A sentence that an empty line has torn apart is one paragraph that spans the gap, so that
offsets stay those of the stored text. Text that goes on without end is cut into paragraphs that a reader, and a parser,
can hold in mind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.articles.markdown import Mark, stretches
from factcheck.spans import Spans

Span = tuple[int, int]

SHORTEST_TORN = 3  # words of a line that a sentence may go on from after an empty line
CLOSERS = "\"'’”»)]*"
LONGEST = 20_000  # characters: some pages of a book
WRAP_WIDTHS = range(30, 141)  # characters: narrower are lists and verse, wider are whole paragraphs

_ADDRESS = re.compile(r"\S*(?:://|@|\w\.\w)")
_LINE = re.compile(r"[^\n]+")
_PLACES_TO_CUT = (re.compile(r"[.!?…][\"'’”»)\]*]{0,3}(?=\s)"), re.compile(r"\s"))  # the best first


def split(text: str, marks: Sequence[Mark]) -> list[Span]:
    """The paragraphs of ``text``, trimmed, disjoint, in order."""
    headings = stretches(marks, "heading")
    items = stretches(marks, "item")
    rules = Spans((mark.start - 1, mark.start + 1) for mark in marks if mark.kind == "rule")
    lines = _lines(text)
    width = _wrap_width(text, lines)
    spans: list[Span] = []
    for number, (start, end) in enumerate(lines):
        if spans and not (
            headings.holds(start) or items.holds(start) or headings.holds(spans[-1][0]) or rules.holds(spans[-1][1] + 1)
        ):
            above = lines[number - 1]
            adjoining = start == above[1] + 1
            full = adjoining and number > 1 and width is not None and _is_full(text, above, start, width)
            torn = adjoining or (number > 1 and len(text[slice(*above)].split()) >= SHORTEST_TORN)
            if full or (torn and _runs_on(text, spans[-1], start)):
                spans[-1] = (spans[-1][0], end)
                continue
        spans.append((start, end))
    return [piece for span in spans for piece in _pieces(text, *span)]


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A paragraph in pieces of at most ``LONGEST`` characters, cut after a sentence where one ends in time."""
    while end - start > LONGEST:
        half, reach = start + LONGEST // 2, start + LONGEST
        places = (found.end() for place in _PLACES_TO_CUT for found in place.finditer(text, half, reach))
        cut = next(places, reach)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """A stretch without the white space around it; nothing where it is nothing else."""
    if inner := text[start:end].strip():
        start += text[start:end].index(inner[0])
        yield start, start + len(inner)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` stops with the mark that ends a sentence, whatever closes after it."""
    return text.rstrip(CLOSERS + " ").endswith((".", "!", "?", "…"))


def _lines(text: str) -> list[Span]:
    """The lines that hold something, without the white space around them."""
    return [inner for line in _LINE.finditer(text) for inner in _trimmed(text, *line.span())]


def _wrap_width(text: str, lines: Sequence[Span]) -> int | None:
    """The width at which the text is wrapped, or ``None``: most lines with a line right below them are full."""
    inner = [(line, below[0]) for line, below in pairwise(lines) if below[0] == line[1] + 1]
    if len(inner) < 3:
        return None
    width = max(line[1] - line[0] for line, _ in inner)
    full = sum(_is_full(text, line, below, width) for line, below in inner)
    return width if width in WRAP_WIDTHS and full >= 0.6 * len(inner) else None


def _is_full(text: str, line: Span, below: int, width: int) -> bool:
    """Whether the first word below would not have fitted into ``line``."""
    word = text[below : below + width].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width


def _runs_on(text: str, span: Span, start: int) -> bool:
    """Whether the sentence that ``span`` leaves open goes on at ``start``."""
    before = text[max(span[0], span[1] - 200) : span[1]]
    after = text[start : start + 200]
    if not after[0].islower() or _ADDRESS.match(after) or before.endswith(":") or ends_sentence(before):
        return False
    return not _ADDRESS.match(before.split()[-1])
