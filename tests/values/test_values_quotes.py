"""Quotations: pairs of marks, what is missing, and what is no quotation at all."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from factcheck.models import Article, Mention, Paragraph, Quote
from factcheck.values import quotes

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


def article(text: str, kind: str = "body") -> Article:
    found = re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)
    paragraphs = tuple(Paragraph(match.start(), match.end(), kind) for match in found)  # type: ignore[arg-type]
    return Article(id="S1", path="", text=text, paragraphs=paragraphs, lines=(), sha256="")


def find(text: str, kind: str = "body") -> list[Mention]:
    return quotes.find(NLP(text), article(text, kind))


def words(text: str) -> list[str]:
    return [mention.value.words for mention in find(text) if isinstance(mention.value, Quote)]


def reasons(text: str) -> list[str | None]:
    return [mention.value.reason for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we go" and “we stay.”', ["we go", "we stay."]),
        ("''She calls it 'a mess' daily,'' Roe said. ''Let her.''", ["She calls it 'a mess' daily,", "Let her."]),
        ("``Old wire copy,'' he said.", ["Old wire copy,"]),
        ("‘She said “yes” to it,’ he said. ‘I'll go.’", ["She said “yes” to it,", "I'll go."]),
        ("She said “he called it ‘a gift’ twice” today.", ["he called it ‘a gift’ twice"]),
        ("'We go with the workers' union now,' she said.", ["We go with the workers' union now,"]),
        ("'It isn't so,' she said, 'and won't be.'", ["It isn't so,", "and won't be."]),
        ("The workers' rights and the bosses' cars.", []),
        ("Rock 'n' roll of the '90s, in '08, is what he sells 'em.", []),
        ('The 5\'10" man took a 12" pipe.', []),
        ("“Marks.“ Roe wrote them ”wrong.”", ["Marks.", "wrong."]),
        ('**"Bold"** and "x"—"y".', ["Bold", "x", "y"]),
        ("“We (sic) go ... [there],” he said.", ["We (sic) go ... [there],"]),
        ('Roe said," We go now". She left.', [" We go now"]),
        ('"We go," she said," and stay."', ["We go,", " and stay."]),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "expected_reasons"),
    [
        ('"We win, she said. "We lose."', ["We win, she said.", "We lose."], [quotes.NO_CLOSING_MARK, None]),
        ('We win," she said. "We lose."', ["We win,", "We lose."], [quotes.NO_OPENING_MARK, None]),
        (
            'He wrote "as (she) said, "the ship must go" at once.',
            ['as (she) said, "the ship must go" at once.'],
            [quotes.NO_CLOSING_MARK],
        ),
        ("“One here.\n\n“Two there,” she said.", ["One here.", "Two there,"], [quotes.GOES_ON, None]),
        ("'One here.\n\n'Two there,' she said.", ["One here.", "Two there,"], [quotes.GOES_ON, None]),
        ("“One here.\n\nNobody spoke.", ["One here."], [quotes.NO_CLOSING_MARK]),
    ],
)
def test_a_missing_mark_is_said(text: str, expected: list[str], expected_reasons: list[str | None]) -> None:
    assert words(text) == expected
    assert reasons(text) == expected_reasons


def test_furniture_is_not_read() -> None:
    assert find('Share "this story now" with friends', kind="furniture") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"we will not go there"', True),
        ('"so-called"', False),
        ('"The Long Road Home"', False),
        ('"strict accordance"', False),
    ],
)
def test_speech_is_told_from_titles_and_borrowed_words(text: str, expected: bool) -> None:
    assert [quotes.is_speech(mention) for mention in find(text)] == [expected]


MARKED = st.text(alphabet=st.sampled_from(list("ab .,\n\"'“”‘’«»`-s9")), max_size=120)


@given(MARKED)
@settings(deadline=None, max_examples=200)
def test_spans_are_verbatim_and_disjoint(text: str) -> None:
    found = find(text)
    for mention in found:
        assert isinstance(mention.value, Quote)
        assert mention.value.words in text[mention.start : mention.end]
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(MARKED, st.sampled_from(list("\"'“”‘’")))
@settings(deadline=None, max_examples=100)
def test_an_odd_mark_spoils_its_own_paragraph_only(text: str, mark: str) -> None:
    before, after = "Roe said “we go now.”\n\nNothing here.\n\n", "\n\nNothing there. Poe said “they stay.”"
    here = text.replace("\n", " ")
    assert words(before + here + after)[:1] == ["we go now."]
    assert words(before + here + mark + after)[-1] == "they stay."


@pytest.mark.parametrize("text", ['"' * 20_000, "“a " * 20_000, "'a \"b " * 20_000, "”" * 20_000, "x" * 100_000])
def test_odd_text_ends(text: str) -> None:
    doc = Doc(NLP.vocab, words=[text], spaces=[False])  # the tokeniser is not under test
    assert all(mention.end <= len(text) for mention in quotes.find(doc, article(text)))
