"""The command line: arguments in; progress, messages and exit codes out."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck import __version__
from factcheck.errors import FactcheckError, Problem

if TYPE_CHECKING:
    from factcheck.checklist import Checklist
    from factcheck.models import Article, Session

app = typer.Typer(
    name="factcheck",
    help="Fact-check worksheets for newsrooms: articles in, printable forms out. Nothing leaves this machine.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How ``extract`` prints."""

    json = "json"
    csv = "csv"
    table = "table"


class Paper(StrEnum):
    """The paper that the pack is laid out for."""

    a4 = "A4"
    letter = "Letter"


Articles = Annotated[
    list[Path],
    typer.Argument(metavar="ARTICLE...", help="Articles (.txt, .md), or folders of them.", show_default=False),
]
Published = Annotated[
    list[str] | None,
    typer.Option(metavar="S2=2019-03-27", help="When an article was published, if it does not say so itself."),
]
Checklists = Annotated[
    list[Path] | None,
    typer.Option(metavar="DIR", help="A folder of checklists: a file of the same name replaces ours, a new one adds."),
]
Pipeline = Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline to use, or 'blank'.")]
Title = Annotated[str | None, typer.Option(help="The title of the session.")]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The date on the sheets. Default: SOURCE_DATE_EPOCH, or none."),
]


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.command()
def worksheet(
    articles: Articles,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the pack goes.")] = Path("build"),
    paper: Annotated[Paper, typer.Option(help="The paper.", case_sensitive=False)] = Paper.a4,
    title: Title = None,
    published: Published = None,
    checklists: Checklists = None,
    templates: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder of templates that replace ours by name.")
    ] = None,
    pipeline: Pipeline = None,
    day: Day = None,
) -> None:
    """Print the worksheets: DIR/worksheets.pdf, with session.json and assertions.csv beside it."""
    from factcheck import export, render
    from factcheck import worksheet as sheets
    from factcheck.output import write_all

    with _progress() as tell:
        lists = _checklists(checklists, tell)
        session = _session(articles, lists, title, published, pipeline, day, tell)
        form = sheets.load_form(templates or [])
        context = sheets.context(session, lists, form=form, paper=paper.value)
        warnings: list[str] = []
        pdf = render.pdf(context, templates=templates or [], progress=tell, warn=warnings.append)
    for warning in warnings:
        _say(f"warning: {warning}")
    paths = write_all(
        out,
        {
            "worksheets.pdf": pdf,
            "session.json": export.to_json(session).encode(),
            "assertions.csv": export.to_csv(session).encode(),
        },
        keep=".pdf",
    )
    _say(_summary(session))
    for path in paths:
        typer.echo(path)


@app.command()
def extract(
    articles: Articles,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.table,
    title: Title = None,
    published: Published = None,
    checklists: Checklists = None,
    pipeline: Pipeline = None,
    day: Day = None,
) -> None:
    """Print what was found, for people (table) or for other programs (json, csv)."""
    from factcheck import export

    with _progress() as tell:
        session = _session(articles, _checklists(checklists, tell), title, published, pipeline, day, tell)
    match format:
        case Format.json:
            _print(export.to_json(session))
        case Format.csv:
            _print(export.to_csv(session))
        case Format.table:
            _table(session)
            _say(_summary(session))


@app.command()
def doctor() -> None:
    """Say what factcheck needs, what is there, and what to do about the rest."""
    from factcheck.doctor import examine

    well = True
    for finding in examine():
        well &= finding.well
        typer.echo(f"{'ok     ' if finding.well else 'MISSING'}  {finding.what}: {finding.found}")
        if not finding.well:
            typer.echo(f"         {finding.mend}")
    if not well:
        raise typer.Exit(1)


# --- the way ---------------------------------------------------------------------------------------


def _checklists(folders: list[Path] | None, tell: Callable[[str], None]) -> tuple[Checklist, ...]:
    from factcheck import checklist
    from factcheck.resources import shipped

    tell("reading checklists")
    return checklist.load([shipped("checklists"), *(folders or [])])


def _session(
    articles: list[Path],
    lists: tuple[Checklist, ...],
    title: str | None,
    published: list[str] | None,
    pipeline: str | None,
    day: str | None,
    tell: Callable[[str], None],
) -> Session:
    from factcheck.run import run

    def read(article: Article) -> None:
        tell(f"read {article.id} {article.title or article.path}")

    dates = _published(published or [])
    printed = _day(day)
    tell("reading articles")
    return run(articles, checklists=lists, published=dates, pipeline=pipeline, title=title, day=printed, progress=read)


def _published(pairs: list[str]) -> dict[str, date]:
    dates, problems = {}, []
    for pair in pairs:
        ident, _, day = pair.partition("=")
        try:
            dates[ident.strip().upper()] = date.fromisoformat(day.strip())
        except ValueError:
            problems.append(Problem(f"--published {pair}", None, None, "write it as S2=2019-03-27"))
    if problems:
        raise FactcheckError(problems)
    return dates


def _day(day: str | None) -> date | None:
    try:
        if day is not None:
            return date.fromisoformat(day)
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
    except (ValueError, OverflowError, OSError) as error:
        name = "--date" if day is not None else "SOURCE_DATE_EPOCH"
        raise FactcheckError.of(name, f"not a date: {error}") from error


# --- what is said ----------------------------------------------------------------------------------


def _print(text: str) -> None:
    """To standard output as UTF-8, whatever the terminal's encoding, with new lines as they are."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _say(message: str) -> None:
    typer.echo(message, err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A line on the terminal that says what is going on; nothing where standard error is no terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    from rich.markup import escape

    with console.status("starting") as status:
        yield lambda message: status.update(escape(message))


def _summary(session: Session) -> str:
    counts = {"assertion": len(session.assertions), "sentence without a row": len(session.unmatched)}
    notes = [note for note in session.notes if note.relation != "single"]
    differing = sum(note.relation == "differs" for note in notes)
    parts = [
        _count(len(session.articles), "article"),
        _count(counts["assertion"], "assertion"),
        f"{_count(len(notes), 'fact')} in more than one article, {differing} differing",
        _count(counts["sentence without a row"], "sentence") + " without a row",
    ]
    undated = [article.id for article in session.articles if article.published is None]
    hint = (
        f"\nNo date of publication: {', '.join(undated)}. Give it with --published {undated[0]}=YYYY-MM-DD."
        if undated
        else ""
    )
    return ", ".join(parts) + "." + hint


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


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 a fault in the input, 2 wrong use, 3 a bug."""
    try:
        app()
    except FactcheckError as error:
        for problem in error.problems:
            _say(str(problem))
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing more to say
        sys.exit(0)
    except Exception:
        traceback.print_exc()
        _say(f"factcheck {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
        _say("This is a bug in factcheck. Please report it with the lines above; leave out unpublished text.")
        sys.exit(3)
