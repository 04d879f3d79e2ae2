"""What each paragraph is: headline, body, caption or furniture.

Three things tell: where a paragraph stands, its words, and its form. In the body a paragraph is furniture only if it
is short and begins as notices do. At the end evidence adds up: furniture begins where the sum of the evidence from
there to the last paragraph is greatest, so that one odd paragraph between two notes on the author goes with them,
while running text outweighs a word that happens to be in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from factcheck import resources
from factcheck.articles.credits import is_caption
from factcheck.articles.head import Head, is_button, is_page_line, publication
from factcheck.articles.markdown import Mark, stretches
from factcheck.articles.paragraphs import Span, ends_sentence
from factcheck.models import Paragraph, ParagraphKind

LONGEST_NOTICE = 30  # words
LONGEST_CROSS_HEAD = 10  # words
LONGEST_CLOSING = 400  # words of a note at the end: disclaimers and terms of use are the longest
STRONG, WEAK, NEUTRAL, RUNNING_TEXT = 3, 1, 0, -4  # evidence that a paragraph near the end is furniture

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|@\w+")


def assign(
    text: str, spans: Sequence[Span], marks: Sequence[Mark], head: Head, *, byline: str | None
) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text`` with their kinds. ``byline`` helps to know a note about the author."""
    page = _Page(text, spans, marks, byline)
    kinds: list[ParagraphKind] = [head.kinds.get(index) or page.kind(index) for index in range(len(spans))]
    for index, kind in head.kinds.items():
        if kind == "headline" and page.is_byline(index):
            kinds[index] = "furniture"
    first = max(head.kinds, default=-1) + 1
    listing = False
    for index in range(first, len(spans)):
        words = text[slice(*spans[index])]
        listing = _opens_list(words) if kinds[index] == "furniture" else listing and _is_list_line(words)
        if listing:
            kinds[index] = "furniture"
    tail = page.tail(first)
    if any(kind != "furniture" for kind in kinds[:tail]):  # where all would be set aside, all is the article
        kinds[tail:] = ["furniture"] * (len(spans) - tail)
    return tuple(Paragraph(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))


class _Page:
    def __init__(self, text: str, spans: Sequence[Span], marks: Sequence[Mark], byline: str | None) -> None:
        self.text, self.spans = text, spans
        self.headings = stretches(marks, "heading")
        self.items = stretches(marks, "item")
        self.images = stretches(marks, "image")
        self.links = stretches(marks, "link")
        self.authors = [_fold(name).strip() for name in re.split(r",| and |&", byline or "") if name.strip()]
        self.surnames = [author.split()[-1] for author in self.authors]

    def kind(self, index: int) -> ParagraphKind:
        """The kind of a paragraph after the head, by itself."""
        start, end = self.spans[index]
        words = self.text[start:end]
        if self.headings.holds(start):
            return "headline"
        if is_caption(self.text, self.spans, self.images, index, in_head=False):
            return "caption"
        if _is_notice(words) or is_button(words) or (self._is_linked(index) and not ends_sentence(words)):
            return "furniture"
        if not self.items.holds(start) and _is_cross_head(words) and index + 1 < len(self.spans):
            below = self.text[slice(*self.spans[index + 1])]
            return "headline" if _is_running_text(below) else "body"
        return "body"

    def is_byline(self, index: int) -> bool:
        """Whether a line of the head is the name of the author and little else: "Jane Roe, The Daily"."""
        folded = _fold(self.text[slice(*self.spans[index])])
        name = next((author for author in self.authors if folded.startswith(author)), None)
        return name is not None and folded[len(name) : len(name) + 2] in ("", ", ", " |", " –", " —", " ·")

    def tail(self, first: int) -> int:
        """The index of the first paragraph of the furniture at the end; never before paragraph ``first``."""
        evidence = [self._evidence(index) for index in range(first, len(self.spans))]
        sums = list(accumulate(reversed(evidence)))
        best = max(sums, default=0)
        return len(self.spans) - (sums.index(best) + 1) if best > 0 else len(self.spans)

    def _evidence(self, index: int) -> int:
        words = self.text[slice(*self.spans[index])]
        if len(words.split()) > LONGEST_CLOSING:
            return RUNNING_TEXT
        folded = _fold(words)
        if _opening("closing_starts").match(folded):
            return STRONG
        hints = sum(f" {hint}" in f" {folded}" for hint in _phrases("closing_hints"))
        if hints > 1 or any(phrase in folded for phrase in _phrases("closing_phrases")) or self._is_author_note(folded):
            return STRONG
        if (
            _is_notice(words)
            or self._is_linked(index)
            or _is_address(words)
            or is_page_line(words)
            or publication(words)
        ):
            return WEAK
        if _is_staff_note(words):
            return NEUTRAL
        return RUNNING_TEXT if _is_running_text(words) or self.items.holds(self.spans[index][0]) else NEUTRAL

    def _is_author_note(self, folded: str) -> bool:
        """Whether a paragraph names the author early on and says what notes on authors say."""
        phrases = [phrase for phrase in _phrases("author_phrases") if f" {phrase} " in folded]
        in_full = any(author in folded[:60] for author in self.authors)
        by_surname = any(folded.startswith(f"{name} {phrase} ") for name in self.surnames for phrase in phrases)
        return by_surname or (in_full and bool(phrases))

    def _is_linked(self, index: int) -> bool:
        """Whether a paragraph is nothing but links."""
        start, end = self.spans[index]
        first, last = bisect_left(self.links.starts, start), bisect_left(self.links.starts, end)
        linked = sum(self.links.ends[first:last]) - sum(self.links.starts[first:last])
        return linked > 0 and linked >= 0.9 * (end - start)


