"""Phrases over documents: which checklist matches where, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from factcheck.checklist import grammar
from factcheck.checklist.definition import Checklist, Phrase
from factcheck.checklist.page import Page, WordIndex, within
from factcheck.checklist.phrases import Name, Node, names
from factcheck.checklist.program import ACCEPTS, LONGEST_TEXT, Fill, Pass, Program, Skip, Take, compile_phrase
from factcheck.models import Mention, Text

if TYPE_CHECKING:
    from spacy.tokens import Doc

Bindings = tuple[tuple[str, Mention], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that matched. ``start`` and ``end`` are offsets of all it matched, its mentions included.

    ``words`` counts the parts of the phrase that are words and not fields: how specific it is.
    """

    checklist: Checklist
    phrase: str
    start: int
    end: int
    bindings: Mapping[str, Mention]
    words: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase of a checklist with its program.

    ``roles`` are its fields that play a part in the grammar of the sentence, and ``loose`` the program without them.
    """

    checklist: Checklist
    phrase: Phrase
    program: Program
    roles: tuple[Name, ...] = ()
    loose: Program | None = None


class Matcher:
    """All phrases of some checklists, compiled once. Holds no state between calls."""

    def __init__(self, checklists: Sequence[Checklist]) -> None:
        self._index = WordIndex()
        self._rules = [compiled(each, each.phrases, self._index) for each in checklists]
        self._excepts = [compiled(each, each.excepts, self._index) for each in checklists]

    def find(self, doc: Doc, mentions: Sequence[Mention]) -> list[Hit]:
        """The hits in a document, in order of the text.

        ``mentions`` are what fields can hold. For each checklist and each mention that its value field holds there is
        one hit: the one that fills most fields, then of the phrase with most words, then of the one written first,
        then the shortest. Nothing matches across the end of a sentence, except inside one mention.
        """
        page = Page(doc, mentions, self._index)
        hits: list[Hit] = []
        for rules, excepts in zip(self._rules, self._excepts, strict=True):
            best: dict[tuple[str, int], tuple[tuple[int, ...], Hit]] = {}
            for number, rule in enumerate(rules):
                for hit, length in _matches(rule, page):
                    bound = hit.bindings.get(rule.checklist.value or "")
                    key = ("value", bound.start) if bound else ("hit", hit.start)
                    rank = (-len(hit.bindings), -hit.words, number, length, hit.start)
                    if key not in best or rank < best[key][0]:
                        best[key] = (rank, hit)
            if best:
                barred = {page.sentence_at(hit.start) for rule in excepts for hit, _ in _matches(rule, page)}
                found = [hit for _, hit in best.values() if page.sentence_at(hit.start) not in barred]
                hits += _without_fragments(found, page)
        return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.checklist.type))


def _without_fragments(hits: Sequence[Hit], page: Page) -> Iterator[Hit]:
    """The hits of one checklist but those without its value that overlap one with it."""
    whole: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.checklist.value in hit.bindings:
            whole.setdefault(page.sentence_at(hit.start), []).append(hit)
    for hit in hits:
        near = () if hit.checklist.value in hit.bindings else whole.get(page.sentence_at(hit.start), ())
        if not any(hit.start < other.end and other.start < hit.end for other in near):
            yield hit


def compiled(checklist: Checklist, phrases: Iterable[Phrase], index: WordIndex) -> list[Rule]:
    """Phrases of a checklist with their programs over the items of ``index``."""
    return [_rule(checklist, phrase, index) for phrase in phrases]


def _rule(checklist: Checklist, phrase: Phrase, index: WordIndex) -> Rule:
    def program(node: Node) -> Program:
        return compile_phrase(node, groups=checklist.words, fields=checklist.fields, item=index.item)

    roles = tuple(name for name in names(phrase.node) if name.role is not None)
    left = grammar.loosened(phrase.node) if roles else None
    return Rule(checklist, phrase, program(phrase.node), roles, program(left) if left is not None else None)


def matches(rule: Rule, page: Page) -> bool:
    """Whether the rule matches anywhere."""
    return next(_matches(rule, page), None) is not None


def _matches(rule: Rule, page: Page) -> Iterator[tuple[Hit, int]]:
    """Every match of the rule with its length in words."""
    for start, end, found in runs(rule, rule.program, page):
        bound: Mapping[str, Mention] = found
        if page.parse is None:
            yield hit_of(rule, page, start, end, bound), end - start
            continue
        bound = _of_the_part(rule, page, page.parse, hit_of(rule, page, start, end, bound))
        if not _contradicted(rule, page.parse, hit_of(rule, page, start, end, bound)):
            yield hit_of(rule, page, start, end, bound), end - start
    if page.parse is not None and rule.loose is not None:
        for start, end, bound in runs(rule, rule.loose, page):
            parts = _parts(rule, page, page.parse, hit_of(rule, page, start, end, bound))
            if parts is not None:
                yield hit_of(rule, page, start, end, bound | parts), end - start


def runs(rule: Rule, program: Program, page: Page) -> Iterator[tuple[int, int, dict[str, Mention]]]:
    """Every stretch that a program of the rule matches by its words: first place, end, and what fills the fields."""
    for start in _starts(program, page):
        for end, bindings in _search(program, page, start, rule.checklist.value):
            yield start, end, dict(bindings)


def hit_of(rule: Rule, page: Page, start: int, end: int, bound: Mapping[str, Mention]) -> Hit:
    """The hit of a stretch of places."""
    return Hit(
        checklist=rule.checklist,
        phrase=rule.phrase.source,
        start=min([page.atoms[start].start, *(mention.start for mention in bound.values())]),
        end=max([page.atoms[end - 1].end, *(mention.end for mention in bound.values())]),
        bindings=bound,
        words=rule.program.words,
    )


def _of_the_part(rule: Rule, page: Page, doc: Doc, hit: Hit) -> Mapping[str, Mention]:
    """What fills the fields; for the value the part where the verb tells of that: "Seven of the nine members voted"."""
    value = hit.checklist.value
    whole = hit.bindings.get(value or "")
    if value is None or whole is None or whole.start != hit.start:
        return hit.bindings
    offset = grammar.part_before(doc, whole, grammar.verbs(doc, hit.start, hit.end, hit.bindings))
    kind = rule.checklist.fields[value]
    part = None if offset is None else page.mention_over(ACCEPTS.get(kind, (kind,)), offset)
    return hit.bindings if part is None or part.end > whole.start else {**hit.bindings, value: part}


def _contradicted(rule: Rule, doc: Doc, hit: Hit) -> bool:
    """Whether the parse gives the part of a field, or the value itself, to other words."""
    value = hit.bindings.get(rule.checklist.value or "")
    if value is not None and hit.words and grammar.of_next_clause(doc, hit.start, value):
        return True
    if not rule.roles:
        return False
    verbs = list(grammar.verbs(doc, hit.start, hit.end, hit.bindings))
    return any(
        grammar.refuses(doc, hit.bindings[name.name], name.role, verbs)
        for name in rule.roles
        if name.role is not None and name.name in hit.bindings
    )


def _parts(rule: Rule, page: Page, doc: Doc, hit: Hit) -> dict[str, Mention] | None:
    """The mentions that play the parts that the phrase wants; ``None`` where one is not there."""
    verbs = list(grammar.verbs(doc, hit.start, hit.end, hit.bindings))
    found: dict[str, Mention] = {}
    for name in rule.roles:
        kind = rule.checklist.fields[name.name]
        tokens = [token for verb in verbs for token in grammar.part(verb, name.role or "subject")]
        over = (page.mention_over(ACCEPTS.get(kind, (kind,)), token.idx) for token in tokens)
        mention = next((each for each in over if each is not None), None)
        if mention is None:
            return None
        found[name.name] = mention
    return found


def _starts(program: Program, page: Page) -> Iterator[int]:
    """Where a match may begin: only near the rarest of what the phrase needs."""
    needed: list[Sequence[int]] = [page.word_starts(item) for item in program.items]
    needed += [page.mention_starts(fill.kinds) for fill in program.fills if fill.kind != "text"]
    needed += [page.counted_starts(fill.of) for fill in program.fills if fill.of is not None]
    if not all(needed):
        return
    blocks = page.blocks_of(min(needed, key=len)) if needed else range(page.block_count)
    for block in blocks:
        start, end = page.block(block)
        if any(not within(places, start, end) for places in needed):
            continue
        found = {place for places in first_places(program, page) for place in within(places, start, end)}
        yield from sorted(found) if found else ()


def first_places(program: Program, page: Page) -> Iterator[Sequence[int]]:
    """The places where each of the steps that can come first can be taken."""
    reached, waiting = {0}, [0]
    while waiting:
        for step in program.steps[waiting.pop()]:
            match step:
                case Take(item):
                    yield page.word_starts(item)
                case Fill(kind="text"):
                    yield range(len(page.atoms))
                case Fill():
                    yield page.mention_starts(step.kinds)
                case Skip(to) | Pass(to=to) if to not in reached:
                    reached.add(to)
                    waiting.append(to)


def _search(program: Program, page: Page, start: int, value: str | None) -> Iterator[tuple[int, Bindings]]:
    """Run the automaton from atom ``start``: each end it reaches (exclusive), nearest first.

    A state is entered once at each place for each mention of the value field, so the work is bounded.
    """
    accepting = len(program.steps) - 1
    agenda: list[tuple[int, int, int, int, Bindings]] = [(start, 0, 0, -1, ())]
    seen: set[tuple[int, int, int]] = set()
    order = 0
    while agenda:
        at, _, state, held, bindings = heappop(agenda)
        if (state, at, held) in seen:
            continue
        seen.add((state, at, held))
        if state == accepting:
            yield at, bindings
            continue
        for step in program.steps[state]:
            for place, bound in take(step, page, start, at):
                order += 1
                after = bound[0][1].start if held < 0 and bound and bound[0][0] == value else held
                heappush(agenda, (place, order, step.to, after, bindings + bound))


def take(step: Take | Fill | Pass | Skip, page: Page, start: int, at: int) -> Iterator[tuple[int, Bindings]]:
    """Where the step leads from ``at``, and what it binds."""
    limit = page.sentence_end(at - 1 if at > start else start)
    match step:
        case Skip():
            yield at, ()
        case Pass(most, around):
            yield from ((place, ()) for place in page.passing(at, limit, most, around))
        case Take(item) if at < limit:
            yield from ((end, ()) for end in page.word_ends(item, at))
        case Fill(name, "text", _, least, last) if at < limit:
            ends = list(page.text_ends(at, limit, LONGEST_TEXT))[least - 1 :]
            for end in ends[-1:] if last else ends:
                first, after = page.atoms[at].start, page.atoms[end - 1].end
                yield end, ((name, Mention("text", first, after, Text(words=page.text[first:after]))),)
        case Fill(name, _, of, least) if at < limit:
            for end, mention in page.mentions_at(step.kinds, at, since=start, least=least):
                for place in (
                    page.number_ends(at, end, mention) if of is None else page.ends_in(of, at, end, mention, limit)
                ):
                    yield place, ((name, mention),)
