"""What a pronoun may stand for: the noun phrases and names of a document, with number, gender and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token

from factcheck.english.names.lexicon import Gender, role_words, titles
from factcheck.english.names.people import gender_of
from factcheck.models import Mention, Name
from factcheck.resources import word_table
from factcheck.spelling import fold

Being = Literal["person", "body", "place", "thing", "unknown"]
"""A body is an organisation or a group: "it" or "they"."""

_NOMINAL = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "dative",
        "conj",
        "appos",
        "poss",
        "ROOT",
        "oprd",
        "agent",
        "obj",
        "iobj",
    }
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MOST_SUBJECTS = 4
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")


@dataclass(slots=True)
class Phrase:
    """A noun phrase by its head. ``name`` is the canonical name, if any; ``entity`` numbers what it stands for.

    ``modifier``: it only qualifies another noun ("the Roe plan"), which pronouns do not take up. ``joined``: several
    phrases together ("the council and the police"), with the head of the first. ``alone``: a word like "this" or
    "some", which does not say what it stands for.
    """

    head: int
    start: int
    end: int
    name: str | None
    being: Being
    gender: Gender
    plural: bool
    pronoun: str = ""
    modifier: bool = False
    joined: bool = False
    alone: bool = False
    entity: int = -1


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its sentence and paragraph numbers, and which tokens are quoted.

    ``quotation`` numbers those of a whole quoted sentence, where the speaker is "I": 0 is none. ``subjects`` are
    those of each verb, a few at most.
    """

    doc: Doc
    sentence: list[int]
    paragraph: list[int]
    quoted: list[bool]
    quotation: list[int]
    subjects: dict[int, list[int]]
    parsed: bool


@cache
def words(kind: str) -> frozenset[str]:
    """A word list of the anaphora table."""
    return frozenset(word_table("english/data/anaphora.yaml")[kind])


@cache
def pronouns() -> dict[str, str]:
    """The kind of each third-person pronoun: m, f, it, they."""
    table = word_table("english/data/anaphora.yaml")["pronouns"]
    return {word: kind for kind, forms in table.items() for word in forms}


def read(doc: Doc) -> Text:
    """Number the sentences and paragraphs and follow the quotation marks, which no paragraph carries over."""
    marked = doc.has_annotation("SENT_START")
    sentence: list[int] = []
    paragraph: list[int] = []
    quoted: list[bool] = []
    quotation: list[int] = []
    number = block = opened = 0
    inside = whole = False
    before = None
    for token in doc:
        if before is not None and before.text.count("\n") > 1:
            block, inside = block + 1, False
        if before is not None and (
            token.is_sent_start if marked else before.text in ".!?" or before.text.count("\n") > 1
        ):
            number += 1
        if token.text in _OPENING or (token.text == '"' and not inside):
            inside = True
        elif token.text in _CLOSING or token.text == '"':
            inside = False
        if inside and not (quoted and quoted[-1]):
            whole = _begins_sentence(token)
            opened += whole
        sentence.append(number)
        paragraph.append(block)
        quoted.append(inside)
        quotation.append(opened if inside and whole else 0)
        before = token
    return Text(doc, sentence, paragraph, quoted, quotation, _subjects(doc), doc.has_annotation("DEP"))


def _subjects(doc: Doc) -> dict[int, list[int]]:
    subjects: dict[int, list[int]] = defaultdict(list)
    for token in doc:
        if token.dep_ in SUBJECTS and len(subjects[token.head.i]) < _MOST_SUBJECTS:
            subjects[token.head.i].append(token.i)
    return dict(subjects)


def _begins_sentence(mark: Token) -> bool:
    """Does what this mark opens begin like a sentence, and not go on with one ("called it “A Mess”")?"""
    doc, i = mark.doc, mark.i
    return i + 1 < len(doc) and doc[i + 1].text[0].isupper() and (i == 0 or not doc[i - 1].is_alpha)


