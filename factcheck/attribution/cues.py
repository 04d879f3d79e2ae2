"""Where reporting words stand in an article: verbs, nouns, adjectives and phrases, outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from factcheck.attribution.lexicon import (
    SAYING,
    Frame,
    counts,
    grammar,
    no_report,
    nouns,
    reporting,
    source_phrases,
    verbs,
    words,
)
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow
from factcheck.values.quotes import is_speech

_TAKES_SOMEBODY: frozenset[Frame] = frozenset(["tell", "bid", "accuse"])

_SPEAKER = 8
"""Words between a quotation and its verb at most, where the tagger does not know that."""

_OBJECT = 6
"""Words behind a verb in which its object is looked for."""

_OWNER = 10
"""Words of whoever counted, at most."""

Kind = Literal["verb", "noun", "adjective", "phrase"]


class Cues:
    """The reporting words of an article, in order. ``kinds`` says what each is."""

    def __init__(self, reading: Reading, phrases: Shallow) -> None:
        self.reading = reading
        self.phrases = phrases
        self.kinds: dict[int, Kind] = {}
        for index in range(len(reading)):
            if reading.paragraph[index] >= 0 and reading.quoted[index] < 0 and (kind := self._kind(index)):
                self.kinds[index] = kind
        self.order = list(self.kinds)

    def within(self, first: int, last: int) -> list[int]:
        """The reporting words from ``first`` up to ``last``."""
        return self.order[bisect_left(self.order, first) : bisect_left(self.order, last)]

    def phrase_end(self, index: int) -> int | None:
        """The word after the source phrase that begins at ``index``: after "according to"."""
        lower = self.reading.words
        for phrase in source_phrases().get(lower[index], ()):
            if lower[index : index + len(phrase)] == list(phrase):
                return index + len(phrase)
        return index + 1 if self._is_sounding(index) else None

    def _is_sounding(self, index: int) -> bool:
        """As in "In a new poll, ...": what asked people is the source of a sentence that nobody else says."""
        reading, lower = self.reading, self.reading.words
        if lower[index] != "in" or reading.unit_start[index] != index:
            return False
        limit = min(reading.unit_end[index], index + _OWNER)
        comma = next((at for at in range(index, limit) if lower[at] == ","), None)
        if comma is None or grammar("soundings").isdisjoint(lower[index:comma]):
            return False
        return not any(
            lower[at] in verbs() and reporting(lower[at]).frames & SAYING and self.phrases.is_verb(at)
            for at in range(comma, reading.unit_end[index])
        )

    def count_owner(self, index: int) -> Words | None:
        """Whose count it is, in "by the ministry's own count"."""
        reading, lower = self.reading, self.reading.words
        if lower[index] not in counts("before"):
            return None
        for at in range(index + 1, min(reading.unit_end[index] - 1, index + _OWNER)):
            if lower[at] in ("'s", "’s", "'", "’") or (at == index + 1 and lower[at] in grammar("possessives")):
                noun = at + 1 + (lower[at + 1] == "own")
                owner = (index + 1, at + (at == index + 1))
                return owner if noun < len(reading) and lower[noun] in counts("nouns") else None
        return None

    def group(self, verb: int) -> Words:
        """A verb with what makes it no plain assertion: "did not say", "is believed", "may have said"."""
        lower = self.reading.words
        first = verb
        while (
            first > 0
            and verb - first < 5
            and (lower[first - 1] in grammar("auxiliaries") or lower[first - 1] in grammar("negations"))
        ):
            first -= 1
        return (first, verb + 1) if grammar("negations").intersection(lower[first:verb]) else (verb, verb + 1)

    def _kind(self, index: int) -> Kind | None:
        reading, lower = self.reading, self.reading.words
        word = lower[index]
        if reading.named[index] < 0 and (
            self._follows_quotation(index) if word not in verbs() else self._is_verb(index)
        ):
            other = self._is_unreal(index) or self._is_done_to_the_speaker(index) or self._has_other_object(index)
            return None if other else "verb"
        if word in nouns():
            return "noun"
        if word in words("adjectives"):
            return "adjective"
        named = (word in source_phrases() or word == "in") and self.phrase_end(index) is not None
        return "phrase" if named or self.count_owner(index) is not None else None

    def _has_other_object(self, verb: int) -> bool:
        """As in "the flood claimed 12 lives"."""
        objects = no_report().get(self.reading.words[verb], frozenset())
        behind = self.reading.words[verb + 1 : min(verb + 1 + _OBJECT, self.reading.unit_end[verb])]
        return not objects.isdisjoint(behind)

    def _is_verb(self, index: int) -> bool:
        """Whether a reporting verb is one here: by the tagger or word order, or by its place after a quotation."""
        return self.phrases.is_verb(index) or self._follows_quotation(index)

    def _follows_quotation(self, index: int) -> bool:
        """As in "...," tweeted the minister; "...," the minister fumed: the place says more than the tagger."""
        reading, lower = self.reading, self.reading.words
        if not lower[index].endswith(("d", "s", "e", "t")) or not reading.written[index].islower():
            return False
        known = lower[index] in verbs()
        if not known and (lower[index] in grammar("auxiliaries") or not self.phrases.is_clause_verb(index)):
            return False
        before = index - 1
        while before >= max(1, index - _SPEAKER) and reading.quoted[before] < 0 and self._may_speak(before):
            before -= 1
        if before >= 1 and reading.quoted[before] < 0 and before == index - 1:
            before -= 1  # a comma may stand after the mark
        if before < 1 or reading.quoted[before] < 0 or (before < index - 2 and not self._names_somebody(before + 1)):
            return False
        quotation = reading.quoted[before]
        begins = reading.quote_words[quotation][0]
        if not known and reading.unit_start[begins] != begins and not is_speech(reading.quotes[quotation]):
            return False
        return any(mark in reading.written[before - 1 : before + 2] for mark in ",?!")

    def _may_speak(self, index: int) -> bool:
        """Whether a word may be one of a speaker between a quotation and its verb."""
        word = self.reading.words[index]
        return (
            self.reading.is_word(index)
            and word not in grammar("boundaries")
            and word not in grammar("auxiliaries")
            and not self.phrases.is_clause_verb(index)
        ) or word in ("'s", "’s")

    def _names_somebody(self, first: int) -> bool:
        """Whether a phrase that begins at a word may be somebody."""
        word = self.reading.words[first]
        return word in grammar("determiners") or word in grammar("pronouns") or first in self.reading.mention_starting

    def _is_done_to_the_speaker(self, verb: int) -> bool:
        """As in "Asked how, Roe said ...", "when pressed, she said ...": a participle that fronts its sentence."""
        reading, lower = self.reading, self.reading.words
        fronts = verb == reading.unit_start[verb] or lower[verb - 1] in grammar("conjunctions")
        return fronts and lower[verb].endswith(("ed", "told")) and bool(reporting(lower[verb]).frames & _TAKES_SOMEBODY)

    def _is_unreal(self, verb: int) -> bool:
        """As in "he should have added": nobody said it."""
        lower = self.reading.words
        return verb > 1 and lower[verb - 1] == "have" and lower[verb - 2] in grammar("unreal")
