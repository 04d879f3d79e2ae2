"""Which sheets a pack has, in the order in which they are bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.models import Article, Assertion, Session
from factcheck.worksheet.calls import calls
from factcheck.worksheet.cards import ORDER, Cards, passages
from factcheck.worksheet.form import Form
from factcheck.worksheet.pack import CardsSheet, Group, Grouping, Sheet, Source
from factcheck.worksheet.text import text_sheets

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

    def all(self, group_by: Grouping, *, notes: bool) -> Iterator[Sheet]:
        """Every sheet, that of the ``notes`` only where there are any; each article's text behind its cards."""
        title, labels = self.session.title, self.form.labels
        statements = {article.id: passages(article, on_cards(self.assertions[article.id])) for article in self.articles}
        yield Sheet("cover", "Cover", title)
        if notes:
            yield Sheet("notes", "Notes", labels["notes"])
        if group_by == "source":
            for article in self.articles:
                source, members = self.sources[article.id], statements[article.id]
                yield self._cards(article.id, source.title, source, self.cards.by_speaker(members))
                yield from self._text(article)
        else:
            every = [passage for members in statements.values() for passage in members]
            groups = self.cards.by_speaker(every) if group_by == "speaker" else self.cards.by_type(every)
            yield self._cards("Facts", title, None, groups)
            for article in self.articles:
                yield from self._text(article)
        shown = {article.id for article in self.articles}
        accusations = [each for each in self.session.accusations if each.article in shown]
        if called := calls(statements, accusations):
            yield Sheet("call", "Calls", labels["calls"], calls=called)
        yield Sheet("index", "Index", labels["index"])

    def _cards(self, code: str, title: str, source: Source | None, groups: tuple[Group, ...]) -> Sheet:
        every = self.assertions.values() if source is None else [self.assertions[source.id]]
        carded = sum(len(card.facts) for group in groups for card in group.cards)
        return Sheet("cards", code, title, CardsSheet(source, groups, sum(map(len, every)) - carded))

    def _text(self, article: Article) -> Iterator[Sheet]:
        parts = text_sheets(
            article,
            self.sources[article.id],
            marks=self.cards.marks(article),
            assertions=self.assertions[article.id],
            checks=[each for each in self.session.checks if each.article == article.id],
            unmatched=[each for each in self.session.unmatched if each.article == article.id],
        )
        for number, part in enumerate(parts, 1):
            code = f"{article.id} text" if number == 1 else f"{article.id} text {number}"
            yield Sheet("text", code, self.sources[article.id].title, text=part)
