"""What a run of capitalised words is made of: peoples, titles, bodies, places and persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...models import EntityType
from .lexicon import Gender, first_names, gazetteer, heads, is_common, numbered, surnames, titles
from .runs import is_code
from .words import Words

_ROMAN = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XX"])
_HEADED: tuple[EntityType, ...] = ("organisation", "place", "event", "law", "product")


@dataclass(slots=True)
class Segment:
    """One name, or a title that stands alone (``entity`` ``None`` and ``title`` all of it).

    Tokens ``start`` to ``end``; ``title`` is where the role words right before it stand; ``weight`` is how much the
    form alone says for ``entity``, 0 to 10; ``name`` is the gazetteer's.
    """

    start: int
    end: int
    entity: EntityType | None = None
    weight: float = 0.0
    name: str | None = None
    title: tuple[int, int] | None = None
    gender: Gender = "u"


def split(words: Words, start: int, end: int) -> Iterator[Segment]:
    """The segments of the run of tokens ``start`` to ``end``."""
    if start >= end:
        return
    code = _code(words, start, end)
    if code:
        yield from split(words, start, code.start)
        yield code
        yield from split(words, max(code.end, start), end)
        return
    known = gazetteer().longest(words.folded, words.text, start, end)
    title = titles().longest(words.folded, words.text, start, end)
    if known and known[0] == end and not known[1].postal:
        yield Segment(start, end, known[1].entity, 10 if known[1].sure else 3, known[1].name)
        return
    if title and (title[1].honorific or not _head(words, start, end)) and (known is None or known[0] <= title[0]):
        yield from _titled(words, start, start, *title, end)
        return
    if words.text[start + 1 : start + 2] == ["-"] and known and known[0] == start + 1:
        yield Segment(start, start + 1, known[1].entity, 10, known[1].name)  # Russian-Venezuelan, U.S.-Mexico
        if not _head(words, start, end) or end == start + 3:
            yield from split(words, start + 2, end)
            return
    inner = _inner_title(words, start, end)
    if inner:
        yield from split(words, start, inner)
        found = titles().longest(words.folded, words.text, inner, end)
        assert found
        yield from _titled(words, start, inner, *found, end)
        return
    head = _head(words, start, end)
    person_like = words.folded[start] in first_names() and end - start > 1
    if head:
        yield Segment(start, end, head, 6 if person_like else 8)
        return
    if known and known[0] < end:
        after = known[0]
        rest_common = all(is_common(words.folded[k]) for k in range(after, end))
        person = person_like and (not known[1].sure or (known[1].entity == "place" and not rest_common))
        if known[1].entity == "nationality":
            if not rest_common:
                yield Segment(start, after, "nationality", 10, known[1].name)
                yield from split(words, after, end)
            else:
                yield Segment(start, end, "organisation", 2)
            return
        if not person:
            if words.folded[after] in first_names() and end - after > 1:
                yield Segment(start, after, known[1].entity, 8, known[1].name)
                yield from split(words, after, end)
                return
            yield Segment(start, end, "organisation", 4)
            return
    if person_like:
        yield Segment(start, end, "person", 7 if not is_common(words.folded[end - 1]) else 5)
        return
    if end - start > 1 and words.folded[start] in heads("place", "first"):
        yield Segment(start, end, "place", 5)
        return
    yield Segment(start, end)


def _titled(words: Words, role: int, start: int, after: int, title: object, end: int) -> Iterator[Segment]:
    """A title at ``start`` (its role words begin at ``role``) with the name it leads to."""
    from .lexicon import Title

    assert isinstance(title, Title)
    if after < end and title.runs_on and words.text[after] in ("of", "for"):
        after = _complement(words, after + 1, end)
    if after >= end:
        yield Segment(start, end, None, 10, title=(role, end), gender=title.gender)
        return
    more = titles().longest(words.folded, words.text, after, end)  # President Gen. Roe, Lt. Gen. Roe
    if more and more[0] < end:
        yield from _titled(words, role, start, *more, end)
        return
    yield Segment(
        after,
        end,
        "person",
        10,
        title=None if title.honorific and role == start else (role, after),
        gender=title.gender,
    )


def _complement(words: Words, start: int, end: int) -> int:
    """Where the complement of "Minister of" ends and the name begins."""
    i = start + (words.text[start] == "the")
    known = gazetteer().longest(words.folded, words.text, i, end)
    if known:
        return known[0]
    while (
        i < end and is_common(words.folded[i]) and not (i > start and words.folded[i] in first_names() and i + 1 < end)
    ):
        i += 1
    return max(i, start + 1)


def _inner_title(words: Words, start: int, end: int) -> int | None:
    """Where a title stands inside the run, after the body it belongs to ("State Department Spokesman Roe")."""
    if words.folded[start] in first_names() and not gazetteer().longest(words.folded, words.text, start, end):
        return None
    for i in range(start + 1, end):
        found = titles().longest(words.folded, words.text, i, end)
        if found and not words.joined(i) and (found[0] == end or not _head(words, i, end)):
            return i
    return None


def _head(words: Words, start: int, end: int) -> EntityType | None:
    """What the words "Ministry", "Street", "War", "Act" in their places say."""
    for i in range(start + 1, end - 1):
        if words.text[i] in ("of", "for", "on"):
            before = words.folded[i - 1]
            return next((entity for entity in _HEADED if before in heads(entity, "before of")), None)
    if end - start < 2:
        return None
    last = words.folded[end - 1]
    if end - start == 2 and words.folded[start] in first_names() and last in heads("person", "last"):
        return None
    return next((entity for entity in _HEADED if last in heads(entity, "last")), None)


def _code(words: Words, start: int, end: int) -> Segment | None:
    for i in range(start, end):
        text = words.text[i]
        if is_code(text) and gazetteer().longest(words.folded, words.text, i, i + 1) is None:
            return Segment(i, i + 1, "product", 10)
        if i > start and text in _ROMAN and words.text[i - 1] in numbered():
            return Segment(i - 1, i + 1, numbered()[words.text[i - 1]], 10)
    return None


def numbered_names(words: Words) -> Iterator[Segment]:
    """Names that a number belongs to: "Boeing 737", "Article 5", "Route 66"."""
    i, total = 0, len(words)
    while i + 1 < total:
        entity = numbered().get(words.text[i])
        if entity and words.text[i + 1][0].isdigit():
            end = i + 2
            while (
                end + 1 < total
                and words.text[end] == "-"
                and words.joined(end)
                and words.joined(end + 1)
                and words.text[end + 1][0].isdigit()
            ):
                end += 2
            if end < total and words.text[end] in ("MAX", "Max", "NG", "Dreamliner"):
                end += 1
            start = i
            if i and words.text[i - 1] == "World" and words.text[i] == "War":
                start = i - 1
            yield Segment(start, end, entity, 10)
            i = end
        else:
            i += 1


def likes_person(words: Words, segment: Segment) -> bool:
    """Is the last word a known surname or the only word a known first name?"""
    last = words.folded[segment.end - 1]
    return last in surnames() or (segment.end - segment.start == 1 and last in first_names())
