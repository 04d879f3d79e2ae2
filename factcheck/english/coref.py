"""Who "he", "it", "the spokeswoman" and "the ministry" are: by agreement, recency and subjecthood.

The rules follow Lappin and Leass (1994): every earlier mention of somebody adds weight, less with each
sentence between; subjects weigh more. Where two people or bodies fit about equally, both are shown and
none is chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..models import Mention, Name
from ..resources import word_table
from .names.lexicon import Gender, fold, role_words, titles
from .names.people import gender_of

_WINDOW = 3
"""Sentences that a pronoun looks back."""

_MARGIN = 1.25
"""How many times the weight of the second the first must have."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """One earlier mention of ``name``. ``number``: "s" or "p"; ``gender`` counts for persons."""

    name: str
    start: int
    end: int
    sentence: int
    paragraph: int
    weight: float
    person: bool
    gender: Gender


def resolve(doc: Doc, mentions: Iterable[Mention]) -> Mapping[int, tuple[str, ...]]:
    """The canonical names that pronouns and definite descriptions stand for.

    ``mentions`` are those of ``names.find(doc)``. Gives, for the character offset where "he", "their", "the
    minister" starts, one name where it is settled, several (best first) where it is unclear. What stands for
    nothing that has a name is left out.
    """
    reading = _Reading(doc, [m for m in mentions if m.kind in ("name", "organisation", "place")])
    return {start: names for start, names in sorted(reading.links().items()) if names}


class _Reading:
    """One pass over a document, from left to right."""

    def __init__(self, doc: Doc, mentions: list[Mention]) -> None:
        self.doc = doc
        self.words = word_table("english/data/anaphora.yaml")
        self.pronouns: dict[str, str] = {word: kind for kind, words in self.words["pronouns"].items() for word in words}
        self.sentence, self.paragraph = _positions(doc)
        self.by_start = {m.start: m for m in mentions if isinstance(m.value, Name)}
        self.genders = _genders(doc, mentions)
        self.seen: list[_Seen] = []
        self.parsed = doc.has_annotation("DEP")

    def links(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        skip = 0
        for token in self.doc:
            if token.idx < skip:
                continue
            mention = self.by_start.get(token.idx)
            if mention is not None:
                self._remember(mention, token)
                skip = mention.end
                continue
            names: tuple[str, ...] = ()
            kind = self.pronouns.get(token.lower_)
            if kind is not None:
                names = self._pronoun(token, kind)
            elif token.lower_ == "the" and token.i + 1 < len(self.doc):
                names = self._description(token)
            if names:
                found[token.idx] = names
                if len(names) == 1:
                    self._again(names[0], token)
        return found

    def _remember(self, mention: Mention, token: Token) -> None:
        assert isinstance(mention.value, Name)
        person = mention.kind == "name"
        weight = self._weight(mention, token)
        self._see(mention.value.name, token, mention.end, person, weight)

    def _again(self, name: str, token: Token) -> None:
        person = name in self.genders
        self._see(name, token, token.idx + len(token), person, 1.0)

    def _see(self, name: str, token: Token, end: int, person: bool, weight: float) -> None:
        place = token.i
        gender = self.genders.get(name, "u")
        self.seen.append(
            _Seen(name, token.idx, end, self.sentence[place], self.paragraph[place], weight, person, gender)
        )

    def _weight(self, mention: Mention, token: Token) -> float:
        """Subjects weigh most, names inside another phrase least; without a parse, the first in a sentence."""
        if not self.parsed:
            first = not any(seen.sentence == self.sentence[token.i] for seen in self.seen[-3:])
            return 1.5 if first else 1.0
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        dep = span.root.dep_ if span is not None else ""
        return {"nsubj": 2.0, "nsubjpass": 1.8, "dobj": 1.2, "obj": 1.2, "pobj": 0.9, "poss": 0.9, "compound": 0.4}.get(
            dep, 1.0
        )

    def _pronoun(self, token: Token, kind: str) -> tuple[str, ...]:
        if kind == "it" and self._empty(token):
            return ()
        fits = [seen for seen in self.seen if self._agrees(seen, kind)]
        return self._choose(token, fits)

    def _empty(self, token: Token) -> bool:
        """Does "it" stand for nothing: "it is clear that", "it rained"?"""
        if token.dep_ == "expl":
            return True
        following = [t.lower_ for t in self.doc[token.i + 1 : token.i + 3]]
        return bool(set(following) & set(self.words["empty it"]))

    def _agrees(self, seen: _Seen, kind: str) -> bool:
        if kind == "they":
            return not seen.person
        if kind == "it":
            return not seen.person
        return seen.person and seen.gender in (kind, "u")

    def _choose(self, token: Token, fits: list[_Seen]) -> tuple[str, ...]:
        sentence, paragraph = self.sentence[token.i], self.paragraph[token.i]
        weights: dict[str, float] = defaultdict(float)
        for seen in fits:
            distance = sentence - seen.sentence
            if distance <= _WINDOW:
                weights[seen.name] += seen.weight * 0.5**distance * (1.0 if seen.paragraph == paragraph else 0.7)
        order = sorted(weights, key=lambda name: (-weights[name], name))
        if not order:
            return ()
        if len(order) == 1 or weights[order[0]] >= _MARGIN * weights[order[1]]:
            return (order[0],)
        return tuple(name for name in order if weights[name] * _MARGIN > weights[order[0]])

    def _description(self, token: Token) -> tuple[str, ...]:
        """The names for "the minister" (by role) and "the ministry" (by the words of the name)."""
        end = token.i + 1
        while end < min(token.i + 4, len(self.doc)) and self.doc[end].is_alpha and not self._is_head(end):
            end += 1
        if end >= min(token.i + 4, len(self.doc)) or not self._is_head(end):
            return ()
        if end + 1 < len(self.doc) and (
            self.doc[end + 1].lower_ in ("of", "-") or self.doc[end + 1].idx in self.by_start
        ):
            return ()
        head = fold(self.doc[end].text)
        latest: dict[str, int] = {}
        for seen in self.seen:
            if self._described(seen, head):
                latest[seen.name] = seen.sentence
        order = sorted(latest, key=lambda name: (-latest[name], name))
        if len(order) < 2 or latest[order[0]] - latest[order[1]] > 2:
            return tuple(order[:1])
        return tuple(order)

    def _is_head(self, i: int) -> bool:
        word = fold(self.doc[i].text)
        return word in self.words["bodies"] or role_words().longest([word], [word], 0, 1) is not None

    def _described(self, seen: _Seen, head: str) -> bool:
        if not seen.person:
            return head in self.words["bodies"] and head in fold(seen.name).split()
        role = next(
            (m.value.role for m in self.by_start.values() if isinstance(m.value, Name) and m.value.name == seen.name),
            None,
        )
        return role is not None and head in fold(role).split()


def _positions(doc: Doc) -> tuple[list[int], list[int]]:
    """The running numbers of the sentence and paragraph of each token."""
    marked = doc.has_annotation("SENT_START")
    sentences, paragraphs = [], []
    sentence = paragraph = 0
    for token in doc:
        before = doc[token.i - 1] if token.i else None
        if before is not None and before.text.count("\n") > 1:
            paragraph += 1
        if before is not None and (
            token.is_sent_start if marked else before.text in ".!?" or before.text.count("\n") > 1
        ):
            sentence += 1
        sentences.append(sentence)
        paragraphs.append(paragraph)
    return sentences, paragraphs


def _genders(doc: Doc, mentions: list[Mention]) -> dict[str, Gender]:
    """The gender of each person, by title, role word and first name; "u" where they say nothing or disagree."""
    said: dict[str, set[Gender]] = defaultdict(set)
    for mention in mentions:
        if mention.kind != "name" or not isinstance(mention.value, Name):
            continue
        name = mention.value.name
        said[name] |= set()
        words = [fold(word) for word in (mention.value.role or "").split()]
        for i in range(len(words)):
            role = role_words().longest(words, words, i, i + 1)
            if role and role[1] != "u":
                said[name].add(role[1])
        span = doc.char_span(mention.start, mention.end)
        if span is not None and span.start:
            before = doc[span.start - 1]
            title = titles().longest([fold(before.text)], [before.text], 0, 1)
            if title and title[1].gender != "u":
                said[name].add(title[1].gender)
    return {name: next(iter(found)) if len(found) == 1 else gender_of(name) for name, found in said.items()}
