"""Reports without a reporting verb: statement nouns, adjectives of belief, "according to", turns of a talk."""

from __future__ import annotations

from factcheck.attribution.cues import Cues
from factcheck.attribution.lexicon import grammar, nouns
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow

Found = tuple[Words | None, tuple[Words, ...]]
"""Who speaks, and what is reported."""

_NEAR = 10
"""Words between a noun and its clause: "a warning from the ministry last week that ..."."""


class Sources:
    """Finds what nouns, adjectives and source phrases report."""

    def __init__(self, reading: Reading, phrases: Shallow, cues: Cues) -> None:
        self.reading = reading
        self.phrases = phrases
        self.cues = cues

    def noun(self, noun: int) -> Found | None:
        """As in "her claim that ...", "a warning from them that ...", "their refusal to ...", "his attack on ..."."""
        reading, lower = self.reading, self.reading.words
        clause, infinitive, prepositions = nouns()[lower[noun]]
        limit = reading.unit_end[noun]
        owner = self.phrases.owner(noun)
        following = lower[noun + 1] if noun + 1 < limit else ""
        if owner is not None and (following in prepositions or (infinitive and following == "to")):
            first = noun + 1 if following == "to" and following not in prepositions else noun + 2
            content = reading.trimmed((first, self.phrases.phrase_end(noun, first)))
            return (owner, (content,)) if content else None
        that = next((at for at in range(noun + 1, min(limit, noun + _NEAR)) if lower[at] in (",", ".", "that")), limit)
        if not clause or that >= limit - 2 or lower[that] != "that" or self.cues.within(noun + 1, that):
            return None
        if (owner is None and self._is_place_of_saying(noun)) or not self._has_subject(that + 1):
            return None
        content = reading.trimmed((that + 1, self.phrases.phrase_end(noun, that + 1)))
        return (owner or self._origin(noun, that), (content,)) if content else None

    def _has_subject(self, first: int) -> bool:
        """Whether a clause begins with more than its verb: "a claim that she won", not "a claim that failed"."""
        word = self.reading.words[first]
        return (
            word not in grammar("auxiliaries")
            and word not in grammar("have")
            and not self.phrases.is_clause_verb(first)
        )

    def adjective(self, adjective: int) -> Found | None:
        """As in "he is confident that ...", "she made clear that ..."."""
        reading, lower = self.reading, self.reading.words
        if lower[adjective + 1 : adjective + 2] != ["that"]:
            return None
        makes = lower[adjective - 1] not in grammar("auxiliaries") and self.phrases.is_clause_verb(adjective - 1)
        made = adjective - makes  # "made clear that"
        speaker = self.phrases.subject(made, reading.unit_start[adjective])
        if speaker is None or lower[speaker[0] : speaker[1]] in (["it"], ["there"]):
            return None
        content = reading.trimmed((adjective + 2, self.phrases.phrase_end(adjective, adjective + 2)))
        return (speaker, (content,)) if content else None

    def phrase(self, index: int) -> Found | None:
        """As in "according to X, ..."; "..., according to X"; "..., according to X, ..."."""
        reading, lower = self.reading, self.reading.words
        after = self.cues.phrase_end(index)
        if after is None and (owner := self.cues.count_owner(index)) is not None:
            counted = reading.trimmed((reading.unit_start[index], index))
            return owner, (counted,) if counted else ()
        start, limit = reading.unit_start[index], reading.unit_end[index]
        speaker = self.phrases.phrase_from(after, limit) if after is not None else None
        if after is None or speaker is None or (after == index + 1 and not self._may_be_source(after)):
            return None
        speaker = self.phrases.whole_source(speaker)
        if start == index and (named := self._named_at(after)) is not None:
            rest = reading.trimmed((named[1], limit))  # "According to Roe the ship was late"
            return named, (rest,) if rest else ()
        comma = next((at for at in range(speaker[1], limit) if lower[at] == ","), limit)
        before = reading.trimmed((start, index))
        rest = reading.trimmed((comma, limit)) if comma < limit else None
        if before is None:
            return speaker, (rest,) if rest else ()
        if rest and lower[index - 1] == "," and comma == speaker[1] and before[1] - before[0] < rest[1] - rest[0]:
            return speaker, (before, rest)
        return speaker, (before,)

    def _may_be_source(self, first: int) -> bool:
        """Whether a source may begin at a word: "per Roe", "per the report", not "10 per cent"."""
        return first in self.reading.mention_starting or self.reading.words[first] in grammar("determiners")

    def _named_at(self, first: int) -> Words | None:
        """The name that begins at a word, with an article, where the sentence goes on behind it without a comma."""
        reading, lower = self.reading, self.reading.words
        mention = reading.mention_starting.get(first + (lower[first] in grammar("articles")))
        last = reading.between(mention.start, mention.end)[1] if mention is not None else len(lower)
        if mention is None or mention.kind == "role" or last >= reading.unit_end[first]:
            return None
        begins = lower[last] in grammar("determiners") | grammar("pronouns") or lower[last][0].isdigit()
        begins = begins or (lower[last + 1 : last + 2] != [] and lower[last + 1][:1].isdigit())  # "over 300 people"
        return (first, last) if begins else None

    def turn(self, paragraph: Words) -> tuple[int, Found] | None:
        """A paragraph that begins with a name and a colon, as in a transcript or a headline; the colon's index too."""
        reading, lower = self.reading, self.reading.words
        mention = reading.mention_starting.get(paragraph[0])
        if mention is None or mention.kind not in ("name", "organisation"):
            return None
        colon = reading.between(mention.start, mention.end)[1]
        if colon >= paragraph[1] - 2 or lower[colon] != ":":
            return None
        content = reading.trimmed((colon + 1, paragraph[1]))
        return (colon, ((paragraph[0], colon), (content,))) if content else None

    def _is_place_of_saying(self, noun: int) -> bool:
        """As in "said in a statement that ...": the clause is the verb's."""
        lower = self.reading.words
        before = lower[max(self.reading.unit_start[noun], noun - 4) : noun]
        verbs_near = [cue for cue in self.cues.within(noun - _NEAR, noun) if self.cues.kinds[cue] == "verb"]
        return bool(verbs_near) and bool({"in", "with", "by", "during", "at"}.intersection(before))

    def _origin(self, noun: int, limit: int) -> Words | None:
        """Whose statement it is, where nothing says that they own it: "a claim by the party", "the U.S. demand"."""
        if noun + 2 < limit and self.reading.words[noun + 1] in ("by", "from", "of"):
            return self.phrases.phrase_from(noun + 2, limit)
        body = self.reading.mention_ending.get(noun)  # "the U.S. demand that"
        return self.reading.between(body.start, body.end) if body is not None else None
