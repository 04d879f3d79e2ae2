"""From a ``Pack`` to PDF. Each sheet is laid out as a document of its own, then they are bound into one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.render import fonts, log
from factcheck.render.press import Press
from factcheck.resources import shipped
from factcheck.worksheet.pack import Pack

__all__ = ["pdf", "split"]

Tell = Callable[[str], None]
DESK = "desk"
"""The name of the file that ``split`` makes of the sheets that belong to no single article."""


def pdf(
    pack: Pack,
    *,
    templates: Sequence[Path] = (),
    fillable: bool = False,
    archive: bool = False,
    attach: Mapping[str, bytes] | None = None,
    progress: Tell | None = None,
    warn: Tell | None = None,
) -> bytes:
    """The pack as one PDF; the same pack, templates and options give the same bytes.

    ``templates``: folders of a desk, where a file of the name of ours replaces it; the last folder wins.
    ``fillable`` makes fields of all boxes and blanks, named as in "S1-07/status_ok". ``archive`` makes PDF/A-3a
    instead of PDF/UA-1 and has no fields. ``attach``: files to embed, by name.
    ``progress`` is called with each sheet before it is laid out, ``warn`` with what is not as it should be on
    the pages, such as characters that the fonts do not have.
    Raises ``FactcheckError`` for a fault in a template or a pack without sheets, ``ValueError`` for an archive
    copy with fields.
    """
    with _press(pack, templates, fillable=fillable, archive=archive, progress=progress, warn=warn) as press:
        return press.bind(pack.sheets, attach or {})


def split(
    pack: Pack,
    *,
    templates: Sequence[Path] = (),
    fillable: bool = False,
    archive: bool = False,
    attach: Mapping[str, bytes] | None = None,
    progress: Tell | None = None,
    warn: Tell | None = None,
) -> dict[str, bytes]:
    """The pack as one PDF for each article, to hand out, by its id ("S1"), and one for the rest, "desk".

    Options and errors are those of ``pdf``; files to embed go with the desk's.
    """
    piles = {DESK: [sheet for sheet in pack.sheets if sheet.source is None]}
    for sheet in pack.sheets:
        if sheet.source is not None:
            piles.setdefault(sheet.source.id, []).append(sheet)
    with _press(pack, templates, fillable=fillable, archive=archive, progress=progress, warn=warn) as press:
        return {
            name: press.bind(sheets, (attach or {}) if name == DESK else {}) for name, sheets in piles.items() if sheets
        }


@contextmanager
def _press(
    pack: Pack,
    templates: Sequence[Path],
    *,
    fillable: bool,
    archive: bool,
    progress: Tell | None,
    warn: Tell | None,
) -> Iterator[Press]:
    """A press with all sheets laid out; says afterwards what went wrong on the pages."""
    if fillable and archive:
        raise ValueError("an archive copy has no fields")
    if not pack.sheets:
        raise FactcheckError.of(pack.title, "none of the sheets asked for is there to print")
    folders = [*reversed(templates), shipped("templates")]
    with log.passed_on(warn):
        press = Press(pack, folders, fillable=fillable, archive=archive)
        press.lay_out(progress)
        yield press
    if warn and (lost := fonts.missing(press.characters, folders)):
        shown = [f"{each} (U+{ord(each):04X})" if each.isprintable() else f"U+{ord(each):04X}" for each in lost[:10]]
        more = f" and {len(lost) - 10} more" if len(lost) > 10 else ""
        warn(f"the fonts have no sign for {', '.join(shown)}{more}; an empty box stands in its place")
