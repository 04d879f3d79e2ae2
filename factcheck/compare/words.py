"""Words as they are compared: without case, accents, endings and the little words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

STEM = 6
"""Letters of a word that are compared: "Venezuela" and "Venezuelan", "arrive" and "arrival" are one."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order, in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to ``STEM`` letters; numbers whole."""
    return frozenset(word[:STEM] for word in words(text) if word not in _little_words() and len(word) > 1)


def key(name: str) -> str:
    """A name for comparing: words only, no article in front."""
    found = words(name)
    return " ".join(found[1:] if found[:1] in (["the"], ["a"], ["an"]) else found)


@cache
def _little_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)
