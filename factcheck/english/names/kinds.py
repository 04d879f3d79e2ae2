"""Which kind of thing each name is: what its form says, what stands around it, and the votes of the whole document."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

from factcheck.english.names.lexicon import gazetteer, heads, is_common, role_words
from factcheck.english.names.segment import Segment
from factcheck.english.names.segments import likes_person
from factcheck.english.names.words import Words
from factcheck.models import EntityType
from factcheck.resources import word_table
from factcheck.spelling import fold

Votes = Counter[EntityType]

_NAMED_AFTER: tuple[EntityType, ...] = ("organisation", "place", "event")


def decide(words: Words, segments: list[Segment]) -> None:
    """Give every segment its ``entity``, the same one to all mentions of one name that leave it open.

    An abbreviation in brackets behind a name ("Centre for River Studies (CRS)") is that name, here and elsewhere, and
    so is a company's name in short.
    """
    for segment in segments:
        _name_after(words, segment)
    _vote(words, segments)
    full: dict[str, Segment] = {}
    for before, segment in pairwise(segments):
        if _abbreviates(words, segment, before):
            full[words.text[segment.start]] = before
    for segment in segments:
        if segment.entity == "organisation" and (short := _short_form(words, segment)):
            full.setdefault(short, segment)
    for segment in segments:
        long = full.get(words.slice(segment.start, segment.end))
        if long is not None and long is not segment and segment.name is None:
            segment.entity, segment.name = long.entity, long.name or words.slice(long.start, long.end)


def _name_after(words: Words, segment: Segment) -> None:
    """Widen a name that something is named after to all of what is so named: "Jane Roe airport"."""
    open_ = segment.entity in (None, "person") and segment.title is None
    if not open_ or segment.end >= len(words) or segment.end - segment.start < 2:
        return
    named = (entity for entity in _NAMED_AFTER if words.text[segment.end] in heads(entity, "after"))
    if (entity := next(named, None)) is not None:
        segment.entity, segment.weight, segment.end = entity, 10, segment.end + 1


def _short_form(words: Words, body: Segment) -> str | None:
    """A company's name without what says that it is one: "Acme" of "Acme Corp."."""
    end = body.end
    while end > body.start and words.folded[end - 1] in heads("organisation", "suffix"):
        end -= 1
    short = words.slice(body.start, end)
    return short if body.start < end < body.end and not is_common(fold(short)) else None


def _abbreviates(words: Words, short: Segment, full: Segment) -> bool:
    """Is ``short`` in brackets right behind ``full``, made of the initials of its words in their order?"""
    text = words.text[short.start]
    if short.end - short.start > 1 or full.end + 1 != short.start or words.text[full.end] != "(" or not text.isupper():
        return False
    initials = "".join(word[0] for word in words.text[full.start : full.end] if word[0].isupper())
    return len(text) > 1 and text == initials


def _vote(words: Words, segments: list[Segment]) -> None:
    ballots: dict[str, Votes] = defaultdict(Counter)
    keys = [" ".join(words.folded[s.start : s.end]) for s in segments]
    own: list[Votes] = []
    for key, segment in zip(keys, segments, strict=True):
        votes = _votes(words, segment)
        own.append(votes)
        ballots[key].update(votes)
    full = _name_parts(words, segments, ballots, keys)
    for key, segment, votes in zip(keys, segments, own, strict=True):
        if segment.entity is None and segment.title:
            continue
        if segment.weight >= 10:
            if segment.entity == "place" and key in full and not _is_where(words, segment):
                segment.entity, segment.name = "person", None  # "Roe Paris", later "Paris said"
            continue
        tally = ballots[key] + votes
        for part in _parts(key):
            if part in full and segment.weight < 8:
                tally["person"] += 6
                break
        segment.entity = _winner(tally)


def _is_where(words: Words, segment: Segment) -> bool:
    """Do the words around a place's name say that it is the place, not a person of that name?"""
    before = words.folded[segment.start - 1] if segment.start else ""
    return before in cue_words()["place"]["before"] or before in ("to", "of", "for", ",", "and", "(")


def _winner(votes: Votes) -> EntityType:
    return max(sorted(votes), key=lambda entity: votes[entity]) if votes else "person"


def _parts(key: str) -> list[str]:
    return [key] if " " not in key else []


def _name_parts(words: Words, segments: list[Segment], ballots: dict[str, Votes], keys: list[str]) -> frozenset[str]:
    """Folded last words of the full names that are certainly a person's."""
    parts = set()
    for key, segment in zip(keys, segments, strict=True):
        votes = ballots[key]
        if segment.end - segment.start > 1 and votes and _winner(votes) == "person":
            parts.add(words.folded[segment.end - 1])
    return frozenset(parts)


@cache
def cue_words() -> dict[EntityType, dict[str, frozenset[str]]]:
    """By kind of name and place next to it, the words that speak for the kind."""
    table = word_table("english/data/name_cues.yaml")
    places = ("apposition", "before", "after")
    return {kind: {place: frozenset(cues.get(place, ())) for place in places} for kind, cues in table.items()}


def _votes(words: Words, segment: Segment) -> Votes:
    votes: Votes = Counter()
    if segment.entity is not None:
        votes[segment.entity] += segment.weight  # type: ignore[assignment]  # a Counter adds floats as well
    if segment.weight >= 10:
        return votes
    start, end = segment.start, segment.end
    before = words.folded[start - 1] if start else ""
    after = words.folded[end] if end < len(words) else ""
    noun = words.folded[start - 2] if before in ("of", '"', "“", "'", "‘") and start > 1 else before
    for entity, cues in cue_words().items():
        votes[entity] += (
            4 * (noun in cues["apposition"]) + 2 * (before in cues["before"]) + 2 * (after in cues["after"])
        )
    if before and role_words().longest(words.folded, words.text, start - 1, start) and not words.capital[start - 1]:
        votes["person"] += 4
    if after == "," and end + 1 < len(words):
        nxt = words.folded[end + 1]
        if nxt == "who" or (nxt.isdigit() and len(nxt) == 2):
            votes["person"] += 3
        elif words.capital[end + 1]:
            known = gazetteer().longest(words.folded, words.text, end + 1, len(words))
            if known and known[1].entity == "place" and (before in ("in", "near", "at", "from") or known[1].postal):
                votes["place"] += 4
    text = words.text[start]
    if end - start == 1:
        if (text.isupper() and 2 <= len(text) <= 6 and not words.headline[start]) or (
            any(char.isupper() for char in text[2:])
            and not text.isupper()
            and not text.startswith(("Mc", "Mac", "O'", "D'"))
        ):
            votes["organisation"] += 2
        elif likes_person(words, segment):
            votes["person"] += 2
        elif not is_common(fold(text)):
            votes["person"] += 1
        else:
            votes["organisation"] += 1
    elif all(is_common(words.folded[k]) for k in range(start, end)):
        votes["organisation"] += 1
        votes["other"] += 2
    elif likes_person(words, segment):
        votes["person"] += 3
    else:
        votes["person"] += 1
    if before == "the":
        votes["organisation"] += 1
        votes["person"] -= 1
    return votes
