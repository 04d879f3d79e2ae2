"""Lemmas from endings: how a word's last letters change, learned per tag from a treebank.

The longest ending that was seen decides, up to the whole word: "ships" loses its "s" as a plural noun, "men" is known
as itself. An ending that says the same as a shorter one is not kept, which leaves a small table.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

_START = "^"  # stands before a word, so that the longest ending is the whole word and no other
_LONGEST = 7
_NAMES = frozenset(["NNP", "NNPS"])
_SAME_FORMS = {"VBN": "VBD"}  # a participle is made like a past tense

Edit = tuple[int, str]  # how many letters to cut, what to add


@Language.factory("ending_lemmatizer", assigns=["token.lemma"], requires=["token.tag"])
class EndingLemmatizer:
    """A pipeline component that sets every token's lemma by its tag and ending.

    A name's lemma is the name; any other's is in small letters, with a straight apostrophe. ``endings`` maps a tag to
    what becomes of its endings. Lemmas once found are remembered, as spaCy's vocabulary remembers their words.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.endings: dict[str, dict[str, Edit]] = {}
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of ``doc`` and return it."""
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.tag_)
        return doc

    def lemma(self, word: str, tag: str) -> str:
        """The lemma of ``word`` where its Penn Treebank tag is ``tag``."""
        lemma = self._known.get((word, tag))
        if lemma is None:
            lemma = self._known[word, tag] = self._by_ending(word, tag)
        return lemma

    def _by_ending(self, word: str, tag: str) -> str:
        if tag in _NAMES:
            return word
        plain = _plain(word)
        cut, add = _decide(self.endings.get(_SAME_FORMS.get(tag, tag), {}), plain)
        return plain[: len(plain) - cut] + add

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:
        """Learn the endings from the tags and lemmas of the examples."""
        forms: dict[str, dict[str, Counter[Edit]]] = defaultdict(lambda: defaultdict(Counter))
        for example in get_examples():
            for token in example.reference:
                if token.lemma_ and token.tag_ not in _NAMES:
                    plain = _plain(token.text)
                    forms[_SAME_FORMS.get(token.tag_, token.tag_)][plain][_edit(plain, token.lemma_)] += 1
        self.endings = {tag: endings for tag in sorted(forms) if (endings := _endings(forms[tag]))}
        self._known.clear()

    def score(self, examples: Iterable[Example]) -> dict[str, Any]:
        """The share of right lemmas, as ``lemma_acc``."""
        return Scorer.score_token_attr(examples, "lemma")

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The endings as JSON."""
        return json.dumps(self.endings, ensure_ascii=False, indent=0).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> EndingLemmatizer:
        """Take the endings that ``to_bytes`` gave."""
        tables: dict[str, dict[str, tuple[int, str]]] = json.loads(data)
        self.endings = {tag: {ending: (cut, add) for ending, (cut, add) in tables[tag].items()} for tag in tables}
        self._known.clear()
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the endings to the file ``path``."""
        path.write_bytes(self.to_bytes())

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> EndingLemmatizer:
        """Read the endings that ``to_disk`` wrote."""
        return self.from_bytes(path.read_bytes())


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _decide(endings: dict[str, Edit], word: str) -> Edit:
    """The edit of the longest known ending, or none."""
    for ending in _longest_first(word):
        edit = endings.get(ending)
        if edit is not None:
            return edit
    return 0, ""


def _longest_first(word: str) -> list[str]:
    """The endings of ``word``, the marked whole word first and nothing at all last."""
    return [_START + word, *(word[start:] for start in range(max(0, len(word) - _LONGEST), len(word) + 1))]


def _edit(word: str, lemma: str) -> Edit:
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return len(word) - same, lemma[same:]


def _endings(forms: dict[str, Counter[Edit]]) -> dict[str, Edit]:
    """The endings worth keeping, shorter ones first: an ending must be shared by two forms or be a whole form."""
    edits = {form: counts.most_common(1)[0][0] for form, counts in sorted(forms.items())}
    votes: dict[str, Counter[Edit]] = defaultdict(Counter)
    for form, edit in edits.items():
        for ending in _longest_first(form):
            if len(ending) >= edit[0]:
                votes[ending][edit] += 1
    kept: dict[str, Edit] = {}
    for ending in sorted(votes, key=lambda ending: (ending.startswith(_START), len(ending), ending)):
        edit, count = votes[ending].most_common(1)[0]
        if (count > 1 or ending.startswith(_START)) and edit != _decide(kept, ending.removeprefix(_START)):
            kept[ending] = edit
    return kept
