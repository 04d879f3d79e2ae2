"""The words of a text as the matcher of times reads them, and the phrases it knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Generic, TypeVar

from factcheck.resources import word_table

# Letters, digits, an empty line or one other sign: every alternative is one class, so the time is linear.
_WORD = re.compile(r"[^\W\d_]+|\d+|\n[^\S\n]*\n|[^\w\s]|_")
_SAME = str.maketrans("’‘–—−", "''---")
_END = 8  # empty words after the last, so that looking ahead needs no test

V = TypeVar("V")


class Words:
    """A text cut finer than spaCy's tokens: "Sept.", "4:20", "mid-2018" and "'90s" are several words here.

    ``low`` are lower-cased with plain quotation marks and hyphens, ``shapes`` are as written; ``starts`` and ``ends``
    are string offsets. A paragraph break is the word of one newline.
    """

    __slots__ = ("count", "ends", "low", "shapes", "starts")

    def __init__(self, text: str, stretches: Iterable[tuple[int, int]]) -> None:
        self.shapes: list[str] = []
        self.starts: list[int] = []
        for start, end in stretches:
            for match in _WORD.finditer(text, start, end):
                self.shapes.append(match.group())
                self.starts.append(match.start())
            self.shapes.append("\n\n")
            self.starts.append(end)
        self.count = len(self.shapes)
        self.ends = [start + len(shape) for start, shape in zip(self.starts, self.shapes, strict=True)]
        self.low = ["\n" if shape[0] == "\n" else shape.lower().translate(_SAME) for shape in self.shapes]
        last = self.ends[-1] if self.ends else 0
        self.shapes.extend([""] * _END)
        self.low.extend([""] * _END)
        self.starts.extend([last + 1] * _END)
        self.ends.extend([last + 1] * _END)

    def glued(self, i: int) -> bool:
        """Whether word ``i`` follows the one before it without a space."""
        return i > 0 and self.starts[i] == self.ends[i - 1] and self.low[i - 1] != "\n"

    def before(self, i: int) -> str:
        """The word before ``i``, lower-cased; empty at the beginning."""
        return self.low[i - 1] if i > 0 else ""

    def capital(self, i: int) -> bool:
        """Whether word ``i`` begins with a capital letter."""
        return self.shapes[i][:1].isupper()

    def digits(self, i: int, least: int, most: int) -> int | None:
        """The number at ``i`` if it is written with that many digits and is no part of a longer number."""
        shape = self.shapes[i]
        if not (least <= len(shape) <= most and shape.isascii() and shape.isdigit()):
            return None
        if self.low[i + 1] in {",", "."} and self.glued(i + 1) and self.glued(i + 2) and self.shapes[i + 2].isdigit():
            return None if self.low[i + 1] == "." or len(self.shapes[i + 2]) == 3 else int(shape)
        if self.before(i) in {",", "."} and self.glued(i) and self.glued(i - 1) and self.shapes[i - 2].isdigit():
            return None
        return int(shape)


class Phrases(Generic[V]):
    """A table from phrases to what they stand for, looked up at a word: the longest phrase wins."""

    __slots__ = ("_by_first",)

    def __init__(self, table: Mapping[str, V]) -> None:
        self._by_first: dict[str, list[tuple[list[str], V]]] = {}
        for phrase, value in table.items():
            words = [word.lower().translate(_SAME) for word in _WORD.findall(str(phrase))]
            self._by_first.setdefault(words[0] if words else "", []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Words, i: int) -> tuple[V, int] | None:
        """The value of the longest phrase at word ``i`` and the word after it."""
        for phrase, value in self._by_first.get(words.low[i], ()):
            end = i + len(phrase)
            if words.low[i:end] == phrase:
                return value, end
        return None


@cache
def table(name: str) -> Any:
    """A table of ``data/times.yaml``; treat it as frozen."""
    return word_table("values/times/data/times.yaml")[name]


@cache
def phrases(name: str) -> Phrases[Any]:
    """A table of ``data/times.yaml`` as phrases; the entries of a list stand for themselves."""
    content = table(name)
    return Phrases(content) if isinstance(content, dict) else entries(name)


@cache
def entries(name: str) -> Phrases[str]:
    """The keys of a table, or the entries of a list, as phrases that stand for themselves."""
    return Phrases({str(key): str(key) for key in table(name)})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of ``data/times.yaml``, for asking whether a word is among them."""
    return frozenset(str(word).translate(_SAME) for word in table(name))


@cache
def numbers(name: str) -> Mapping[str, int]:
    """A table of number words: ``units``, ``tens`` or ``ordinals``."""
    found: Mapping[str, int] = word_table("values/data/numbers.yaml")[name]
    return found


def cardinal(words: Words, i: int) -> tuple[int, int] | None:
    """The whole number below 100, in words, or of up to four digits at ``i``, and the word after it."""
    low = words.low
    if low[i].isdigit():
        number = words.digits(i, 1, 4)
        return None if number is None else (number, i + 1)
    units = numbers("units")
    if low[i] in units:
        return units[low[i]], i + 1
    ten = numbers("tens").get(low[i])
    if ten is None:
        return None
    after = i + 2 if low[i + 1] == "-" else i + 1
    one = units.get(low[after], 0)
    return (ten + one, after + 1) if 0 < one < 10 else (ten, i + 1)


def ordinal(words: Words, i: int) -> tuple[int, int] | None:
    """The ordinal number in words or digits at ``i`` ("25th", "twenty-first"), and the word after it."""
    number = words.digits(i, 1, 2)
    if number is not None:
        return (number, i + 2) if words.glued(i + 1) and words.low[i + 1] in {"st", "nd", "rd", "th"} else None
    low = words.low
    if low[i] in numbers("ordinals"):
        return int(numbers("ordinals")[low[i]]), i + 1
    if low[i] in numbers("tens"):
        after = i + 2 if low[i + 1] == "-" else i + 1
        one = numbers("ordinals").get(low[after], 0)
        if 0 < one < 10:
            return int(numbers("tens")[low[i]] + one), after + 1
    return None


def spelled_year(words: Words, i: int) -> tuple[int, int] | None:
    """A year in words: "nineteen ninety-six", "two thousand and fifteen"; the word after it."""
    low = words.low
    if low[i : i + 2] == ["two", "thousand"]:
        rest = cardinal(words, i + 2 + (low[i + 2] == "and"))
        return (2000 + rest[0], rest[1]) if rest and rest[0] < 100 else (2000, i + 2)
    century = numbers("units").get(low[i], 20 if low[i] == "twenty" else 0)
    if not 17 <= century <= 20:
        return None
    j = i + 1 + (low[i + 1] == "hundred")
    rest = cardinal(words, j + (low[j] == "and"))
    return (int(century) * 100 + rest[0], rest[1]) if rest and 10 <= rest[0] < 100 and low[j].isalpha() else None


def leads(words: Words, i: int) -> bool:
    """Whether word ``i`` is the first of its sentence, or the second."""
    return i < 2 or _stops(words, i - 1) or _stops(words, i - 2)


def sentence(words: Words, i: int) -> tuple[int, int]:
    """The words (from, to) of the sentence around ``i``, at most 40 to each side."""
    first = i
    while first > max(0, i - 40) and not _stops(words, first - 1):
        first -= 1
    last = i
    while last < min(words.count, i + 40) and not _stops(words, last):
        last += 1
    return first, last


def _stops(words: Words, i: int) -> bool:
    low = words.low[i]
    if low == ".":
        return len(words.low[i - 1]) > 2 and not words.glued(i + 1) and not words.shapes[i + 1][:1].islower()
    return low in {"\n", "?", "!"}
