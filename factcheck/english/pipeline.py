"""Which pipeline reads the articles: the one that ships, one without a parser, or one that the desk has installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import spacy
from spacy.language import Language
from thinc.api import Model, use_ops
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from factcheck.english import lemmas as _lemmas  # noqa: F401 - these register their components with spaCy
from factcheck.english import sentences as _sentences  # noqa: F401
from factcheck.english import tokens as _tokens  # noqa: F401
from factcheck.errors import FactcheckError
from factcheck.resources import PACKAGE

SHIPPED = PACKAGE / "english" / "model"
_NEEDED = {"token.dep": "a parser", "token.tag": "a tagger"}


def load(name: str | None = None) -> Language:
    """A pipeline for English text.

    ``None`` is the one that ships with the program, ``"blank"`` finds words and sentence ends only, anything else is
    an installed spaCy pipeline's name or the folder of one. Dependency labels are CLEAR's and tags the Penn
    Treebank's, as in spaCy's own ``en_core_web_*``. Raises ``FactcheckError`` where a pipeline is not there, does
    not load, is not English, or has no parser or tagger.
    """
    if name is None:
        return ours(SHIPPED) if SHIPPED.is_dir() else blank()
    return blank() if name == "blank" else _installed(name)


def blank() -> Language:
    """Words and sentence ends, by rule alone."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "factcheck.news_tokenizer.v1"}}})
    nlp.add_pipe("news_sentences", config={"complete": True})
    return nlp


def ours(folder: Path) -> Language:
    """The pipeline in ``folder`` that ``training/`` made, for one processor core; its weights become ``float32``.

    With NumPy's matrix product it is a third faster than with thinc's own, unless BLAS spreads such small products
    over threads; so this sets the whole process to one thread.
    """
    threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        nlp = spacy.load(folder, exclude=["tokenizer"])  # made as config.cfg says; its file would make it once more
    set_precision(nlp, "float32")
    return nlp


def set_precision(nlp: Language, dtype: Literal["float16", "float32"]) -> None:
    """Turn all weights of ``nlp`` into numbers of that precision, in place; it computes with ``float32`` only."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            for name in node.param_names:
                if node.has_param(name):
                    weights: Any = node.get_param(name)
                    node.set_param(name, weights.astype(dtype, copy=False))


def _installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except OSError:
        raise FactcheckError.of(name, _not_found(name)) from None
    except (ImportError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise FactcheckError.of(name, f"the pipeline does not load: {reason[:200]}") from error
    if nlp.lang != "en":
        raise FactcheckError.of(name, f"the pipeline is for the language '{nlp.lang}', not for English")
    assigned = {attribute for pipe in nlp.pipe_names for attribute in nlp.get_pipe_meta(pipe).assigns}
    missing = [what for attribute, what in _NEEDED.items() if attribute not in assigned]
    if missing:
        raise FactcheckError.of(name, f"the pipeline lacks {' and '.join(missing)}; name another, or none for ours")
    set_precision(nlp, "float32")  # ours, or one like it, keeps its weights in half of that
    return nlp


def _not_found(name: str) -> str:
    if Path(name).exists():
        return "this is no spaCy pipeline; name its folder, the one with config.cfg in it"
    if Path(name).name != name:
        return "no such folder"
    return f"no such pipeline is installed; get it with: python -m spacy download {name}"
