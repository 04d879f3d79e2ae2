"""Quotations and their speakers, as predictions for the quotation benchmarks.

    python benchmarks/statements_quotes.py INPUT.jsonl OUT.jsonl [--every N] [--offset N] [--pipeline NAME]

INPUT has one ``{"doc_id", "text"}`` a line, OUT one ``{"doc_id", "quotes": [{"content", "source", "speaker"}]}``.
Stretches of one attribution are one quotation. ``--every 10 --offset 5`` takes each tenth document from the
sixth. Speed goes to stderr:
words per second of attribution alone, on documents that the pipeline has read before.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from pathlib import Path

from spacy.tokens import Doc

from factcheck import attribution, english
from factcheck.english import names
from factcheck.models import Article, Attribution, Mention, Paragraph, Stretch
from factcheck.values import quotes

_RELATIVE = re.compile(r"(?:,? (?:who|which|that)\b)?")  # the sets take the relative pronoun for the source
_PARAGRAPH = re.compile(r"\S[^\n]*")


def article(name: str, text: str) -> Article:
    paragraphs = tuple(
        Paragraph(m.start(), m.start() + len(m.group().rstrip()), "body") for m in _PARAGRAPH.finditer(text)
    )
    return Article(
        id="S1", path=name, text=text, paragraphs=paragraphs, lines=(), sha256=hashlib.sha256(text.encode()).hexdigest()
    )


def mentions(doc: Doc, source: Article) -> list[Mention]:
    return sorted([*names.find(doc), *quotes.find(doc, source)], key=lambda mention: mention.start)


def relative_end(text: str, end: int) -> int:
    """The end of the relative pronoun behind offset ``end``; ``end`` where there is none."""
    found = _RELATIVE.match(text, end)
    return found.end() if found else end


def predictions(stretches: tuple[Stretch, ...], text: str) -> list[dict[str, object]]:
    parts: dict[Attribution, list[Stretch]] = {}
    for stretch in stretches:
        if stretch.attribution is not None:
            parts.setdefault(stretch.attribution, []).append(stretch)
    return [
        {
            "content": [[part.start, part.end] for part in of_one],
            "source": [[said.start, relative_end(text, said.end)]] if said.speaker else None,
            "speaker": said.name,
            "cue": said.cue,
        }
        for said, of_one in parts.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--offset", type=int, default=0)
    parser.add_argument("--pipeline")
    options = parser.parse_args()
    items = [json.loads(line) for line in options.input.read_text("utf-8").splitlines()]
    items = items[options.offset :: options.every]
    nlp = english.load(options.pipeline)
    articles = [article(item["doc_id"], item["text"]) for item in items]
    docs = list(english.read(nlp, articles))
    found = [mentions(doc, source) for doc, source in zip(docs, articles, strict=True)]
    begun = time.perf_counter()
    said = [attribution.find(*each) for each in zip(docs, articles, found, strict=True)]
    seconds = time.perf_counter() - begun
    words = sum(len(item["text"].split()) for item in items)
    sys.stderr.write(f"{len(items)} documents, {words} words, {words / seconds:.0f} words/s\n")
    with options.out.open("w", encoding="utf-8") as out:
        for item, stretches in zip(items, said, strict=True):
            out.write(
                json.dumps(
                    {"doc_id": item["doc_id"], "quotes": predictions(stretches, item["text"])}, ensure_ascii=False
                )
                + "\n"
            )


if __name__ == "__main__":
    main()
