"""Runs the times of factcheck over time benchmarks in the neutral format and writes predictions for their scorer.

    python benchmarks/values_times.py DATA --bench gum-dates --out build/gum-dates.jsonl

DATA is the folder that holds one folder per benchmark with its ``docs.jsonl``. What the corpora annotate
otherwise than a newsroom reads it is translated here: TimeML marks both ends of a range and the date inside an
open interval, counts durations, sets and references to now, and leaves the preposition out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import spacy

from factcheck.values import times
from factcheck.values.times import nodes

# What a benchmark asks for: the ends of intervals alone, durations and sets, the document date as anchor.
TIMEML = {"parts": True, "lengths": True, "anchored": True}
CONVENTIONS: dict[str, dict[str, bool]] = {
    "gum-dates": {"parts": True, "lengths": False, "anchored": True},
    "wikiwars": {"parts": True, "lengths": True, "anchored": False},
    "rt-datetime": {"parts": False, "lengths": True, "anchored": True},
}


def rows(text: str, day: str | None, nlp: Any, convention: dict[str, bool]) -> Iterator[dict[str, Any]]:
    """The predictions for one document."""
    published = date.fromisoformat(day[:10]) if day and convention["anchored"] else None
    for found in times.expressions(nlp(text), published=published):
        for one in found.parts if convention["parts"] and found.parts else (found,):
            row = _row(one, convention)
            if row is not None:
                yield {**row, "text": text[row["start"] : row["end"]], "kind": "time"}


def _row(found: times.Expression, convention: dict[str, bool]) -> dict[str, Any] | None:
    base = {"start": found.start, "end": found.end}
    match found.node:
        case nodes.Length(timex):
            return {**base, "type": "DURATION", "value": timex} if convention["lengths"] else None
        case nodes.Repeated(timex):
            return {**base, "type": "SET", "value": timex} if convention["lengths"] else None
        case nodes.Reference(timex):
            return {**base, "type": "DATE", "value": timex} if convention["lengths"] else None
        case nodes.Clock() | nodes.DayPart():
            kind = "TIME"
        case nodes.Stretch():
            kind = "DURATION"
        case _:
            kind = "DATE"
    value = found.time
    assert value is not None
    row = {**base, "type": kind, "value": value.timex}
    if value.edtf and value.resolved and kind != "TIME":
        first, _, last = value.edtf.partition("/")
        row |= {"begin": None if first == ".." else first, "end_incl": None if last == ".." else last or first}
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    nlp = spacy.blank("en")
    docs = [json.loads(line) for line in (options.data / options.bench / "docs.jsonl").read_text("utf-8").splitlines() if line]
    convention = CONVENTIONS.get(options.bench, TIMEML)
    began = time.perf_counter()
    found = [{"doc": doc["doc"], **row} for doc in docs for row in rows(doc["text"], doc.get("dct"), nlp, convention)]
    seconds = time.perf_counter() - began
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    count = sum(len(doc["text"].split()) for doc in docs)
    print(json.dumps({"bench": options.bench, "words": count, "seconds": round(seconds, 2), "found": len(found)}))


if __name__ == "__main__":
    main()
