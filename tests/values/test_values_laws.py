"""Laws by title, by number, by acronym and by description."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.models import Law
from factcheck.values import laws

NLP = spacy.blank("en")


def read(text: str) -> list[tuple[str, Law]]:
    found = []
    for mention in laws.find(NLP.make_doc(text)):
        assert mention.kind == "law"
        assert isinstance(mention.value, Law)
        found.append((text[mention.start : mention.end], mention.value))
    return found


def words(text: str) -> list[str]:
    return [stretch for stretch, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They passed the so-called Coastal Threat Mitigation Act by voice vote.", "Coastal Threat Mitigation Act"),
        ("The Clean Rivers Act of 1990 was amended.", "Clean Rivers Act of 1990"),
        ("under the Rural Schools Act, 2020, and later", "Rural Schools Act, 2020"),
        ("under the Harbour Safety Act 1998.", "Harbour Safety Act 1998"),
        ("He signed the Clean Rivers Act Amendments of 1977.", "Clean Rivers Act Amendments of 1977"),
        ("the Farms, Food and Drugs, and Related Duties Act", "Farms, Food and Drugs, and Related Duties Act"),
        ("the Buy Local, Build Local Act", "Buy Local, Build Local Act"),
        ("the Department of the Interior Reform Act", "Department of the Interior Reform Act"),
        ("the Protecting the Right to Rest Act", "Protecting the Right to Rest Act"),
        ("the “For the Rivers Act”", "For the Rivers Act"),
        ("the For the Rivers Act", "For the Rivers Act"),
        ("the Women's Safety Act", "Women's Safety Act"),
        ("the Senate's Clean Rivers Act", "Clean Rivers Act"),
        ("Roe's Clean Rivers Act", "Clean Rivers Act"),
        ("Section 2 of the Clean Rivers Act", "Clean Rivers Act"),
        ("Democrats and the Clean Rivers Act", "Clean Rivers Act"),
        ("Senate Passes Clean Rivers Act", "Clean Rivers Act"),
        ("Under the 21st Century Rivers Act, it is so.", "21st Century Rivers Act"),
        ("the RIVERS Act", "RIVERS Act"),
        ("the COVID–19 Relief Act", "COVID–19 Relief Act"),
        ("the Rivers Act’s third section", "Rivers Act"),
        ("a ban under Anna's Law", "Anna's Law"),
        ("the Farm Bill", "Farm Bill"),
        ("the Amnesty Law was signed", "Amnesty Law"),
        ("the 1964 Coast Rights Act", "Coast Rights Act"),
        ("the Fleet Authorization Act for fiscal 2020", "Fleet Authorization Act for fiscal 2020"),
        ("the European Rivers (Withdrawal) Act 2018", "European Rivers (Withdrawal) Act 2018"),
        ("the Treaty on the Protection of Rivers", "Treaty on the Protection of Rivers"),
        ("the Convention on Trade in Birds and Owls was signed", "Convention on Trade in Birds and Owls"),
        ("the Northland Agreement on river traffic, they said", "Northland Agreement on river traffic"),
        ("in violation of the UN Charter.", "UN Charter"),
        ("the Charter of the United Nations", "Charter of the United Nations"),
        ("the Northport Accords", "Northport Accords"),
        ("He signed the Northport Agreement on Monday.", "Northport Agreement"),
        ("the First Amendment", "First Amendment"),
        ("repeal Obamacare now", "Obamacare"),
    ],
)  # fmt: skip
def test_title(text: str, title: str) -> None:
    assert words(text) == [title]


@pytest.mark.parametrize(
    ("text", "stretch", "number"),
    [
        ("H.R. 1477 passed.", "H.R. 1477", "H.R. 1477"),
        ("Support for H. R. 1280 grew.", "H. R. 1280", "H.R. 1280"),
        ("They took up S.J.Res. 7.", "S.J.Res. 7", "S.J.Res. 7"),
        ("House Joint Resolution 7 failed.", "House Joint Resolution 7", "H.J.Res. 7"),
        ("HB 1234 would end it.", "HB 1234", "House Bill 1234"),
        ("Opponents of Bill C-51 met.", "Bill C-51", "Bill C-51"),
        ("Executive Order 13769 was signed.", "Executive Order 13769", "Executive Order 13769"),
        ("UN Security Council Resolution 2231", "Resolution 2231", "UN Security Council Resolution 2231"),
        ("voters backed Proposition 13", "Proposition 13", "Proposition 13"),
    ],
)
def test_number(text: str, stretch: str, number: str) -> None:
    ((found, law),) = read(text)
    assert (found, law.number) == (stretch, number)


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("in line with a 2001 bilateral agreement.", "2001 bilateral agreement"),
        ("and a bilateral agreement on military cooperation", "bilateral agreement"),
        ("the 2015 nuclear deal", "2015 nuclear deal"),
        ("under the 2010 health care law", "2010 health care law"),
        ("the Northport climate accord", "Northport climate accord"),
        ("the Northport agreements", "Northport agreements"),
        ("Northland nuclear accord", "Northland nuclear accord"),
        ("the president's nuclear pact", "nuclear pact"),
    ],
)
def test_description(text: str, stretch: str) -> None:
    assert words(text) == [stretch]


@pytest.mark.parametrize(
    "text",
    [
        "They will act on the report. It was an act of kindness, an Act of God.",
        "Act now! In Act I, the sister waits.",
        "the Act",
        "Bill Roe and Mayor Bill Doe paid the bill.",
        "Nathan Law, of Harvard Law School, spoke of Murphy's Law and martial law.",
        "the Republican National Convention and the Northport Convention Centre",
        "Harbour Law published it, and the Harbour Law reports, too.",
        "the Dress Code of the Charter School",
        "They reached an agreement on Monday, a deal in all but name.",
        "In 2018 the law was changed.",
        "She has lived in the U.S. 47 years.",
        "the resolution of the conflict, a convention of style",
    ],
)
def test_no_law(text: str) -> None:
    assert words(text) == []


def test_title_and_number_side_by_side_share_both() -> None:
    first, second = read("The House passed H.R. 1477, the Clean Rivers Act.")
    assert first[1] == second[1] == Law(name="Clean Rivers Act", number="H.R. 1477", status="passed")


def test_titles_joined_by_and_are_two() -> None:
    assert words("the Coast Rights Act of 1965 and River Rights Act of 1964") == [
        "Coast Rights Act of 1965",
        "River Rights Act of 1964",
    ]


def test_an_acronym_stands_for_its_title_from_there_on() -> None:
    found = read("REACH began. The River Estuary Act of 2020 (REACH) passed. Then REACH was signed.")
    assert [(stretch, law.name) for stretch, law in found] == [
        ("River Estuary Act of 2020", "River Estuary Act of 2020"),
        ("REACH", "River Estuary Act of 2020"),
        ("REACH", "River Estuary Act of 2020"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("She signed the Clean Rivers Act.", "signed"),
        ("They vetoed the so-called Clean Rivers Act.", "vetoed"),
        ("He spoke of the Clean Rivers Act.", None),
    ],
)
def test_status_is_what_was_done_right_beside_the_name(text: str, status: str | None) -> None:
    assert [law.status for _, law in read(text)] == [status]


WORDS = [
    "the",
    "The",
    "Act",
    "of",
    "2018",
    ",",
    "Rivers",
    "and",
    "Treaty",
    "on",
    "(",
    ")",
    "H.R.",
    "1477",
    "or",
    "ABC",
    "Bill",
    "’s",
    "\n",
    ".",
    "Law",
    "Stop",
    "a",
]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text(text: str) -> None:
    doc = NLP.make_doc(text)
    found = laws.find(doc)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert found == laws.find(doc)


@pytest.mark.parametrize(
    "word", ["Act ", "the ", "of the ", "Treaty on ", "A, ", "Bill of ", "Stop the ", "a 2001 ", "or A", "x"]
)
def test_long_runs_of_one_word(word: str) -> None:
    laws.find(NLP.make_doc(word * 5_000))
