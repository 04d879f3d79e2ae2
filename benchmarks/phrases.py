"""Does the time of the matcher grow with the number of phrases? Five against five hundred over one long text.

    python benchmarks/phrases.py [--words 100000]

Made-up text: common words by a fixed pattern, every twelfth word a number that is a mention. Each phrase has a word of
its own, as the phrases of a real desk do; of every phrase the text holds a few matches.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import spacy
from spacy.tokens import Doc

from factcheck.checklist import Checklist, Matcher, Phrase
from factcheck.checklist.phrases import parse
from factcheck.models import Mention, Quantity

COMMON = (
    *("the", "minister", "said", "that", "a", "new", "plan", "for", "trade", "and", "roads"),
    *("would", "be", "put", "to", "the", "house", "by", "the", "end", "of", "it"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=100_000)
    doc, mentions = text(parser.parse_args().words)
    best: dict[int, float] = {}
    for _ in range(3):
        for phrases in (5, 50, 500):
            begin = time.process_time()
            hits = Matcher([checklist(phrases)]).find(doc, mentions)
            spent = time.process_time() - begin
            best[phrases] = min(spent, best.get(phrases, spent))
            print(f"{phrases:4} phrases: {spent:.3f} s of CPU, {len(hits)} hits")
    print(f"500 phrases take {best[500] / best[5]:.2f} times as long as 5 (best of three each)")


def checklist(count: int) -> Checklist:
    sources = [
        (f"<count> ... thing{n}", f"thing{n} ... <count>", f"(no | not) ... thing{n}")[n % 3] for n in range(count)
    ]
    phrases = tuple(Phrase(source, parse(source)) for source in sources)
    return Checklist(
        "test", "Test", None, "normal", {}, {"count": "number"}, "count", phrases, (), (), (), (), (), Path("test.yaml")
    )


def text(length: int) -> tuple[Doc, list[Mention]]:
    words = [COMMON[(n * 7 + n // 20) % len(COMMON)] for n in range(length)]
    words[::12] = ["14"] * len(words[::12])
    words[4::200] = [f"thing{n % 1000}" for n in range(len(words[4::200]))]
    words[19::20] = ["."] * len(words[19::20])
    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, words=words, sent_starts=[n % 20 == 0 for n in range(length)])
    value = Quantity(number=14, low=14, high=14)
    mentions = [Mention("number", token.idx, token.idx + 2, value) for token in doc if token.text == "14"]
    return doc, mentions


if __name__ == "__main__":
    main()
