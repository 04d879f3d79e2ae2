"""Names inside one article: a surname before its full name, and one name spelled two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from factcheck.checks.page import Page, Sentence
from factcheck.english.names.lexicon import first_names
from factcheck.english.names.people import gender_of, parts
from factcheck.models import Check, Mention, Name
from factcheck.spelling import spelled_alike, word_alike

Parts = tuple[str, ...]
"""A name as its folded words."""

Place = tuple[Sentence, Mention]

_LONGEST = 3
"""Parts of a name that a surname alone stands for; a longer one is somebody else's or no name."""

_SHELF = 50
"""Names with the same first name, say, that are compared with each other."""


def _people(page: Page) -> Iterator[Place]:
    """The persons that the article itself names in its running text, quotations left out."""
    for sentence, mention in page.every():
        if mention.kind == "name" and sentence.kind == "body" and not page.quoted(mention):
            yield sentence, mention


def second_references(page: Page) -> Iterator[Check]:
    """A surname alone before the sentence that gives the full name."""
    first: dict[str, Mention] = {}
    done: set[str] = set()
    for _, mention in _people(page):
        assert isinstance(mention.value, Name)
        name, written = mention.value.name, parts(page.text(mention))
        if name in done:
            continue
        if len(written) > 1:
            done.add(name)
            if name in first and len(written) <= _LONGEST and written[0] in first_names():
                early = first[name]
                working = f"“{page.text(early)}” stands before “{page.text(mention)}”"
                yield page.check("second reference", working, "The full name comes later", early, mention)
        elif name not in first and written == parts(name)[-1:] and not mention.value.reason:
            first[name] = mention


def spellings(page: Page) -> Iterator[Check]:
    """One name in two spellings: "Sergey Lavrov" and "Sergei Lavrov", "Zakharova" and "Zakarova"."""
    seen: dict[Parts, Place] = {}
    for sentence, mention in page.every():
        if mention.kind == "name" and not any(char.isdigit() for char in page.text(mention)):
            seen.setdefault(parts(page.text(mention)), (sentence, mention))
    for one, two in sorted(_pairs(seen), key=lambda pair: (seen[pair[0]][1].start, seen[pair[1]][1].start)):
        (here, first), (there, second) = seen[one], seen[two]
        if here is not there:
            working = f"“{page.text(first)}” and “{page.text(second)}” differ in a letter or two"
            yield page.check("spelling", working, "One name in two spellings, or two people", second, first)


def _pairs(seen: Mapping[Parts, Place]) -> set[tuple[Parts, Parts]]:
    """The names that can be two spellings of one, the earlier first."""
    shelves: dict[tuple[str, int, Parts], list[Parts]] = defaultdict(list)
    known = {part for name in seen if len(name) > 1 for part in name}
    for name in seen:
        if len(name) > 1:
            for left_out in range(len(name)):
                shelves["full", left_out, name[:left_out] + name[left_out + 1 :]].append(name)
        if name and (len(name) > 1 or name[0] not in known):
            shelves["last", 0, (name[-1][:1],)].append(name)
    return {
        (one, two) if seen[one][1].start < seen[two][1].start else (two, one)
        for (kind, _, _), shelf in shelves.items()
        for one, two in combinations(shelf[:_SHELF], 2)
        if (_one_person(one, two) if kind == "full" else _one_surname(one, two))
    }


def _one_person(one: Parts, two: Parts) -> bool:
    """Whether two full names can be two spellings of one, which a brother's and a sister's are not."""
    genders = {gender_of(" ".join(one)), gender_of(" ".join(two))} - {"u"}
    return len(genders) < 2 and spelled_alike(one, two)


def _one_surname(one: Parts, two: Parts) -> bool:
    """Whether a surname alone, which no full name has, is nearly that of a full name."""
    short, full = sorted((one, two), key=len)
    mine, theirs = short[0], full[-1]
    return len(short) == 1 < len(full) and min(len(mine), len(theirs)) >= 6 and word_alike(mine, theirs)
