"""The pipeline that ships: what the other rooms rely on. Its accuracy is measured in ``training``, not here."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from factcheck.english import load, sentences
from factcheck.english.pipeline import SHIPPED

CLEAR = frozenset(
    ["ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
     "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
     "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
     "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp"]
)  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def test_labels_are_those_of_spacys_own_pipelines(nlp: Language) -> None:
    assert set(nlp.pipe_labels["parser"]) <= CLEAR
    assert {"NNP", "VBD", "CD", "``", "-LRB-"} <= set(nlp.pipe_labels["tagger"])
    assert "ner" not in nlp.pipe_names


def test_the_weights_are_small_and_say_their_licence(nlp: Language) -> None:
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) < 9_000_000
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert "CC BY-SA 4.0" in (SHIPPED / "README.md").read_text("utf-8")


def path(token: Token) -> str:
    return f"{token.text} <{token.dep_} {token.head.text}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said the talks had failed.", ["minister <nsubj said", "failed <ccomp said"]),
        ("“The talks have failed,” the minister said.", ["minister <nsubj said", "failed <ccomp said"]),
        ("Mayor Ann Lee told reporters that the road was closed.", ["Lee <nsubj told", "reporters <dative told"]),
        ("About 300 soldiers arrived in the city on Monday.", ["300 <nummod soldiers", "Monday <pobj on"]),
        ("The bill was passed by the Senate.", ["bill <nsubjpass passed", "by <agent passed", "Senate <pobj by"]),
        ("Ann Lee was accused of fraud.", ["Lee <nsubjpass accused", "was <auxpass accused"]),
        ("The company is in talks with the bank.", ["company <nsubj is", "in <prep is", "talks <pobj in"]),
        ("She did not sign the letter.", ["She <nsubj sign", "not <neg sign", "letter <dobj sign"]),
    ],
)
def test_plain_sentences(nlp: Language, text: str, expected: list[str]) -> None:
    found = [path(token) for token in nlp(text)]
    assert [edge for edge in expected if edge not in found] == []


def test_tags_and_lemmas(nlp: Language) -> None:
    doc = nlp("The ministers were told that two ships had left.")
    assert [token.tag_ for token in doc] == ["DT", "NNS", "VBD", "VBN", "IN", "CD", "NNS", "VBD", "VBN", "."]
    assert [token.lemma_ for token in doc] == [
        "the",
        "minister",
        "be",
        "tell",
        "that",
        "two",
        "ship",
        "have",
        "leave",
        ".",
    ]


def test_sentence_rules_bind_the_parser(nlp: Language) -> None:
    text = "“We came. We saw,” Rep. J. D. Hall said. He lives in the U.S. The door is open…It is late."
    text += " They support...Castillo."
    assert [span.text for span in sentences(nlp(text))] == [
        "“We came.",
        "We saw,” Rep. J. D. Hall said.",
        "He lives in the U.S.",
        "The door is open…",
        "It is late.",
        "They support...Castillo.",
    ]


def test_the_same_twice(nlp: Language) -> None:
    text = "Officials in Bonn said at least 14 people were hurt when a bridge fell."
    assert nlp(text).to_json() == load()(text).to_json()
