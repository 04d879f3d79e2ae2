"""Articles: a file in, an :class:`~factcheck.models.Article` out.

    bytes -> text (files) -> without front matter (front_matter) -> without Markdown marks (markdown)
          -> paragraphs (paragraphs) -> what stands in the head (head) -> kinds (kinds) -> lines (lines)

Every offset indexes ``Article.text``, the plain text that is left without Markdown marks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from factcheck.articles import files, front_matter, lines, markdown, paragraphs
from factcheck.articles.head import read as read_head
from factcheck.articles.kinds import assign as assign_kinds
from factcheck.errors import FactcheckError, Problem
from factcheck.models import Article

__all__ = ["read", "read_all"]


def read(path: Path, *, id: str, published: date | None = None) -> Article:
    """The article in a ``.txt`` or ``.md`` file.

    ``published`` wins over what the file says; front matter wins over what the head of the text says.
    Raises ``FactcheckError`` with every fault of the file.
    """
    data, raw = files.read(path)
    meta, body = front_matter.split(raw, str(path))
    text, marks = markdown.strip(body)
    spans = paragraphs.split(text, marks)
    if not spans:
        raise FactcheckError.of(path, "holds no text")
    page = read_head(text, spans, marks)
    byline = meta.byline or page.byline
    return Article(
        id=id,
        path=str(path),
        text=text,
        paragraphs=assign_kinds(text, spans, marks, page, byline=byline),
        lines=lines.split(text, spans),
        sha256=hashlib.sha256(data).hexdigest(),
        title=meta.title or page.title,
        publisher=meta.publisher or page.publisher,
        byline=byline,
        published=published or meta.published or page.published,
        url=meta.url,
    )


def read_all(paths: Sequence[Path], *, published: Mapping[str, date]) -> tuple[Article, ...]:
    """The articles in ``paths``, in order, as S1, S2, ...; a folder stands for its articles in name order.

    ``published`` gives days of publication by article number. Raises one ``FactcheckError`` that carries
    every fault of every file.
    """
    problems: list[Problem] = []
    found: list[Path] = []
    for path in paths:
        try:
            found += files.expand(path)
        except FactcheckError as error:
            problems += error.problems
    articles: list[Article] = []
    seen: dict[str, Article] = {}
    for number, path in enumerate(found, 1):
        id = f"S{number}"
        try:
            article = read(path, id=id, published=published.get(id))
        except FactcheckError as error:
            problems += error.problems
            continue
        first = seen.setdefault(article.text.strip(), article)
        if first is not article:
            problems.append(Problem(str(path), None, None, f"is the very same text as {first.path}: leave one out"))
        articles.append(article)
    problems += _unknown_numbers(published, len(found))
    if not paths:
        problems.append(Problem("", None, None, "no article given"))
    if problems:
        raise FactcheckError(problems)
    return tuple(articles)


def _unknown_numbers(published: Mapping[str, date], count: int) -> list[Problem]:
    known = {f"S{number}" for number in range(1, count + 1)}
    there = {0: "there are no articles", 1: "there is only S1"}.get(count, f"the articles are S1 to S{count}")
    return [
        Problem("--published", None, None, f"there is no article {id}: {there}")
        for id in sorted(published)
        if id not in known
    ]
