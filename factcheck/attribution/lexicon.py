"""The words of attribution, from the data files."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from factcheck.resources import word_list, word_table

Frame = Literal["say", "state", "tell", "utter", "will", "bid", "judge", "accuse", "call"]
"""What a reporting verb takes; ``data/verbs.yaml`` says which is which."""

_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


@cache
def verbs() -> dict[str, tuple[str, frozenset[Frame]]]:
    """Every form of every reporting verb, in lower case: its base form and what it takes."""
    frames: dict[str, set[Frame]] = {}
    bases: dict[str, str] = {}
    table: dict[Frame, list[str]] = word_table("attribution/data/verbs.yaml")
    for frame, entries in table.items():
        for entry in entries:
            written = entry.split()
            for form in written if len(written) > 1 else inflect(written[0]):
                bases.setdefault(form, written[0])
                frames.setdefault(form, set()).add(frame)
    return {form: (bases[form], frozenset(frames[form])) for form in frames}


def inflect(verb: str) -> list[str]:
    """The regular forms of an English verb: base, third person, participle, past."""
    if _CONSONANT_Y.search(verb):
        return [verb, verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"]
    if verb.endswith("e"):
        return [verb, verb + "s", (verb if verb.endswith("ee") else verb[:-1]) + "ing", verb + "d"]
    return [verb, verb + ("es" if _SIBILANT.search(verb) else "s"), verb + "ing", verb + "ed"]


@cache
def grammar(group: str) -> frozenset[str]:
    """A group of closed-class words (``data/grammar.yaml``), in lower case."""
    words: list[str] = word_table("attribution/data/grammar.yaml")[group]
    return frozenset(words)


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/<name>.txt``, in lower case."""
    return frozenset(word.lower() for word in word_list(f"attribution/data/{name}.txt"))


@cache
def source_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases before a source (``data/sources.yaml``), by their first word."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in word_table("attribution/data/sources.yaml")["phrases"]:
        phrases.setdefault(phrase[0], []).append(tuple(phrase))
    return phrases
