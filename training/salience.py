"""Learns the weights of ``english/data/salience.yaml`` from the coreference of GUM.

    python -m training.salience DATA [--rounds 30]

DATA is the folder with ``gum/``. Every third-person pronoun of the training part is one choice among the phrases
before it and "nothing"; the weights of a log-linear model are fitted so that the phrases of its own chain get the
most (maximum likelihood with an L2 penalty, AdaGrad). Deterministic. The annotation of GUM is CC BY 4.0.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path

from factcheck import english
from factcheck.english import names
from factcheck.english.coref import Pronouns, phrases, salience
from factcheck.resources import PACKAGE
from training.documents import chains, documents, head_of, read

Choice = tuple[list[tuple[list[str], bool]], tuple[list[str], bool]]
"""The features of each candidate with whether it is right, and the same for "nothing"."""

HEADER = """\
# How much each feature of a candidate says for or against it being what a pronoun stands for (log-odds).
# Learned by training/salience.py from the training part of GUM (annotation CC BY 4.0, Georgetown University),
# documents with open text only. "he:", "it:" and "they:" hold for the pronouns of that kind alone.
"""


def choices(data: Path) -> Iterator[Choice]:
    """One choice for each pronoun; the chains of the corpus say what the earlier phrases are."""
    nlp = english.load()
    for document in documents(data / "gum" / "en_gum-open-train.conllu"):
        doc, places = read(nlp, document)
        chain_at = {}
        for start, end, chain in sorted(chains(document.notes), key=lambda span: span[0] - span[1], reverse=True):
            chain_at[places[head_of(document, start, end)]] = chain
        pronouns = Pronouns(phrases.read(doc), list(names.find(doc)))
        entities: dict[str, int] = {}
        for place, phrase in enumerate(pronouns.phrases):
            chain = chain_at.get(doc[phrase.head].idx, f"alone {phrase.head}")
            phrase.entity = entities.setdefault(chain, len(entities))
            if phrase.pronoun and doc[phrase.head].idx in chain_at:
                candidates = [
                    (found, other.entity == phrase.entity) for other, found in pronouns.candidates(place, phrase)
                ]
                nothing = not any(right for _, right in candidates)
                yield candidates, (list(salience.empty_features(pronouns.text, phrase)), nothing)
            elif phrase.pronoun:
                candidates = [(found, False) for _, found in pronouns.candidates(place, phrase)]
                yield candidates, (list(salience.empty_features(pronouns.text, phrase)), True)
            pronouns.mentioned[phrase.entity] += 1
            if phrase.gender != "u" and phrase.pronoun:
                pronouns.genders.setdefault(phrase.entity, phrase.pronoun)


def fit(examples: list[Choice], *, rounds: int, rate: float = 0.2, penalty: float = 0.02) -> dict[str, float]:
    """The weights after so many rounds over the examples."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    counts = Counter(feature for rows, nothing in examples for found, _ in [*rows, nothing] for feature in found)
    for _ in range(rounds):
        for rows, nothing in examples:
            options = [*rows, nothing]
            scores = [exp(min(sum(weights[f] for f in found), 30.0)) for found, _ in options]
            total = sum(scores)
            right = sum(score for score, (_, good) in zip(scores, options, strict=True) if good)
            slope: dict[str, float] = defaultdict(float)
            for score, (found, good) in zip(scores, options, strict=True):
                pull = (score / right if good else 0.0) - score / total
                for feature in found:
                    slope[feature] += pull
            for feature, pull in slope.items():
                step = pull - penalty * weights[feature]
                squares[feature] += step * step
                weights[feature] += rate * step / sqrt(squares[feature] + 1e-6)
    return {
        feature: round(weight, 2)
        for feature, weight in sorted(weights.items())
        if counts[feature] >= 20 and abs(weight) >= 0.05
    }


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    examples = list(choices(given.data))
    print(f"{len(examples)} pronouns")
    weights = fit(examples, rounds=given.rounds)
    lines = [f'"{feature}": {weight}\n' for feature, weight in weights.items()]
    (PACKAGE / "english" / "data" / "salience.yaml").write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
