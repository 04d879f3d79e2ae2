"""``factcheck checklists``: list, show, new, check, try and schema."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, get_args

import typer

from factcheck.cli import options
from factcheck.cli.checking import check, checked
from factcheck.cli.trying import try_
from factcheck.errors import FactcheckError
from factcheck.models import FieldKind
from factcheck.resources import shipped

app = typer.Typer(help="Look at checklists, write new ones, try them.", no_args_is_help=True)


class Schema(StrEnum):
    """The files that have a schema."""

    checklist = "checklist"
    form = "form"
    session = "session"


@app.command("list")
def list_(checklists: options.Checklists = None) -> None:
    """The types, where each is from, and what replaces what."""
    from factcheck.checklist.loading import files_of, load

    folders = [shipped("checklists"), *(checklists or [])]
    files = files_of(folders, [])
    rows = [("TYPE", "PACK", "PRIORITY", "TITLE", "FILE")]
    for each in load(folders, try_examples=False):
        replaced = files[each.type][:-1]
        note = f" (replaces {', '.join(map(str, replaced))})" if replaced else ""
        rows.append((each.type, each.pack or "", each.priority, each.title, f"{each.path}{note}"))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@app.command()
def show(
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="The type to show.")],
    checklists: options.Checklists = None,
) -> None:
    """One checklist as it counts, with what it takes over from others."""
    checklist = options.checklist(type_, checklists)
    legal = ", for a lawyer" if checklist.legal else ""
    typer.echo(f"{checklist.type}: {checklist.title} (priority {checklist.priority}{legal})")
    typer.echo(f"file: {checklist.path}")
    _section("words", [f"{name}: {', '.join(entries)}" for name, entries in checklist.words.items()])
    compared = {checklist.value: " (compared between sources)"}
    _section("fields", [f"{name}: {kind}{compared.get(name, '')}" for name, kind in checklist.fields.items()])
    _section("phrases", [phrase.source for phrase in checklist.phrases])
    _section("except", [phrase.source for phrase in checklist.excepts])
    _section("questions", checklist.questions)
    _section("references", [" ".join(filter(None, (each.name, each.url))) for each in checklist.references])
    _section("blanks", checklist.blanks)
    found = sum(example.finds is not None for example in checklist.examples)
    typer.echo(f"examples: {found} that must be found, {len(checklist.examples) - found} that must not")


def _name(written: str) -> str:
    if not re.fullmatch("[a-z][a-z0-9_]*", written):
        raise typer.BadParameter(f"'{written}' must be small letters, digits and _, as in drone_strike")
    return written


def _kind(written: str) -> str:
    from factcheck.desk import did_you_mean

    kinds = get_args(FieldKind)
    if written not in kinds:
        raise typer.BadParameter(f"'{written}' is not one of {', '.join(kinds)}{did_you_mean(written, kinds)}")
    return written


@app.command()
def new(
    type_: Annotated[
        str, typer.Argument(metavar="TYPE", help="The new type: small letters, digits and _.", callback=_name)
    ],
    title: Annotated[str, typer.Option(prompt="Heading on the worksheet", help="The heading on the worksheet.")],
    words: Annotated[
        str,
        typer.Option(prompt="Words that show it, with commas (launch, fire, test-fire)", help="Words that show it."),
    ],
    example: Annotated[
        str, typer.Option(prompt="A sentence in which it must be found", help="A sentence to find it in.")
    ],
    counterexample: Annotated[
        str, typer.Option(prompt="A sentence in which it must not be found", help="A sentence not to find it in.")
    ],
    question: Annotated[str, typer.Option(prompt="What should a checker ask?", help="A question for the sheet.")],
    kind: Annotated[
        str,
        typer.Option(
            prompt=f"What is compared ({', '.join(get_args(FieldKind))})", help="The kind of its value.", callback=_kind
        ),
    ] = "quantity",
    folder: Annotated[Path, typer.Option(help="Where the file goes.")] = Path("checklists"),
) -> None:
    """Write the file of a new type, with comments, and check it at once."""
    from factcheck.checklist.drafting import draft

    path = folder / f"{type_}.yaml"
    ours = folder.resolve() == shipped("checklists")
    if path.exists():
        raise FactcheckError.of(path, "is there already: edit it, or choose another name")
    text = draft(
        type_,
        title=title,
        words=[word.strip() for word in words.split(",")],
        kind=kind,
        example=example,
        counterexample=counterexample,
        question=question,
        schema="./checklist.schema.json" if ours else (shipped("checklists") / "checklist.schema.json").as_uri(),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise FactcheckError.of(path, f"cannot be written: {error.strerror}") from error
    typer.echo(path)
    if not checked([path]):
        typer.echo(f"The file is written; mend these lines, then run: factcheck checklists check {path}", err=True)
        raise typer.Exit(1)
    if not ours and (shipped("checklists") / path.name).exists():
        typer.echo(f"It replaces the shipped type; 'extends: {type_}' in it would add to that instead.", err=True)
    also = "" if ours else f" --checklists {shlex.quote(str(folder))}"
    typer.echo("Edit it, then see whether it still holds, and what it finds:", err=True)
    typer.echo(f"  factcheck checklists check {shlex.quote(str(path))} --watch", err=True)
    typer.echo(f'  factcheck checklists try {type_} "A sentence."{also}', err=True)
    typer.echo(f"  factcheck worksheet ARTICLE...{also}", err=True)


app.command()(check)
app.command("try")(try_)


@app.command()
def schema(
    file: Annotated[
        Schema, typer.Argument(metavar="[checklist|form|session]", help="Of which file.")
    ] = Schema.checklist,
) -> None:
    """The JSON Schema of a checklist, of form.yaml or of session.yaml, for editors."""
    from factcheck.desk.schema import text_of

    typer.echo(text_of(file.value), nl=False)


def _section(title: str, lines: Sequence[str]) -> None:
    if lines:
        typer.echo(f"{title}:")
        for line in lines:
            typer.echo(f"  {line}")
