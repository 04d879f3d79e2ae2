"""How well a phrase fits a pronoun: agreement and binding rule out, weighted features rank the rest.

The features are those of Lappin and Leass (1994) and their followers: distance, grammatical role, parallel
roles, how often something was mentioned, how it was worded. Their weights are in ``data/salience.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from spacy.tokens import Token

from factcheck.english.coref.phrases import SUBJECTS, Phrase, Text, words
from factcheck.english.sentences import speech_verbs
from factcheck.resources import word_table
from factcheck.spelling import fold

_OBJECTS = frozenset({"dobj", "obj", "dative", "iobj"})
_WINDOW = 4
_DEEPEST = 50
"""Words up the tree that are looked at; no sentence of an article is deeper."""


@cache
def weights() -> dict[str, float]:
    """The weight of each feature; what is not listed weighs nothing."""
    table: dict[str, float] = word_table("english/data/salience.yaml")
    return table


def role(text: Text, phrase: Phrase) -> str:
    """The grammatical role: subj, obj, poss, of (inside another phrase), other."""
    token = text.doc[phrase.head]
    dep = token.dep_
    while dep in ("conj", "appos") and token.head.i != token.i:
        token = token.head
        dep = token.dep_
    if dep in SUBJECTS:
        return "subj"
    if dep in _OBJECTS:
        return "obj"
    if dep in ("poss", "compound", "amod", "nmod"):
        return "poss"
    if dep == "pobj":
        return "of" if token.head.head.tag_.startswith("NN") else "pobj"
    return "other"


def agrees(pronoun: Phrase, phrase: Phrase) -> bool:
    """Can the number, the gender and the kind of thing be the pronoun's?"""
    kind = pronoun.pronoun
    if phrase.pronoun:
        return phrase.pronoun == kind
    if phrase.modifier:
        return False
    if kind in ("m", "f"):
        return phrase.being == "person" and not phrase.plural and phrase.gender in (kind, "u")
    if kind == "it":
        return not phrase.plural and phrase.being != "person"
    return phrase.plural or phrase.being in ("body", "place") or (phrase.being == "person" and not phrase.name)


def bound(text: Text, pronoun: Phrase, phrase: Phrase) -> bool:
    """Does syntax forbid it: an argument of the same verb, or a phrase that the pronoun is inside of?"""
    if not text.parsed:
        return False
    here, there = text.doc[pronoun.head], text.doc[phrase.head]
    if here.dep_ != "relcl" and (inside := _inside(here, there)) is not None:
        if inside.dep_ in ("conj", "appos") and not phrase.joined:
            return inside == here  # not in "Jane Roe and her staff"
        relative = here.dep_ in SUBJECTS and here.head.dep_ == "relcl" and here.head.head == there
        return relative or not _in_relative_clause(text, pronoun.head, phrase.head)
    if here.lower_ in words("reflexive") or here.dep_ == "poss":
        return False
    mine, other = _governor(text, pronoun.head), _governor(text, phrase.head)
    return mine == other and mine is not None


def _inside(inner: Token, outer: Token) -> Token | None:
    """The word right below ``outer`` on the way down to ``inner``, ``None`` where that is not below it."""
    below = inner
    for token in islice(inner.ancestors, _DEEPEST):
        if token == outer:
            return below
        below = token
    return None


def _in_relative_clause(text: Text, inner: int, outer: int) -> bool:
    token = text.doc[inner]
    while token.i not in (outer, token.head.i):
        if token.dep_ in ("relcl", "acl", "ccomp") and token.head.i == outer:
            return True
        token = token.head
    return False


def _governor(text: Text, i: int) -> int | None:
    """The verb that token ``i`` is an argument of."""
    token = text.doc[i]
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        token = token.head
        return token.head.i if token.dep_ in ("prep", "agent", "dative") and token.head.tag_.startswith("VB") else None
    return token.head.i if token.dep_ in SUBJECTS | _OBJECTS | {"attr"} else None


