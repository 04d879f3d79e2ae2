"""Words as they are compared: without case, accents, endings and the little words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck.models import Assertion, Money, Percent, Quantity
from factcheck.resources import word_table
from factcheck.spelling import fold

_DATA = "compare/data/words.yaml"
STEM = 6
"""Letters of a word that are compared: "Venezuela" and "Venezuelan", "arrive" and "arrival" are one."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order, in lower case and without accents."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The content words of a text without a plural's s, cut to ``STEM`` letters; numbers whole."""
    return frozenset(_stem(word) for word in words(text) if word not in _little_words() and len(word) > 1)


def _stem(word: str) -> str:
    single = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    return str(word_table(_DATA)["same"].get(single, single))[:STEM]


def key(name: str) -> str:
    """A name for comparing: words only, no article in front."""
    found = words(name)
    return " ".join(found[1:] if found[:1] in (["the"], ["a"], ["an"]) else found)


def comes_on_top(assertion: Assertion) -> bool:
    """Whether its figure is a part that comes on top of another, as in "five more bodies", and not the whole."""
    value = assertion.value
    if not isinstance(value, Quantity | Money | Percent):
        return False
    hedge = words(value.hedge or "")
    return any(word in _table()["more"] and word not in hedge for word in words(assertion.text))


def side(assertion: Assertion) -> str:
    """For which side a figure stands: "against" of "three voted against"; empty where it says none."""
    sides = word_table(_DATA)["sides"]
    return next((str(sides[word]) for word in reversed(words(assertion.text)) if word in sides), "")


def runs_on(kind: str) -> bool:
    """Whether figures of this type go on changing while an event lasts."""
    return kind in _table()["running"]


def counted(noun: str) -> str:
    """The word that says what is counted, as it is compared: "hospital" of "public hospitals"."""
    return _stem(words(noun)[-1]) if words(noun) else ""


def measures_anything(kind: str) -> bool:
    """Whether a type says how a figure is measured and not of what it is: the words around it have to."""
    return kind in _table()["measuring"]


def only_rises(kind: str) -> bool:
    """Whether a figure of this type, while it goes on changing, never falls."""
    return kind in _table()["rising"]


@cache
def of_figures() -> frozenset[str]:
    """The words of figures, "per cent" and "million", as they are compared."""
    return frozenset(map(_stem, _table()["amounts"]))


def of_anybody(noun: str | None) -> bool:
    """Whether a counted noun stands for people of any kind."""
    return not _table()["people"].isdisjoint(words(noun or "")[-1:])


def written_out(found: Sequence[str]) -> list[str]:
    """Words with the short ones, the "s" of "it's" and the "t" of "won't", written out."""
    table = word_table(_DATA)
    out: list[str] = []
    for word in found:
        if word == "t" and out:
            out[-1] = table["negated"].get(out[-1], out[-1])
        out += table["short"].get(word, word).split()
    return out


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in word_table(_DATA).items()}


@cache
def _little_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)
