"""Every accuracy benchmark in one command, as a table: ``python -m benchmarks DATA``.

DATA is a folder with ``values/`` and ``statements/``, each with ``data/`` and its scorers; none of it is part of this
project. For each set an adapter writes what factcheck reads and the set's own scorer counts. The quotations of
``quotes_train`` are measured on every tenth document.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).parent

TIMES = {
    "gum-dates": ("--genre", "news,interview"),
    "aquaint-tbaq": (),
    "wikiwars": (),
    "rt-datetime": ("--types", "date,daterange,datetime,datetimerange,duration"),
}
QUANTITIES = ("newsquant", "rt-unit", "rt-numberrange", "rt-percent", "rt-number", "quantulum3-tests")
LAWS = ("laws_subst_dev", "laws_crs", "laws_gum")
VOTES = ("votes_bs_dev", "votes_crec")
QUOTES = {"quotes_train": ("--every", "10"), "quotes_gum": ()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", help="a set, or the beginning of its name")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for bench, line in results(options.data, Path(folder), options.only or ""):
            print(f"{bench:18}{line}", flush=True)


def results(data: Path, folder: Path, only: str) -> Iterator[tuple[str, str]]:
    """The name of each set and a line of figures, in the scorer's own words where it prints one line."""
    values, statements = data / "values", data / "statements"
    out = folder / "found.jsonl"
    for bench, scoring in TIMES.items():
        if bench.startswith(only):
            run(HERE / "values_times.py", values / "data", "--bench", bench, "--out", out)
            yield bench, figures(run(values / "score_timex.py", "--bench", bench, "--pred", out, *scoring))
    for bench in QUANTITIES:
        if bench.startswith(only):
            run(HERE / "values_quantities.py", values / "data", "--bench", bench, "--out", out)
            yield bench, figures(run(values / "score_quant.py", "--bench", bench, "--pred", out))
    adapters: dict[str, tuple[str, str, tuple[str, ...]]] = {
        **dict.fromkeys(LAWS, ("statements_laws_votes.py", "score_laws.py", ())),
        **dict.fromkeys(VOTES, ("statements_laws_votes.py", "score_votes.py", ())),
        **{bench: ("statements_quotes.py", "score_quotes.py", part) for bench, part in QUOTES.items()},
    }
    for bench, (adapter, scorer, part) in adapters.items():
        if bench.startswith(only):
            run(HERE / adapter, statements / "data" / f"{bench}.input.jsonl", out, *part)
            gold = reduced(statements / "data" / f"{bench}.gold.jsonl", out, folder) if part else None
            gold = gold or statements / "data" / f"{bench}.gold.jsonl"
            yield bench, SUMMARIES[scorer](json.loads(run(statements / "scorers" / scorer, gold, out)))


def run(script: Path, *arguments: object) -> str:
    """What a script prints on standard output; its errors go to the terminal and end this run."""
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def figures(printed: str) -> str:
    """The line of figures without the name of the set and that of the file."""
    line = printed.strip().splitlines()[0]
    return line[line.index("gold") : line.rindex("[")].strip()


def reduced(gold: Path, found: Path, folder: Path) -> Path:
    """The gold of the documents that were read."""
    read = {json.loads(line)["doc_id"] for line in found.read_text("utf-8").splitlines()}
    kept = [line for line in gold.read_text("utf-8").splitlines() if json.loads(line)["doc_id"] in read]
    path = folder / "gold.jsonl"
    path.write_text("\n".join(kept) + "\n", "utf-8")
    return path


def laws(scores: dict[str, Any]) -> str:
    return f"gold {scores['gold']} exact {scores['exact_R%']} traps {scores['trap_hits']}"


def votes(scores: dict[str, Any]) -> str:
    return f"items {scores['items']} {scores['micro']} tallies {scores['tallies']} demands {scores['hard_demand']}"


def quotes(scores: dict[str, Any]) -> str:
    recall, quoted, named = scores["recall_by_type"], scores["quoted_segments"], scores.get("coverage", {})
    parts = {
        "content": scores["content_partial(IoU>=.5)"]["F1"],
        "exact": scores["content_exact"]["F1"],
        "end to end": scores["end2end"]["F1"],
        "direct": recall["direct"]["end2end"],
        "indirect": recall["indirect"]["partial"],
        "quoted": quoted["found%"],
        "with source": quoted["found_and_source_right%"],
        "resolved": named.get("covered_and_resolved_name%", "-"),
    }
    return f"gold {scores['gold']} " + " ".join(f"{name} {figure}" for name, figure in parts.items())


SUMMARIES = {"score_laws.py": laws, "score_votes.py": votes, "score_quotes.py": quotes}


if __name__ == "__main__":
    main()
