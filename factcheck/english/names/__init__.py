"""Names: people with what they are, organisations, places, and other things that have a name.

Gazetteers, titles, role words and the form of a name say what it is; the mentions of a whole document vote.
Nothing here needs a tagger; where there are tags they settle the capitals that position explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from factcheck.english.names import forms, kinds, people, roles, runs, segments
from factcheck.english.names import words as reading
from factcheck.english.names.lexicon import gazetteer, is_common, role_words
from factcheck.english.names.segment import Segment
from factcheck.english.names.words import Words
from factcheck.models import EntityType, FieldKind, Mention, Name
from factcheck.spelling import fold

_KINDS: dict[EntityType, FieldKind] = {"person": "name", "organisation": "organisation", "place": "place"}


def find(doc: Doc) -> tuple[Mention, ...]:
    """Everything in ``doc`` that has a name, sorted by place.

    Gives mentions of kind ``name`` (a person), ``organisation``, ``place`` and ``role`` (the words for what a
    person is, next to the name; its value is the person's), and of kind ``text`` for the rest: products and
    weapons, events, laws, nationalities (their ``name`` is the country). The value is a ``Name``; its ``name``
    is the fullest form in the document, and ``reason`` says why it was not merged where two people fit.
    Offsets are character offsets into ``doc.text``.
    """
    words = reading.read(doc)
    found = [*forms.numbered_names(words), *forms.titles_of_works(words)]
    taken = {i for segment in found for i in range(segment.start, segment.end)}
    for start, end in runs.find(words):
        found += [s for s in segments.split(words, start, end) if not taken.intersection(range(s.start, s.end))]
    found.sort(key=lambda segment: segment.start)
    kinds.decide(words, found)
    return _mentions(words, [s for s in found if s.entity is not None and not _is_no_name(words, s)])


def _is_no_name(words: Words, segment: Segment) -> bool:
    """Whether a single word only looks like a name: a party and a state, "R-Ohio"; "Rebel" of "Rebel commander Roe"."""
    party, hyphen, state = words.slice(segment.start, segment.end).partition("-")
    if hyphen and len(party) == 1 and gazetteer().longest([fold(state)], [state], 0, 1):
        return True
    if segment.end - segment.start > 1:
        return False
    word = words.folded[segment.start]
    common = is_common(word) or role_words().longest([word], [word], 0, 1) is not None
    leads = words.initial[segment.start] and common and segment.end < len(words)
    return leads and not words.capital[segment.end] and roles.is_role_word(words, segment.end)


def _mentions(words: Words, found: list[Segment]) -> tuple[Mention, ...]:
    owners = {segment.end: segment for segment in found}
    persons = [segment for segment in found if segment.entity == "person"]
    spans = [_role(words, segment, owners) for segment in persons]
    texts = [words.slice(*span) if span else None for span in spans]
    resolved = people.resolve(
        [
            people.Known(words.slice(segment.start, segment.end), segment.gender, role)
            for segment, role in zip(persons, texts, strict=True)
        ]
    )
    best: dict[str, str] = {}
    for person, span, role in zip(resolved, spans, texts, strict=True):
        if role and span and (person.name not in best or _rank(role) > _rank(best[person.name])):
            best[person.name] = role
    bodies = _affiliations(words, found, resolved, spans)
    mentions = []
    for segment, person, span in zip(persons, resolved, spans, strict=True):
        role = best.get(person.name)
        value = Name(name=person.name, role=role, affiliation=bodies.get(person.name), reason=person.reason)
        mentions.append(_mention(words, "name", segment.start, segment.end, value))
        if span:
            mentions.append(_mention(words, "role", *span, replace(value, role=words.slice(*span))))
    for segment in found:
        if segment.entity is not None and segment.entity != "person":
            name = segment.name or words.slice(segment.start, segment.end)
            kind = _KINDS.get(segment.entity, "text")
            mentions.append(_mention(words, kind, segment.start, segment.end, Name(name=name, entity=segment.entity)))
    mentions += _led(words)
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.kind)))


def _led(words: Words) -> Iterator[Mention]:
    """The name in "U.S.-led", which the tokeniser leaves whole."""
    for token in words.doc:
        name = token.text.rpartition("-")[0]
        known = runs.is_led(token.text) and gazetteer().longest([fold(name)], [name], 0, 1)
        if known:
            value = Name(name=known[1].name, entity=known[1].entity)
            yield Mention(_KINDS.get(value.entity, "text"), token.idx, token.idx + len(name), value)


def _affiliations(
    words: Words,
    found: list[Segment],
    resolved: list[people.Person],
    spans: list[tuple[int, int] | None],
) -> dict[str, str]:
    """By person the body that stands in the words of a role, the last one where there are several."""
    bodies = {
        i: segment for segment in found if segment.entity == "organisation" for i in range(segment.start, segment.end)
    }
    affiliations: dict[str, str] = {}
    for person, span in zip(resolved, spans, strict=True):
        inside = [bodies[i] for i in range(*span) if i in bodies] if span else []
        if inside:
            body = inside[-1]
            affiliations.setdefault(person.name, body.name or words.slice(body.start, body.end))
    return affiliations


def _rank(role: str) -> tuple[bool, int]:
    return not role.startswith("who "), len(role.split())


def _role(words: Words, segment: Segment, owners: dict[int, Segment]) -> tuple[int, int] | None:
    if segment.title:
        start, end = segment.title
        first = roles.start_of(words, roles.of_office(words, start, owners), owners)
        if first == start and end - start <= 2 and (named := roles.apposition(words, start, segment.end, owners)):
            return named  # "a spokesman for the ministry, Col. Jane Roe"
        return first, end
    return (
        roles.before(words, segment.start, owners)
        or roles.after(words, segment.end)
        or roles.apposition(words, segment.start, segment.end, owners)
    )


def _mention(words: Words, kind: FieldKind, start: int, end: int, value: Name) -> Mention:
    span = words.doc[start:end]
    return Mention(kind, span.start_char, span.end_char, value)
