"""Values: what the words of an article say in numbers, money, times, laws and votes, as intervals.

    Doc -> every kind by itself -> overlaps settled -> mentions

A number inside a date, a law's name, a vote's tally or the name of a weapon counts nothing, so the more specific
reading takes the words (``_TAKES``). A number in its quantity, a name in its role and anything inside a quotation
are two readings that both stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from factcheck.models import Article, FieldKind, Mention, Quantity, Time
from factcheck.values import laws, quantities, quotes, times, votes

__all__ = ["find"]

Kinds = tuple[FieldKind, ...]

_AMOUNTS: Kinds = ("number", "quantity", "money", "percent")
_NAMES: Kinds = ("name", "organisation", "place", "text")

_TAKES: tuple[tuple[Kinds, Kinds], ...] = (
    (("law",), (*_NAMES, "time", "vote", *_AMOUNTS)),
    (("vote",), _AMOUNTS),
    (("time",), _AMOUNTS),
    (_NAMES, _AMOUNTS),
)
"""Which kinds take the words of which others, in this order; what is taken cannot take."""


_CLOCK = ("s", "min", "h")
"""Units so small that what is counted in them from a moment that the text leaves open is no date, but a length."""


def find(doc: Doc, article: Article, names: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """Every mention in ``article`` that a checklist's field can hold, sorted by start, longest first.

    ``doc`` is the article's text with sentence starts; ``names`` are the mentions of people, roles, organisations and
    places, which come back with the rest unless a law's name took their words. Furniture yields nothing.
    """
    stretches = [(one.start, one.end) for one in article.paragraphs if one.kind != "furniture"]
    counted = quantities.find(doc, article)
    measured = {(one.start, one.end) for one in counted if isinstance(one.value, Quantity) and one.value.unit}
    lengths = {one.start for one in counted if isinstance(one.value, Quantity) and one.value.unit in _CLOCK}
    dated = times.find(doc, published=article.published, paragraphs=article.paragraphs)
    counts = {(one.start, one.end) for one in counted if one.kind == "number"}
    found = [
        *(one for one in names if one.kind not in _NAMES or (one.start, one.end) not in counts),  # "Fourteen years"
        *(
            one
            for one in dated
            if (one.start, one.end) not in measured  # 1520 in "1520 square metres"
            and not (one.start in lengths and isinstance(one.value, Time) and not one.value.resolved)
        ),
        *quotes.find(doc, article),
        *(one for one in (*laws.find(doc), *votes.find(doc)) if _read(one, stretches)),
        *counted,
    ]
    for takers, takes in _TAKES:
        found = _settle(found, takers, takes)
    return tuple(sorted(found, key=lambda one: (one.start, -one.end, one.kind)))


def _read(mention: Mention, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether ``mention`` lies in one of ``stretches``, which are in order."""
    last = bisect_right(stretches, mention.start, key=lambda stretch: stretch[0]) - 1
    return last >= 0 and mention.end <= stretches[last][1]


def _settle(mentions: list[Mention], takers: Kinds, takes: Kinds) -> list[Mention]:
    """``mentions`` without those of the kinds ``takes`` whose number or name overlaps one of the kinds ``takers``."""
    taken = _Stretches(one for one in mentions if one.kind in takers)
    gone = {id(one.value) for one in mentions if one.kind in takes and one.kind != "quantity" and taken.overlap(one)}
    return [one for one in mentions if one.kind not in takes or id(one.value) not in gone]


class _Stretches:
    """Stretches of the text that something may overlap."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        ordered = sorted((one.start, one.end) for one in mentions)
        self._starts = [start for start, _ in ordered]
        self._reach: list[int] = []  # the furthest end so far, since names nest
        for _, end in ordered:
            self._reach.append(max(end, self._reach[-1] if self._reach else end))

    def overlap(self, mention: Mention) -> bool:
        """Whether one of the stretches shares a character with ``mention``."""
        last = bisect_left(self._starts, mention.end) - 1
        return last >= 0 and self._reach[last] > mention.start
