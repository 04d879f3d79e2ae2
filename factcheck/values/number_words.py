"""The number words of English, from ``data/numbers.yaml`` and ``data/hedges.yaml``, ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from factcheck.models import Number
from factcheck.resources import word_table
from factcheck.values.lexemes import FRACTION_SIGNS, Phrases


class Reading(NamedTuple):
    """What lexemes ``first`` to ``last`` say. ``scale`` is what the last scale word multiplied by."""

    first: int
    last: int
    value: float
    scale: Number = 1
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of ``data/numbers.yaml``, ready for look-up."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    articles: frozenset[str]
    parts: dict[str, int]
    no_part_after: frozenset[str]
    denominators: dict[str, int]
    fraction_before: frozenset[str]
    multiples: dict[str, int]
    ordinals: dict[str, int]
    ordinal_endings: frozenset[str]
    negatives: frozenset[str]
    vague: Phrases[dict[str, Any]]
    starts: frozenset[str]


@cache
def words() -> NumberWords:
    """The tables, read once."""
    table = word_table("values/data/numbers.yaml")
    scales = {word: int(value) for word, value in table["scales"].items()}
    vague = word_table("values/data/hedges.yaml")["vague"]
    starts = {*table["units"], *table["tens"], *scales, *table["articles"], *table["parts"], *table["ordinals"]}
    starts.update(table["multiples"], FRACTION_SIGNS)
    starts.update(phrase.split()[0] for phrase in vague)
    return NumberWords(
        units=table["units"],
        tens=table["tens"],
        scales=scales,
        short_scales={word: int(value) for word, value in table["short_scales"].items()},
        articles=frozenset(table["articles"]),
        parts=table["parts"],
        no_part_after=frozenset(table["no_part_after"]),
        denominators=table["denominators"],
        fraction_before=frozenset(table["fraction_before"]),
        multiples=table["multiples"],
        ordinals=table["ordinals"],
        ordinal_endings=frozenset(table["ordinal_endings"]),
        negatives=frozenset(table["negatives"]),
        vague=Phrases(vague.items()),
        starts=frozenset(starts),
    )


def short_scale(word: str) -> Number:
    """What a letter after digits multiplies by ("m": a million), 1 for any other word."""
    return words().short_scales.get(word, 1)


def starts_number(word: str) -> bool:
    """Whether a number can begin with ``word`` (lower case)."""
    return word[0].isdecimal() or word in words().units or word in words().tens


def scale(word: str) -> Number:
    """What a scale word multiplies by ("million"), 1 for any other word."""
    return words().scales.get(word, 1)
