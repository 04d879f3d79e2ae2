"""Floors for laws and votes on records of the US Congress, which are in the public domain.

``data/votes_congress.jsonl`` holds action texts of bill status records with the methods and tallies that they report;
``data/laws_congress.jsonl`` holds openings of bill summaries with the titles of acts in them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import spacy

from factcheck.models import Law, Vote
from factcheck.values import laws, votes

DATA = Path(__file__).parent / "data"
NLP = spacy.blank("en")
METHODS = {"voice vote", "roll call", "unanimous consent", "without objection"}


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def test_methods_and_tallies() -> None:
    wrong = []
    for record in records("votes_congress.jsonl"):
        found = [one.value for one in votes.find(NLP.make_doc(record["text"])) if isinstance(one.value, Vote)]
        methods = {vote.method for vote in found} & METHODS
        tallies = [[vote.yeas, vote.nays] for vote in found if vote.yeas is not None]
        if methods != {name.replace("_", " ") for name in record["methods"]} or tallies != record["tallies"]:
            wrong.append((record["text"], methods, tallies))
    assert not wrong


def test_titles() -> None:
    missed = []
    for record in records("laws_congress.jsonl"):
        found = {one.value.name for one in laws.find(NLP.make_doc(record["text"])) if isinstance(one.value, Law)}
        missed += [title for title in record["titles"] if " ".join(title.split()) not in found]
    assert len(missed) <= 1, missed  # one title joins two acts with "and"
