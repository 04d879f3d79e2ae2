"""What a checklist is once it is read: one assertion type, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.checklist.phrases import Node
from factcheck.desk.source import Located
from factcheck.models import FieldKind, Priority

CIRCUMSTANCES: tuple[FieldKind, ...] = ("place", "time")
"""Kinds of fields that hold for a whole statement, and are filled from it where no phrase names them; a name or a
number is somebody's or something's."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as written, which knows its place in the file, and its tree."""

    source: Located
    node: Node


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a checker may look it up."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what must be found in it: words or numbers by field, or ``None`` for nothing."""

    text: Located
    finds: Mapping[Located, Located] | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """One assertion type.

    ``value`` is the field that sources are compared on; ``None`` compares nothing. ``blanks`` are lines to
    write on that only this type has. ``legal``: a lawyer reads such a fact before it is printed.
    """

    type: str
    title: str
    pack: str | None
    priority: Priority
    words: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, FieldKind]
    value: str | None
    phrases: tuple[Phrase, ...]
    excepts: tuple[Phrase, ...]
    questions: tuple[str, ...]
    references: tuple[Reference, ...]
    blanks: tuple[str, ...]
    examples: tuple[Example, ...]
    path: Path
    legal: bool = False
