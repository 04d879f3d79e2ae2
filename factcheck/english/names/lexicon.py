"""The gazetteers and word lists, read once when first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar

from factcheck.models import EntityType
from factcheck.resources import word_list, word_table
from factcheck.spelling import fold

Gender = Literal["m", "f", "u"]
T = TypeVar("T")


_JOINT = re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])")


def pieces(phrase: str) -> list[str]:
    """A phrase cut as the English tokeniser cuts it: "Coca-Cola" and "McDonald's" are several tokens."""
    cut: list[str] = []
    for word in phrase.split():
        if word.isalpha():  # as most are
            cut.append(word)
            continue
        tail = next((mark for mark in ("'s", "'", ",") if word.endswith(mark) and word != mark), "")
        cut += _JOINT.split(word.removesuffix(tail))
        cut += [tail] * bool(tail)
    return cut


class Phrases(Generic[T]):
    """Phrases found by their first token; the longest one wins, of two equal ones the first added."""

    def __init__(self, items: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str | None, T]]] = {}
        for phrase, payload in items:
            folded = tuple(map(fold, pieces(phrase)))
            exact = phrase if len(folded) == 1 and phrase.isupper() else None
            self._by_first.setdefault(folded[0], []).append((folded, exact, payload))
        for choices in self._by_first.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def longest(self, folded: Sequence[str], texts: Sequence[str], start: int, stop: int) -> tuple[int, T] | None:
        """The end of the longest phrase at token ``start``, not beyond ``stop``, and what goes with it.

        A phrase of one word in capitals ("US", "WHO") is matched in capitals only.
        """
        for words, exact, payload in self._by_first.get(folded[start], ()):
            end = start + len(words)
            if end > stop or (exact and texts[start] != exact):
                continue
            if all(folded[start + step] == word for step, word in enumerate(words)):
                return end, payload
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a gazetteer knows. ``sure`` is false where the word is often something else (a city or a surname)."""

    entity: EntityType
    name: str
    sure: bool = True
    postal: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name. An honorific ("Mr.") is no role; ``runs_on`` over "of" ("Minister of Defense")."""

    gender: Gender
    honorific: bool
    runs_on: bool


@cache
def gazetteer() -> Phrases[Entry]:
    """Countries, peoples, regions, cities, groups and organisations."""
    return Phrases(_entries())


def _entries() -> Iterator[tuple[str, Entry]]:
    for kind, bodies in word_table("english/data/organisations.yaml").items():
        sure = kind != "companies"
        for name, others in (
            bodies.items() if isinstance(bodies, dict) else ((name, ()) for row in bodies for name in row)
        ):
            for alias in (name, *others):
                yield alias, Entry("organisation", name, sure)
    for country, facts in word_table("english/data/countries.yaml").items():
        for alias in (country, *facts.get("also", ())):
            yield alias, Entry("place", country)
        for people in facts.get("people", ()):
            yield people, Entry("nationality", country)
        if "capital" in facts:
            yield facts["capital"], Entry("place", facts["capital"])
    for kind, places in word_table("english/data/regions.yaml").items():
        for place in places:
            yield place, Entry("place", place, postal=kind == "postal abbreviations")
    for group in word_list("english/data/groups.txt"):
        yield group, Entry("nationality", group)
    for entity, names in word_table("english/data/others.yaml").items():
        for name in names:
            yield name, Entry(entity, name, sure=fold(name) not in first_names())
    firsts, surnames = first_names(), _folded("surnames")
    for city in word_list("english/data/cities.txt"):
        yield city, Entry("place", city, sure=fold(city) not in firsts and fold(city) not in surnames)


@cache
def titles() -> Phrases[Title]:
    """Capitalised titles and forms of address that stand before a name."""
    table = word_table("english/data/titles.yaml")
    runs_on = set(table["titles before of"])
    return Phrases(
        (title, Title(gender, group == "honorifics", title in runs_on))
        for group in ("honorifics", "titles")
        for gender, words in table[group].items()
        for title in words
    )


@cache
def role_words() -> Phrases[Gender]:
    """Words for people by what they do, in lower case, with the gender the word says."""
    roles = word_table("english/data/titles.yaml")["roles"]
    return Phrases((role, gender) for gender, words in roles.items() for role in words)


@cache
def openers() -> frozenset[str]:
    """Capitalised words of grammar that begin a sentence and are no part of a role: "Yesterday"."""
    return frozenset(word_list("english/data/sentence_openers.txt"))


@cache
def role_modifiers() -> frozenset[str]:
    """Words that may stand before a role word and belong to it."""
    return frozenset(word_table("english/data/titles.yaml")["role modifiers"])


@cache
def role_endings() -> tuple[str, ...]:
    """The forms of words that say what somebody does."""
    return tuple(word_table("english/data/titles.yaml")["role endings"])


@cache
def role_verbs() -> frozenset[str]:
    """Verbs that say a role: "who chairs the committee"."""
    return frozenset(word_table("english/data/titles.yaml")["role verbs"])


@cache
def first_names() -> dict[str, Gender]:
    """Folded first names with the gender they mostly go with."""
    known: dict[str, Gender] = {"m": "m", "f": "f", "u": "u"}
    pairs = (line.split() for line in word_list("english/data/first_names.txt"))
    return {fold(name): known[gender] for name, gender in pairs}


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(map(fold, word_list(f"english/data/{name}.txt")))


def surnames() -> frozenset[str]:
    """Folded surnames."""
    return _folded("surnames")


def particles() -> frozenset[str]:
    """Lower-case words inside a person's name."""
    return _folded("particles")


@cache
def _not_names() -> frozenset[str]:
    words = word_list("english/data/not_names.txt")
    return frozenset(word if word.isupper() and len(word) > 1 else fold(word) for word in words)


def is_no_name(text: str) -> bool:
    """Is this capitalised word no name by itself: a month, a weekday, a form of address?"""
    return text in _not_names() or fold(text) in _not_names()


@cache
def is_common(word: str) -> bool:
    """Is this folded word a common English word, or a plain inflection of one?"""
    common = _folded("common_words")
    return word in common or any(
        word.endswith(ending) and (word.removesuffix(ending) in common or word.removesuffix(ending) + "e" in common)
        for ending in ("s", "es", "ed", "ing", "ly", "er", "ers")
    )


@cache
def heads(entity: str, where: str) -> frozenset[str]:
    """The words at ``where`` ("first", "last", "before of", "after") that make a name one of ``entity``, folded."""
    return frozenset(map(fold, word_table("english/data/heads.yaml").get(entity, {}).get(where, ())))


@cache
def forms(kind: str) -> tuple[str, ...]:
    """Endings of words, and words after a number, that say what a name is."""
    return tuple(word_table("english/data/heads.yaml")["forms"][kind])


@cache
def numbered() -> dict[str, EntityType]:
    """Words that a number belongs to ("Boeing 737", "Article 5"), with what the whole is."""
    table = word_table("english/data/numbered.yaml")
    return {word: entity for entity, words in table.items() for word in words}
