"""Parts against the whole: "12 people: seven soldiers and six civilians"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks.figures import Figure, figures, plain
from factcheck.checks.page import Page, Sentence, listed
from factcheck.models import Check

_NEAR = 5
"""Words that a part may have besides its figure."""

_MOST = 20
"""Figures of a sentence; what has more is a table."""


def sums(page: Page) -> Iterator[Check]:
    """A whole that a sentence tells apart into parts, and a part that is larger than its whole."""
    for sentence in page.sentences:
        found = figures(sentence)
        for place, whole in enumerate(found[:-1] if len(found) <= _MOST else ()):
            parts = [part for part in found[place + 1 :] if part.measure == whole.measure]
            if not parts or whole.measure[0] == "percent" or whole.number <= 2 or not _exact([whole, *parts]):
                continue
            if check := _told_apart(page, sentence, whole, parts) or _within(page, sentence, whole, parts[0]):
                yield check
                break


def _exact(found: Sequence[Figure]) -> bool:
    """Whether no figure is hedged."""
    return all(getattr(one.mention.value, "hedge", None) is None for one in found)


def _told_apart(page: Page, sentence: Sentence, whole: Figure, parts: Sequence[Figure]) -> Check | None:
    """Whole, colon or dash, parts joined by commas, "and" before the last: they should be all of it."""
    first = sentence.words(whole.mention.end, parts[0].mention.start)
    if len(parts) < 2 or len(first) > _NEAR or not first or first[-1] not in listed("lists"):
        return None
    gaps = [sentence.words(one.mention.end, two.mention.start) for one, two in pairwise(parts)]
    joined = all(gap and gap[-1] in {",", *listed("goes_on")} and len(gap) <= _NEAR for gap in gaps)
    words = sentence.words(whole.mention.end, sentence.end)
    if not joined or gaps[-1][-1] not in listed("goes_on") or listed("not_all") & set(words):
        return None
    total = sum(part.number for part in parts)
    working = f"{' + '.join(plain(part.number) for part in parts)} is {plain(total)}"
    slack = sum(part.high - part.low for part in (whole, *parts)) / 2
    agrees = abs(total - whole.number) <= slack
    message = f"The text says {page.text(whole.mention)}: {'agrees' if agrees else 'does not agree'}"
    return page.check("sum", working, message, whole.mention, *(part.mention for part in parts))


def _within(page: Page, sentence: Sentence, whole: Figure, part: Figure) -> Check | None:
    """As in "12 people, including 15 children": said only where the part is larger."""
    between = " ".join(sentence.words(whole.mention.end, part.mention.start))
    if len(between.split()) > 3 or not between.endswith(tuple(listed("part_of"))) or part.low <= whole.high:
        return None
    working = f"{plain(part.number)} is more than {plain(whole.number)}"
    message = f"The text gives {page.text(part.mention)} as a part of {page.text(whole.mention)}"
    return page.check("sum", working, message, part.mention, whole.mention)
