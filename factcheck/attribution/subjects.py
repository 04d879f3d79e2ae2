"""Subjects and noun phrases told from the words alone, for a pipeline without a parser."""

from __future__ import annotations

from factcheck.attribution.lexicon import grammar, verbs
from factcheck.attribution.reading import Reading, Words

_LONGEST_PHRASE = 30
PUNCTUATION = frozenset(',;:.!?()[]–—…"“”*') | {"--", "...", "''", "``"}


class Subjects:
    """Who does what a verb says, by word order and closed-class words."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def is_verb(self, index: int) -> bool:
        """Whether a word with the form of a verb is used as one: not "the reports", not "his claims"."""
        words, start = self.reading.words, self.reading.unit_start[index]
        if index > start and self.reading.written[index][0].isupper() and not self._is_headline(index):
            return False
        before = words[index - 1] if index > start else ""
        if before == "-" or before in grammar("possessives") or before in ("'s", "’s", "so", "of"):
            return False
        if before in grammar("determiners") and before not in grammar("pronouns"):
            return False
        known = verbs().get(words[index])
        if known is not None and words[index] == known.base and before:
            return self._takes_base_form(before)
        if words[index].endswith("ing") or before == "," or before in grammar("be"):
            return True
        return words[index + 1 : index + 2] != ["of"]

    def _takes_base_form(self, before: str) -> bool:
        """Whether a bare verb may follow the word: they say, officials say, to say, did not say."""
        if before in grammar("auxiliaries") or before in grammar("adverbs") or before in grammar("pronouns"):
            return True
        return before in ("and", ",") or (before.endswith("s") and before not in ("its", "his"))

    def _is_headline(self, index: int) -> bool:
        """Whether the words around are written as in a headline, with capitals."""
        written = self.reading.written[max(0, index - 3) : index + 4]
        return sum(word[0].isupper() for word in written if len(word) > 3) >= min(
            4, sum(len(word) > 3 for word in written)
        )

    def is_passive(self, verb: int) -> bool:
        """Whether what is said or expected is the subject: "was reported", "are expected"."""
        words = self.reading.words
        if words[verb].endswith("ing"):
            return False
        index = verb - 1
        while index > 0 and (words[index] in grammar("adverbs") or words[index].endswith("ly")):
            index -= 1
        return words[index] in grammar("be")

    def subject(self, verb: int, limit: int) -> Words | None:
        """The noun phrase before a verb, not back over ``limit``: "the minister" of "the minister also said"."""
        return self.agent(verb) if self.is_passive(verb) else self._before(verb, limit)

    def patient(self, verb: int) -> Words | None:
        """To whom it is done: the object, or the subject of a passive."""
        if self.is_passive(verb) or self.is_reduced_passive(verb):
            return self.topic(verb)
        found = self.phrase_from(verb + 1, self.reading.unit_end[verb])
        return self._with_joined(found) if found is not None else None

    def _with_joined(self, phrase: Words) -> Words:
        """A phrase with the name that "and" or "by" adds: "Roe and the bank", "the raid by the army"."""
        words, (first, last) = self.reading.words, phrase
        if last < len(words) and words[last] in ("and", "by"):
            name = last + 1 + (words[last + 1 : last + 2] == ["the"])
            if (mention := self.reading.mention_starting.get(name)) is not None:
                return first, self.reading.between(mention.start, mention.end)[1]
        return phrase

    def is_reduced_passive(self, verb: int) -> bool:
        """As in "Roe, accused of fraud": a participle with nothing after it that it could be done to."""
        words = self.reading.words
        if verb + 1 >= len(words) or words[verb].endswith("ing"):
            return False
        return words[verb + 1] in grammar("no_clause") - grammar("pronouns") - grammar("objects")

    def clause_subject(self, first: int, last: int) -> Words | None:
        """Who or what the clause ``first``..``last`` is about: the name, pronoun or phrase that it begins with."""
        mention = self.reading.mention_starting.get(first)
        if mention is not None:
            return self.reading.between(mention.start, mention.end)
        return self.phrase_from(first, last)

    def topic(self, verb: int) -> Words | None:
        """The grammatical subject of a verb, in the active or the passive."""
        start = self.reading.unit_start[verb]
        if self.is_reduced_passive(verb) and verb - 2 >= start and self.reading.words[verb - 1] == ",":
            return self._phrase_ending(verb - 2, start)
        return self._before(verb, start)

    def _before(self, verb: int, limit: int) -> Words | None:
        """The noun phrase before a verb and what may stand between them."""
        words, reading = self.reading.words, self.reading
        limit = max(limit, reading.unit_start[verb])
        index = verb - 1
        while index >= limit and (self._stands_between(words[index]) or self._is_day(index)):
            index -= 1
        index = self._before_parenthesis(index, limit)
        if index < limit:
            return None
        if words[index] in grammar("relatives"):
            index -= 1
            if index >= limit and words[index] == ",":
                index -= 1
            return self._phrase_ending(index, limit)
        if words[index] == ",":
            return None if words[verb].endswith("ing") else self._with_apposition(index, limit)
        return self._phrase_ending(index, limit)

    def first_subject(self, start: int, limit: int) -> Words | None:
        """The noun phrase that a sentence seems to be about: its first name, or its first words."""
        reading = self.reading
        for index in range(start, limit):
            if reading.quoted[index] >= 0:
                return None
            if index in reading.mention_starting and reading.mention_starting[index].kind != "place":
                return self.phrase_from(index, limit)
            if reading.words[index] in grammar("pronouns"):
                return index, index + 1
            if reading.words[index] in grammar("determiners"):
                return self.phrase_from(index, limit)
        return self.phrase_from(start, limit) if start < limit else None

    def last_subject(self, start: int, limit: int) -> Words | None:
        """Who the last clause of a sentence that leads to a quotation is about."""
        return self.first_subject(start, limit)

    def owner(self, noun: int) -> Words | None:
        """Whose it is, by the words before a noun: "the ministry's repeated denial"."""
        lower, start = self.reading.words, self.reading.unit_start[noun]
        for index in range(noun - 1, max(start, noun - 4) - 1, -1):
            if lower[index] in grammar("possessives"):
                return index, index + 1
            if lower[index] in ("'s", "’s", "'", "’"):
                if (mention := self.reading.mention_ending.get(index)) is not None:
                    return self.reading.between(mention.start, mention.end)
                return self.phrase_to(index, start)
        return None

    def phrase_to(self, last: int, limit: int) -> Words | None:
        """The noun phrase that ends before the word ``last``."""
        return self._phrase_ending(last - 1, limit)

    def phrase_from(self, first: int, limit: int) -> Words | None:
        """The noun phrase that begins at ``first``: "a lawyer for the firm" of "said a lawyer for the firm, who"."""
        words, reading = self.reading.words, self.reading
        limit = min(limit, first + _LONGEST_PHRASE)
        index = first
        while index < limit:
            mention = reading.mention_starting.get(index)
            if mention is not None:
                index = max(index + 1, reading.between(mention.start, mention.end)[1])
                continue
            word = words[index]
            inner = word in grammar("inner_prepositions") and word in (
                "of",
                "for",
                "from",
                "with",
                "at",
                "close",
                "familiar",
            )
            if word in PUNCTUATION or reading.quoted[index] >= 0 or word in grammar("times"):
                break
            if index > first and not inner and (word in grammar("boundaries") or word in grammar("inner_prepositions")):
                if (name := self._name_ahead(index)) is None:
                    break
                index = name
                continue
            index += 1
        return reading.trimmed((first, index))

    def _name_ahead(self, index: int) -> int | None:
        """Where the person's name begins that a long title runs up to: "envoy to the United Nations Jane Roe"."""
        reading = self.reading
        for at in range(index + 1, min(len(reading), index + 6)):
            mention = reading.mention_starting.get(at)
            if mention is not None and mention.kind == "name":
                return (
                    at if reading.words[at - 1] not in grammar("inner_prepositions") | {"and", "or", "that"} else None
                )
            if not reading.is_word(at) or (reading.words[at] in verbs() and reading.named[at] < 0):
                return None
        return None

    def _is_day(self, index: int) -> bool:
        """Whether the word is of "on Thursday" between a subject and its verb."""
        times = grammar("times")
        word, following = self.reading.words[index], self.reading.words[index + 1]
        return word in times or (word == "on" and following in times)

    def _stands_between(self, word: str) -> bool:
        return word in grammar("auxiliaries") or word in grammar("adverbs") or (word.endswith("ly") and len(word) > 4)

    def agent(self, verb: int) -> Words | None:
        """As in "the Gazette" of "was first reported by the Gazette"."""
        words, limit = self.reading.words, self.reading.unit_end[verb]
        by = next((index for index in range(verb + 1, min(limit, verb + 4)) if words[index] == "by"), limit)
        return self.phrase_from(by + 1, limit) if by + 1 < limit else None

    def _before_parenthesis(self, index: int, limit: int) -> int:
        """Back over a short remark in parentheses: "Roe (D-Ohio) said"."""
        words = self.reading.words
        if index >= limit and words[index] in (")", "]"):
            for opening in range(index - 1, max(limit, index - 9), -1):
                if words[opening] in ("(", "["):
                    return opening - 1
        return index

    def _phrase_ending(self, last: int, limit: int) -> Words | None:
        """The noun phrase whose last word is ``last``."""
        words, reading = self.reading.words, self.reading
        if last < limit or words[last] in PUNCTUATION or reading.quoted[last] >= 0:
            return None
        if words[last] in grammar("pronouns"):
            return last, last + 1
        first = last + 1
        limit = max(limit, last - _LONGEST_PHRASE)
        while first > limit:
            index = first - 1
            mention = reading.mention_ending.get(first)
            if (
                mention is not None
                and (begin := reading.between(mention.start, mention.end)[0]) >= limit
                and begin < first
            ):
                first = begin
                continue
            word = words[index]
            if word in PUNCTUATION or word in grammar("boundaries") or reading.quoted[index] >= 0:
                break
            if word in verbs() and self.is_verb(index) and index < last:
                break
            first = index
        while first < last and (words[first] in grammar("inner_prepositions") or self._stands_between(words[first])):
            first += 1
        return reading.trimmed((first, last + 1))

    def _with_apposition(self, comma: int, limit: int) -> Words | None:
        """As in "Roe, a lawyer in Ohio" before a verb: back to the name that the apposition explains."""
        words, reading = self.reading.words, self.reading
        limit = max(limit, comma - _LONGEST_PHRASE)
        nearest: int | None = None
        for index in range(comma - 1, limit, -1):
            if reading.quoted[index] >= 0 or words[index] in ("said", ";", ":"):
                break
            if words[index] != ",":
                continue
            mention = reading.mention_ending.get(index)
            if mention is not None and mention.kind in ("name", "organisation"):
                nearest = index
                break
            nearest = index if nearest is None else nearest
        if nearest is None:
            return self._phrase_ending(comma - 1, limit)
        head = self._phrase_ending(nearest - 1, limit)
        return None if head is None else (head[0], comma)
