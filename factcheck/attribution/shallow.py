"""Subjects and clauses told from the words alone, for a pipeline without a parser."""

from __future__ import annotations

from factcheck.attribution.lexicon import SAYING, Frame, grammar, reporting, verbs
from factcheck.attribution.reading import Words
from factcheck.attribution.subjects import PUNCTUATION, Subjects

_INTRODUCTION = 12
"""Words of "As the minister noted" at most."""
_BY_WHOM = 9
"""Words of "reported by the paper on Tuesday," after the verb at most."""
_HEADLINE = 4
"""Words from a verb on, the full stop included, that may name the speaker of a headline."""
_TAKES_OBJECT: frozenset[Frame] = frozenset(["judge", "accuse", "call"])


class Shallow(Subjects):
    """What a parser would say, guessed from word order and closed-class words."""

    def clause_end(self, first: int, limit: int) -> int:
        """Where the clause that begins at ``first`` ends, at most ``limit``."""
        words, quoted = self.reading.words, self.reading.quoted
        for index in range(first + 2, limit):
            if quoted[index] >= 0:
                continue
            if words[index] == ";":
                return index
            if words[index - 1] == "," or words[index - 1] in ("–", "—", "--"):
                if words[index] in grammar("clause_ends") and words[index + 1 : index + 2] != ["that"]:
                    return index
                if words[index].endswith("ing") and words[index] in verbs():
                    return index
            if words[index - 1] in ("”", "''", '"') and words[index].endswith("ing") and words[index] in verbs():
                return index
        return limit

    def phrase_end(self, head: int, first: int) -> int:
        """Where the clause or phrase that begins at ``first`` and hangs on ``head`` ends."""
        return self.clause_end(first, self.reading.unit_end[head])

    def contents(self, verb: int) -> tuple[Words, ...]:
        """What the verb reports besides quotations that stand on their own; empty where there is none."""
        reading = self.reading
        frames = reporting(reading.words[verb]).frames
        limit = reading.unit_end[verb]
        first = self._clause_start(verb, limit, frames)
        if first is not None:
            content = reading.trimmed((first, self.clause_end(first, limit)))
            return (content,) if content else ()
        if frames & SAYING and (before := self._clause_before(verb)):
            return before
        return self._object(verb, limit)

    def _is_aside(self, first: int) -> bool:
        """Whether what follows a report is none of it: "..., he said, while ...", "..., he said, adding ..."."""
        word = self.reading.words[first]
        return word in grammar("contrasts") or (word.endswith("ing") and word in verbs())

    def whole_source(self, phrase: Words) -> Words:
        """A source with all that says more of it; word order alone does not tell where that ends."""
        return phrase

    def introduced(self, verb: int) -> Words | None:
        """What is said in "As the minister noted, the ship was late"."""
        reading, words = self.reading, self.reading.words
        start, limit = reading.unit_start[verb], reading.unit_end[verb]
        if words[start] not in grammar("comparisons") or not start < verb < start + _INTRODUCTION:
            return None
        comma = next((at for at in range(verb + 1, min(limit, verb + _BY_WHOM)) if words[at] == ","), None)
        if comma is None or not reporting(words[verb]).frames & SAYING or limit - comma < 4:
            return None
        if any(self.is_clause_verb(at) for at in range(verb + 1, comma)):
            return None
        return reading.trimmed((comma + 1, limit))

    def inverted(self, verb: int) -> tuple[Words, tuple[Words, ...]] | None:
        """Who says what in "The ship was late, said the minister, a Liberal": the verb stands behind and leads."""
        reading, words = self.reading, self.reading.words
        start, limit = reading.unit_start[verb], reading.unit_end[verb]
        if words[verb - 1] != "," or verb - start < 3 or not words[verb].endswith(("d", "s", "e", "y")):
            return None
        if "say" not in reporting(words[verb]).frames or not self._leads_to_speaker(verb, limit):
            return None
        speaker, before = self.phrase_from(verb + 1, limit), reading.trimmed((start, verb - 1))
        if speaker is None or before is None:
            return None
        after = speaker[1]
        goes_on = after + 3 < limit and (self.is_clause_verb(after + 1) or reading.quoted[after + 1] >= 0)
        if words[after : after + 1] == [","] and goes_on:
            rest = reading.trimmed((after + 1, limit))  # "The ship, said the minister, was late"
            return speaker, (before, rest) if rest else (before,)
        named = reading.mention_starting.get(verb + 1)
        person = named is not None and named.kind == "name"
        if limit - verb > _HEADLINE and not person and not self.is_clause(*before):
            return None  # "The minister, Jane Roe, estimated the cost at ..."
        return (speaker, (before,)) if verb - start >= 5 else None

    def _leads_to_speaker(self, verb: int, limit: int) -> bool:
        """Whether a person or body follows a verb, and no clause."""
        reading, words = self.reading, self.reading.words
        if verb + 1 >= limit or reading.quoted[verb + 1] >= 0:
            return False
        begins = words[verb + 1] in grammar("determiners") and words[verb + 1] != "that"
        headline = limit - verb <= _HEADLINE and reading.is_word(verb + 1)  # "Ship was late, says ministry"
        if not begins and not headline and verb + 1 not in reading.mention_starting:
            return False
        for index in range(verb + 1, limit):
            if reading.quoted[index] >= 0:
                return False
            if words[index] in PUNCTUATION and reading.named[index] < 0:
                return True
            if self.is_clause_verb(index):
                return False
        return True

    def is_clause(self, first: int, last: int) -> bool:
        """Whether words may be a sentence: "on Tuesday at the port" is none."""
        return self.reading.words[first] not in grammar("inner_prepositions") or self.reading.quoted[last - 1] >= 0

    def is_clause_verb(self, index: int) -> bool:
        """Whether the word is surely the verb of a clause."""
        if self.reading.words[index] in grammar("be") | grammar("have"):
            return self.reading.words[index].isalpha()
        return self.reading.words[index] in verbs() and self.is_verb(index)

    def _clause_start(self, verb: int, limit: int, frames: frozenset[Frame]) -> int | None:
        """Where the clause or infinitive that the verb governs begins."""
        words = self.reading.words
        first = verb + 1
        while first < limit and (words[first] in grammar("times") or words[first] in ("also", "only")):
            first += 1
        if first >= limit:
            return None
        if frames & SAYING:
            that = self._conjunction(verb, limit)
            if that is not None:
                return that + 1 if words[that] == "that" else that
            if "tell" in frames:
                first = self._after_addressee(first, limit)
            if frames & {"say", "tell"} and first + 1 < limit and words[first] not in grammar("no_clause"):
                return first
        if "will" in frames and words[first] == "to":
            return first
        if "bid" in frames:
            for index in range(first + 1, min(limit, first + 12)):
                if words[index] in PUNCTUATION:
                    break
                if words[index] == "to":
                    return first + 1 if words[first] in ("on", "for") else first
        return None

    def _conjunction(self, verb: int, limit: int) -> int | None:
        """The "that" or question word of the clause after a verb, past an addressee, a place or a time."""
        words, quoted = self.reading.words, self.reading.quoted
        for index in range(verb + 1, min(limit, verb + 14)):
            if words[index] == "that" or (words[index] in grammar("questions") and index < verb + 4):
                return index
            if words[index] in PUNCTUATION or quoted[index] >= 0 or words[index] in grammar("auxiliaries"):
                return None
            if words[index] in verbs() and self.is_verb(index):
                return None
        return None

    def _after_addressee(self, first: int, limit: int) -> int:
        """Past whom a thing is told: one name, or a short phrase."""
        reading = self.reading
        mention = reading.mention_starting.get(first)
        if mention is not None:
            return reading.between(mention.start, mention.end)[1]
        if reading.words[first] in grammar("determiners") or reading.words[first] in grammar("possessives"):
            return min(limit, first + 2)
        return min(limit, first + 1)

    def _clause_before(self, verb: int) -> tuple[Words, ...]:
        """The clause before "..., he said" and, where the sentence goes on, the one after it."""
        reading, words = self.reading, self.reading.words
        start, limit = reading.unit_start[verb], reading.unit_end[verb]
        speaker = self.subject(verb, start)
        if speaker is None and words[verb - 1] == ",":  # "..., said the minister"
            speaker = self.phrase_from(verb + 1, limit)
            opening = verb
        elif speaker is not None:
            opening = speaker[0]
        if speaker is None or opening - 3 < start or words[opening - 1] not in (",", "–", "—", "--"):
            return ()
        before = reading.trimmed((start, opening - 1))
        if before is None:
            return ()
        after = max(verb + 1, speaker[1])
        goes_on = words[after : after + 1] == [","] and after + 2 < limit
        goes_on = goes_on and (limit - after > 4 or self.is_clause_verb(after + 1))
        rest = reading.trimmed((after + 1, limit)) if goes_on else None
        if rest is not None and not self._is_aside(rest[0]):
            return before, rest
        hangs = "," not in words[slice(*before)]  # "Just as it ended, he told them"
        hangs = hangs and not grammar("subordinators").isdisjoint(words[before[0] : before[0] + 2])
        return (before,) if before[1] - before[0] > 2 and not hangs and self.is_clause(*before) else ()

    def _object(self, verb: int, limit: int) -> tuple[Words, ...]:
        """What is condemned, backed, described, called for: the words up to the next comma."""
        reading, words = self.reading, self.reading.words
        frames, prepositions = reporting(words[verb]).frames, reporting(words[verb]).prepositions
        first = verb + 1
        if first < limit and words[first] in prepositions:
            first += 1
        elif not frames & _TAKES_OBJECT or (words[first : first + 1] and words[first] in grammar("particles")):
            return ()
        content = reading.trimmed((first, self._next_pause(first, limit)))
        return (content,) if content else ()

    def _next_pause(self, first: int, limit: int) -> int:
        """The first punctuation or conjunction, outside quotation marks, that ends an object."""
        words, quoted = self.reading.words, self.reading.quoted
        ends = grammar("clause_ends") - {"with"}
        for index in range(first, limit):
            if quoted[index] < 0 and (words[index] in PUNCTUATION or words[index] in ends):
                return index
        return limit