def find(text: Text, mentions: Iterable[Mention]) -> list[Phrase]:
    """Every phrase in order: names, third-person pronouns and, where there is a parse, the other noun phrases."""
    mentions = list(mentions)
    genders = _genders(text.doc, mentions)
    phrases: dict[int, Phrase] = {}
    covered: set[int] = set()
    for mention in mentions:
        span = text.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not isinstance(mention.value, Name):
            continue
        covered.update(range(span.start, span.end))
        adjective = mention.value.entity == "nationality" and span.root.dep_ not in _NOMINAL
        if mention.kind != "role" and not adjective:
            head = span.root.i if text.parsed else span.end - 1
            plural = mention.kind == "text" and _is_plural(text.doc[span.end - 1])
            gender = genders.get(mention.value.name, "u")
            being = _being(mention)
            if being == "thing" and _role(text.doc[head]) is not None:
                being = "person"  # "Petitioner", capitalised as a name
            noun = text.doc[head].head
            modifier = mention.kind == "name" and text.doc[head].dep_ in _MODIFIERS and noun.tag_ in ("NN", "NNS")
            phrases[head] = Phrase(
                head, span.start, span.end, mention.value.name, being, gender, plural, modifier=modifier
            )
    for token in text.doc:
        if token.i in phrases:
            continue
        kind = pronouns().get(token.lower_)
        if kind is not None:
            phrases[token.i] = _pronoun(token, kind)
        elif token.i not in covered and token.dep_ in _NOMINAL and token.is_alpha:
            if token.tag_ in ("NN", "NNS", "NNP", "NNPS"):
                phrases[token.i] = _noun(token)
            elif token.lower_ in words("standing alone"):
                phrases[token.i] = _alone(token)
    both = [*phrases.values(), *_joined(text.doc, phrases)] if text.parsed else phrases.values()
    return sorted(both, key=lambda phrase: (phrase.head, phrase.joined))


def _joined(doc: Doc, phrases: dict[int, Phrase]) -> Iterator[Phrase]:
    """The coordinations of phrases with "and"."""
    following: dict[int, int] = {}
    with_and = set()
    for token in doc:
        if token.dep_ == "conj":
            following.setdefault(token.head.i, token.i)
        elif token.dep_ == "cc" and token.lower_ in words("joining"):
            with_and.add(token.head.i)
    for first in phrases.values():
        if doc[first.head].dep_ == "conj":
            continue
        heads = [first.head]
        while (last := following.get(heads[-1])) is not None:
            heads.append(last)
        parts = [phrases[head] for head in heads if head in phrases]
        if len(parts) == len(heads) > 1 and not with_and.isdisjoint(heads):
            beings = {part.being for part in parts}
            being = parts[0].being if len(beings) == 1 else "unknown"
            yield Phrase(first.head, first.start, parts[-1].end, None, being, "u", plural=True, joined=True)


def _alone(token: Token) -> Phrase:
    plural = token.lower_ not in words("singular")
    return Phrase(token.i, token.i, token.i + 1, None, "unknown" if plural else "thing", "u", plural, alone=True)


def _pronoun(token: Token, kind: str) -> Phrase:
    gender: Gender = "m" if kind == "m" else "f" if kind == "f" else "u"
    being: Being = "person" if kind in ("m", "f") else "unknown"
    return Phrase(token.i, token.i, token.i + 1, None, being, gender, kind == "they", kind)


def _noun(token: Token) -> Phrase:
    word, role = fold(token.text), _role(token)
    people = word in words("people") or word in words("somebody")
    being: Being = "person" if role or people else "body" if word in words("bodies") | words("groups") else "thing"
    plural = word in words("people") or token.tag_ in ("NNS", "NNPS")
    start = next(t.i for t in token.subtree if t.is_alpha)
    return Phrase(token.i, start, token.i + 1, None, being, role or "u", plural)


def _role(token: Token) -> Gender | None:
    """The gender that a role word says, ``None`` where the token is no role word."""
    word = fold(token.text)
    singular = word.removesuffix("s") if token.tag_ in ("NNS", "NNPS") else word
    found = role_words().longest([singular], [singular], 0, 1)
    return found[1] if found else None


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or (not token.tag_ and token.text.endswith("s"))


def _being(mention: Mention) -> Being:
    if mention.kind == "name":
        return "person"
    if mention.kind == "organisation":
        return "body"
    if mention.kind == "place":
        return "place"
    return "person" if isinstance(mention.value, Name) and mention.value.entity == "nationality" else "thing"


def _genders(doc: Doc, mentions: list[Mention]) -> dict[str, Gender]:
    """The gender of each person, by title, role word and first name; "u" where they say nothing or disagree."""
    said: dict[str, set[Gender]] = defaultdict(set)
    for mention in mentions:
        if mention.kind != "name" or not isinstance(mention.value, Name):
            continue
        genders = said[mention.value.name]
        role = [fold(word) for word in (mention.value.role or "").split()]
        for i in range(len(role)):
            word = role_words().longest(role, role, i, i + 1)
            if word and word[1] != "u":
                genders.add(word[1])
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and span.start:
            before = doc[span.start - 1].text
            title = titles().longest([fold(before)], [before], 0, 1)
            if title and title[1].gender != "u":
                genders.add(title[1].gender)
    return {name: next(iter(found)) if len(found) == 1 else gender_of(name) for name, found in said.items()}
