"""The annotated copy: an article's numbered lines with the facts marked and their numbers in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.models import Article, Assertion, Check, Paragraph, Unmatched
from factcheck.worksheet.cards import line_at
from factcheck.worksheet.form import Paper
from factcheck.worksheet.marks import Marks, number
from factcheck.worksheet.pack import Block, Loose, Run, Source, TextSheet, Working
from factcheck.worksheet.pitch import Copy

_WHITE_SPACE = re.compile(r"\s")
BLOCK = 5
"""Lines that stay together on a page. Columns of numbers beside a text do not follow it over a page break."""
PART = 2_000
"""Lines of a sheet, about forty pages: those of a book are laid out one after the other."""


def text_sheets(
    article: Article,
    source: Source,
    *,
    marks: Marks,
    assertions: Iterable[Assertion],
    checks: Iterable[Check],
    unmatched: Iterable[Unmatched],
    paper: Paper,
    large: bool,
) -> Iterator[TextSheet]:
    """The sheet of one article, or several of ``PART`` lines. The lines are those of ``Article.lines``, exactly."""
    margins: dict[int, list[str]] = {}
    for each in assertions:
        margins.setdefault(line_at(article, each.start), []).append(number(each.id))
    worked = [Working(line_at(article, each.start), each.message, each.working) for each in checks]
    loose = [Loose(line_at(article, each.start), each.text) for each in unmatched]
    parts = max(1, -(-len(article.lines) // PART))
    blocks = _blocks(article, marks, margins)
    waiting = next(blocks, None)
    for part in range(1, parts + 1):
        last = part * PART if part < parts else len(article.lines)
        members: list[Block] = []
        while waiting and waiting.numbers[0] <= last:
            members.append(waiting)
            waiting = next(blocks, None)
        checked = tuple(each for each in worked if (part - 1) * PART < each.line <= last)
        left = tuple(each for each in loose if (part - 1) * PART < each.line <= last)
        pitch = Copy(source.title, members, (checked, left), paper, large).pitch()
        yield TextSheet(source, pitch, tuple(members), checked, left)


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
