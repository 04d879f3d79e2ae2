"""The command line: arguments in; progress, messages and exit codes out."""

from __future__ import annotations

import sys
import traceback
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import checklists, doctor, sessions, start
from factcheck.errors import FactcheckError

__all__ = ["app", "main"]

app = typer.Typer(
    name="factcheck",
    help="Fact-check worksheets for newsrooms: articles in, printable forms out. Nothing leaves this machine.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
app.command()(sessions.worksheet)
app.command()(sessions.extract)
app.command()(doctor.doctor)
app.add_typer(checklists.app, name="checklists")


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 a fault in the input, 2 wrong use, 3 a bug."""
    start.collect_seldom()
    try:
        app()
    except FactcheckError as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing more to say
        sys.exit(0)
    except Exception:
        traceback.print_exc()
        typer.echo(f"factcheck {__version__}, Python {sys.version.split()[0]}, {sys.platform}", err=True)
        typer.echo("This is a bug. Please report it with the lines above; leave out unpublished text.", err=True)
        sys.exit(3)
