"""A YAML file as plain data in which every value knows its line and column.

Every scalar stays the text that was written: ``no``, ``on``, ``12:30`` and ``010`` are words here. The parser's
events are read one by one and never more than the limits allow, so that hostile input costs nothing; anchors and
tags are refused, because none of these files needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from factcheck.errors import FactcheckError, Problem
from factcheck.resources import yaml_loader

MOST_BYTES = 128 * 1024
DEEPEST = 12

_PLAIN_TROUBLE = re.compile(r"""^\s*(?:-\s+)?(?:[\w-]+:\s+)?(?P<sign>["'\[{&*!|>%@`#])""")

_COMMENT = re.compile(r"\s+(?P<said>#[^\s#]\S*)")
_CLOSING = {"[": "]", "{": "}"}

Where = tuple[str | int, ...]
"""The keys and indices that lead to a value, as in ``("words", "launch", 0)``."""


class Located(str):
    """A text of a file that knows where it stands: ``line`` and ``column`` from 1."""

    path: Path
    line: int
    column: int

    @classmethod
    def at(cls, text: str, path: Path, line: int, column: int) -> Located:
        """The text with its place."""
        located = cls(text)
        located.path, located.line, located.column = path, line, column
        return located

    def problem(self, message: str, *, offset: int = 0) -> Problem:
        """A fault in this text, ``offset`` characters into it."""
        return Problem(str(self.path), self.line, self.column + offset, message)


@dataclass(frozen=True, slots=True)
class Source:
    """A file read in: ``data`` of mappings, lists and :class:`Located` texts (keys too).

    ``marks`` tells where each mapping and list starts: (line, column) from 1.
    """

    path: Path
    data: Any
    marks: dict[Where, tuple[int, int]]

    def at(self, where: Where) -> Any:
        """The value that ``where`` leads to."""
        found = self.data
        for step in where:
            found = found[step]
        return found

    def problem(self, where: Where, message: str) -> Problem:
        """A fault at the value that ``where`` leads to; a key says its own faults."""
        found = self.at(where)
        if isinstance(found, Located):
            return found.problem(message)
        return Problem(str(self.path), *self.marks.get(where, (1, 1)), message)


def read(path: Path) -> Source:
    """Read one file. Raises ``FactcheckError`` with all that is wrong with it as YAML."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FactcheckError.of(path, f"cannot be read: {error.strerror}") from error
    if len(raw) > MOST_BYTES:
        raise FactcheckError.of(path, f"is larger than {MOST_BYTES // 1024} KB, which no such file needs")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FactcheckError.of(path, "is not UTF-8 text: save it as UTF-8", line=line) from error
    return parse(text, path)


def parse(text: str, path: Path, *, line: int = 1) -> Source:
    """Read YAML that begins on ``line`` of a file. Raises ``FactcheckError`` with all that is wrong with it."""
    reader = _Reader(path, text, line)
    try:
        data = reader.read(yaml.parse(text, Loader=yaml_loader()))
    except yaml.MarkedYAMLError as error:
        raise FactcheckError([*reader.problems, _explained(path, text, error, line)]) from error
    except yaml.reader.ReaderError as error:
        place = text.count("\n", 0, error.position) + line
        raise FactcheckError.of(path, "holds a control character that YAML does not allow", line=place) from error
    if reader.problems:
        raise FactcheckError(reader.problems)
    return Source(path, data, reader.marks)


class _Reader:
    """Builds the data from the parser's events, without recursion."""

    def __init__(self, path: Path, text: str, first_line: int) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._first_line = first_line
        self.marks: dict[Where, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def read(self, events: Iterator[Any]) -> Any:
        """The one document's data; ``None`` where there is none."""
        root: Any = None
        documents = 0
        around: list[tuple[Any, Where]] = []  # the collections that are open, with the way to each
        key: Located | None = None  # the key that waits for its value
        for event in events:
            mark = (event.start_mark.line + self._first_line, event.start_mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(mark, "one file holds one document: remove the '---' and what follows")
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(
                    mark,
                    f"'*{event.anchor}' is an alias of YAML's, not used here: quote a text that starts with '*'",
                )
            elif isinstance(event, yaml.CollectionEndEvent):
                around.pop()
                key = None
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
                self._check_properties(event, mark)
                value = self._value(event, mark)
                parent, way = around[-1] if around else (None, ())
                here: Where = ()
                if isinstance(parent, dict):
                    if key is None:
                        key = self._key(parent, value, mark)
                        continue
                    here = (*way, str(key))
                    parent.setdefault(key, value)
                elif isinstance(parent, list):
                    here = (*way, len(parent))
                    parent.append(value)
                else:
                    root = value
                key = None
                if not isinstance(value, Located):
                    self.marks.setdefault(here, mark)
                    if len(around) >= DEEPEST:
                        self._refuse(mark, f"lists and mappings are nested more than {DEEPEST} deep")
                    around.append((value, here))
        return root

    def _value(self, event: Any, mark: tuple[int, int]) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            quoted = event.style in ("'", '"')
            if event.style is None or event.style == "":
                self._check_comment(event.end_mark)
            return Located.at(event.value, self._path, mark[0], mark[1] + quoted)
        return [] if isinstance(event, yaml.SequenceStartEvent) else {}

    def _check_comment(self, end: Any) -> None:
        """Refuse "ranked #1": YAML would silently leave out what follows."""
        after = self._lines[end.line][end.column :] if end.line < len(self._lines) else ""
        found = _COMMENT.match(after)
        if found:
            place = (end.line + self._first_line, end.column + found.start("said") + 1)
            message = f"'{found['said']}' is a comment to YAML: put the whole text in 'single quotes', or write '# '"
            self.problems.append(Problem(str(self._path), *place, message))

    def _key(self, parent: dict[Located, Any], key: Any, mark: tuple[int, int]) -> Located:
        if not isinstance(key, Located):
            self._refuse(mark, "a key must be plain text; quote a text that starts with '[' or '{'")
        if key in parent:
            first = next(other for other in parent if other == key)
            message = f"'{key}' stands here a second time, first on line {first.line}: join the two"
            self.problems.append(Problem(str(self._path), *mark, message))
        return key

    def _check_properties(self, event: Any, mark: tuple[int, int]) -> None:
        if event.anchor:
            self._refuse(
                mark, f"'&{event.anchor}' is an anchor of YAML's, not used here: quote a text that starts with '&'"
            )
        if event.tag is not None and event.tag != "!":
            self._refuse(mark, f"the tag '{event.tag}' is not allowed: quote a text that starts with '!'")

    def _refuse(self, mark: tuple[int, int], message: str) -> NoReturn:
        raise FactcheckError([*self.problems, Problem(str(self._path), *mark, message)])


def _explained(path: Path, text: str, error: yaml.MarkedYAMLError, first_line: int) -> Problem:
    """YAML's own message in words for somebody who does not know YAML."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(str(path), None, None, f"is not YAML: {error.problem}")
    lines = text.splitlines()
    line, column = mark.line, mark.column
    written = lines[line] if line < len(lines) else ""
    problem, context = error.problem or "", error.context or ""
    if "quoted scalar" in context and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column
        message = "the quotation mark that opens here is never closed"
    elif "\t" in written[: column + 1]:
        message = "a tab: indent with spaces"
    elif "flow node" in context and line >= len(lines):
        message = "the file ends inside a list or mapping: a ']' or a '}' is missing"
    elif context.endswith(("flow sequence", "flow mapping")) and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column
        opening = lines[line][column]
        message = f"'{opening}' is never closed with '{_CLOSING.get(opening)}', or a comma is missing after it"
    elif "mapping values are not allowed" in problem:
        message = "a ':' and a space inside a text: put the whole text in 'single quotes'"
    else:
        # What trips the parser is often the sign that the text before it began with.
        for number in (line, line - 1):
            found = _PLAIN_TROUBLE.match(lines[number]) if 0 <= number < len(lines) else None
            if found:
                line, column = number, found.start("sign")
                message = f"a text that starts with {found['sign']} must be in quotation marks from end to end"
                break
        else:
            message = f"is not YAML here: {problem or context}"
    return Problem(str(path), line + first_line, column + 1, message)
