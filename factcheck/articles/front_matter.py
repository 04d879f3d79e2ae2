"""The YAML front matter of an article: title, publisher, byline, published, url.

Front matter stands between a first line ``---`` and the next line ``---`` or ``...``, as in Jekyll and Pandoc.
Lines that merely rule off text are none: it has to be a mapping.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from datetime import date

import yaml

from factcheck import resources
from factcheck.articles.dates import find_date
from factcheck.errors import FactcheckError, Problem

KEYS = ("title", "publisher", "byline", "published", "url")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says; ``None`` where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(slots=True)
class _Reader:
    path: str
    problems: list[Problem] = field(default_factory=list)

    def fault(self, mark: yaml.Mark, message: str) -> None:
        """Note a fault at a mark of the YAML block, whose first line is the second of the file."""
        self.problems.append(Problem(self.path, mark.line + 2, mark.column + 1, message))


def split(text: str, path: str) -> tuple[FrontMatter, str]:
    """The front matter of ``text`` and what follows it. Raises ``FactcheckError`` with every fault in it."""
    block, rest = _cut(text)
    if block is None:
        return FrontMatter(), text
    reader = _Reader(path)
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        message = f"front matter: {error.problem or 'not YAML'}; put a value with a colon in it between quotation marks"
        raise FactcheckError.of(path, message, line=line, column=column) from error
    except yaml.YAMLError as error:
        raise FactcheckError.of(path, f"front matter: {error}", line=1, column=1) from error
    if node is None:
        return FrontMatter(), rest
    if not isinstance(node, yaml.MappingNode):
        return FrontMatter(), text
    values: dict[str, str] = {}
    published: date | None = None
    for key, value in node.value:
        name = str(key.value)
        if name not in KEYS:
            reader.fault(key.start_mark, f"unknown front-matter key {name!r}{_hint(name)}")
        elif name in values:
            reader.fault(key.start_mark, f"front-matter key {name!r} stands here a second time")
        elif not isinstance(value, yaml.ScalarNode):
            reader.fault(value.start_mark, f"{name!r} takes one line of text")
        else:
            values[name] = "" if value.tag.endswith(":null") else " ".join(value.value.split())
            if name == "published" and values[name]:
                found = find_date(values[name])
                published = found.day if found else None
                if not published:
                    reader.fault(value.start_mark, f"{values[name]!r} is no date: write it as 2019-03-28")
    if reader.problems:
        raise FactcheckError(reader.problems)
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
