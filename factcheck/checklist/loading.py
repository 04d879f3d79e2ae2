"""Folders of YAML files to checklists. Everything that is wrong with any file is said at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.checklist import examples, inheritance, validate
from factcheck.checklist.definition import Checklist, Example, Reference
from factcheck.desk import schema, source
from factcheck.desk.source import Source
from factcheck.errors import FactcheckError, Problem

_OTHERS = ("form", "session")
"""Files that a desk may keep beside its checklists and that are none."""


def load(folders: Sequence[Path], *, try_examples: bool = True) -> tuple[Checklist, ...]:
    """Read the checklists of some folders (or single files), in order of their type.

    A file of a later folder replaces the one of the same name before it and may extend it. Raises
    ``FactcheckError`` with every fault of every file: YAML, shape, names, phrases and, unless told not to,
    examples that do not behave as they say. A file with a fault is never left out silently.
    """
    problems: list[Problem] = []
    layers = files_of(folders, problems)
    files = {path: _read(path, problems) for paths in layers.values() for path in paths}
    sound: list[Checklist] = []
    for kind in sorted(layers):
        checklist, faults = _build(kind, layers, files)
        problems += faults
        sound += [checklist] if checklist else []
    if try_examples:
        problems += examples.check(sound)
    if problems:
        raise FactcheckError(
            sorted(dict.fromkeys(problems), key=lambda each: (each.path, each.line or 0, each.column or 0))
        )
    return tuple(sound)


@dataclass(frozen=True, slots=True)
class _File:
    """A file and what of it can be used; ``sound`` where that is all of it."""

    source: Source
    data: Mapping[str, Any]
    sound: bool


def files_of(folders: Iterable[Path], problems: list[Problem]) -> dict[str, list[Path]]:
    """For each type its files: what is replaced first, what counts last. Adds to ``problems`` what is not read."""
    layers: dict[str, list[Path]] = {}
    for folder in folders:
        if not folder.exists():
            problems.append(Problem(str(folder), None, None, "there is no such folder or file of checklists"))
            continue
        for path in sorted(folder.iterdir()) if folder.is_dir() else [folder]:
            if path.suffix == ".yml":
                problems.append(Problem(str(path), None, None, "is not read: a checklist's file name ends in .yaml"))
            elif path.suffix == ".yaml" and path.stem not in _OTHERS and not path.name.startswith("."):
                layers.setdefault(path.stem, []).append(path)
    return layers


def _read(path: Path, problems: list[Problem]) -> _File:
    try:
        found = source.read(path)
    except FactcheckError as error:
        problems += error.problems
        return _File(Source(path, {}, {}), {}, sound=False)
    faults = schema.check(found, "checklist")
    data = validate.usable(found.data) if faults else found.data
    faults += validate.own(data, path.stem)
    problems += faults
    return _File(found, data, sound=not faults)


def _build(
    kind: str, layers: Mapping[str, list[Path]], files: Mapping[Path, _File]
) -> tuple[Checklist | None, list[Problem]]:
    """The checklist of a type, or what is wrong between its parts."""
    chain, faults = _chain(kind, layers, files)
    if not all(file.sound for file in chain[1:]):
        return None, []  # it cannot be judged before what it extends is mended
    data = chain[-1].data
    for file in reversed(chain[:-1]):
        faults += inheritance.not_there(data, file.data)
        data = inheritance.extended(data, file.data)
    phrases, unread = validate.phrases(data.get("phrases", ()), data)
    excepts, unread_excepts = validate.phrases(data.get("except", ()), data)
    faults += unread + unread_excepts or list(validate.unused([*phrases, *excepts], data, chain[0].data))
    faults += validate.references(data)
    if faults or not chain[0].sound:
        return None, faults
    return Checklist(
        type=str(kind),
        title=data["title"],
        pack=data.get("pack"),
        priority=data.get("priority", "normal"),
        words={name: tuple(entries) for name, entries in data.get("words", {}).items()},
        fields=data.get("fields", {}),
        value=data.get("value"),
        phrases=tuple(phrases),
        excepts=tuple(excepts),
        questions=tuple(data["questions"]),
        references=tuple(Reference(each["name"], each.get("url")) for each in data.get("references", ())),
        blanks=tuple(data.get("blanks", ())),
        examples=tuple(
            Example(each["text"], None if each["finds"] == "nothing" else each["finds"]) for each in data["examples"]
        ),
        path=chain[0].source.path,
        legal=data.get("legal") == "true",
    ), []


def _chain(
    kind: str, layers: Mapping[str, list[Path]], files: Mapping[Path, _File]
) -> tuple[list[_File], list[Problem]]:
    """The file of a type, what it extends, what that extends, ..."""
    layer = len(layers[kind]) - 1
    chain = [files[layers[kind][layer]]]
    while (base := chain[-1].data.get("extends")) is not None:
        layer = layer - 1 if base == kind else len(layers.get(base, ())) - 1
        kind = base
        if layer < 0:
            hint = schema.did_you_mean(base, layers) or ": no such checklist is loaded"
            return chain, [base.problem(f"there is no '{base}' to extend{hint}")]
        file = files[layers[kind][layer]]
        if file in chain:
            return chain, [base.problem(f"'{base}' extends this checklist itself")]
        chain.append(file)
    return chain, []
