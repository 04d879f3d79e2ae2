r"""Makes the static fonts of the worksheet from the variable ones of four PyPI packages.

    pip install fontpkg-source-sans-3==3.52 fontpkg-source-serif-4==4.004 fontpkg-heebo==3.100 \
        fontpkg-noto-sans-arabic==2.12
    python templates/fonts/make.py

The result is committed, so that the same input gives the same pages everywhere; run this again only to change
the weights or the characters. The families get names of their own, because the SIL Open Font License reserves
the name of the originals (OFL.txt).
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent
PACKAGES = {
    "fontpkg_source_sans_3": "3.52",
    "fontpkg_source_serif_4": "4.004",
    "fontpkg_heebo": "3.100",
    "fontpkg_noto_sans_arabic": "2.12",
}
SANS, SERIF, HEBREW, ARABIC = (files(name) / "files" for name in PACKAGES)

# Blocks of Unicode; a character that the original lacks is simply not there.
CHARACTERS = [
    *range(0x0020, 0x007F),  # Basic Latin
    *range(0x00A0, 0x0250),  # Latin-1 Supplement, Latin Extended-A and -B
    *range(0x0250, 0x0370),  # IPA, modifier letters, combining marks
    *range(0x0370, 0x0530),  # Greek, Cyrillic
    *range(0x1E00, 0x2000),  # Latin Extended Additional, Greek Extended
    *range(0x2000, 0x20D0),  # punctuation, superscripts, currencies
    *range(0x2100, 0x2300),  # letterlike, number forms, arrows, mathematical operators
    *range(0x2500, 0x2600),  # box drawing, blocks, geometric shapes
    *(0x2610, 0x2611, 0x2612, 0x2713, 0x2717, 0x27A4, 0xFB01, 0xFB02, 0xFFFD),
]
# Names and quotations in another script. White space and signs come along, or they would be missing between two words.
BETWEEN = [*range(0x0020, 0x0041), 0x00A0, 0x00AB, 0x00BB, *range(0x200C, 0x2010), *range(0x2010, 0x2027)]
SCRIPTS = {
    "Factcheck Hebrew": [*BETWEEN, *range(0x0590, 0x0600), *range(0xFB1D, 0xFB50)],
    "Factcheck Arabic": [
        *BETWEEN, *range(0x0600, 0x0780), *range(0x08A0, 0x0900), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00),
    ],
}  # fmt: skip
FEATURES = ["calt", "case", "ccmp", "frac", "kern", "liga", "lnum", "locl", "mark", "mkmk", "pnum", "sups", "tnum"]

# file name: original, axes, family, style. Serif at the optical size of text.
FACES = {
    "FactcheckSans-Regular": (SANS / "SourceSans3[wght].ttf", {"wght": 400}, "Factcheck Sans", "Regular"),
    "FactcheckSans-Semibold": (SANS / "SourceSans3[wght].ttf", {"wght": 600}, "Factcheck Sans", "Semibold"),
    "FactcheckSans-Bold": (SANS / "SourceSans3[wght].ttf", {"wght": 700}, "Factcheck Sans", "Bold"),
    "FactcheckSans-Italic": (SANS / "SourceSans3-Italic[wght].ttf", {"wght": 400}, "Factcheck Sans", "Italic"),
    "FactcheckSerif-Regular": (
        SERIF / "SourceSerif4[opsz,wght].ttf", {"wght": 400, "opsz": 11}, "Factcheck Serif", "Regular",
    ),
    "FactcheckSerif-Bold": (
        SERIF / "SourceSerif4[opsz,wght].ttf", {"wght": 700, "opsz": 11}, "Factcheck Serif", "Bold",
    ),
    # A form field embeds its font whole, and ligatures would lose their text: no substitutions in this one.
    "FactcheckForm-Regular": (SANS / "SourceSans3[wght].ttf", {"wght": 400}, "Factcheck Form", "Regular"),
    "FactcheckHebrew-Regular": (HEBREW / "Heebo[wght].ttf", {"wght": 400}, "Factcheck Hebrew", "Regular"),
    "FactcheckArabic-Regular": (
        ARABIC / "NotoSansArabic[wdth,wght].ttf", {"wght": 400, "wdth": 100}, "Factcheck Arabic", "Regular",
    ),
}  # fmt: skip


# The tick box of the forms: U+2610 redrawn, so that at 9 pt it is a square of 4 mm with a line of 0.8 pt. A row of
# boxes and labels is then one run of text, several times faster to lay out than a row of CSS boxes.
BOX, BOX_SIZE, BOX_LINE, BOX_BOTTOM = 0x2610, 4 / 25.4 * 72 / 9, 0.8 / 9, -0.28  # in em


def draw_box(font: TTFont) -> None:
    """Redraw the tick box of a font."""
    em = font["head"].unitsPerEm
    low, side, line = (round(part * em) for part in (BOX_BOTTOM, BOX_SIZE, BOX_LINE))
    pen = TTGlyphPen(None)
    for inset in (0, line):
        corners = [(inset, low + inset), (inset, low + side - inset)]
        corners += [(side - inset, low + side - inset), (side - inset, low + inset)]
        pen.moveTo(corners[0])
        for corner in corners[1:] if not inset else reversed(corners[1:]):
            pen.lineTo(corner)
        pen.closePath()
    name = font.getBestCmap()[BOX]
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (side, 0)


# The rule before a blank: U+2502, which the original lacks, longer than any row of the form; the row cuts it off. The
# rules of a row are then part of its run of text, too. The advance keeps the label off the rule.
RULE, RULE_LINE, RULE_TOP, RULE_BOTTOM, RULE_ADVANCE = 0x2502, 0.4 / 9, 3.0, -9.0, 1.2 / 25.4 * 72 / 9  # in em


def draw_rule(font: TTFont) -> None:
    """Add the rule to a font."""
    em = font["head"].unitsPerEm
    line, top, bottom, advance = (round(part * em) for part in (RULE_LINE, RULE_TOP, RULE_BOTTOM, RULE_ADVANCE))
    pen = TTGlyphPen(None)
    pen.moveTo((0, bottom))
    for corner in ((0, top), (line, top), (line, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), "rule"])
    font["glyf"]["rule"] = pen.glyph()
    font["hmtx"]["rule"] = (advance, 0)
    for table in font["cmap"].tables:
        table.cmap[RULE] = "rule"


def make(name: str) -> None:
    """Write ``<name>.ttf`` and, for a text face, the same bytes each time."""
    source, axes, family, style = FACES[name]
    font = TTFont(str(source), recalcTimestamp=False)
    font = instantiateVariableFont(font, axes, static=True, updateFontNames=False)
    options = Options(hinting=False, name_IDs=["*"], glyph_names=False, notdef_outline=True, recalc_timestamp=False)
    options.layout_features = ["*"] if family in SCRIPTS else [] if family == "Factcheck Form" else FEATURES
    if family == "Factcheck Form":
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=SCRIPTS.get(family, CHARACTERS))
    subsetter.subset(font)
    if family == "Factcheck Sans":
        draw_box(font)
        draw_rule(font)
    names = {1: family, 2: style, 4: f"{family} {style}", 6: name, 16: family, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID in (3, 25):  # unique id, PostScript prefix
            record.string = name
        elif record.nameID not in (0, 5, 8, 9, 11, 12, 13, 14):  # copyright, version, makers and licence stay
            font["name"].removeNames(nameID=record.nameID)
    font["OS/2"].usWeightClass = axes["wght"]
    if "STAT" in font:
        del font["STAT"]
    font.save(HERE / f"{name}.ttf")
    print(f"{name}.ttf {(HERE / name).with_suffix('.ttf').stat().st_size // 1024} KiB")  # noqa: T201 - a script


if __name__ == "__main__":
    for package, wanted in PACKAGES.items():
        if version(package) != wanted:
            raise SystemExit(f"{package} {wanted} is needed, {version(package)} is installed")
    for face in FACES:
        make(face)
