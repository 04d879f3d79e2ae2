"""What stands in the head of an article: title, byline, publisher and date, in whatever order.

The head ends at the first paragraph that reads like running text. Until there every paragraph is tried against
the forms that news pages use; what is read from a line makes that line furniture, as it carries no assertion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from factcheck import resources
from factcheck.articles.credits import is_caption
from factcheck.articles.dates import find_date
from factcheck.articles.markdown import Mark, stretches
from factcheck.articles.paragraphs import Span, ends_sentence
from factcheck.models import ParagraphKind

LONGEST_HEAD = 40  # paragraphs
LONGEST_TITLE = 30  # words
SHORTEST_TITLE = 4  # words, where a longer line follows: above it stands the name of a site or a section
DATELINE_REACH = 3  # paragraphs of running text
MOST_TITLES = 3  # a title, a line above it, a line below it

_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:[.]\d{1,6})?\b|T\d{2}:\d{2}(?::\d{2})?\S{0,8}|\b\d{1,2} ?(?=[ap]\.?m\b)"
)
_DATELINE = re.compile(r"([^()\n]{0,80})\(([^()\n]{2,40})\)[ ]{0,3}(?:([-–—])|(?=[A-Z]))")


@dataclass(slots=True)
class Head:
    """What the head says, and the kinds of the paragraphs it is made of, by index."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    kinds: dict[int, ParagraphKind] = field(default_factory=dict)


def read(text: str, spans: Sequence[Span], marks: Sequence[Mark]) -> Head:
    """The head of ``text``, whose paragraphs are ``spans``."""
    head = Head()
    headings = stretches(marks, "heading")
    images = stretches(marks, "image")
    items = stretches(marks, "item")
    revised: date | None = None
    titles: list[int] = []
    dated: list[int] = []
    for index, (start, end) in enumerate(spans[:LONGEST_HEAD]):
        words = text[start:end]
        if headings.holds(start):
            if titles and headings.holds(spans[titles[0]][0]):
                break  # a second heading is the first cross-head
            titles.insert(0, index)
            continue
        if items.holds(start):
            break
        if _take_byline(words, head):
            head.kinds[index] = "furniture"
        elif line := publication(words):
            head.kinds[index] = "furniture"
            dated.append(index)
            for part in re.split(r"[|·•]|(?<=\d) (?=[Bb]y )", words):
                _take_byline(part.strip(), head)
            head.publisher = head.publisher or line.publisher
            if line.revised:
                revised = revised or line.day
            else:
                head.published = head.published or line.day
        elif is_caption(text, spans, images, index, in_head=True):
            head.kinds[index] = "caption"
        elif is_page_line(words):
            head.kinds[index] = "furniture"
        elif (agency := words.strip("() -–—")) in _words("agencies"):
            head.kinds[index] = "furniture"
            head.publisher = head.publisher or agency
        elif len(titles) < MOST_TITLES and _is_title(words, first=not titles) and len(spans) > 1:
            titles.append(index)
        else:
            for below in spans[index : index + DATELINE_REACH]:
                _take_dateline(text[slice(*below)], head)
            break
    _take_bare_names(text, spans, head, titles, dated)
    if titles:
        lines = [" ".join(text[slice(*spans[index])].split()) for index in titles]
        head.title = next((line for line in lines if len(line.split()) >= SHORTEST_TITLE), lines[0])
    head.kinds.update(dict.fromkeys(titles, "headline"))
    head.published = head.published or revised
    return head


@dataclass(frozen=True, slots=True)
class Publication:
    """A line that says when, and perhaps where, an article appeared."""

    day: date | None
    publisher: str | None
    revised: bool


def publication(line: str) -> Publication | None:
    """Reads "The Daily, March 28, 2019" or "Published: 28 March 2019 10:15"; ``None`` where a line says more."""
    if len(line) > 200:
        return None
    found = find_date(line)
    if not found:
        return None
    rest = _TIME.sub(" ", line[: found.start] + " , " + line[found.end :])
    if again := find_date(rest):  # Published 3 May 2019, updated 4 May 2019
        rest = rest[: again.start] + " , " + rest[again.end :]
    words = [word for word in _WORD.findall(rest) if word.lower().strip(".") not in _date_words()]
    named = [word for word in words if word not in _words("byline_openers")]
    if len(words) > 8 or (words and ends_sentence(line)) or not _is_name(named):
        return None
    before = line[: found.start].lower()
    return Publication(found.day, _longest_part(rest), any(word in before for word in _words("later_words")))


def is_page_line(line: str) -> bool:
    """Whether a short line is a section name, a row of buttons, or a label with its list of words."""
    if len(line) > 300 or ends_sentence(line):
        return False
    lowered = line.lower()
    label, colon, _ = lowered.partition(":")
    if colon and label.strip() in _words("labels"):
        return True
    return lowered.strip() in _words("sections") or is_button(line)


