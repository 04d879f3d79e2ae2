"""Which sheets a pack has, in the order in which they are bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from factcheck.models import Article, Assertion, Session
from factcheck.worksheet import parts
from factcheck.worksheet.calls import calls
from factcheck.worksheet.cards import ORDER, Cards, passages
from factcheck.worksheet.form import Form, Paper
from factcheck.worksheet.pack import CardsSheet, Entry, Group, Grouping, NotesSheet, Sheet, Source
from factcheck.worksheet.text import text_sheets

T = TypeVar("T")
MOST_ON_CARDS = 5_000
"""Facts of one article that get a card, on hundreds of pages, those of high priority first. The text marks them all."""


def on_cards(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """The assertions of one article that get a card, in order."""
    if len(assertions) <= MOST_ON_CARDS:
        return tuple(assertions)
    kept = {each.id for each in sorted(assertions, key=lambda each: ORDER[each.priority])[:MOST_ON_CARDS]}
    return tuple(each for each in assertions if each.id in kept)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the sheets of a session are made of. ``assertions``, all of them, and ``sources`` are by article id."""

    session: Session
    articles: Sequence[Article]
    assertions: Mapping[str, Sequence[Assertion]]
    sources: Mapping[str, Source]
    cards: Cards
    form: Form
    paper: Paper
    large: bool

    def all(
        self, group_by: Grouping, notes: Iterable[NotesSheet], index: Mapping[str, Sequence[Entry]]
    ) -> Iterator[Sheet]:
        """Every sheet; each article's text behind its cards, ``notes`` and ``index`` before and behind all.

        There are no cards where there are no facts.
        """
        title, labels = self.session.title, self.form.labels
        statements = {article.id: passages(article, on_cards(self.assertions[article.id])) for article in self.articles}
        yield Sheet("cover", "Cover", title)
        for numbered, part in _numbered("Notes", notes):
            yield Sheet("notes", numbered, labels["notes"], notes=part)
        if group_by == "source":
            for article in self.articles:
                source, members = self.sources[article.id], statements[article.id]
                yield from self._cards(article.id, source.title, source, self.cards.by_speaker(members))
                yield from self._text(article)
        else:
            every = [passage for members in statements.values() for passage in members]
            groups = self.cards.by_speaker(every) if group_by == "speaker" else self.cards.by_type(every)
            yield from self._cards("Facts", title, None, groups)
            for article in self.articles:
                yield from self._text(article)
        shown = {article.id for article in self.articles}
        accusations = [each for each in self.session.accusations if each.article in shown]
        for numbered, called in _numbered("Calls", parts.calls(calls(statements, accusations))):
            yield Sheet("call", numbered, labels["calls"], calls=called)
        for numbered, entries in _numbered("Index", parts.index(index)):
            yield Sheet("index", numbered, labels["index"], index=entries)

    def _cards(self, code: str, title: str, source: Source | None, groups: tuple[Group, ...]) -> Iterator[Sheet]:
        every = self.assertions.values() if source is None else [self.assertions[source.id]]
        carded = sum(len(card.facts) for group in groups for card in group.cards)
        left_out = sum(map(len, every)) - carded
        for numbered, part in _numbered(code, parts.cards(groups)):
            yield Sheet("cards", numbered, title, CardsSheet(source, part, left_out if numbered == code else 0))

    def _text(self, article: Article) -> Iterator[Sheet]:
        texts = text_sheets(
            article,
            self.sources[article.id],
            marks=self.cards.marks(article),
            assertions=self.assertions[article.id],
            checks=[each for each in self.session.checks if each.article == article.id],
            unmatched=[each for each in self.session.unmatched if each.article == article.id],
            paper=self.paper,
            large=self.large,
        )
        for code, part in _numbered(f"{article.id} text", texts):
            yield Sheet("text", code, self.sources[article.id].title, text=part)


def _numbered(code: str, sheets: Iterable[T]) -> Iterator[tuple[str, T]]:
    """The sheets of one kind with their codes: "Notes", "Notes 2" and so on."""
    for number, sheet in enumerate(sheets, 1):
        yield (code if number == 1 else f"{code} {number}"), sheet
