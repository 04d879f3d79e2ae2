"""Which mentions of persons are one person: full names, surnames alone, initials, accents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.english.names.lexicon import Gender, first_names, particles
from factcheck.spelling import fold

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Known:
    """A mention of a person as written; ``gender`` by its title, ``role`` the words of its title."""

    text: str
    gender: Gender = "u"
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who a mention resolves to. ``reason`` says why it stays with the words as written."""

    name: str
    gender: Gender
    reason: str | None = None


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name without its suffix; particles belong to the word after them."""
    words = [word for word in fold(name).replace(",", " ").replace("-", " ").split() if word not in _SUFFIXES]
    return tuple(words)


def _same(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Can ``short`` be a shorter writing of ``full``: in order, from the first name or from the surname on?"""
    if len(short) > len(full) or not short:
        return False
    at = 0
    for word in short:
        while at < len(full) and not _matches(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    if len(short) == 1 or all(word in particles() for word in short[:-1]):
        return True
    return _matches(short[0], full[0]) or short == full[-len(short) :]


def _matches(word: str, other: str) -> bool:
    initial, whole = sorted((word, other), key=len)
    return word == other or (initial.rstrip(".") == whole[0] and len(initial.rstrip(".")) == 1)


def gender_of(name: str, titled: Gender = "u") -> Gender:
    """The gender that a title, or else the first name, says."""
    if titled != "u":
        return titled
    words = parts(name)
    first = words[0] if len(words) > 1 else ""
    return first_names().get(first, "u")


def resolve(mentions: Sequence[Known]) -> list[Person]:
    """The person of each mention, in order.

    A shorter name goes to a longer one where one only fits; a title, a gender, or that the others are named only
    later may settle it. Two that fit equally are not merged, and the reason says so. A surname may come before the
    full name, as in a headline; a first or middle name alone stands for somebody already named.
    """
    first = {mention.text: place for place, mention in reversed(list(enumerate(mentions)))}
    forms = sorted(first, key=lambda text: (-len(parts(text)), first[text]))
    by_word: dict[str, list[str]] = defaultdict(list)
    canonical: dict[str, str] = {}
    fits: dict[str, list[str]] = {}
    heads: dict[tuple[str, ...], str] = {}
    for form in forms:
        words = parts(form)
        if words in heads:
            canonical[form] = heads[words]
            continue
        heads[words] = form
        candidates = [full for full in by_word.get(words[-1] if words else "", ()) if _same(words, parts(full))]
        by_surname = [full for full in candidates if parts(full)[-1:] == words[-1:]]
        best = by_surname or [full for full in candidates if first[full] < first[form]]
        if len(best) == 1:
            canonical[form] = best[0]
            continue
        if best:
            fits[form] = best
            canonical[form] = form
            continue
        canonical[form] = form
        for word in dict.fromkeys(words):
            by_word[word].append(form)
    known: dict[str, list[Known]] = defaultdict(list)
    for mention in mentions:
        if canonical[mention.text] not in fits:
            known[canonical[mention.text]].append(mention)
    genders = {name: _gender(name, known[name]) for name in known}
    named: set[str] = set()
    people = []
    for mention in mentions:
        people.append(_person(mention, canonical, fits, known, genders, named))
        named.add(people[-1].name)
    return people


def _gender(name: str, mentions: Sequence[Known]) -> Gender:
    titled = {mention.gender for mention in mentions} - {"u"}
    return titled.pop() if len(titled) == 1 else gender_of(name)


def _person(
    mention: Known,
    canonical: dict[str, str],
    fits: dict[str, list[str]],
    known: dict[str, list[Known]],
    genders: dict[str, Gender],
    named: set[str],
) -> Person:
    name = canonical[mention.text]
    if name not in fits:
        return Person(name, genders[name])
    choices = fits[name]
    by_role = [full for full in choices if mention.role and any(other.role == mention.role for other in known[full])]
    by_gender = [full for full in choices if mention.gender != "u" and genders[full] == mention.gender]
    by_place = [full for full in choices if full in named]
    for settled in (by_role, by_gender, by_place):
        if len(settled) == 1:
            return Person(settled[0], genders[settled[0]])
    return Person(mention.text, mention.gender, reason="may be " + " or ".join(sorted(choices)))
