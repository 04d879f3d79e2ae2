"""The phrase language: ``<launcher> <launch> ... <count> (ballistic | cruise)? <missile>`` to a tree.

===================== =====================================================================================
``fired``             the word in any of its forms: fire, fires, fired, firing come from ``fire``
``"Act"``             only as written, capitals too
``<name>``            a group of ``words``, or a field
``<count of missile>`` a field whose words end in one of the group: "14 missiles" for a quantity
``<quote of 4+ words>`` a field of at least so many words
``<x as subject>``    a field that does (``as object``: undergoes) the verb, where there is a parse
``...`` ``...2``      up to four (two) other words, or none
``(a | b c)``         one or the other
``x?`` ``(x y)?``     with it or without it
``x & y`` ``x &2 y``  in either order, up to four (two) other words between them
===================== =====================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

GAP = 4
"""How many words ``...`` and ``&`` may pass over."""

LONGEST_GAP = 20
DEEPEST = 4
"""How deep parentheses may nest; with ``&`` each level doubles the ways to read a phrase."""


Role = Literal["subject", "object"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the phrase itself, with its quotation marks where it is meant exactly."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Name:
    """``<name>``: a group or a field.

    ``of`` is the group that the field's words end in, ``least`` their number; ``role`` is the part that it plays.
    """

    name: str
    offset: int
    of: str | None = None
    least: int = 1
    role: Role | None = None

    def __str__(self) -> str:
        of = f" of {self.of}" if self.of else f" of {self.least}+ words" if self.least > 1 else ""
        return f"<{self.name}{of}{f' as {self.role}' if self.role else ''}>"


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``most`` other words."""

    most: int


@dataclass(frozen=True, slots=True)
class Row:
    """One after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of these."""

    choices: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """This or nothing."""

    part: Node


Node = Word | Name | Gap | Row | Either | Maybe


class PhraseError(ValueError):
    """A phrase that cannot be read; ``offset`` is where in its text."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset


_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<name><[^<>]*>)
      | (?P<gap>(?:\.\.\.|…)(?P<most>\d*))
      | (?P<exact>"[^"]*"|“[^“”]*”)
      | (?P<either_order>&(?P<between>\d*))
      | (?P<sign>[()|?])
      | (?P<word>[^\s<>()|?&"“”…]+?(?=\.\.\.|…|[\s<>()|?&"“”]|$))""",
    re.VERBOSE,
)
_NAMES = "write <launch>, <count of missile>, <quote of 4+ words> or <launcher as subject>"
_NAME = re.compile(
    r"""<\s*(?P<name>[^\s<>]+)
        (?:\s+of\s+(?:(?P<least>\d{1,3})\+\s+words|(?P<of>[^\s<>]+))
          |\s+as\s+(?P<role>subject|object))?\s*>""",
    re.VERBOSE,
)


def parse(source: str) -> Node:
    """The tree of a phrase. Raises :class:`PhraseError`."""
    return _Parser(source).phrase()


