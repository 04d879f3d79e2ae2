"""What can be worked out inside one article, with the working shown; never a verdict on the world.

    mentions, rows and sentences of an article -> one small rule at a time -> checks

A rule would rather say nothing than something false: it speaks only where the words leave no doubt which figures
or names belong together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.checks.changes import multiples, percentages
from factcheck.checks.dates import ages, weekdays
from factcheck.checks.full_names import full_names
from factcheck.checks.magnitudes import headlines, magnitudes
from factcheck.checks.names import second_references, spellings
from factcheck.checks.page import Page
from factcheck.checks.sums import sums
from factcheck.models import Article, Assertion, Check, Mention
from factcheck.spans import Spans

__all__ = ["find"]

_RULES: tuple[Callable[[Page], Iterator[Check]], ...] = (
    weekdays, ages, sums, percentages, multiples, headlines, magnitudes, second_references, full_names,
    spellings,
)  # fmt: skip


def find(
    article: Article, assertions: Sequence[Assertion], mentions: Sequence[Mention], sentences: Spans
) -> tuple[Check, ...]:
    """The checks of one article, in order of the text.

    ``mentions`` and ``sentences`` are those of the article without its furniture; ``assertions`` are its rows, which
    the checks name.
    """
    page = Page(article, mentions, assertions, sentences)
    found = [check for rule in _RULES for check in rule(page)]
    return tuple(sorted(found, key=lambda check: (check.start, check.end, check.kind, check.working)))
