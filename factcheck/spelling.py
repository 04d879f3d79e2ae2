"""What two spellings of one name have in common, and names that are nearly spelled the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss", "’": "'"})


def fold(text: str) -> str:
    """The text without case and accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def spelled_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names, given as their parts, differ in one part only, and there in a letter or two.

    "Sergey Lavrov" and "Sergei Lavrov" do; so do no two names of a single part, and no initials.
    """
    if len(one) != len(other) or len(one) < 2:
        return False
    pairs = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(pairs) == 1 and word_alike(*pairs[0])


def word_alike(one: str, other: str) -> bool:
    """Whether two words are a letter apart that is no plural's, or two where only vowels or double letters differ."""
    if min(len(one.strip(".")), len(other.strip("."))) < 2 or one.removesuffix("s") == other.removesuffix("s"):
        return False
    apart = edits(one, other)
    return apart == 1 or (apart == 2 and min(len(one), len(other)) >= 6 and _consonants(one) == _consonants(other))


def _consonants(word: str) -> str:
    """The consonants of a word, double ones once."""
    found = [char for char in word if char not in "aeiouy"]
    return "".join(char for place, char in enumerate(found) if found[place - 1 : place] != [char])


def edits(one: str, other: str) -> int:
    """The Levenshtein distance of two short words."""
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        row, last = [i], row
        for j, theirs in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (mine != theirs)))
    return row[-1]
