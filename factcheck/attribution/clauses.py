"""Where the clauses that verbs report begin and end, read off a dependency parse and mended by word order."""

from __future__ import annotations

from factcheck.attribution.governors import FINITE, ParsedSubjects
from factcheck.attribution.lexicon import grammar, reporting, verbs
from factcheck.attribution.reading import Words
from factcheck.attribution.subjects import PUNCTUATION

OBJECT_LIKE = frozenset(["dobj", "oprd", "acomp", "attr", "ccomp", "xcomp"])
_NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "EX"])
_ASIDE = frozenset(["prep", "npadvmod", "advmod", "dative"])
_TENSES = frozenset(["VBD", "VBZ"])
_ASIDE_LENGTH = 24
"""Words between the commas around a relative clause or an apposition at most."""


class ParsedClauses(ParsedSubjects):
    """The clause that a verb reports, before it, behind it or around it."""

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
        if (first < verb < last or last <= verb) and self.reading.words[verb + 1 : verb + 2] != ["that"]:
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
                and all(self.labels[c] in OBJECT_LIKE for c in self.children[verb] if verb < c < first)
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