def _is_notice(words: str) -> bool:
    if len(words) > 400 or len(words.split()) > LONGEST_NOTICE:
        return False
    folded = _fold(words).strip("*()[] ")
    if folded in _phrases("notice_lines") or folded in _phrases("list_labels") or _opening("notices").match(folded):
        return True
    return _opening("notice_openings").match(folded) is not None and not ends_sentence(words)


def _opens_list(words: str) -> bool:
    """Whether a notice is the heading of a list of links."""
    return words.endswith(":") or _fold(words) in _phrases("list_labels")


def _is_list_line(words: str) -> bool:
    return len(words) <= 160 and not ends_sentence(words) and not words.endswith(":")


def _is_staff_note(words: str) -> bool:
    """Whether a paragraph says what somebody is at the paper: "Jane Roe is a reporter at the Daily."."""
    name, verb, rest = words[:200].partition(" is a")
    named = 2 <= len(name.split()) <= 4 and all(word[0].isupper() for word in name.split())
    return bool(verb) and named and any(role in rest.lower().split()[:8] for role in _phrases("author_roles"))


def _is_cross_head(words: str) -> bool:
    return (
        len(words) <= 120
        and len(words.split()) <= LONGEST_CROSS_HEAD
        and (words[0].isupper() or words[0].isdigit())
        and (words.endswith("?") or not ends_sentence(words))
        and ": " not in words
        and not words.endswith((":", ",", ";", "-", "–", "—", '"', "”"))
    )


def _is_running_text(words: str) -> bool:
    return ends_sentence(words) or words.endswith(":") or len(words.split()) > 25


def _is_address(words: str) -> bool:
    """Whether a short line is mostly a web or mail address."""
    return len(words) <= 200 and len(_ADDRESS.sub("", words).split()) <= 4 and _ADDRESS.search(words) is not None


def _fold(words: str) -> str:
    """In lower case with straight quotation marks, plain spaces and 0 for every digit, for looking up phrases."""
    return re.sub(r"\d", "0", " ".join(words.lower().split())).replace("’", "'").replace("‘", "'")


@cache
def _opening(section: str) -> re.Pattern[str]:
    """Matches where one of the phrases of a section stands first, as whole words."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, _phrases(section)))})(?!(?<=\w)\w)")


@cache
def _phrases(section: str) -> tuple[str, ...]:
    return tuple(resources.word_table("articles/data/furniture.yaml")[section])
