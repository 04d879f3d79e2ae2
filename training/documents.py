"""Whole documents of a treebank, as spaCy documents and with the coreference chains of GUM."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training import clear, treebank


@dataclass
class Document:
    """Sentences of one text: the words, whether a space follows, the tree, and what is annotated by word."""

    id: str = ""
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)

    def offsets(self) -> tuple[str, list[int]]:
        """The text, a blank line between paragraphs, and where each word starts."""
        text, places = "", []
        for i, word in enumerate(self.words):
            if i in self.paragraphs and text:
                text = text.rstrip() + "\n\n"
            places.append(len(text))
            text += word + " " * self.spaces[i]
        return text, places


def documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file; ``notes`` is its MISC column."""
    doc, block, begins = Document(), [], True
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            if doc.words:
                yield doc
            doc = Document(line.split("=")[-1].strip())
        elif line.startswith("# newpar"):
            begins = True
        if line:
            block.append(line)
            continue
        rows = [row.split("\t") for row in block if row[0].isdigit() and "." not in row.split("\t")[0]]
        if rows:
            tree = clear.convert(next(treebank.paragraphs([*block, ""]))[0])
            at = len(doc.words)
            if begins:
                doc.paragraphs.add(at)
            doc.words += tree.forms
            doc.spaces += tree.spaces
            doc.spaces[-1] = True
            doc.tags += tree.xpos
            doc.upos += tree.upos
            doc.heads += [at + head for head in tree.heads]
            doc.deps += tree.deps
            doc.starts += [True] + [False] * (len(tree) - 1)
            doc.notes += [row[9] for row in rows if "-" not in row[0]]
        block, begins = [], False
    if doc.words:
        yield doc


def read(nlp: Language | None, document: Document) -> tuple[Doc, list[int]]:
    """The document through the pipeline, or with its own tags and trees; and where its words start."""
    text, places = document.offsets()
    if nlp is None:
        return annotated(document), places
    return Doc.from_docs([nlp(part) for part in re.split(r"(?<=\n\n)", text) if part], ensure_whitespace=False), places


@cache
def _vocab() -> Vocab:
    return English().vocab


def annotated(document: Document, *, ends_only: bool = False) -> Doc:
    """The document with the treebank's tags and trees; ``ends_only`` without marks of paragraphs."""
    words: list[str] = []
    spaces: list[bool] = []
    index = []
    for i, word in enumerate(document.words):
        if i in document.paragraphs and words and not ends_only:
            spaces[-1] = False
            words.append("\n\n")
            spaces.append(False)
        index.append(len(words))
        words.append(word)
        spaces.append(document.spaces[i])
    spaces[-1] = False
    row = {place: i for i, place in enumerate(index)}
    size = range(len(words))
    return Doc(
        _vocab(),
        words=words,
        spaces=spaces,
        tags=[document.tags[row[k]] if k in row else "_SP" for k in size],
        pos=[document.upos[row[k]] if k in row else "SPACE" for k in size],
        heads=[index[document.heads[row[k]]] if k in row else k - 1 for k in size],
        deps=[document.deps[row[k]] if k in row else "dep" for k in size],
    )


def chains(notes: list[str]) -> list[tuple[int, int, str]]:
    """The entity mentions of a GUM document as (first word, word after the last, entity)."""
    spans, opened = [], []
    for i, note in enumerate(notes):
        entity = next((part[7:] for part in note.split("|") if part.startswith("Entity=")), "")
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", entity):
            key = piece.strip("()").split("-")[0]
            if piece.startswith("("):
                opened.append((i, key))
            if piece.endswith(")"):
                place = next(k for k in reversed(range(len(opened))) if opened[k][1] == key)
                spans.append((opened.pop(place)[0], i + 1, key))
    return spans


def head_of(document: Document, start: int, end: int) -> int:
    """The word of start..end whose head is outside, the last one where none is."""
    inside = range(start, end)
    return next((i for i in inside if document.heads[i] not in inside or document.heads[i] == i), end - 1)
