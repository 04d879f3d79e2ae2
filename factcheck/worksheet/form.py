"""The form: statuses, blanks, sign-off lines and labels, from ``form.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from factcheck.errors import FactcheckError, Problem
from factcheck.resources import shipped, yaml_loader

FILE = "form.yaml"
_Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """One outcome of a check. ``letter`` stands where ``label`` has no room."""

    key: str
    letter: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write, or to tick one of ``choices`` (key, label). ``left`` and ``width`` are percent of the row.

    ``long`` takes more than one line where the form is filled in on a screen.
    """

    key: str
    label: str
    left: float
    width: float
    choices: tuple[tuple[str, str], ...] = ()
    long: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a checker ticks, writes and signs, and every word that the sheets print."""

    language: str
    statuses: tuple[Status, ...]
    blanks: tuple[tuple[Blank, ...], ...]
    short_blanks: tuple[Blank, ...]
    sign_off: tuple[str, ...]
    decisions: tuple[str, ...]
    how: tuple[str, ...]
    labels: Mapping[str, str]


def load(folders: Sequence[Path] = ()) -> Form:
    """The form of the last of ``folders`` that has one, over the form that ships with the program.

    Raises ``FactcheckError`` with every fault in the file: unknown keys, wrong types, two statuses of one key.
    """
    content = _read(shipped("templates") / FILE)
    for folder in folders:
        if (path := folder / FILE).is_file():
            own = _read(path)
            _check(path, own, known=content)
            content = content | own | {"labels": content["labels"] | own.get("labels", {})}
    return Form(
        language=content["language"],
        statuses=tuple(Status(**status) for status in content["statuses"]),
        blanks=tuple(_row(row) for row in content["blanks"]),
        short_blanks=_row(content["short_blanks"]),
        sign_off=tuple(content["sign_off"]),
        decisions=tuple(content["decisions"]),
        how=tuple(content["how"]),
        labels=content["labels"],
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=yaml_loader())  # noqa: S506 - it is a safe loader
    except UnicodeDecodeError as error:
        raise FactcheckError.of(path, f"is not UTF-8 ({error.reason} at byte {error.start})") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = {} if mark is None else {"line": mark.line + 1, "column": mark.column + 1}
        raise FactcheckError.of(path, error.problem or "is not YAML", **place) from error
    if not isinstance(content, dict):
        raise FactcheckError.of(path, "has no keys; a form is a mapping such as 'sign_off: [Checker, Editor]'")
    return content


def _row(blanks: Sequence[Mapping[str, Any]]) -> tuple[Blank, ...]:
    total = sum(blank["width"] for blank in blanks)
    row: list[Blank] = []
    left = 0.0
    for blank in blanks:
        width = round(100 * blank["width"] / total, 3)
        choices = tuple(blank.get("choices", {}).items())
        long = blank.get("long", False)
        row.append(Blank(blank["key"], blank.get("label", ""), round(left, 3), width, choices, long))
        left += width
    return tuple(row)


# --- faults in a desk's own form ------------------------------------------------------------------

_KEY = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_BLANK = {
    "type": "object",
    "required": ["key", "width"],
    "additionalProperties": False,
    "properties": {
        "key": _KEY,
        "label": {"type": "string"},
        "width": {"type": "number", "exclusiveMinimum": 0},
        "long": {"type": "boolean"},
        "choices": {"type": "object", "propertyNames": _KEY, "additionalProperties": _TEXT},
    },
}
_STATUS = {
    "type": "object",
    "required": ["key", "letter", "label", "meaning"],
    "additionalProperties": False,
    "properties": {"key": _KEY, "letter": {"type": "string", "maxLength": 2}, "label": _TEXT, "meaning": _TEXT},
}


def _schema(labels: Mapping[str, str]) -> dict[str, Any]:
    """JSON Schema of a form; ``labels`` are the names that the templates print."""
    row = {"type": "array", "minItems": 1, "items": _BLANK}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "language": _TEXT,
            "statuses": {"type": "array", "minItems": 1, "items": _STATUS},
            "blanks": {"type": "array", "items": row},
            "short_blanks": row,
            "sign_off": _TEXTS,
            "decisions": _TEXTS,
            "how": _TEXTS,
            "labels": {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(labels, _TEXT)},
        },
    }


def _check(path: Path, own: Mapping[str, Any], *, known: Mapping[str, Any]) -> None:
    lines = _lines(yaml.compose(path.read_text("utf-8"), Loader=yaml_loader()))
    problems = []
    for error in sorted(
        Draft202012Validator(_schema(known["labels"])).iter_errors(own), key=lambda e: list(map(str, e.path))
    ):
        where = tuple(error.absolute_path)
        line, column = lines.get(where, (1, 1))
        name = ".".join(map(str, where))
        problems.append(Problem(str(path), line, column, f"{name}: {error.message}" if name else error.message))
    if not problems:
        for group in ("statuses", "blanks", "short_blanks"):
            problems += _twice(path, own.get(group, ()), group, lines)
    if problems:
        raise FactcheckError(sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)))


def _twice(
    path: Path, items: Sequence[Any], group: str, lines: Mapping[tuple[Any, ...], tuple[int, int]]
) -> list[Problem]:
    """The keys of a list, or of a list of rows, that are there twice: two fields of a PDF cannot share a name."""
    seen: set[str] = set()
    problems = []
    for index, item in enumerate(items):
        row = item if isinstance(item, list) else [item]
        for place, entry in enumerate(row):
            if entry["key"] in seen:
                where = (group, index, place) if isinstance(item, list) else (group, index)
                line, column = lines.get(where, (1, 1))
                problems.append(Problem(str(path), line, column, f"{group}: the key {entry['key']!r} is there twice"))
            seen.add(entry["key"])
    return problems


def _lines(node: yaml.Node | None, where: _Where = ()) -> dict[_Where, tuple[int, int]]:
    """The line and column (from 1) of every value in a YAML document, by its path."""
    if node is None:
        return {}
    found = {where: (node.start_mark.line + 1, node.start_mark.column + 1)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= _lines(value, (*where, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            found |= _lines(value, (*where, index))
    return found
