"""A row of the form, its labels, tick boxes and rules, as one run of text.

A page has hundreds of labels, and the layout engine takes its time for each element and each run of text. Labels set
apart by spaces are one of both; the rules between them are a glyph as long as any row (see ``templates/fonts/make.py``)
that the row cuts off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.articles.lines import Face
from factcheck.worksheet.form import Blank

FONT = "fonts/FactcheckSans-Regular.ttf"
"""Of the template folders: what rows are set in, without kerning and ligatures."""
PADDING = 1.2
"""From the edge of a row, or from a rule, to the text, in mm. The rule's advance is as much at 9 pt."""
GAP = 0.4
"""Between a field and the rule after it, in mm."""
RULE, BOX, RING = "\u2502", "\u2610", "\u25cb"
_SPACES = ("\u2007", " ", "\u2009", "\u200a")
"""As wide as a figure, a fifth, a tenth and a fiftieth of an em: the wider, the fewer signs to set."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a blank is filled in: its left edge and width, and the left edges of its boxes or rings, in mm.

    Edges are counted from that of the row.
    """

    left: float
    width: float
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """``text`` is printed as it stands; ``ticks`` are the left edges of the boxes before the blanks, in mm."""

    text: str
    ticks: tuple[float, ...]
    spots: tuple[Spot, ...]


class Setter:
    """Sets rows in the font that the templates have."""

    def __init__(self, folders: Sequence[Path], points: float, labels: Mapping[str, str]) -> None:
        """``folders`` hold the templates, those of a desk before ours; ``points`` is the size of the letters."""
        self._folders = folders
        self._scale = points / 72 * 25.4 / 1000
        self._hints = {kind: labels[f"as_{kind}"] for kind in ("number", "date", "url")}
        self._known: dict[tuple[object, ...], Row] = {}

    def row(self, blanks: Sequence[Blank], width: float, *, start: float = 0.0, ticks: Sequence[str] = ()) -> Row:
        """The row of ``blanks``, from ``start`` to ``width`` (mm), with boxes labelled ``ticks`` before them.

        A blank too narrow for its label pushes the next one on.
        """
        key = (*blanks, width, start, *ticks)
        if key not in self._known:
            self._known[key] = self._set(blanks, width, start, ticks)
        return self._known[key]

    def _set(self, blanks: Sequence[Blank], width: float, start: float, ticks: Sequence[str]) -> Row:
        line = _Line(self._face(), self._scale)
        boxes = [line.tick(BOX, label) for label in ticks]
        spots = []
        for blank in blanks:
            line.advance(start + blank.left / 100 * (width - start))
            left = line.edge
            line.add(" ".join(part for part in (blank.label, self._hints.get(blank.kind, "")) if part))
            sign = RING if blank.kind == "choice" else BOX
            edges = tuple(line.tick(sign, label) for _, label in blank.choices)
            end = min(start + (blank.left + blank.width) / 100 * (width - start), width - PADDING)
            spots.append(Spot(left, round(end + PADDING - left - GAP, 2), edges))
        return Row(line.text, tuple(boxes), tuple(spots))

    def _face(self) -> Face:
        return _face(next(path for folder in self._folders if (path := folder / FONT).is_file()))


class _Line:
    """A text under way and how wide it is."""

    def __init__(self, face: Face, scale: float) -> None:
        self._face, self._scale = face, scale
        self.text = ""

    @property
    def at(self) -> float:
        """How far the text goes, in mm."""
        return round(self._face.width(self.text) * self._scale, 2)

    @property
    def edge(self) -> float:
        """How far that is from the edge of the row, in mm."""
        return round(self.at + PADDING, 2)

    def add(self, text: str) -> None:
        self.text += text

    def tick(self, sign: str, label: str) -> float:
        """Add a box or ring with its label; gives its left edge."""
        left = self.edge
        self.add(f"{sign} {label}  ")
        return left

    def advance(self, left: float) -> None:
        """Go on to ``left``, and put a rule there."""
        if self.text:
            for space in _SPACES:
                self.add(space * max(0, int((left - self.at) / (self._face.width(space) * self._scale) + 1e-6)))
            self.add(RULE)


@cache
def _face(path: Path) -> Face:
    return Face(str(path))
