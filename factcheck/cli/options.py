"""Options that more than one command has, and what their words mean."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.errors import FactcheckError, Problem

if TYPE_CHECKING:
    from factcheck.assignment import Assignment
    from factcheck.checklist import Checklist

Articles = Annotated[
    list[Path],
    typer.Argument(
        metavar="ARTICLE...", help="Articles (.txt, .md), folders of them, or a session.yaml.", show_default=False
    ),
]
Published = Annotated[
    list[str] | None,
    typer.Option(metavar="S2=2019-03-27", help="When an article was published, if it does not say so itself."),
]
Checklists = Annotated[
    list[Path] | None,
    typer.Option(metavar="DIR", help="A folder of checklists: a file of the same name replaces ours, a new one adds."),
]
Templates = Annotated[
    list[Path] | None, typer.Option(metavar="DIR", help="A folder of templates that replace ours by name.")
]
Pipeline = Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline to use, or 'blank'.")]
Title = Annotated[str | None, typer.Option(help="The title of the session.")]
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="YYYY-MM-DD", help="The date on the sheets; without it SOURCE_DATE_EPOCH's, or none."
    ),
]


def assigned(paths: Sequence[Path]) -> tuple[list[Path], Assignment]:
    """The articles to read, and what the session file among ``paths`` says; the file stands for its articles.

    A folder that holds a ``session.yaml`` stands for that. Raises ``FactcheckError`` with every fault of the file.
    """
    from factcheck import assignment

    files = [file for path in paths if (file := assignment.find(path))]
    if len(files) > 1:
        raise FactcheckError.of(files[1], f"is a second session beside {files[0]}: give one at a time")
    given = assignment.read(files[0]) if files else assignment.Assignment()
    articles = [article for path in paths for article in (given.articles if assignment.find(path) else [path])]
    return articles, given


def checklist(type_: str, folders: Sequence[Path] | None) -> Checklist:
    """The checklist of a type, among the shipped ones and those of ``folders``. ``FactcheckError`` if there is none."""
    from factcheck.checklist import load
    from factcheck.desk import did_you_mean
    from factcheck.resources import shipped

    found = {each.type: each for each in load([shipped("checklists"), *(folders or [])], try_examples=False)}
    if type_ not in found:
        hint = did_you_mean(type_, found) or ": name the folder of your own types with --checklists"
        raise FactcheckError.of("checklists", f"there is no type '{type_}'{hint}")
    return found[type_]


def dates(pairs: Sequence[str]) -> dict[str, date]:
    """``S2=2019-03-27`` as a date by article id. Raises ``FactcheckError`` with every pair that is none."""
    found, problems = {}, []
    for pair in pairs:
        ident, _, day = pair.partition("=")
        try:
            found[ident.strip().upper()] = date.fromisoformat(day.strip())
        except ValueError:
            problems.append(Problem(f"--published {pair}", None, None, "write it as S2=2019-03-27"))
    if problems:
        raise FactcheckError(problems)
    return found


def day(written: str | None) -> date | None:
    """The date to print: as written, else that of SOURCE_DATE_EPOCH (reproducible-builds.org), else none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if written is not None:
            return date.fromisoformat(written)
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
    except (ValueError, OverflowError, OSError) as error:
        name = "SOURCE_DATE_EPOCH" if written is None else "--date"
        raise FactcheckError.of(name, f"is not a date: {error}") from error
