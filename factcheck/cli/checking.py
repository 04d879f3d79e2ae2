"""``factcheck checklists check``: every fault of a desk's files, once or at each save."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.errors import FactcheckError, Problem
from factcheck.resources import shipped

POLL = 0.5
"""Seconds between two looks at the files that are watched."""


class Format(StrEnum):
    """How ``check`` prints what it finds."""

    text = "text"
    github = "github"
    json = "json"


def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE|DIR]...", help="Your files; without any, the shipped ones.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.text,
    watch: Annotated[bool, typer.Option("--watch", help="Check again at each save, until Ctrl+C.")] = False,
) -> None:
    """Check files: YAML, names, phrases, and that every example behaves as it says.

    Takes checklists, and form.yaml and session.yaml too.
    """
    paths = files or []
    state = _state(paths)
    good = checked(paths, format_)
    if watch:
        typer.echo("watching; Ctrl+C ends it", err=True)
        try:
            for _ in _saves(paths, state):
                typer.echo("")
                good = checked(paths, format_)
        except KeyboardInterrupt:
            typer.echo("", err=True)
    if not good:
        raise typer.Exit(1)


def checked(paths: Sequence[Path], format_: Format = Format.text) -> bool:
    """Check the shipped checklists with ``paths`` on top, print faults and advice; whether there are no faults."""
    faults, advice = _found(paths)
    if format_ is Format.json:
        rows = [_row("fault", each) for each in faults] + [_row("advice", each) for each in advice]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif format_ is Format.github:
        for each in faults:
            typer.echo(_workflow_command("error", each))
        for each in advice:
            typer.echo(_workflow_command("warning", each))
    else:
        for each in faults:
            typer.echo(str(each))
        for each in advice:
            typer.echo(f"{each} (advice)")
        typer.echo(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}" if faults else "no faults")
    return not faults


def _found(paths: Sequence[Path]) -> tuple[list[Problem], list[Problem]]:
    """The faults, and the advice where the checklists have none."""
    from factcheck import assignment, worksheet
    from factcheck.checklist import load
    from factcheck.checklist.examples import unproven
    from factcheck.checklist.loading import files_of

    faults: list[Problem] = []
    advice: list[Problem] = []
    try:
        loaded = load([shipped("checklists"), *paths])
    except FactcheckError as error:
        faults += error.problems
    else:
        own = {path for layers in files_of(paths or [shipped("checklists")], []).values() for path in layers}
        advice += unproven([each for each in loaded if each.path in own])
    for path in _files(paths):
        try:
            if path.name == "form.yaml":
                worksheet.load_form([path])
            elif path.name == assignment.FILE:
                given = assignment.read(path)
                given.chosen(load([shipped("checklists"), *given.folders]))
        except FactcheckError as error:
            faults += [problem for problem in error.problems if problem not in faults]
    return faults, advice


def _files(paths: Sequence[Path]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]


def _saves(paths: Sequence[Path], state: list[tuple[str, int]]) -> Iterator[None]:
    """Yields each time that a file has changed since ``state``, come or gone."""
    while True:
        time.sleep(POLL)
        if (now := _state(paths)) != state:
            state = now
            yield


def _state(paths: Sequence[Path]) -> list[tuple[str, int]]:
    """The files with the times of their last change. One that an editor is just replacing is not there."""
    found = []
    for path in _files(paths or [shipped("checklists")]):
        try:
            found.append((str(path), path.stat().st_mtime_ns))
        except FileNotFoundError:
            continue
    return found


def _row(kind: str, problem: Problem) -> dict[str, str | int | None]:
    place = {"path": problem.path, "line": problem.line, "column": problem.column}
    return {"kind": kind, **place, "message": problem.message}


def _workflow_command(level: str, problem: Problem) -> str:
    """The line that GitHub Actions turns into a remark at the file's line."""
    place = {"file": problem.path, "line": problem.line, "col": problem.column}
    escape = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
    in_place = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
    shown = ",".join(f"{key}={str(value).translate(in_place)}" for key, value in place.items() if value is not None)
    return f"::{level} {shown}::{problem.message.translate(escape)}"
