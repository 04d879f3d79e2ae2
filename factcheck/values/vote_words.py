"""The words of voting, as ``data/votes.yaml`` lists them, and where a text has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck import resources
from factcheck.models import Vote
from factcheck.values.lexemes import Lexemes

STOPS = (".", "!", "?", "\n", "\n\n")


@dataclass(frozen=True, slots=True)
class Part:
    """A method or tally, from lexeme ``first`` up to lexeme ``last``, not included."""

    first: int
    last: int
    vote: Vote


def phrase_at(text: Lexemes, index: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
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


@cache
def words(section: str) -> frozenset[str]:
    """A list of ``votes.yaml`` for looking up."""
    return frozenset(map(str, resources.word_table("values/data/votes.yaml")[section]))


def by_first_word(phrases: Any) -> dict[str, list[tuple[str, ...]]]:
    """Phrases cut into words, longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return found
