"""Subjects and clauses read off a dependency parse (CLEAR labels, as in spaCy's English pipelines)."""

from __future__ import annotations

from factcheck.attribution.lexicon import SAYING, grammar, nouns, verbs
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow
from factcheck.attribution.subjects import PUNCTUATION

_SUBJECTS = frozenset(["nsubj", "csubj", "expl"])
_NO_PART_OF_SPEAKER = frozenset(["relcl", "acl", "advcl", "parataxis", "punct", "cc", "dep"])
_PAUSES = frozenset([",", "”", "''", '"', "–", "—", "--"])
_OBJECT_LIKE = frozenset(["dobj", "oprd", "acomp", "attr", "ccomp", "xcomp"])
_NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "EX"])
_ASIDE = frozenset(["prep", "npadvmod", "advmod", "dative"])
_PAIR = 7
"""Words of "and" with the second of a pair at most."""
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_OBJECTS = frozenset(["dobj", "obj"])


class Parsed(Shallow):
    """The parse where it answers, word order where it does not."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        doc = reading.doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.left = [token.left_edge.i for token in doc]
        self.right = [token.right_edge.i + 1 for token in doc]
        self.children: list[list[int]] = [[] for _ in doc]
        for index, head in enumerate(self.heads):
            if head != index:
                self.children[head].append(index)

    def is_verb(self, index: int) -> bool:
        """Whether the tagger calls the word a verb."""
        return self.tags[index].startswith("VB") and self.labels[index] not in ("amod", "aux", "auxpass")

    def is_clause_verb(self, index: int) -> bool:
        """Whether the word has a tense."""
        return self.tags[index] in _FINITE

    def phrase_end(self, head: int, first: int) -> int:
        """Where the clause or phrase that begins at ``first`` and hangs on ``head`` ends."""
        ends = [self.right[child] for child in self.children[head] if self.left[child] <= first < self.right[child]]
        return self._until_next_report(first, max(ends)) if ends else super().phrase_end(head, first)

    def is_passive(self, verb: int) -> bool:
        """Whether what is said or expected is the subject: "was reported", "the plan expected to"."""
        if self.tags[verb] != "VBN" or any(self.labels[child] == "nsubj" for child in self.children[verb]):
            return False
        if any(self.labels[child] in ("auxpass", "nsubjpass", "agent") for child in self.children[verb]):
            return True
        if self.labels[verb] != "acl":
            return False
        known = verbs().get(self.reading.words[verb])
        return known is None or not known.frames & SAYING or self.reading.words[verb + 1 : verb + 2] in (["by"], ["to"])

    def subject(self, verb: int, limit: int) -> Words | None:
        """Who does what the verb says: its subject, that of the verb it hangs on, the noun it modifies."""
        speaker = self._subject(verb, 6)
        if speaker is None or grammar("times").issuperset(self.reading.words[slice(*speaker)]):
            return super().subject(verb, limit)
        return self._with_partner(verb, self._up_to(verb, speaker))

    def _with_partner(self, verb: int, speaker: Words) -> Words:
        """A subject with the second of a pair: "Roe and Lund said", "professor and author Jane Roe said"."""
        first, last = speaker
        partner = self.reading.mention_ending.get(verb)
        if partner is None or partner.kind != "name" or not last < verb <= last + _PAIR:
            return speaker
        return (first, verb) if self.reading.words[last] == "and" else speaker

    def _up_to(self, verb: int, speaker: Words) -> Words:
        """A subject with words that the parser cut off between it and its verb: "familiar with | the matter said"."""
        between = self.reading.words[speaker[1] : verb]
        ends = grammar("boundaries") | grammar("auxiliaries") | grammar("adverbs") | grammar("times")
        if not 0 < len(between) < 5 or any(
            word in ends or not word[0].isalpha() or word.endswith("ly") for word in between
        ):
            return speaker
        return speaker[0], verb

    def last_subject(self, start: int, limit: int) -> Words | None:
        """Who the last clause of a sentence that leads to a quotation is about."""
        for index in range(limit - 1, start - 1, -1):
            if self.labels[index] in _SUBJECTS and self.reading.words[index] not in grammar("relatives"):
                return self._phrase(index)
        return super().last_subject(start, limit)

    def contents(self, verb: int) -> tuple[Words, ...]:
        """The clause, infinitive or object that the verb governs."""
        frames = verbs()[self.reading.words[verb]].frames
        parts: list[Words] = list(self._clause_before(verb)) if frames & SAYING and self._ends_report(verb) else []
        for child in self.children[verb]:
            label = self.labels[child]
            if not parts and label == "ccomp" and frames & {"say", "state", "tell", "will", "bid", "call"}:
                parts = self._clause(child, verb)
        if not parts and frames & {"will", "bid"}:
            parts = self._infinitive(verb)
        if not parts and self.labels[verb] in ("parataxis",) and frames & {"say", "state"}:
            parts = self._around(verb)
        if not parts and frames & {"judge", "accuse", "call"}:
            parts = self._judged(verb)
        if not parts and "about" in frames:
            parts = self._about(verb)
        if parts or not frames & {"say", "state", "tell"}:
            return tuple(parts)
        if self._has_object(verb) and (before := self._clause_before(verb)):
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
        finite = next((at for at in range(first, limit) if self.tags[at] in _FINITE or lower[at] in PUNCTUATION), limit)
        if finite == limit or self.tags[finite] not in _FINITE or finite == first:
            return None
        if not grammar("relatives").isdisjoint(lower[first:finite]):
            return None  # "announced a plan that would ..."
        return self.reading.trimmed((first, self._until_next_report(first, self.clause_end(first, limit))))

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
        return self.reading.words[verb + 1 : verb + 2] in ([","], ["."])

    def _runs_into_quotation(self, verb: int) -> bool:
        """As in "said that its "..."": quotation marks confuse parsers."""
        for index in range(verb + 1, min(self.reading.unit_end[verb], verb + 16)):
            if self.reading.quoted[index] >= 0:
                return True
            if not self.reading.is_word(index):
                return False
        return False

    def _subject(self, verb: int, steps: int) -> Words | None:
        children, labels = self.children[verb], self.labels
        if self.is_passive(verb):
            agent = next((child for child in children if labels[child] == "agent"), None)
            pobj = (
                next((child for child in self.children[agent] if labels[child] == "pobj"), None)
                if agent is not None
                else None
            )
            return self._phrase(pobj) if pobj is not None else None
        for child in children:
            if labels[child] in _SUBJECTS:
                if self.reading.words[child] in grammar("relatives") and labels[verb] == "relcl":
                    return self._phrase(self.heads[verb])
                return self._phrase(child)
        head = self.heads[verb]
        if not steps or head == verb:
            return None
        if labels[verb] in ("acl", "relcl"):
            if self.reading.words[head] in nouns() and self.tags[self.heads[head]].startswith("VB"):
                return self._governor(self.heads[head], steps)  # "put out a statement saying"
            return self._phrase(head)
        if labels[verb] in ("conj", "advcl", "dep", "ccomp", "parataxis") and self.tags[head].startswith("VB"):
            return self._governor(head, steps)
        if labels[verb] == "xcomp":
            dobj = next((child for child in self.children[head] if labels[child] in _OBJECTS), None)
            governor = verbs().get(self.reading.words[head])
            if dobj is not None and governor is not None and "bid" in governor.frames:
                return self._phrase(dobj)
            return self._governor(head, steps)
        if labels[verb] == "pcomp":
            return self._governor(self.heads[head], steps)
        return None

    def _governor(self, head: int, steps: int) -> Words | None:
        """The subject of the verb that another hangs on, in the active or the passive."""
        for child in self.children[head]:
            if self.labels[child] == "nsubjpass":
                return self._phrase(child)
        return self._subject(head, steps - 1)

    def _phrase(self, noun: int) -> Words | None:
        """A noun with what explains it, up to the first relative clause."""
        end = self.right[noun]
        for child in self.children[noun]:
            if child > noun and self.labels[child] in _NO_PART_OF_SPEAKER:
                end = min(end, self.left[child])
        return self.reading.trimmed(self.reading.with_name(self.left[noun], max(end, noun + 1)))

    def _clause(self, root: int, verb: int) -> list[Words]:
        """The words of a clause, around the reporting words where they stand in its middle."""
        first, last = self.left[root], self.right[root]
        if (first < verb < last or last <= verb) and self.reading.words[verb + 1] != "that":
            return self._around(verb)
        first = self._clause_begin(verb, max(first, verb + 1))
        by_words = self.clause_end(first, self.reading.unit_end[verb])
        if any(self.reading.quoted[index] >= 0 for index in range(first, by_words)):
            last = by_words  # quotation marks confuse parsers
        content = self.reading.trimmed((first, self._until_next_report(first, last)))
        return [content] if content else []

    def _clause_begin(self, verb: int, first: int) -> int:
        """Past "that"; back to the verb over words that the parser hung elsewhere."""
        lower = self.reading.words
        between = range(verb + 1, first)
        if not verbs()[lower[verb]].frames & {"tell", "bid"} and self._begins_clause(verb + 1, first):
            if not any(self.left[child] == verb + 1 and self.labels[child] in _ASIDE for child in self.children[verb]):
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
                and "tell" not in verbs()[lower[verb]].frames
            ):
                first = verb + 1
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
            if lower[index] == "according" and self.reading.quoted[index] < 0:
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
        content = self.reading.trimmed((first, self._until_next_report(first, self.right[clause])))
        return [content] if content else []

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
        content = self.reading.trimmed((first, self._until_next_report(first, last))) if first < last else None
        return [content] if content else []

    def _about(self, verb: int) -> list[Words]:
        """As in "an inquiry" of "called for an inquiry"."""
        prepositions = verbs()[self.reading.words[verb]].prepositions
        for child in self.children[verb]:
            if self.labels[child] == "prt" and self.reading.words[child] not in prepositions:
                return []  # "touched down on"
            if self.reading.words[child] in prepositions and 0 < child - verb < 4:
                end = (
                    self.right[child]
                    if self.labels[child] == "prep"
                    else max(self.right[at] for at in self.children[verb])
                )
                content = self.reading.trimmed((child + 1, self._until_next_report(child + 1, end)))
                return [content] if content else []
        return []

    def _has_object(self, verb: int) -> bool:
        return any(
            self.labels[child] in ("dobj", "attr", "acomp", "prep") and child > verb for child in self.children[verb]
        )
