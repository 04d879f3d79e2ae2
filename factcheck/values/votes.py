"""Votes: how a body voted, and by how many.

A method ("by voice vote") and a tally ("63-37") that stand together are one vote. A method that was only demanded,
or not used, is none; nor is a score, a page range or a span of years a tally: two numbers need a word of voting
beside them, and no word of sport.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Doc

from factcheck import resources
from factcheck.models import Mention, Vote
from factcheck.values.lexemes import Lexemes

_DEMAND_REACH = 5  # words before a method
_UNDONE_REACH = 4  # words after it
_VERB_REACH = 12  # words before a tally
_BESIDE_REACH = 3  # words after it
_JOIN_REACH = 6  # words between a method and its tally
_TOLD = ("by", "of", ":", "votes")
_JOINTS = ("-", "–", "—", "to")
_STOPS = (".", "!", "?", "\n", "\n\n")
_MOST = 20_000  # no body that votes has more members


@dataclass(frozen=True, slots=True)
class _Part:
    """A method or tally, from lexeme ``first`` up to lexeme ``last``, not included."""

    first: int
    last: int
    vote: Vote


def find(doc: Doc) -> list[Mention]:
    """The votes that ``doc`` reports: mentions of kind ``vote``, in order, without overlap.

    ``Vote.method`` is a canonical name of ``data/votes.yaml``, ``None`` for a bare tally; ``yeas`` is the number that
    the text gives first where it does not name the sides.
    """
    text = Lexemes(doc.text)
    parts = sorted([*_tallies(text), *_methods(text)], key=lambda part: part.first)
    votes = _joined(text, parts)
    return [Mention("vote", text.starts[part.first], text.ends[part.last - 1], part.vote) for part in votes]


def _methods(text: Lexemes) -> list[_Part]:
    """Every method that was used."""
    names, phrases = _method_phrases()
    found = []
    index = 0
    while index < len(text):
        length = _phrase(text, index, phrases)
        if not length:
            index += 1
            continue
        words = " ".join(_spoken(text, index, index + length))
        if _was_used(text, index, index + length) and not _is_capitalised_name(text, index, index + length, words):
            found.append(_Part(index, index + length, Vote(method=names[words])))
        index += length
    return found


def _phrase(text: Lexemes, index: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
    """The length in lexemes of the longest phrase at ``index``, hyphens of the text counted in; 0 for none."""
    for phrase in phrases.get(text.words[index], ()):
        at = index
        for word in phrase:
            if at > index and at < len(text) and text.words[at] == "-":
                at += 1
            if at >= len(text) or text.words[at] != word:
                break
            at += 1
        else:
            return at - index
    return 0


def _spoken(text: Lexemes, first: int, last: int) -> list[str]:
    return [word for word in text.words[first:last] if word != "-"]


def _was_used(text: Lexemes, first: int, last: int) -> bool:
    """Whether a method was used, rather than asked for, refused or done without."""
    for index in range(first - 1, max(-1, first - 1 - _DEMAND_REACH), -1):
        word = text.words[index]
        if word in _words("clause_ends") or word in _STOPS:
            break
        if word in _words("demands") or word in _words("negatives"):
            return False
    passive = False
    for word in text.words[last : last + _UNDONE_REACH]:
        if word in _words("undone"):
            return not passive
        if word not in _words("undone_before"):
            break
        passive = True
    return True


def _is_capitalised_name(text: Lexemes, first: int, last: int, words: str) -> bool:
    """Whether the words are a newspaper's or a bill's name: "told Roll Call"."""
    return words in _words("capitalised_names") and all(shape[0].isupper() for shape in text.shapes[first:last])


def _tallies(text: Lexemes) -> list[_Part]:
    """Every pair of numbers that counts votes."""
    stops = [-1, *(index for index, word in enumerate(text.words) if _ends_sentence(text, index, word))]
    found = []
    index = 0
    while index < len(text):
        part = None
        if _number(text, index) is not None:
            part = _by_sides(text, index) or _by_joint(text, index, stops)
        elif length := _phrase(text, index, _sides("yeas")):
            part = _by_labels(text, index, length)
        if part is not None:
            part = _with_abstentions(text, part)
            found.append(part)
        index = part.last if part is not None else index + 1
    return found


def _ends_sentence(text: Lexemes, index: int, word: str) -> bool:
    if word not in _STOPS:
        return False
    after = text.shapes[index + 1] if index + 1 < len(text) else ""
    return word != "." or not after or not after[0].islower()


def _by_sides(text: Lexemes, index: int) -> _Part | None:
    """Reads "291 ayes to 137 noes", "13 in favour, none against" or "63 senators voted yes and 37 no"."""
    yeas = _number(text, index)
    at = _skip(text, index + 1, "counted", 3)
    length = _phrase(text, at, _sides("yeas"))
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
    length = _phrase(text, at, _sides("nays"))
    if not length or (side == "for" and text.words[at] != "against"):
        return None
    return _Part(index, at + length, Vote(method=None, yeas=yeas, nays=nays))


def _by_labels(text: Lexemes, index: int, length: int) -> _Part | None:
    """Reads "Yeas 240, nays 181" or "Ayes: 5; Noes: 3"; ``length`` is that of the first label."""
    at = _skip(text, index + length, "label_joints", 1)
    yeas = _number(text, at)
    if yeas is None or text.words[index] == "for":
        return None
    at = _skip(text, at + 1, "links", 2)
    length = _phrase(text, at, _sides("nays"))
    if not length:
        return None
    at = _skip(text, at + length, "label_joints", 1)
    nays = _number(text, at)
    return None if nays is None else _Part(index, at + 1, Vote(method=None, yeas=yeas, nays=nays))


def _by_joint(text: Lexemes, index: int, stops: list[int]) -> _Part | None:
    """Reads "63-37", "354 to 58" or "52 votes to 48" beside a word of voting."""
    joint = index + 1 + (text.words[index + 1] in ("votes", "vote"))
    last = joint + 1
    if text.words[joint] not in _JOINTS:
        return None
    yeas, nays = _number(text, index), _number(text, last)
    if yeas is None or nays is None or (_is_year(yeas) and _is_year(nays)) or _counts_else(text, index, last):
        return None
    word = _voting_word(text, index, joint, sentence=stops[bisect_right(stops, index) - 1] + 1)
    if word is None:
        return None
    voted_down = word in _words("rejections") and yeas > nays
    reason = "voted down: the first number may be the noes" if voted_down else None
    return _Part(index, last + 1, Vote(method=None, yeas=yeas, nays=nays, reason=reason))


def _counts_else(text: Lexemes, index: int, last: int) -> bool:
    """Whether a pair of numbers has a unit, is part of a longer word, or counts the days of a month."""
    before = text.words[index - 1] if index else ""
    if (text.touches(index) and before not in ("(", "[", ":", "“", '"', "—")) or text.words[last + 1] in _words(
        "units"
    ):
        return True
    month = text.words[index - 2] if before == "." and index > 1 else before
    compound = text.words[last + 1] == "-" and _number(text, last + 2) is None and not _beside(text, last)
    return compound or month in _words("months")


def _voting_word(text: Lexemes, index: int, joint: int, *, sentence: int) -> str | None:
    """The word that makes the numbers around ``joint`` a tally, or ``None``. The sentence starts at ``sentence``."""
    last = joint + 1
    before = text.words[max(sentence, index - _VERB_REACH) : index]
    after = text.words[last + 1 : last + 1 + _BESIDE_REACH]
    between = text.words[index + 1 : joint]  # "52 votes to 48"
    noun = next((word for word in (*between, *after, *reversed(before)) if word in _words("beside")), None)
    if noun is None and any(word in _words("scores") for word in (*before, *after)):
        return None
    if before and before[-1] in ("from", "between"):
        return None
    if text.words[joint] == "to" and not _beside(text, last) and not _reads_on(text, index, last):
        return None
    verb = next((word for word in reversed(before) if word in _words("before")), None)
    weak = next((word for word in reversed(before) if word in _words("before_weak")), None)
    if verb is None and weak and any(word in _words("matters") for word in text.words[sentence : last + _VERB_REACH]):
        verb = weak
    if verb is None and sentence >= 2 and index == sentence and text.words[sentence - 2] in _words("beside"):
        return "vote"  # "by Yea-Nay Vote. 84 - 13."
    return verb or noun


def _reads_on(text: Lexemes, index: int, last: int) -> bool:
    """Whether "5 to 4" has a word of voting right before it, and after it nothing that it could count."""
    told = any(
        word in _TOLD or word in _words("before") or word in _words("beside")
        for word in text.words[max(0, index - 3) : last]
    )
    follows = text.words[last + 1]
    return told and (not follows.isalpha() or text.shapes[last + 1][0].isupper() or follows in _words("links_after"))


def _beside(text: Lexemes, last: int) -> bool:
    return any(word in _words("beside") for word in text.words[last + 1 : last + 1 + _BESIDE_REACH])


def _with_abstentions(text: Lexemes, part: _Part) -> _Part:
    """``part`` with the abstentions that follow it: "63-37-2", "with two abstentions"."""
    at = part.last
    if at + 1 < len(text) and text.words[at] in ("-", "–") and text.words[at - 2] == text.words[at]:
        count = _number(text, at + 1)
        if count is not None:
            return replace(part, last=at + 2, vote=replace(part.vote, abstentions=count))
    for index in range(at, min(at + 7, len(text))):
        if text.words[index] in _STOPS:
            break
        count = _number(text, index)
        if count is None:
            continue
        end = _skip(text, index + 1, "counted", 2)
        length = _phrase(text, end, _sides("abstentions"))
        if length:
            return replace(part, last=end + length, vote=replace(part.vote, abstentions=count))
    return part


def _joined(text: Lexemes, parts: list[_Part]) -> list[_Part]:
    """Methods and tallies that stand together made one, and a method said twice of one vote."""
    votes: list[_Part] = []
    for part in parts:
        before = votes[-1] if votes else None
        if before is not None and part.first < before.last:
            continue
        if before is not None and part.first - before.last <= _JOIN_REACH and not _parted(text, before, part):
            same = part.vote.method is None or before.vote.method in (None, part.vote.method)
            once = before.vote.yeas is None or part.vote.yeas is None
            if same and once:
                numbers = before.vote if before.vote.yeas is not None else part.vote
                method = before.vote.method or part.vote.method
                votes[-1] = _Part(before.first, part.last, replace(numbers, method=method))
                continue
        votes.append(part)
    return votes


def _parted(text: Lexemes, before: _Part, part: _Part) -> bool:
    """Whether a sentence ends between two parts; a stop right after a method in front of its numbers does not count."""
    between = text.words[before.last : part.first]
    if len(between) == 1 and before.vote.method and part.vote.yeas is not None:
        return between[0] in ("\n\n", "\n")
    return any(word in _STOPS or word in (";", "and", "but") for word in between)


def _skip(text: Lexemes, at: int, section: str, most: int) -> int:
    """The index after up to ``most`` lexemes from ``at`` that are words of ``section``."""
    end = at
    while end < len(text) - 1 and end - at < most and text.words[end] in _words(section):
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
def _words(section: str) -> frozenset[str]:
    return frozenset(map(str, resources.word_table("values/data/votes.yaml")[section]))


@cache
def _sides(section: str) -> dict[str, list[tuple[str, ...]]]:
    return _by_first_word(resources.word_table("values/data/votes.yaml")[section])


@cache
def _method_phrases() -> tuple[dict[str, str], dict[str, list[tuple[str, ...]]]]:
    """The method that each phrase names, and the phrases by their first word."""
    table: dict[str, list[str]] = resources.word_table("values/data/votes.yaml")["methods"]
    names = {phrase: method for method, phrases in table.items() for phrase in phrases}
    return names, _by_first_word(names)


def _by_first_word(phrases: Any) -> dict[str, list[tuple[str, ...]]]:
    """Phrases cut into words, longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found
