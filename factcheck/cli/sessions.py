"""``factcheck worksheet`` and ``factcheck extract``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options, start
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.assignment import Assignment
    from factcheck.checklist import Checklist
    from factcheck.models import Article, Session
    from factcheck.worksheet.pack import Kind

Tell = Callable[[str], None]


class Format(StrEnum):
    """How ``extract`` prints."""

    json = "json"
    csv = "csv"
    table = "table"


class Paper(StrEnum):
    """The paper that the pack is laid out for."""

    a4 = "A4"
    letter = "Letter"


class Group(StrEnum):
    """What the cards are sorted by."""

    source = "source"
    speaker = "speaker"
    type = "type"


class Sheet(StrEnum):
    """Parts of the pack, by what people call them."""

    cover = "cover"
    notes = "notes"
    cards = "cards"
    annotated = "annotated"
    call = "call"
    index_ = "index"


KINDS: dict[Sheet, Kind] = {
    Sheet.cover: "cover",
    Sheet.notes: "notes",
    Sheet.cards: "cards",
    Sheet.annotated: "text",
    Sheet.call: "call",
    Sheet.index_: "index",
}
"""What the templates call them."""


def worksheet(
    articles: options.Articles,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the pack goes; without it build.")] = None,
    paper: Annotated[Paper | None, typer.Option(help="The paper; without it the form's.", case_sensitive=False)] = None,
    title: options.Title = None,
    published: options.Published = None,
    fillable: Annotated[bool, typer.Option("--fillable", help="Fields to fill in on a screen.")] = False,
    archive: Annotated[bool, typer.Option("--archive", help="A copy for the archive (PDF/A), without fields.")] = False,
    large: Annotated[bool, typer.Option("--large", help="Large print.")] = False,
    split: Annotated[bool, typer.Option("--split", help="One file for each article, to hand out.")] = False,
    group_by: Annotated[Group | None, typer.Option(help="What the cards are sorted by; without it source.")] = None,
    only: Annotated[str | None, typer.Option(metavar="S2", help="The sheets of one article.")] = None,
    sheet: Annotated[list[Sheet] | None, typer.Option(help="This part of the pack only; can be repeated.")] = None,
    checklists: options.Checklists = None,
    templates: options.Templates = None,
    pipeline: options.Pipeline = None,
    day: options.Day = None,
) -> None:
    """Print the worksheets: DIR/worksheets.pdf, with session.json and assertions.csv beside it."""
    if fillable and archive:
        raise typer.BadParameter("a copy for the archive has no fields: leave out --fillable or --archive")
    paths, given = options.assigned(articles)
    from factcheck import render

    folders = [*given.templates, *(templates or [])]
    on = paper.value if paper else given.paper
    warnings: list[str] = []
    with render.presses() as presses, _progress() as tell:
        from factcheck import export  # the presses are on their way
        from factcheck import worksheet as sheets
        from factcheck.models import Session
        from factcheck.output import write_all

        form = sheets.load_form([*given.templates, *([given.form] if given.form else []), *(templates or [])])
        if presses:
            empty = Session("", None, (), (), (), ())
            nothing = sheets.context(empty, (), form=form, paper=on, large=large, sheets=["index"])  # one sheet will do
            render.rehearse(nothing, presses, templates=folders, fillable=fillable, archive=archive)
        lists = _checklists(given, checklists, tell)
        session = _session(paths, given, lists, title, published, pipeline, day, tell)
        pack = sheets.context(
            session,
            lists,
            form=form,
            paper=on,
            group_by=group_by.value if group_by else given.group_by or "source",
            only=_known(only, session),
            sheets=[KINDS[part] for part in sheet or []],
            large=large,
            checkers=given.checkers,
            given_to=given.given_to,
        )
        json = export.to_json(session).encode()
        press = render.split if split else render.pdf
        printed = press(
            pack,
            templates=folders,
            fillable=fillable,
            archive=archive,
            attach={"session.json": json},
            presses=presses,
            progress=tell,
            warn=warnings.append,
        )
    for warning in warnings:
        _say(f"warning: {warning}")
    files = {"worksheets": printed} if isinstance(printed, bytes) else printed
    contents = {f"{name}.pdf": content for name, content in files.items()}
    contents |= {"session.json": json, "assertions.csv": export.to_csv(session).encode()}
    written = write_all(out or given.out or Path("build"), contents, keep=".pdf")
    _say(_summary(session))
    for file in written:
        typer.echo(file)


def extract(
    articles: options.Articles,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.table,
    title: options.Title = None,
    published: options.Published = None,
    checklists: options.Checklists = None,
    pipeline: options.Pipeline = None,
    day: options.Day = None,
) -> None:
    """Print what was found, for people (table) or for other programs (json, csv)."""
    paths, given = options.assigned(articles)
    from factcheck import export

    with _progress() as tell:
        lists = _checklists(given, checklists, tell)
        session = _session(paths, given, lists, title, published, pipeline, day, tell)
    match format:
        case Format.json:
            _print(export.to_json(session))
        case Format.csv:
            _print(export.to_csv(session))
        case Format.table:
            _table(session)
            _say(_summary(session))


# --- the way ---------------------------------------------------------------------------------------


def _checklists(given: Assignment, folders: Sequence[Path] | None, tell: Tell) -> tuple[Checklist, ...]:
    tell("reading checklists")
    from factcheck.resources import shipped

    with start.without_commands_of_spacy():
        from factcheck import checklist

    return given.chosen(checklist.load([shipped("checklists"), *given.folders, *(folders or [])]))


def _session(
    paths: Sequence[Path],
    given: Assignment,
    lists: tuple[Checklist, ...],
    title: str | None,
    published: Sequence[str] | None,
    pipeline: str | None,
    day: str | None,
    tell: Tell,
) -> Session:
    with start.without_commands_of_spacy():
        from factcheck.run import run

    def read(article: Article) -> None:
        tell(f"read {article.id} {article.title or article.path}")

    dates = options.dates(published or [])
    printed = options.day(day) if day or not given.date else given.date
    tell("reading articles")
    return run(
        paths,
        checklists=lists,
        published=dates,
        known=given.known,
        pipeline=pipeline,
        title=title or given.title,
        day=printed,
        progress=read,
    )


def _known(only: str | None, session: Session) -> str | None:
    known = [article.id for article in session.articles]
    if only is not None and only.upper() not in known:
        raise FactcheckError.of("--only", f"there is no {only}: the articles are {', '.join(known)}")
    return only and only.upper()


# --- what is said ----------------------------------------------------------------------------------


def _print(text: str) -> None:
    """To standard output as UTF-8, whatever the terminal's encoding, with new lines as they are."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _say(message: str) -> None:
    typer.echo(message, err=True)


