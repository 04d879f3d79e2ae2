"""How far apart the lines of an annotated copy stand: so that it takes few pages and fills the last.

The lines are known before the layout, so the pages can be counted without one. Between the lines is room for a pencil;
where a little less of it saves a page, there is a little less, and where the last page would be nearly empty, more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from factcheck.worksheet.form import Paper
from factcheck.worksheet.pack import Block, Loose, Working

USUAL = 4.6
PITCHES = tuple(round(3.9 + 0.1 * step, 1) for step in range(18))
"""From line to line, in mm; in large print as much larger as ``LARGE`` says."""
LARGE = 1.65
THIN = 0.4
"""A last page filled less than this should be filled more."""

_HEIGHTS: dict[tuple[Paper, bool], float] = {
    ("A4", False): 267.0, ("Letter", False): 249.4, ("A4", True): 165.0, ("Letter", True): 170.9,
}  # fmt: skip
"""Of the text of a page, in mm; in large print paper lies on its side."""
_LETTERS_OF_TITLE, _LETTERS_OF_ITEM = 62, 118
_HEAD, _TITLE_LINE, _FIRST, _FURNITURE_LINE = 9.0, 5.9, 1.2, 4.0
_HEADING, _ITEM, _ITEM_LINE = 13.6, 0.4, 3.9
"""What the parts of the sheet take, in mm; see templates/sheet.css."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What is printed of an article, and on what."""

    title: str
    blocks: Sequence[Block]
    below: Sequence[Sequence[Working | Loose]]
    paper: Paper
    large: bool

    def pitch(self) -> float:
        """From line to line, in mm: the usual, or what is nearest to it of what saves pages and fills the last."""
        scale = LARGE if self.large else 1.0
        filled = {pitch: self._filled(pitch * scale) for pitch in PITCHES}
        fewest = ceil(filled[PITCHES[0]])
        good = [pitch for pitch in PITCHES if ceil(filled[pitch]) == fewest]
        full = [pitch for pitch in good if fewest == 1 or filled[pitch] - fewest + 1 >= THIN] or good[-1:]
        return round(min(full, key=lambda pitch: abs(pitch - USUAL)) * scale, 1)

    def _filled(self, pitch: float) -> float:
        """How many pages are filled, the last one in part."""
        height = _HEIGHTS[self.paper, self.large]
        pages, at = 0, 0.0
        for piece in self._pieces(pitch):
            if at + piece > height:
                pages, at = pages + 1, 0.0
            at += piece
        return pages + min(1.0, at / height)

    def _pieces(self, pitch: float) -> Iterator[float]:
        """The heights of what stays together on a page."""
        letters = 1.4 if self.large else 1.0
        yield letters * (_HEAD + _TITLE_LINE * ceil(len(self.title) / _LETTERS_OF_TITLE))
        for block in self.blocks:
            line = letters * _FURNITURE_LINE if block.kind == "furniture" else pitch
            yield line * len(block.numbers) + (_FIRST if block.first else 0)
        for items in self.below:
            heading = _HEADING
            for item in items:
                said = len(item.text) + (len(item.working) if isinstance(item, Working) else 0)
                yield letters * (heading + _ITEM + _ITEM_LINE * ceil(said / _LETTERS_OF_ITEM))
                heading = 0.0
