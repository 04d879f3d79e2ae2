"""How bodies vote, and by how many."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.models import Vote
from factcheck.values import votes

NLP = spacy.blank("en")

Read = tuple[str, str | None, int | None, int | None]


def read(text: str) -> list[Read]:
    found: list[Read] = []
    for mention in votes.find(NLP.make_doc(text)):
        assert mention.kind == "vote"
        assert isinstance(mention.value, Vote)
        value = mention.value
        found.append((text[mention.start : mention.end], value.method, value.yeas, value.nays))
    return found


@pytest.mark.parametrize(
    ("text", "words", "method"),
    [
        ("The lower house passed the bill by voice vote.", "voice vote", "voice vote"),
        ("The senate took a roll-call vote at noon.", "roll-call vote", "roll call"),
        ("The motion carried on a recorded vote.", "recorded vote", "roll call"),
        ("It was agreed to by the Yeas and Nays.", "Yeas and Nays", "roll call"),
        ("The reading was waived by unanimous consent.", "unanimous consent", "unanimous consent"),
        ("Without objection, the minutes were approved.", "Without objection", "without objection"),
        ("The chair called it after a standing vote.", "standing vote", "division"),
        ("The plan was rejected by a show of hands.", "show of hands", "show of hands"),
        ("Delegates chose her by acclamation.", "acclamation", "acclamation"),
        ("Members chose a speaker by secret ballot.", "secret ballot", "secret ballot"),
        ("The council unanimously approved the plan.", "unanimously approved", "unanimous vote"),
        (
            "The bill was considered under suspension of the rules.",
            "under suspension of the rules",
            "suspension of the rules",
        ),
    ],
)
def test_method(text: str, words: str, method: str) -> None:
    assert read(text) == [(words, method, None, None)]


@pytest.mark.parametrize(
    ("text", "words", "yeas", "nays"),
    [
        ("The senate voted 63-37 to confirm her.", "63-37", 63, 37),
        ("The house passed the bill 231–190 on Monday.", "231–190", 231, 190),
        ("It passed, 354 to 58.", "354 to 58", 354, 58),
        ("Lawmakers adopted it by a vote of 52 to 48 on Friday.", "52 to 48", 52, 48),
        ("The court ruled 5-4 against the town.", "5-4", 5, 4),
        ("a 7-2 decision of the board", "7-2", 7, 2),
        ("Parliament backed him by 275 votes to 112.", "275 votes to 112", 275, 112),
        ("Thirteen members voted yes and one voted no.", "Thirteen members voted yes and one voted no", 13, 1),
        ("51 senators voted for the bill and 49 against.", "51 senators voted for the bill and 49 against", 51, 49),
        ("Yeas 240, nays 181.", "Yeas 240, nays 181", 240, 181),
        ("There were 291 ayes to 137 noes.", "291 ayes to 137 noes", 291, 137),
        ("The vote was 1,204 to 873.", "1,204 to 873", 1204, 873),
        ("The bill was defeated 37-63.", "37-63", 37, 63),
        ("A majority of 324 to 299 backed it.", "324 to 299", 324, 299),
        ("It was sent on by a 4-to-3 vote.", "4-to-3", 4, 3),
        ("The plan failed on a tie vote, 5-5.", "5-5", 5, 5),
    ],
)
def test_tally(text: str, words: str, yeas: int, nays: int) -> None:
    assert read(text) == [(words, None, yeas, nays)]


@pytest.mark.parametrize(
    ("text", "words", "method"),
    [
        ("The senate approved it in a 63-37 roll call vote.", "63-37 roll call vote", "roll call"),
        ("Passed by recorded vote: 245 - 174 (Roll no. 20).", "recorded vote: 245 - 174", "roll call"),
        (
            "Agreed to by the Yeas and Nays: (2/3 required): 405 - 13.",
            "Yeas and Nays: (2/3 required): 405 - 13",
            "roll call",
        ),
        ("A motion by Rep. Roe to table it failed on a 10-12 roll call.", "10-12 roll call", "roll call"),
        ("Agreed to by Yea-Nay Vote. 84 - 13.", "Yea-Nay Vote. 84 - 13", "roll call"),
        ("The senate invoked cloture, 60-40.", "invoked cloture, 60-40", "cloture"),
    ],
)
def test_method_and_tally_are_one_vote(text: str, words: str, method: str) -> None:
    ((found, name, yeas, nays),) = read(text)
    assert (found, name) == (words, method)
    assert yeas is not None and nays is not None


@pytest.mark.parametrize(
    "text",
    [
        # asked for, or not used
        "Ms. Roe demanded a recorded vote and the chair put off the matter.",
        "A roll call vote was requested.",
        "The yeas and nays were ordered.",
        "The bill passed without a roll call vote.",
        "No recorded vote was taken.",
        "He asked unanimous consent that the amendment be withdrawn.",
        "She called for a show of hands.",
        # names
        "The aide told Roll Call that the bill would pass.",
        # other pairs of numbers
        "The team won 3-2 in extra time.",
        "Northport were defeated 3-2 at home.",
        "See pages 12-15 of the bill.",
        "The act covers 1999-2001.",
        "The council approved 5 to 10 new posts.",
        "It passed 10-15 years ago.",
        "Voters decide on March 1-8.",
        "The committee agreed on a range from 3 to 5.",
        "In 2014, no one voted.",
        "The plan was approved by 12-13-year-olds.",
        "Debate: CR H4962-4963, agreed.",
    ],
)
def test_no_vote(text: str) -> None:
    assert read(text) == []


def test_demand_after_a_vote_leaves_the_vote() -> None:
    text = "By voice vote, the chair announced that the noes had it. Mr. Doe demanded a recorded vote."
    assert read(text) == [("voice vote", "voice vote", None, None)]


@pytest.mark.parametrize(
    ("text", "abstentions"),
    [
        ("It was adopted 13-0, with two abstentions.", 2),
        ("13 in favour, none against and two abstentions", 2),
        ("They approved it in a 6-0-1 vote.", 1),
        ("It was adopted 13-0.", None),
    ],
)
def test_abstentions(text: str, abstentions: int | None) -> None:
    (mention,) = votes.find(NLP.make_doc(text))
    assert isinstance(mention.value, Vote)
    assert mention.value.abstentions == abstentions


def test_what_was_voted_down_says_that_the_sides_are_open() -> None:
    (mention,) = votes.find(NLP.make_doc("The council rejected the plan 9-2."))
    assert mention.value.reason is not None


WORDS = [
    "vote",
    "voted",
    "63",
    "-",
    "to",
    "37",
    "roll call",
    "by",
    "yeas",
    "no",
    ".",
    "for",
    "against",
    "in favor",
    "two",
    "abstentions",
    "\n",
    "passed",
]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text(text: str) -> None:
    doc = NLP.make_doc(text)
    found = votes.find(doc)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert found == votes.find(doc)
