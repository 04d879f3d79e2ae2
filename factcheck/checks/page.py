"""An article as the checks look at it: its sentences, the mentions in each, and the words between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from factcheck.models import Article, Assertion, Check, Mention, ParagraphKind
from factcheck.resources import word_table
from factcheck.spans import Spans

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|--|[^\w\s]")

_LOOK_BACK = 60
"""Characters in front of a figure in which the words that belong to it begin."""


@cache
def listed(name: str) -> frozenset[str]:
    """A list of ``checks/data/words.yaml``."""
    return frozenset(map(str, table(name)))


def table(name: str) -> Any:
    """An entry of ``checks/data/words.yaml``; treat it as frozen."""
    return word_table("checks/data/words.yaml")[name]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the kind of its paragraph, and the mentions that begin in it, in order of the text."""

    article: Article
    start: int
    end: int
    kind: ParagraphKind
    mentions: tuple[Mention, ...]

    def words(self, start: int, end: int) -> list[str]:
        """The words and signs of ``text[start:end]`` in lower case, dates left out."""
        kept, at = [], start
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        for mention in self.mentions[first:]:
            if mention.end > end:
                break
            if mention.kind == "time" and mention.start >= at:
                kept.append(self.article.text[at : mention.start])
                at = mention.end
        kept.append(self.article.text[at:end])
        return _WORD.findall(" ".join(kept).lower())

    def before(self, offset: int, count: int = 1) -> list[tuple[str, int]]:
        """The last words before ``offset`` in lower case with their offsets, dates left in."""
        start = max(self.start, offset - _LOOK_BACK)
        found = [(word[0].lower(), start + word.start()) for word in _WORD.finditer(self.article.text[start:offset])]
        return found[-count:]

    def places(self, words: frozenset[str]) -> list[tuple[int, int]]:
        """Where one of ``words`` stands, as offsets."""
        found = _WORD.finditer(self.article.text[self.start : self.end])
        return [(self.start + word.start(), self.start + word.end()) for word in found if word[0].lower() in words]


class Page:
    """One article with what was found in it."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], assertions: Sequence[Assertion], sentences: Spans
    ) -> None:
        self.article = article
        self._rows = sorted(enumerate(assertions), key=lambda item: item[1].start)
        self._starts = [row.start for _, row in self._rows]
        self._reach = list(accumulate((row.end for _, row in self._rows), max))
        self._quotations = Spans(_outermost((one.start, one.end) for one in mentions if one.kind == "quote"))
        inside: list[list[Mention]] = [[] for _ in sentences.starts]
        for mention in sorted(mentions, key=lambda one: (one.start, -one.end, one.kind)):
            if sentences.holds(mention.start):
                inside[sentences.at(mention.start)].append(mention)
        paragraphs = Spans((part.start, part.end) for part in article.paragraphs)
        kinds = [part.kind for part in sorted(article.paragraphs, key=lambda part: part.start)]
        self.sentences = tuple(
            Sentence(article, start, end, kinds[paragraphs.at(start)] if kinds else "body", tuple(found))
            for start, end, found in zip(sentences.starts, sentences.ends, inside, strict=True)
        )

    def text(self, mention: Mention) -> str:
        """The words of a mention, on one line."""
        return " ".join(self.article.text[mention.start : mention.end].split())

    def quoted(self, mention: Mention) -> bool:
        """Whether ``mention`` is inside a quotation."""
        return self._quotations.holds(mention.start)

    def every(self) -> Iterator[tuple[Sentence, Mention]]:
        """All mentions with their sentences, in order of the text."""
        for sentence in self.sentences:
            for mention in sentence.mentions:
                yield sentence, mention

    def check(self, kind: str, working: str, message: str, *about: Mention) -> Check:
        """A check of the words of the first mention, which concerns the rows that hold any of them."""
        rows = dict(sorted(item for one in about for item in self._holding(one)))
        return Check(kind, self.article.id, tuple(rows.values()), message, working, about[0].start, about[0].end)

    def _holding(self, mention: Mention) -> Iterator[tuple[int, str]]:
        """The places and ids of the rows that hold a part of ``mention``, backwards from its end."""
        index = bisect_left(self._starts, mention.end)
        while index and self._reach[index - 1] > mention.start:
            index -= 1
            place, row = self._rows[index]
            if row.end > mention.start:
                yield place, row.id


def _outermost(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reach = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reach:
            yield start, end
            reach = end
