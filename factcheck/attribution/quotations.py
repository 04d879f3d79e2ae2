"""Quotations and the words that stand beside them."""

from __future__ import annotations

from factcheck.attribution.cues import Cues
from factcheck.attribution.lexicon import SAYING, grammar, reporting
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow
from factcheck.values.quotes import is_speech

_OPEN_ENDS = frozenset([",", "?", "!", "–", "—", "-", "--", "…"])
_TITLE = 40
"""Words after a quotation among which its reporting verb may stand: "...," the long title of somebody said."""
_LEAD_IN = 24
"""Words between a verb and the quotation that it leads to: told reporters in the capital on Tuesday: "..." """
_OBJECT = 9
"""Words between a verb and the quotation that ends what it is about: called the whole plan "a mistake"."""


class Quotations:
    """Looks around quotations; finds which one a verb belongs to."""

    def __init__(self, reading: Reading, phrases: Shallow, cues: Cues) -> None:
        self.reading = reading
        self.phrases = phrases
        self.cues = cues

    def before(self, verb: int) -> int | None:
        """The quotation that a verb follows: "...," she said; "...," said the minister."""
        reading, lower = self.reading, self.reading.words
        if lower[verb].endswith("ing") or not reporting(lower[verb]).frames & {"say", "state", "tell", "utter"}:
            return None
        limit = max(reading.paragraphs[reading.paragraph[verb]][0], verb - _TITLE)
        for index in range(verb - 1, limit - 1, -1):
            if reading.quoted[index] >= 0:
                quotation = reading.quoted[index]
                if not self._is_open(quotation, index + 1) and not is_speech(reading.quotes[quotation]):
                    continue  # a title inside the words for who speaks
                is_open = self._is_open(quotation, index + 1) or self._lacks_comma(quotation, verb)
                return quotation if is_open and not self._is_name(quotation, verb) else None
            if lower[index] in (".", ";", ":"):
                return None
            if self.cues.kinds.get(index) == "verb" and lower[index - 1] not in grammar("relatives"):
                return None
        return None

    def _lacks_comma(self, quotation: int, verb: int) -> bool:
        """Whether a verb of saying follows a quoted sentence without the comma that should end it."""
        first, quote = self.reading.quote_words[quotation][0], self.reading.quotes[quotation]
        unended = self.reading.text[quote.end - 2 : quote.end - 1].isalnum()
        begins = self.reading.unit_start[first] == first and is_speech(quote)
        return unended and begins and bool(reporting(self.reading.words[verb]).frames & SAYING)

    def _is_name(self, quotation: int, verb: int) -> bool:
        """Whether a quotation before a verb only names something: On Tuesday's "Port Talk," Roe said it was late."""
        reading = self.reading
        first = reading.quote_words[quotation][0]
        if is_speech(reading.quotes[quotation]) or reading.unit_start[first] == first:
            return False
        return bool(self.phrases.contents(verb))

    def speaker_after(self, quotation: int, verb: int) -> Words | None:
        """Who stands between a quotation and its verb, or after the verb."""
        reading = self.reading
        first = reading.quote_words[quotation][1]
        while first < verb and not reading.is_word(first):
            first += 1
        if first == verb:
            return self.phrases.phrase_from(verb + 1, reading.unit_end[verb])
        if reading.words[first] in grammar("boundaries"):
            return None  # "... - and stressed"
        speaker = self.phrases.subject(verb, first)
        return speaker if speaker is not None and speaker[0] >= first else reading.trimmed((first, verb))

    def after(self, verb: int) -> int | None:
        """The quotation that a verb leads to: she said, "..."; he told reporters on Tuesday: "..."."""
        reading, lower = self.reading, self.reading.words
        end = reading.paragraphs[reading.paragraph[verb]][1]
        for index in range(verb + 1, min(len(lower), verb + _LEAD_IN)):
            if index >= end:
                return self._over_the_break(end) if index == end else None
            if reading.quoted[index] >= 0:
                quotation, before = reading.quoted[index], lower[index - 1]
                if before == ":" or (before == "," and self._is_lead_in(verb, index - 1)):
                    return quotation
                return quotation if index == verb + 1 and self.ends_unit(quotation) else None
            if lower[index] in (".", ";", "?", "!", "that") or self.cues.kinds.get(index) == "verb":
                return None
        return None

    def after_colon(self, verb: int) -> Words | None:
        """What follows "adding:" without quotation marks around it, in the next paragraph too."""
        reading, colon = self.reading, verb + 1
        if colon >= len(reading) or reading.words[colon] != ":" or reading.paragraph[colon] != reading.paragraph[verb]:
            return None
        first = colon + 1
        if first >= reading.paragraphs[reading.paragraph[verb]][1]:
            while first < len(reading) and not reading.words[first].strip():
                first += 1
            if first >= len(reading) or reading.paragraph[first] != reading.paragraph[verb] + 1:
                return None
        return reading.trimmed((first, self.phrases.clause_end(first, reading.unit_end[first])))

    def object_end(self, verb: int, last: int) -> int | None:
        """Where the quotation ends that the words from a verb or its object run into: called it "a mistake"."""
        reading = self.reading
        first = max(verb + 1, last)
        for index in range(first, min(reading.unit_end[verb], first + _OBJECT)):
            if reading.quoted[index] >= 0:
                return reading.quote_words[reading.quoted[index]][1]
            if not reading.is_word(index) or self.cues.kinds.get(index) == "verb":
                return None
        return None

    def colon_before(self, index: int) -> int | None:
        """The colon that leads to the word, across the end of a paragraph too."""
        lower = self.reading.words
        index -= 1
        while index >= 0 and not lower[index].strip():
            index -= 1
        return index if index >= 0 and lower[index] == ":" else None

    def ends_unit(self, quotation: int) -> bool:
        """Whether nothing of the sentence comes after a quotation."""
        last = self.reading.quote_words[quotation][1]
        return self.reading.unit_end[last - 1] - last <= 1

    def is_sentence(self, quotation: int) -> bool:
        """Whether a quotation is a sentence of its own, or several."""
        begins, _ = self.reading.quote_words[quotation]
        return self.reading.unit_start[begins] == begins and self.ends_unit(quotation)

    def _is_open(self, quotation: int, after: int) -> bool:
        """Whether a quotation ends so that its sentence goes on: with a comma, a question, a dash."""
        lower, quote = self.reading.words, self.reading.quotes[quotation]
        if after < len(lower) and lower[after] in _OPEN_ENDS:
            return True
        return any(mark in self.reading.text[quote.end - 3 : quote.end] for mark in _OPEN_ENDS)

    def _is_lead_in(self, verb: int, comma: int) -> bool:
        """Whether the words from a verb to a comma say to whom, where and when, and not already what."""
        if comma == verb + 1:
            return True
        return not any(first <= verb + 3 and last >= comma for first, last in self.phrases.contents(verb))

    def _over_the_break(self, end: int) -> int | None:
        """The quotation that opens the next paragraph where the one that ends at ``end`` closes with a colon."""
        reading = self.reading
        quotation = reading.first_quotation(end)
        if reading.words[end - 1] != ":" or quotation == len(reading.quotes):
            return None
        first = reading.quote_words[quotation][0]
        return quotation if not any(map(str.strip, reading.words[end:first])) else None
