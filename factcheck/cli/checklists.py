"""``factcheck checklists``: list, show, new, check, try and schema."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.errors import FactcheckError, Problem
from factcheck.resources import shipped

if TYPE_CHECKING:
    from factcheck.checklist.definition import Checklist

app = typer.Typer(help="Look at checklists, write new ones, try them.", no_args_is_help=True)

Folders = Annotated[
    list[Path] | None,
    typer.Option("--checklists", metavar="DIR", help="A folder of checklists on top of the shipped ones."),
]


class Format(StrEnum):
    """How ``check`` prints what it finds."""

    text = "text"
    github = "github"
    json = "json"


@app.command("list")
def list_(checklists: Folders = None) -> None:
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
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="The type to show.")], checklists: Folders = None
) -> None:
    """One checklist as it counts, with what it takes over from others."""
    checklist = _one(type_, checklists)
    typer.echo(f"{checklist.type}: {checklist.title} (priority {checklist.priority})")
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


@app.command()
def new(
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="The new type: small letters, digits and _.")],
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
        str, typer.Option(prompt="What is compared (quantity, money, percent, time, name, text)", help="Its value.")
    ] = "quantity",
    folder: Annotated[Path, typer.Option(help="Where the file goes.")] = Path("checklists"),
) -> None:
    """Write the file of a new type, with comments, and check it at once."""
    from factcheck.checklist.drafting import draft

    path = folder / f"{type_}.yaml"
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
        schema=(shipped("checklists") / "checklist.schema.json").as_uri(),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise FactcheckError.of(path, f"cannot be written: {error.strerror}") from error
    typer.echo(path)
    if not _checked([path], Format.text):
        typer.echo(f"The file is written; mend these lines, then run: factcheck checklists check {path}", err=True)
        raise typer.Exit(1)


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE|DIR]...", help="Your files; without any, the shipped ones.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.text,
    watch: Annotated[bool, typer.Option("--watch", help="Check again at each save, until Ctrl+C.")] = False,
) -> None:
    """Check files: YAML, names, phrases, and that every example behaves as it says."""
    paths = files or []
    good = _checked(paths, format_)
    while watch:
        before = _state(paths)
        while _state(paths) == before:
            time.sleep(0.5)
        typer.echo("")
        good = _checked(paths, format_)
    if not good:
        raise typer.Exit(1)


@app.command("try")
def try_(
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="The type to try.")],
    text: Annotated[str, typer.Argument(metavar="SENTENCE|ARTICLE", help="A sentence, or the path of an article.")],
    checklists: Folders = None,
) -> None:
    """Show what a checklist finds in a text; where it finds nothing, how far each phrase came."""
    from factcheck.checklist.examples import understood
    from factcheck.checklist.matcher import Matcher
    from factcheck.checklist.nearmiss import misses

    checklist = _one(type_, checklists)
    text = _article_text(text)
    ((doc, mentions),) = understood([text])
    hits = Matcher([checklist]).find(doc, mentions)
    for hit in hits:
        bound = sorted(hit.bindings.items(), key=lambda pair: (pair[1].start, -pair[1].end))
        typer.echo(_painted(text, hit.start, hit.end, [(mention.start, mention.end) for _, mention in bound]))
        typer.echo(f"  {hit.phrase}")
        for name, mention in bound:
            typer.echo(f"  {name}: {text[mention.start : mention.end]}")
    if hits:
        return
    typer.echo("Nothing is found.")
    for hit in Matcher([replace(checklist, excepts=())]).find(doc, mentions):
        found = text[hit.start : hit.end]
        typer.echo(f"  {hit.phrase}: matches '{found}', but the sentence also has one of the phrases under 'except'")
    for miss in misses(checklist, doc, mentions):
        after = f"after '{text[miss.start : miss.end]}' there is no" if miss.end else "there is no"
        within = f" within {miss.within} words" if miss.within else ""
        typer.echo(f"  {miss.phrase}: {after} {' or '.join(miss.missing)}{within}")
    raise typer.Exit(1)


@app.command()
def schema() -> None:
    """The JSON Schema of a checklist, for editors."""
    from factcheck.desk.schema import text_of

    typer.echo(text_of("checklist"), nl=False)


def _one(kind: str, folders: list[Path] | None) -> Checklist:
    from factcheck.checklist.loading import load
    from factcheck.desk.schema import did_you_mean

    found = {each.type: each for each in load([shipped("checklists"), *(folders or [])], try_examples=False)}
    if kind not in found:
        raise FactcheckError.of("checklists", f"there is no type '{kind}'{did_you_mean(kind, found)}")
    return found[kind]


def _section(title: str, lines: Sequence[str]) -> None:
    if lines:
        typer.echo(f"{title}:")
        for line in lines:
            typer.echo(f"  {line}")


def _checked(paths: Sequence[Path], format_: Format) -> bool:
    """Check the shipped checklists with ``paths`` on top, print faults and advice; whether there are no faults."""
    from factcheck.checklist.examples import unproven
    from factcheck.checklist.loading import files_of, load

    advice: list[Problem] = []
    faults: tuple[Problem, ...] = ()
    try:
        loaded = load([shipped("checklists"), *paths])
    except FactcheckError as error:
        faults = error.problems
    else:
        own = {path for paths in files_of(paths or [shipped("checklists")], []).values() for path in paths}
        advice = list(unproven([each for each in loaded if each.path in own]))
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


def _state(paths: Sequence[Path]) -> list[tuple[str, int]]:
    """The files to watch with the times of their last change."""
    files = [
        path for each in paths or [shipped("checklists")] for path in (each.glob("*") if each.is_dir() else [each])
    ]
    return sorted((str(path), path.stat().st_mtime_ns) for path in files if path.is_file())


def _article_text(text: str) -> str:
    from factcheck import articles

    path = Path(text)
    try:
        there = path.is_file()
    except OSError:  # a sentence is too long for a file's name
        there = False
    return articles.read(path, id="S1").text if there else text


def _painted(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The hit with its fields in colour."""
    parts, at = [], start
    for number, (first, last) in enumerate(spans):
        if first >= at:
            colour = ("cyan", "green", "yellow", "magenta")[number % 4]
            parts += [text[at:first], typer.style(text[first:last], fg=colour, bold=True)]
            at = last
    return " ".join("".join([*parts, text[at:end]]).split())
