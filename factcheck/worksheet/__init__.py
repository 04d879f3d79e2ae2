"""From a session to what the templates print: the ``Pack`` that docs/templates.md describes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.models import Article, Assertion, Session
from factcheck.worksheet import parts
from factcheck.worksheet.cards import Cards
from factcheck.worksheet.form import Form, Paper
from factcheck.worksheet.form import load as load_form
from factcheck.worksheet.index import index
from factcheck.worksheet.notes import meetings, singles, timeline
from factcheck.worksheet.pack import Count, Grouping, Guide, Kind, Pack, Reference, SignOff, Source
from factcheck.worksheet.sheets import Sheets, on_cards

if TYPE_CHECKING:
    from factcheck.checklist import Checklist

__all__ = ["Form", "Grouping", "Pack", "Paper", "context", "load_form"]

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
    assertions: dict[str, list[Assertion]] = {article.id: [] for article in chosen}
    for each in session.assertions:
        if each.article in assertions:
            assertions[each.article].append(each)
    sources = {article.id: _source(article, assertions[article.id], given_to or {}) for article in chosen}
    cards = Cards(assertions, guides)
    compared = only is None and len(session.articles) > 1
    met = meetings(session, cards) if compared else ()
    alone = singles(session, cards) if compared else ()
    moments = timeline(session) if compared else ()
    every = [each for members in assertions.values() for each in members]
    carded = [each for members in assertions.values() for each in on_cards(members)]
    indexed = index(carded, {each.type: each.fields for each in checklists})
    pages = parts.notes(met, moments, alone, tuple(sources.values()))
    paper = paper or form.paper
    made = Sheets(session, chosen, assertions, sources, cards, form, paper, large).all(group_by, pages, indexed)
    counts = _counts(every, cards)
    return Pack(
        title=session.title,
        date=session.date,
        version=__version__,
        fingerprint=_fingerprint(session),
        paper=paper,
        large=large,
        form=form,
        sign_off=tuple(_sign_off(form, checkers)),
        sources=tuple(sources.values()),
        counts=counts,
        guides=tuple(guides[count.type] for count in counts if count.type in guides),
        notes=met,
        singles=alone,
        timeline=moments,
        index=indexed,
        sheets=tuple(sheet for sheet in made if not sheets or sheet.kind in sheets),
        ids=frozenset(each.id for each in carded),
    )


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
