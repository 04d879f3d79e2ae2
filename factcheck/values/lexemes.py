"""The words of a text as this room reads them.

spaCy's tokens join what a reader of numbers must see apart ("3–4bn", "Rs500", "7-to-10-day") and differ from
pipeline to pipeline, so a text is cut once more here: digits with their separators, words, single signs.
One regular expression without nested repetition, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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


class Lexemes:
    """A text cut into words, numbers and signs.

    ``words`` are in lower case, ``shapes`` as written; ``starts`` and ``ends`` are string offsets.
    The lists have the same length; each stretch ends with a line feed that is no part of the text, and the last with a
    few, so that looking a few lexemes ahead is always allowed.
    """

    __slots__ = ("ends", "shapes", "starts", "text", "words")

    def __init__(self, text: str, stretches: Iterable[tuple[int, int]] | None = None) -> None:
        self.text = text
        self.words: list[str] = []
        self.shapes: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in ((0, len(text)),) if stretches is None else stretches:
            found = [(match.group(), match.start()) for match in _LEXEME.finditer(text, start, end)]
            self.shapes.extend(shape for shape, _ in found)
            self.starts.extend(offset for _, offset in found)
            self.shapes.append("\n")
            self.starts.append(end)
        self.shapes.extend("\n" * _AHEAD)
        self.starts.extend([len(text)] * _AHEAD)
        self.words.extend(shape.lower() for shape in self.shapes)
        self.ends.extend(start + len(shape) for start, shape in zip(self.starts, self.shapes, strict=True))

    def __len__(self) -> int:
        return len(self.words)

    def touches(self, index: int) -> bool:
        """Whether lexeme ``index`` follows the one before it without a space."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def phrase_at(self, index: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
        """The length in lexemes of the longest of ``phrases`` (by first word, longest first) at ``index``, or 0."""
        for phrase in phrases.get(self.words[index], ()):
            if tuple(self.words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0
