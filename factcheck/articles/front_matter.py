"""The YAML front matter of an article: title, publisher, byline, published, url.

Front matter stands between a first line ``---`` and the next line ``---`` or ``...``, as in Jekyll and Pandoc.
Lines that merely rule off text are none: it has to be a mapping.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck import desk, resources
from factcheck.articles.dates import find_date
from factcheck.desk import Located
from factcheck.errors import FactcheckError, Problem

KEYS = ("title", "publisher", "byline", "published", "url")
LONGEST = 20_000
"""Characters that no honest head of an article needs."""
_NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says; ``None`` where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None


def split(text: str, path: str) -> tuple[FrontMatter, str]:
    """The front matter of ``text`` and what follows it. Raises ``FactcheckError`` with every fault in it."""
    block, rest = _cut(text)
    if block is None:
        return FrontMatter(), text
    if len(block) > LONGEST:
        raise FactcheckError.of(path, f"front matter: more than {LONGEST:,} characters", line=1, column=1)
    source = desk.parse(block, Path(path), line=2)
    if source.data is None:
        return FrontMatter(), rest
    if not isinstance(source.data, dict):
        return FrontMatter(), text
    values: dict[str, str] = {}
    published: date | None = None
    problems: list[Problem] = []
    for key, value in source.data.items():
        if key not in KEYS:
            problems.append(key.problem(f"unknown front-matter key '{key}'{_hint(key)}"))
        elif not isinstance(value, Located):
            problems.append(source.problem((key,), f"'{key}' takes one line of text"))
        else:
            values[str(key)] = "" if value in _NOTHING else " ".join(value.split())
            if key == "published" and values["published"]:
                found = find_date(values["published"])
                published = found.day if found else None
                if not published:
                    problems.append(value.problem(f"'{value}' is no date: write it as 2019-03-28"))
    if problems:
        raise FactcheckError(problems)
    said = {name: value for name, value in values.items() if value and name != "published"}
    return FrontMatter(published=published, **said), rest


def _cut(text: str) -> tuple[str | None, str]:
    """The lines between the two rules at the start, and what follows; ``None`` if there are no such rules."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return None, text
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in {"---", "..."}:
            return "".join(lines[1:number]), "".join(lines[number + 1 :])
    return None, text


def _hint(name: str) -> str:
    meant = resources.word_table("articles/data/head.yaml")["front_matter_synonyms"].get(name.lower())
    near = [meant] if meant else difflib.get_close_matches(name.lower(), KEYS, n=1)
    return f": did you mean {near[0]!r}?" if near else f": the keys are {', '.join(KEYS)}"
