"""Subjects read off a dependency parse (CLEAR labels, as in spaCy's English pipelines)."""

from __future__ import annotations

from collections.abc import Container

from factcheck.attribution.lexicon import SAYING, grammar, nouns, verbs, words
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_SUBJECTS = frozenset(["nsubj", "csubj", "expl"])
_NO_PART_OF_SPEAKER = frozenset(["relcl", "acl", "advcl", "parataxis", "punct", "cc", "dep"])
_CLAUSES = frozenset(["relcl", "advcl", "parataxis", "dep"])
_OBJECTS = frozenset(["dobj", "obj"])
_ARGUMENTS = _SUBJECTS | _OBJECTS
_FAR = 300
"""Words that a child may stand from its head; a run of words without an end has one head with very many."""
_PAIR = 7
"""Words of "and" with the second of a pair at most."""


class ParsedSubjects(Shallow):
    """Who does what a verb says, by the parse where it answers and by word order where it does not."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        doc = reading.doc
        tokens = [(t.head.i, t.dep_, t.tag_, t.left_edge.i, t.right_edge.i) for t in doc]
        self.heads = [head for head, *_ in tokens]
        self.labels = [label for _, label, *_ in tokens]
        self.tags = [tag for _, _, tag, *_ in tokens]
        units = zip(tokens, reading.unit_start, reading.unit_end, strict=True)  # never long; a sentence may be
        bounds = [(max(left, first), min(right + 1, last)) for (*_, left, right), first, last in units]
        self.left = [first for first, _ in bounds]
        self.right = [last for _, last in bounds]
        self.children: list[list[int]] = [[] for _ in doc]
        for index, head in enumerate(self.heads):
            if head != index and abs(head - index) < _FAR:
                self.children[head].append(index)

    def is_verb(self, index: int) -> bool:
        """Whether the tagger calls the word a verb, or no other word is written so."""
        if self.tags[index].startswith("VB"):
            return self.labels[index] not in ("amod", "aux", "auxpass")
        word = self.reading.words[index]
        if word not in verbs() or word in words("homographs") or self.tags[index] in ("JJ", "VBN"):
            return False
        return not word.endswith("ing") and super().is_verb(index)

    def is_clause_verb(self, index: int) -> bool:
        """Whether the word has a tense."""
        return self.tags[index] in FINITE

    def is_clause(self, first: int, last: int) -> bool:
        """Whether words have a tense, or are quoted: "on Tuesday at the port" has none."""
        return self.reading.quoted[last - 1] >= 0 or any(self.tags[index] in FINITE for index in range(first, last))

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
        if speaker is None or self.reading.words[speaker[0]] in grammar("times") or self.tags[speaker[0]] == "VBG":
            return self._of_verb_before(verb, limit) or super().subject(verb, limit) or speaker
        return self._with_partner(verb, self._up_to(verb, speaker))

    def _of_verb_before(self, verb: int, limit: int) -> Words | None:
        """The subject of the verb to which "and" joins another, where the parser missed it: "sold 90 and hopes for"."""
        if self.reading.words[verb - 1] not in ("and", "but") or not self.is_clause_verb(verb):
            return None
        for index in range(verb - 2, max(limit, verb - _FAR) - 1, -1):
            if self.is_clause_verb(index) and (subject := self._child(index, ("nsubj",))) is not None:
                named = self.reading.words[subject] not in grammar("relatives")
                return self._phrase(subject) if named and self.tags[index] != "MD" else None
        return None

    def patient(self, verb: int) -> Words | None:
        """To whom it is done: the object, or the subject of a passive."""
        if self.is_passive(verb) or self.is_reduced_passive(verb):
            return self.topic(verb)
        done_to = self._child(verb, _OBJECTS)
        if self.labels[verb] == "relcl" and (done_to is None or self.reading.words[done_to] in grammar("relatives")):
            return self._phrase(self.heads[verb])  # "the bank that Roe criticised"
        return super().patient(verb) if done_to is None else self._phrase(done_to, cut=_CLAUSES)

    def is_reduced_passive(self, verb: int) -> bool:
        """As in "Roe, accused of fraud": a participle with nothing after it that it could be done to."""
        return self._child(verb, _ARGUMENTS) is None and super().is_reduced_passive(verb)

    def topic(self, verb: int) -> Words | None:
        """The grammatical subject of a verb, in the active or the passive; that of the verb it hangs on."""
        for _ in range(4):
            if (subject := self._child(verb, ("nsubj", "nsubjpass"))) is not None:
                if self.reading.words[subject] not in grammar("relatives"):
                    return self._phrase(subject)
                return self._phrase(self.heads[verb])
            if self.tags[self.heads[verb]].startswith("NN") and verb > self.heads[verb]:
                return self._phrase(self.heads[verb])
            if self.labels[verb] not in ("xcomp", "conj", "advcl", "dep", "acomp", "attr") or self.heads[verb] == verb:
                break
            verb = self.heads[verb]
        return super().topic(verb)

    def _child(self, verb: int, labels: Container[str]) -> int | None:
        return next((child for child in self.children[verb] if self.labels[child] in labels), None)

    def clause_subject(self, first: int, last: int) -> Words | None:
        """Who or what the clause ``first``..``last`` is about."""
        for index in range(first, last):
            if self.labels[index] in ("nsubj", "nsubjpass") and self.heads[index] < last:
                return self._phrase(index)
        return super().clause_subject(first, last)

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
        if not 0 < len(between) < 5 or any(map(self.is_clause_verb, range(speaker[1], verb))):
            return speaker
        if any(word in ends or not word[0].isalpha() or word.endswith("ly") for word in between):
            return speaker
        return speaker[0], verb

    def whole_source(self, phrase: Words) -> Words:
        """A source with what says more of it, no clause: "a poll | by the club | published last week"."""
        first, last = phrase
        for noun in range(first, last):
            for child in self.children[noun]:
                participle = self.labels[child] == "acl" and self.tags[child] in ("VBN", "VBG")
                if self.left[child] <= last <= child + 1 and (participle or self.reading.words[child] == "by"):
                    last = max(last, self.right[child])
        return first, last

    def last_subject(self, start: int, limit: int) -> Words | None:
        """Who the last clause of a sentence that leads to a quotation is about."""
        for index in range(limit - 1, start - 1, -1):
            if self.labels[index] in _SUBJECTS and self.reading.words[index] not in grammar("relatives"):
                return self._phrase(index)
        return super().last_subject(start, limit)

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
        subjects = [at for at in children if labels[at] in _SUBJECTS and self.reading.words[at] not in grammar("times")]
        if subjects:
            child = max((at for at in subjects if at < verb), default=subjects[0])  # the nearest
            if self.reading.words[child] not in grammar("relatives"):
                return self._phrase(child)
            return self._phrase(self.heads[verb]) if labels[verb] == "relcl" else None
        head = self.heads[verb]
        if not steps or head == verb:
            return None
        if labels[verb] in ("acl", "relcl"):
            if (sender := self._sender(verb, head)) is not None:
                return self._governor(sender, steps)
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

    def _sender(self, verb: int, noun: int) -> int | None:
        """The verb with which a text is put out: "put out a statement saying", "sent an email to members saying"."""
        if self.labels[noun] == "pobj" and self.labels[self.heads[noun]] == "prep" and self.tags[verb] == "VBG":
            noun = self.heads[self.heads[noun]]
        text = self.reading.words[noun]
        said = text in nouns() or text in grammar("occasions")
        return self.heads[noun] if said and self.tags[self.heads[noun]].startswith("VB") else None

    def _governor(self, head: int, steps: int) -> Words | None:
        """The subject of the verb that another hangs on, in the active or the passive."""
        for child in self.children[head]:
            if self.labels[child] == "nsubjpass":
                return self._phrase(child)
        return self._subject(head, steps - 1)

    def _phrase(self, noun: int, *, cut: Container[str] = _NO_PART_OF_SPEAKER) -> Words | None:
        """A noun with what explains it, up to the first relative clause or other child that ``cut`` names."""
        end = self.right[noun]
        for child in self.children[noun]:
            if child > noun and self.labels[child] in cut:
                end = min(end, self.left[child])
        return self.reading.trimmed(self.reading.with_name(self.left[noun], max(end, noun + 1)))
