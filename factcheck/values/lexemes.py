"""The words of a text as this room reads them.

spaCy's tokens join what a reader of numbers must see apart ("3–4bn", "Rs500", "7-to-10-day") and differ from
pipeline to pipeline, so a text is cut once more here: digits with their separators, words, single signs.
One regular expression without nested repetition, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Generic, TypeVar

FRACTION_SIGNS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

_LEXEME = re.compile(
    rf"""\d+(?:[.,:]\d+)*                                          # 1,200.50  12:30  192.168.1.2
       | [{FRACTION_SIGNS}]
       | [^\W\d_{FRACTION_SIGNS}]+(?:[.'’&][^\W\d_{FRACTION_SIGNS}]+)*  # words, U.S, won't, S&P
       | \n[^\S\n]*\n                                              # an empty line ends whatever was going on
       | [^\w\s]
       | _""",
    re.VERBOSE,
)

_AHEAD = 8

FRACTIONS = {sign: unicodedata.numeric(sign) for sign in FRACTION_SIGNS}
HYPHENS = frozenset("-‐‑")
MINUS = frozenset("-−–")

Meaning = TypeVar("Meaning")


class Lexemes:
    """A text cut into words, numbers and signs.

    ``words`` are in lower case, ``shapes`` as written; ``starts`` and ``ends`` are string offsets. ``verbs`` are the
    offsets of finite verbs, where a tagger has told them.
    The lists have the same length; each stretch ends with a line feed that is no part of the text, and the last with a
    few, so that looking a few lexemes ahead is always allowed.
    """

    __slots__ = ("ends", "shapes", "starts", "text", "verbs", "words")

    def __init__(
        self,
        text: str,
        stretches: Iterable[tuple[int, int]] | None = None,
        *,
        verbs: frozenset[int] = frozenset(),
    ) -> None:
        self.text = text
        self.verbs = verbs
        spans: list[tuple[int, int]] = []
        for start, end in ((0, len(text)),) if stretches is None else stretches:
            spans.extend([match.span() for match in _LEXEME.finditer(text, start, end)])
            spans.append((end, end))
        spans.extend([(len(text), len(text))] * _AHEAD)
        self.shapes = [text[start:end] or "\n" for start, end in spans]
        self.words = [shape.lower() for shape in self.shapes]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def __len__(self) -> int:
        return len(self.words)

    def touches(self, index: int) -> bool:
        """Whether lexeme ``index`` follows the one before it without a space."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def joined(self, index: int) -> bool:
        """Whether lexeme ``index`` is a hyphen between two words ("35-ton")."""
        return self.words[index] in HYPHENS and self.touches(index) and self.touches(index + 1)

    def after(self, index: int) -> int:
        """``index``, or the lexeme after a hyphen that joins it to the word before."""
        return index + 1 if self.joined(index) else index


class Phrases(Generic[Meaning]):
    """Phrases of one or more words with what each means, found at or before a place in the text.

    Hyphens make no difference. ``case`` compares as written, otherwise in lower case.
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]], *, case: bool = False) -> None:
        self._case = case
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for text, meaning in entries:
            lex = Lexemes(text)
            shapes = lex.shapes if case else lex.words
            phrase = tuple(shape for shape in shapes if shape != "\n" and shape not in HYPHENS)
            self._by_first.setdefault(phrase[0], []).append((phrase, meaning))
            self._by_last.setdefault(phrase[-1], []).append((phrase, meaning))
        for table in (self._by_first, self._by_last):
            for found in table.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def at(self, lex: Lexemes, first: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at lexeme ``first``: the lexeme after it, and its meaning."""
        shapes = lex.shapes if self._case else lex.words
        for phrase, meaning in self._by_first.get(shapes[first], ()):
            index = first + 1
            for part in phrase[1:]:
                index = index if part.isdecimal() else lex.after(index)
                if shapes[index] != part or (part.isdecimal() and not lex.touches(index)):
                    break
                index += 1
            else:
                return index, meaning
        return None

    def before(self, lex: Lexemes, last: int, *, start: int = 0) -> tuple[int, Meaning] | None:
        """The longest phrase that ends right before lexeme ``last`` and begins at ``start`` or later.

        Gives its first lexeme, and its meaning.
        """
        shapes = lex.shapes if self._case else lex.words
        index = last - 1
        if index > 0 and lex.joined(index):
            index -= 1
        for phrase, meaning in self._by_last.get(shapes[index], ()) if index >= start else ():
            first = index - len(phrase) + 1
            if first >= start and tuple(shapes[first : index + 1]) == phrase:
                return first, meaning
        return None