def is_button(line: str) -> bool:
    """Whether a line holds nothing but words of buttons, counters and clocks."""
    if len(line) > 120:
        return False
    words = re.findall(r"[^\W\d_][\w-]*|&", _TIME.sub(" ", line.lower().replace("a.m", "am").replace("p.m", "pm")))
    return all(word in _words("buttons") or word in _date_words() for word in words)


def _take_byline(line: str, head: Head) -> bool:
    """Reads "By Jane Roe, The Daily" into ``head``; false where the line is no byline."""
    lowered = line.lower()
    opener = next((word for word in _words("byline_openers") if lowered.startswith(word + " ")), None)
    if opener is None or len(line) > 200:
        return False
    found = find_date(line)
    named = line[len(opener) : found.start if found else None].strip(" ,|·•-–—")
    cuts = [at for end in _words("byline_ends") if (at := named.find(end)) > 0]
    who, rest = (named[: min(cuts)], named[min(cuts) :]) if cuts else (named, "")
    parts = [part.strip() for part in who.split(",") if part.strip()]
    listed = len(parts) > 1 and " and " in parts[-1]
    name, others = (", ".join(parts), []) if listed else (parts[0] if parts else "", parts[1:])
    for agency in _words("agencies"):
        if name.endswith(" " + agency) and name.lower() != f"the {agency}".lower():
            name, others = name[: -len(agency)].strip(), [*others, agency]
    tokens = _WORD.findall(name)
    if not tokens or len(tokens) > 16 or not tokens[0][0].isupper() or not _is_name(tokens):
        return False
    if tokens[0].lower() in _date_words() or (ends_sentence(line) and len(line.split()) > 8):
        return False
    head.byline = head.byline or name
    others += [part.strip(" ,|·•-–—") for part in re.split(r"[,|·•]", rest)]
    outlets = [part for part in others if part in _words("agencies") or _is_outlet(part)]
    if not outlets and found:
        outlets = [part for part in others if part]
    if outlets:
        head.publisher = head.publisher or outlets[-1]
    if found:
        head.published = head.published or found.day
    return True


def _take_dateline(paragraph: str, head: Head) -> None:
    """Reads "LONDON, March 3, 2019 (Reuters) -" into ``head``; an agency that is in no list needs the date and dash."""
    match = _DATELINE.match(paragraph)
    if match is None:
        return
    found = find_date(match[1])
    dated = found is not None and not match[1][found.end :].strip() and match[3] and _is_name(_WORD.findall(match[2]))
    if dated or match[2].strip() in _words("agencies"):
        head.publisher = head.publisher or match[2].strip()
        head.published = head.published or (found.day if found else None)


def _take_bare_names(text: str, spans: Sequence[Span], head: Head, titles: list[int], dated: list[int]) -> None:
    """Names alone on the lines beside the date: of two or three words the writer's, otherwise the publisher's."""
    for index in titles[1:]:
        words = text[slice(*spans[index])].split()
        beside = index - 1 in dated or index + 1 in dated
        if (
            not beside
            or not 2 <= len(words) <= 5
            or not all(word[0].isupper() and word[-1].isalnum() for word in words)
        ):
            continue
        if head.byline is None and len(words) <= 3 and words[0].lower() not in _words("particles"):
            head.byline = " ".join(words)
        elif head.publisher is None:
            head.publisher = " ".join(words)
        else:
            continue
        head.kinds[index] = "furniture"
        titles.remove(index)


def _is_title(line: str, *, first: bool) -> bool:
    """Whether a line of the head can be a title: short, and no sentence that stops with a full stop."""
    if len(line) > 400 or len(line.split()) > LONGEST_TITLE or line.endswith((":", ",", ";")):
        return False
    if not ends_sentence(line):
        return True
    abbreviated = re.search(r"\b[A-Z]\.[A-Z]\.$", line) is not None
    if not first:
        return abbreviated and len(line.split()) <= 4
    long = [word for word in _WORD.findall(line) if len(word) >= 4]
    in_capitals = len(long) >= 4 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
    return line.endswith(("?", "!")) or abbreviated or in_capitals


def _is_outlet(name: str) -> bool:
    return any(word in _words("outlet_words") for word in name.lower().split())


def _is_name(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word in _words("particles") for word in words)


def _longest_part(rest: str) -> str | None:
    """The part between separators that is a name and not a word that goes with dates."""
    named = []
    openers = _words("byline_openers")
    for part in re.split(r"[,|·•:;()\[\]]|[-–—](?=\s)|\s[-–—]", rest):
        words = part.split()
        while words and words[0].lower().strip(".") in _date_words():
            del words[0]
        while words and (words[-1].lower().strip(".") in _date_words() or words[-1].isdigit()):
            del words[-1]
        if words and any(word[0].isupper() for word in words) and words[0].lower() not in openers:
            named.append(" ".join(words))
    return max(named, key=len, default=None)


@cache
def _words(section: str) -> Any:
    words = resources.word_table("articles/data/head.yaml")[section]
    return tuple(words) if section in {"byline_openers", "byline_ends", "later_words", "agencies"} else frozenset(words)


@cache
def _date_words() -> frozenset[str]:
    return frozenset(_words("date_words"))
