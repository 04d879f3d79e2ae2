"""A document as plain lists of words, with what position explains about their capitals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc

from factcheck.english.names.lexicon import first_names, is_common, is_no_name, titles
from factcheck.spelling import fold

_OPENERS = frozenset("\"'“‘([{:;–—-•*…«/|>")
_STOPS = frozenset({".", "!", "?", "...", "…"})


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the tokens of a document.

    ``capital``: begins a word with a capital. ``initial``: its position explains the capital (start of a sentence,
    after a quotation mark or colon). ``headline``: in a line set in title case or capitals, where a capital says
    nothing. ``tag``: the fine tag, "" without a tagger. ``sentence``, ``paragraph``: running numbers.
    """

    doc: Doc
    text: list[str]
    folded: list[str]
    capital: list[bool]
    initial: list[bool]
    headline: list[bool]
    tag: list[str]
    sentence: list[int]
    paragraph: list[int]
    usual: frozenset[str]
    """Folded words that the document writes with a capital where position does not ask for one."""

    def __len__(self) -> int:
        return len(self.text)

    def joined(self, i: int) -> bool:
        """Does token ``i`` follow the one before without a space?"""
        return 0 < i < len(self.text) and not self.doc[i - 1].whitespace_

    def slice(self, start: int, end: int) -> str:
        """The text of the tokens ``start`` to ``end``, white space made single."""
        return " ".join(self.doc[start:end].text.split())


def _begins_capital(text: str) -> bool:
    first = text[0]
    if first.isupper():
        return True
    if len(text) > 2 and text[1] in "'’" and text[2].isupper():
        return True  # d'Alembert
    return (
        text[0].isalpha() and text[0] != text[0].upper() and any(char.isupper() for char in text[1:3])
    )  # iPhone, eBay


def _is_headline(folded: list[str], capital: list[bool], line: list[int], text: list[str]) -> bool:
    """Is this line set in title case or capitals? Then common words that position does not explain have capitals."""
    words = [i for i in line if text[i][0].isalpha()]
    long_words = [i for i in words if len(text[i]) >= 4]
    if len(words) < 3 or not long_words:
        return False
    share = sum(capital[i] for i in long_words) / len(long_words)
    common = [i for i in words[1:] if capital[i] and is_common(folded[i]) and not _may_be_name(folded[i])]
    if text[line[-1]] in _STOPS:
        return share == 1 and len(common) >= 3
    return share >= 0.75 and (len(common) >= 2 or (bool(common) and 2 < sum(capital[i] for i in words) <= 12))


def _may_be_name(word: str) -> bool:
    return is_no_name(word) or word in first_names() or titles().longest([word], [word], 0, 1) is not None


def read(doc: Doc) -> Words:
    """Look at every token once."""
    text = [token.text for token in doc]
    folded = [fold(word) for word in text]
    capital = [bool(word) and _begins_capital(word) for word in text]
    tag = [token.tag_ for token in doc]
    has_sentences = doc.has_annotation("SENT_START")
    initial, headline, sentence, paragraph = [], [False] * len(text), [], []
    lines: list[list[int]] = [[]]
    number = block = 0
    fresh = True  # nothing but marks since the start of the sentence
    for i, word in enumerate(text):
        if word.isspace():
            if "\n" in word:
                lines.append([])
                if word.count("\n") > 1:
                    fresh, block = True, block + 1
            initial.append(False)
            sentence.append(number)
            paragraph.append(block)
            continue
        starts = doc[i].is_sent_start if has_sentences else i > 0 and text[i - 1] in _STOPS
        if starts or (fresh and i and text[i - 1].count("\n") > 1):
            number += 1
            fresh = True
        initial.append(
            fresh
            or (
                i > 0
                and text[i - 1] in _OPENERS
                and not (text[i - 1] in "-–/'" and i > 1 and not doc[i - 2].whitespace_)
            )
        )
        fresh = fresh and not word[0].isalpha()
        sentence.append(number)
        paragraph.append(block)
        lines[-1].append(i)
    for line in lines:
        if line and _is_headline(folded, capital, line, text):
            for i in line:
                headline[i] = True
    return Words(
        doc,
        text,
        folded,
        capital,
        initial,
        headline,
        tag,
        sentence,
        paragraph,
        _usual(text, folded, capital, initial, headline),
    )


def _usual(
    text: list[str], folded: list[str], capital: list[bool], initial: list[bool], headline: list[bool]
) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for i, word in enumerate(folded):
        if text[i][0].isalpha() and not initial[i] and not headline[i] and not (text[i].isupper() and is_common(word)):
            counts[word] += 1 if capital[i] else -1
    return frozenset(word for word, count in counts.items() if count > 0)
