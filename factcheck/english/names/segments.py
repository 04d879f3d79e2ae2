"""What a run of capitalised words is made of: peoples, titles, bodies, places and persons."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.english.names import forms as by_form
from factcheck.english.names.lexicon import (
    Entry,
    Title,
    first_names,
    forms,
    gazetteer,
    heads,
    is_common,
    surnames,
    titles,
)
from factcheck.english.names.runs import REGNAL
from factcheck.english.names.segment import Segment
from factcheck.english.names.words import Words
from factcheck.models import EntityType

_HEADED: tuple[EntityType, ...] = ("organisation", "place", "event", "law", "product")


def split(words: Words, start: int, end: int) -> Iterator[Segment]:
    """The segments of the run of tokens ``start`` to ``end``."""
    if start >= end:
        return
    code = by_form.code(words, start, end)
    if code:
        yield from split(words, start, code.start)
        yield code
        yield from split(words, max(code.end, start), end)
        return
    known = gazetteer().longest(words.folded, words.text, start, end)
    if (
        known
        and known[0] == end
        and (not known[1].postal or words.text[start - 1] == "," or words.text[start][-1] == ".")
    ):
        yield Segment(start, end, known[1].entity, 10 if known[1].sure else 3, known[1].name)
        return
    title = _title(words, start, end)
    if (
        title
        and (known is None or known[0] <= title[0])
        and (title[1].honorific or not _is_headed(words, start, end, title[0]))
    ):
        rest = gazetteer().longest(words.folded, words.text, title[0], end) if title[0] < end else None
        if (
            rest
            and rest[0] == end
            and rest[1].entity == "place"
            and rest[1].sure
            and not title[1].honorific
            and words.folded[title[0]] not in first_names()
        ):
            yield Segment(start, end, "other", 6)  # "Captain America"
            return
        if rest and rest[1].entity == "nationality" and words.folded[title[0]] not in first_names():
            yield from split(words, title[0], end)  # "Major European rivers" has no title
            return
        yield from _titled(words, start, *title, end)
        return
    if known and known[0] == start + 1 < end and words.text[start + 1] == "-" and not _head(words, start, end):
        yield Segment(start, start + 1, known[1].entity, 10, known[1].name)  # Russian-Venezuelan
        yield from split(words, start + 2, end)
        return
    inner = _inner_title(words, start, end)
    if inner:
        yield from split(words, start, inner[0])
        yield from _titled(words, start, *inner[1:], end)
        return
    body = _body_before_person(words, start, end)
    if body:
        yield from split(words, start, body)
        yield from split(words, body, end)
        return
    head = _head(words, start, end)
    person = end - start > 1 and (words.folded[start] in first_names() or _is_initial(words.text[start]))
    if head:
        yield Segment(start, end, head, 6 if person else 8)
    elif not person and _ends_in_people(words, start, end):
        yield Segment(start, end, "nationality", 8)
    elif known and known[0] < end:
        yield from _prefixed(words, start, end, *known, person=person)
    elif _is_believer(words, start, end):
        yield Segment(start + 1, end, "person", 8, title=(start, start + 1))
    elif person:
        yield Segment(start, end, "person", 5 if is_common(words.folded[end - 1]) else 7)
    elif end - start > 1 and (first := _first_head(words, start)):
        yield Segment(start, end, first, 5)
    elif end - start == 1:
        single = _single(words, start)
        if single:
            yield single
    else:
        yield Segment(start, end)


def _body_before_person(words: Words, start: int, end: int) -> int | None:
    """Where a person's name begins right behind a body's: "Refugee Council Jane Roe"."""
    for i in range(start + 2, end - 1):
        if (
            words.folded[i - 1] in heads("organisation", "last")
            and words.folded[i] in first_names()
            and not is_common(words.folded[i])
            and _is_person_like(words, i, end)
            and words.folded[end - 1] not in heads("organisation", "last")
        ):
            return i
    return None


def _first_head(words: Words, start: int) -> EntityType | None:
    """What a first word like "Lake" or "Radio" says."""
    return next((entity for entity in _HEADED if words.folded[start] in heads(entity, "first")), None)


def _prefixed(words: Words, start: int, end: int, after: int, entry: Entry, *, person: bool) -> Iterator[Segment]:
    """A run that begins with a known name: a person called like a place, or a people before another name."""
    rest_common = all(is_common(words.folded[k]) for k in range(after, end))
    surname = words.folded[end - 1] in surnames()
    called_so = entry.entity == "place" and surname and not rest_common and end - after == 1
    if called_so and not person:
        yield Segment(start, end, "person", 4)
    elif person and (surname or not rest_common) and (not entry.sure or entry.entity != "organisation"):
        yield Segment(start, end, "person", 6)
    elif entry.entity == "nationality" and rest_common and not _is_known(words, after, end):
        yield Segment(start, end, "organisation", 2)
    elif entry.entity == "nationality" or (_is_person_like(words, after, end) and entry.entity != "other"):
        yield Segment(start, after, entry.entity, 10, entry.name)
        yield from split(words, after, end)
    else:
        yield Segment(start, end, "organisation", 4)


def _is_believer(words: Words, start: int, end: int) -> bool:
    """Is the first word what the person behind it is ("Scientologist Jane Roe")?"""
    first = words.folded[start]
    if end - start < 3 or words.folded[start + 1] not in first_names() or first in first_names():
        return False
    return first.endswith(forms("believers")) and first not in surnames()


def _ends_in_people(words: Words, start: int, end: int) -> bool:
    """Is this a people with a word before it ("Native American", "Sudeten German")?"""
    known = gazetteer().longest(words.folded, words.text, end - 1, end)
    people = known is not None and known[1].entity == "nationality" and known[1].sure
    return end - start > 1 and (people or words.folded[end - 1].endswith(forms("peoples")))


def _is_known(words: Words, start: int, end: int) -> bool:
    known = gazetteer().longest(words.folded, words.text, start, end)
    return known is not None and known[0] == end


def _is_person_like(words: Words, start: int, end: int) -> bool:
    """Two or three words of which the first is a first name, or none a common word."""
    if not 2 <= end - start <= 3 or not all(words.capital[start:end]):
        return False
    return words.folded[start] in first_names() or not any(is_common(words.folded[k]) for k in range(start, end))


def _single(words: Words, i: int) -> Segment | None:
    """One word that no gazetteer has; ``None`` where it is no name."""
    text, folded, tag = words.text[i], words.folded[i], words.tag[i]
    if text[:-1].isupper() and text.endswith("s") and len(text) > 2:
        return Segment(i, i + 1, "other", 6)  # MLAs, GIFs
    if folded.endswith(forms("doctrines")):
        return Segment(i, i + 1, "other", 6)
    if folded.endswith(forms("peoples")) and folded not in surnames() and folded not in first_names():
        return Segment(i, i + 1, "nationality", 6)
    modifies = i + 1 < len(words) and not words.capital[i + 1] and words.tag[i + 1] in ("NN", "NNS")
    if modifies and folded.endswith(forms("adjectives")) and folded not in first_names():
        return Segment(i, i + 1, "nationality", 6)
    if tag.startswith("JJ") and (is_common(folded) or folded.endswith(forms("adjectives"))):
        return Segment(i, i + 1, "other" if is_common(folded) else "nationality", 6)
    if is_common(folded) and not text.isupper() and folded not in first_names():
        if folded in heads("organisation", "last"):
            return None  # "the Ministry": no name of its own
        return Segment(i, i + 1, "other", 3)
    return Segment(i, i + 1)


def _is_initial(text: str) -> bool:
    return len(text) == 2 and text[0].isupper() and text[1] == "."


def _title(words: Words, i: int, end: int) -> tuple[int, Title] | None:
    """The title at token ``i``."""
    found = titles().longest(words.folded, words.text, i, end)
    if not found:
        return None
    after = found[0]
    if after < end and words.joined(after):
        return None
    return found


def _titled(words: Words, role: int, after: int, title: Title, end: int) -> Iterator[Segment]:
    """A title that ends at ``after`` (its role words begin at ``role``) with the name it leads to."""
    if after < end and title.runs_on and words.text[after] in ("of", "for"):
        after = _complement(words, after + 1, end)
        if after < end and _goes_on(words, end):
            after = end  # "Director of the National Iodine Nutrition study" leads to no name
    if after >= end:
        yield Segment(role, end, None, 10, title=(role, end), gender=title.gender)
        return
    more = _title(words, after, end)  # President Gen. Roe, Mr. Chief Justice
    if more and (more[0] < end or (title.honorific and (more[0] > after + 1 or words.folded[after] not in surnames()))):
        yield from _titled(words, role, *more, end)
        return
    if words.text[after] in REGNAL and after + 1 < end:
        after += 1  # Warrant Officer II Jane Roe
    honorific = title.honorific and after - role == 1
    yield Segment(after, end, "person", 10, title=None if honorific else (role, after), gender=title.gender)


def _goes_on(words: Words, end: int) -> bool:
    """Whether the words after a run make it part of something else: a noun, or "of" and what it is of."""
    return end < len(words) and (words.tag[end] in ("NN", "NNS") or words.text[end] in ("of", "for"))


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


def _inner_title(words: Words, start: int, end: int) -> tuple[int, int, Title] | None:
    """Where a title stands inside the run, after the body it belongs to ("State Department Spokesman Roe")."""
    if words.folded[start] in first_names() and not gazetteer().longest(words.folded, words.text, start, end):
        return None
    for i in range(start + 1, end):
        found = _title(words, i, end)
        if (
            found
            and not words.joined(i)
            and words.text[i - 1] not in ("of", "for")
            and (found[0] == end or not _head(words, i, end))
        ):
            return i, *found
    return None


def _is_headed(words: Words, start: int, end: int, name: int) -> bool:
    """Do the words say that this is a place or a body called by a title ("King Street"), not a titled person?"""
    return _head(words, start, end) is not None and (end - name < 2 or _head(words, name, end) is not None)


def _head(words: Words, start: int, end: int) -> EntityType | None:
    """What the words "Ministry", "Street", "War", "Act" in their places say."""
    for i in range(start + 1, end - 1):
        if words.text[i] in ("of", "for", "on"):
            before = words.folded[i - 1]
            return next((entity for entity in _HEADED if before in heads(entity, "before of")), None)
    if end - start < 2:
        return None
    last = words.folded[end - 1]
    if end - start <= 3 and words.folded[start] in first_names() and last in heads("person", "last"):
        return None
    return next((entity for entity in _HEADED if last in heads(entity, "last")), None)


def likes_person(words: Words, segment: Segment) -> bool:
    """Is the last word a known surname or the only word a known first name?"""
    last = words.folded[segment.end - 1]
    return last in surnames() or (segment.end - segment.start == 1 and last in first_names())
