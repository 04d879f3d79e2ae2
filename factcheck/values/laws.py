"""Laws: acts, bills, resolutions, treaties and agreements, by title, by number, by acronym or by description.

    numbers ("H.R. 1477"), titles ("Clean Air Act of 1990"), known names, then descriptions ("a 2001 bilateral
    agreement"); what an earlier step has found, a later one leaves alone

An acronym that the text itself sets after a title, in brackets or after "or", stands for that title from there on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from factcheck import resources
from factcheck.models import Law, Mention
from factcheck.spans import Spans
from factcheck.values.law_words import Words, nouns, words
from factcheck.values.titles import title

_ACRONYM = re.compile(
    r"(?:,? or (?:the )?|,? known as (?:the )?| \()[\"“‘]?(?:the )?([A-Z][A-Za-z-]*[A-Z](?: Act)?)\b(?! Act)"
)
_STATUS_REACH = 4  # words between a name and what was done to it


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    law: Law


def find(doc: Doc) -> list[Mention]:
    """The laws that ``doc`` names or describes: mentions of kind ``law``, in order, without overlap.

    ``Law.name`` is the title as written, without its article; ``Law.number`` a designation in its usual spelling. A
    title and the designation set beside it share both.
    """
    text = doc.text
    cut = Words(text)
    taken = Spans()
    candidates = (*_numbered(text), *_titled(cut), *_known(text), *_described(cut))
    found = [one for one in candidates if taken.reserve(one.start, one.end)]
    found += _aliases(text, found, taken)
    found.sort(key=lambda one: one.start)
    _set_statuses(cut, found)
    _share(text, found)
    return [Mention("law", one.start, one.end, one.law) for one in found]


def _numbered(text: str) -> list[_Found]:
    """Bills, resolutions and orders by their designation."""
    found = []
    for match in _designations().finditer(text):
        usual = _usual_designations()[match["what"]]
        number = f"{usual} {match['number']}"
        if usual == "Resolution":
            number = _body_before(text, match.start()) + number
        found.append(_Found(match.start(), match.end(), Law(name=None, number=number)))
    return found


def _body_before(text: str, start: int) -> str:
    """The name of the body that stands right before a resolution: "UN Security Council "."""
    match = _CAPITALISED_BEFORE.search(text[max(0, start - 80) : start])
    return match.group() if match else ""


_CAPITALISED_BEFORE = re.compile(r"(?:\b(?:U\.N\.|[A-Z][\w-]*) ){1,4}+$")


@cache
def _usual_designations() -> dict[str, str]:
    table: dict[str, list[str]] = resources.word_table("values/data/laws.yaml")["designations"]
    return {spelling: usual for usual, spellings in table.items() for spelling in spellings}


@cache
def _designations() -> re.Pattern[str]:
    spellings = "|".join(sorted(map(re.escape, _usual_designations()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?P<what>{spellings})\s?(?:No\.? ?)?"
        r"(?P<number>\d{1,5}(?:-\d{1,4})?|[A-Z]-\d{1,4})(?![\w%]|[,.-]\d)"
    )


def _titled(cut: Words) -> list[_Found]:
    """Titles that end in one of the nouns of laws."""
    found = []
    after = 0
    for index in range(len(cut)):
        if index < after or cut.bare(index) not in nouns():
            continue
        got = title(cut, index, floor=after)
        if got is None or got.first < after:
            continue
        end = cut.ends[got.last]
        if cut.shapes[got.last].endswith(("'s", "’s")):
            end -= 2
        found.append(
            _Found(cut.starts[got.first], end, Law(name=" ".join(cut.text[cut.starts[got.first] : end].split())))
        )
        after = got.last + 1
    return found


def _known(text: str) -> list[_Found]:
    return [_Found(match.start(), match.end(), Law(name=match.group())) for match in _known_names().finditer(text)]


@cache
def _known_names() -> re.Pattern[str]:
    names = sorted(map(re.escape, words("names")), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")


def _described(cut: Words) -> list[_Found]:
    """Agreements and laws without a title."""
    found = []
    for index, word in enumerate(cut.lower):
        if cut.is_capitalised(index):
            continue
        agreement = word in words("agreements") or word in words("deals")
        if agreement or word in words("statutes") or word in words("agreements_plural"):
            first = _description(cut, index, agreement=agreement)
            if first is not None:
                start, end = cut.starts[first], cut.ends[index]
                found.append(_Found(start, end, Law(name=" ".join(cut.text[start:end].split()))))
    return found


def _description(cut: Words, noun: int, *, agreement: bool) -> int | None:
    """The first word of a description that ends with ``noun``, if it says which law is meant."""
    at, telling, named = noun, False, False
    while at > 0 and noun - at < 5 and cut.joined(at):
        before = at - 1
        if cut.is_year(before):
            return before if cut.at(before - 1) in words("determiners") or cut.is_possessive(before - 1) else None
        if (
            cut.at(before) in words("determiners")
            or cut.at(before) in words("joins_safe")
            or cut.at(before) in words("joins")
        ):
            break
        if cut.is_possessive(before):
            break
        if cut.at(before) in words("telling"):
            telling = True
        elif cut.is_capitalised(before) and _is_name(cut, before):
            named = True
        elif agreement or cut.is_capitalised(before) or not cut.shapes[before].isalpha():
            break
        at = before
    if at == noun:
        return None
    if agreement and telling:
        return at
    proper = named and cut.at(noun) not in words("deals") and cut.at(noun) not in words("statutes")
    return at if proper and noun - at <= 2 and not cut.is_possessive(at) else None


def _is_name(cut: Words, index: int) -> bool:
    return cut.at(index) not in words("headline_words") and cut.at(index) not in words("calendar")


def _aliases(text: str, found: list[_Found], taken: Spans) -> list[_Found]:
    """Acronyms that the text sets beside a title, there and wherever they stand later."""
    names: dict[str, Law] = {}
    since: dict[str, int] = {}
    for one in sorted(found, key=lambda one: one.start):
        match = _ACRONYM.match(text, one.end) if one.law.name else None
        if match and match[1] not in names:
            names[match[1]], since[match[1]] = one.law, one.end
    if not names:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?!\w)")
    return [
        _Found(match.start(), match.end(), names[match.group()])
        for match in pattern.finditer(text)
        if match.start() > since[match.group()] and taken.reserve(match.start(), match.end())
    ]


def _share(text: str, found: list[_Found]) -> None:
    """Give a title and a designation that stand side by side each other's name, number and status."""
    for left, right in pairwise(found):
        between = text[left.end : right.start]
        if (left.law.name is None) != (right.law.name is None) and between in _BESIDE:
            left.law = right.law = Law(
                name=left.law.name or right.law.name,
                number=left.law.number or right.law.number,
                status=left.law.status or right.law.status,
            )


_BESIDE = frozenset(
    [" (", ", ", ", the ", " (the ", ", or ", " or ", ", known as the ", ", called the ", ", a.k.a. the ", " — ", " – "]
)


def _set_statuses(cut: Words, found: list[_Found]) -> None:
    """Note what was done to a law, where that stands right beside its name."""
    at = 0
    for one in found:
        while at < len(cut) and cut.starts[at] < one.start:
            at += 1
        for index in reversed(range(max(0, at - _STATUS_REACH), at)):
            status = _statuses().get(cut.at(index))
            if status:
                one.law = replace(one.law, status=status)
            if status or (cut.at(index) not in words("determiners")):
                break


@cache
def _statuses() -> dict[str, str]:
    table: dict[str, list[str]] = resources.word_table("values/data/laws.yaml")["statuses"]
    return {word: status for status, spellings in table.items() for word in spellings}
