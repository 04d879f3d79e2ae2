"""What is left of a font is drawn as before."""

from __future__ import annotations

import io
from collections.abc import Collection
from functools import cache
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from factcheck.render import truetype
from factcheck.resources import shipped

FONTS = sorted(path.name for path in (shipped("templates") / "fonts").glob("*.ttf"))


@cache
def content(name: str) -> bytes:
    return (shipped("templates") / "fonts" / name).read_bytes()


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data), checkChecksums=2)  # raises where a table is not as its checksum says


def drawn(font: TTFont, glyph: int) -> tuple[Any, float]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    shape = glyphs[font.getGlyphName(glyph)]
    shape.draw(pen)
    return pen.value, shape.width


def check(name: str, glyphs: Collection[int]) -> None:
    whole, part = opened(content(name)), opened(truetype.subset(content(name), glyphs))
    assert all(drawn(whole, glyph) == drawn(part, glyph) for glyph in {0, *glyphs})


@pytest.mark.parametrize("name", FONTS)
def test_every_font_that_ships_can_be_made_small(name: str) -> None:
    characters = opened(content(name)).getBestCmap()
    numbers = opened(content(name)).getReverseGlyphMap()
    shown = {numbers[characters[ord(each)]] for each in "éÅǻ (42) م ﷺ שׁ" if ord(each) in characters}
    assert shown
    check(name, shown)
    assert len(truetype.subset(content(name), shown)) < len(content(name)) / 3


@given(st.sets(st.integers(0, 193)))
def test_any_glyphs_of_it(glyphs: set[int]) -> None:
    check("FactcheckHebrew-Regular.ttf", glyphs)


def test_all_of_it_without_what_only_the_layout_needs() -> None:
    whole = truetype.subset(content(FONTS[0]), None)
    font = opened(whole)
    assert set(font.keys()) - {"GlyphOrder"} == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert font["maxp"].numGlyphs == opened(content(FONTS[0]))["maxp"].numGlyphs
    assert all(drawn(font, glyph) == drawn(opened(content(FONTS[0])), glyph) for glyph in range(0, 1300, 50))


def test_what_is_left_out_is_empty() -> None:
    font = opened(truetype.subset(content("FactcheckSans-Regular.ttf"), {40}))
    assert font["maxp"].numGlyphs == 41
    assert [glyph for glyph in range(41) if drawn(font, glyph)[0]] == [0, 40]


def test_a_glyph_brings_its_parts_along() -> None:
    name, font = next(
        (name, font) for name, font in ((name, opened(content(name))) for name in FONTS) if composites(font)
    )
    check(name, {composites(font)[-1]})


def composites(font: TTFont) -> list[int]:
    table: Any = font["glyf"]
    return [number for number, name in enumerate(font.getGlyphOrder()) if table[name].isComposite()]


def test_glyphs_of_one_width_have_it_once() -> None:
    """A font may give the width of its last glyphs once, for all of them (ISO/IEC 14496-22, 5.2.4)."""
    font = opened(content("FactcheckHebrew-Regular.ttf"))
    metrics: Any = font["hmtx"]
    names = font.getGlyphOrder()
    for glyph in names[100:]:
        metrics[glyph] = (500, metrics[glyph][1])
    made = io.BytesIO()
    font.save(made)
    whole = opened(made.getvalue())
    assert whole["hhea"].numberOfHMetrics == 101
    for shown in ({3, 150}, {3}, {100}, {99, 101}):
        part = opened(truetype.subset(made.getvalue(), shown))
        given: Any = part["hmtx"]
        for glyph in shown:
            assert given[part.getGlyphName(glyph)] == whole["hmtx"][names[glyph]]
