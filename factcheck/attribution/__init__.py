"""Who said what: the stretches of an article that somebody says, and what accuses whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.attribution.accusations import Accusation, accusations
from factcheck.attribution.parsed import Parsed
from factcheck.attribution.reading import Reading
from factcheck.attribution.reports import Reports
from factcheck.attribution.shallow import Shallow
from factcheck.attribution.speakers import Speakers
from factcheck.attribution.stretches import at, nested, stretches
from factcheck.models import Article, Mention, Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Accusation", "accusations", "at", "find"]


def find(doc: Doc, article: Article, mentions: Sequence[Mention]) -> tuple[Stretch, ...]:
    """Every stretch of the article that somebody says: direct, indirect or both.

    ``mentions`` are those of the names (name, role, organisation, place) and the quotations; others are ignored.
    The stretches come in order of start, the outer before the inner; they nest or are disjoint. Quotations include
    their marks; a quotation inside an indirect report is a stretch of its own within the report's. Uses the parse
    where ``doc`` has one, else word order alone.
    """
    reading = Reading(doc, article, sorted(mentions, key=lambda mention: (mention.start, -mention.end)))
    phrases = Parsed(reading) if doc.has_annotation("DEP") else Shallow(reading)
    speakers = Speakers(reading)
    found: list[Stretch] = []
    for report in Reports(reading, phrases).find():
        found.extend(stretches(reading, speakers.attribution(report.speaker, report.cue), report.contents))
    return nested(found)
