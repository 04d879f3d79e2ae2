"""The form: statuses, blanks, sign-off lines and labels, from ``form.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from factcheck import desk
from factcheck.desk import Located, Source
from factcheck.errors import FactcheckError, Problem
from factcheck.resources import shipped

FILE = "form.yaml"

Paper = Literal["A4", "Letter"]
BlankKind = Literal["text", "long", "choice", "choices", "number", "date", "url", "signature"]


@dataclass(frozen=True, slots=True)
class Status:
    """One outcome of a check. ``letter`` stands where ``label`` has no room."""

    key: str
    letter: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write, or to tick. ``left`` and ``width`` are percent of the row.

    ``kind`` is "text", "long" (several lines on a screen), "choice" (tick one of ``choices``), "choices" (tick any),
    "number", "date", "url", or "signature", which is left to the pen. ``choices`` are pairs of key and label.
    """

    key: str
    label: str
    left: float
    width: float
    kind: BlankKind = "text"
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What a checker ticks, writes and signs, and every word that the sheets print.

    ``legal`` is the sign beside a fact that a lawyer reads before it is printed.
    """

    language: str
    paper: Paper
    statuses: tuple[Status, ...]
    blanks: tuple[tuple[Blank, ...], ...]
    short_blanks: tuple[Blank, ...]
    sign_off: tuple[str, ...]
    decisions: tuple[str, ...]
    legal: str
    how: tuple[str, ...]
    labels: Mapping[str, str]


def load(places: Sequence[Path] = ()) -> Form:
    """The form of the last of ``places`` that has one, over the form that ships with the program.

    A place is a folder that may hold a ``form.yaml``, or such a file. Raises ``FactcheckError`` with every fault.
    """
    content = _read(shipped("templates") / FILE)
    labels: dict[str, str] = content["labels"]
    for place in places:
        if not place.exists():
            raise FactcheckError.of(place, "there is no such folder of templates, or form")
        path = place / FILE if place.is_dir() else place
        if path == place or path.is_file():
            own = _read(path, labels)
            labels |= own.get("labels", {})
            content |= own
    return Form(
        language=str(content["language"]),
        paper="Letter" if content["paper"] == "Letter" else "A4",
        statuses=tuple(Status(**{key: str(text) for key, text in each.items()}) for each in content["statuses"]),
        blanks=tuple(_row(row) for row in content["blanks"]),
        short_blanks=_row(content["short_blanks"]),
        sign_off=tuple(map(str, content["sign_off"])),
        decisions=tuple(map(str, content["decisions"])),
        legal=str(content["legal"]),
        how=tuple(map(str, content["how"])),
        labels={str(name): str(text) for name, text in labels.items()},
    )


def _row(blanks: Sequence[Mapping[str, Any]]) -> tuple[Blank, ...]:
    total = sum(float(blank["width"]) for blank in blanks)
    row: list[Blank] = []
    left = 0.0
    for blank in blanks:
        width = round(100 * float(blank["width"]) / total, 3)
        choices = tuple((str(key), str(label)) for key, label in blank.get("choices", {}).items())
        kind = blank.get("kind", "choices" if choices else "text")
        row.append(Blank(str(blank["key"]), str(blank.get("label", "")), round(left, 3), width, kind, choices))
        left += width
    return tuple(row)


def _read(path: Path, labels: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What a file says; ``labels`` are the names that the templates print, where they are known."""
    source = desk.read(path)
    problems = [*desk.check(source, "form"), *_faults(source, labels)]
    if problems:
        raise FactcheckError(sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)))
    content: dict[str, Any] = source.data
    return content


def _faults(source: Source, labels: Mapping[str, str] | None) -> Iterator[Problem]:
    """What the schema cannot say. Entries of a wrong shape are passed over: that has been said already."""
    data = source.data if isinstance(source.data, dict) else {}
    named = data.get("labels")
    for name in named if isinstance(named, dict) and labels is not None else ():
        if name not in (labels or {}):
            hint = desk.did_you_mean(name, labels or ()) or ": no template prints it"
            yield name.problem(f"there is no label '{name}'{hint}")
    yield from _twice(_entries(data.get("statuses")), "key", "letter")
    for group in ("blanks", "short_blanks"):
        blanks = list(_entries(data.get(group)))
        yield from _twice(blanks, "key")
        for blank in blanks:
            kind = blank.get("kind")
            if kind in ("choice", "choices") and "choices" not in blank:
                yield kind.problem(f"a {kind} needs its boxes: choices: {{key: label}}")
            elif isinstance(kind, Located) and kind not in ("choice", "choices") and "choices" in blank:
                yield kind.problem(f"a blank with choices is a choice or choices, not '{kind}'")


def _entries(items: Any) -> Iterator[Mapping[Any, Any]]:
    """The mappings of a list, or of a list of rows."""
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield item
        else:
            yield from _entries(item)


def _twice(entries: Iterator[Mapping[Any, Any]] | Sequence[Mapping[Any, Any]], *keys: str) -> Iterator[Problem]:
    """The values that may be there once only: two fields of a file cannot share a name, nor two statuses a letter."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        for key in keys:
            value = entry.get(key)
            if isinstance(value, Located):
                if (key, value) in seen:
                    yield value.problem(f"the {key} '{value}' stands here a second time")
                seen.add((key, value))
