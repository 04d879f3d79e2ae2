"""Which pipeline is loaded, and that a document of an article has the article's offsets."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.english import load, read, sentences
from factcheck.english.pipeline import SHIPPED
from factcheck.errors import FactcheckError
from factcheck.models import Article, Paragraph, ParagraphKind


def article(*paragraphs: tuple[ParagraphKind, str], between: str = "\n\n") -> Article:
    text, found = "", []
    for kind, words in paragraphs:
        text += between if found else ""
        found.append(Paragraph(len(text), len(text) + len(words), kind))
        text += words
    return Article("S1", "a.txt", text, tuple(found), (), "0" * 64)


@pytest.fixture(scope="module", params=[None, "blank"])
def nlp(request: pytest.FixtureRequest) -> Language:
    return load(request.param)


def test_one_document_per_article_with_its_offsets(nlp: Language) -> None:
    one = article(("headline", "Council rejects plan"), ("body", "Ann Lee voted no. She\nleft  early."))
    two = article(("body", "Nobody spoke."), ("furniture", "Share this. Follow us."), between="\n")
    docs = list(read(nlp, [one, two]))
    assert [doc.text for doc in docs] == [one.text, two.text]
    assert all(
        a.text[token.idx :].startswith(token.text) for a, doc in zip([one, two], docs, strict=True) for token in doc
    )
    assert [[span.text for span in sentences(doc)] for doc in docs] == [
        ["Council rejects plan", "Ann Lee voted no.", "She\nleft  early."],
        ["Nobody spoke.", "Share this. Follow us."],
    ]


def test_no_sentence_crosses_a_paragraph(nlp: Language) -> None:
    doc = next(read(nlp, [article(("body", "They said that"), ("body", "it is over"))]))
    assert [span.text for span in sentences(doc)] == ["They said that", "it is over"]


def test_list_items_on_lines_of_their_own(nlp: Language) -> None:
    doc = next(read(nlp, [article(("body", "The plan:\n• new roads\n• new schools"))]))
    assert [span.text for span in sentences(doc)] == ["The plan:", "• new roads", "• new schools"]


def test_a_parser_ends_no_sentence_between_title_and_name(nlp: Language) -> None:
    for text in ("Opposition leader Petra Holm accused the government.", "He met, among others, Union boss Karl Lund."):
        doc = next(read(nlp, [article(("body", text))]))
        assert [span.text for span in sentences(doc)] == [text]


def test_furniture_is_tokenised_only() -> None:
    doc = next(read(load(), [article(("body", "Ann Lee voted."), ("furniture", "Share this."))]))
    assert [token.tag_ for token in doc if token.idx > 15 and not token.is_space] == ["", "", ""]


def test_text_outside_every_paragraph_is_kept(nlp: Language) -> None:
    text = "---\ntitle: x\n---\nA man left.\n\n\n"
    doc = next(read(nlp, [Article("S1", "a", text, (Paragraph(17, 28, "body"),), (), "")]))
    assert doc.text == text


def test_nothing(nlp: Language) -> None:
    assert list(read(nlp, [])) == []
    assert [len(doc) for doc in read(nlp, [article()])] == [0]


@given(st.lists(st.tuples(st.sampled_from(["body", "furniture"]), st.text(alphabet="aB .\n\t“”\u00a0'", min_size=1))))
def test_any_text_comes_back(nlp: Language, paragraphs: list[tuple[ParagraphKind, str]]) -> None:
    one = article(*paragraphs)
    assert next(read(nlp, [one])).text == one.text


def test_the_folder_of_our_own_reads_as_it_does_by_default() -> None:
    text = "The ministry said on Monday that two planes had landed."
    assert load(str(SHIPPED))(text).to_json() == load()(text).to_json()


def test_a_pipeline_that_is_not_installed() -> None:
    with pytest.raises(FactcheckError, match="en_core_web_xyz: no such pipeline is installed; get it with: python -m"):
        load("en_core_web_xyz")


def test_a_pipeline_without_a_parser(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(FactcheckError, match="the pipeline lacks a parser and a tagger"):
        load(str(tmp_path))


def test_a_pipeline_for_another_language(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(FactcheckError, match="for the language 'de', not for English"):
        load(str(tmp_path))


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="this is no spaCy pipeline"):
        load(str(tmp_path))
    with pytest.raises(FactcheckError, match="no such folder"):
        load(str(tmp_path / "missing"))
