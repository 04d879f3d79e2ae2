"""The whole way from paths to a session, in one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from factcheck import articles, checklist, english
from factcheck.compare import compare, unify
from factcheck.extract import extract
from factcheck.models import Article, Session


def run(
    paths: Sequence[Path],
    *,
    checklists: Sequence[checklist.Checklist],
    published: Mapping[str, date] | None = None,
    known: Mapping[Path, articles.FrontMatter] | None = None,
    pipeline: str | None = None,
    title: str | None = None,
    day: date | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Session:
    """Read the articles, find their assertions and compare them.

    ``paths`` are files, or folders that stand for the articles in them. ``published`` gives dates of
    publication by article id, where the article itself says none or a wrong one; ``known`` gives that and title,
    byline, publisher by path. ``pipeline`` names a
    spaCy pipeline other than the shipped one. ``day`` is the date printed on the sheets.

    Raises ``FactcheckError`` with every fault of the input.
    """
    read = articles.read_all(paths, published=published or {}, known=known)
    found = extract(read, checklists, nlp=english.load(pipeline), progress=progress)
    assertions = unify(found.assertions)
    return Session(
        title=title or _title(read),
        date=day,
        articles=read,
        assertions=assertions,
        notes=compare(
            assertions,
            general={kind.type for kind in checklists if not kind.words},
            published={article.id: article.published for article in read if article.published},
        ),
        unmatched=found.unmatched,
        sentences=found.sentences,
        checks=found.checks,
        accusations=found.accusations,
    )


def _title(read: Sequence[Article]) -> str:
    if len(read) == 1:
        return read[0].title or read[0].path
    return f"Fact-check of {len(read)} articles"
