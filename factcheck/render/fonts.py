"""The fonts of the pages: those of the templates and no others, so that the same pages come out on every machine."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont

from factcheck.render import loading

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_ONE_AT_A_TIME = threading.Lock()
_NO_FOLDERS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig></fontconfig>
"""


def configuration() -> FontConfiguration:
    """A font configuration without the machine's fonts; ``@font-face`` rules add to it.

    Fontconfig takes the name of its file from the environment only, and only when it starts.
    """
    loading.load()
    from weasyprint.text.fonts import FontConfiguration

    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fonts.conf"
        path.write_text(_NO_FOLDERS, "utf-8")
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(path)
        try:
            return FontConfiguration()
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


class Whole(dict[object, Any]):
    """The fonts of a document, left whole where that can be: what of them a file needs is known when it is bound."""

    def __setitem__(self, key: object, font: Any) -> None:
        """Add a font of the layout engine, which itself makes small what is not plain TrueType."""
        if "glyf" in font.tables and not ("fvar" in font.tables or font.png or font.svg or font.colr):
            font.clean = _leave
        super().__setitem__(key, font)

    def glyphs(self) -> dict[bytes, frozenset[int] | None]:
        """For each whole font file the glyphs that the document shows, ``None`` where a reader may type any other."""
        used: dict[bytes, frozenset[int] | None] = {}
        for font in self.values():
            if font.clean is _leave:
                before = used.get(font.file_content, frozenset())
                none = before is None or font.used_in_forms
                shown = font.to_unicode.keys() - font.missing.values()
                used[font.file_content] = None if none else before | shown
        return used


def _leave(to_unicode: object, hinting: object) -> None:
    """In place of what makes a font small."""


def added(folders: Sequence[Path]) -> tuple[str, ...]:
    """The names of the fonts that a desk has in ``fonts/`` of its own template folders; ours are the last folder.

    Every letter that ours do not have is looked for in them, so that a desk can print other scripts.
    """
    *own, shipped = ({path.name for path in (folder / "fonts").glob("*.[ot]tf")} for folder in folders)
    return tuple(sorted({name for names in own for name in names} - shipped))


def missing(characters: Iterable[str], folders: Sequence[Path]) -> tuple[str, ...]:
    """Those of ``characters`` that no font in ``fonts/`` of the template folders has, in order."""
    left = {each for each in characters if not each.isspace()}
    for folder in folders:
        for path in sorted((folder / "fonts").glob("*.[ot]tf")):
            if left:  # else it need not be opened
                left = {each for each in left if ord(each) not in _characters(path)}
    return tuple(sorted(left))


@cache
def _characters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
