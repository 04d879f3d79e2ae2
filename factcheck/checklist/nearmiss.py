"""Why a phrase did not match: how far it came in a document, and which of its parts was not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.checklist import grammar
from factcheck.checklist.definition import Checklist
from factcheck.checklist.matcher import Rule, compiled, first_places, hit_of, matches, runs, take
from factcheck.checklist.page import Page, WordIndex
from factcheck.checklist.phrases import Name
from factcheck.checklist.program import Fill, Pass, Program, Take
from factcheck.models import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Miss:
    """A phrase that does not match, and why: the furthest it came, and what was missing there."""

    phrase: str
    why: str


def misses(checklist: Checklist, doc: Doc, mentions: Sequence[Mention]) -> list[Miss]:
    """For each phrase that has no match in the document, where it came furthest."""
    index = WordIndex()
    rules = compiled(checklist, checklist.phrases, index)
    page = Page(doc, mentions, index)
    return [Miss(rule.phrase.source, _why(rule, page)) for rule in rules if not matches(rule, page)]


def _why(rule: Rule, page: Page) -> str:
    return _refused(rule, page) or _furthest(rule, page)


def _refused(rule: Rule, page: Page) -> str | None:
    """Where the words are there but the parse gives the part of a field to others, or to nobody."""
    for program in (rule.program, rule.loose):
        if page.parse is None or program is None or not rule.roles:
            continue
        for start, end, bound in runs(rule, program, page):
            found = hit_of(rule, page, start, end, bound)
            verbs = list(grammar.verbs(page.parse, found.start, found.end, found.bindings))
            for name in rule.roles:
                role = name.role or "subject"
                held = found.bindings.get(name.name)
                if held is None or grammar.refuses(page.parse, held, role, verbs):
                    tokens = [token.text for verb in verbs for token in grammar.part(verb, role)]
                    return f"in '{page.text[found.start : found.end]}' {_plays(name, role, tokens)}"
    return None


def _plays(name: Name, role: str, tokens: Sequence[str]) -> str:
    if not tokens:
        return f"the verb has no {role} for {name}"
    return f"the {role} is '{' '.join(tokens)}', which is not {name}"


def _furthest(rule: Rule, page: Page) -> str:
    program = rule.program
    accepting = len(program.steps) - 1
    best = _missing(program, 0, "")
    best_parts = 0
    for start in sorted({place for places in first_places(program, page) for place in places}):
        agenda = [(start, 0, 0)]
        seen: set[tuple[int, int]] = set()
        while agenda:
            at, state, parts = agenda.pop()
            if state == accepting or (at, state) in seen:
                continue
            seen.add((at, state))
            if parts > best_parts:
                first, last = page.atoms[start].start, page.atoms[at - 1].end
                best, best_parts = _missing(program, state, page.text[first:last]), parts
            for step in program.steps[state]:
                counts = isinstance(step, (Take, Fill))
                agenda += [(place, step.to, parts + counts) for place, _ in take(step, page, start, at)]
    return best


def _missing(program: Program, state: int, matched: str) -> str:
    """What could come next after ``matched``, the words that took the phrase to ``state``."""
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
    after = f"after '{matched}' " if matched else ""
    near = f" within {within} word{'' if within == 1 else 's'}" if within else ""
    return f"{after}there is no {' or '.join(parts)}{near}"
