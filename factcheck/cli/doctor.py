"""``factcheck doctor``."""

from __future__ import annotations

import typer


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
