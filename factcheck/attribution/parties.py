"""Who the words for somebody who is accused, or who answers, name."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.attribution.blame import words
from factcheck.attribution.lexicon import grammar
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.speakers import Speakers
from factcheck.english.names.lexicon import role_words
from factcheck.models import Mention, Name
from factcheck.spelling import fold


class Parties:
    """Resolves words to the people, bodies and places that they name."""

    def __init__(self, reading: Reading, speakers: Speakers) -> None:
        self.reading = reading
        self.speakers = speakers

    def accused(self, phrase: Words) -> list[tuple[str, ...]]:
        """Who is accused with these words: for each party its name, or several where it is unclear who is meant.

        The names that head the phrase ("the bank and Roe"); where there are none, who did or owns what the phrase is
        about: "Roe's handling", "their silence", "the raid by the army", "the policies of the bank"; else a body that
        answers for itself without a name, "the government".
        """
        found: list[tuple[str, ...]] = [(name,) for name in self.speakers.heads(phrase)]
        if not found and (linked := self._linked(phrase) or self._holder(phrase)):
            found = [linked]
        if not found:
            found = [(name,) for name in self._behind(phrase)]
        if not found and (institution := self._institution(phrase)):
            found = [(institution,)]
        return list(dict.fromkeys(found))

    def named(self, phrase: Words) -> list[str]:
        """Everybody named in a phrase, or whom the pronoun or description that it begins with stands for."""
        found = [mention.value.name for mention in self._mentions(phrase) if isinstance(mention.value, Name)]
        link = self.speakers.links.get(self.reading.starts[phrase[0]])
        if link is not None and link.named and len(link.names) == 1:
            found.append(link.names[0])
        if not found and (institution := self._institution(phrase)):
            found.append(institution)
        return list(dict.fromkeys(found))

    def spoken_for(self, phrase: Words) -> list[str]:
        """The body without a name that somebody speaks for: "the government" of "a government spokesman"."""
        if words("on_behalf").isdisjoint(self.reading.words[slice(*phrase)]):
            return []
        return [f"the {word}" for word in self.reading.words[slice(*phrase)] if word in words("institutions")]

    def _linked(self, phrase: Words) -> tuple[str, ...]:
        """Whom "they" stands for, or "the ministry", or the first word of "their silence"."""
        link = self.speakers.links.get(self.reading.starts[phrase[0]])
        if link is None or not link.named:
            return ()
        owns = self.reading.words[phrase[0]] in grammar("possessives") and phrase[1] - phrase[0] > 1
        return () if owns and self._is_role(phrase) else link.names

    def _holder(self, phrase: Words) -> tuple[str, ...]:
        """Whom "the mayor" means that the article names only later."""
        lower = self.reading.words
        if lower[phrase[0]] not in grammar("articles"):
            return ()
        end = next((at for at in range(*phrase) if lower[at] in grammar("inner_prepositions")), phrase[1])
        described = " ".join(lower[phrase[0] + 1 : end])
        return tuple(name for name, role in self.speakers.roles.items() if role.lower() == described)

    def _institution(self, phrase: Words) -> str | None:
        """Who can be rung though the article gives no name: "the government", "the Northern army", "police"."""
        lower, (first, last) = self.reading.words, phrase
        end = next((at for at in range(first, last) if lower[at] in grammar("inner_prepositions")), last)
        begin = first + (lower[first] == "the")
        if not begin < end or lower[end - 1] not in words("institutions") or (begin == first and end - begin > 1):
            return None
        start, stop = self.reading.offsets((begin, end))
        return f"the {self.reading.text[start:stop]}"

    def _behind(self, phrase: Words) -> list[str]:
        """Who did or owns what a phrase is about."""
        reading, lower = self.reading, self.reading.words
        found: list[str] = []
        for mention in self._mentions(phrase):
            assert isinstance(mention.value, Name)
            first, last = reading.between(mention.start, mention.end)
            before = first - 1 - (lower[first - 1] in grammar("articles"))
            following = lower[last] if last < phrase[1] else ""
            owns = following in ("'s", "’s", "'", "’")
            owner = owns and not self._is_role((last + 1, phrase[1]))
            doer = lower[before] == "by" or (lower[before] == "of" and lower[before - 1] in words("doings"))
            if (not found and (owner or following in words("doings"))) or (before > phrase[0] and doer and not owns):
                found.append(mention.value.name)
        return found

    def _is_role(self, phrase: Words) -> bool:
        """Whether the words up to a preposition are somebody, who is then meant: "Roe's lawyer"."""
        reading = self.reading
        for index in range(*phrase):
            if reading.words[index] in grammar("inner_prepositions"):
                return False
            word = fold(reading.words[index])
            if role_words().longest([word], [word], 0, 1):
                return True
        return False

    def _mentions(self, phrase: Words) -> list[Mention]:
        """The names, roles left out, inside a phrase."""
        start, end = self.reading.offsets(phrase)
        named = self.reading.speakers_named
        first = bisect_left(named, start, key=lambda mention: mention.start)
        last = bisect_left(named, end, key=lambda mention: mention.start)
        return named[first:last]
