"""Which checklists have passed their examples already, so that an unchanged one is not tried at each start.

Only a pass is remembered, under a digest of everything that it depends on: the checklist with all it inherits, the
program's own code and word lists, spaCy's version. Whatever differs in a single byte is tried again; what fails is
never remembered. A memory that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from factcheck.checklist.definition import Checklist
from factcheck.resources import PACKAGE

_MOST = 2000


class Verdicts:
    """The digests of the checklists that passed, in one file of the user's cache folder."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or _cache_folder() / "checklists-passed.txt"
        try:
            self._passed = dict.fromkeys(self._path.read_text("ascii").split())
        except (OSError, UnicodeDecodeError):
            self._passed = {}

    def passed(self, checklist: Checklist) -> bool:
        """Whether exactly this checklist passed with exactly this program."""
        return _digest(checklist) in self._passed

    def remember(self, checklists: Iterable[Checklist]) -> None:
        """Add checklists that passed, the newest last, and forget the oldest beyond a limit."""
        for checklist in checklists:
            digest = _digest(checklist)
            self._passed.pop(digest, None)
            self._passed[digest] = None
        lines = list(self._passed)[-_MOST:]
        draft = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text("\n".join(lines), "ascii")
            draft.replace(self._path)
        except OSError:
            draft.unlink(missing_ok=True)


def _digest(checklist: Checklist) -> str:
    parts: list[object] = [checklist.type, checklist.words, checklist.fields, checklist.value]
    parts += [[phrase.source for phrase in phrases] for phrases in (checklist.phrases, checklist.excepts)]
    parts += [[(example.text, example.finds) for example in checklist.examples]]
    return sha256(f"{_program()}\n{parts!r}".encode()).hexdigest()


@cache
def _program() -> str:
    """A digest of what decides whether an example is found: code and data of the package, by size and time."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".txt", ".yaml", ".json"))
    marks = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return sha256(repr((version("spacy"), sys.version, marks)).encode()).hexdigest()


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "factcheck"
