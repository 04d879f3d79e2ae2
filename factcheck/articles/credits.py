"""Captions: what stands under a picture, known by the credit that goes with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck import resources
from factcheck.articles.paragraphs import Span, ends_sentence
from factcheck.spans import Spans

LONGEST_CAPTION = 80  # words
LONGEST_CREDIT = 14  # words

_LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]\.?$")


def is_caption(text: str, spans: Sequence[Span], images: Spans, index: int, *, in_head: bool) -> bool:
    """Whether paragraph ``index`` is a picture's caption or credit.

    The words above a credit line are its caption where they are in the block of the credit, or, before the
    article has begun, in the block above it.
    """
    start, end = spans[index]
    if images.holds(start) and images.holds(end - 1):
        return True
    words = text[start:end]
    if len(words.split()) > LONGEST_CAPTION:
        return False
    if has_credit(words):
        return True
    if index + 1 == len(spans):
        return False
    below = spans[index + 1]
    return (in_head or below[0] == end + 1) and index > 0 and is_credit(text[slice(*below)])


def has_credit(paragraph: str) -> bool:
    """Whether a paragraph is a credit, ends with one, or begins as captions do."""
    lowered = paragraph[:120].lower()
    if lowered.startswith(tuple(sorted(_words("caption_starts")))):
        return True
    if lowered.startswith("in this ") and any(f" {picture}" in lowered for picture in _words("pictures")):
        return True
    bracket = _LAST_BRACKET.search(paragraph[-200:])
    if bracket and _credits(bracket[1], bracketed=True):
        return True
    label, colon, name = paragraph[-120:].rpartition(":")
    labelled = colon and label.lower().rstrip().endswith(_openings(" ", after=False)) and 0 < len(name.split()) <= 8
    if labelled and not ends_sentence(name):
        return True
    return is_credit(paragraph) or is_credit(paragraph.rpartition(". ")[2])


def is_credit(paragraph: str) -> bool:
    """Whether a paragraph is a credit and nothing else: "(Jane Roe / Agency)", "File photo", "Photo by Jane Roe"."""
    if len(paragraph.split()) > LONGEST_CREDIT:
        return False
    bare = paragraph.strip("© ")
    bracketed = bare[:1] in "([" and bare[-1:] in ")]"
    return _credits(bare.strip("()[]"), bracketed=bracketed)


def _credits(words: str, *, bracketed: bool) -> bool:
    lowered = words.lower().strip(" .:|")
    if lowered in _words("credit_starts"):
        return True
    parts = [part.strip(" .") for part in re.split(r"[/|,]| via " if bracketed else r"[/|]", lowered)]
    if len(parts) > 1 and any(part in _words("credit_agencies") for part in parts):
        return len(words.split()) <= LONGEST_CREDIT and ". " not in words
    if bracketed and "/" in words and _is_name_and_outlet(words):
        return True
    return lowered.startswith(
        _openings(":", " by ", " ") if bracketed and words[:1].isupper() else _openings(":", " by ")
    )


def _is_name_and_outlet(words: str) -> bool:
    """Whether brackets hold names on both sides of a stroke: "(J. Roe / Harbour Review)"."""
    named = [part.split() for part in words.split("/")]
    capitalised = all(part and all(word[0].isupper() for word in part) for part in named)
    return capitalised and len(named[0]) > 1 and len(words.split()) <= LONGEST_CREDIT


@cache
def _openings(*joints: str, after: bool = True) -> tuple[str, ...]:
    """What a credit starts with, each with a joint after it, or before it."""
    starts = sorted(_words("credit_starts"))
    return tuple(start + joint if after else joint + start for start in starts for joint in joints)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(resources.word_table("articles/data/furniture.yaml")[section])
