"""Reporting words, and what they report: quotations beside them, clauses, and what a statement is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.attribution.lexicon import grammar, verbs, words
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow
from factcheck.values.quotes import GOES_ON, is_speech

_OPEN_ENDS = frozenset([",", "?", "!", "–", "—", "-", "--", "…"])
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
    """Finds every report of an article."""

    def __init__(self, reading: Reading, grammar_: Shallow) -> None:
        self.reading = reading
        self.grammar = grammar_
        self.taken: dict[int, Report] = {}  # quotation -> the report it belongs to

    def find(self) -> list[Report]:
        """The reports, in the order of their cues."""
        found: list[Report] = []
        for paragraph in self.reading.paragraphs:
            cues = [index for index in range(*paragraph) if self._is_cue(index)]
            for number, cue in enumerate(cues):
                following = cues[number + 1] if number + 1 < len(cues) else paragraph[1]
                report = self._report(cue, paragraph, following)
                if report is not None:
                    found.append(report)
                    for content in report.contents:
                        for index in range(*content):
                            if self.reading.quoted[index] >= 0:
                                self.taken.setdefault(self.reading.quoted[index], report)
        return found

    def _is_cue(self, index: int) -> bool:
        reading = self.reading
        return reading.quoted[index] < 0 and reading.words[index] in verbs() and self.grammar.is_verb(index)

    def _report(self, verb: int, paragraph: Words, following: int) -> Report | None:
        """What one verb reports."""
        cue = (verb, verb + 1)
        after_quote = self._after_quotation(verb, paragraph)
        if after_quote is not None:
            return after_quote
        speaker = self.grammar.subject(verb, paragraph[0])
        quotation = self._led_to(verb, paragraph, following)
        if quotation is not None:
            return Report(cue, speaker, (self.reading.quote_words[quotation],))
        contents = self.grammar.contents(verb)
        if not contents:
            return None
        return Report(cue, speaker, contents)

    def _after_quotation(self, verb: int, paragraph: Words) -> Report | None:
        """ "...," she said; "...," said the minister; and where the verb stands in the middle of a sentence."""
        reading, words_ = self.reading, self.reading.words
        if words_[verb].endswith("ing") or not verbs()[words_[verb]][1] & {"say", "state", "tell", "utter"}:
            return None
        index = verb - 1
        while index >= max(paragraph[0], verb - _TITLE) and reading.quoted[index] < 0:
            if words_[index] in (".", ";", ":") or (words_[index] in verbs() and words_[index - 1] not in grammar("relatives")):
                return None
            index -= 1
        if index < max(paragraph[0], verb - _TITLE):
            return None
        quotation = reading.quoted[index]
        if quotation in self.taken or not self._is_open(quotation, index + 1):
            return None
        first = index + 1
        while first < verb and not reading.is_word(first):
            first += 1
        if first == verb:
            speaker = self.grammar.phrase_from(verb + 1, reading.unit_end[verb])
        else:
            speaker = self.grammar.subject(verb, first)
        if speaker is None:
            return None
        quote_first, quote_last = reading.quote_words[quotation]
        begin = reading.unit_start[quote_first]
        return Report((verb, verb + 1), speaker, ((max(begin, self._free_from(begin, quote_first)), quote_last),))

    def _free_from(self, first: int, last: int) -> int:
        """The first word of a sentence's beginning that is not another report's."""
        return last if any(self._is_cue(index) for index in range(first, last)) else first

    def _is_open(self, quotation: int, after: int) -> bool:
        """Whether a quotation ends so that its sentence goes on: with a comma, a question, a dash."""
        words_ = self.reading.words
        if after < len(words_) and words_[after] in _OPEN_ENDS:
            return True
        ending = self.reading.text[self.reading.quotes[quotation].end - 3 : self.reading.quotes[quotation].end]
        return any(mark in ending for mark in _OPEN_ENDS)

    def _led_to(self, verb: int, paragraph: Words, following: int) -> int | None:
        """The quotation that a verb leads to: she said, "..."; he told reporters on Tuesday: "..."."""
        reading, words_ = self.reading, self.reading.words
        for index in range(verb + 1, min(paragraph[1], verb + _LEAD_IN, following + 1)):
            if reading.quoted[index] >= 0:
                quotation = reading.quoted[index]
                before = words_[index - 1]
                return quotation if before in (",", ":") or index == verb + 1 else None
            if words_[index] in (".", ";", "?", "!", "that"):
                return None
        return None
