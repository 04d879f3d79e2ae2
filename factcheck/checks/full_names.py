"""A second reference without a first: a surname that never gets its full name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from factcheck.checks.page import Page, Sentence, listed
from factcheck.english.names.lexicon import first_names, particles, surnames
from factcheck.english.names.people import parts
from factcheck.models import Check, Mention, Name
from factcheck.resources import word_table
from factcheck.spelling import fold


def full_names(page: Page) -> Iterator[Check]:
    """A surname alone, after a title or said more than once, of which no full name stands anywhere in the article.

    Left alone are quotations, those who go by one name (a king, a pope), and a word that is no surname we know and has
    no title: it may be no person.
    """
    elsewhere: set[str] = set()
    alone: dict[str, list[tuple[Sentence, Mention]]] = defaultdict(list)
    for sentence, mention in page.every():
        if isinstance(mention.value, Name) and mention.kind != "role":
            written = [part for part in parts(page.text(mention)) if part not in particles()]
            if len(written) != 1 or mention.kind != "name":
                elsewhere.update(written)  # in a full name, or the name of a place or body: who is meant is open
            elif sentence.kind == "body" and not page.quoted(mention) and len(parts(mention.value.name)) == 1:
                alone[written[0]].append((sentence, mention))
    for surname, places in alone.items():
        titled = any(_titled(*place) for place in places)
        known = surname in surnames() and surname not in first_names() and len(places) > 1
        if surname not in elsewhere and (titled or known):
            mentions = [mention for _, mention in places]
            times = "once" if len(mentions) == 1 else f"{len(mentions)} times"
            working = f"“{page.text(mentions[0])}” stands alone, {times}"
            yield page.check("full name", working, "The full name is nowhere in the article", *mentions)


def _titled(sentence: Sentence, mention: Mention) -> bool:
    """Whether a capitalised title stands right before the name: "Mr. Okafor", "Senator Okafor"."""
    words = [(word, start) for word, start in sentence.before(mention.start, 2) if word != "."]
    return bool(words) and sentence.article.text[words[-1][1]].isupper() and words[-1][0] in _titles()


@cache
def _titles() -> frozenset[str]:
    """The last words of titles that a surname follows."""
    table = word_table("english/data/titles.yaml")
    phrases = [title for group in ("honorifics", "titles") for words in table[group].values() for title in words]
    ends = {fold(title).split()[-1].rstrip(".") for title in phrases}
    return frozenset(ends - listed("one name") - set(first_names()))
