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

    "Sergey Lavrov" and "Sergei Lavrov" do; so do no two names of a single part.
    """
    if len(one) != len(other) or len(one) < 2:
        return False
    pairs = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(pairs) == 1 and edits(*pairs[0]) <= (1 if min(map(len, pairs[0])) < 6 else 2)


def edits(one: str, other: str) -> int:
    """The Levenshtein distance of two short words."""
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        row, last = [i], row
        for j, theirs in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (mine != theirs)))
    return row[-1]
