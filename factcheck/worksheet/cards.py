"""Statements with their facts, grouped by who says them or by type."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.models import Article, Assertion, Attribution, Money, Percent, Quantity, Time
from factcheck.wording import describe
from factcheck.worksheet.marks import Marks, number
from factcheck.worksheet.pack import Card, Fact, Group, Guide, Said

ORDER = {"high": 0, "normal": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that is printed once, with the assertions in it."""

    article: Article
    start: int
    end: int
    assertions: tuple[Assertion, ...]

    @property
    def attribution(self) -> Attribution | None:
        """Who says it: the speaker of its first assertion that has one."""
        return next((each.attribution for each in self.assertions if each.attribution), None)


def passages(article: Article, assertions: Iterable[Assertion]) -> tuple[Passage, ...]:
    """The statements of an article in order. Those that overlap become one, so that no text is printed twice."""
    found: list[tuple[int, int, list[Assertion]]] = []
    for each in sorted(assertions, key=lambda one: (one.statement.start, -one.statement.end, one.start, one.id)):
        start, end = each.statement.start, each.statement.end
        if found and start < found[-1][1]:
            first, last, members = found[-1]
            found[-1] = (first, max(last, end), [*members, each])
        else:
            found.append((start, end, [each]))
    return tuple(
        Passage(article, start, end, tuple(sorted(members, key=lambda one: (one.start, one.id))))
        for start, end, members in found
    )


def line_at(article: Article, offset: int) -> int:
    """The number of the printed line, from 1, that ``offset`` is on."""
    return max(1, bisect_right(article.lines, offset, key=lambda line: line[0]))


def speaker(attribution: Attribution | None) -> str | None:
    """The name a speaker is grouped and called under; ``None`` for the article's own voice."""
    return None if attribution is None else attribution.name or attribution.speaker


class Cards:
    """Makes cards; one for a session, so that each article is marked once."""

    def __init__(self, assertions: Mapping[str, Sequence[Assertion]], guides: Mapping[str, Guide]) -> None:
        """Take the assertions by article id and what the checklists say by type."""
        self._assertions = assertions
        self._guides = guides
        self._marks: dict[str, Marks] = {}

    def marks(self, article: Article) -> Marks:
        """The marks of an article's facts."""
        if article.id not in self._marks:
            self._marks[article.id] = Marks(article.text, self._assertions.get(article.id, ()))
        return self._marks[article.id]

    def card(self, passage: Passage) -> Card:
        """A statement as it is printed, with every fact in it."""
        article, said_by = passage.article, passage.attribution
        shown: set[str] = set()
        facts = []
        for each in passage.assertions:
            guide = None
            if each.priority == "high" and each.type not in shown:
                guide = self._guides.get(each.type)
                shown.add(each.type)
            facts.append(self._fact(each, said_by, guide))
        return Card(
            id=passage.assertions[0].id,
            article=article.id,
            line=line_at(article, passage.start),
            last_line=line_at(article, passage.end - 1),
            runs=self.marks(article).runs(passage.start, passage.end),
            said=None if said_by is None else Said(said_by.speaker, said_by.name, said_by.cue, said_by.mode),
            facts=tuple(facts),
        )

    def _fact(self, each: Assertion, card_speaker: Attribution | None, guide: Guide | None) -> Fact:
        value = each.value
        own = speaker(each.attribution)
        checklist = self._guides.get(each.type)
        understood = describe(value)
        said = (each.text, understood)
        return Fact(
            id=each.id,
            number=number(each.id),
            type=each.type,
            title=self.title(each.type),
            priority=each.priority,
            full=each.priority == "high",
            text=each.text,
            line=each.line,
            value=understood,
            hedge=value.hedge if isinstance(value, Quantity | Money | Percent) else None,
            anchor=value.anchor.isoformat() if isinstance(value, Time) and value.anchor else None,
            reason=value.reason,
            fields=tuple(
                (name.replace("_", " "), words)
                for name, words in each.fields.items()
                if not any(words in known for known in said)
            ),
            speaker=own if own != speaker(card_speaker) else None,
            matched_by=each.matched_by,
            guide=guide,
            legal=checklist.legal if checklist else False,
            blanks=checklist.blanks if checklist else (),
        )

    def title(self, kind: str) -> str:
        """The checklist's title of a type; the type itself, readable, where no checklist has it."""
        return self._guides[kind].title if kind in self._guides else kind.replace("_", " ").capitalize()

    def by_speaker(self, found: Iterable[Passage]) -> tuple[Group, ...]:
        """Groups in the order in which the speakers first appear."""
        groups: dict[str | None, list[Passage]] = {}
        for passage in found:
            name = speaker(passage.attribution)
            if name and _unclear(passage.attribution):
                name = f"{name} {passage.article.id}"  # "he" of another article is another
            groups.setdefault(name and name.casefold(), []).append(passage)
        return tuple(self._group(members) for members in groups.values())

    def by_type(self, found: Iterable[Passage]) -> tuple[Group, ...]:
        """Groups by the type of a statement's most important fact, those of high priority first."""

        def rank(passage: Passage) -> tuple[int, str]:
            return min((ORDER[each.priority], self.title(each.type)) for each in passage.assertions)

        return tuple(
            Group(title, None, False, (), tuple(map(self.card, members)))
            for (_, title), members in _gather(found, rank)
        )

    def _group(self, members: Sequence[Passage]) -> Group:
        said_by = [passage.attribution for passage in members]
        first = said_by[0]
        if first is None:
            return Group(None, None, False, (), tuple(map(self.card, members)))
        return Group(
            title=speaker(first),
            role=next((each.role for each in said_by if each and each.role), None),
            unnamed=first.unnamed,
            candidates=first.candidates,
            cards=tuple(map(self.card, members)),
            unclear=_unclear(first),
        )


def _unclear(attribution: Attribution | None) -> bool:
    """Whether somebody is meant by a word such as "he", and nobody was found who might be."""
    return attribution is not None and not (attribution.name or attribution.unnamed or attribution.candidates)


def _gather(
    found: Iterable[Passage], key: Callable[[Passage], tuple[int, str]]
) -> list[tuple[tuple[int, str], list[Passage]]]:
    groups: dict[tuple[int, str], list[Passage]] = {}
    for passage in found:
        groups.setdefault(key(passage), []).append(passage)
    return sorted(groups.items())
