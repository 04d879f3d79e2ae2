"""The annotated copy: an article's numbered lines with the facts marked and their numbers in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.models import Article, Assertion, Check, Paragraph, Unmatched
from factcheck.worksheet.cards import line_at
from factcheck.worksheet.marks import Marks, number
from factcheck.worksheet.pack import Block, Loose, Run, Source, TextSheet, Working

_WHITE_SPACE = re.compile(r"\s")
BLOCK = 5
"""Lines that stay together on a page. Columns of numbers beside a text do not follow it over a page break."""


def text_sheet(
    article: Article,
    source: Source,
    *,
    marks: Marks,
    assertions: Sequence[Assertion],
    checks: Iterable[Check],
    unmatched: Iterable[Unmatched],
) -> TextSheet:
    """The sheet of one article. Its lines are ``Article.lines``, exactly."""
    margins: dict[int, list[str]] = {}
    for each in assertions:
        margins.setdefault(line_at(article, each.start), []).append(number(each.id))
    return TextSheet(
        source=source,
        blocks=tuple(_blocks(article, marks, margins)),
        checks=tuple(Working(line_at(article, each.start), each.message, each.working) for each in checks),
        loose=tuple(Loose(line_at(article, each.start), each.text) for each in unmatched),
    )


def _blocks(article: Article, marks: Marks, margins: dict[int, list[str]]) -> Iterator[Block]:
    for paragraph, numbers in _paragraphs(article):
        for first in range(0, len(numbers), BLOCK):
            part = numbers[first : first + BLOCK]
            runs: list[Run] = []
            for line in part:
                line_runs = [_one_line(run) for run in marks.runs(*article.lines[line - 1])]
                if runs and line_runs:
                    runs[-1] = Run(runs[-1].text + "\n", runs[-1].mark, runs[-1].numbers)
                    if line_runs[0].mark == runs[-1].mark and not line_runs[0].numbers:
                        head = line_runs.pop(0)
                        runs[-1] = Run(runs[-1].text + head.text, head.mark, runs[-1].numbers)
                runs += line_runs
            yield Block(
                kind=paragraph.kind,
                first=first == 0,
                numbers=tuple(part),
                margins=tuple(tuple(margins.get(line, ())) for line in part),
                runs=tuple(runs),
            )


def _one_line(run: Run) -> Run:
    """A run with a plain space for any other white space: a paragraph may be broken over lines in its file."""
    return Run(_WHITE_SPACE.sub(" ", run.text), run.mark, run.numbers)


def _paragraphs(article: Article) -> Iterator[tuple[Paragraph, list[int]]]:
    """Each paragraph with the numbers of its lines."""
    line = 0
    for paragraph in article.paragraphs:
        numbers = []
        while line < len(article.lines) and article.lines[line][0] < paragraph.end:
            line += 1
            numbers.append(line)
        if numbers:
            yield paragraph, numbers
