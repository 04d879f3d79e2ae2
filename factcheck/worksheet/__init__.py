"""From a session to what the templates print: the ``Pack`` that docs/templates.md describes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from factcheck import __version__
from factcheck.models import Article, Assertion, Session
from factcheck.worksheet.calls import calls
from factcheck.worksheet.cards import Cards, passages
from factcheck.worksheet.form import Form, Paper
from factcheck.worksheet.form import load as load_form
from factcheck.worksheet.index import index
from factcheck.worksheet.notes import meetings, singles, timeline
from factcheck.worksheet.pack import CardsSheet, Count, Guide, Kind, Pack, Reference, Sheet, SignOff, Source
from factcheck.worksheet.text import text_sheet

if TYPE_CHECKING:
    from factcheck.checklist import Checklist

__all__ = ["Form", "Grouping", "Pack", "Paper", "context", "load_form"]

Grouping = Literal["source", "speaker", "type"]
FINGERPRINT = 12
"""Hexadecimal digits of a SHA-256 that stand on paper: enough to tell versions of a text apart."""


def context(
    session: Session,
    checklists: Sequence[Checklist],
    *,
    form: Form,
    paper: Paper | None = None,
    group_by: Grouping = "source",
    only: str | None = None,
    sheets: Sequence[Kind] = (),
    large: bool = False,
    checkers: Sequence[str] = (),
    given_to: Mapping[str, str] | None = None,
) -> Pack:
    """All that the templates see of ``session``.

    ``paper`` is the form's where none is given. ``checkers`` are the names of those who sign, ``given_to`` says who
    checks an article, by its path.

    ``only`` keeps the sheets of one article ("S2"); ``sheets`` keeps those kinds, all where it is empty.
    Raises ``KeyError`` for an article that the session does not have.
    """
    guides = {each.type: _guide(each) for each in checklists}
    articles = {article.id: article for article in session.articles}
    chosen = [articles[only]] if only is not None else list(session.articles)
    assertions = {article.id: [each for each in session.assertions if each.article == article.id] for article in chosen}
    sources = {article.id: _source(article, assertions[article.id], given_to or {}) for article in chosen}
    cards = Cards(assertions, guides)
    statements = {article.id: passages(article, assertions[article.id]) for article in chosen}
    shown = [each for members in assertions.values() for each in members]

    made = [Sheet("cover", "Cover", session.title)]
    if len(chosen) > 1:
        made.append(Sheet("notes", "Notes", form.labels["notes"]))
    if group_by == "source":
        for article in chosen:
            groups = cards.by_speaker(statements[article.id])
            sheet = CardsSheet(sources[article.id], groups)
            made.append(Sheet("cards", article.id, sources[article.id].title, sheet))
    else:
        every = [passage for members in statements.values() for passage in members]
        groups = cards.by_speaker(every) if group_by == "speaker" else cards.by_type(every)
        made.append(Sheet("cards", "Facts", session.title, CardsSheet(None, groups)))
    for article in chosen:
        text = text_sheet(
            article,
            sources[article.id],
            marks=cards.marks(article),
            assertions=assertions[article.id],
            checks=[each for each in session.checks if each.article == article.id],
            unmatched=[each for each in session.unmatched if each.article == article.id],
        )
        made.append(Sheet("text", f"{article.id} text", sources[article.id].title, text=text))
    if called := calls(statements):
        made.append(Sheet("call", "Calls", form.labels["calls"], calls=called))
    made.append(Sheet("index", "Index", form.labels["index"]))
    compared = only is None
    return Pack(
        title=session.title,
        date=session.date,
        version=__version__,
        fingerprint=_fingerprint(session),
        paper=paper or form.paper,
        large=large,
        form=form,
        sign_off=tuple(_sign_off(form, checkers)),
        sources=tuple(sources.values()),
        counts=(counts := _counts(shown, cards)),
        guides=tuple(guides[count.type] for count in counts if count.type in guides),
        notes=meetings(session, cards) if compared else (),
        singles=singles(session, cards) if compared else (),
        timeline=timeline(session) if compared else (),
        index=index(shown),
        sheets=tuple(sheet for sheet in _in_order(made) if not sheets or sheet.kind in sheets),
        ids=frozenset(each.id for each in shown),
    )


def _in_order(made: Sequence[Sheet]) -> list[Sheet]:
    """Each article's text behind its cards, the rest as made."""
    texts = {sheet.text.source.id: sheet for sheet in made if sheet.text}
    ordered: list[Sheet] = []
    for sheet in made:
        if sheet.text:
            continue
        ordered.append(sheet)
        if sheet.cards and sheet.cards.source and sheet.cards.source.id in texts:
            ordered.append(texts.pop(sheet.cards.source.id))
        elif sheet.cards and sheet.cards.source is None:
            ordered += texts.values()
    return ordered


def _guide(checklist: Checklist) -> Guide:
    references = tuple(Reference(each.name, each.url) for each in checklist.references)
    questions, blanks = tuple(checklist.questions), tuple(checklist.blanks)
    return Guide(checklist.type, checklist.title, questions, references, blanks, checklist.legal)


def _sign_off(form: Form, checkers: Sequence[str]) -> Iterator[SignOff]:
    """The form's lines; the one for the checker as often as there are checkers."""
    checker = form.labels["checker"]
    roles = [*form.sign_off, *([checker] if checkers and checker not in form.sign_off else [])]
    for role in roles:
        if role != checker or not checkers:
            yield SignOff(role, role, None)
            continue
        for number, name in enumerate(checkers, 1):
            yield SignOff(role if number == 1 else f"{role} {number}", role, name)


def _source(article: Article, assertions: Sequence[Assertion], given_to: Mapping[str, str]) -> Source:
    return Source(
        id=article.id,
        title=article.title or article.path,
        publisher=article.publisher,
        byline=article.byline,
        published=article.published,
        url=article.url,
        path=article.path,
        fingerprint=article.sha256[:FINGERPRINT],
        words=len(article.text.split()),
        facts=len(assertions),
        high=sum(each.priority == "high" for each in assertions),
        checker=given_to.get(article.path),
    )


def _fingerprint(session: Session) -> str:
    joined = "\n".join(article.sha256 for article in session.articles)
    return hashlib.sha256(joined.encode()).hexdigest()[:FINGERPRINT]


def _counts(assertions: Sequence[Assertion], cards: Cards) -> tuple[Count, ...]:
    tally = Counter((each.type, each.priority) for each in assertions)
    kinds = {each.type for each in assertions}
    counts = [
        Count(kind, cards.title(kind), tally[kind, "high"], tally[kind, "normal"], tally[kind, "low"]) for kind in kinds
    ]
    return tuple(sorted(counts, key=lambda count: (-count.high, -count.normal, -count.low, count.title)))
