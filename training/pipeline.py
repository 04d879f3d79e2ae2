"""The pipeline trained, and the trained one made small and put into the package."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
import yaml
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.util import load_config
from thinc.api import use_ops

from factcheck.english.pipeline import SHIPPED, ours, set_precision
from training import augment as _augment  # noqa: F401 - registers the augmenter with spaCy
from training.corpora import HERE, WORK

_META = {
    "name": "news_small",
    "version": "1.0.0",
    "spacy_version": ">=3.8.0,<4.0.0",
    "description": "English for factcheck: sentences, tags, lemmas and a parse with CLEAR labels",
    "author": "The factcheck project",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT", "author": "Universal Dependencies contributors", "license": "CC BY-SA 4.0"},
        {"name": "UD English GUM, open genres", "author": "Georgetown University", "license": "CC BY 4.0 and others"},
    ],
}
_CARD = "README.md"


def train(out: Path, settings: dict[str, str], *, first: int = 1) -> Path:
    """Train the stages of ``stages.yaml`` from number ``first`` on, each in a folder of its number in ``out``.

    ``settings`` are changes of ``config.cfg`` for all of them, the values in JSON. Returns the last stage's pipeline.
    """
    stages = _stages()
    changes = {key: json.loads(value) for key, value in settings.items()}
    for number, stage in enumerate(stages[first - 1 :], first):
        start = _trained(out / str(number - 1)) if number > 1 else None
        _train(out / str(number), {**stage, **changes}, start=start)
    return _trained(out / str(len(stages)))


def _stages() -> list[dict[str, Any]]:
    stages: list[dict[str, Any]] = yaml.safe_load((HERE / "stages.yaml").read_text("utf-8"))
    return stages


def _trained(out: Path) -> Path:
    return out / "model-last"


def _train(out: Path, settings: dict[str, Any], *, start: Path | None) -> None:
    """Train ``config.cfg``, with ``settings`` in place of its own, from the weights at ``start``; result in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    config = load_config(HERE / "config.cfg")
    if start is not None:
        config["components"].update({name: {"source": str(start)} for name in spacy.load(start).pipe_names})
    config.to_disk(out / "config.cfg")
    with use_ops("numpy", use_blis=False):  # NumPy's own matrix product is three times as fast as the one of BLIS
        spacy_train(out / "config.cfg", out, overrides=settings)


def ship(model: Path | None) -> None:
    """Put a trained pipeline, the last stage's unless told, into the package: sentence rules first, no needless string.

    A vocabulary remembers every word of the training texts; the weights do not need them. They are stored with half the
    precision. Raises ``ValueError`` where the small pipeline does not say the same of the development set.
    """
    nlp = ours(model or _trained(WORK / "model" / str(len(_stages()))))
    nlp.add_pipe("news_sentences", first=True)
    nlp.meta.update(_META)
    pruned = WORK / "pruned"
    set_precision(nlp, "float16")
    nlp.to_disk(pruned)
    set_precision(nlp, "float32")
    srsly.write_json(pruned / "vocab" / "strings.json", sorted(set(_strings(nlp))))
    texts = [doc.text for doc in DocBin().from_disk(WORK / "dev.spacy").get_docs(nlp.vocab)]
    for before, after in zip(nlp.pipe(texts), ours(pruned).pipe(texts), strict=True):
        if before.to_json() != after.to_json():
            raise ValueError(f"pruning changed the analysis of: {before.text[:100]}")
    if (SHIPPED / _CARD).is_file():
        shutil.copy(SHIPPED / _CARD, pruned)
    shutil.rmtree(SHIPPED, ignore_errors=True)
    pruned.rename(SHIPPED)


def _strings(nlp: Language) -> Iterator[str]:
    """The strings that the components refer to by number: their labels."""
    for labels in nlp.pipe_labels.values():
        yield from map(str, labels)
