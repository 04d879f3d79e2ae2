"""The floor under the dates of real news: paragraphs of Wikinews, see ``data/gum_dates.SOURCE.md``.

Where GUM reads a word otherwise than a desk ("earlier this year" is all of the year there, "by the end of the year"
its last day) the program's reading counts as a miss. The floors only rise.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import spacy

from factcheck.values import times

CASES = Path(__file__).parent / "data" / "gum_dates.jsonl"
Days = tuple[int, int, str | None, str | None]


def days(expression: times.Expression) -> Iterator[Days]:
    for one in expression.parts or (expression,):
        if one.time is not None and one.time.resolved:
            first, last = one.time.earliest, one.time.latest
            yield one.start, one.end, first and str(first), last and str(last)


def test_dates_of_wikinews() -> None:
    nlp = spacy.blank("en")
    gold = found = placed = right = 0
    for line in CASES.read_text("utf-8").splitlines():
        article = json.loads(line)
        published = date.fromisoformat(article["published"])
        for paragraph in article["paragraphs"]:
            here = [tuple(one) for one in paragraph["dates"]]
            expressions = times.expressions(nlp(paragraph["text"]), published=published)
            ours = [one for expression in expressions for one in days(expression)]
            met = [(one, other) for one in here for other in ours if one[0] < other[1] and other[0] < one[1]]
            gold, found = gold + len(here), found + len(ours)
            placed += len(met)
            right += sum(one[2:] == other[2:] for one, other in met)
    assert gold == 152
    assert placed / gold >= 0.88, f"{placed} of {gold} dates found"
    assert right / gold >= 0.80, f"{right} of {gold} dates right"
    assert right / found >= 0.89, f"{right} of {found} found are right"
