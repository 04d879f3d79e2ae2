"""One way to read a text in these tests: its paragraphs are its lines, every line has a number."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language

from factcheck import attribution, english
from factcheck.english import names
from factcheck.models import Article, Mention, Paragraph
from factcheck.values import quotes

Read = Callable[[str, str | None], attribution.Said]


@cache
def _pipeline(name: str | None) -> Language:
    return english.load(name)


def _read(text: str, name: str | None, *, article: str = "S1") -> attribution.Said:
    lines = [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    source = Article(
        id=article,
        path="",
        text=text,
        paragraphs=tuple(Paragraph(start, end, "body") for start, end in lines),
        lines=tuple(lines),
        sha256="",
    )
    doc = next(iter(english.read(_pipeline(name), [source])))
    mentions: list[Mention] = [*names.find(doc), *quotes.find(doc, source)]
    return attribution.read(doc, source, mentions)


@pytest.fixture(scope="session")
def read() -> Callable[..., attribution.Said]:
    """Reads a text with the pipeline of that name: ``None`` is the one that ships, "blank" has no parser."""
    return _read
