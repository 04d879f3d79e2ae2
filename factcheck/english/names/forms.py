"""Names that their form alone tells: codes, words that a number belongs to, titles of works in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.english.names.lexicon import forms, gazetteer, is_common, numbered
from factcheck.english.names.runs import REGNAL, is_code
from factcheck.english.names.segment import Segment
from factcheck.english.names.words import Words


def code(words: Words, start: int, end: int) -> Segment | None:
    """The first code ("F-35") or numbered name ("World War II") among the tokens ``start`` to ``end``."""
    for i in range(start, end):
        text = words.text[i]
        if is_code(text) and gazetteer().longest(words.folded, words.text, i, i + 1) is None:
            return Segment(i, i + 1, "product", 10)
        if i > start and text in REGNAL and words.text[i - 1] in numbered():
            first = i - 1 - (words.text[i - 1] == "War" and i - 1 > start)
            return Segment(first, i + 1, numbered()[words.text[i - 1]], 10)
    return None


def numbered_names(words: Words) -> Iterator[Segment]:
    """Names that a number belongs to: "Boeing 737", "Article 5", "Route 66"."""
    i, total = 0, len(words)
    while i + 1 < total:
        entity = numbered().get(words.text[i])
        if entity and words.text[i + 1][0].isdigit():
            end = i + 2
            while (
                end + 1 < total
                and words.text[end] == "-"
                and words.joined(end)
                and words.joined(end + 1)
                and words.text[end + 1][0].isdigit()
            ):
                end += 2
            if end < total and words.text[end] in forms("after a number"):
                end += 1
            start = i
            if i and words.text[i - 1] == "World" and words.text[i] == "War":
                start = i - 1
            yield Segment(start, end, entity, 10)
            i = end
        else:
            i += 1


def titles_of_works(words: Words) -> Iterator[Segment]:
    """Films, songs and books: up to 14 words in quotation marks, set in title case."""
    opened = None
    for i, text in enumerate(words.text):
        if text in ("“", '"', "‘") and (opened is None or text != '"'):
            opened = i
        elif text in ("”", '"', "’") and opened is not None:
            end = i - (words.text[i - 1] in ".,")
            if opened + 2 < end <= opened + 15 and _is_title_case(words, opened + 1, end):
                yield Segment(opened + 1, end, "other", 10)
            opened = None


def _is_title_case(words: Words, start: int, end: int) -> bool:
    inside = [i for i in range(start, end) if words.text[i][0].isalpha()]
    if not inside or not words.capital[inside[0]] or len(inside) < 2 or words.text[end - 1] in ".!?,":
        return False
    common = any(words.capital[i] and is_common(words.folded[i]) for i in inside[1:])
    return common and all(words.capital[i] or len(words.text[i]) < 4 for i in inside)
