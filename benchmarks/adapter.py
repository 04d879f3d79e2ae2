"""The command line that the adapters for times and for quantities share."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def main(about: str | None, reader: Callable[[str], Callable[[Row], Iterable[Row]]]) -> None:
    """Read the documents of a set, write what is found in them, print how many words a second that took.

    ``reader`` gives, for the name of a set, the function from a document to its rows.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("data", type=Path)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = reader(options.bench)
    lines = (options.data / options.bench / "docs.jsonl").read_text("utf-8").splitlines()
    docs = [json.loads(line) for line in lines if line]
    began = time.perf_counter()
    found = [{"doc": doc["doc"], **row} for doc in docs for row in rows(doc)]
    seconds = time.perf_counter() - began
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    count = sum(len(doc["text"].split()) for doc in docs)
    print(json.dumps({"bench": options.bench, "words": count, "seconds": round(seconds, 2), "found": len(found)}))
