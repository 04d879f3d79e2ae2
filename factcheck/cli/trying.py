"""``factcheck checklists try``: what one checklist finds in a text, and why the rest of it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.checklist import Hit
    from factcheck.models import Article

_COLOURS = ("cyan", "green", "yellow", "magenta")


def try_(
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="The type to try.")],
    text: Annotated[str, typer.Argument(metavar="SENTENCE|ARTICLE", help="A sentence, or the path of an article.")],
    checklists: options.Checklists = None,
    pipeline: options.Pipeline = None,
) -> None:
    """Show what a checklist finds in a text; where it finds nothing, how far each phrase came.

    The text is read as in a run: with the shipped pipeline, or with the one that you name.
    """
    from factcheck.checklist import Matcher
    from factcheck.checklist.examples import understood
    from factcheck.checklist.nearmiss import misses

    checklist = options.checklist(type_, checklists)
    article = _article(text)
    ((doc, mentions),) = understood([article or text], pipeline=pipeline)
    hits = Matcher([checklist]).find(doc, mentions)
    for hit in hits:
        _show(hit, doc.text, article)
    if hits:
        return
    typer.echo("Nothing is found.")
    for hit in Matcher([replace(checklist, excepts=())]).find(doc, mentions):
        found = doc.text[hit.start : hit.end]
        typer.echo(f"  {hit.phrase}: matches '{found}', but the sentence also has one of the phrases under 'except'")
    for miss in misses(checklist, doc, mentions):
        typer.echo(f"  {miss.phrase}: {miss.why}")
    raise typer.Exit(1)


def _article(text: str) -> Article | None:
    """The article whose path it is; ``None`` for a sentence."""
    from factcheck import articles

    path = Path(text)
    try:
        there = path.is_file()
    except OSError:  # a sentence is too long for a file's name
        there = False
    return articles.read(path, id="S1") if there else None


def _show(hit: Hit, text: str, article: Article | None) -> None:
    from factcheck.spans import Spans

    bound = sorted(hit.bindings.items(), key=lambda pair: (pair[1].start, -pair[1].end))
    line = f"line {Spans(article.lines).at(hit.start) + 1}: " if article else ""
    typer.echo(line + _painted(text, hit.start, hit.end, [(mention.start, mention.end) for _, mention in bound]))
    typer.echo(f"  {hit.phrase}")
    for name, mention in bound:
        typer.echo(f"  {name}: {' '.join(text[mention.start : mention.end].split())}")


def _painted(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The hit with its fields in colour."""
    parts, at = [], start
    for number, (first, last) in enumerate(spans):
        if first >= at:
            colour = _COLOURS[number % len(_COLOURS)]
            parts += [text[at:first], typer.style(text[first:last], fg=colour, bold=True)]
            at = last
    return " ".join("".join([*parts, text[at:end]]).split())
