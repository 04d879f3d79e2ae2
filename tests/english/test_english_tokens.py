"""Words of news text, where spaCy's tokenizer alone would cut otherwise."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factcheck.english import load
from factcheck.english.tokens import tokenise


@pytest.fixture(scope="module", params=[None, "blank"])
def nlp(request: pytest.FixtureRequest) -> Language:
    return load(request.param)


@pytest.fixture(scope="module")
def stored(nlp: Language) -> Language:
    """The tokenizer as it comes back from a file."""
    nlp.tokenizer.from_bytes(nlp.tokenizer.to_bytes())
    return nlp


# A space or a bar stands between two tokens.
TEXTS = [
    "Rep. Lee sent H.R. 1477 to the floor at 9 a.m. Monday",
    "a gift of $|16|bn",
    "in 3|–|5 days",
    "spheres|—|in the end",
    "He said|:| “|open|.|”|We left",
    # a space is missing
    "He said|,|“|Look at that|.|”",
    '“|Go|,|”|she said|,|"|and wait',
    "“|No|!|”|said the chair|;|‘|never|.|’",
    "We go|,|'|he said",
    'the|"|big|"|one',
    "rock'n'roll at O'Brien's".replace("'s", "|'s"),
    "a 5,000 m race at 40 km|/|h|.| Built on p. 5 c. 1900",
    # prefixes
    "They re-elected the co-founder|,| an e-commerce pioneer|.",
    "(|Non-fiction|)|,| he said",
    "a pro|-|Beijing party",
    "an anti-war|,| well|-|known song",
    "a long|-|term plan",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_tokens(stored: Language, marked: str) -> None:
    assert [token.text for token in tokenise(stored, marked.replace("|", ""))] == marked.replace("|", " ").split()
