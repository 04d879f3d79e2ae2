"""The expressions of time of a text, as trees. Nothing is put on the calendar here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from factcheck.values.times import intervals, parts
from factcheck.values.times.dates import Found, year_after
from factcheck.values.times.lengths import length, reference, repeated
from factcheck.values.times.nodes import Date, Node, Reference
from factcheck.values.times.words import Words, listed, numbers, phrases, table

# Tables whose entries an expression can begin with.
_OPENING = (
    "months", "month abbreviations", "weekdays", "weekday abbreviations", "units", "seasons", "clock names",
    "named days", "shifts", "story shifts", "edges", "openers", "holidays", "references", "frequencies", "adverbs",
    "ends", "every", "one amounts", "vague amounts", "names", "opening words",
)  # fmt: skip

_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree and the words (from, to) that it stands on."""

    node: Node
    first: int
    last: int


def trees(words: Words) -> Iterator[Tree]:
    """Every expression of time, in order, none within another; durations, sets and references to now among them."""
    starts, behind, names = _starts(), _behind_article(), phrases("names")
    i = 0
    while i < words.count:
        low = words.low[i]
        if (low not in starts and not low.isdigit()) or (low in _ARTICLES and not _goes_on(words, i + 1, behind)):
            i += 1
            continue
        name = names.at(words, i)
        found = None if name else expression(words, i)
        if found is None:
            i = name[1] if name else i + 1
            continue
        node, last = found
        yield Tree(node, i, last)
        i = last
        while isinstance(node, Date) and (more := _one_more_day(words, node, i)) is not None:
            node, first, i = more[0], i + 1, more[1]
            yield Tree(node, first, i)


@cache
def _starts() -> frozenset[str]:
    first = {words[0] for words in _entries(_OPENING)}
    return frozenset(first | {"'"} | set(numbers("units")) | set(numbers("tens")) | set(numbers("ordinals")))


@cache
def _behind_article() -> frozenset[str]:
    """What an expression that begins with an article may go on with, figures apart."""
    second = {words[1] for words in _entries(_OPENING) if words[0] in _ARTICLES and len(words) > 1}
    return _starts() | second | {words[0] for words in _entries(("parts of day", "decades", "after article"))}


def _entries(names: tuple[str, ...]) -> Iterator[list[str]]:
    """The words of every entry of some tables."""
    for entry in {str(entry) for name in names for entry in table(name)} - {"'"}:
        yield entry.lower().replace(".", " ").replace("/", " ").replace("'", " ' ").split()


def _goes_on(words: Words, i: int, behind: frozenset[str]) -> bool:
    low = words.low[i]
    return low in behind or low.isdigit() or low in {".", "-"}  # "A.D. 79"


def expression(words: Words, i: int) -> Found:
    """The expression that begins at word ``i``, and the word after it."""
    interval = intervals.opened(words, i) or intervals.of_figures(words, i) or intervals.lasting(words, i)
    if interval is not None:
        return interval
    found = parts.phrase(words, i)
    if found is not None:
        return intervals.ranged(words, i, *found) or found
    amount: Found = repeated(words, i) or length(words, i)
    if amount is None and (named := reference(words, i)) is not None:
        return Reference(named[0]), named[1]
    return amount


def _one_more_day(words: Words, node: Date, i: int) -> tuple[Date, int] | None:
    """The 25 of "April 24 and 25", and the word after it."""
    sign, day, after = words.low[i], words.digits(i + 1, 1, 2), words.low[i + 2]
    if node.month is None or node.day is None or day is None or not node.day < day <= 31:
        return None
    year = year_after(words, i + 2) if node.year is not None else None
    if year is not None and year[0] == node.year:
        return replace(node, day=day, weekday=None), year[2]
    if sign not in {"and", "or", ",", "&"} or after not in ({",", "and"} if sign == "," else listed("after day")):
        return None
    return replace(node, day=day, weekday=None), i + 2
