"""A checklist's examples, tried: what must be found is found, what must not is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.checklist.definition import Checklist, Example
from factcheck.checklist.matcher import Hit, Matcher, compiled, matches
from factcheck.checklist.page import Page, WordIndex
from factcheck.errors import Problem
from factcheck.models import Article, Law, Mention, Money, Name, Paragraph, Percent, Quantity, Quote, Text, Time, Vote
from factcheck.spans import Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

Mentions = tuple[Mention, ...]


def check(checklists: Iterable[Checklist]) -> list[Problem]:
    """The faults of all examples; each is tried with the phrases of its own checklist only."""
    from factcheck.checklist.verdicts import Verdicts

    verdicts = Verdicts()
    untried = [checklist for checklist in checklists if not verdicts.passed(checklist)]
    if not untried:
        return []
    faults = dict(zip((each.type for each in untried), _tried(untried), strict=True))
    verdicts.remember(checklist for checklist in untried if not faults[checklist.type])
    return [problem for problems in faults.values() for problem in problems]


def _tried(checklists: Sequence[Checklist]) -> Iterator[list[Problem]]:
    """For each checklist the faults of its examples. All texts are read in one batch."""
    read = iter(understood([example.text for checklist in checklists for example in checklist.examples]))
    for checklist in checklists:
        matcher = Matcher([checklist])
        problems: list[Problem] = []
        for example, (doc, mentions) in zip(checklist.examples, read, strict=False):
            problems += _faults(example, matcher.find(doc, mentions), doc.text)
        yield problems


def unproven(checklists: Iterable[Checklist]) -> Iterator[Problem]:
    """The phrases that match no example that must be found: perhaps they match nothing at all. No fault, but advice."""
    pairs = [(each, example) for each in checklists for example in each.examples if example.finds is not None]
    read = understood([example.text for _, example in pairs])
    for checklist, group in groupby(zip(pairs, read, strict=True), key=lambda each: each[0][0]):
        index = WordIndex()
        rules = compiled(checklist, checklist.phrases, index)
        pages = [Page(doc, mentions, index) for _, (doc, mentions) in group]
        for rule in rules:
            if not any(matches(rule, page) for page in pages):
                yield rule.phrase.source.problem("no example shows what this phrase finds")


def understood(texts: Sequence[str | Article], *, pipeline: str | None = "blank") -> list[tuple[Doc, Mentions]]:
    """Each text on its own as the program reads it: its document, and its mentions without those in furniture.

    Examples are read with the rules alone (``blank``), so that they hold for any pipeline; ``None`` is the shipped one.
    """
    from factcheck import english, values
    from factcheck.english import names

    articles = [_article(str(number), text) if isinstance(text, str) else text for number, text in enumerate(texts, 1)]
    docs = english.read(english.load(pipeline), articles)
    found = []
    for article, doc in zip(articles, docs, strict=True):
        furniture = Spans((part.start, part.end) for part in article.paragraphs if part.kind == "furniture")
        mentions = values.find(doc, article, names.find(doc))
        found.append((doc, tuple(mention for mention in mentions if not furniture.holds(mention.start))))
    return found


def _article(ident: str, text: str) -> Article:
    paragraphs = (Paragraph(0, len(text), "body"),) if text else ()
    return Article(ident, "", text, paragraphs, ((0, len(text)),), sha256(text.encode()).hexdigest())


def _faults(example: Example, hits: Sequence[Hit], text: str) -> Iterator[Problem]:
    if example.finds is None:
        if hits:
            found = text[hits[0].start : hits[0].end]
            yield example.text.problem(f"must find nothing, but '{hits[0].phrase}' matches '{_short(found)}'")
    elif not hits:
        yield example.text.problem(f"must find something, but no phrase matches '{_short(text)}'")
    elif not any(all(_holds(hit, *pair, text) for pair in example.finds.items()) for hit in hits):
        nearest = max(hits, key=lambda hit: sum(_holds(hit, *pair, text) for pair in (example.finds or {}).items()))
        for field, expected in example.finds.items():
            if not _holds(nearest, field, expected, text):
                bound = nearest.bindings.get(field)
                held = f"holds '{_short(text[bound.start : bound.end])}'" if bound else "is empty"
                yield expected.problem(f"'{field}' must hold '{expected}', but it {held} in '{nearest.phrase}'")


def _holds(hit: Hit, field: str, expected: str, text: str) -> bool:
    bound = hit.bindings.get(field)
    if bound is None:
        return False
    wanted = _plain(expected)
    return any(wanted == _plain(said) for said in (text[bound.start : bound.end], *_said(bound)))


def _said(mention: Mention) -> Iterator[str]:
    """The ways in which an example may state a value besides the words themselves."""
    match mention.value:
        case Quantity(number=number) | Money(number=number) | Percent(number=number):
            if number is not None:
                yield str(number)
        case Time(edtf=edtf):
            yield edtf or ""
        case Law(name=name, number=number):
            yield from (name or "", number or "")
        case Vote(method=method):
            yield method or ""
        case Name(name=name):
            yield name
        case Quote(words=words) | Text(words=words):
            yield words


def _plain(text: str) -> str:
    try:
        return str(float(text.replace(",", "")))
    except ValueError:
        straight = text.casefold().translate(str.maketrans("‘’“”", "''\"\""))
        return " ".join(straight.split()).strip("\"' ")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
