"""The numbered lines of the annotated copy.

They are broken here and not by the layout engine, so that line 88 is line 88 on every paper and in the JSON. The
measure is that of the shipped text face with kerning and ligatures off: what the sheet prints has to be set so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from factcheck import resources

FONT = "FactcheckSerif-Regular.ttf"
SIZE_PT = 11.0
MEASURE_MM = 132.0

_POINTS_PER_MM = 72 / 25.4
_WORD = re.compile(r"\S+")


class Face:
    """The advance widths of a font, in thousandths of an em."""

    def __init__(self, path: str) -> None:
        from fontTools.ttLib import TTFont

        with TTFont(path, lazy=True) as font:
            scale = 1000 / font["head"].unitsPerEm
            metrics = font["hmtx"].metrics
            self._widths = {chr(code): metrics[name][0] * scale for code, name in font.getBestCmap().items()}

    def width(self, text: str) -> float:
        """The width of ``text`` set in one line without kerning."""
        widths = self._widths
        return sum(widths[character] if character in widths else _foreign(character) for character in text)


def _foreign(character: str) -> float:
    """The width kept for a character that another font will have to show."""
    return 0.0 if unicodedata.combining(character) else 1000.0


@cache
def face() -> Face:
    """The text face that ships with the templates."""
    return Face(str(resources.shipped("templates") / "fonts" / FONT))


def split(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The lines that the stretches ``spans`` of ``text`` are set in, as offsets, without the spaces at line ends.

    Words are not hyphenated; one that is wider than the measure is cut where the measure ends.
    """
    font = face()
    room = MEASURE_MM * _POINTS_PER_MM / SIZE_PT * 1000
    space = font.width(" ")
    lines: list[tuple[int, int]] = []
    for span_start, span_end in spans:
        start = end = span_start
        used = 0.0
        for match in _WORD.finditer(text, span_start, span_end):
            width = font.width(match.group())
            if end > start and used + space + width <= room:
                used += space + width
                end = match.end()
                continue
            if end > start:
                lines.append((start, end))
            start, end, used = match.start(), match.end(), width
            if width > room:
                *full, (start, end) = _cut(text, start, end, font, room)
                lines += full
                used = font.width(text[start:end])
        if end > start:
            lines.append((start, end))
    return tuple(lines)


def _cut(text: str, start: int, end: int, font: Face, room: float) -> list[tuple[int, int]]:
    """A word wider than the measure, in pieces as wide as the measure."""
    pieces: list[tuple[int, int]] = []
    used = 0.0
    for at in range(start, end):
        width = font.width(text[at])
        if used + width > room and at > start:
            pieces.append((start, at))
            start, used = at, 0.0
        used += width
    pieces.append((start, end))
    return pieces