def names(node: Node) -> Iterator[Name]:
    """Every ``<name>`` of a tree, in order."""
    match node:
        case Name():
            yield node
        case Row(parts) | Either(parts):
            for part in parts:
                yield from names(part)
        case Maybe(part):
            yield from names(part)


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = list(self._scan(source))
        self._at = 0
        self._depth = 0

    @staticmethod
    def _scan(source: str) -> Iterator[re.Match[str]]:
        at = 0
        while at < len(source):
            match = _TOKEN.match(source, at)
            if match is None:
                raise PhraseError(at, _unreadable(source[at]))
            if match.lastgroup != "space" and match["space"] is None:
                yield match
            at = match.end()

    def phrase(self) -> Node:
        """The whole source, and nothing after it."""
        node = self._either()
        if (token := self._peek()) is not None:
            raise PhraseError(token.start(), f"'{token.group()}' closes nothing")
        if _has_gap_at_edge(node, 1) or _has_gap_at_edge(node, -1):
            raise PhraseError(0, "a phrase cannot begin or end with '...': it would match any words there")
        if _can_be_empty(node):
            raise PhraseError(0, "a phrase needs at least one part that is not optional")
        return node

    def _peek(self) -> re.Match[str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self) -> Node:
        choices = [self._row()]
        while (token := self._peek()) is not None and token.group() == "|":
            self._at += 1
            choices.append(self._row())
        return choices[0] if len(choices) == 1 else Either(tuple(choices))

    def _row(self) -> Node:
        parts: list[Node] = []
        paired = False
        while (token := self._peek()) is not None and token.group() not in ("|", ")"):
            if token["either_order"]:
                self._at += 1
                if not parts:
                    raise PhraseError(token.start(), "'&' needs a part on its left")
                if paired:
                    raise PhraseError(token.start(), "'&' joins two parts, not three: write two phrases")
                paired = True
                gap = Gap(_length(token["between"], token.start()))
                left, right = parts.pop(), self._part()
                if _can_be_empty(left) or _can_be_empty(right):
                    raise PhraseError(token.start(), "'&' joins two parts that must both be there, not an optional one")
                parts.append(Either((Row((left, gap, right)), Row((right, gap, left)))))
            else:
                paired = False
                parts.append(self._part())
        if not parts:
            at = token.start() if (token := self._peek()) is not None else len(self._source)
            raise PhraseError(at, "there is nothing here to match")
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _part(self) -> Node:
        token = self._peek()
        if token is None or token.group() in (")", "|", "?"):
            at = len(self._source) if token is None else token.start()
            raise PhraseError(at, "a word, a <name> or a '(' is missing here")
        self._at += 1
        node: Node
        if token.group() == "(":
            self._depth += 1
            if self._depth > DEEPEST:
                raise PhraseError(token.start(), f"parentheses are nested more than {DEEPEST} deep")
            node = self._either()
            self._depth -= 1
            closing = self._peek()
            if closing is None:
                raise PhraseError(token.start(), "'(' is never closed with ')'")
            self._at += 1
        elif token["name"]:
            node = _name(token)
        elif token["gap"]:
            node = Gap(_length(token["most"], token.start()))
        else:
            node = Word(token.group())
        following = self._peek()
        if following is not None and following.group() == "?":
            self._at += 1
            node = Maybe(node)
        return node


def _name(token: re.Match[str]) -> Name:
    match = _NAME.fullmatch(token.group())
    if match is None:
        raise PhraseError(token.start(), f"'{token.group()}' is not a name: {_NAMES}")
    role = cast("Role | None", match["role"])
    return Name(match["name"], token.start(), match["of"], int(match["least"] or 1), role)


def _length(digits: str, offset: int) -> int:
    length = int(digits[:4]) if digits else GAP
    if length > LONGEST_GAP:
        raise PhraseError(offset, f"a gap of {length} words is too long: {LONGEST_GAP} at most")
    return length


def _unreadable(sign: str) -> str:
    if sign == "<":
        return "'<' is never closed with '>'"
    if sign == ">":
        return "'>' without a '<' before it"
    return "the quotation mark is never closed"


def _has_gap_at_edge(node: Node, direction: int) -> bool:
    """Whether a match can begin (1) or end (-1) with a gap."""
    match node:
        case Gap():
            return True
        case Row(parts):
            for part in parts[::direction]:
                if _has_gap_at_edge(part, direction):
                    return True
                if not _can_be_empty(part):
                    return False
            return False
        case Either(choices):
            return any(_has_gap_at_edge(choice, direction) for choice in choices)
        case Maybe(part):
            return _has_gap_at_edge(part, direction)
        case _:
            return False


def _can_be_empty(node: Node) -> bool:
    match node:
        case Row(parts):
            return all(map(_can_be_empty, parts))
        case Either(choices):
            return any(map(_can_be_empty, choices))
        case Maybe() | Gap():
            return True
        case _:
            return False
