"""What a press is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.worksheet.pack import Pack, Sheet

if TYPE_CHECKING:
    from factcheck.render.piece import Piece

NO_DATE = date(2000, 1, 1)
"""The file's date where the session has none, so that the same input gives the same file."""


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
    def settings(self) -> tuple[object, ...]:
        """All that makes a press one for this job, but the pack itself."""
        pack = self.pack
        return self.folders, self.fillable, self.archive, pack.form, pack.paper, pack.large

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