def features(
    text: Text,
    pronoun: Phrase,
    phrase: Phrase,
    above: Mapping[int, int],
    *,
    between: int,
    mentioned: int,
    goes_on: bool,
    known: bool,
) -> Iterator[str]:
    """What speaks for or against ``phrase``.

    ``above`` are the ``subjects_above`` the pronoun; ``between`` counts the fitting phrases of other things in
    between, ``mentioned`` how often the same thing was mentioned before; ``goes_on``: the last pronoun of this kind
    stood for it; ``known``: something has said what it is.
    """
    kind = {"m": "he", "f": "he"}.get(pronoun.pronoun, pronoun.pronoun)
    distance = text.sentence[pronoun.head] - text.sentence[phrase.head]
    theirs, mine = role(text, phrase), role(text, pronoun)
    found = [
        f"distance {min(distance, _WINDOW)}",
        f"between {min(between, 5)}",
        f"mentioned {min(mentioned, 4)}",
        f"being {phrase.being}",
        "pronoun" if phrase.pronoun else "name" if phrase.name else "noun",
    ]
    if text.parsed:
        found += [f"role {theirs}", f"roles {mine} {theirs}"]
    if text.paragraph[pronoun.head] != text.paragraph[phrase.head]:
        found.append("other paragraph")
    if distance == 0 and theirs == "subj" and mine == "poss":
        found.append("subject of its sentence")
    if distance == 0 and phrase.head > pronoun.head:
        found.append("after")
    if text.quoted[pronoun.head] != text.quoted[phrase.head]:
        found.append("quoted otherwise" if text.quoted[pronoun.head] else "quoted before")
    if not phrase.pronoun and not phrase.name:
        first = text.doc[phrase.start].lower_
        found.append(f"article {first}" if first in ("the", "a", "an", "this", "that", "these") else "article none")
        head = fold(text.doc[phrase.head].text)
        if head in words("times") or head.removesuffix("s") in words("times"):
            found.append("time")
    if phrase.gender != "u":
        found.append("gender known")
    if phrase.plural:
        found.append("joined" if phrase.joined else "plural")
    elif kind == "they":
        found.append(f"single {phrase.being}")
    if goes_on:
        found.append("goes on" if known else "goes on unknown")
    found += _syntax(text, pronoun, phrase, above)
    yield from found
    for feature in found:
        yield f"{kind}: {feature}"


def _syntax(text: Text, pronoun: Phrase, phrase: Phrase, above: Mapping[int, int]) -> Iterator[str]:
    """What the tree says, and the verbs of saying in it."""
    if not text.parsed:
        return
    here, there = text.doc[pronoun.head], text.doc[phrase.head]
    level = above.get(there.i)
    if level is not None:
        own = "reflexive" if here.lower_ in words("reflexive") else "poss" if here.dep_ == "poss" else "other"
        yield f"subject {min(level, 3)} up {own}"
    said, spoke = speaks(here), speaks(there)
    if said:
        yield f"says {phrase.being}"
    if text.quotation[here.i] and not text.quoted[there.i] and spoke:
        yield "speaker of it"
    elif spoke:
        yield "both speak" if said else "spoke"
    if there.dep_ in SUBJECTS and there.head.dep_ == "ROOT":
        yield "main subject of both" if here.dep_ in SUBJECTS and here.head.dep_ == "ROOT" else "main subject"


def speaks(token: Token) -> bool:
    """Is this the subject of a verb of saying?"""
    return token.dep_ in SUBJECTS and token.head.lower_ in speech_verbs()


def subjects_above(text: Text, pronoun: Phrase) -> dict[int, int]:
    """The subjects of the verbs that the pronoun depends on, by how many verbs up: 0 is its own verb's."""
    subjects: dict[int, int] = {}
    level = 0
    for verb in islice(text.doc[pronoun.head].ancestors, _DEEPEST) if text.parsed else ():
        if not verb.tag_.startswith(("VB", "MD")):
            continue
        found = text.subjects.get(verb.i, [])
        for i in found:
            subjects.setdefault(i, level)
        if found or verb.dep_ not in ("conj", "xcomp"):
            level += 1
    return subjects


def empty_features(text: Text, pronoun: Phrase) -> Iterator[str]:
    """What speaks for a pronoun that stands for nothing, or nothing in sight."""
    yield f"nothing {pronoun.pronoun}"
    if pronoun.pronoun != "it":
        return
    token = text.doc[pronoun.head]
    following = [fold(t.text) for t in text.doc[token.i + 1 : token.i + 4]]
    if set(following) & words("empty it"):
        yield "nothing: seems"
    verb = token.head
    clause = {child.dep_ for child in verb.children} if text.parsed else set()
    if token.dep_ == "expl":
        yield "nothing: expletive"
    if (token.dep_ in SUBJECTS and verb.lemma_ in ("be", "is", "was", "'s")) or verb.lower_ in (
        "is",
        "was",
        "'s",
        "’s",
        "be",
    ):
        yield "nothing: be"
        if "acomp" in clause or "attr" in clause:
            yield "nothing: predicate"
    if clause & {"ccomp", "xcomp", "csubj", "advcl"}:
        yield "nothing: clause"
    if any(word in ("that", "to", "whether") for word in (fold(t.text) for t in text.doc[token.i + 2 : token.i + 6])):
        yield "nothing: that"
    if token.dep_ in _OBJECTS:
        yield "nothing: object"
