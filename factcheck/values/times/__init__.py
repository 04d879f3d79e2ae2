"""Times: dates, parts of days, weeks, months, years, and open intervals, put on the calendar.

    text -> words -> expressions (grammar) -> periods (resolve) -> mentions

A relative expression is counted from the day of publication, or from the last date named where it says so
("the next day"). Values are EDTF level 1 (ISO 8601-2) with the days they reach from and to, and TIMEX3
(TimeML 1.2.1). The words are in ``data/times.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from factcheck.models import Mention, Paragraph, Time
from factcheck.values.times import grammar, nodes
from factcheck.values.times.context import Context
from factcheck.values.times.lengths import duration
from factcheck.values.times.nodes import Node
from factcheck.values.times.periods import Period
from factcheck.values.times.resolve import ends, resolve
from factcheck.values.times.tense import direction
from factcheck.values.times.words import Words, leads, listed, sentence

__all__ = ["Expression", "expressions", "find"]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time at ``start``..``end`` of the text.

    ``node`` is what it says; ``time`` is where that is on the calendar, ``None`` for a plain duration, a set or a
    reference to now. ``parts`` are the ends of a range and the date in an open interval, as expressions.
    """

    start: int
    end: int
    node: Node
    time: Time | None
    parts: tuple[Expression, ...] = ()


def find(doc: Doc, *, published: date | None, paragraphs: Sequence[Paragraph] = ()) -> list[Mention]:
    """The times of an article, in order, without overlap.

    ``published`` is the day that "yesterday" is counted from; without it such times stay unresolved and say so.
    ``paragraphs`` leave furniture out; none given means all of the text. Plain durations ("for two years") and
    repeated times ("every Monday") are not among them: see `expressions`.
    """
    found = expressions(doc, published=published, paragraphs=paragraphs)
    return [Mention("time", one.start, one.end, one.time) for one in found if one.time is not None]


def expressions(doc: Doc, *, published: date | None, paragraphs: Sequence[Paragraph] = ()) -> Iterator[Expression]:
    """Every expression of time, durations, sets and references to now among them, as TimeML marks them."""
    stretches = (
        [(one.start, one.end) for one in paragraphs if one.kind != "furniture"] if paragraphs else [(0, len(doc.text))]
    )
    words = Words(doc.text, stretches)
    tags = {token.idx: token.tag_ for token in doc} if len(doc) and doc[0].tag else {}
    context = Context(published)
    last = 0
    for one in grammar.trees(words):
        if _needs_tense(one.node):
            context.direction = direction(words, one.first, one.last, lambda offset: tags.get(offset, ""))
        context.leads = leads(words, one.first)
        context.begun = _begun(words, one.first, last, context)
        if "\n" in words.low[last : one.first]:
            context.told = None
        last = one.last
        expression = _placed(one.node, words.starts[one.first], words.ends[one.last - 1], context)
        if expression is not None:
            yield expression


def _begun(words: Words, first: int, last: int, context: Context) -> date | None:
    """The day to come that the expression before, which ends at word ``last``, has named in "starts ... and ends"."""
    verb = first - 1 - (words.before(first) == "on")
    day = context.dated.first if context.dated is not None and context.dated.unit == "day" else None
    if not last or day is None or context.published is None or day < context.published:
        return None
    within = sentence(words, first)[0] < last
    return day if within and verb >= 0 and words.low[verb] in listed("ends after") else None


def _needs_tense(node: Node) -> bool:
    match node:
        case nodes.Date():
            return node.year is None
        case nodes.Cycle() | nodes.Holiday() | nodes.Row():
            return True
        case nodes.Range():
            return _needs_tense(node.first)
        case nodes.Part() | nodes.Lasting() | nodes.Around() | nodes.Nth() | nodes.Open():
            return _needs_tense(node.of)
        case nodes.DayPart() | nodes.Clock():
            return node.of is not None and _needs_tense(node.of)
        case nodes.Away():
            return not isinstance(node.of, str) and _needs_tense(node.of)
        case _:
            return False


def _placed(node: Node, start: int, end: int, context: Context) -> Expression | None:
    if isinstance(node, nodes.Length | nodes.Repeated | nodes.Reference):
        return Expression(start, end, node, None)
    period = resolve(node, context)
    if period is None:
        return None
    parts: tuple[Expression, ...] = ()
    if isinstance(node, nodes.Open):
        inner = resolve(node.of, context)
        assert inner is not None
        parts = (Expression(*node.span, node.of, _time(inner)),)
        context.remember(node.of, inner)
        return Expression(start, end, node, _time(period), parts)
    if isinstance(node, nodes.Lasting):
        length = nodes.Length(duration(node.amount, node.unit))
        day = resolve(node.of, context)
        assert day is not None
        parts = (Expression(*node.spans[0], length, None), Expression(*node.spans[1], node.of, _time(day)))
    if isinstance(node, nodes.Range):
        both = zip((node.first, node.last), node.spans, ends(node, context), strict=True)
        parts = tuple(Expression(*span, one, _time(found)) for one, span, found in both if found is not None)
    context.remember(node, period)
    return Expression(start, end, node, _time(period), parts)


def _time(period: Period) -> Time:
    return Time(
        edtf=period.edtf,
        earliest=period.first,
        latest=period.last,
        resolved=period.known,
        anchor=period.anchor,
        timex=period.timex,
        reason=period.why,
    )
