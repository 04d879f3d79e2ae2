"""Every kind of page against a picture of it, on both papers.

After a change that is meant, look at the new pictures and keep them:  python tests/render/test_render_pictures.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

PICTURES = Path(__file__).parent / "pictures"
DPI = 60
FOOT = 62
"""The margin at the foot, in points; that of paper on its side is the highest."""
SHADE = 60
"""Of 255: a smaller difference of a blurred pixel is a matter of the rasteriser."""
SHARE = 0.002
"""Of the page: fewer different pixels than this are a matter of the rasteriser."""
PAGES = ["Cover 1", "Notes 1", "S1 1", "S1 2", "S1 text 1", "S2 1", "Calls 1", "Index 1"]
THREE = ["Notes 1", "Notes 2", "Calls 1", "Calls 2"]
VARIANTS: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "a4": ({"paper": "A4"}, {}, PAGES),
    "letter": ({"paper": "Letter"}, {}, [*PAGES, "Cover 2"]),
    "three a4": ({"paper": "A4"}, {}, THREE),
    "three letter": ({"paper": "Letter"}, {}, THREE),
    "fillable": ({}, {"fillable": True}, ["Cover 1", "S1 1", "Calls 1", "Index 1"]),
    "large": ({"large": True}, {}, ["Cover 1", "Notes 1", "S1 1", "S1 text 1", "Calls 1", "Index 1"]),
    "speaker": ({"group_by": "speaker"}, {}, ["Facts 1"]),
    "type": ({"group_by": "type"}, {}, ["Facts 1"]),
}
"""What is printed, how, and which pages of it are compared."""
CASES = [(variant, page) for variant, (_, _, pages) in VARIANTS.items() for page in pages]


def print_(variant: str) -> bytes:
    """The PDF of a variant."""
    import flood

    from factcheck import render, worksheet

    options, printing, _ = VARIANTS[variant]
    session = flood.three_articles() if variant.startswith("three") else flood.session()
    pack = worksheet.context(session, flood.CHECKLISTS, form=worksheet.load_form(), **options)
    return render.pdf(pack, **printing)


def draw(variant: str, data: bytes) -> dict[str, Image.Image]:
    """The pictures of a variant's pages, by the name at their foot."""
    wanted = VARIANTS[variant][2]
    drawn = {}
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        for page in document:
            foot = page.get_textpage().get_text_bounded(bottom=0, top=FOOT)
            name = next(name for name in [*wanted, ""] if not name or f"{name[:-2]} · page {name[-1]} of" in foot)
            if name:
                drawn[name] = page.render(scale=DPI / 72, may_draw_forms=True).to_pil().convert("L")
    return drawn


@pytest.fixture(scope="module")
def drawn() -> dict[str, dict[str, Image.Image]]:
    return {}


@pytest.mark.parametrize(("variant", "page"), CASES, ids=[f"{variant} {page}" for variant, page in CASES])
def test_a_page_looks_as_it_did(
    variant: str, page: str, printed: bytes, drawn: dict[str, dict[str, Image.Image]], tmp_path: Path
) -> None:
    if variant not in drawn:
        drawn[variant] = draw(variant, printed if variant == "a4" else print_(variant))
    actual = drawn[variant][page]
    with Image.open(PICTURES / f"{variant} {page}.png") as kept:
        expected = kept.convert("L")
    assert actual.size == expected.size
    apart = ImageChops.difference(*(image.filter(ImageFilter.BoxBlur(1)) for image in (expected, actual)))
    different = apart.point(lambda shade: 255 if shade > SHADE else 0)
    share = different.histogram()[255] / (different.width * different.height)
    if share > SHARE:
        for name, image in (("expected", expected), ("actual", actual), ("different", different)):
            image.save(tmp_path / f"{name}.png")
        pytest.fail(f"{share:.2%} of the page differ; see {tmp_path}")


def keep() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    for variant in VARIANTS:
        for page, image in draw(variant, print_(variant)).items():
            image.quantize(16).save(PICTURES / f"{variant} {page}.png", optimize=True)


if __name__ == "__main__":
    import sys

    sys.path[:0] = [str(Path(__file__).parent.parent / "worksheet")]
    keep()
