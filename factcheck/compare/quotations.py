"""Whether two quotations say the same, and where they part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.compare.words import words, written_out
from factcheck.models import Relation
from factcheck.spelling import fold

_SIGNS = "\"'“”‘’«».,;:!?()[]…–—-"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def wordings(one: str, other: str) -> tuple[Relation, str]:
    """How two quotations relate, and in a few words why; symmetrical."""
    # In one order, so that the answer is the same both ways; without what an editor put in brackets.
    plain = [_BRACKETS.sub(" ", text) for text in (one, other)]
    if words(plain[0]) == words(plain[1]):
        return "agrees", "the words are the same"
    mine, theirs = sorted(map(_spoken, plain), key=lambda found: (len(found), found))
    keys, other_keys = ([word.key for word in found] for found in (mine, theirs))
    if keys == other_keys:
        return "compatible", "the words are the same but for short forms"
    if f" {' '.join(keys)} " in f" {' '.join(other_keys)} ":
        return "compatible", "one quotes more than the other"
    parts = SequenceMatcher(None, keys, other_keys, autojunk=False).get_opcodes()
    parts = [part for part in parts if part[0] != "equal"]
    inner = [part for part in parts if 0 < part[1] < len(mine)]
    _, a, b, c, d = (inner or parts)[0]
    while a and c and (_within_a_word(mine, a) or _within_a_word(theirs, c)):
        a, c = a - 1, c - 1
    while b < len(mine) and d < len(theirs) and (_within_a_word(mine, b) or _within_a_word(theirs, d)):
        b, d = b + 1, d + 1
    here, there = (_shown(found) or "nothing" for found in (mine[a:b], theirs[c:d]))
    return "differs", f"one has “{here}” where the other has “{there}”"


@dataclass(frozen=True, slots=True, order=True)
class _Word:
    """A word of a quotation as it is compared; ``shown`` is the ``at``-th word as it stands there, "it's" for "is"."""

    key: str
    shown: str
    at: int


def _spoken(text: str) -> list[_Word]:
    """The words that are spoken, short forms written out."""
    split = enumerate(text.split())
    return [_Word(key, fold(word).strip(_SIGNS), at) for at, word in split for key in written_out(words(word))]


def _within_a_word(found: list[_Word], place: int) -> bool:
    return 0 < place < len(found) and found[place - 1].at == found[place].at


def _shown(found: list[_Word]) -> str:
    return " ".join({word.at: word.shown for word in found}.values())
