"""A text as the reading of laws sees it: words with the signs between them, and the word lists of ``laws.yaml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from factcheck import resources

_CHUNK = re.compile(r"[^\s—]+")
_OPENING, _CLOSING = "\"'“‘«([{-–", "\"'”’»)]},.;:!?…-–"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@cache
def words(section: str) -> frozenset[str]:
    """A list of ``laws.yaml`` for looking up."""
    return frozenset(map(str, resources.word_table("values/data/laws.yaml")[section]))


@cache
def nouns() -> dict[str, dict[str, str]]:
    """The nouns that end a title, with what may stand around them."""
    table: dict[str, dict[str, str]] = resources.word_table("values/data/laws.yaml")["nouns"]
    return table


@cache
def not_after() -> dict[str, frozenset[str]]:
    """For a noun, the words that make it something else when they stand right before it."""
    table: dict[str, Any] = resources.word_table("values/data/laws.yaml")["not_after"]
    return {noun: frozenset(map(str, before)) for noun, before in table.items()}


class Words:
    r"""A text cut at white space and dashes, with the signs between two words kept apart.

    ``gaps[i]`` holds the signs before word ``i`` (``"\n\n"`` among them where a paragraph ends).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.shapes: list[str] = []
        self.gaps: list[str] = []
        end = 0
        for match in _CHUNK.finditer(text):
            chunk = match.group()
            core = chunk.lstrip(_OPENING)
            start = match.end() - len(core)
            core = core.rstrip(_CLOSING)
            if not core:
                continue
            between = text[end:start] if self.starts else "\n\n"
            self.gaps.append("".join(between.split()) + ("\n\n" if between.count("\n") > 1 else ""))
            self.starts.append(start)
            end = start + len(core)
            self.ends.append(end)
            self.shapes.append(core)
        self.gaps.append("\n\n")
        self.lower = [shape.lower().replace("’", "'") for shape in self.shapes]

    def __len__(self) -> int:
        return len(self.shapes)

    def at(self, index: int) -> str:
        """The word at ``index`` in lower case; empty outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def bare(self, index: int) -> str:
        """The word as written, without a possessive ending."""
        return self.shapes[index].removesuffix("'s").removesuffix("’s")

    def joined(self, index: int) -> bool:
        """Whether nothing but space stands between word ``index`` and the word before it."""
        return 0 < index < len(self.shapes) and self.gaps[index] == ""

    def is_year(self, index: int) -> bool:
        """Whether the word is a year."""
        return _YEAR.fullmatch(self.at(index)) is not None

    def is_capitalised(self, index: int) -> bool:
        """Whether the word can be one of a title by its form: a capital first, or a number ("21st", "9/11")."""
        return 0 <= index < len(self.shapes) and (self.shapes[index][0].isupper() or self.shapes[index][0].isdigit())

    def is_possessive(self, index: int) -> bool:
        """Whether the word ends in an apostrophe and s, or is a plural before an apostrophe."""
        return self.at(index).endswith("'s") or (self.at(index).endswith("s") and self.gaps[index + 1] in ("'", "’"))
