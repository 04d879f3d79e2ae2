"""All kinds together: which reading takes the words, and what holds for any text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import values
from factcheck.models import Article, Mention, Name, Paragraph

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


def article(text: str, *, furniture: str = "", url: str | None = None) -> Article:
    body = len(text)
    whole = f"{text}\n\n{furniture}" if furniture else text
    paragraphs = [Paragraph(0, body, "body")] if text.strip() else []
    if furniture:
        paragraphs.append(Paragraph(body + 2, len(whole), "furniture"))
    return Article(
        "S1", "a.txt", whole, tuple(paragraphs), ((0, len(whole)),), "0", published=date(2019, 3, 28), url=url
    )


def find(
    text: str, names: tuple[Mention, ...] = (), *, furniture: str = "", url: str | None = None
) -> list[tuple[str, str]]:
    source = article(text, furniture=furniture, url=url)
    return [(one.kind, source.text[one.start : one.end]) for one in values.find(NLP(source.text), source, names)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It ended on March 25.", [("time", "March 25")]),
        ("It began two days ago.", [("time", "two days ago")]),
        ("It covers 1520 square metres.", [("quantity", "1520 square metres"), ("number", "1520")]),
        ("It lasted two days.", [("quantity", "two days"), ("number", "two")]),
    ],
)
def test_the_more_specific_reading_takes_the_words(text: str, kept: list[tuple[str, str]]) -> None:
    assert find(text) == kept


def test_a_number_in_a_name_counts_nothing() -> None:
    text = "They showed the old Model 40 and 12 new ones."
    name = Mention("text", 16, 28, Name(name="old Model 40", entity="product"))
    assert find(text, (name,)) == [("text", "old Model 40"), ("quantity", "12 new ones"), ("number", "12")]


def test_a_nationality_stays_in_its_quantity() -> None:
    text = "The 100 Russian troops left."
    name = Mention("text", 8, 15, Name(name="Russia", entity="nationality"))
    assert find(text, (name,)) == [("quantity", "100 Russian troops"), ("number", "100"), ("text", "Russian")]


def test_everything_stays_in_a_quotation() -> None:
    kinds = [kind for kind, _ in find("“We lost 40 houses,” she said.")]
    assert kinds == ["quote", "quantity", "number"]


def test_furniture_yields_nothing() -> None:
    assert find("It rained.", furniture="Copyright 2019. 40 people like this. H.R. 1477") == []


def test_the_address_of_the_publication_tells_which_dollar() -> None:
    source = article("It cost $5.", url="https://www.example.com.au/news")
    (found,) = values.find(NLP(source.text), source)
    assert found.value.kind == "money" and found.value.currency == "AUD"


WORDS = (
    "about|100|men|$|5|%|in|2019|two|days|ago|“|”|-|–|to|Act|.|,|\n\n|the|Monday|H.R.|1477|between|million|½|Tu|\u200b"
)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS.split("|"))))
def test_any_text(words: list[str]) -> None:
    source = article(" ".join(words))
    found = values.find(NLP(source.text), source)
    assert found == values.find(NLP(source.text), source)
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end, one.kind))
    for one in found:
        assert 0 <= one.start < one.end <= len(source.text)
        assert source.text[one.start : one.end].strip()
    for kind in {one.kind for one in found} - {"quote"}:
        same = [one for one in found if one.kind == kind]
        assert all(left.end <= right.start for left, right in pairwise(same)), kind
