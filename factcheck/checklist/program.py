"""A phrase's tree, compiled to a small automaton over words and mentions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factcheck.checklist.phrases import Either, Gap, Maybe, Name, Node, PhraseError, Row, Word
from factcheck.models import FieldKind

MOST_STATES = 400
LONGEST_TEXT = 12
"""A ``text`` field holds up to so many words."""

ACCEPTS: Mapping[FieldKind, tuple[FieldKind, ...]] = {
    "number": ("number",),
    "quantity": ("quantity",),
    "name": ("name", "organisation", "place"),
    "person": ("name",),
}
"""The kinds of mention that a field takes where that is not just its own kind."""


@dataclass(frozen=True, slots=True)
class Take:
    """Words of item ``item`` come next; ``part`` is how the phrase writes it."""

    item: int
    part: str
    to: int


@dataclass(frozen=True, slots=True)
class Fill:
    """A mention for the field ``name`` comes next; ``of`` is the item that its words end in, ``least`` their number.

    ``last`` is true where nothing may follow: then a ``text`` field runs on to the next sign.
    """

    name: str
    kind: FieldKind
    of: int | None
    least: int
    last: bool
    part: str
    to: int

    @property
    def kinds(self) -> tuple[FieldKind, ...]:
        """The kinds of mention it takes."""
        return ACCEPTS.get(self.kind, (self.kind,))


@dataclass(frozen=True, slots=True)
class Pass:
    """Up to ``most`` words come next, none of which begins a mention of a kind in ``around``.

    In "two planes carrying 100 soldiers" the gap of ``<count> ... <personnel>`` stops before "100".
    """

    most: int
    around: frozenset[FieldKind]
    to: int


@dataclass(frozen=True, slots=True)
class Skip:
    """Nothing comes next."""

    to: int


Step = Take | Fill | Pass | Skip


@dataclass(frozen=True, slots=True)
class Program:
    """States with the steps that leave them; state 0 begins and the last state accepts.

    Every match has words of all ``items`` and a mention for each of ``fills``. ``words`` counts the parts that
    are words: how specific the phrase is.
    """

    steps: tuple[tuple[Step, ...], ...]
    items: frozenset[int]
    fills: tuple[Fill, ...]
    words: int


def compile_phrase(
    node: Node,
    *,
    groups: Mapping[str, tuple[str, ...]],
    fields: Mapping[str, FieldKind],
    item: Callable[[tuple[str, ...]], int],
) -> Program:
    """The automaton of a tree. ``item`` gives the number of a set of entries, the same for the same set.

    Raises :class:`PhraseError` where the phrase has too many ways to be read.
    """
    return _Compiler(groups, fields, item).program(node)


@dataclass(slots=True)
class _Compiler:
    groups: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, FieldKind]
    item: Callable[[tuple[str, ...]], int]
    steps: list[list[Step]] = field(default_factory=list)

    def program(self, node: Node) -> Program:
        start = self._state()
        end = self._add(node, start, last=True, before=None)
        if end != len(self.steps) - 1:
            self.steps[end].append(Skip(self._state()))
        needed = self._needed(node)
        fills = [fill for fill in needed if isinstance(fill, Fill)]
        items = {take.item for take in needed if isinstance(take, Take)}
        return Program(tuple(map(tuple, self.steps)), frozenset(items), tuple(fills), self._words(node))

    def _state(self) -> int:
        if len(self.steps) >= MOST_STATES:
            raise PhraseError(0, "this phrase has too many alternatives: write two phrases")
        self.steps.append([])
        return len(self.steps) - 1

    def _add(self, node: Node, at: int, *, last: bool, before: Node | None) -> int:
        """Append the node after state ``at``; the state it ends in."""
        match node:
            case Row(parts):
                for number, part in enumerate(parts):
                    before = parts[number - 1] if number else before
                    at = self._add(part, at, last=last and number == len(parts) - 1, before=before)
                return at
            case Either(choices):
                ends = [self._add(choice, at, last=last, before=before) for choice in choices]
                to = self._state()
                for end in ends:
                    self.steps[end].append(Skip(to))
                return to
            case Maybe(part):
                end = self._add(part, at, last=last, before=before)
                to = self._state()
                self.steps[end].append(Skip(to))
                self.steps[at].append(Skip(to))
                return to
            case Gap(most):
                to = self._state()
                self.steps[at].append(Pass(most, frozenset(self._kinds_at_end(before)), to))
                return to
            case Word() | Name():
                to = self._state()
                self.steps[at].append(self._step(node, to, last=last))
                return to

    def _step(self, node: Word | Name, to: int, *, last: bool = False) -> Take | Fill:
        if isinstance(node, Word):
            return Take(self.item((node.text,)), str(node), to)
        if node.name in self.groups:
            return Take(self.item(self.groups[node.name]), str(node), to)
        of = self.item(self.groups[node.of]) if node.of else None
        return Fill(node.name, self.fields[node.name], of, node.least, last, str(node), to)

    def _kinds_at_end(self, node: Node | None) -> set[FieldKind]:
        match node:
            case Row(parts):
                return self._kinds_at_end(parts[-1])
            case Either(choices):
                return set().union(*map(self._kinds_at_end, choices))
            case Maybe(part):
                return self._kinds_at_end(part)
            case Name(name) if name in self.fields:
                return set(ACCEPTS.get(self.fields[name], (self.fields[name],)))
            case _:
                return set()

    def _needed(self, node: Node) -> list[Take | Fill]:
        """The steps that every match takes."""
        match node:
            case Row(parts):
                return [step for part in parts for step in self._needed(part)]
            case Either(choices):
                first, *others = (self._needed(choice) for choice in choices)
                return [step for step in first if all(step in other for other in others)]
            case Word() | Name():
                return [self._step(node, 0)]
            case _:
                return []

    def _words(self, node: Node) -> int:
        match node:
            case Row(parts):
                return sum(map(self._words, parts))
            case Either(choices):
                return min(map(self._words, choices))
            case Name(name=name, of=of):
                return int(name in self.groups) + int(of is not None)
            case Word():
                return 1
            case _:
                return 0
