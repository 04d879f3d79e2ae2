"""Measures names and pronouns against open corpora: Universal NER (PUD, EWT) and the coreference of GUM.

    python benchmarks/names.py DATA [--pipeline NAME | --gold] [--set pud|ewt-dev|ewt-test|gum|gum-dev ...] [--misses]

DATA is the folder with ``uner/``, ``pud/``, ``ewt/`` and ``gum/``. Raw text goes in, a document at a time;
``--gold`` gives the treebank's own tags and trees instead of a pipeline's, which tells what a perfect parser would
bring. Names: overlap F counts a mention that touches one of the other side, typed F wants the same ends and the
same of PER, ORG, LOC. Pronouns: those of the third person with something earlier in their chain; an answer
is right when the phrase it points to is of that chain. "named" are the chains with a proper name.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from spacy.language import Language

from factcheck import english
from factcheck.english import coref, names
from factcheck.english.coref.phrases import pronouns
from training.documents import annotated, chains, documents, head_of, read

TYPES = {"name": "PER", "organisation": "ORG", "place": "LOC"}
NAME_SETS = {
    "pud": ("en_pud-ud-test", "pud"),
    "ewt-dev": ("en_ewt-ud-dev", "ewt"),
    "ewt-test": ("en_ewt-ud-test", "ewt"),
}
COREF_SETS = {"gum": "en_gum-open-test", "gum-dev": "en_gum-open-dev", "gum-train": "en_gum-open-train"}
PRONOUNS = frozenset(pronouns())


# --- names ----------------------------------------------------------------------------------------


def gold_names(path: Path) -> dict[str, tuple[str, set[tuple[int, int, str]]]]:
    """The text of each document of an IOB2 file, its sentences a space apart, and its names as offsets with a type."""
    documents: dict[str, tuple[str, set[tuple[int, int, str]]]] = {}
    key, text, at = "", "", 0
    spans: list[tuple[int, int, str]] = []
    for line in [*path.read_text("utf-8").splitlines(), "# newdoc"]:
        columns = line.split("\t")
        if line.startswith("# newdoc"):
            documents[key] = text, set(spans)
            key, text, spans = line.split("=")[-1].strip(), "", []
        elif line.startswith("# text"):
            text += " " * bool(text)
            at = len(text)
            text += line.split("=", 1)[1].strip()
        elif columns[0].isdigit():
            start = text.index(columns[1], at)
            mark, previous = columns[2], at
            at = start + len(columns[1])
            if mark.startswith("B-"):
                spans.append((start, at, mark[2:]))
            elif mark.startswith("I-") and spans and spans[-1][1] == previous:
                spans[-1] = (spans[-1][0], at, mark[2:])
    del documents[""]
    return documents


def measure_names(data: Path, name: str, nlp: Language | None, misses: bool) -> None:
    """Print the figures for one set."""
    stem, folder = NAME_SETS[name]
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    trees = {document.id: document for document in documents(data / folder / f"{stem}.conllu")} if nlp is None else {}
    for key, (text, expected) in gold_names(data / "uner" / f"{stem}.iob2").items():
        doc = nlp(text) if nlp is not None else annotated(trees[key], ends_only=True)
        if doc.text.split() != text.split():
            continue  # the treebank has mended a sentence since
        found = {(m.start, m.end, TYPES[m.kind]) for m in names.find(doc) if m.kind in TYPES}
        counts["gold"] += len(expected)
        counts["found"] += len(found)
        counts["gold touched"] += sum(_touches(one, found) for one in expected)
        counts["found touching"] += sum(_touches(one, expected) for one in found)
        counts["exact"] += len(expected & found)
        counts["ends"] += len({one[:2] for one in expected} & {one[:2] for one in found})
        for one in sorted(expected ^ found):
            sign = "-" if one in expected else "+"
            note = "" if _touches(one, found if sign == "-" else expected) else " !!"
            context = " ".join(doc.text[max(0, one[0] - 50) : one[1] + 40].split())
            wrong.append(f"{sign} {one[2]} {doc.text[one[0] : one[1]]!r}{note} | {context}")
    precision, recall = counts["found touching"] / counts["found"], counts["gold touched"] / counts["gold"]
    typed_p, typed_r = counts["exact"] / counts["found"], counts["exact"] / counts["gold"]
    ends_p, ends_r = counts["ends"] / counts["found"], counts["ends"] / counts["gold"]
    print(
        f"{name}: {counts['gold']} names, overlap P {precision:.1%} R {recall:.1%} F {_f(precision, recall):.1%}, "
        f"exact F {_f(ends_p, ends_r):.1%}, exact typed P {typed_p:.1%} R {typed_r:.1%} F {_f(typed_p, typed_r):.1%}"
    )
    if misses:
        print("\n".join(wrong))


def _touches(one: tuple[int, int, str], others: set[tuple[int, int, str]]) -> bool:
    return any(start < one[1] and one[0] < end for start, end, _ in others)


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# --- pronouns -------------------------------------------------------------------------------------


def measure_pronouns(data: Path, name: str, nlp: Language | None, misses: bool) -> None:
    """Print the figures for one set: all third-person pronouns of a chain with an earlier mention, and the named."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for document in documents(data / "gum" / f"{COREF_SETS[name]}.conllu"):
        doc, places = read(nlp, document)
        spans = chains(document.notes)
        heads = {(start, end): head_of(document, start, end) for start, end, _ in spans}
        proper = {chain for start, end, chain in spans if document.upos[heads[start, end]] == "PROPN"}
        first = {chain: start for start, _, chain in sorted(spans, reverse=True)}
        links = {link.start: link for link in coref.links(doc, names.find(doc))}
        for start, end, chain in spans:
            if end - start > 1 or document.words[start].lower() not in PRONOUNS or first[chain] == start:
                continue
            link = links.get(places[start])
            kinds = ["all", "named"] if chain in proper else ["all"]
            for kind in kinds:
                counts[kind] += 1
            if link is None or len(link.names) != 1 or link.antecedent is None:
                counts["unclear"] += link is not None
                continue
            low, high = link.antecedent
            right = any(c == chain and s < start and low <= places[heads[s, e]] < high for s, e, c in spans)
            for kind in kinds:
                counts[f"{kind} answered"] += 1
                counts[f"{kind} right"] += right
            if not right:
                at = places[start]
                context = " ".join(doc.text[max(0, at - 200) : at + 40].split())
                wrong.append(f"{document.words[start]} -> {link.names[0]} | {context}")
    for kind in ("all", "named"):
        answered = counts[f"{kind} answered"]
        print(
            f"{name}: {counts[kind]} pronouns ({kind}), precision {counts[f'{kind} right'] / max(answered, 1):.1%}, "
            f"coverage {answered / max(counts[kind], 1):.1%}, several shown {counts['unclear']}"
        )
    if misses:
        print("\n".join(wrong))


def main() -> None:
    """Read the arguments, print one line per set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pipeline")
    parser.add_argument("--gold", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--set", action="append", choices=[*NAME_SETS, *COREF_SETS])
    given = parser.parse_args()
    nlp = None if given.gold else english.load(given.pipeline)
    for name in given.set or ["pud", "ewt-test", "gum"]:
        measure = measure_names if name in NAME_SETS else measure_pronouns
        measure(given.data, name, nlp, given.misses)


if __name__ == "__main__":
    main()
