"""Sentences in which a named party is accused or criticised: the sheet for the right of reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.attribution import blame
from factcheck.attribution.lexicon import grammar, reporting, verbs
from factcheck.attribution.parties import Parties
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.replies import line_of, sentence
from factcheck.attribution.shallow import Shallow
from factcheck.attribution.speakers import Speakers
from factcheck.attribution.stretches import at
from factcheck.models import Accusation, Article, Attribution, Stretch

_BEFORE = 4
"""Words before an accusing word among which "not" and "declined to" take it back."""
_PREPOSITION = 8
"""Words after an accusing word among which the preposition stands that leads to who is accused."""
_CALLED = 8
"""Words between "called" and what somebody is called."""
_REASON = 4
"""Words after who is accused among which the reason begins: "for", "with"."""

Found = tuple[int, Words, Attribution | None]
"""The accusing word, the words for who is accused, and who accuses where that is known already."""


class Accusations:
    """Finds the accusations of an article: by verb, by noun, and by what is said of somebody."""

    def __init__(
        self, article: Article, reading: Reading, phrases: Shallow, speakers: Speakers, said: Mapping[int, Attribution]
    ) -> None:
        """``said`` are the attributions of the article's reports, by the last word of the cue."""
        self.article = article
        self.reading = reading
        self.phrases = phrases
        self.speakers = speakers
        self.parties = Parties(reading, speakers)
        self.said = said

    def find(self, stretches: Sequence[Stretch]) -> list[Accusation]:
        """The accusations in order of the text, without replies; one for each party that a sentence accuses."""
        found: dict[tuple[int, str], Accusation] = {}
        for index, accused, known in sorted(self._every(stretches), key=lambda each: each[:2]):
            said = known or self._accuser(index)
            for names in self.parties.accused(accused):
                if said.name in names or not set(names).isdisjoint(said.candidates):
                    continue
                one = self._accusation(index, accused, names, said)
                found.setdefault((one.statement.start, one.party), one)
        return list(found.values())

    def _accusation(self, index: int, accused: Words, names: tuple[str, ...], said: Attribution) -> Accusation:
        start, end = self.reading.offsets(accused)
        statement = sentence(self.reading, index)
        return Accusation(
            article=self.article.id,
            line=line_of(self.article, statement),
            party=names[0] if len(names) == 1 else self.reading.text[start:end],
            candidates=names if len(names) > 1 else (),
            statement=statement,
            attribution=said,
            reply=None,
        )

    def _accuser(self, index: int) -> Attribution:
        """Who accuses with a word outside what somebody says."""
        if index in self.said:
            return self.said[index]
        speaker = None
        if self.reading.words[index] in blame.verbs():
            speaker = self.phrases.subject(index, self.reading.unit_start[index])
        return self.speakers.attribution(speaker, (index, index + 1))

    def _every(self, stretches: Sequence[Stretch]) -> Iterator[Found]:
        lower = self.reading.words
        for index in range(len(self.reading)):
            word = lower[index]
            if word not in blame.every() or self.reading.paragraph[index] < 0 or self._is_withheld(index):
                continue
            if word in blame.verbs() and self.phrases.is_verb(index):
                yield from self._of_verb(index)
            elif word in blame.nouns() or word in blame.words("drawn"):
                yield from self._of_noun(index)
            elif word in blame.words("under"):
                yield from self._under(index)
            if word in blame.misdeeds() or word in blame.words("faults"):
                yield from self._said_of(index, stretches)
        for stretch in stretches:
            if stretch.attribution and stretch.attribution.cue.split()[-1].lower() in blame.clauses():
                first, last = self.reading.between(stretch.start, stretch.end)
                if (
                    first < last
                    and lower[first - 1] == "that"
                    and (subject := self.phrases.clause_subject(first, last))
                ):
                    yield first, subject, stretch.attribution

    # --- by the word that accuses -------------------------------------------------------------------

    def _of_verb(self, verb: int) -> Iterator[Found]:
        """As in "accused Roe", "blamed it on Roe", "Roe was accused", "charged Roe with fraud"."""
        said = None
        if self.phrases.is_reduced_passive(verb):
            said = self.speakers.attribution(self.phrases.agent(verb), (verb, verb + 1))
        for way in blame.verbs()[self.reading.words[verb]]:
            if way.before:
                accused, by = self._after(verb, [way.before]), None
            else:
                accused, by = self.phrases.patient(verb), said
            if accused is not None and (not way.reasons or self._has_reason(verb, accused, way.reasons)):
                yield verb, accused, by

    def _has_reason(self, verb: int, accused: Words, reasons: Iterable[str]) -> bool:
        lower, end = self.reading.words, max(verb + 1, accused[1])
        limit = min(self.reading.unit_end[verb], end + _REASON)
        return not set(reasons).isdisjoint(lower[min(end, accused[0] if accused[0] > verb else end) : limit])

    def _of_noun(self, noun: int) -> Iterator[Found]:
        """As in "allegations against Roe", "Roe faces accusations"."""
        reading = self.reading
        accused = self._after(noun, blame.nouns().get(reading.words[noun], ()))
        if accused is None and reading.words[noun] in blame.words("drawn"):
            verb = self._drawing(noun)
            accused = self.phrases.topic(verb) if verb is not None else None
        if accused is None:
            return
        by = next((at for at in range(*accused) if reading.words[at] == "by"), None)
        if by is None or by == accused[0]:
            yield noun, accused, None
        else:  # "criticism of her silence by Roe"
            speaker = self.phrases.phrase_from(by + 1, reading.unit_end[noun])
            yield noun, (accused[0], by), self.speakers.attribution(speaker, (noun, noun + 1))

    def _drawing(self, noun: int) -> int | None:
        """The verb of "drew sharp criticism"."""
        for index in range(noun - 1, max(self.reading.unit_start[noun], noun - _BEFORE) - 1, -1):
            if self.reading.words[index] in blame.drawing():
                return index
        return None

    def _under(self, noun: int) -> Iterator[Found]:
        """As in "Roe came under fire"."""
        lower = self.reading.words
        under = next((i for i in range(noun - 1, max(0, noun - 3), -1) if lower[i] == "under"), None)
        if under is not None and under > self.reading.unit_start[noun]:
            verb = under if lower[under - 1] in grammar("be") else under - 1
            if (accused := self.phrases.topic(verb)) is not None:
                yield noun, accused, None

    def _after(self, index: int, prepositions: Iterable[str]) -> Words | None:
        """The phrase after one of the prepositions, in the same clause as the accusing word."""
        lower, limit = self.reading.words, self.reading.unit_end[index]
        for after in range(index + 1, min(limit - 1, index + _PREPOSITION)):
            if lower[after] in prepositions:
                return self.phrases.phrase_from(after + 1, limit)
            if not self.reading.is_word(after) or lower[after] in blame.verbs():
                return None
        return None

    # --- by what is said of somebody ----------------------------------------------------------------

    def _said_of(self, index: int, stretches: Sequence[Stretch]) -> Iterator[Found]:
        """As in: Roe lied, she said; "Roe is a liar," she said."""
        if (caller := self._caller(index)) is not None:
            yield index, caller[1], self.said.get(caller[0])
            return
        stretch = at(stretches, self.reading.starts[index], self.reading.end(index))
        if stretch is None or stretch.attribution is None:
            return
        subject = self._who_did(index) if self.reading.words[index] in blame.misdeeds() else self._who_is(index)
        if subject is not None and stretch.start <= self.reading.starts[subject[0]]:
            yield index, subject, stretch.attribution

    def _who_did(self, verb: int) -> Words | None:
        lower, following = self.reading.words, blame.misdeeds()[self.reading.words[verb]]
        if not self.phrases.is_verb(verb) or (following and following.isdisjoint(lower[verb + 1 : verb + 4])):
            return None
        if lower[verb].endswith("ing") and lower[verb - 1] not in grammar("be"):
            return None
        is_passive = not grammar("be").isdisjoint(lower[max(0, verb - _BEFORE) : verb]) and not lower[verb].endswith(
            "ing"
        )
        return self.phrases.subject(verb, self.reading.unit_start[verb]) if is_passive else self.phrases.topic(verb)

    def _who_is(self, fault: int) -> Words | None:
        """Who "is" or "was" something, with no other verb between."""
        for index in range(fault - 1, max(self.reading.unit_start[fault], fault - _BEFORE) - 1, -1):
            if self.reading.words[index] in grammar("be"):
                return self.phrases.topic(index)
            if not self.reading.is_word(index):
                return None
        return None

    def _caller(self, fault: int) -> tuple[int, Words] | None:
        """The verb and its object in "called Roe a liar"."""
        lower = self.reading.words
        for index in range(fault - 1, max(self.reading.unit_start[fault], fault - _CALLED) - 1, -1):
            if lower[index] in verbs() and "call" in reporting(lower[index]).frames and self.phrases.is_verb(index):
                accused = self.phrases.patient(index)
                return (index, accused) if accused is not None and lower[fault] in blame.words("faults") else None
            if not self.reading.is_word(index):
                return None
        return None

    def _is_withheld(self, index: int) -> bool:
        """Whether it is not said after all: "did not accuse", "declined to blame", "would violate"."""
        before = set(self.reading.words[max(self.reading.unit_start[index], index - _BEFORE) : index])
        return not before.isdisjoint(grammar("negations") | grammar("unreal") | blame.words("withheld"))
