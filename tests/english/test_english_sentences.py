"""Sentence ends of news text, on the pipeline that has nothing but the rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.english import load, sentences
from factcheck.english.tokens import tokenise

# A bar stands where a sentence ends and another begins.
TEXTS = [
    # abbreviations
    "He works for the U.S. Department of Health.",
    "She was born in the U.S.| The minister was not.",
    "Talks began at 9 a.m. Monday in Washington, D.C.| They ended at 5 p.m.| Nobody spoke.",
    "Rep. Ann Lee and Sen. Tom Roe met Lt. Gen. Ivo Hall.",
    "J. D. Vance spoke with George W. Hill Jr. about it.",
    "He ran against George W.| In May he lost.",
    "Bill No. 5 passed.| He said no.| Five voted.",
    "It is article no. 12 of the law.",
    "Shares of Acme Inc. rose.| They bought Acme Inc.| The price was not given.",
    "Roe v. Wade was decided in Jan. 1973.",
    "He lives on Main St.| She lives in St. Louis.",
    "The committee sent H.R. 1477 to the floor.",
    "2. The second point is this.| 3. The third is not.",
    "He died in 1805.[6] They had no son.| It was late.",
    # quotation marks
    "“We are leaving.”| The room fell silent.",
    "\"We are leaving.\"| The room fell silent.",
    "He said: ‘It is over.’| Then he left.",
    "“We came.| We saw.| We left.”",
    "“Why now?” she asked.",
    "“Stop!” he cried.| “Go on.”",
    "“Why now?” Mayor Ann Lee asked.| “Who knows?” Roe said.",
    "“Is it true?”| The minister did not say.",
    "He called it “a mistake” and “a shame.”| “Never again,” he said.",
    "They want “all options...open.”| Others do not.",
    "“It was the Lees’ fault,” Ms Berg said.| “We knew.”",
    "“... and we lost,” he said.| “We did.”",
    # brackets
    "He left (as planned).| She stayed.",
    "He left.| (She stayed.)| Both agreed.",
    "The law (sic).| It passed.",
    "It prevents cooperation (sic) between states.",
    # dots and marks
    "The door is open...|We are ready.",
    "They support...Castillo and his party.",
    "Nobody knows…|But it is late.",
    "What?!| Nobody answered.",
    # numbers, addresses
    "It rose 3.5 percent.| In all, 1,200.50 was paid.",
    "See https://example.org/a.b?c=d.| Write to desk@example.org.| Thanks.",
    "The fee is $5.| $10 was planned.",
    "These are the points: 1. The price is high.| 2. The sum is wrong.",
    "The fire was out by noon... and then it was not.",
    "It is called note(2).doc and nobody read it.",
    # letters
    "Dear Ms Berg,| The council wrote to you in May.",
    "We will write again.| Kind regards,| Ann Lee",
    "Nobody objected.| Thanks,| Ann Lee",
    "“We won.| Thanks, Ann,” he said.",
    "Ann Lee 03/27/2019 08:15 AM| The council has met.",
    "It opens at 08:15 AM Monday.",
    "GEN. ANN LEE SPEAKS",
    "P.S. The door was open.",
    "The names follow.| -----| Ann Lee was first.",
    # what belongs to the sentence before it
    "We won! :-)| Nobody expected it.",
    # no stop at the end
    "Council rejects budget",
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("blank")


@pytest.mark.parametrize("marked", TEXTS)
def test_sentence_ends(nlp: Language, marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.text for span in sentences(nlp(text))] == expected


@given(st.text(alphabet="aB. ?!…“”\"'’()[]\n0U.S.", max_size=60))
def test_any_text_keeps_its_words(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert "".join("".join(span.text.split()) for span in sentences(doc)) == "".join(text.split())


@pytest.mark.parametrize("word", ["(" * 100_000, "”" * 100_000, "a." * 50_000, "a-" * 50_000, "x" * 100_000])
def test_huge_words(nlp: Language, word: str) -> None:
    text = f"He said {word} and left."
    assert tokenise(nlp, text).text == text
