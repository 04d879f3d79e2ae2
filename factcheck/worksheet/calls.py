"""Call sheets: one speaker over all articles, what they said and what others say about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.models import Attribution, Name
from factcheck.worksheet.cards import Passage, line_at, speaker
from factcheck.worksheet.pack import Call, Quoted


def calls(statements: Mapping[str, Sequence[Passage]]) -> tuple[Call, ...]:
    """One call for each speaker that has a name, in the order of their first words.

    Somebody unnamed cannot be called by the sheet; their statements are on the articles' own sheets.
    """
    every = [passage for members in statements.values() for passage in members]
    said: dict[str, list[Passage]] = {}
    names: dict[str, Attribution] = {}
    for passage in every:
        for attribution in _speakers(passage):
            if attribution.name and not attribution.unnamed:
                key = attribution.name.casefold()
                said.setdefault(key, []).append(passage)
                names.setdefault(key, attribution)
    return tuple(
        Call(
            name=attribution.name or attribution.speaker,
            role=attribution.role,
            said=tuple(map(_quoted, said[key])),
            about=tuple(_quoted(passage) for passage in every if passage not in said[key] and _names(passage, key)),
        )
        for key, attribution in names.items()
    )


def _speakers(passage: Passage) -> list[Attribution]:
    """Those who say part of a passage, each once, in the order of the text."""
    found = {speaker(each.attribution): each.attribution for each in reversed(passage.assertions) if each.attribution}
    return list(reversed(found.values()))


def _names(passage: Passage, key: str) -> bool:
    """Whether a passage is about somebody: it has the name, as a value or in the words of the article."""
    if any(isinstance(each.value, Name) and each.value.name.casefold() == key for each in passage.assertions):
        return True
    return key in passage.article.text[passage.start : passage.end].casefold()


def _quoted(passage: Passage) -> Quoted:
    return Quoted(
        article=passage.article.id,
        line=line_at(passage.article, passage.start),
        text=passage.article.text[passage.start : passage.end],
        ids=tuple(each.id for each in passage.assertions),
        speaker=speaker(passage.attribution),
    )
