"""Accusations and criticism of a named party, and where that party answers: the sheet for the right of reply."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.attribution.lexicon import nouns, verbs, words
from factcheck.attribution.reading import SPEAKERS
from factcheck.english import coref
from factcheck.models import Mention, Name, Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Accusation:
    """A stretch that accuses or criticises ``party``, by canonical name.

    ``answer`` is where the party speaks to it, or, with no words of denial anywhere, where it first speaks
    afterwards; ``None``: no answer in this article.
    """

    stretch: Stretch
    party: str
    answer: Stretch | None


def accusations(doc: Doc, mentions: Sequence[Mention], stretches: Sequence[Stretch]) -> tuple[Accusation, ...]:
    """The accusations among the stretches of ``attribution.find``, in their order, one for each party accused.

    ``mentions`` are those given to ``find``. A party is named in the words that follow the accusing verb or noun, or
    is a pronoun there that the text settles.
    """
    named = sorted((m for m in mentions if m.kind in SPEAKERS and m.kind != "role"), key=lambda m: (m.start, m.end))
    accusing = [stretch for stretch in stretches if _cue_in(stretch, "accusing")]
    if not accusing:
        return ()
    anaphors = coref.resolve(doc, named)
    speaking: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        for name in _speakers(stretch, named):
            speaking.setdefault(name, []).append(stretch)
    found = [
        Accusation(stretch, party, _answer(stretch, speaking.get(party, ())))
        for stretch in accusing
        for party in _parties(doc.text, stretch, named, anaphors)
        if party not in _speakers(stretch, named)
    ]
    return tuple(dict.fromkeys(found))


def _cue_in(stretch: Stretch, name: str) -> bool:
    """Whether the reporting word of a stretch is in the list ``name``."""
    if stretch.attribution is None:
        return False
    cue = stretch.attribution.cue.split()[-1].lower()
    base = verbs()[cue].base if cue in verbs() else cue
    return base in words(name) or (cue in nouns() and cue.removesuffix("s") in words(name))


def _speakers(stretch: Stretch, named: Sequence[Mention]) -> list[str]:
    """Everybody who is named in the words for the speaker: "a spokesman for the ministry" speaks for the ministry."""
    said = stretch.attribution
    if said is None:
        return []
    names = [m.value.name for m in _inside(named, said.start, said.end) if isinstance(m.value, Name)]
    return [said.name, *names] if said.name else names


def _parties(
    text: str, stretch: Stretch, named: Sequence[Mention], anaphors: Mapping[int, tuple[str, ...]]
) -> list[str]:
    """Who is accused: the first names in the stretch, as long as only "and" or a comma stands between them."""
    settled = anaphors.get(stretch.start, ())
    if len(settled) == 1:
        return [settled[0]]
    parties: list[str] = []
    end = stretch.start
    for mention in _inside(named, stretch.start, stretch.end):
        if parties and text[end : mention.start].strip(" ,") not in ("", "and", "or"):
            break
        if isinstance(mention.value, Name) and mention.value.name not in parties:
            parties.append(mention.value.name)
        end = mention.end
    return parties


def _inside(named: Sequence[Mention], start: int, end: int) -> list[Mention]:
    first = bisect_left(named, start, key=lambda mention: mention.start)
    last = bisect_left(named, end, key=lambda mention: mention.start)
    return [mention for mention in named[first:last] if mention.end <= end]


def _answer(accusation: Stretch, speaking: Sequence[Stretch]) -> Stretch | None:
    """The first denial or response by the party, else the first thing it says after the accusation."""
    denial = next((stretch for stretch in speaking if _cue_in(stretch, "answering")), None)
    return denial or next((stretch for stretch in speaking if stretch.start > accusation.end), None)
