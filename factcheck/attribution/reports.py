"""Reports: the reporting words of an article, who speaks, and the words that are said."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from factcheck.attribution.cues import Cues
from factcheck.attribution.lexicon import SAYING, grammar, reporting, words
from factcheck.attribution.quotations import Quotations
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow
from factcheck.attribution.sources import Found, Sources
from factcheck.models import Quote
from factcheck.values.quotes import GOES_ON, is_speech

_PAUSES = frozenset([",", "–", "—", "--", "”", "''", '"', "’", "'"])
_RECENT = 8
"""How many reports back to look for somebody who spoke between two quotations."""


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
        self.cues = Cues(reading, phrases)
        self.quotations = Quotations(reading, phrases, self.cues)
        self.sources = Sources(reading, phrases, self.cues)
        self.found: list[Report] = []
        self.by_quotation: dict[int, Report] = {}

    def find(self) -> list[Report]:
        """The reports; one that goes on in a later quotation comes up again for it.

        What somebody is said to want or to condemn is part of what is said: only sayings nest.
        """
        for paragraph in self.reading.paragraphs:
            for cue in self.cues.within(*paragraph):
                self._add(self._report(cue))
            if (turn := self.sources.turn(paragraph)) is not None and not self._is_reported(paragraph[0]):
                colon, (speaker, contents) = turn
                self._add(Report((colon, colon + 1), speaker, contents))
            self._continue(paragraph)
        depth = [0] * (len(self.reading) + 1)
        for report in self.found:
            for first, last in report.contents:
                depth[first] += 1
                depth[last] -= 1
        inside = list(accumulate(depth))
        return [report for report in self.found if not inside[report.cue[0]] or self._is_public(report)]

    def _is_public(self, report: Report) -> bool:
        """Whether somebody says it aloud: "said that he told them", not "said that he thought"."""
        cue = report.cue[1] - 1
        if self.cues.kinds.get(cue) != "verb":
            return True
        verb = reporting(self.reading.words[cue])
        return bool(verb.frames & SAYING) and verb.base not in words("private")

    def _is_saying(self, report: Report) -> bool:
        cue = report.cue[1] - 1
        return self.cues.kinds.get(cue) != "verb" or bool(reporting(self.reading.words[cue]).frames & SAYING)

    def _is_reported(self, index: int) -> bool:
        return any(first <= index < last for report in self.found[-_RECENT:] for first, last in report.contents)

    def _add(self, report: Report | None) -> None:
        if report is None or not report.contents:
            return
        self.found.append(report)
        for first, last in report.contents:
            begin = (
                self.reading.quoted[first] if self.reading.quoted[first] >= 0 else self.reading.first_quotation(first)
            )
            for quotation in range(begin, self.reading.first_quotation(last)):
                self.by_quotation.setdefault(quotation, report)

    def _report(self, cue: int) -> Report | None:
        match self.cues.kinds[cue]:
            case "verb":
                return self._verb(cue)
            case "noun":
                return self._of((cue, cue + 1), self.sources.noun(cue))
            case "adjective":
                return self._of((cue, cue + 1), self.sources.adjective(cue))
            case "phrase":
                return self._of((cue, self.cues.phrase_end(cue) or cue + 1), self.sources.phrase(cue))

    def _of(self, cue: Words, found: Found | None) -> Report | None:
        return Report(cue, *found) if found else None

    # --- verbs ------------------------------------------------------------------------------------

    def _verb(self, verb: int) -> Report | None:
        """What a verb reports: the quotation before or after it, a clause, or what it judges."""
        reading, cue = self.reading, self.cues.group(verb)
        quotation = self.quotations.before(verb)
        taken = self.by_quotation.get(quotation) if quotation is not None else None
        if quotation is not None and (taken is None or not self._is_saying(taken)):
            self.by_quotation.pop(quotation, None)
            speaker = self.quotations.speaker_after(quotation, verb)
            if speaker is not None:
                return Report(cue, speaker, (self._with_its_beginning(quotation),))
        if (inverted := self.phrases.inverted(verb)) is not None:
            return Report(cue, *inverted)
        speaker = self._speaker(verb)
        quotation = self.quotations.after(verb)
        if quotation is not None:
            return Report(cue, speaker, (reading.quote_words[quotation],))
        if (told := self.quotations.after_colon(verb)) is not None:
            return Report(cue, speaker, (told,))
        if (introduced := self.phrases.introduced(verb)) is not None:
            return Report(cue, speaker, (introduced,))
        contents = self.phrases.contents(verb)
        if reporting(reading.words[verb]).frames & {"call", "accuse", "judge"}:
            contents = self._with_quoted_end(verb, contents)
        return Report(cue, speaker, contents)

    def _with_its_beginning(self, quotation: int) -> Words:
        """A quotation with the words before it that belong to its sentence: The plan was "a mess," she said."""
        reading = self.reading
        first, last = reading.quote_words[quotation]
        begin = max(reading.unit_start[first], reading.paragraphs[reading.paragraph[first]][0])
        return (first if self.cues.within(begin, first) else begin), last

    def _with_quoted_end(self, verb: int, contents: tuple[Words, ...]) -> tuple[Words, ...]:
        """What is called something, with the quotation that says what: called the whole plan "a mistake"."""
        end = self.quotations.object_end(verb, contents[-1][1] if contents else 0)
        if end is None or (contents and contents[-1][1] >= end):
            return contents
        return (*contents[:-1], (contents[-1][0] if contents else verb + 1, end))

    def _speaker(self, verb: int) -> Words | None:
        """Who says it: before the verb, or, for ", adding" and "and said", who did what stands before."""
        lower, start = self.reading.words, self.reading.unit_start[verb]
        hangs_on = verb > start and (lower[verb - 1] in _PAUSES or lower[verb - 1] in grammar("conjunctions"))
        if lower[verb].endswith("ing") and hangs_on:
            speaker = self._outermost(start) or self._of_quotation_before(verb)
            if speaker is not None:
                return speaker
        if (speaker := self._who_goes_on(verb)) is not None:
            return speaker
        speaker = self.phrases.subject(verb, start)
        if speaker is not None or self.phrases.is_passive(verb):
            return speaker
        return self._outermost(start) or self.phrases.first_subject(start, verb)

    def _who_goes_on(self, verb: int) -> Words | None:
        """Who says what ends right before "and blamed it": the second verb of one speaker."""
        for report in reversed(self.found[-_RECENT:]):
            end = report.contents[-1][1]
            if end in (verb - 1, verb - 2) and self.reading.words[end] in ("and", "but"):
                return report.speaker if self._is_saying(report) else None
        return None

    def _outermost(self, start: int) -> Words | None:
        """Who speaks first in the unit that begins at ``start``."""
        speaker = None
        for report in reversed(self.found):
            if report.cue[0] < start:
                break
            speaker = report.speaker or speaker
        return speaker

    def _of_quotation_before(self, verb: int) -> Words | None:
        """Who says the quotation that ends in the same unit before a verb: "...," adding:"""
        quotation = self.reading.first_quotation(verb) - 1
        if (
            quotation < 0
            or self.reading.unit_start[self.reading.quote_words[quotation][1] - 1] != self.reading.unit_start[verb]
        ):
            return None
        report = self.by_quotation.get(quotation) or self.by_quotation.get(quotation - 1)
        return report.speaker if report else None

    # --- quotations without reporting words of their own --------------------------------------------

    def _continue(self, paragraph: Words) -> None:
        """Give quotations without reporting words of their own a speaker, where the text settles who it is."""
        reading = self.reading
        first = reading.first_quotation(paragraph[0])
        for quotation in range(first, reading.first_quotation(paragraph[1])):
            if quotation in self.by_quotation:
                continue
            begins = reading.quote_words[quotation][0]
            before = self.by_quotation.get(quotation - 1)
            if before is None and quotation - 1 > first and not is_speech(reading.quotes[quotation - 1]):
                before = self.by_quotation.get(quotation - 2)  # a title between: "...," he said on "The Hour." "..."
            if before is None and (report := self._said_just_before(quotation)) is not None:
                self._add(Report(report.cue, report.speaker, (reading.quote_words[quotation],)))
                continue
            if before is None and quotation == first:
                before = self._said_last(paragraph)
            if before is not None and (self._goes_on(quotation, before, first) or self._is_alone(quotation, paragraph)):
                self._add(Report(before.cue, before.speaker, (reading.quote_words[quotation],)))
            elif (colon := self.quotations.colon_before(begins)) is not None:
                speaker = self.phrases.last_subject(reading.unit_start[colon], colon)
                self._add(Report((colon, colon + 1), speaker, (reading.quote_words[quotation],)) if speaker else None)

    def _said_just_before(self, quotation: int) -> Report | None:
        """What is said in the sentence before a quoted sentence: It was late, she said. "Nobody told us"."""
        reading, begins = self.reading, self.reading.quote_words[quotation][0]
        if begins == 0 or not is_speech(reading.quotes[quotation]) or not self.quotations.is_sentence(quotation):
            return None
        said = None
        for report in self.found[-_RECENT:]:
            if (
                reading.unit_end[report.cue[0]] == begins
                and reading.paragraph[report.cue[0]] == reading.paragraph[begins]
            ):
                said = said or report
        return said if said is not None and said.speaker is not None and self._is_public(said) else None

    def _said_last(self, paragraph: Words) -> Report | None:
        """The last saying of the paragraph before."""
        for report in reversed(self.found[-_RECENT:]):
            if report.cue[0] < paragraph[0]:
                near = self.reading.paragraph[paragraph[0]] - self.reading.paragraph[report.cue[0]] == 1
                return report if near and self._is_saying(report) and report.speaker is not None else None
        return None

    def _is_alone(self, quotation: int, paragraph: Words) -> bool:
        """Whether a paragraph is all quotation, which newspapers leave to whoever spoke in the one before it."""
        reading = self.reading
        before = self.by_quotation.get(quotation - 1) or self._said_last(paragraph)
        near = before is not None and reading.paragraph[paragraph[0]] - reading.paragraph[before.cue[0]] == 1
        return (
            near
            and reading.quote_words[quotation][0] == paragraph[0]
            and is_speech(reading.quotes[quotation])
            and not any(reading.is_word(index) and reading.quoted[index] < 0 for index in range(*paragraph))
        )

    def _goes_on(self, quotation: int, before: Report, first: int) -> bool:
        """Whether a quotation goes on with the one before it: no mark closed that, or nobody else spoke between."""
        reading = self.reading
        previous = reading.quotes[quotation - 1].value
        if isinstance(previous, Quote) and previous.reason == GOES_ON:
            return True
        if quotation == first or not (is_speech(reading.quotes[quotation]) or self.quotations.is_sentence(quotation)):
            return False
        since = max(reading.quote_words[quotation - 1][1], reading.unit_end[before.cue[0]])
        begins = reading.quote_words[quotation][0]
        return not any(since <= report.cue[0] < begins for report in self.found[-_RECENT:])
