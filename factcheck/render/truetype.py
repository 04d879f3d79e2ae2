"""A TrueType font as a PDF needs it: with the glyphs that it shows and nothing that the layout was made with."""

from __future__ import annotations

from collections.abc import Collection

import uharfbuzz
from uharfbuzz import SubsetFlags

TABLES = frozenset(("glyf", "head", "hhea", "hmtx", "loca", "maxp"))
"""What a PDF wants of a font whose glyphs it names by number (ISO 32000-1, 9.9), without hints for coarse screens."""


def subset(content: bytes, glyphs: Collection[int] | None) -> bytes:
    """The font with these glyphs, which keep their numbers, and those that they are composed of; ``None`` for all."""
    face = uharfbuzz.Face(content)
    kept = uharfbuzz.SubsetInput()
    kept.flags = SubsetFlags.RETAIN_GIDS | SubsetFlags.NO_HINTING | SubsetFlags.NO_LAYOUT_CLOSURE
    kept.flags |= SubsetFlags.NOTDEF_OUTLINE
    kept.drop_table_tag_set.update(_number(tag) for tag in face.table_tags if tag not in TABLES)
    if glyphs is None:
        kept.glyph_set.invert()
    else:
        kept.glyph_set.update(glyphs)
    return bytes(uharfbuzz.subset(face, kept).blob.data)


def _number(tag: str) -> int:
    """The name of a table as OpenType's programs count it."""
    return int.from_bytes(tag.encode("latin-1"), "big")
