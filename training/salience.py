"""Learns the weights of ``english/data/salience.yaml`` from the coreference of GUM.

    python -m training.salience DATA [--passes 3]

DATA is the folder with ``gum/``. Every third-person pronoun of the training part is one choice among the phrases
before it and "nothing"; the weights of a log-linear model are fitted so that the phrases of its own chain get the
most (maximum likelihood with an L2 penalty). What was mentioned how often, and what the last pronoun stood for, is
what the program itself believes; so each pass resolves the documents with the weights of the pass before.
Deterministic. The annotation of GUM is CC BY 4.0.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from factcheck import english
from factcheck.english import names
from factcheck.english.coref import Pronouns, descriptions, phrases, salience
from factcheck.english.coref.phrases import Phrase
from factcheck.models import Mention
from factcheck.resources import PACKAGE
from training.documents import chains, documents, head_of, read

Option = tuple[list[str], bool]
"""The features of a candidate, or of "nothing", and whether it is right."""

HEADER = """\
# How much each feature of a candidate says for or against it being what a pronoun stands for (log-odds).
# Learned by training/salience.py from the training part of GUM (annotation CC BY 4.0, Georgetown University),
# documents with open text only. "he:", "it:" and "they:" hold for the pronouns of that kind alone.
"""

RAREST = 20
"""Times that a feature is seen at least, to get a weight."""


class Recorder(Pronouns):
    """Resolves a document and keeps what it chose among."""

    def __init__(self, doc: Doc, mentions: list[Mention]) -> None:
        text = phrases.read(doc)
        super().__init__(text, mentions, descriptions(text, mentions))
        self.seen: list[tuple[Phrase, list[tuple[Phrase, list[str]]]]] = []

    def candidates(self, place: int, pronoun: Phrase) -> list[tuple[Phrase, list[str]]]:
        """As ever, and remembered."""
        found = super().candidates(place, pronoun)
        self.seen.append((pronoun, found))
        return found


class Annotated:
    """A document with its names, and the chains that the corpus gives the word at a place."""

    def __init__(self, doc: Doc, chains_at: dict[int, set[str]]) -> None:
        self.doc = doc
        self.mentions = list(names.find(doc))
        self.chains_at = chains_at

    def choices(self) -> Iterable[list[Option]]:
        """One choice for each pronoun, "nothing" last."""
        recorder = Recorder(self.doc, self.mentions)
        recorder.links()
        for pronoun, candidates in recorder.seen:
            mine = self._chains(pronoun)
            options = [(found, bool(mine & self._chains(phrase))) for phrase, found in candidates]
            nothing = list(salience.empty_features(recorder.text, pronoun))
            yield [*options, (nothing, not any(right for _, right in options))]

    def _chains(self, phrase: Phrase) -> set[str]:
        return self.chains_at.get(self.doc[phrase.head].idx, set())


def annotated(data: Path) -> list[Annotated]:
    """The training documents."""
    nlp = english.load()
    found = []
    for document in documents(data / "gum" / "en_gum-open-train.conllu"):
        doc, places = read(nlp, document)
        chains_at: dict[int, set[str]] = defaultdict(set)
        for start, end, key in chains(document.notes):
            chains_at[places[head_of(document, start, end)]].add(key)
        found.append(Annotated(doc, dict(chains_at)))
    return found


def fit(choices: list[list[Option]], *, steps: int = 250, rate: float = 0.05, penalty: float = 1.0) -> dict[str, float]:
    """The weights, by Adam over all choices at once."""
    options = [option for choice in choices for option in choice]
    numbers: dict[str, int] = {}
    features = np.array([numbers.setdefault(f, len(numbers)) for found, _ in options for f in found])
    option_of = np.repeat(np.arange(len(options)), [len(found) for found, _ in options])
    choice_of = np.repeat(np.arange(len(choices)), [len(choice) for choice in choices])
    right = np.array([good for _, good in options])
    frequent = np.bincount(features) >= RAREST
    weights, speed, scale = np.zeros(len(numbers)), np.zeros(len(numbers)), np.zeros(len(numbers))
    for step in range(1, steps + 1):
        scores = np.exp(np.minimum(np.bincount(option_of, weights[features]), 30.0))
        total = np.bincount(choice_of, scores)[choice_of]
        good = np.bincount(choice_of, scores * right)[choice_of]
        pull = scores * right / good - scores / total
        slope = (np.bincount(features, pull[option_of]) - penalty * weights) * frequent
        speed = 0.9 * speed + 0.1 * slope
        scale = 0.99 * scale + 0.01 * slope**2
        weights += rate * speed / (1 - 0.9**step) / (np.sqrt(scale / (1 - 0.99**step)) + 1e-8)
    learned = {feature: round(float(weights[number]), 2) for feature, number in sorted(numbers.items())}
    return {feature: weight for feature, weight in learned.items() if abs(weight) >= 0.05}


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--passes", type=int, default=3)
    given = parser.parse_args()
    texts = annotated(given.data)
    for _ in range(given.passes):
        choices = list(chain.from_iterable(text.choices() for text in texts))
        weights = fit(choices)
        lines = [f'"{feature}": {weight}\n' for feature, weight in weights.items()]
        (PACKAGE / "english" / "data" / "salience.yaml").write_text(HEADER + "".join(lines), "utf-8")
        salience.weights.cache_clear()
        print(f"{len(choices)} pronouns, {len(weights)} weights")


if __name__ == "__main__":
    main()
