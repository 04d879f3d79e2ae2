"""Quotations: pairs of quotation marks, found paragraph by paragraph.

Marks are read by their neighbours as well as by their shape, since copy mixes straight and curly marks and sets
them the wrong way round. Inner quotations are part of the outer one. An odd mark spoils its own paragraph only:
what it opens or closes is still given, with the reason in ``Quote.reason``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from factcheck.models import Article, Mention, Paragraph, Quote
from factcheck.resources import word_list

if TYPE_CHECKING:
    from spacy.tokens import Doc

NO_CLOSING_MARK = "no closing mark"
NO_OPENING_MARK = "no opening mark"
GOES_ON = "goes on in the next paragraph"

_MARK = re.compile(r"''|``|‘‘|’’|[\"“”„«»'‘’]")
_SINGLE = frozenset("'‘’")
_OPENERS = frozenset(["``", "‘‘", "“", "„", "«", "‘"])
_CLOSERS = frozenset(["’’", "”", "»", "’"])
_BEFORE_OPENING = frozenset("([{-–—/…\"“„«'‘`:;=")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—/…\"”»'’([")
_MARKUP = "*_"
_DECADE = re.compile(r"\d0s")
_YEAR = re.compile(r"\d\d")
_NEAR = 50
"""Marks, apostrophes included, among which the next quotation mark is looked for."""
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")

Style = Literal["double", "single"]
Side = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    style: Style
    side: Side


def find(doc: Doc, article: Article) -> list[Mention]:
    """The outermost quotations of an article, in order, none of them overlapping.

    Gives mentions of kind ``quote`` whose span includes the marks; ``Quote.words`` are the words between them,
    verbatim. A quotation over several paragraphs (an opening mark on each, the closing mark on the last) is one
    mention per paragraph, all but the last with the reason ``GOES_ON``. Furniture is not read.
    """
    tokens = doc.to_array(["IDX", "SENT_START"])
    sentences = tokens[tokens[:, 1] == 1, 0].tolist()
    paragraphs = [paragraph for paragraph in article.paragraphs if paragraph.kind != "furniture"]
    found: list[Mention] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        found.extend(_Reader(article.text, sentences, paragraph, following).read())
    return found


def is_speech(quotation: Mention) -> bool:
    """Whether a quotation reads like something said, rather than a title, a name or a borrowed word.

    For quotations that no reporting words stand beside: more than three words, and not written like a title
    (every word of more than three letters capitalised).
    """
    assert isinstance(quotation.value, Quote)
    words = _WORD.findall(quotation.value.words)
    return len(words) > 3 and any(word[0].islower() for word in words if len(word) > 3)


class _Reader:
    """Reads the marks of one paragraph from left to right, with a stack of those that are open."""

    def __init__(self, text: str, sentences: list[int], paragraph: Paragraph, following: Paragraph | None) -> None:
        self.text = text
        self.sentences = sentences
        self.paragraph = paragraph
        self.following = following
        self.marks = list(_marks(text, paragraph.start, paragraph.end))
        self.last_single_close = max((mark.start for mark in self.marks if _may_close_single(mark)), default=-1)
        self.open: list[_Mark] = []
        self.done = paragraph.start  # where the last quotation found ends
        self.inner_end = 0  # where the last quotation ended that closed inside one that is still open

    def read(self) -> Iterator[Mention]:
        for index, mark in enumerate(self.marks):
            partner = self._partner(mark)
            if not self.open and self._opens_after_all(mark, index):
                self.open.append(mark)
            elif mark.side == "close" or (mark.side == "either" and partner is not None):
                yield from self._close(mark, partner, index)
            elif mark.style == "single" and (partner is not None or not self._may_be_closed(mark)):
                continue  # an apostrophe
            else:
                if partner is not None and self._last_before(mark) in (".", "!", "?"):
                    yield self._unclosed(self.open[0], mark.start)
                    self.open.clear()
                self.open.append(mark)
        double = [mark for mark in self.open if mark.style == "double"] or [m for m in self.open if self._goes_on(m)]
        if double and self._goes_on(double[0]):
            yield self._mention(double[0].start, double[0].end, self.paragraph.end, self.paragraph.end, GOES_ON)
        elif double:
            yield self._unclosed(double[0], self.paragraph.end)

    def _opens_after_all(self, mark: _Mark, index: int) -> bool:
        """Whether a straight mark set like a closing one opens, since the next one closes, as in: she said," We go"."""
        if mark.side != "close" or self.text[max(0, mark.start - 1) : mark.end] not in (',"', ':"', '."'):
            return False
        later = next((later for later in self.marks[index + 1 : index + _NEAR] if later.style == "double"), None)
        return later is not None and later.side != "open"

    def _close(self, mark: _Mark, partner: int | None, index: int) -> Iterator[Mention]:
        if partner is None:
            before = self.text[mark.start - 1 : mark.start]
            if mark.style == "double" and before and before in ".,!?" and not self.open:
                start = max(self.done, self._sentence_start(mark.start - 1))
                start += len(self.text[start : mark.start]) - len(self.text[start : mark.start].lstrip())
                yield self._mention(start, start, mark.start, mark.end, NO_OPENING_MARK)
        elif not (mark.style == "single" and self._is_possessive(mark, index)):
            opening = self.open[partner]
            del self.open[partner:]
            if self.open:
                self.inner_end = mark.end
            else:
                yield self._mention(opening.start, opening.end, mark.start, mark.end)

    def _partner(self, mark: _Mark) -> int | None:
        """The position on the stack of the mark that this one would close; a single mark closes no double one."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].style == mark.style:
                return index
            if mark.style == "single":
                return None
        return None

    def _is_possessive(self, mark: _Mark, index: int) -> bool:
        """As in "the workers' union": an s before, a word after, and a better mark to close with still to come."""
        if self.text[mark.start - 1] not in "sS" or not self.text[mark.end : mark.end + 2].strip().isalnum():
            return False
        for later in self.marks[index + 1 : index + 8]:
            if later.style == "single":
                return _may_close_single(later)
        return False

    def _may_be_closed(self, mark: _Mark) -> bool:
        return mark.start < self.last_single_close or self._goes_on(mark)

    def _goes_on(self, mark: _Mark) -> bool:
        """Whether the next paragraph opens with the same mark, and this one lets a quotation run to its end."""
        if self.following is None or not self.text.startswith(self.text[mark.start : mark.end], self.following.start):
            return False
        return mark.style == "double" or mark.start == self.paragraph.start

    def _unclosed(self, opening: _Mark, limit: int) -> Mention:
        """A quotation whose closing mark is missing: to the end of what it can hold, at most to ``limit``."""
        if self._last_before(opening) in ("", ":", ",", ".", "!", "?") and self.inner_end < opening.end:
            end = limit
        else:
            end = min(limit, self._sentence_end(max(self.inner_end, opening.end)))
        end = opening.end + len(self.text[opening.end : end].rstrip())
        return self._mention(opening.start, opening.end, end, end, NO_CLOSING_MARK)

    def _last_before(self, mark: _Mark) -> str:
        """The last character before a mark, apart from white space; empty at the start of the paragraph."""
        return self.text[max(self.paragraph.start, mark.start - 4) : mark.start].rstrip()[-1:]

    def _sentence_start(self, offset: int) -> int:
        index = bisect_right(self.sentences, offset) - 1
        return max(self.paragraph.start, self.sentences[index] if index >= 0 else 0)

    def _sentence_end(self, offset: int) -> int:
        index = bisect_right(self.sentences, offset)
        return min(self.paragraph.end, self.sentences[index] if index < len(self.sentences) else self.paragraph.end)

    def _mention(self, start: int, inner: int, inner_end: int, end: int, reason: str | None = None) -> Mention:
        self.done = end
        return Mention("quote", start, end, Quote(words=self.text[inner:inner_end], reason=reason))


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The quotation marks in ``text[start:end]``, each with the side it may stand on; no apostrophes."""
    for match in _MARK.finditer(text, start, end):
        shape = match.group()
        left = text[max(start, match.start() - 3) : match.start()].rstrip(_MARKUP)[-1:]
        right = text[match.end() : min(end, match.end() + 3)].lstrip(_MARKUP)[:1]
        style: Style = "single" if shape in _SINGLE else "double"
        if style == "single" and ((left.isalnum() and right.isalnum()) or _is_elided(text, match)):
            continue
        yield _Mark(match.start(), match.end(), style, _side(shape, left, right))


def _side(shape: str, left: str, right: str) -> Side:
    """Open or close, from the neighbours where they tell, else from the shape, else either."""
    opens = left == "" or left.isspace() or left in _BEFORE_OPENING
    closes = right == "" or right.isspace() or right in _AFTER_CLOSING
    if opens != closes:
        return "open" if opens else "close"
    return "open" if shape in _OPENERS else "close" if shape in _CLOSERS else "either"


def _may_close_single(mark: _Mark) -> bool:
    return mark.style == "single" and mark.side != "open"


def _is_elided(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark is an apostrophe that begins a word: 'em, '90s, "in '08"."""
    start, end = mark.span()
    word = _WORD.match(text, end, end + 12)
    if word is None or text[max(0, start - 1) : start].isalnum():
        return False
    if word.group().lower() in _elisions() or _DECADE.fullmatch(word.group()):
        return True
    return _YEAR.fullmatch(word.group()) is not None and text[max(0, start - 2) : start - 1].isalpha()


@cache
def _elisions() -> frozenset[str]:
    return frozenset(word_list("values/data/elisions.txt"))
