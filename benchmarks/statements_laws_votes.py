"""Laws and votes, as predictions for the benchmarks of both.

    python benchmarks/statements_laws_votes.py INPUT.jsonl OUT.jsonl

INPUT has one ``{"id", "text"}`` a line. For a set of laws (its name starts with ``laws``) OUT has one
``{"id", "laws": [{"start", "end"}]}`` a line, otherwise ``{"id", "methods": [{"method", "yeas", "nays"}]}``.
Then ``score_laws.py GOLD.jsonl OUT.jsonl --errors 20``, or ``score_votes.py`` with the same arguments.
Speed goes to stderr: words per second, tokens made beforehand.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import spacy

from factcheck.models import Law, Mention, Vote
from factcheck.values import laws, votes

SCORED = {  # the scorer's name of each method
    "voice vote": "voice_vote",
    "roll call": "roll_call",
    "unanimous consent": "unanimous_consent",
    "without objection": "without_objection",
    "division": "division",
    "show of hands": "show_of_hands",
    "acclamation": "acclamation",
}


def law(mention: Mention) -> dict[str, int]:
    assert isinstance(mention.value, Law)
    return {"start": mention.start, "end": mention.end}


def vote(mention: Mention) -> dict[str, object] | None:
    value = mention.value
    assert isinstance(value, Vote)
    method = SCORED.get(value.method or "", "tally")
    if method == "tally" and value.yeas is None:
        return None
    return {"method": method, "yeas": value.yeas, "nays": value.nays}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    nlp = spacy.blank("en")
    items = [json.loads(line) for line in arguments.input.read_text("utf-8").splitlines()]
    docs = [nlp.make_doc(item["text"]) for item in items]
    start = time.perf_counter()
    of_laws = arguments.input.name.startswith("laws")
    found = [laws.find(doc) if of_laws else votes.find(doc) for doc in docs]
    spent = time.perf_counter() - start
    with arguments.out.open("w", encoding="utf-8") as out:
        for item, mentions in zip(items, found, strict=True):
            key, values = ("laws", map(law, mentions)) if of_laws else ("methods", filter(None, map(vote, mentions)))
            out.write(json.dumps({"id": item["id"], key: list(values)}) + "\n")
    count = sum(len(item["text"].split()) for item in items)
    print(f"{count} words, {count / spent:,.0f} a second", file=sys.stderr)


if __name__ == "__main__":
    main()
