"""Where reporting words stand in an article: verbs, nouns, adjectives and phrases, outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from factcheck.attribution.lexicon import Frame, counts, grammar, nouns, source_phrases, verbs, words
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow

_TAKES_SOMEBODY: frozenset[Frame] = frozenset(["tell", "bid", "accuse"])

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
        return None

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
        if (
            word in verbs()
            and reading.named[index] < 0
            and (self.phrases.is_verb(index) or self._follows_quotation(index))
        ):
            return None if self._is_unreal(index) or self._is_done_to_the_speaker(index) else "verb"
        if word in nouns():
            return "noun"
        if word in words("adjectives"):
            return "adjective"
        named = word in source_phrases() and self.phrase_end(index) is not None
        return "phrase" if named or self.count_owner(index) is not None else None

    def _follows_quotation(self, index: int) -> bool:
        """As in "...," tweeted the minister: the place says more than the tagger."""
        reading = self.reading
        if not reading.words[index].endswith(("d", "s", "e", "t")) or reading.written[index][0].isupper():
            return False
        before = index - 1 if reading.quoted[index - 1] >= 0 else index - 2  # a comma may stand after the mark
        return (
            before >= 0
            and reading.quoted[before] >= 0
            and any(mark in reading.written[before - 1 : before + 2] for mark in ",?!")
        )

    def _is_done_to_the_speaker(self, verb: int) -> bool:
        """As in "Asked how, Roe said ...", "when pressed, she said ...": a participle that fronts its sentence."""
        reading, lower = self.reading, self.reading.words
        fronts = verb == reading.unit_start[verb] or lower[verb - 1] in grammar("conjunctions")
        return fronts and lower[verb].endswith(("ed", "told")) and bool(verbs()[lower[verb]].frames & _TAKES_SOMEBODY)

    def _is_unreal(self, verb: int) -> bool:
        """As in "he should have added": nobody said it."""
        lower = self.reading.words
        return verb > 1 and lower[verb - 1] == "have" and lower[verb - 2] in grammar("unreal")
