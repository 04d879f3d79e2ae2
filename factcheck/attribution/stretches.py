"""Reports to stretches of text that nest or are disjoint, and the innermost one at an offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from factcheck.attribution.reading import Reading, Words
from factcheck.models import Attribution, Mode, Stretch


def stretches(reading: Reading, said: Attribution, contents: Sequence[Words]) -> Iterator[Stretch]:
    """The stretches of one report, ``said`` with its mode set: its contents, and each quotation within them."""
    texts = [_full(reading, words) for words in contents]
    quotes = [list(_within(reading, start, end)) for start, end in texts]
    direct = all((start, end) in inside for (start, end), inside in zip(texts, quotes, strict=True))
    mode: Mode = "direct" if direct else "mixed" if any(quotes) else "indirect"
    said = replace(said, mode=mode)
    for (start, end), inside in zip(texts, quotes, strict=True):
        yield Stretch(start, end, (start, end) in inside, said)
        yield from (Stretch(*quote, True, said) for quote in inside if quote != (start, end))


def nested(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches in order of start, the outer before the inner, cut where one would cross another.

    Of two on the same words the first given stays. What somebody says to have said ("he says he told them") is part
    of what the same person says around it.
    """
    kept: list[Stretch] = []
    open_: list[Stretch] = []
    for stretch in sorted(found, key=lambda stretch: (stretch.start, -stretch.end)):
        while open_ and open_[-1].end <= stretch.start:
            open_.pop()
        outer = open_[-1] if open_ else None
        inner = replace(stretch, end=min(stretch.end, outer.end)) if outer else stretch
        if any(_is_same_speaker(each, inner) for each in open_):
            continue
        if inner.start < inner.end and (outer is None or (outer.start, outer.end) != (inner.start, inner.end)):
            kept.append(inner)
            open_.append(inner)
    return tuple(kept)


def _is_same_speaker(outer: Stretch, inner: Stretch) -> bool:
    """Whether two attributions of nested words give them to one person."""
    one, other = outer.attribution, inner.attribution
    return one is not None and other is not None and one != other and one.name is not None and one.name == other.name


def reach(stretches: Sequence[Stretch]) -> list[int]:
    """How far each of the stretches of ``find`` and all before it go: the greatest of their ends."""
    return list(accumulate((stretch.end for stretch in stretches), max))


def at(stretches: Sequence[Stretch], start: int, end: int, *, ends: Sequence[int] = ()) -> Stretch | None:
    """The innermost of the stretches of ``find`` that contains ``text[start:end]``; ``None``: nobody says it.

    ``ends``: the ``reach`` of the stretches, made once where this is asked often; it tells how far back to look.
    """
    ends = ends or reach(stretches)
    index = bisect_right(stretches, start, key=lambda stretch: stretch.start) - 1
    while index >= 0 and ends[index] >= end:
        if stretches[index].end >= end:
            return stretches[index]
        index -= 1
    return None


def _full(reading: Reading, words: Words) -> tuple[int, int]:
    """The offsets of words, with the whole of a quotation that they begin or end in."""
    start, end = reading.offsets(words)
    if (first := reading.quoted[words[0]]) >= 0:
        start = min(start, reading.quotes[first].start)
    if (last := reading.quoted[words[1] - 1]) >= 0:
        end = max(end, reading.quotes[last].end)
    return start, end


def _within(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The quotations inside ``text[start:end]``."""
    first = bisect_left(reading.quotes, start, key=lambda quote: quote.start)
    for quote in reading.quotes[first:]:
        if quote.end > end:
            return
        yield quote.start, quote.end
