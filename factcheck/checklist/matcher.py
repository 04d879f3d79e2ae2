"""Phrases over documents: which checklist matches where, in time linear in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from spacy.tokens import Doc

from factcheck.checklist.definition import Checklist, Phrase
from factcheck.checklist.page import Page, WordIndex
from factcheck.checklist.program import LONGEST_TEXT, Fill, Pass, Program, Skip, Take, compile_phrase
from factcheck.models import Mention, Text

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
    """A phrase of a checklist with its program."""

    checklist: Checklist
    phrase: Phrase
    program: Program


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
    return [
        Rule(
            checklist,
            phrase,
            compile_phrase(phrase.node, groups=checklist.words, fields=checklist.fields, item=index.item),
        )
        for phrase in phrases
    ]


def matches(rule: Rule, page: Page) -> bool:
    """Whether the rule matches anywhere."""
    return next(_matches(rule, page), None) is not None


def _matches(rule: Rule, page: Page) -> Iterator[tuple[Hit, int]]:
    """Every match of the rule with its length in words."""
    for start in _starts(rule.program, page):
        for end, bindings in _search(rule.program, page, start, rule.checklist.value):
            found = dict(bindings)
            first, last = page.atoms[start].start, page.atoms[end - 1].end
            yield (
                Hit(
                    checklist=rule.checklist,
                    phrase=rule.phrase.source,
                    start=min([first, *(mention.start for mention in found.values())]),
                    end=max([last, *(mention.end for mention in found.values())]),
                    bindings=found,
                    words=rule.program.words,
                ),
                end - start,
            )


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
        if any(not _within(places, start, end) for places in needed):
            continue
        found = {place for places in first_places(program, page) for place in _within(places, start, end)}
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


def _within(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _search(program: Program, page: Page, start: int, value: str | None) -> Iterator[tuple[int, Bindings]]:
    """Run the automaton from atom ``start``: each end it reaches (exclusive), nearest first.

    A state is entered once at each place for each mention of the value field, so the work is bounded.
    """
    accepting = len(program.steps) - 1
    agenda: list[tuple[int, int, int, Bindings]] = [(start, 0, 0, ())]
    seen: set[tuple[int, int, int]] = set()
    order = 0
    while agenda:
        at, _, state, bindings = heappop(agenda)
        key = (state, at, next((mention.start for name, mention in bindings if name == value), -1))
        if key in seen:
            continue
        seen.add(key)
        if state == accepting:
            yield at, bindings
            continue
        for step in program.steps[state]:
            for place, bound in take(step, page, start, at):
                order += 1
                heappush(agenda, (place, order, step.to, bindings + bound))


def take(step: Take | Fill | Pass | Skip, page: Page, start: int, at: int) -> Iterator[tuple[int, Bindings]]:
    """Where the step leads from ``at``, and what it binds."""
    limit = page.sentence_end(max(start, at - 1))
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
