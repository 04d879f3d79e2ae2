"""Coreference: one name where it is settled, several where it is unclear, none where nothing fits."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import english
from factcheck.english import coref, names


@pytest.fixture(scope="module", params=["blank", None], ids=["blank", "shipped"])
def nlp(request):
    return english.load(request.param)


def resolved(nlp, text: str) -> dict[str, tuple[str, ...]]:
    """The words at each offset with their names; ``|`` in the text marks what is asked for and is taken out."""
    place, text = text.index("|"), text.replace("|", "")
    doc = nlp(text)
    return coref.resolve(doc, names.find(doc)).get(place, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe resigned on Monday. |She gave no reason.", ("Jane Roe",)),
        ("John Doe met Jane Roe in Paris. |She had asked for it.", ("Jane Roe",)),
        ("John Doe met Jane Roe in Paris. |He had asked for it.", ("John Doe",)),
        ("Mrs. Okonjo spoke to Mr. Adeyemi. Later |he left.", ("Adeyemi",)),
        ("Spokeswoman Xi Lan met Tom Smith. |She was late.", ("Xi Lan",)),
        ("Jane Roe praised |her staff.", ("Jane Roe",)),
        ("Russia said on Tuesday that |it would withdraw |its planes.".replace("|its", "its"), ("Russia",)),
        ("The dog barked all night. |He was hungry.", ()),
        ("Jane Roe resigned. |It was raining.", ()),
    ],
)
def test_pronouns(nlp, text, expected):
    assert resolved(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spokeswoman Jane Roe met Mayor John Doe. |The mayor left.", ("John Doe",)),
        ("Spokeswoman Jane Roe met Mayor John Doe. |The spokeswoman left.", ("Jane Roe",)),
        ("The Foreign Ministry met the Port Committee. |The ministry was silent.", ("Foreign Ministry",)),
        ("Mayor Jane Roe met Mayor John Doe. |The mayor left.", ("John Doe", "Jane Roe")),
        ("Mayor Jane Roe spoke. |The mayor of Leeds left.", ()),
        ("Mayor Jane Roe spoke. |The bishop left.", ()),
    ],
)
def test_descriptions(nlp, text, expected):
    assert resolved(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Smith met John Doe. Doe said: “|He was late.”", ("Tom Smith",)),
        ("Tom Smith met John Doe. “|He was late,” Doe said.", ("Tom Smith",)),
        ("John Doe said he had “lost |his way.”", ("John Doe",)),
        ("John Doe and |his wife left.", ("John Doe",)),
        ("Anna Berg is the mayor. |She won in May.", ("Anna Berg",)),
        ("Tom Smith hurt |himself.", ("Tom Smith",)),
    ],
)
def test_what_the_tree_and_quotation_marks_say(text, expected):
    assert resolved(english.load(), text) == expected


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("The council and the mayor were silent. They gave no reason.", ("The council and the mayor",)),
        ("This is a mess. It got worse.", ()),
    ],
)
def test_what_has_no_name(text, names_):
    """Phrases that stand together are one thing; a predicate and a bare "this" do not say what is meant."""
    nlp = english.load()
    doc = nlp(text)
    assert tuple(name for link in coref.links(doc, names.find(doc)) for name in link.names) == names_


def test_two_who_fit_equally_are_not_chosen_between(nlp):
    answer = resolved(nlp, "Tom Smith and John Doe met. |He said nothing.")
    assert sorted(answer) == ["John Doe", "Tom Smith"]


def test_gender_carries_along_a_chain(nlp):
    text = "Zorvan said he was tired. Jane Roe nodded. |She went home."
    assert resolved(nlp, text) == ("Jane Roe",)


def test_links_show_where_the_antecedent_stands():
    nlp = english.load()
    text = "Jane Roe resigned. She gave no reason."
    doc = nlp(text)
    (link,) = coref.links(doc, names.find(doc))
    assert (text[link.start : link.end], link.names, link.antecedent, link.named) == (
        "She",
        ("Jane Roe",),
        (0, 8),
        True,
    )


BARE = spacy.blank("en")
WORDS = [
    "Jane",
    "Roe",
    "he",
    "She",
    "it",
    "their",
    "the",
    "minister",
    "Ministry",
    ".",
    "\n\n",
    "“",
    '"',
    "said",
    "Russia",
]


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)))
def test_any_text(text):
    doc = BARE(text)
    answers = coref.resolve(doc, names.find(doc))
    assert list(answers) == sorted(answers)
    assert all(0 <= start < len(text) and found for start, found in answers.items())
