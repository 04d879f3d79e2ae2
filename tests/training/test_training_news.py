"""News sentences drawn from templates: each a tree with the tags and labels that the pipeline knows."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.news import names, sentences

NAMES = [("Ann", "Lee"), ("Harwick", "City", "Council")]
LABELS = frozenset(
    ["ROOT", "acl", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp",
     "compound", "conj", "det", "dobj", "mark", "neg", "nsubj", "nsubjpass", "nummod", "oprd", "pcomp", "pobj", "poss",
     "prep", "punct", "quantmod", "xcomp"]
)  # fmt: skip


def test_every_sentence_is_a_projective_tree() -> None:
    docs = list(sentences(Vocab(), NAMES, each=3))
    for doc in docs:
        (sentence,) = doc.sents
        assert {token.dep_ for token in doc} <= LABELS, doc.text
        assert not doc[0].text[0].islower()
        assert sentence.root.tag_ in ("VBD", "VBN", "VB", "VBZ")
        for token in doc:
            passive = any(child.dep_ == "auxpass" for child in token.children)
            assert not any(child.dep_ == ("nsubj" if passive else "nsubjpass") for child in token.children), doc.text
        for token in doc:  # what stands between a word and its head hangs on one of the two, at last
            between = range(min(token.i, token.head.i) + 1, max(token.i, token.head.i))
            assert all(token.head.is_ancestor(doc[i]) for i in between), doc.text


def test_the_same_seed_gives_the_same_sentences() -> None:
    first, second, other = ([doc.text for doc in sentences(Vocab(), NAMES, each=2, seed=seed)] for seed in (1, 1, 2))
    assert first == second != other


def test_a_name_of_several_words_is_headed_by_its_last() -> None:
    doc = next(doc for doc in sentences(Vocab(), NAMES[1:], each=5) if doc[0].text == "Harwick")
    assert [(token.head.text, token.dep_) for token in doc[:2]] == [("Council", "compound")] * 2
    assert doc[2].dep_.startswith("nsubj")


def test_names_are_the_compounds_of_a_text() -> None:
    doc = Doc(
        Vocab(),
        words=["Mayor", "Ann", "Lee", "met", "NATO", "in", "May"],
        tags=["NNP", "NNP", "NNP", "VBD", "NNP", "IN", "NNP"],
        heads=[2, 2, 3, 3, 3, 3, 5],
        deps=["compound", "compound", "nsubj", "ROOT", "dobj", "prep", "pobj"],
    )
    assert names([doc]) == [("Mayor", "Ann", "Lee")]
