"""The words of an article as plain lists, which are far quicker to walk than spaCy's tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.attribution.lexicon import verbs
from factcheck.models import Article, Mention, Name, Quote
from factcheck.values.quotes import NO_CLOSING_MARK

if TYPE_CHECKING:
    from spacy.tokens import Doc

Words = tuple[int, int]
"""Consecutive words by index, half open. Inside this package only: other rooms are given offsets."""

_LONGEST = 300
_DATELINE = 16
"""Words of a dateline at most: "CARACAS, March 27 (Meridian Wire) - """
_NAMED = 7
"""Words of "Jane Roe said" after the quotation that it ends, at most."""
_ENDS = frozenset([".", "?", "!"])
_DASHES = frozenset(["-", "–", "—", "--"])

SPEAKERS = frozenset(["name", "organisation", "role", "place"])
"""The kinds of mention that may speak: "Moscow said"."""


def _may_speak(mention: Mention) -> bool:
    """Whether somebody or something may be named so; a people ("Russian") names nobody."""
    if mention.kind == "text":
        return isinstance(mention.value, Name) and mention.value.entity != "nationality"
    return mention.kind in SPEAKERS


class Reading:
    """An article's words by index, with the paragraph, unit and quotation that each is in.

    A *unit* is a sentence that does not end inside quotation marks, cut after ``_LONGEST`` words so that looking
    through one takes bounded time. Words of furniture and of the white space between paragraphs are in paragraph -1.
    """

    def __init__(self, doc: Doc, article: Article, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.text = article.text
        tokens = [(token.idx, token.text, token.is_sent_start) for token in doc]
        self.starts = [start for start, _, _ in tokens]
        self.written = [text for _, text, _ in tokens]
        self.begins = [begins for _, _, begins in tokens]
        self.words = [word.lower() for word in self.written]
        self.quotes = [self._closed(mention) for mention in mentions if mention.kind == "quote"]
        self.speakers = [mention for mention in mentions if mention.kind in SPEAKERS]
        self.nameable = [mention for mention in mentions if _may_speak(mention)]
        self.quoted = self._mark((quote.start, quote.end) for quote in self.quotes)
        self.quote_words = [self.between(quote.start, quote.end) for quote in self.quotes]
        bodies = [paragraph for paragraph in article.paragraphs if paragraph.kind != "furniture"]
        self.speakers_named = [mention for mention in self.speakers if mention.kind != "role"]
        self.named = self._mark((mention.start, mention.end) for mention in self.speakers_named)
        self.paragraph = self._mark((paragraph.start, paragraph.end) for paragraph in bodies)
        self.paragraphs = [self.between(paragraph.start, paragraph.end) for paragraph in bodies]
        self.unit_start, self.unit_end = self._units()
        self.mention_ending = {self.between(m.start, m.end)[1]: m for m in self.speakers}
        self.mention_starting = {self.between(m.start, m.end)[0]: m for m in reversed(self.speakers)}

    def __len__(self) -> int:
        return len(self.words)

    def end(self, index: int) -> int:
        """The offset at which a word ends."""
        return self.starts[index] + len(self.written[index])

    def between(self, start: int, end: int) -> Words:
        """The words that begin in ``text[start:end]``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def offsets(self, words: Words) -> tuple[int, int]:
        """Where words stand in the text."""
        return self.starts[words[0]], self.end(words[1] - 1)

    def first_quotation(self, index: int) -> int:
        """The first quotation that begins at or after a word, by number."""
        return bisect_left(self.quote_words, (index, 0))

    def with_name(self, first: int, last: int) -> Words:
        """Words with the whole of a name that they cut or that follows at once: "spokeswoman Jane Roe"."""
        if last < len(self) and (number := self.named[last]) >= 0 and self.speakers_named[number].kind == "name":
            last = self.between(0, self.speakers_named[number].end)[1]
        return first, last

    def trimmed(self, words: Words) -> Words | None:
        """Words without white space and loose punctuation at their ends; ``None`` where nothing is left."""
        first, last = words
        while first < last and not self.is_word(first) and self.quoted[first] < 0:
            first += 1
        while first < last and not self.is_word(last - 1) and self.quoted[last - 1] < 0:
            last -= 1
        return (first, last) if first < last else None

    def is_word(self, index: int) -> bool:
        """Whether there is a letter or a digit in it."""
        return any(map(str.isalnum, self.words[index]))

    def _closed(self, quote: Mention) -> Mention:
        """A quotation whose closing mark is missing ends where a report follows: "We sail, she said. It rained."""
        if not isinstance(quote.value, Quote) or quote.value.reason != NO_CLOSING_MARK:
            return quote
        first, last = self.between(quote.start, quote.end)
        for index in range(first + 3, last):
            if self.words[index] != ",":
                continue
            said = next((at for at in range(index + 2, min(last, index + _NAMED)) if self.words[at] in verbs()), None)
            if said is None or self.words[said + 1 : said + 2] != ["."]:
                continue
            if "say" in verbs()[self.words[said]].frames:
                return replace(quote, end=self.end(index))
        return quote

    def _mark(self, spans: Iterator[tuple[int, int]]) -> list[int]:
        """For each word the index of the span that it begins in, or -1."""
        marks = [-1] * len(self.starts)
        for number, (start, end) in enumerate(spans):
            first, last = self.between(start, end)
            marks[first:last] = [number] * (last - first)
        return marks

    def _opens(self, index: int) -> bool:
        """Whether a quotation opens behind the end of a sentence, whatever the marks make of it: "... now. ''We go"."""
        return index > 0 and self.quoted[index] >= 0 and self.words[index - 1] in _ENDS

    def _after_dateline(self, first: int, last: int) -> int:
        """Where the report begins behind the place, day and agency of a paragraph; ``first`` where it has none."""
        if not (self.written[first].isupper() and len(self.written[first]) > 2):
            return first
        for index in range(first + 1, min(last, first + _DATELINE)):
            if self.words[index] in _DASHES and self.text[self.starts[index] - 1].isspace():
                return index + 1
            if self.written[index].islower() or self.quoted[index] >= 0:
                return first
        return first

    def _units(self) -> tuple[list[int], list[int]]:
        """For each word the first word of its unit and the one after its last."""
        starts = [0] * len(self)
        begin = 0
        for index, starts_sentence in enumerate(self.begins):
            inside = index > 0 and self.quoted[index] >= 0 and self.quoted[index] == self.quoted[index - 1]
            new_paragraph = index > 0 and self.paragraph[index] != self.paragraph[index - 1]
            if new_paragraph or (not inside and (starts_sentence or index - begin >= _LONGEST or self._opens(index))):
                begin = index
            starts[index] = begin
        for paragraph in self.paragraphs:
            if (first := self._after_dateline(*paragraph)) < paragraph[1]:
                starts[first : paragraph[1]] = [max(start, first) for start in starts[first : paragraph[1]]]
        ends = [len(self)] * len(self)
        for index in range(len(self) - 2, -1, -1):
            ends[index] = ends[index + 1] if starts[index] == starts[index + 1] else index + 1
        return starts, ends
