"""Figures that an article gives twice: in the headline and the body, in millions and in billions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, combinations

from factcheck.checks.figures import Figure, figures
from factcheck.checks.page import Page, Sentence, listed
from factcheck.models import Check, Money, Percent, Quantity

_LARGE = 100_000


def headlines(page: Page) -> Iterator[Check]:
    """A figure of the headline that the body gives differently or not at all."""
    running = [sentence for sentence in page.sentences if sentence.kind == "body"]
    if not running:
        return
    kinds: dict[str, list[Figure]] = {}
    alike: dict[tuple[object, str], list[Figure]] = {}
    for one in (figure for sentence in running for figure in _all(sentence)):
        kinds.setdefault(one.measure[0], []).append(one)
        alike.setdefault((one.measure, _noun(one)), []).append(one)
    body = {kind: _Body(found) for kind, found in kinds.items()}
    for sentence in page.sentences:
        if sentence.kind != "headline":
            continue
        for figure in figures(sentence):
            if _listing(sentence, figure) or _is_share(figure):
                continue
            if figure.measure[0] in body and body[figure.measure[0]].has(figure):
                continue
            said = page.text(figure.mention)
            other = alike.get((figure.measure, _noun(figure)), []) if _noun(figure) else []
            if other:
                found = "; ".join(dict.fromkeys(page.text(one.mention) for one in other[:3]))
                working = f"Headline: {said}. Body: {found}"
                yield page.check("headline", working, "The body gives another figure", figure.mention, other[0].mention)
            elif figure.number > 2:
                yield page.check("headline", f"Headline: {said}", "No such figure in the body", figure.mention)


def _all(sentence: Sentence) -> list[Figure]:
    """The figures of a sentence, ranges with them."""
    return figures(sentence) + [
        Figure(one, low, low, high, (one.value.kind, None))
        for one in sentence.mentions
        if isinstance(one.value, Quantity | Money | Percent) and one.value.number is None
        for low, high in [(_bound(one.value.low, "-inf"), _bound(one.value.high, "inf"))]
    ]


def _bound(end: float | None, open_end: str) -> float:
    return float(open_end) if end is None else float(end)


class _Body:
    """The figures of one kind in the body, to be asked for one of a headline: an article may have many of both."""

    def __init__(self, found: Iterable[Figure]) -> None:
        ordered = sorted((one.low, one.high) for one in found)
        self._lows = [low for low, _ in ordered]
        self._highest = list(accumulate((high for _, high in ordered), max))

    def has(self, figure: Figure) -> bool:
        """Whether one of them meets the headline's, which may be rounded to its last digit that is not nought."""
        half = 0.0
        if figure.number >= 100 and figure.number.is_integer():
            digits = str(int(figure.number))
            half = 10 ** (len(digits) - len(digits.rstrip("0"))) / 2
        below = bisect_right(self._lows, figure.high + half)
        return below > 0 and self._highest[below - 1] >= figure.low - half


def _listing(sentence: Sentence, figure: Figure) -> bool:
    """Whether it is a list's or a section's, "Five things to know", "2.1 Methods": the body does not count those."""
    bare = figure.mention.kind == "number" and figure.mention.start == sentence.start
    return bare or _noun(figure) in listed("listed")


def _is_share(figure: Figure) -> bool:
    """Whether it is a part of things, "one in 12 jobs": the body may say that in many ways."""
    return figure.measure == ("quantity", None) and 0 < figure.number < 1


def _noun(figure: Figure) -> str:
    """The last word of what is counted, without its plural."""
    noun = getattr(figure.mention.value, "noun", None)
    return noun.split()[-1].lower().removesuffix("s") if noun else ""


def magnitudes(page: Page) -> Iterator[Check]:
    """As in "$2.5 million" here and "$2.5 billion" there: the same digits of the same thing, a thousand times apart."""
    large: dict[tuple[str, tuple[str, str | None]], list[tuple[Sentence, Figure]]] = {}
    for sentence in page.sentences:
        for figure in figures(sentence):
            if figure.number >= _LARGE and figure.measure[0] in ("money", "quantity"):
                digits = f"{figure.number:.6e}".split("e")[0].rstrip("0").rstrip(".")
                large.setdefault((digits, figure.measure), []).append((sentence, figure))
    for (digits, _), shelf in sorted(large.items(), key=lambda item: item[1][0][1].mention.start):
        sizes: dict[float, tuple[Sentence, Figure]] = {}
        for sentence, figure in shelf:
            sizes.setdefault(figure.number, (sentence, figure))
        for (here, one), (there, two) in combinations(sizes.values(), 2):
            times = max(one.number, two.number) / min(one.number, two.number)
            telling = len(digits.replace(".", "")) + len(_content(here) & _content(there)) > 2
            if times in (1e3, 1e6) and _noun(one) == _noun(two) and telling:
                working = f"“{page.text(one.mention)}” and “{page.text(two.mention)}” are {times:,.0f} times apart"
                yield page.check(
                    "magnitude", working, "If they are of one thing, one is wrong", two.mention, one.mention
                )


def _content(sentence: Sentence) -> set[str]:
    """The words of a sentence but the short ones, its figures left out."""
    taken = {word for one in figures(sentence) for word in sentence.words(one.mention.start, one.mention.end)}
    return {word for word in sentence.words(sentence.start, sentence.end) if len(word) > 3} - taken
