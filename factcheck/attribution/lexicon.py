"""The words of attribution, from the data files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from factcheck.resources import word_list, word_table

Frame = Literal["say", "state", "tell", "utter", "will", "bid", "judge", "accuse", "call", "about"]
"""What a reporting verb takes; ``data/verbs.yaml`` says which is which."""

SAYING: frozenset[Frame] = frozenset(["say", "state", "tell"])
"""The frames with a clause of their own: what is said, told or found."""

_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


@dataclass(frozen=True, slots=True)
class Verb:
    """What a form of a reporting verb may take, and the prepositions it may take it with."""

    base: str
    frames: frozenset[Frame]
    prepositions: frozenset[str]


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every reporting verb, in lower case."""
    table: dict[str, list[str]] = word_table("attribution/data/verbs.yaml")
    frames: dict[str, set[Frame]] = {}
    prepositions: dict[str, set[str]] = {}
    for frame in get_args(Frame):
        for entry in table[frame]:
            base, *rest = entry.split()
            frames.setdefault(base, set()).add(frame)
            prepositions.setdefault(base, set()).update(rest)
    found: dict[str, Verb] = {}
    for base, takes in frames.items():
        verb = Verb(base, frozenset(takes), frozenset(prepositions[base]))
        for form in forms(base):
            found.setdefault(form, verb)
    return found


def reporting(form: str) -> Verb:
    """What a form of a verb may report; one that is in no list only a quotation beside it: "...," she harrumphed."""
    return verbs().get(form) or Verb(form, frozenset(["utter"]), frozenset())


@cache
def no_report() -> dict[str, frozenset[str]]:
    """The words that shortly behind a form of a verb make it no report: "lives" behind "claimed"."""
    found: dict[str, frozenset[str]] = {}
    for entry in word_table("attribution/data/verbs.yaml")["no_report"]:
        base, word = entry.split()
        for form in forms(base):
            found[form] = found.get(form, frozenset()) | {word}
    return found


@cache
def _irregular() -> dict[str, list[str]]:
    table: dict[str, list[str]] = word_table("attribution/data/verbs.yaml")
    return {(forms := entry.split())[0]: forms for entry in table["irregular"]}


def forms(verb: str) -> list[str]:
    """The forms of a verb, from the list of irregular ones or by rule."""
    return _irregular().get(verb) or inflect(verb)


def inflect(verb: str) -> list[str]:
    """The regular forms of an English verb: base, third person, participle, past."""
    if _CONSONANT_Y.search(verb):
        return [verb, verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"]
    if verb.endswith("e"):
        return [verb, verb + "s", (verb if verb.endswith("ee") else verb[:-1]) + "ing", verb + "d"]
    return [verb, verb + ("es" if _SIBILANT.search(verb) else "s"), verb + "ing", verb + "ed"]


@cache
def nouns() -> dict[str, tuple[bool, bool, frozenset[str]]]:
    """Nouns for something said, in both numbers: with a that-clause, an infinitive, and which prepositions."""
    table: dict[str, list[str]] = word_table("attribution/data/nouns.yaml")
    about: dict[str, set[str]] = {}
    for entry in table["about"]:
        noun, preposition = entry.split()
        about.setdefault(noun, set()).add(preposition)
    found: dict[str, tuple[bool, bool, frozenset[str]]] = {}
    for noun in dict.fromkeys([*table["that"], *table["to"], *about]):
        takes = noun in table["that"], noun in table["to"], frozenset(about.get(noun, ()))
        found[noun] = found[inflect(noun)[1]] = takes
    return found


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
def counts(place: str) -> frozenset[str]:
    """The words ``before`` the owner of a count and the ``nouns`` for one: "by the ministry's count"."""
    words: list[str] = word_table("attribution/data/sources.yaml")["counts"][place]
    return frozenset(words)


@cache
def source_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases before a source (``data/sources.yaml``), by their first word."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in word_table("attribution/data/sources.yaml")["phrases"]:
        phrases.setdefault(phrase[0], []).append(tuple(phrase))
    return phrases
