"""From a ``Pack`` to PDF. Each sheet is laid out and drawn as a document of its own; then all are bound into one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.render.job import Job
from factcheck.render.presses import Presses, finished, presses
from factcheck.resources import shipped
from factcheck.worksheet.pack import Pack

if TYPE_CHECKING:
    from factcheck.render.binding import Binding

__all__ = ["Presses", "pdf", "presses", "rehearse", "split"]

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
    presses: Presses | None = None,
    progress: Tell | None = None,
    warn: Tell | None = None,
) -> bytes:
    """The pack as one PDF; the same pack, templates and options give the same bytes.

    ``templates``: folders of a desk, where a file of the name of ours replaces it; the last folder wins.
    ``fillable`` makes fields of all boxes and blanks, named as in "S1-07/status_ok". ``archive`` makes PDF/A-3a
    instead of PDF/UA-1 and has no fields. ``attach``: files to embed, by name. ``presses``: the processes to
    print in, of the function of that name; this one where there are none.
    ``progress`` is told each sheet that is printed, ``warn`` what is not as it should be on the pages, such as
    characters that the fonts do not have.
    Raises ``FactcheckError`` for a fault in a template or a pack without sheets, ``ValueError`` for an archive
    copy with fields.
    """
    job = _job(pack, templates, fillable=fillable, archive=archive)
    (printed,) = _bound(job, attach or {}, presses, progress, warn).values()
    return printed


def split(
    pack: Pack,
    *,
    templates: Sequence[Path] = (),
    fillable: bool = False,
    archive: bool = False,
    attach: Mapping[str, bytes] | None = None,
    presses: Presses | None = None,
    progress: Tell | None = None,
    warn: Tell | None = None,
) -> dict[str, bytes]:
    """The pack as one PDF for each article, to hand out, by its id ("S1"), and one for the rest, "desk".

    Options and errors are those of ``pdf``; files to embed go with the desk's.
    """
    job = _job(pack, templates, fillable=fillable, archive=archive, split=True)
    return _bound(job, attach or {}, presses, progress, warn)


def rehearse(
    pack: Pack,
    presses: Presses,
    *,
    templates: Sequence[Path] = (),
    fillable: bool = False,
    archive: bool = False,
) -> None:
    """Have ``presses`` get ready, in the meantime, to print a pack of the form and the paper of ``pack``.

    What they print of it, perhaps of no article, is thrown away. Options are those of ``pdf``.
    """
    presses.rehearse(_job(pack, templates, fillable=fillable, archive=archive))


def _job(pack: Pack, templates: Sequence[Path], *, fillable: bool, archive: bool, split: bool = False) -> Job:
    if fillable and archive:
        raise ValueError("an archive copy has no fields")
    if not pack.sheets:
        raise FactcheckError.of(pack.title, "none of the sheets asked for is there to print")
    return Job(pack, (*reversed(templates), shipped("templates")), fillable, archive, split)


def _bound(
    job: Job, attach: Mapping[str, bytes], presses: Presses | None, progress: Tell | None, warn: Tell | None
) -> dict[str, bytes]:
    """The files of a job, by name. Each sheet is bound when it is printed; what is wrong on any is said at the end."""
    names = [job.file_of(sheet) or DESK for sheet in job.pack.sheets]
    bindings: dict[str, Binding] = {}
    files: dict[bytes, bytes] = {}
    messages: dict[str, None] = {}
    seen: set[str] = set()
    lost: set[str] = set()
    for sheet, made in finished(job, presses, progress):
        from factcheck.render import fonts  # other processes print in the meantime
        from factcheck.render.binding import Binding

        place = job.pack.sheets.index(sheet)
        bindings.setdefault(names[place], Binding()).add(place, made.piece)
        files |= made.fonts
        messages |= dict.fromkeys(made.messages)
        lost.update(fonts.missing(made.characters - seen, job.folders))
        seen |= made.characters
    if warn:
        if lost:
            messages[_no_sign(sorted(lost))] = None
        for message in messages:
            warn(message)
    return {
        name: binding.finish(files, attach if name == DESK else {}, made=job.made, archive=job.archive)
        for name, binding in bindings.items()
    }


def _no_sign(lost: Sequence[str]) -> str:
    shown = [f"{each} (U+{ord(each):04X})" if each.isprintable() else f"U+{ord(each):04X}" for each in lost[:10]]
    more = f" and {len(lost) - 10} more" if len(lost) > 10 else ""
    return f"the fonts have no sign for {', '.join(shown)}{more}; an empty box stands in its place"
