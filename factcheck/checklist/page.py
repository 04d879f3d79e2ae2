"""A document as the matcher sees it: words and signs, sentences, and what stands where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.checklist.wordforms import Atom, Spelling, atoms, spellings
from factcheck.models import FieldKind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEAR = 2
"""How many words may stand between a mention and the word that it counts in ``<count of missile>``."""

_JOINS = "of"
_OPENING = 3
"""How many words of a mention a phrase may have matched as words before it gets to the field."""
_COUNTS: frozenset[FieldKind] = frozenset(("number",))


class WordIndex:
    """All word groups of all phrases, by first word: looking a word up costs the same for any number of phrases."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, ...], int] = {}
        self._by_first: dict[str, list[tuple[int, Spelling]]] = {}

    def item(self, entries: tuple[str, ...]) -> int:
        """The number of a set of entries."""
        if entries not in self._items:
            number = self._items[entries] = len(self._items)
            for spelling in dict.fromkeys(spelling for entry in entries for spelling in spellings(entry)):
                self._by_first.setdefault(spelling.keys[0], []).append((number, spelling))
        return self._items[entries]

    def at(self, words: Sequence[Atom], place: int) -> Iterator[tuple[int, int]]:
        """The items whose words stand at ``place``, each with the place after them."""
        for item, spelling in self._by_first.get(words[place].key, ()):
            length = len(spelling.keys)
            found = words[place : place + length]
            if length > 1 and tuple(atom.key for atom in found) != spelling.keys:
                continue
            if spelling.exact is None or tuple(atom.text for atom in found) == spelling.exact:
                yield item, place + length

    def ending(self, text: str) -> set[int]:
        """The items that the last words of a short text are of."""
        words = list(atoms(text))
        return {item for place in range(len(words)) for item, end in self.at(words, place) if end == len(words)}


