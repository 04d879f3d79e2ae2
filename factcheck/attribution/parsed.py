"""What verbs govern, read off a dependency parse (CLEAR labels, as in spaCy's English pipelines)."""

from __future__ import annotations

from factcheck.attribution.clauses import OBJECT_LIKE, ParsedClauses
from factcheck.attribution.lexicon import SAYING, grammar, reporting
from factcheck.attribution.reading import Words
from factcheck.attribution.subjects import PUNCTUATION

_ADDRESSEE = 12
"""Words between "spoke" and "about" at most: spoke to the crew of the ship on Tuesday about"""


class Parsed(ParsedClauses):
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
            adds = adds or child == self._before_amount(verb)
            if child > verb and (adds or label in OBJECT_LIKE):
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
            and (self.labels[child] in OBJECT_LIKE or self.reading.words[child] in ("as", "for", "of"))
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
        if at is None and "@" in prepositions:
            at = self._before_amount(verb)
        if at is None:
            at = self._after_addressee_of(verb)
        if at is None or lower[at + 1 : at + 2] == [] or lower[at + 1] in grammar("times"):
            return []
        end = max(self.right[child] for child in self.children[verb]) if self.labels[at] == "prt" else self.right[at]
        content = self.reading.trimmed((at + 1, self._until_next_report(at + 1, self._object_end(verb, end))))
        return [content] if content else []

    def _before_amount(self, verb: int) -> int | None:
        """The "at" behind what somebody counts: "put the death toll at 12", not "put them at risk"."""
        for child in self.children[verb]:
            if self.reading.words[child] == "at" and 0 < child - verb < _ADDRESSEE:
                return child if "CD" in self.tags[child + 1 : child + 5] else None
        return None

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
