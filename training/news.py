"""News sentences with their trees, drawn from the templates of ``news.txt``."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_TEMPLATES = Path(__file__).with_name("news.txt")
_NAME = "NAME"
_LONGEST_NAME = 3
_LAST_NAMES = 0.3  # the share of names that are said by their last word alone
_CHOICE = re.compile(r"\{([^{}]*)\}")
_NO_SPACE_BEFORE = frozenset([",", ".", "”", "-", "'s"])
_NO_SPACE_AFTER = frozenset(["“", "-"])


def names(docs: Iterable[Doc]) -> list[tuple[str, ...]]:
    """The proper names of two or three words in ``docs``, in order and as often as they stand there."""
    found = []
    for token in chain.from_iterable(docs):
        words = [*(child for child in token.lefts if child.dep_ == "compound"), token]
        together = words[-1].i - words[0].i < len(words) <= _LONGEST_NAME and len(words) > 1
        if token.dep_ != "compound" and together and all(map(_is_of_a_name, words)):
            found.append(tuple(word.text for word in words))
    return found


def _is_of_a_name(token: Token) -> bool:
    return token.tag_ == "NNP" and token.text.istitle() and token.text.isalpha()


def sentences(vocab: Vocab, names: list[tuple[str, ...]], *, each: int, seed: int = 1) -> Iterator[Doc]:
    """``each`` documents of every template, with tags and a tree in CLEAR; ``names`` are drawn from, as words."""
    draw = random.Random(seed)
    lines = _TEMPLATES.read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            for _ in range(each):
                yield _sentence(vocab, line.split(), names, draw)


def _sentence(vocab: Vocab, template: list[str], names: list[tuple[str, ...]], draw: random.Random) -> Doc:
    """The words of a template; a name of several is headed by its last."""
    words: list[str] = []
    tags: list[str] = []
    labels: list[str] = []
    heads: list[int] = []  # of a name's first words the place of its last, of any other the number of the item
    last: list[int] = []  # where each item of the template ends
    inside: set[int] = set()
    for item in template:
        word, edge = item.rsplit(">", 1)
        head, label = edge.split(":")
        text, _, tag = word.rpartition("/") if word != _NAME else ("", "", "NNP")
        parts = _name(names, draw) if word == _NAME else (_drawn(text, draw),)
        last.append(len(words) + len(parts) - 1)
        for part in parts[:-1]:
            inside.add(len(words))
            words, tags, labels, heads = [*words, part], [*tags, tag], [*labels, "compound"], [*heads, last[-1]]
        words, tags, labels, heads = [*words, parts[-1]], [*tags, tag], [*labels, label], [*heads, int(head)]
    words[0] = words[0][:1].upper() + words[0][1:]
    places = [head if i in inside else last[head - 1] if head else i for i, head in enumerate(heads)]
    after = [*words[1:], ""]
    spaces = [w not in _NO_SPACE_AFTER and n not in _NO_SPACE_BEFORE for w, n in zip(words, after, strict=True)]
    return Doc(vocab, words=words, spaces=[*spaces[:-1], False], tags=tags, heads=places, deps=labels)


def _name(names: list[tuple[str, ...]], draw: random.Random) -> tuple[str, ...]:
    name = draw.choice(names)
    return name[-1:] if draw.random() < _LAST_NAMES else name


def _drawn(text: str, draw: random.Random) -> str:
    return _CHOICE.sub(lambda match: draw.choice(match[1].split("|")), text)