@contextmanager
def _progress() -> Iterator[Tell]:
    """A line on the terminal that says what is going on; nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("starting") as status:
        yield lambda message: status.update(escape(message))


def _summary(session: Session) -> str:
    notes = [note for note in session.notes if note.relation != "single"]
    differing = sum(note.relation == "differs" for note in notes)
    parts = (
        _count(len(session.articles), "article"),
        _count(len(session.assertions), "assertion"),
        f"{_count(len(notes), 'fact')} in more than one article, {differing} differing",
        f"{_count(len(session.unmatched), 'sentence')} without a row",
    )
    undated = [article.id for article in session.articles if article.published is None]
    if not undated:
        return f"{', '.join(parts)}."
    hint = f"No date of publication: {', '.join(undated)}. Give it with --published {undated[0]}=YYYY-MM-DD."
    return f"{', '.join(parts)}.\n{hint}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _table(session: Session) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from factcheck.wording import describe

    table = Table("No.", "Type", "In the article", "Understood", "Said by", box=None, pad_edge=False)
    for assertion in session.assertions:
        said_by = assertion.attribution
        speaker = (said_by.name or said_by.speaker) if said_by else ""
        cells = (assertion.id, assertion.type, assertion.text, describe(assertion.value), speaker)
        table.add_row(*(Text(" ".join(cell.split())) for cell in cells))
    console = Console()
    console.print(table)
    for note in session.notes:
        if note.relation != "single":
            console.print(Text(f"{note.relation}: {note.message}"))
    for check in session.checks:
        console.print(Text(f"{check.kind}: {check.article} {check.working}. {check.message}"))
