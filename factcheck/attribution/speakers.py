"""Who the words for a speaker stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.attribution.lexicon import grammar
from factcheck.attribution.reading import Reading, Words
from factcheck.english import coref
from factcheck.english.names.lexicon import titles
from factcheck.english.names.people import gender_of
from factcheck.models import Attribution, Mention, Name

_MARKS = frozenset(["“", "‘", '"', "'", "''", "``", "«", "„"])
_GENDERS = {"he": "m", "she": "f"}


class Speakers:
    """Resolves the words for speakers to the people and bodies that an article names."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.links = {link.start: link for link in coref.links(reading.doc, reading.speakers)}
        self.roles = {
            mention.value.name: mention.value.role
            for mention in reversed(reading.speakers)
            if isinstance(mention.value, Name) and mention.value.role
        }
        self.last: tuple[int, str, bool] | None = None  # who spoke last: the paragraph, the name, whether a person

    def attribution(self, speaker: Words | None, cue: Words) -> Attribution:
        """Who says it, by the words of the article; the mode is left to the one who sees the content.

        No speaker in the text (a passive): the words are empty and stand at the cue, and it is unnamed.
        """
        reading = self.reading
        cue_start, cue_end = reading.offsets(cue)
        cue_text = reading.text[cue_start:cue_end]
        if speaker is None:
            return Attribution("", None, cue_text, "indirect", cue_start, cue_start, unnamed=True)
        start, end = reading.offsets(speaker)
        text = reading.text[start:end]
        mention = self._named(start, end) or self._apposed(speaker)
        if mention is not None and isinstance(mention.value, Name):
            name = mention.value
            if len(both := self._together(mention, end)) > 1:
                return Attribution(text, None, cue_text, "indirect", start, end, candidates=both)
            self.last = reading.paragraph[speaker[0]], name.name, mention.kind == "name"
            return Attribution(text, name.name, cue_text, "indirect", start, end, role=name.role)
        owned = speaker[1] - speaker[0] > 1 and reading.words[speaker[0]] in grammar("possessives")
        link = None if owned else self.links.get(start)  # "its chief" is not what "it" is
        names = link.names if link is not None and link.named else ()
        settled = link is not None and len(link.names) == 1
        if settled and link is not None and (spoke := self._who_spoke_here(speaker, link)) is not None:
            names = (spoke,)
        elif not settled and (goes_on := self._who_goes_on(speaker, names)) is not None:
            names = (goes_on,)
        if len(names) == 1:
            return Attribution(text, names[0], cue_text, "indirect", start, end, role=self.roles.get(names[0]))
        unnamed = not names and text.lower() not in grammar("pronouns")
        return Attribution(text, None, cue_text, "indirect", start, end, unnamed=unnamed, candidates=tuple(names))

    def _who_spoke_here(self, speaker: Words, link: coref.Link) -> str | None:
        """Who spoke last in the paragraph of a pronoun, where that was settled by somebody of a paragraph before."""
        here = self.reading.paragraph[speaker[0]]
        if self.last is None or self.last[0] != here or link.antecedent is None:
            return None
        first, _ = self.reading.between(*link.antecedent)
        return self._who_goes_on(speaker, ()) if self.reading.paragraph[first] < here else None

    def _who_goes_on(self, speaker: Words, names: Sequence[str]) -> str | None:
        """Who spoke last, for a pronoun in the same paragraph or the next, where nothing speaks against it."""
        pronoun = self.reading.text[slice(*self.reading.offsets(speaker))].lower()
        if self.last is None:
            return None
        paragraph, name, is_person = self.last
        if not 0 <= self.reading.paragraph[speaker[0]] - paragraph <= 1 or (names and name not in names):
            return None
        if is_person:
            return name if pronoun in _GENDERS and gender_of(name) in (_GENDERS[pronoun], "u") else None
        return name if pronoun in ("it", "they") else None

    def heads(self, words: Words) -> tuple[str, ...]:
        """Whom a phrase is about, not those that it only mentions: both of "Jane Roe and the bank"."""
        start, end = self.reading.offsets(words)
        first = self._named(start, end) or self._apposed(words)
        if first is None or first.kind == "role":
            return ()
        before_it = self.reading.words[words[0] : self.reading.between(first.start, end)[0]]
        if first.start < end and not grammar("inner_prepositions").union(["and"]).isdisjoint(before_it):
            return ()
        names, before = [first], first
        for mention in self._heads(first.end, end):
            joined = self.reading.text[before.end : mention.start].lower().split()
            if mention.kind != "role" and joined and {"and", "or", ",", "&", "the", ",and"}.issuperset(joined):
                names.append(mention)
            before = mention
        return tuple(m.value.name for m in names if isinstance(m.value, Name))

    def _named(self, start: int, end: int) -> Mention | None:
        """The name that heads the phrase, a person before a body."""
        heads = self._heads(start, end)
        people = [mention for mention in heads if mention.kind == "name"]
        return next(iter(people or heads), None)

    def _heads(self, start: int, end: int) -> list[Mention]:
        """The names and roles that head the phrase.

        No owner ("Roe's lawyer"), none before another noun ("the Roe campaign", "a White House official"), none after
        a preposition ("a lawyer for Roe", "an official at Roe airport"), none inside a role.
        """
        heads: list[Mention] = []
        for mention in self._nameable_from(start):
            if mention.end > end:
                break
            if isinstance(mention.value, Name) and self._is_head(mention, start, end):
                heads.append(mention)
        roles = [mention for mention in heads if mention.kind == "role"]
        return [head for head in heads if head in roles or not any(r.start <= head.start < r.end for r in roles)]

    def _nameable_from(self, offset: int) -> Iterator[Mention]:
        """The names and roles that begin at or after an offset."""
        nameable = self.reading.nameable
        for index in range(bisect_left(nameable, offset, key=lambda mention: mention.start), len(nameable)):
            yield nameable[index]

    def _apposed(self, speaker: Words) -> Mention | None:
        """The person between commas behind a phrase that names nobody: "the bill's author, Rep. Jane Roe, said"."""
        reading, last = self.reading, speaker[1]
        if last + 1 >= len(reading) or reading.words[last] != "," or reading.text[reading.starts[last] - 1].isspace():
            return None
        first = last + 1
        title = titles().longest(reading.words, reading.written, first, len(reading))
        if title is not None and first not in reading.mention_starting:
            first = title[0]  # "Dr.", which is no part of the name
        mention = reading.mention_starting.get(first)
        if mention is not None and mention.kind == "role":
            mention = reading.mention_starting.get(reading.between(0, mention.end)[1])
        if mention is None or mention.kind != "name":
            return None
        after = reading.between(0, mention.end)[1]
        return mention if after == len(reading) or reading.words[after] in (",", ".", "of") else None

    def _together(self, first: Mention, end: int) -> tuple[str, ...]:
        """The people that a phrase joins: "Jane Roe and Karl Lund"."""
        assert isinstance(first.value, Name)
        names, before = [first.value.name], first
        for mention in self._nameable_from(first.end):
            if mention.end > end or mention.kind != first.kind or not isinstance(mention.value, Name):
                break
            if self.reading.text[before.end : mention.start].strip() not in ("and", "&", ","):
                break
            names.append(mention.value.name)
            before = mention
        return tuple(dict.fromkeys(names))

    def _is_head(self, mention: Mention, start: int, end: int) -> bool:
        reading = self.reading
        first, last = reading.between(mention.start, mention.end)
        if mention.end < end and last < len(reading) and reading.words[last] in ("'s", "’s", "'", "’"):
            return False
        if mention.end < end and reading.written[last].islower() and reading.words[last] not in grammar("after_names"):
            return False
        if mention.start == start:
            return True
        while first > 1 and reading.words[first - 1] in _MARKS:
            first -= 1
        before = reading.words[first - 1]
        if before in grammar("articles") and first >= 2 and reading.starts[first - 1] > start:
            before = reading.words[first - 2]
        if before == "by" and not grammar("seen").isdisjoint(reading.words[max(0, first - 3) : first]):
            return False  # "statements seen by the Gazette"
        return before not in grammar("inner_prepositions")
