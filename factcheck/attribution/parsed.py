"""What verbs govern, read off a dependency parse (CLEAR labels, as in spaCy's English pipelines)."""

from __future__ import annotations

from factcheck.attribution.governors import FINITE, ParsedSubjects
from factcheck.attribution.lexicon import SAYING, grammar, reporting, verbs
from factcheck.attribution.reading import Words
from factcheck.attribution.subjects import PUNCTUATION

_OBJECT_LIKE = frozenset(["dobj", "oprd", "acomp", "attr", "ccomp", "xcomp"])
_NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "EX"])
_ASIDE_LENGTH = 24
"""Words between the commas around a relative clause or an apposition at most."""
_ADDRESSEE = 12
"""Words between "spoke" and "about" at most: spoke to the crew of the ship on Tuesday about"""
_TENSES = frozenset(["VBD", "VBZ"])
_ASIDE_LENGTH = 24
"""Words between the commas around a relative clause or an apposition at most."""
_ADDRESSEE = 12
"""Words between "spoke" and "about" at most: spoke to the crew of the ship on Tuesday about"""
_TENSES = frozenset(["VBD", "VBZ"])
_ASIDE = frozenset(["prep", "npadvmod", "advmod", "dative"])


class Parsed(ParsedSubjects):
    """What verbs govern, by the parse where it answers and by word order where it does not."""

    def phrase_end(self, head: int, first: int) -> int:
        """Where the clause or phrase that begins at ``first`` and hangs on ``head`` ends."""
        ends = [self.right[child] for child in self.children[head] if self.left[child] <= first < self.right[child]]
        return self._until_next_report(first, max(ends)) if ends else super().phrase_end(head, first)

    def contents(self, verb: int) -> tuple[Words, ...]:
        """The clause, infinitive or object that the verb governs."""
        frames = reporting(self.reading.words[verb]).frames
        parts: list[Words] = list(self._clause_before(verb)) if frames & SAYING and self._ends_report(verb) else []
        finite = self.tags[verb] != "VBG"
        if not parts and finite and "tell" in frames and self._conjunction(verb, self.reading.unit_end[verb]) is None:
            parts = list(self._clause_before(verb))  # "It was late, he told the crew"
        for child in self.children[verb]:
            label = self.labels[child]
            if not parts and label == "ccomp" and frames & {"say", "state", "tell", "will", "bid", "call"}:
                parts = self._clause(child, verb)
        if not parts and frames & {"will", "bid"}:
            parts = self._infinitive(verb)
        if not parts and self.labels[verb] in ("parataxis",) and frames & {"say", "state"}:
            parts = self._around(verb)
        says_that = frames & SAYING and self.reading.words[verb + 1 : verb + 2] == ["that"]
        if not parts and not says_that and frames & {"judge", "accuse", "call"}:
            passive = self.is_passive(verb) and self._child(verb, ("dobj",)) is None
            parts = self._judged_by(verb) if passive else self._judged(verb)
        if not parts and "about" in frames:
            parts = self._about(verb)
        if parts or not frames & {"say", "state", "tell"}:
            return tuple(parts)
        if finite and not says_that and self._has_object(verb) and (before := self._clause_before(verb)):
            return before  # "..., Roe wrote on her page"
        if not self._has_object(verb) or self._runs_into_quotation(verb) or self._has_conjunction(verb):
            return super().contents(verb)
        if frames & {"say", "state"} and (clause := self._clause_at_once(verb)):
            return (clause,)
        return ()

    def _clause_at_once(self, verb: int) -> Words | None:
        """A clause that follows a verb with nothing between, which the parser took for an object: "said it is so"."""
        lower, first, limit = self.reading.words, verb + 1, self.reading.unit_end[verb]
        if not self._begins_clause(first, limit):
            return None
        finite = self._first_finite(first, limit)
        if lower[finite : finite + 1] == [","]:  # "say the plan, which is old, is late"
            resumes = next(
                (at for at in range(finite + 1, min(limit - 1, finite + _ASIDE_LENGTH)) if lower[at] == ","), -1
            )
            relative = lower[finite + 1] in grammar("relatives")
            if not relative or resumes < 0 or self.tags[resumes + 1] not in FINITE:
                return None
            return self.reading.trimmed((first, self._until_next_report(first, self.clause_end(resumes + 1, limit))))
        if finite in (first, limit) or self.tags[finite] not in FINITE:
            return None
        if not grammar("relatives").isdisjoint(lower[first:finite]):
            return None  # "announced a plan that would ..."
        return self.reading.trimmed((first, self._until_next_report(first, self.clause_end(first, limit))))

    def _first_finite(self, first: int, limit: int) -> int:
        """The first word that has a tense or is punctuation; ``limit`` where there is none."""
        words = self.reading.words
        return next((at for at in range(first, limit) if self.tags[at] in FINITE or words[at] in PUNCTUATION), limit)

    def _begins_clause(self, first: int, limit: int) -> bool:
        """Whether a word may be the first of a clause's subject."""
        word = self.reading.words[first] if first < limit else ","
        if word in grammar("times") or word in PUNCTUATION or self.reading.quoted[first] >= 0:
            return False
        if self.tags[first] == "RB" and self.tags[first + 1 : first + 2] == ["CD"]:
            return True  # "around 100 people"
        return self.tags[first] in _NOMINAL or word in grammar("determiners") or word in grammar("pronouns")

    def _has_conjunction(self, verb: int) -> bool:
        return self._conjunction(verb, self.reading.unit_end[verb]) is not None

    def _ends_report(self, verb: int) -> bool:
        """Whether a pause follows: the verb stands behind what is said, or in its middle."""
        return self.reading.words[verb + 1 : verb + 2] in ([","], ["."], ["—"], ["–"], ["--"])

    def _runs_into_quotation(self, verb: int) -> bool:
        """As in "said that its "..."": quotation marks confuse parsers."""
        for index in range(verb + 1, min(self.reading.unit_end[verb], verb + 16)):
            if self.reading.quoted[index] >= 0:
                return True
            if not self.reading.is_word(index):
                return False
        return False

    def _clause(self, root: int, verb: int) -> list[Words]:
        """The words of a clause, around the reporting words where they stand in its middle."""
        first, last = self.left[root], self.right[root]
        if (first < verb < last or last <= verb) and self.reading.words[verb + 1] != "that":
            return self._around(verb)
        first = self._clause_begin(verb, max(first, verb + 1))
        by_words = self.clause_end(first, self.reading.unit_end[verb])
        cut_short = (
            last < by_words and self.reading.is_word(last) and self.reading.words[last] not in grammar("conjuncts")
        )
        if any(self.reading.quoted[index] >= 0 for index in range(first, by_words)) or self._goes_on(last) or cut_short:
            last = by_words  # quotation marks confuse parsers
        last = self._until_second_predicate(verb, first, last)
        content = self.reading.trimmed((first, self._until_next_report(first, last)))
        return [content] if content else []

    def _until_second_predicate(self, verb: int, first: int, last: int) -> int:
        """Before "and highlighted it" of "said she is late and highlighted it", which belongs to who said it."""
        lower, tense = self.reading.words, self.tags[verb]
        if tense not in _TENSES:
            return last
        seen: str | None = None
        for index in range(first, last):
            if self.reading.quoted[index] >= 0:
                continue
            if lower[index] in ("and", "but"):
                after = index + 1
                while after < last and self.tags[after] == "RB":
                    after += 1
                if after < last and self.tags[after] == tense != seen and lower[after] in verbs():
                    return index
            if seen is None and self.tags[index] in FINITE:
                seen = "VBD" if lower[index] in grammar("have") else self.tags[index]
        return last

    def _goes_on(self, last: int) -> bool:
        """Whether the parser cut a clause too short: "she was ill | and would stay", "... | , but that it was safe"."""
        lower = self.reading.words
        joins = last + (lower[last : last + 1] == [","])
        if lower[joins : joins + 2] in (["and", "that"], ["but", "that"]):
            return True
        joins = last - (lower[last - 1] in ("and", "or"))
        return lower[joins : joins + 1] in (["and"], ["or"]) and self.tags[joins + 1 : joins + 2] == ["MD"]

    def _clause_begin(self, verb: int, first: int) -> int:
        """Past "that"; back to the verb over words that the parser hung elsewhere."""
        lower = self.reading.words
        between = range(verb + 1, first)
        aside = any(self.left[child] == verb + 1 and self.labels[child] in _ASIDE for child in self.children[verb])
        if not aside and not reporting(lower[verb]).frames & {"tell", "bid"} and self._begins_clause(verb + 1, first):
            return verb + 1
        for index in between:
            if lower[index] in grammar("questions") or lower[index] == "that":
                first = index
                break
        else:
            if (
                between
                and PUNCTUATION.isdisjoint(lower[i] for i in between)
                and all(self.labels[c] in _OBJECT_LIKE for c in self.children[verb] if verb < c < first)
                and "tell" not in reporting(lower[verb]).frames
            ):
                first = verb + 1
        if "tell" in reporting(lower[verb]).frames and (number := self.reading.named[first]) >= 0:
            told = self.reading.between(0, self.reading.speakers_named[number].end)[1]
            first = told if lower[told : told + 1] == ["that"] else first  # "told the mayor, Roe, that"
        return first + 1 if lower[first] == "that" else first

    def _until_next_report(self, first: int, last: int) -> int:
        """Before "..., adding that", which the parser often takes for part of the clause."""
        lower = self.reading.words
        for index in range(first + 3, last):
            if (
                lower[index - 1] == ","
                and lower[index].endswith("ing")
                and lower[index] in verbs()
                and self.reading.quoted[index] < 0
            ):
                return index
            if self.reading.quoted[index] >= 0:
                continue
            if lower[index] == "according":
                return index
        return last

    def _around(self, verb: int) -> list[Words]:
        """A sentence without the reporting words in it: "The plan, he said, will fail"."""
        if self.tags[verb] == "VBG":
            return []  # "..., saying that"
        first, last = verb, verb + 1
        for child in self.children[verb]:
            if (
                self.labels[child] in ("nsubj", "aux", "advmod", "npadvmod", "dative", "prep", "dobj", "neg")
                and abs(child - verb) < 12
            ):
                first, last = min(first, self.left[child]), max(last, self.right[child])
        start, end = self.reading.unit_start[verb], self.reading.unit_end[verb]
        parts = [self.reading.trimmed(part) for part in ((start, first), (last, end)) if part[0] < part[1]]
        return [part for part in parts if part is not None and part[1] - part[0] > 1]

    def _infinitive(self, verb: int) -> list[Words]:
        """As in "to stay" of "vowed to stay"; "them to leave" of "urged them to leave"."""
        clause = next(
            (child for child in self.children[verb] if self.labels[child] == "xcomp" and self._is_infinitive(child)),
            None,
        )
        if clause is None:
            return []
        first = self.left[clause]
        frames = reporting(self.reading.words[verb]).frames
        if (
            "will" in frames
            and not frames & SAYING
            and not self.is_passive(verb)
            and self._has_own_subject(verb, first)
        ):
            first = verb + 1  # "wants the ship to stay"
        content = self.reading.trimmed((first, self._until_next_report(first, self.right[clause])))
        about = self._passive_subject(verb) if self.is_passive(verb) else None
        parts = [about, content] if about and about[1] <= first else [content]
        return [part for part in parts if part]

    def _has_own_subject(self, verb: int, infinitive: int) -> bool:
        """Whether somebody else than who speaks stands between a verb and its infinitive."""
        return self._begins_clause(verb + 1, infinitive) and PUNCTUATION.isdisjoint(
            self.reading.words[verb + 1 : infinitive]
        )

    def _passive_subject(self, verb: int) -> Words | None:
        """What is expected to do something: "the ship is expected to stay"."""
        subject = next((child for child in self.children[verb] if self.labels[child] == "nsubjpass"), None)
        return self._phrase(subject) if subject is not None else None

    def _without_day(self, words: Words) -> Words:
        """An object without the day of the report at its end: "rejected the plan on Tuesday"."""
        first, last = words
        lower = self.reading.words
        while last - first > 2 and lower[last - 1] in grammar("times"):
            last -= 1
        return first, last - (last < words[1] and last - first > 2 and lower[last - 1] == "on")

    def _is_infinitive(self, verb: int) -> bool:
        return any(self.reading.words[child] == "to" for child in self.children[verb])

    def _judged(self, verb: int) -> list[Words]:
        """What is condemned or called something, with what it is called or accused of."""
        first, last = len(self.labels), verb
        if any(self.labels[child] == "prt" for child in self.children[verb]):
            return []  # "called off the talks"
        for child in self.children[verb]:
            label, word = self.labels[child], self.reading.words[child]
            adds = label == "prep" and word in ("as", "for", "of", "with") and last > verb
            if child > verb and (adds or label in _OBJECT_LIKE):
                first, last = min(first, self.left[child]), max(last, self.right[child])
        if first < last:
            last = self._object_end(verb, last)
        last = self._until_next_report(first, self._until_second_predicate(verb, first, last))
        content = self.reading.trimmed(self._without_day((first, last))) if first < last else None
        return [content] if content else []

    def _judged_by(self, verb: int) -> list[Words]:
        """What is condemned or called something in the passive: "the plan was condemned as a mistake by the bank"."""
        subject = self._child(verb, ("nsubjpass",))
        if subject is None or self.reading.words[subject] in grammar("relatives") | {"it", "there"}:
            return []
        rest = [
            (self.left[child], self.right[child])
            for child in self.children[verb]
            if child > verb
            and (self.labels[child] in _OBJECT_LIKE or self.reading.words[child] in ("as", "for", "of"))
            and self.reading.words[child] not in grammar("times")
        ]
        if not rest and self._child(verb, ("agent",)) is None:
            return []
        parts = [self._phrase(subject), self.reading.trimmed((rest[0][0], rest[-1][1])) if rest else None]
        return [part for part in parts if part]

    def _object_end(self, verb: int, last: int) -> int:
        """Where an object ends whose last phrases the parser hung on the verb: "proposed funds | to help them"."""
        lower, limit = self.reading.words, self.reading.unit_end[verb]
        while last < limit and lower[last] in grammar("object_prepositions"):
            ends = [self.right[head] for head in (last, self.heads[last]) if self.left[head] == last]
            if not ends or self._is_occasion(last, max(ends)):
                break
            last = max(ends)
        return last

    def _is_occasion(self, first: int, last: int) -> bool:
        """Whether words say when or where something is said: "in an interview", "on Tuesday"."""
        words = self.reading.words[first:last]
        return not grammar("occasions").union(grammar("times")).isdisjoint(words) and words[0] != "of"

    def _about(self, verb: int) -> list[Words]:
        """As in "an inquiry" of "called for an inquiry", "spoke to the crew about an inquiry"."""
        lower, prepositions = self.reading.words, reporting(self.reading.words[verb]).prepositions
        particle = self._child(verb, ("prt",))
        if particle is not None and lower[particle] not in prepositions:
            return []  # "touched down on"
        at = next(
            (child for child in self.children[verb] if lower[child] in prepositions and 0 < child - verb < 4), None
        )
        if at is None:
            at = self._after_addressee_of(verb)
        if at is None or lower[at + 1 : at + 2] == [] or lower[at + 1] in grammar("times"):
            return []
        end = max(self.right[child] for child in self.children[verb]) if self.labels[at] == "prt" else self.right[at]
        content = self.reading.trimmed((at + 1, self._until_next_report(at + 1, self._object_end(verb, end))))
        return [content] if content else []

    def _after_addressee_of(self, verb: int) -> int | None:
        """The preposition behind whom somebody speaks to: "talked to reporters about"."""
        lower = self.reading.words
        if lower[verb + 1 : verb + 2] not in (["to"], ["with"]):
            return None
        for index in range(verb + 2, min(self.reading.unit_end[verb] - 1, verb + _ADDRESSEE)):
            if lower[index] == "about" and lower[index] in reporting(lower[verb]).prepositions:
                return index if lower[index + 1] not in grammar("times") else None
            if lower[index] in PUNCTUATION or self.is_clause_verb(index):
                return None
        return None

    def _has_object(self, verb: int) -> bool:
        return any(
            self.labels[child] in ("dobj", "attr", "acomp", "prep") and child > verb for child in self.children[verb]
        )
