"""Weekdays against dates, and ages against dates of birth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.checks.figures import is_age
from factcheck.checks.page import Page, Sentence, listed
from factcheck.models import Check, Mention, Name, Quantity, Time

_LONG = 40
_NEAR = 6
"""Words in front of a date of birth among which "born" is."""


def weekdays(page: Page) -> Iterator[Check]:
    """A date that is no such weekday, as its reading found: "Saturday, March 24, 2019"."""
    for _, mention in page.every():
        value = mention.value
        dated = isinstance(value, Time) and value.resolved and value.earliest is not None
        said = isinstance(value, Time) and dated and (value.reason or "").startswith(f"{value.earliest} is a ")
        if said and isinstance(value, Time) and not _named(page.article.text, mention.start):
            yield page.check("weekday", value.reason or "", f"The text says {page.text(mention)}", mention)


def _named(text: str, start: int) -> bool:
    """Whether the short weekday at ``start`` is the end of a name: "Edmonton Sun, August 16"."""
    word, before = text[start : start + 4], text[max(0, start - _LONG) : start].split(" ")
    short = word[:3].isalpha() and not word[3:4].isalpha() and word[3:4] != "."
    return short and len(before) > 1 and before[-1] == "" and before[-2][:1].isupper() and before[-2].isalpha()


def ages(page: Page) -> Iterator[Check]:
    """The age beside a name against the year of birth that the article gives for the same person."""
    published = page.article.published
    if published is None:
        return
    births: dict[str, Mention] = {}
    for sentence in page.sentences:
        for name, day in _births(sentence):
            births.setdefault(name, day)
    for sentence in page.sentences:
        for name, age in _ages(sentence, published):
            if name in births:
                yield _age(page, age, births[name], published)


def _age(page: Page, age: Mention, birth: Mention, published: date) -> Check:
    born, years = birth.value, age.value
    assert isinstance(born, Time) and isinstance(years, Quantity)
    assert born.earliest and born.latest and years.number is not None
    most, least = _years(born.earliest, published), _years(born.latest, published)
    reckoned = str(most) if most == least else f"{least} or {most}"
    working = f"Born {born.edtf or born.earliest}, published {published}: {reckoned} years old"
    agrees = least <= years.number <= most
    message = f"The text says {page.text(age)}: {'agrees' if agrees else 'does not agree'}"
    return page.check("age", working, message, age, birth)


def _years(born: date, day: date) -> int:
    """Full years from one day to another."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _births(sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    """The person of a sentence with one person and one "born", and the date after it."""
    people = {one.value.name for one in sentence.mentions if one.kind == "name" and isinstance(one.value, Name)}
    words = sentence.words(sentence.start, sentence.end)
    if len(people) != 1 or sum(word in listed("born") for word in words) != 1:
        return
    for mention in sentence.mentions:
        value = mention.value
        if isinstance(value, Time) and value.resolved and value.earliest and value.latest:
            near = [word for word, _ in sentence.before(mention.start, _NEAR)]
            if not listed("born").isdisjoint(near) and (value.latest - value.earliest).days < 366:
                yield people.pop(), mention
                return


def _ages(sentence: Sentence, published: date) -> Iterator[tuple[str, Mention]]:
    """Ages that stand beside a name, "Anna Berger, 44," and "44-year-old Anna Berger", and are of today."""
    old = published.replace(year=published.year - 1, day=1)
    found = sentence.mentions
    for place, age in enumerate(found):
        if age.kind != "quantity" or not is_age(age) or not isinstance(age.value, Quantity) or age.value.hedge:
            continue
        if age.value.unit != "a" or age.value.number is None:
            continue
        # The age of another day: "In 1994 Berger, 14, ..."; the day of birth is none.
        before = [one.value for one in found[:place] if isinstance(one.value, Time)]
        if any(value.latest is None or value.latest < old for value in before):
            continue
        for name in found[max(0, place - 4) : place + 5]:
            if name.kind != "name" or not isinstance(name.value, Name):
                continue
            after = name.end <= age.start and sentence.words(name.end, age.start) == [","]
            between = sentence.words(age.end, name.start) if age.end <= name.start else [","]
            if after or (len(between) <= 3 and listed("then").isdisjoint(between) and "," not in between):
                yield name.value.name, age
                break
