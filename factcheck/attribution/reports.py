"""Reporting words, and what they report: quotations beside them, clauses, and what a statement is about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from factcheck.attribution.lexicon import grammar, source_phrases, verbs, words
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow
from factcheck.values.quotes import GOES_ON, is_speech

_OPEN_ENDS = frozenset([",", "?", "!", "–", "—", "-", "--", "…"])
_PAUSES = frozenset([",", "–", "—", "--", "”", "''", '"'])
_TITLE = 40
"""Words after a quotation among which its reporting verb may stand: "...," the long title of somebody said."""
_LEAD_IN = 24
"""Words between a verb and the quotation that it leads to: told reporters in the capital on Tuesday: "..." """


@dataclass(frozen=True, slots=True)
class Report:
    """Reporting words and what they report. ``contents`` are stretches of words in order."""

    cue: Words
    speaker: Words | None
    contents: tuple[Words, ...]


class Reports:
    """Finds every report of an article, paragraph by paragraph, from left to right."""

    def __init__(self, reading: Reading, phrases: Shallow) -> None:
        self.reading = reading
        self.phrases = phrases
        self.found: list[Report] = []
        self.by_quotation: dict[int, Report] = {}

    def find(self) -> list[Report]:
        """The reports, paragraph by paragraph; a report that goes on in a later quotation comes up again for it.

        What somebody is said to want or to condemn is part of what is said: only sayings nest.
        """
        for paragraph in self.reading.paragraphs:
            self._in_paragraph(paragraph)
        depth = [0] * (len(self.reading) + 1)
        for report in self.found:
            for first, last in report.contents:
                depth[first] += 1
                depth[last] -= 1
        inside = list(accumulate(depth))
        return [report for report in self.found if not inside[report.cue[0]] or self._is_saying(report)]

    def _is_saying(self, report: Report) -> bool:
        verb = verbs().get(self.reading.words[report.cue[0]])
        return verb is None or bool(verb[1] & {"say", "state", "tell"})

    def _in_paragraph(self, paragraph: Words) -> None:
        cues = [index for index in range(*paragraph) if self._is_cue(index)]
        for number, cue in enumerate(cues):
            following = cues[number + 1] if number + 1 < len(cues) else paragraph[1]
            self._add(self._source_phrase(cue) or self._noun(cue) or self._verb(cue, paragraph, following))
        self._continue(paragraph)

    def _add(self, report: Report | None) -> None:
        if report is None or not report.contents:
            return
        self.found.append(report)
        for first, last in report.contents:
            for index in range(first, last):
                if (quotation := self.reading.quoted[index]) >= 0:
                    self.by_quotation.setdefault(quotation, report)

    def _is_cue(self, index: int) -> bool:
        reading = self.reading
        if reading.quoted[index] >= 0:
            return False
        word = reading.words[index]
        if word in verbs():
            return self.phrases.is_verb(index) or word in words("nouns")
        return word in words("nouns") or (word in source_phrases() and self._phrase_at(index) is not None)

    # --- verbs ------------------------------------------------------------------------------------

    def _verb(self, verb: int, paragraph: Words, following: int) -> Report | None:
        """What a verb reports."""
        if self.reading.words[verb] not in verbs() or not self.phrases.is_verb(verb):
            return None
        after_quotation = self._after_quotation(verb, paragraph)
        if after_quotation is not None:
            return after_quotation
        speaker = self._subject(verb, paragraph)
        quotation = self._led_to(verb, paragraph, following)
        if quotation is not None:
            return Report((verb, verb + 1), speaker, (self.reading.quote_words[quotation],))
        contents = self.phrases.contents(verb)
        if (called := self._quotation_for(verb)) is not None and not any(first <= called < last for first, last in contents):
            contents = ((verb + 1, called + 1),)
        return Report((verb, verb + 1), speaker, contents)

    def _quotation_for(self, verb: int) -> int | None:
        """The last word of the quotation that a verb such as "called" gives to somebody: called it "a mistake"."""
        reading, lower = self.reading, self.reading.words
        if not verbs()[lower[verb]][1] & {"call", "accuse", "judge"}:
            return None
        for index in range(verb + 1, min(reading.unit_end[verb], verb + 9)):
            if reading.quoted[index] >= 0:
                return reading.quote_words[reading.quoted[index]][1] - 1
            if not reading.is_word(index):
                return None
        return None

    def _subject(self, verb: int, paragraph: Words) -> Words | None:
        """Who says it: before the verb, or, for "adding:" and "and said", who did what stands before."""
        lower, start = self.reading.words, self.reading.unit_start[verb]
        before = lower[verb - 1] if verb else ""
        if lower[verb].endswith("ing") and before in _PAUSES and (speaker := self._outermost(start)) is not None:
            return speaker
        speaker = self.phrases.subject(verb, paragraph[0])
        if speaker is not None or self.phrases.is_passive(verb):
            return speaker
        return self._outermost(start) or self.phrases.first_subject(start, verb)

    def _outermost(self, start: int) -> Words | None:
        """Who speaks first in the unit that begins at ``start``."""
        speaker = None
        for report in reversed(self.found):
            if report.cue[0] < start:
                break
            speaker = report.speaker or speaker
        return speaker

    def _after_quotation(self, verb: int, paragraph: Words) -> Report | None:
        """ "...," she said; "...," said the minister; with the words before the quotation where it ends a sentence."""
        reading, lower = self.reading, self.reading.words
        if lower[verb].endswith("ing") or not verbs()[lower[verb]][1] & {"say", "state", "tell", "utter"}:
            return None
        index = verb - 1
        while index >= max(paragraph[0], verb - _TITLE) and reading.quoted[index] < 0:
            if lower[index] in (".", ";", ":") or (
                self._is_cue(index) and lower[index - 1] not in grammar("relatives")
            ):
                return None
            index -= 1
        if index < max(paragraph[0], verb - _TITLE):
            return None
        quotation = reading.quoted[index]
        if quotation in self.by_quotation or not self._is_open(quotation, index + 1):
            return None
        first = index + 1
        while first < verb and not reading.is_word(first):
            first += 1
        if first == verb:
            speaker = self.phrases.phrase_from(verb + 1, reading.unit_end[verb])
        else:
            speaker = self.phrases.subject(verb, first)
            if speaker is None or speaker[0] < first:
                speaker = reading.trimmed((first, verb))
        if speaker is None:
            return None
        quote_first, quote_last = reading.quote_words[quotation]
        begin = max(reading.unit_start[quote_first], paragraph[0])
        if any(self._is_cue(index) for index in range(begin, quote_first)):
            begin = quote_first
        return Report((verb, verb + 1), speaker, ((begin, quote_last),))

    def _is_open(self, quotation: int, after: int) -> bool:
        """Whether a quotation ends so that its sentence goes on: with a comma, a question, a dash."""
        lower, quote = self.reading.words, self.reading.quotes[quotation]
        if after < len(lower) and lower[after] in _OPEN_ENDS:
            return True
        return any(mark in self.reading.text[quote.end - 3 : quote.end] for mark in _OPEN_ENDS)

    def _led_to(self, verb: int, paragraph: Words, following: int) -> int | None:
        """The quotation that a verb leads to: she said, "..."; he told reporters on Tuesday: "..."."""
        reading, lower = self.reading, self.reading.words
        for index in range(verb + 1, min(len(reading), verb + _LEAD_IN, following + 1)):
            if reading.paragraph[index] != reading.paragraph[verb]:
                return self._led_over(index) if index == paragraph[1] else None
            if reading.quoted[index] >= 0:
                leads = lower[index - 1] in (",", ":") or (index == verb + 1 and self._ends_unit(reading.quoted[index]))
                return reading.quoted[index] if leads else None
            if lower[index] in (".", ";", "?", "!", "that"):
                return None
        return None

    def _led_over(self, end: int) -> int | None:
        """The quotation that opens the next paragraph where the one that ends at ``end`` closes with a colon."""
        reading, lower = self.reading, self.reading.words
        if lower[end - 1] != ":":
            return None
        quotation = reading.first_quotation((end, end))
        if quotation == len(reading.quotes):
            return None
        first = reading.quote_words[quotation][0]
        return quotation if not any(map(str.strip, lower[end:first])) else None

    def _ends_unit(self, quotation: int) -> bool:
        """Whether nothing of the sentence comes after a quotation."""
        last = self.reading.quote_words[quotation][1]
        return self.reading.unit_end[last - 1] - last <= 1

    # --- nouns and phrases ------------------------------------------------------------------------

    def _noun(self, noun: int) -> Report | None:
        """ "her claim that ...", "a warning from the ministry that ..."."""
        reading, lower = self.reading, self.reading.words
        if lower[noun] not in words("nouns") or (lower[noun] in verbs() and self.phrases.is_verb(noun)):
            return None
        limit = reading.unit_end[noun]
        that = next(
            (index for index in range(noun + 1, min(limit, noun + 10)) if lower[index] in (",", ".", "that")), limit
        )
        if that >= limit - 2 or lower[that] != "that":
            return None
        content = reading.trimmed((that + 1, self.phrases.clause_end(that + 1, limit)))
        return Report((noun, noun + 1), self._owner(noun, that), (content,) if content else ())

    def _owner(self, noun: int, that: int) -> Words | None:
        """Whose statement it is: before it with an s, or after it with "by" or "from"."""
        lower = self.reading.words
        if noun + 2 < that and lower[noun + 1] in ("by", "from", "of"):
            return self.phrases.phrase_from(noun + 2, that)
        for index in range(noun - 1, max(self.reading.unit_start[noun], noun - 4) - 1, -1):
            if lower[index] in grammar("possessives"):
                return index, index + 1
            if lower[index] in ("'s", "’s", "'", "’"):
                return self.phrases.phrase_to(index, self.reading.unit_start[noun])
        return None

    def _phrase_at(self, index: int) -> int | None:
        """The word after the source phrase that begins at ``index``."""
        lower = self.reading.words
        for phrase in source_phrases()[lower[index]]:
            if lower[index : index + len(phrase)] == list(phrase):
                return index + len(phrase)
        return None

    def _source_phrase(self, index: int) -> Report | None:
        """ "according to X, ..."; "..., according to X"; "..., according to X, ..."."""
        reading, lower = self.reading, self.reading.words
        if lower[index] not in source_phrases() or (after := self._phrase_at(index)) is None:
            return None
        start, limit = reading.unit_start[index], reading.unit_end[index]
        speaker = self.phrases.phrase_from(after, limit)
        if speaker is None:
            return None
        comma = next((at for at in range(speaker[1], limit) if lower[at] == ","), limit)
        before = reading.trimmed((start, index))
        rest = reading.trimmed((comma, limit)) if comma < limit else None
        if before is None:
            contents = (rest,) if rest else ()
        elif (
            rest is not None
            and lower[index - 1] == ","
            and comma == speaker[1]
            and before[1] - before[0] < rest[1] - rest[0]
        ):
            contents = (before, rest)
        else:
            contents = (before,)
        return Report((index, after), speaker, contents)

    # --- quotations without reporting words of their own --------------------------------------------

    def _continue(self, paragraph: Words) -> None:
        """Give quotations without reporting words of their own a speaker, where the text settles who it is."""
        reading = self.reading
        first = reading.first_quotation(paragraph)
        for quotation in range(first, reading.first_quotation((paragraph[1], paragraph[1]))):
            if quotation in self.by_quotation:
                continue
            begins, ends = words_ = reading.quote_words[quotation]
            before = self.by_quotation.get(quotation - 1)
            if before is None and quotation - 1 > first and not is_speech(reading.quotes[quotation - 1]):
                before = self.by_quotation.get(quotation - 2)  # a title between: "...," he said on "The Hour." "..."
            if before is not None and self._goes_on(quotation, before, first):
                self._add(Report(before.cue, before.speaker, (words_,)))
            elif (colon := self._colon_before(begins)) is not None:
                speaker = self.phrases.last_subject(reading.unit_start[colon], colon)
                self._add(Report((colon, colon + 1), speaker, (words_,)) if speaker else None)

    def _goes_on(self, quotation: int, before: Report, first: int) -> bool:
        """Whether a quotation goes on with the one before it: no mark closed that, or nobody else spoke between."""
        reading = self.reading
        if reading.quotes[quotation - 1].value.reason == GOES_ON:
            return True
        if quotation == first or not (is_speech(reading.quotes[quotation]) or self._is_sentence(quotation)):
            return False
        since = max(reading.quote_words[quotation - 1][1], reading.unit_end[before.cue[0]])
        begins = reading.quote_words[quotation][0]
        return not any(since <= report.cue[0] < begins for report in self.found[-8:])

    def _is_sentence(self, quotation: int) -> bool:
        """Whether a quotation is a sentence of its own."""
        begins, ends = self.reading.quote_words[quotation]
        return self.reading.unit_start[begins] == begins and self._ends_unit(quotation)

    def _colon_before(self, index: int) -> int | None:
        """The colon that leads to the word, across the end of a paragraph too."""
        lower = self.reading.words
        index -= 1
        while index >= 0 and not lower[index].strip():
            index -= 1
        return index if index >= 0 and lower[index] == ":" else None
