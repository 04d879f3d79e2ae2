"""Who "he", "it", "the spokeswoman" and "the ministry" are, or that it is unclear.

A pronoun is compared with every phrase of the sentences before it that agrees and that syntax allows; weighted
features score each, a thing counts by its best phrase, and the answer is who has enough of the whole. A definite
description is looked up among the roles and the words of the names before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from math import exp

from spacy.tokens import Doc

from factcheck.english.coref import phrases as finding
from factcheck.english.coref import salience
from factcheck.english.coref.phrases import Phrase, Text
from factcheck.english.names.lexicon import role_words
from factcheck.models import Mention, Name
from factcheck.spelling import fold

_WINDOW = 4
"""Sentences that a pronoun looks back."""

_NEAREST = 60
"""Phrases that a pronoun looks back at most, in whatever few sentences they stand."""

_ENOUGH = 0.5
"""The share that settles a pronoun; measured on the development part of GUM."""

_PAIRED = 0.03
"""The share of the second of a pair ("John Doe and Tom Smith") that leaves it unclear who is meant."""

_SHOWN = 5
"""Candidates shown for a description at most."""

_POSSIBLE = 0.2
"""The share that makes a candidate worth showing where it is unclear."""


@dataclass(frozen=True, slots=True)
class Link:
    """A pronoun or description at ``start``..``end`` and what it may stand for, best first: one where it is settled.

    ``names`` are canonical names, or the words of a phrase that has none; ``antecedent`` is where the best one
    was last mentioned, ``None`` where nothing fits.
    """

    start: int
    end: int
    names: tuple[str, ...]
    antecedent: tuple[int, int] | None
    named: bool


def resolve(doc: Doc, mentions: Iterable[Mention]) -> Mapping[int, tuple[str, ...]]:
    """The canonical names that pronouns and definite descriptions stand for.

    ``mentions`` are those of ``names.find(doc)``. Gives, for the character offset where "he", "their", "the
    minister" starts, one name where it is settled, several (best first) where it is unclear. What stands for
    nothing that has a name is left out.
    """
    return {link.start: link.names for link in links(doc, mentions) if link.named}


def links(doc: Doc, mentions: Iterable[Mention]) -> tuple[Link, ...]:
    """Every pronoun and definite description that may stand for something earlier, also where that has no name."""
    mentions = list(mentions)
    text = finding.read(doc)
    described = descriptions(text, mentions)
    return tuple(sorted((*Pronouns(text, mentions, described).links(), *described), key=lambda link: link.start))


class Pronouns:
    """One pass over the phrases of a document, from left to right."""

    def __init__(self, text: Text, mentions: list[Mention], described: Iterable[Link] = ()) -> None:
        self.text = text
        self.phrases = finding.find(self.text, mentions)
        self.by_head = {phrase.head: phrase for phrase in self.phrases if not phrase.joined}
        self.described = {link.start: link.names[0] for link in described if len(link.names) == 1}
        self.mentioned: Counter[int] = Counter()
        self.entities: dict[object, int] = {}
        self.numbers = count()
        self.last_named: dict[int, Phrase] = {}
        self.genders: dict[int, str] = {}
        self.taken_up: dict[str, int] = {}
        self.speakers = self._speakers()

    def links(self) -> list[Link]:
        """The pronouns that have an answer, and those that are unclear."""
        found = []
        for place, phrase in enumerate(self.phrases):
            if phrase.pronoun:
                link = self._link(place, phrase)
                if link is not None:
                    found.append(link)
            else:
                phrase.entity = self._entity(phrase)
            if phrase.entity < 0:
                phrase.entity = self._number(("alone", phrase.head))
            self.mentioned[phrase.entity] += 1
            if self._says_more(phrase):
                self.last_named[phrase.entity] = phrase
        return found

    def _says_more(self, phrase: Phrase) -> bool:
        """Is ``phrase`` as good a word for its thing as the one that stands for it so far? No predicate is."""
        if phrase.pronoun or phrase.alone or (phrase.name is None and self._subject_of(phrase) is not None):
            return False
        before = self.last_named.get(phrase.entity)
        return before is None or before.name is None or phrase.name is not None

    def _number(self, key: object, *, new: bool = False) -> int:
        if new or key not in self.entities:
            self.entities[key] = next(self.numbers)
        return self.entities[key]

    def _entity(self, phrase: Phrase) -> int:
        """Names of one canonical form are one thing, and so are an apposition and "the driver" after "a driver"."""
        doc = self.text.doc
        if phrase.joined:
            return self._number(("joined", phrase.head))
        name = phrase.name or self.described.get(doc[phrase.start].idx)
        if name is not None:
            return self._number(name)
        head = doc[phrase.head]
        if head.dep_ == "appos":
            other = self.by_head.get(head.head.i)
            if other is not None and other.entity >= 0:
                return other.entity
        subject = self._subject_of(phrase)
        if subject is not None and subject.entity >= 0:
            return subject.entity
        definite = doc[phrase.start].lower_ in ("the", "this", "that", "these", "those")
        return self._number(("noun", fold(head.text)), new=not definite)

    def _subject_of(self, phrase: Phrase) -> Phrase | None:
        """What ``phrase`` is said to be: "Roe" where it is "the mayor" of "Roe is the mayor"."""
        head = self.text.doc[phrase.head]
        if head.dep_ != "attr":
            return None
        subjects = self.text.subjects.get(head.head.i, ())
        return next((self.by_head.get(i) for i in subjects if self.text.doc[i].dep_ == "nsubj"), None)

    def _speakers(self) -> dict[int, set[int]]:
        """By quotation of a whole sentence, the named who speak it: in it "he" is somebody else."""
        text = self.text
        speakers: dict[int, set[int]] = defaultdict(set)
        in_sentence: dict[int, set[int]] = defaultdict(set)
        for number, sentence in zip(text.quotation, text.sentence, strict=True):
            if number:
                in_sentence[sentence].add(number)
        for phrase in self.phrases:
            if phrase.name and not text.quoted[phrase.head] and salience.speaks(text.doc[phrase.head]):
                for number in in_sentence.get(text.sentence[phrase.head], ()):
                    speakers[number].add(self._entity(phrase))
        return speakers

    def candidates(self, place: int, pronoun: Phrase) -> list[tuple[Phrase, list[str]]]:
        """The phrases before the pronoun that agree and may be it, nearest first, with their features."""
        fitting: list[tuple[Phrase, list[str]]] = []
        between: set[int] = set()
        speakers = self.speakers.get(self.text.quotation[pronoun.head], ()) if pronoun.gender != "u" else ()
        above = salience.subjects_above(self.text, pronoun)
        for phrase in self.phrases[max(0, place - _NEAREST) : place][::-1]:
            if self.text.sentence[pronoun.head] - self.text.sentence[phrase.head] > _WINDOW:
                break
            if not salience.agrees(pronoun, phrase) or salience.bound(self.text, pronoun, phrase):
                continue
            if phrase.entity in speakers or self.genders.get(phrase.entity, pronoun.pronoun) != pronoun.pronoun:
                continue
            found = salience.features(
                self.text,
                pronoun,
                phrase,
                above,
                between=len(between - {phrase.entity}),
                mentioned=self.mentioned[phrase.entity],
                goes_on=self.taken_up.get(pronoun.pronoun) == phrase.entity,
                known=phrase.entity in self.last_named,
            )
            fitting.append((phrase, list(found)))
            between.add(phrase.entity)
        return fitting

    def shares(self, place: int, pronoun: Phrase) -> tuple[dict[int, float], float]:
        """How likely each thing is what the pronoun stands for, by its best phrase, and how likely nothing is."""
        weights = salience.weights()
        nothing = exp(sum(weights.get(f, 0.0) for f in salience.empty_features(self.text, pronoun)))
        best: dict[int, float] = {}
        for phrase, found in self.candidates(place, pronoun):
            score = exp(sum(weights.get(f, 0.0) for f in found))
            best[phrase.entity] = max(score, best.get(phrase.entity, 0.0))
        total = sum(best.values()) + nothing
        return {entity: score / total for entity, score in best.items()}, nothing / total

    def _link(self, place: int, pronoun: Phrase) -> Link | None:
        shares, nothing = self.shares(place, pronoun)
        order = sorted(shares, key=lambda entity: (-shares[entity], entity))
        if not order:
            return None
        if shares[order[0]] > nothing:
            pronoun.entity = order[0]
            self.taken_up[pronoun.pronoun] = order[0]
            if pronoun.gender != "u":
                self.genders.setdefault(order[0], pronoun.pronoun)
        known = [entity for entity in order if entity in self.last_named]
        shown = known[:1] if known and shares[known[0]] >= _ENOUGH else [e for e in known if shares[e] >= _POSSIBLE]
        if len(known) > 1 and shares[known[1]] >= _PAIRED and self._paired(known[0], known[1]):
            shown = known[:2]
        if not shown or (len(shown) == 1 and shares[shown[0]] < _ENOUGH):
            return None
        best = [self.last_named[entity] for entity in shown]
        doc = self.text.doc
        start = doc[pronoun.head].idx
        names = tuple(phrase.name or doc[phrase.start : phrase.end].text for phrase in best)
        end = doc[best[0].end - 1]
        where = (doc[best[0].start].idx, end.idx + len(end))
        named = all(phrase.name is not None for phrase in best)
        return Link(start, start + len(doc[pronoun.head]), names, where, named)

    def _paired(self, one: int, other: int) -> bool:
        """Were they last named together ("John Doe and Tom Smith")?"""
        first, second = sorted((self.last_named[one], self.last_named[other]), key=lambda phrase: phrase.start)
        between = self.text.doc[first.end : second.start]
        return 0 < len(between) <= 2 and all(token.lower_ in finding.words("conjunctions") for token in between)


def descriptions(text: Text, mentions: list[Mention]) -> list[Link]:
    """Definite descriptions: "the minister" by the roles of people, "the ministry" by the words of names before it."""
    doc = text.doc
    ordered = [m for m in mentions if m.kind in ("name", "organisation", "place") and isinstance(m.value, Name)]
    starts = {m.start for m in mentions}
    waiting = iter(ordered)
    upcoming = next(waiting, None)
    latest: dict[str, dict[str, Mention]] = defaultdict(dict)
    found = []
    for token in doc:
        while upcoming is not None and upcoming.start < token.idx:
            for word in _describing(upcoming):
                latest[word][_name(upcoming)] = upcoming
            upcoming = next(waiting, None)
        head = _described_head(text, token.i, starts) if token.lower_ == "the" else None
        if head is None:
            continue
        named = latest.get(fold(doc[head].text), {})
        names = tuple(sorted(named, key=lambda name: (-named[name].start, name)))
        if names:
            where = (named[names[0]].start, named[names[0]].end)
            found.append(Link(token.idx, doc[head].idx + len(doc[head]), names[:_SHOWN], where, True))
    return found


def _described_head(text: Text, the: int, starts: set[int]) -> int | None:
    """The role word or kind of body that "the" leads to; none where more words follow ("the minister of ...")."""
    doc = text.doc
    for i in range(the + 1, min(the + 4, len(doc))):
        word = fold(doc[i].text)
        if not word.isalpha() or doc[i].idx in starts:
            return None
        if word in finding.words("bodies") or role_words().longest([word], [word], 0, 1):
            after = doc[i + 1] if i + 1 < len(doc) else None
            goes_on = after is not None and (
                after.lower_ in ("of", "-", "'s", "’s")
                or after.idx in starts
                or (after.is_alpha and after.tag_ in ("NN", "NNS"))
            )
            return None if goes_on else i
    return None


def _name(mention: Mention) -> str:
    assert isinstance(mention.value, Name)
    return mention.value.name


def _describing(mention: Mention) -> frozenset[str]:
    """The words that "the" may take up this mention with: of a person's role, of a body's name."""
    assert isinstance(mention.value, Name)
    if mention.kind == "name":
        return frozenset(fold(mention.value.role or "").replace("'s", " ").split())
    return finding.words("bodies").intersection(fold(mention.value.name).split())
