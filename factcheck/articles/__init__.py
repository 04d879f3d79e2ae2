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
from factcheck.articles.dates import find_date
from factcheck.articles.front_matter import FrontMatter
from factcheck.articles.head import read as read_head
from factcheck.articles.kinds import assign as assign_kinds
from factcheck.errors import FactcheckError, Problem
from factcheck.models import Article

__all__ = ["FrontMatter", "find_date", "read", "read_all"]


def read(path: Path, *, id: str, published: date | None = None, known: FrontMatter | None = None) -> Article:
    """The article in a ``.txt`` or ``.md`` file.

    ``published`` wins over ``known``, which wins over what the file says: its front matter, then the head of its text.
    Raises ``FactcheckError`` with every fault of the file.
    """
    data, raw = files.read(path)
    meta, body = front_matter.split(raw, str(path))
    text, marks = markdown.strip(body)
    spans = paragraphs.split(text, marks)
    if not spans:
        raise FactcheckError.of(path, "holds no text")
    page = read_head(text, spans, marks)
    said = known or FrontMatter()
    byline = said.byline or meta.byline or page.byline
    return Article(
        id=id,
        path=str(path),
        text=text,
        paragraphs=assign_kinds(text, spans, marks, page, byline=byline),
        lines=lines.split(text, spans),
        sha256=hashlib.sha256(data).hexdigest(),
        title=said.title or meta.title or page.title,
        publisher=said.publisher or meta.publisher or page.publisher,
        byline=byline,
        published=published or said.published or meta.published or page.published,
        url=said.url or meta.url,
    )


def read_all(
    paths: Sequence[Path], *, published: Mapping[str, date], known: Mapping[Path, FrontMatter] | None = None
) -> tuple[Article, ...]:
    """The articles in ``paths``, in order, as S1, S2, ...; a folder stands for its articles in name order.

    ``published`` gives days of publication by article number, ``known`` what is known of an article by its path.
    Raises one ``FactcheckError`` that carries every fault of every file.
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
            article = read(path, id=id, published=published.get(id), known=(known or {}).get(path))
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
