"""The words of accusing and answering, from ``data/accusing.yaml`` and ``data/answering.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.attribution.lexicon import forms, inflect
from factcheck.resources import word_table

_GAP = 6
"""Words that "..." stands for at most."""


@dataclass(frozen=True, slots=True)
class Accusing:
    """What an accusing word wants beside it.

    ``before`` leads to who is accused ("on" of "blamed it on them"), ``None``: they are the object; ``reasons`` are
    words of which one has to follow them.
    """

    before: str | None = None
    reasons: frozenset[str] = frozenset()


@cache
def verbs() -> dict[str, list[Accusing]]:
    """Every form of every accusing verb."""
    table = word_table("attribution/data/accusing.yaml")
    found: dict[str, list[Accusing]] = {}
    for entry in table["verbs"]:
        base, *before = entry.split()
        for form in forms(base):
            found.setdefault(form, []).append(Accusing(*before))
    for entry in table["with_reason"]:
        base, *reasons = entry.split()
        for form in forms(base):
            found.setdefault(form, []).append(Accusing(reasons=frozenset(reasons)))
    return found


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Accusing nouns in both numbers, with the prepositions that lead to who is accused."""
    found: dict[str, frozenset[str]] = {}
    for entry in word_table("attribution/data/accusing.yaml")["nouns"]:
        noun, preposition = entry.split()
        for form in inflect(noun)[:2]:
            found[form] = found.get(form, frozenset()) | {preposition}
    return found


@cache
def misdeeds() -> dict[str, frozenset[str]]:
    """Every form of the verbs for what is held against somebody, with the words one of which has to follow."""
    found: dict[str, frozenset[str]] = {}
    alone: set[str] = set()
    for entry in word_table("attribution/data/accusing.yaml")["misdeeds"]:
        base, *following = entry.split()
        for form in forms(base):
            found[form] = found.get(form, frozenset()).union(following)
            if not following:
                alone.add(form)
    return found | dict.fromkeys(alone, frozenset())


@cache
def words(group: str) -> frozenset[str]:
    """A plain group of either file."""
    table = word_table("attribution/data/accusing.yaml") | word_table("attribution/data/answering.yaml")
    return frozenset(table[group])


@cache
def every() -> frozenset[str]:
    """Every word at which somebody may be accused."""
    plain = words("drawn") | words("under") | words("faults")
    return plain.union(verbs(), nouns(), misdeeds())


@cache
def drawing() -> frozenset[str]:
    """Every form of the verbs with which somebody comes by criticism: "drew criticism"."""
    return frozenset(form for base in words("drawing") for form in forms(base))


@cache
def answering() -> frozenset[str]:
    """Every form of the verbs, and the nouns, with which somebody answers."""
    table = word_table("attribution/data/answering.yaml")
    return frozenset(form for verb in table["verbs"] for form in forms(verb)).union(table["nouns"])


@cache
def clauses() -> frozenset[str]:
    """Every form of the verbs and nouns whose clause accuses its subject."""
    bases = word_table("attribution/data/accusing.yaml")["clauses"]
    return frozenset(form for base in bases for form in forms(base))


@cache
def _phrases(group: str) -> dict[str, list[list[frozenset[str]]]]:
    """The phrases of a group by their first words; an empty set is a gap."""
    found: dict[str, list[list[frozenset[str]]]] = {}
    for entry in word_table("attribution/data/answering.yaml")[group]:
        parts = [frozenset[str]() if part == "..." else frozenset(part.split("|")) for part in entry.split()]
        for first in sorted(parts[0]):
            found.setdefault(first, []).append(parts[1:])
    return found


def phrase_end(group: str, words: Sequence[str], index: int, limit: int) -> int | None:
    """Where the phrase of a group that begins at ``words[index]`` ends, at most at ``limit``; ``None`` without one."""
    for parts in _phrases(group).get(words[index], ()):
        at: int | None = index + 1
        gap = 0
        for part in parts:
            if not part:
                gap = _GAP
                continue
            assert at is not None
            at = next((i + 1 for i in range(at, min(limit, at + gap + 1)) if words[i] in part), None)
            gap = 0
            if at is None:
                break
        if at is not None:
            return at
    return None