class Page:
    """Places are indices into ``atoms``; ends are exclusive."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], index: WordIndex) -> None:
        self.text = doc.text
        self.parse = doc if doc.has_annotation("DEP") else None
        self.atoms = list(atoms(doc.text))
        starts = [atom.start for atom in self.atoms]
        ends = [atom.end for atom in self.atoms]
        self._sentence_starts = sorted({0, *(bisect_left(starts, span.start_char) for span in doc.sents)})
        limits = zip(self._sentence_starts, [*self._sentence_starts[1:], len(self.atoms)], strict=True)
        self._sentence_ends = [end for start, end in limits for _ in range(start, end)]
        self._words: dict[int, dict[int, list[int]]] = {}
        for place in range(len(self.atoms)):
            for item, end in index.at(self.atoms, place):
                if end <= self.sentence_end(place):
                    self._words.setdefault(item, {}).setdefault(place, []).append(end)
        self._word_starts = {item: list(places) for item, places in self._words.items()}
        self._mentions: dict[FieldKind, dict[int, list[tuple[int, Mention]]]] = {}
        for mention in sorted(mentions, key=lambda mention: (mention.start, mention.end)):
            place, end = bisect_right(ends, mention.start), bisect_left(starts, mention.end)
            if place < end:
                self._mentions.setdefault(mention.kind, {}).setdefault(place, []).append((end, mention))
        quantities = self._mentions.setdefault("quantity", {})
        for place, numbers in self._mentions.get("number", {}).items():
            quantities.setdefault(place, numbers)  # "a population of 300,000" does not say what it counts
        counts = {place: [pair for pair in found if _is_count(pair[1])] for place, found in quantities.items()}
        self._mentions["count"] = {place: found for place, found in counts.items() if found}
        self._entered = self._inner_places()
        self._counted = self._nouns(index)
        self._starts_of_kinds: dict[tuple[FieldKind, ...], list[int]] = {}
        self._block_starts = self._blocks()

    def _inner_places(self) -> dict[FieldKind, dict[int, list[tuple[int, int]]]]:
        """For each kind and each place shortly after the first of a mention, the mention's (first place, end)."""
        inner: dict[FieldKind, dict[int, list[tuple[int, int]]]] = {}
        for kind, places in self._mentions.items():
            for first, found in places.items():
                for end, _ in found:
                    for place in range(first + 1, min(first + 1 + _OPENING, end)):
                        inner.setdefault(kind, {}).setdefault(place, []).append((first, end))
        return inner

    def _nouns(self, index: WordIndex) -> dict[int, dict[int, list[int]]]:
        """For each item the places of mentions whose value counts it, with the offsets of those mentions."""
        counted: dict[int, dict[int, list[int]]] = {}
        for places in self._mentions.values():
            for place, found in places.items():
                for _, mention in found:
                    for item in index.ending(getattr(mention.value, "noun", None) or ""):
                        counted.setdefault(item, {}).setdefault(place, []).append(mention.start)
        return counted

    def _blocks(self) -> list[int]:
        """Sentences, those joined that one mention (a quotation) runs through."""
        inside: set[int] = set()
        for places in self._mentions.values():
            for place, found in places.items():
                for end, _ in found:
                    first, last = self._sentence(place), self._sentence(end - 1)
                    inside.update(range(first + 1, last + 1))
        return [start for number, start in enumerate(self._sentence_starts) if number not in inside]

    def _sentence(self, place: int) -> int:
        return bisect_right(self._sentence_starts, place) - 1

    def sentence_end(self, place: int) -> int:
        """The end of the sentence that holds the place."""
        return self._sentence_ends[place]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence at an offset of the text."""
        return self._sentence(bisect_right(self.atoms, offset, key=lambda atom: atom.start) - 1)

    @property
    def block_count(self) -> int:
        """How many blocks there are."""
        return len(self._block_starts)

    def block(self, number: int) -> tuple[int, int]:
        """First place and end of a block: what a match may lie in."""
        after = number + 1
        end = self._block_starts[after] if after < len(self._block_starts) else len(self.atoms)
        return self._block_starts[number], end

    def blocks_of(self, places: Sequence[int]) -> list[int]:
        """The blocks that hold the places, each once, in order."""
        return list(dict.fromkeys(bisect_right(self._block_starts, place) - 1 for place in places))

    def word_starts(self, item: int) -> Sequence[int]:
        """Where words of the item begin, in order."""
        return self._word_starts.get(item, ())

    def counted_starts(self, item: int) -> Sequence[int]:
        """Where words of the item begin, or mentions that count it, in order."""
        return sorted({*self.word_starts(item), *self._counted.get(item, ())})

    def word_ends(self, item: int, place: int) -> Sequence[int]:
        """Where words of the item that begin at ``place`` end."""
        return self._words.get(item, {}).get(place, ())

    def mention_starts(self, kinds: tuple[FieldKind, ...]) -> Sequence[int]:
        """Where mentions of these kinds begin, in order."""
        if kinds not in self._starts_of_kinds:
            found = {place for kind in kinds for place in self._mentions.get(kind, ())}
            self._starts_of_kinds[kinds] = sorted(found)
        return self._starts_of_kinds[kinds]

    def mentions_at(
        self, kinds: tuple[FieldKind, ...], place: int, *, since: int, least: int
    ) -> Iterator[tuple[int, Mention]]:
        """The mentions of these kinds at the place that have ``least`` words or more, with their ends.

        "since 1998" is one mention: a phrase that writes ``since <when>`` has matched its first word already, so a
        mention also counts that begins a little before the place, but not before ``since``.
        """
        for kind in kinds:
            of_kind = self._mentions.get(kind, {})
            found = list(of_kind.get(place, ()))
            for first, end in self._entered.get(kind, {}).get(place, ()):
                if first >= since:
                    found += [pair for pair in of_kind[first] if pair[0] == end]
            for end, mention in found:
                if least == 1 or sum(atom.word for atom in self.atoms[place:end]) >= least:
                    yield end, mention

    def mention_over(self, kinds: tuple[FieldKind, ...], offset: int) -> Mention | None:
        """The mention of these kinds that holds the word at an offset; of nested ones the first."""
        place = bisect_right(self.atoms, offset, key=lambda atom: atom.start) - 1
        first = self._sentence_starts[self._sentence(max(place, 0))]
        for kind in kinds:
            for start in within(self.mention_starts((kind,)), first, place + 1):
                for _, mention in self._mentions[kind][start]:
                    if mention.start <= offset < mention.end:
                        return mention
        return None

    def number_ends(self, place: int, end: int, mention: Mention) -> Iterator[int]:
        """Where a mention may be left: at its end, and a quantity also after its number.

        So ``<count> ... <missile>`` finds "14 ballistic missiles" whether the field is a number or a quantity.
        """
        yield end
        if mention.kind == "quantity":
            yield from (after for after, _ in self._mentions.get("number", {}).get(place, ()) if after < end)

    def ends_in(self, item: int, place: int, end: int, mention: Mention, limit: int) -> Iterator[int]:
        """Where a mention may be left whose words end in one of the item, or that such words soon follow.

        The head of "35 tons of cargo" is "tons" as well, so it may be left there too. What is counted may also be
        said by the value's noun: "aged 12" counts "age". Words that follow count only where the value has no noun.
        """
        if mention.start in self._counted.get(item, {}).get(place, ()):
            yield end
        for start in range(place, end):
            for after in self.word_ends(item, start):
                if after == end or (after < end and self.atoms[after].key == _JOINS):
                    yield from dict.fromkeys((after, end))
        if getattr(mention.value, "noun", None) is None:
            for start in self.passing(end, limit, NEAR, _COUNTS):
                yield from self.word_ends(item, start)

    def passing(self, place: int, limit: int, most: int, around: Collection[FieldKind]) -> Iterator[int]:
        """The places that up to ``most`` words lead to; signs do not count, a mention of a kind stops it."""
        yield place
        passed = 0
        while place < limit and not any(place in self._mentions.get(kind, ()) for kind in around):
            if self.atoms[place].word:
                if passed == most:
                    return
                passed += 1
            place += 1
            yield place

    def text_ends(self, place: int, limit: int, most: int) -> Iterator[int]:
        """The ends of the stretches of one to ``most`` words from the place, none with a sign in it."""
        for end in range(place, min(limit, place + most)):
            if not self.atoms[end].word:
                return
            yield end + 1


def _is_count(mention: Mention) -> bool:
    """Whether a quantity is one of people or things: no measure, and no part of one, as "one in 12 jobs" is."""
    number = getattr(mention.value, "number", None)
    return getattr(mention.value, "unit", None) is None and not (number and 0 < abs(number) < 1)


def within(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of some sorted places that are at ``start`` or after and before ``end``."""
    return places[bisect_left(places, start) : bisect_left(places, end)]
