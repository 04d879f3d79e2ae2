"""Why a phrase did not match: how far it came in a document, and which of its parts was not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.checklist.definition import Checklist
from factcheck.checklist.matcher import Rule, compiled, first_places, take
from factcheck.checklist.page import Page, WordIndex
from factcheck.checklist.program import Fill, Pass, Program, Take
from factcheck.models import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Miss:
    """The furthest that a phrase came: the text it matched (start and end offsets), and what could come next.

    ``within`` is how many words the gap before the missing part may pass over.
    """

    phrase: str
    start: int
    end: int
    missing: tuple[str, ...]
    within: int


def misses(checklist: Checklist, doc: Doc, mentions: Sequence[Mention]) -> list[Miss]:
    """For each phrase that has no match in the document, where it came furthest."""
    index = WordIndex()
    rules = compiled(checklist, checklist.phrases, index)
    page = Page(doc, mentions, index)
    return [miss for rule in rules if (miss := _furthest(rule, page)) is not None]


def _furthest(rule: Rule, page: Page) -> Miss | None:
    """``None`` where the phrase matches."""
    program = rule.program
    accepting = len(program.steps) - 1
    best, best_parts = Miss(rule.phrase.source, 0, 0, tuple(_next(program, 0)[0]), 0), 0
    for start in sorted({place for places in first_places(program, page) for place in places}):
        agenda = [(start, 0, 0)]
        seen: set[tuple[int, int]] = set()
        while agenda:
            at, state, parts = agenda.pop()
            if state == accepting:
                return None
            if (at, state) in seen:
                continue
            seen.add((at, state))
            if parts > best_parts:
                missing, within = _next(program, state)
                first, last = page.atoms[start].start, page.atoms[at - 1].end
                best, best_parts = Miss(rule.phrase.source, first, last, tuple(missing), within), parts
            for step in program.steps[state]:
                counts = isinstance(step, (Take, Fill))
                agenda += [(place, step.to, parts + counts) for place, _ in take(step, page, start, at)]
    return best


def _next(program: Program, state: int) -> tuple[list[str], int]:
    """The parts that can come next, and how many words may stand before them."""
    within = 0
    parts: dict[str, None] = {}
    waiting, reached = [state], {state}
    while waiting:
        for step in program.steps[waiting.pop()]:
            if isinstance(step, (Take, Fill)):
                parts[step.part] = None
            else:
                within = max(within, step.most if isinstance(step, Pass) else 0)
                if step.to not in reached:
                    reached.add(step.to)
                    waiting.append(step.to)
    return list(parts), within
