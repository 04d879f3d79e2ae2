"""Sentences whose mentions are written into them: ``{name:Northland} fired {number:14} missiles``."""

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.models import FieldKind, Mention, Name, Quantity, Quote, Text, Value

_MARK = re.compile(r"\{(\w+):|\}")


def read(marked: str) -> tuple[Doc, list[Mention]]:
    text, open_, mentions, at = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[1]:
            open_.append((match[1], len(text)))
        else:
            kind, start = open_.pop()
            mentions.append(Mention(kind, start, len(text), _value(kind, text[start:])))
    return _pipeline()(text + marked[at:]), mentions


@cache
def _pipeline() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def _value(kind: FieldKind, words: str) -> Value:
    if kind in ("number", "quantity"):
        number = int("".join(filter(str.isdigit, words)) or 0)
        return Quantity(number=number, low=number, high=number)
    if kind in ("name", "organisation", "place"):
        return Name(name=words)
    return Quote(words=words) if kind == "quote" else Text(words=words)
