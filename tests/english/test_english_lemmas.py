"""Lemmas learned from endings."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.training import Example

from factcheck.english import load
from factcheck.english.lemmas import EndingLemmatizer

TREEBANK = {
    "NNS": {"ships": "ship", "towns": "town", "cities": "city", "duties": "duty", "men": "man", "’s": "'s"},
    "VBD": {"walked": "walk", "talked": "talk", "made": "make", "decided": "decide", "guided": "guide"},
    "PRP": {"him": "he", "I": "I"},
    "NNP": {"Paris": "Pari"},
}


@pytest.fixture(scope="module")
def lemmatizer() -> EndingLemmatizer:
    nlp = load("blank")
    rows = [(word, tag, lemma) for tag, lemmas in TREEBANK.items() for word, lemma in lemmas.items()]
    words, tags, lemmas = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(nlp.vocab, words=words, tags=tags, lemmas=lemmas)
    learned = EndingLemmatizer(nlp, "lemmatizer")
    learned.initialize(lambda: [Example(doc, doc)])
    return learned


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("Ships", "NNS", "ship"),
        ("counties", "NNS", "county"),  # unseen, by its ending
        ("men", "NNS", "man"),
        ("omen", "NN", "omen"),
        ("stalked", "VBN", "stalk"),  # a participle as the past tense
        ("coincided", "VBD", "coincide"),
        ("made", "VBN", "make"),
        ("him", "PRP", "he"),
        ("I", "PRP", "I"),
        ("Paris", "NNP", "Paris"),  # a name stays as it is
        ("", "NN", ""),
        ("xyz", "UNKNOWN", "xyz"),
    ],
)
def test_lemma(lemmatizer: EndingLemmatizer, word: str, tag: str, lemma: str) -> None:
    assert lemmatizer.lemma(word, tag) == lemma


def test_an_ending_is_kept_only_where_it_tells_more_than_a_shorter_one(lemmatizer: EndingLemmatizer) -> None:
    assert set(lemmatizer.endings["NNS"]) == {"s", "ies", "^men", "^'s"}


def test_to_disk_and_back(lemmatizer: EndingLemmatizer, tmp_path: Path) -> None:
    lemmatizer.to_disk(tmp_path / "endings")
    read = EndingLemmatizer(load("blank"), "lemmatizer").from_disk(tmp_path / "endings")
    assert read.endings == lemmatizer.endings


def test_new_endings_change_a_lemma_that_was_known() -> None:
    lemmatizer = EndingLemmatizer(load("blank"), "lemmatizer")
    assert lemmatizer.lemma("ships", "NNS") == "ships"
    assert lemmatizer.from_bytes(b'{"NNS": {"s": [1, ""]}}').lemma("ships", "NNS") == "ship"
