"""What factcheck needs and whether it is there."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.metadata import version

from factcheck.resources import shipped

NEEDED = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``mend`` says what to do where it is not well."""

    what: str
    well: bool
    found: str
    mend: str = ""


def examine() -> Iterator[Finding]:
    """Look at everything, one finding at a time; never raises."""
    yield _python()
    for package in ("spacy", "jinja2", "pyyaml", "jsonschema-rs", "fonttools", "uharfbuzz"):
        yield _try(package, partial(version, package), "run `make` again, or pip install factcheck")
    yield _try("weasyprint and Pango", _pango, _PANGO_MEND)
    yield _try("fonts", _fonts, "reinstall factcheck: templates/fonts is part of it")
    yield _try("English pipeline", _english, "reinstall factcheck: english/model is part of it")
    yield _try("checklists", _checklists, "run `factcheck checklists check`")


_PANGO_MEND = (
    "Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0; "
    "Fedora: dnf install pango; macOS: brew install pango"
)


def _try(what: str, look: Callable[[], str], mend: str) -> Finding:
    try:
        return Finding(what, True, look())
    except Exception as error:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        return Finding(what, False, reason[0], mend)


def _python() -> Finding:
    return Finding(
        "Python",
        sys.version_info >= NEEDED,
        f"{platform.python_version()} on {platform.system()}",
        "install 3.11 or newer",
    )


def _pango() -> str:
    weasyprint = import_module("weasyprint")
    pango = import_module("weasyprint.text.ffi").pango.pango_version()
    return f"{weasyprint.__version__}, Pango {pango // 10000}.{pango // 100 % 100}.{pango % 100}"


def _fonts() -> str:
    fonts = sorted((shipped("templates") / "fonts").glob("*.ttf"))
    if not fonts:
        raise FileNotFoundError("no font files")
    return f"{len(fonts)} files in {fonts[0].parent}"


def _english() -> str:
    nlp = import_module("factcheck.english").load()
    parts = ", ".join(nlp.pipe_names)
    return f"{nlp.meta.get('name') or 'blank'} {nlp.meta.get('version', '')} ({parts})".strip()


def _checklists() -> str:
    folder = shipped("checklists")
    found = import_module("factcheck.checklist").load([folder])
    return f"{len(found)} types in {folder}"
