"""What the pipeline gets right on other text: raw text in, the treebank's tokens for scoring only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example

from factcheck.english import load
from factcheck.english.pipeline import ours
from training.corpora import HERE, WORK, listed

_SCORES = {
    "tag": "tag_acc", "pos": "pos_acc", "lemma": "lemma_acc", "UAS": "dep_uas", "LAS": "dep_las",
    "sentence F": "sents_f",
}  # fmt: skip


@dataclass(slots=True)
class Ratio:
    """So many right of so many."""

    right: int = 0
    all: int = 0

    def add(self, right: bool) -> None:
        """Count one case."""
        self.right += right
        self.all += 1

    def __str__(self) -> str:
        return f"{100 * self.right / max(self.all, 1):.1f} of {self.all}"


def evaluate(model: str | None) -> Iterator[str]:
    """Lines of figures in per cent: per test set, then the pipeline's speed and size."""
    nlp = _open(model)
    for name in [corpus.name for corpus in listed() if corpus.use == "test"]:
        docs = list(DocBin().from_disk(WORK / f"{name}.spacy").get_docs(nlp.vocab))
        figures = {**scores(nlp, docs), **{key: str(value) for key, value in tasks(nlp, docs).items()}}
        yield f"{name}: " + ", ".join(f"{key} {value}" for key, value in figures.items())
    yield from _cost(nlp, model)


def _open(model: str | None) -> Language:
    return load() if model is None else ours(Path(model)) if Path(model).is_dir() else load(model)


def scores(nlp: Language, docs: list[Doc]) -> dict[str, str]:
    """The usual scores; attachment without punctuation."""
    found = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
    return {name: f"{100 * found[key]:.1f}" for name, key in _SCORES.items() if found.get(key) is not None}


def tasks(nlp: Language, docs: list[Doc]) -> dict[str, Ratio | str]:
    """What factcheck asks of a parse: who reports, what a number counts, which words are one noun phrase."""
    lines = (HERE / "reporting_verbs.txt").read_text("utf-8").splitlines()
    reporting = frozenset(line for line in lines if line and not line.startswith("#"))
    subjects, counted = Ratio(), Ratio()
    gold_chunks = found_chunks = shared_chunks = 0
    for parse, doc in zip(nlp.pipe(doc.text for doc in docs), docs, strict=True):
        same = _same_token(parse)
        for token in doc:
            here = same(token)
            if token.pos_ == "VERB" and token.lemma_.lower() in reporting:
                subject = next((same(child) for child in token.children if child.dep_ == "nsubj"), None)
                if here is not None and subject is not None:
                    subjects.add(subject.head == here and subject.dep_ == "nsubj")
            elif token.dep_ == "nummod" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i:
                noun = same(token.head)
                if here is not None and noun is not None:
                    counted.add(here.head == noun)
        gold = {(chunk.start_char, chunk.end_char) for chunk in doc.noun_chunks}
        found = {(chunk.start_char, chunk.end_char) for chunk in parse.noun_chunks}
        gold_chunks += len(gold)
        found_chunks += len(found)
        shared_chunks += len(gold & found)
    chunk_f = f"{200 * shared_chunks / max(gold_chunks + found_chunks, 1):.1f}"
    return {"noun chunk F": chunk_f, "subject of a reporting verb": subjects, "head noun of a number": counted}


def _same_token(parse: Doc) -> Callable[[Token], Token | None]:
    """From a treebank's token to the pipeline's of the same characters, ``None`` where tokens differ."""
    by_place = {(token.idx, len(token)): token for token in parse}
    return lambda token: by_place.get((token.idx, len(token)))


def _cost(nlp: Language, model: str | None) -> Iterator[str]:
    """Words a second of processor time, seconds to load, bytes."""
    texts = [doc.text for doc in DocBin().from_disk(WORK / "gum.spacy").get_docs(nlp.vocab)]
    words = sum(len(nlp.make_doc(text)) for text in texts)
    for name, size in (("pipe", None), ("one at a time", 1)):
        start = time.process_time()
        for _ in nlp.pipe(texts, batch_size=size):
            pass
        yield f"words a second, {name}: {words / (time.process_time() - start):.0f}"
    start = time.process_time()
    _open(model)
    yield f"seconds to load: {time.process_time() - start:.2f}"
    folder = Path(str(nlp.path))
    yield f"megabytes: {sum(file.stat().st_size for file in folder.rglob('*') if file.is_file()) / 1e6:.1f}"
