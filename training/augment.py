"""News text as it comes, made of treebank text: curly quotation marks, headlines, capitals, no last stop, new words."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Corpus, Example
from spacy.util import registry

_CURLY = {"``": "“", "''": "”"}
_DASHES = {"--": ("—", "–"), "-": ("–",)}


def news_text(
    *, curly: float, headline: float, capitals: float, lower: float, unstopped: float, unknown: float, rare: str
) -> Callable[[Language, Example], Iterator[Example]]:
    """An augmenter for spaCy's corpus reader. Each number is the share of the documents that a change is made to.

    The first four exclude each other; ``unstopped`` leaves out the last full stop of a document. ``unknown`` is the
    share of the words of the file ``rare``, one a line in small letters, that become words that do not exist.
    """
    changes = [(curly, _curl), (headline, _headline), (capitals, _capitals), (lower, _lower)]
    seldom = frozenset(Path(rare).read_text("utf-8").split())

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        doc = example.reference
        draw, words = random.random(), [token.text for token in doc]
        for share, change in changes:
            if draw < share:
                words = change(doc)
                break
            draw -= share
        words = [_unknown(word) if word.lower() in seldom and random.random() < unknown else word for word in words]
        reference = _rewritten(doc, words, len(doc) - (random.random() < unstopped and _ends_in_stop(doc)))
        yield Example(nlp.make_doc(reference.text), reference)

    return augment


registry.augmenters.register("factcheck.news_text.v1", func=news_text)


def shuffled_docs(*, path: Path, augmenter: Callable[[Language, Example], Iterator[Example]]) -> Corpus:
    """The documents as spaCy's own reader gives them, but in another order at each reading.

    With ``max_epochs = -1`` each epoch is a reading, so that its changes are new too; otherwise they are made once.
    """
    return Corpus(path, augmenter=augmenter, shuffle=True)


registry.readers.register("factcheck.shuffled_docs.v1", func=shuffled_docs)


def _rewritten(doc: Doc, words: list[str], length: int) -> Doc:
    """The first ``length`` tokens of ``doc`` with other ``words``; what follows them must be a leaf of the tree."""
    tokens = list(doc[:length])
    return Doc(
        doc.vocab,
        words=words[:length],
        spaces=[bool(token.whitespace_) for token in tokens],
        tags=[token.tag_ for token in tokens],
        pos=[token.pos_ for token in tokens] if doc.has_annotation("POS") else None,  # templates have none to learn
        morphs=[str(token.morph) for token in tokens] if doc.has_annotation("MORPH") else None,
        lemmas=[token.lemma_ for token in tokens],
        heads=[token.head.i for token in tokens],
        deps=[token.dep_ for token in tokens],
    )


def _ends_in_stop(doc: Doc) -> bool:
    return len(doc) > 3 and doc[-1].text == "." and not any(token.head.i == len(doc) - 1 for token in doc)


def _curl(doc: Doc) -> list[str]:
    return [_curly_word(token.text, token.tag_) for token in doc]


def _curly_word(word: str, tag: str) -> str:
    if tag in _CURLY:
        mark = _CURLY[tag]
        return mark if word not in ("'", "`") else {"“": "‘", "”": "’"}[mark]
    if word in _DASHES and tag in (":", ","):
        return random.choice(_DASHES[word])
    return word.replace("'", "’")


def _headline(doc: Doc) -> list[str]:
    return [token.text[:1].upper() + token.text[1:] if len(token) > 3 else token.text for token in doc]


def _capitals(doc: Doc) -> list[str]:
    return [token.text.upper() for token in doc]


def _lower(doc: Doc) -> list[str]:
    return [token.lower_ for token in doc]


def _unknown(word: str) -> str:
    """A word with other letters inside; what the pipeline goes by with a new word stays: its shape and its ends."""
    return word[:1] + "".join(map(_other_letter, word[1:-3])) + word[-3:]


def _other_letter(letter: str) -> str:
    other = random.choice(string.ascii_lowercase)
    return other.upper() if letter.isupper() else other
