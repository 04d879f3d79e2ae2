"""The corpora by path and checksum, and the spaCy documents that are made of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from factcheck.errors import FactcheckError, Problem
from training import clear, news, treebank

HERE = Path(__file__).parent
WORK = HERE / "work"

_RARE = 2  # a word of the train parts that is seen so often at most; the model should not rely on knowing it
_NEWS = 25  # sentences of each template
_SHORTEST = 5  # letters of a word that has an inside: its first and its last three stay

_NO_SIGNAL = frozenset(["Abbr", "ExtPos", "Foreign", "NumForm", "Style", "Typo"])  # features that words do not show


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of sentences; ``use`` is train, dev or test."""

    name: str
    path: str
    sha256: str
    use: str


def listed() -> list[Corpus]:
    """The corpora of ``corpora.yaml``."""
    return [Corpus(**entry) for entry in yaml.safe_load((HERE / "corpora.yaml").read_text("utf-8"))]


def convert(folder: Path) -> None:
    """Write ``work/train.spacy``, ``dev.spacy``, ``<test>.spacy``, ``all.spacy`` and ``rare.txt``.

    ``folder`` holds the corpora. ``train.spacy`` is the train parts and the sentences of ``news.py``; ``all.spacy`` is
    that and the dev parts.

    Raises ``FactcheckError`` with every file that is missing or not the one that we know.
    """
    corpora = listed()
    if problems := [problem for corpus in corpora if (problem := _fault(folder / corpus.path, corpus.sha256))]:
        raise FactcheckError(problems)
    WORK.mkdir(exist_ok=True)
    vocab = Vocab()
    bins: dict[str, DocBin] = {}
    for corpus in corpora:
        out = bins.setdefault(corpus.name if corpus.use == "test" else corpus.use, DocBin())
        longest = 1 if corpus.name == "pud" else 12  # its sentences stand alone
        for doc in documents(vocab, folder / corpus.path, longest=longest):
            out.add(doc)
    train = list(bins["train"].get_docs(vocab))
    for doc in news.sentences(vocab, news.names(train), each=_NEWS):
        bins["train"].add(doc)
    for name, out in bins.items():
        out.to_disk(WORK / f"{name}.spacy")
    bins["train"].merge(bins["dev"])
    bins["train"].to_disk(WORK / "all.spacy")
    rare = _rare(train)
    (WORK / "rare.txt").write_text("".join(f"{word}\n" for word in rare), "utf-8")


def _rare(docs: Iterable[Doc]) -> list[str]:
    """The words, in small letters, that are seldom seen and have something to change inside."""
    counts = Counter(token.text.lower() for doc in docs for token in doc)
    seldom = sorted(word for word, count in counts.items() if count <= _RARE)
    return [word for word in seldom if len(word) >= _SHORTEST and word.isalpha()]


def documents(vocab: Vocab, path: Path, *, longest: int) -> Iterator[Doc]:
    """A document per paragraph of the treebank at ``path``, of at most ``longest`` sentences, with CLEAR labels."""
    with path.open(encoding="utf-8") as lines:
        for trees in treebank.paragraphs(lines, longest=longest):
            yield document(vocab, [clear.convert(tree) for tree in trees])


def document(vocab: Vocab, trees: list[treebank.Tree]) -> Doc:
    """The sentences of a paragraph as one document."""
    starts = [sum(map(len, trees[:i])) for i in range(len(trees))]
    spaces = [space for tree in trees for space in tree.spaces]
    return Doc(
        vocab,
        words=[form for tree in trees for form in tree.forms],
        spaces=[*spaces[:-1], False],
        tags=[tag for tree in trees for tag in tree.xpos],
        pos=[pos for tree in trees for pos in tree.upos],
        morphs=[_features(tree, i) for tree in trees for i in range(len(tree))],
        lemmas=[lemma for tree in trees for lemma in tree.lemmas],
        heads=[start + head for start, tree in zip(starts, trees, strict=True) for head in tree.heads],
        deps=[dep for tree in trees for dep in tree.deps],
    )


def _features(tree: treebank.Tree, i: int) -> str:
    """The features that a word shows itself; a past tense does not show its subject's number and person."""
    hidden = set(_NO_SIGNAL)
    if tree.xpos[i].startswith("VB") and tree.xpos[i] != "VBZ":
        hidden |= {"Number", "Person"}
    return "|".join(pair for pair in tree.feats[i].split("|") if pair.split("=")[0] not in hidden)


def _fault(path: Path, sha256: str) -> Problem | None:
    if not path.is_file():
        return Problem(str(path), None, None, "the file is missing")
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        return Problem(str(path), None, None, "the file is another than the one in corpora.yaml")
    return None
