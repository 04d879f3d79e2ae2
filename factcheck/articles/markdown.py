"""Markdown marks taken out of a text, and what they marked.

The marks that news copy carries, read as CommonMark reads them, save that emphasis must not touch a letter on its
outer side (``f**k the b******s`` stays as it is) and that a list item must follow an empty line, another item or
a colon. The same rules serve plain text, where pages saved as text keep such marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from factcheck.spans import Spans

MarkKind = Literal["heading", "item", "link", "image", "rule"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the stripped text that was marked. A ``rule`` is empty: it stood between two paragraphs."""

    start: int
    end: int
    kind: MarkKind


def stretches(marks: Iterable[Mark], kind: MarkKind) -> Spans:
    """The stretches that one kind of mark covers."""
    return Spans((mark.start, mark.end) for mark in marks if mark.kind == kind)


_QUOTE = re.compile(r"[ \t]{0,3}>(?:[ \t>]*+)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]++(?=\S)")
_HEADING_END = re.compile(r"[ \t]++#++[ \t]*+$")
_ITEM = re.compile(r"[ \t]*+[-*+•‣◦▪●][ \t]++(?=\S)")
_RULE = re.compile(r"[ \t]*+[-*_=~#•][-*_=~#• \t]*+$")
_LABEL = r"(?P<label>(?:[^\[\]\n]|\n(?!\s)|\[[^\[\]\n]{0,300}\](?:\([^()\s]{0,2000}\))?+){1,1000}+)"
_TARGET = r"\((?:[^()\s]|\([^()\s]{0,300}\)){0,2000}+(?:[ \t]+[\"'][^\"'\n]{0,300}[\"'])?\)"
_INLINE = re.compile(
    rf"(?P<image>!?)\[{_LABEL}\]{_TARGET}"
    r"|<(?P<auto>(?:https?://|www\.)[^<>\s]{1,2000}|(?:mailto:)?[^<>\s@]{1,100}@[^<>\s@]{1,200})>"
    r"|https?://[^\s*<>()\[\]]{1,2000}+"
    r"|(?P<escape>\\)(?=[*_\[\]<>#`\\])"
)
_RUN = re.compile(r"\*{1,3}|_{1,3}")


def strip(text: str) -> tuple[str, tuple[Mark, ...]]:
    """``text`` without its Markdown marks, and the marks with offsets into what is returned, in order."""
    cuts, marks = _blocks(text)
    taken = _inline(text, 0, len(text), cuts, marks)
    _emphasis(text, taken, cuts)
    return _cut(text, cuts, marks)


Cut = tuple[int, int]


def _blocks(text: str) -> tuple[list[Cut], list[Mark]]:
    """Headings, list items, block quotes and rules, line by line."""
    cuts: list[Cut] = []
    marks: list[Mark] = []
    offset, before, open_for_item, above = 0, "", True, ""
    for line in text.split("\n"):
        start, end = offset, offset + len(line)
        if quote := _QUOTE.match(line):
            cuts.append((start, start + quote.end()))
            start += quote.end()
        rest = text[start:end]
        if _RULE.match(rest):
            cuts.append((start, end))
            underlined = len(rest.strip()) >= 3 and set(rest.strip()) <= {"=", "-"}
            if underlined and before.strip() and not above.strip():
                marks.append(Mark(offset - len(before) - 1, offset - 1, "heading"))
            else:
                marks.append(Mark(start, start, "rule"))
            rest = ""
        elif heading := _HEADING.match(rest):
            tail = _HEADING_END.search(rest, heading.end())
            cuts.append((start, start + heading.end()))
            if tail:
                cuts.append((start + tail.start(), end))
            marks.append(Mark(start, end, "heading"))
        elif open_for_item and (item := _ITEM.match(rest)):
            cuts.append((start, start + item.end()))
            marks.append(Mark(start, end, "item"))
        open_for_item = not rest.strip() or rest.rstrip().endswith(":") or bool(marks and marks[-1].end == end)
        above, before, offset = before, rest, end + 1
    return cuts, marks


def _inline(text: str, start: int, end: int, cuts: list[Cut], marks: list[Mark]) -> list[Cut]:
    """Links, images, addresses in angle brackets and escapes. Gives the stretches that emphasis must leave alone."""
    taken: list[Cut] = []
    for match in _INLINE.finditer(text, start, end):
        if match["label"] is not None:
            label_start, label_end = match.span("label")
            cuts += [(match.start(), label_start), (label_end, match.end())]
            marks.append(Mark(match.start(), match.end(), "image" if match["image"] else "link"))
            taken += [(match.start(), label_start), *_inline(text, label_start, label_end, cuts, marks)]
            taken.append((label_end, match.end()))
        elif match["auto"] is not None:
            cuts += [(match.start(), match.start() + 1), (match.end() - 1, match.end())]
            marks.append(Mark(match.start(), match.end(), "link"))
            taken.append(match.span())
        elif match["escape"] is not None:
            cuts.append(match.span("escape"))
            taken.append((match.start(), match.end() + 1))
        else:  # a bare address: its underscores are its own
            taken.append(match.span())
    return taken


def _emphasis(text: str, taken: list[Cut], cuts: list[Cut]) -> None:
    """Pairs of runs of ``*`` or ``_`` of one length in one paragraph."""
    blocked = iter([*taken, (len(text), len(text))])
    block = next(blocked)
    opened: dict[str, Cut] = {}
    paragraph_end = -1
    for match in _RUN.finditer(text):
        start, end = match.span()
        while block[1] <= start < len(text) and block[1] < len(text):
            block = next(blocked)
        if block[0] <= start < block[1]:
            continue
        if start > paragraph_end:
            opened.clear()
            paragraph_end = text.find("\n\n", start)
            paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
        left, right = text[start - 1 : start], text[end : end + 1]
        run = match.group()
        if run in opened and left.strip() and not right.isalnum():
            cuts += [opened.pop(run), (start, end)]
        elif right.strip() and not left.isalnum():
            opened[run] = (start, end)


def _cut(text: str, cuts: list[Cut], marks: list[Mark]) -> tuple[str, tuple[Mark, ...]]:
    pieces: list[str] = []
    starts: list[int] = []  # where each cut begins in the original, and how much is gone after it
    gone: list[int] = []
    position = removed = 0
    for cut_start, end in sorted(cuts):
        start = max(cut_start, position)
        if start >= end:
            continue
        pieces.append(text[position:start])
        starts.append(start)
        removed += end - start
        gone.append(removed)
        position = end
    pieces.append(text[position:])
    plain = "".join(pieces)

    def moved(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return offset
        return max(offset - gone[index], starts[index] - (gone[index - 1] if index else 0))

    placed = [Mark(moved(mark.start), moved(mark.end), mark.kind) for mark in marks]
    return plain, tuple(sorted(placed, key=lambda mark: (mark.start, mark.end, mark.kind)))
