"""What the augmenter makes of a sentence: news text with the same tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from factcheck.english import load
from training.augment import news_text, shuffled_docs

NONE = {"curly": 0.0, "headline": 0.0, "capitals": 0.0, "lower": 0.0, "unstopped": 0.0, "unknown": 0.0}


@pytest.fixture
def rare(tmp_path: Path) -> str:
    (tmp_path / "rare.txt").write_text("semaphores\n")
    return str(tmp_path / "rare.txt")


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("curly", "“It’s over,” he said."),
        ("headline", '"It\'s Over," he Said.'),
        ("capitals", '"IT\'S OVER," HE SAID.'),
        ("lower", '"it\'s over," he said.'),
        ("unstopped", '"It\'s over," he said'),
    ],
)
def test_changes(change: str, text: str, rare: str) -> None:
    nlp = load("blank")
    doc = Doc(
        nlp.vocab,
        words=['"', "It", "'s", "over", ",", '"', "he", "said", "."],
        spaces=[False, False, True, False, False, True, True, False, False],
        tags=["``", "PRP", "VBZ", "RB", ",", "''", "PRP", "VBD", "."],
        heads=[2, 2, 7, 2, 2, 2, 7, 7, 7],
        deps=["punct", "nsubj", "ccomp", "advmod", "punct", "punct", "nsubj", "ROOT", "punct"],
    )
    (changed,) = news_text(**{**NONE, change: 1.0}, rare=rare)(nlp, Example(nlp.make_doc(doc.text), doc))
    assert changed.reference.text == changed.predicted.text == text
    length = len(changed.reference)
    assert [token.head.i for token in changed.reference] == [token.head.i for token in doc][:length]


def test_a_rare_word_becomes_a_new_one_with_the_same_ends_and_shape(rare: str) -> None:
    nlp = load("blank")
    doc = Doc(nlp.vocab, words=["Old", "Semaphores", "fell"], heads=[1, 2, 2], deps=["amod", "nsubj", "ROOT"])
    (changed,) = news_text(**{**NONE, "unknown": 1.0}, rare=rare)(nlp, Example(nlp.make_doc(doc.text), doc))
    old, new, fell = changed.reference
    assert (old.text, fell.text) == ("Old", "fell")
    assert new.text != "Semaphores"
    assert (new.prefix_, new.suffix_, new.shape_, len(new)) == ("S", "res", "Xxxxx", len("Semaphores"))


def test_what_is_not_annotated_is_nothing_to_learn(rare: str) -> None:
    nlp = load("blank")
    doc = Doc(nlp.vocab, words=["Old", "ships"], tags=["JJ", "NNS"], heads=[1, 1], deps=["amod", "ROOT"])
    (changed,) = news_text(**NONE, rare=rare)(nlp, Example(nlp.make_doc(doc.text), doc))
    assert changed.get_aligned("TAG", as_string=True) == ["JJ", "NNS"]
    assert changed.get_aligned("POS", as_string=True) == changed.get_aligned("MORPH", as_string=True) == ["", ""]


def test_each_reading_has_a_new_order_and_new_changes(rare: str, tmp_path: Path) -> None:
    nlp = load("blank")
    pairs = [(first, second) for first in ("Old", "New", "All") for second in ("semaphores", "ships", "boats")]
    DocBin(docs=[Doc(nlp.vocab, words=pair) for pair in pairs]).to_disk(tmp_path / "train.spacy")
    corpus = shuffled_docs(path=tmp_path / "train.spacy", augmenter=news_text(**{**NONE, "unknown": 1.0}, rare=rare))
    first, second = ([example.text for example in corpus(nlp)] for _ in range(2))
    assert len(first) == len(second) == len(pairs)
    assert {text.split()[0] for text in first} == {"Old", "New", "All"}
    assert first != second
    assert set(first) != set(second)
