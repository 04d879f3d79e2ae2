"""Who said what: the stretches of an article that somebody says, who is accused in it, and where they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.attribution import replies
from factcheck.attribution.accusations import Accusations
from factcheck.attribution.parsed import Parsed
from factcheck.attribution.reading import Reading
from factcheck.attribution.reports import Reports
from factcheck.attribution.shallow import Shallow
from factcheck.attribution.speakers import Speakers
from factcheck.attribution.stretches import at, nested, reach, stretches
from factcheck.models import Accusation, Article, Attribution, Mention, Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Said", "accusations", "at", "find", "reach", "read"]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in an article: the stretches, the accusations with their replies in it, and all replies."""

    stretches: tuple[Stretch, ...]
    accusations: tuple[Accusation, ...]
    replies: replies.Replies


def find(doc: Doc, article: Article, mentions: Sequence[Mention]) -> tuple[Stretch, ...]:
    """Every stretch of the article that somebody says: direct, indirect or both.

    ``mentions`` are those of the names (name, role, organisation, place) and the quotations; others are ignored.
    The stretches come in order of start, the outer before the inner; they nest or are disjoint. Quotations include
    their marks; a quotation inside an indirect report is a stretch of its own within the report's. Uses the parse
    where ``doc`` has one, else word order alone.
    """
    return _Finder(doc, article, mentions).stretches


def read(doc: Doc, article: Article, mentions: Sequence[Mention]) -> Said:
    """The stretches of ``find``, and with them who is accused and where they answer."""
    return _Finder(doc, article, mentions).said()


def accusations(articles: Sequence[Said]) -> tuple[Accusation, ...]:
    """The accusations of all articles, in order, each with the replies in the others."""
    return tuple(
        replies.elsewhere(accusation, [other.replies for other in articles if other is not said])
        for said in articles
        for accusation in said.accusations
    )


class _Finder:
    """Reads one article."""

    def __init__(self, doc: Doc, article: Article, mentions: Sequence[Mention]) -> None:
        self.article = article
        self.reading = Reading(doc, article, sorted(mentions, key=lambda mention: (mention.start, -mention.end)))
        self.phrases = Parsed(self.reading) if doc.has_annotation("DEP") else Shallow(self.reading)
        self.speakers = Speakers(self.reading)
        self.by_cue: dict[int, Attribution] = {}
        found: list[Stretch] = []
        for report in Reports(self.reading, self.phrases).find():
            said = self.speakers.attribution(report.speaker, report.cue)
            self.by_cue.setdefault(report.cue[1] - 1, said)
            found.extend(stretches(self.reading, said, report.contents))
        self.stretches = nested(found)

    def said(self) -> Said:
        context = self.article, self.reading, self.phrases, self.speakers
        heard = replies.find(*context, self.stretches)
        found = Accusations(*context, self.by_cue).find(self.stretches)
        return Said(self.stretches, tuple(replies.answered(each, heard) for each in found), heard)
