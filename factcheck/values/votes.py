"""Votes: how a body voted, and by how many.

A method ("by voice vote") and a tally ("63-37") that stand together are one vote. A method that was only demanded,
or not used, is none.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from factcheck import resources
from factcheck.models import Mention, Vote
from factcheck.values import tallies
from factcheck.values.lexemes import Lexemes
from factcheck.values.vote_words import STOPS, Part, by_first_word, phrase_at, words

_DEMAND_REACH = 5  # words before a method
_UNDONE_REACH = 4  # words after it
_JOIN_REACH = 9  # words between a method and its tally


def find(doc: Doc) -> list[Mention]:
    """The votes that ``doc`` reports: mentions of kind ``vote``, in order, without overlap.

    ``Vote.method`` is a canonical name of ``data/votes.yaml``, ``None`` for a bare tally; ``yeas`` is the number that
    the text gives first where it does not name the sides.
    """
    text = Lexemes(doc.text)
    parts = sorted([*tallies.find(text), *_methods(text)], key=lambda part: part.first)
    votes = _joined(text, parts)
    return [Mention("vote", text.starts[part.first], text.ends[part.last - 1], part.vote) for part in votes]


def _methods(text: Lexemes) -> list[Part]:
    """Every method that was used."""
    names, phrases = _method_phrases()
    found = []
    index = 0
    while index < len(text):
        length = phrase_at(text, index, phrases)
        if not length:
            index += 1
            continue
        spoken = " ".join(word for word in text.words[index : index + length] if word != "-")
        if _was_used(text, index, index + length) and not _is_name(text, index, index + length, spoken):
            found.append(Part(index, index + length, Vote(method=names[spoken])))
        index += length
    return found


def _was_used(text: Lexemes, first: int, last: int) -> bool:
    """Whether a method was used, rather than asked for, refused or done without."""
    for index in range(first - 1, max(-1, first - 1 - _DEMAND_REACH), -1):
        word = text.words[index]
        if word in words("clause_ends") or word in STOPS:
            break
        if word in words("demands") or word in words("negatives"):
            return False
    passive = False
    for word in text.words[last : last + _UNDONE_REACH]:
        if word in words("undone"):
            return not passive
        if word not in words("undone_before"):
            break
        passive = True
    return True


def _is_name(text: Lexemes, first: int, last: int, spoken: str) -> bool:
    """Whether the words are a newspaper's or a bill's name: "told Roll Call"."""
    return spoken in words("capitalised_names") and all(shape[0].isupper() for shape in text.shapes[first:last])


def _joined(text: Lexemes, parts: list[Part]) -> list[Part]:
    """Methods and tallies that stand together made one, and a method said twice of one vote."""
    votes: list[Part] = []
    for part in parts:
        before = votes[-1] if votes else None
        if before is not None and part.first < before.last:
            continue
        if before is not None and part.first - before.last <= _JOIN_REACH and not _parted(text, before, part):
            same = part.vote.method is None or before.vote.method in (None, part.vote.method)
            once = before.vote.yeas is None or part.vote.yeas is None
            if same and once:
                counted = before if before.vote.yeas is not None else part
                method = before.vote.method or part.vote.method
                said_again = counted is before and before.vote.method is not None  # "(Roll no. 6)" after all is said
                last = before.last if said_again else part.last
                votes[-1] = Part(before.first, last, replace(counted.vote, method=method))
                continue
        votes.append(part)
    return votes


def _parted(text: Lexemes, before: Part, part: Part) -> bool:
    """Whether a sentence ends between two parts; a single stop does not, as in "by Yea-Nay Vote. 84 - 13"."""
    between = text.words[before.last : part.first]
    if len(between) == 1 and (part.vote.yeas is None or before.vote.yeas is None):
        return between[0] in ("\n\n", "\n")
    return any(word in STOPS or word in (";", "and", "but") for word in between)


@cache
def _method_phrases() -> tuple[dict[str, str], dict[str, list[tuple[str, ...]]]]:
    """The method that each phrase names, and the phrases by their first word."""
    table: dict[str, list[str]] = resources.word_table("values/data/votes.yaml")["methods"]
    names = {phrase: method for method, phrases in table.items() for phrase in phrases}
    return names, by_first_word(names)
