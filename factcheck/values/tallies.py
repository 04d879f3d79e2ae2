"""Tallies: two numbers that count the votes for and against, in whatever form a text sets them.

A score, a page range or a span of years is none: two bare numbers need a word of voting beside them, and no word of
sport.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cache

from factcheck import resources
from factcheck.models import Vote
from factcheck.values.lexemes import Lexemes
from factcheck.values.vote_words import STOPS, Part, by_first_word, phrase_at, words

_VERB_REACH = 12  # words before a tally
_BESIDE_REACH = 3  # words after it
_TOLD = ("by", "of", ":", "votes")
_JOINTS = ("-", "–", "—", "to")
_MOST = 20_000  # no body that votes has more members


def find(text: Lexemes) -> list[Part]:
    """Every pair of numbers that counts votes."""
    stops = [-1, *(index for index, word in enumerate(text.words) if _ends_sentence(text, index, word))]
    found = []
    index = 0
    while index < len(text):
        part = None
        if _number(text, index) is not None:
            part = _by_sides(text, index) or _by_joint(text, index, stops)
        elif length := phrase_at(text, index, _sides("yeas")):
            part = _by_labels(text, index, length)
        if part is not None:
            part = _with_abstentions(text, part)
            found.append(part)
        index = part.last if part is not None else index + 1
    return found


def _ends_sentence(text: Lexemes, index: int, word: str) -> bool:
    if word not in STOPS:
        return False
    if word != ".":
        return True
    if index and text.words[index - 1] in words("abbreviations"):
        return False
    return index + 1 == len(text) or not text.shapes[index + 1][0].islower()


def _by_sides(text: Lexemes, index: int) -> Part | None:
    """Reads "291 ayes to 137 noes", "13 in favour, none against" or "63 senators voted yes and 37 no"."""
    yeas = _number(text, index)
    at = _skip(text, index + 1, "counted", 3)
    length = phrase_at(text, at, _sides("yeas"))
    if not length:
        return None
    side = text.words[at]
    at += length
    if side == "for":  # "voted for the bill and 49 against"
        at = next((ahead for ahead in range(at, min(at + 6, len(text))) if _number(text, ahead) is not None), at)
    at = _skip(text, at, "links", 4)
    nays = _number(text, at)
    if nays is None:
        return None
    at = _skip(text, at + 1, "counted", 3)
    length = phrase_at(text, at, _sides("nays"))
    if not length or (side == "for" and text.words[at] != "against"):
        return None
    return Part(index, at + length, Vote(method=None, yeas=yeas, nays=nays))


def _by_labels(text: Lexemes, index: int, length: int) -> Part | None:
    """Reads "Yeas 240, nays 181" or "Ayes: 5; Noes: 3"; ``length`` is that of the first label."""
    at = _skip(text, index + length, "label_joints", 1)
    yeas = _number(text, at)
    if yeas is None or text.words[index] == "for":
        return None
    at = _skip(text, at + 1, "links", 2)
    length = phrase_at(text, at, _sides("nays"))
    if not length:
        return None
    at = _skip(text, at + length, "label_joints", 1)
    nays = _number(text, at)
    return None if nays is None else Part(index, at + 1, Vote(method=None, yeas=yeas, nays=nays))


def _by_joint(text: Lexemes, index: int, stops: list[int]) -> Part | None:
    """Reads "63-37", "354 to 58" or "52 votes to 48" beside a word of voting."""
    joint = index + 1 + (text.words[index + 1] in ("votes", "vote"))
    last = joint + 1
    if text.words[joint : joint + 3] == ["-", "to", "-"]:  # "4-to-3"
        last = joint + 3
    if text.words[joint] not in _JOINTS:
        return None
    yeas, nays = _number(text, index), _number(text, last)
    if yeas is None or nays is None or (_is_year(yeas) and _is_year(nays)) or _counts_else(text, index, last):
        return None
    word = _voting_word(text, index, joint, last, sentence=stops[bisect_right(stops, index) - 1] + 1)
    if word is None:
        return None
    voted_down = word in words("rejections") and yeas > nays
    reason = "voted down: the first number may be the noes" if voted_down else None
    return Part(index, last + 1, Vote(method=None, yeas=yeas, nays=nays, reason=reason))


def _counts_else(text: Lexemes, index: int, last: int) -> bool:
    """Whether a pair of numbers has a unit, is part of a longer word, or counts the days of a month."""
    before = text.words[index - 1] if index else ""
    if (text.touches(index) and before not in ("(", "[", ":", "“", '"', "—")) or text.words[last + 1] in words("units"):
        return True
    month = text.words[index - 2] if before == "." and index > 1 else before
    compound = text.words[last + 1] == "-" and _number(text, last + 2) is None and not _beside(text, last)
    return compound or month in words("months")


def _voting_word(text: Lexemes, index: int, joint: int, last: int, *, sentence: int) -> str | None:
    """The word that makes a tally of the numbers at ``index`` and ``last``, or ``None``. Theirs is ``sentence`` on."""
    before = text.words[max(sentence, index - _VERB_REACH) : index]
    after = text.words[last + 1 : last + 1 + _BESIDE_REACH]
    between = text.words[index + 1 : joint]  # "52 votes to 48"
    noun = next((word for word in (*between, *after, *reversed(before)) if word in words("beside")), None)
    if noun is None and any(word in words("scores") for word in (*before, *after)):
        return None
    if before and before[-1] in ("from", "between"):
        return None
    if text.words[joint] == "to" and not _beside(text, last) and not _reads_on(text, index, last):
        return None
    verb = next((word for word in reversed(before) if word in words("before")), None)
    weak = next((word for word in reversed(before) if word in words("before_weak")), None)
    if verb is None and weak and any(word in words("matters") for word in text.words[sentence : last + _VERB_REACH]):
        verb = weak
    if verb is None and sentence >= 2 and index == sentence and text.words[sentence - 2] in words("beside"):
        return "vote"  # "by Yea-Nay Vote. 84 - 13."
    return verb or noun


def _reads_on(text: Lexemes, index: int, last: int) -> bool:
    """Whether "5 to 4" has a word of voting right before it, and after it nothing that it could count."""
    told = any(
        word in _TOLD or word in words("before") or word in words("beside")
        for word in text.words[max(0, index - 3) : last]
    )
    follows = text.words[last + 1]
    if index > 1 and text.words[index - 1] == "of" and text.words[index - 2] in words("beside"):
        return True
    return told and (not follows.isalpha() or text.shapes[last + 1][0].isupper() or follows in words("links_after"))


def _beside(text: Lexemes, last: int) -> bool:
    return any(word in words("beside") for word in text.words[last + 1 : last + 1 + _BESIDE_REACH])


def _with_abstentions(text: Lexemes, part: Part) -> Part:
    """``part`` with the abstentions that follow it: "63-37-2", "with two abstentions"."""
    at = part.last
    if at + 1 < len(text) and text.words[at] in ("-", "–") and text.words[at - 2] == text.words[at]:
        count = _number(text, at + 1)
        if count is not None:
            return replace(part, last=at + 2, vote=replace(part.vote, abstentions=count))
    for index in range(at, min(at + 7, len(text))):
        if text.words[index] in STOPS:
            break
        count = _number(text, index)
        if count is None:
            continue
        end = _skip(text, index + 1, "counted", 2)
        length = phrase_at(text, end, _sides("abstentions"))
        if length:
            return replace(part, last=end + length, vote=replace(part.vote, abstentions=count))
    return part


def _skip(text: Lexemes, at: int, section: str, most: int) -> int:
    """The index after up to ``most`` lexemes from ``at`` that are words of ``section``."""
    end = at
    while end < len(text) - 1 and end - at < most and text.words[end] in words(section):
        end += 1
    return end


def _number(text: Lexemes, index: int) -> int | None:
    """The whole number at lexeme ``index``, in figures or as a single word; ``None`` if there is none."""
    if index >= len(text):
        return None
    word = text.words[index]
    if word[:1].isdigit():
        figures = word.replace(",", "")
        return int(figures) if figures.isdecimal() and len(figures) <= 6 and int(figures) <= _MOST else None
    return _number_words().get(word)


def _is_year(number: int) -> bool:
    return 1800 <= number <= 2100


@cache
def _number_words() -> dict[str, int]:
    numbers = resources.word_table("values/data/numbers.yaml")
    return {"no": 0, "none": 0, **numbers["units"], **numbers["tens"]}


@cache
def _sides(section: str) -> dict[str, list[tuple[str, ...]]]:
    return by_first_word(resources.word_table("values/data/votes.yaml")[section])
