"""Call sheets: one speaker over all articles, what they said, and what they are accused of and should answer."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from factcheck.models import Accusation, Attribution, Reply
from factcheck.worksheet.cards import Passage, line_at, speaker
from factcheck.worksheet.pack import Answer, Call, Charge, Quoted


def calls(statements: Mapping[str, Sequence[Passage]], accusations: Iterable[Accusation]) -> tuple[Call, ...]:
    """One call for each speaker that has a name, in the order of their first words; then those who are only accused.

    Somebody unnamed cannot be called by the sheet; their statements are on the articles' own sheets. An accusation
    that may mean one of several is on the call of each.
    """
    speakers: dict[str, Attribution] = {}
    said: dict[str, list[Quoted]] = {}
    for members in statements.values():
        for passage in members:
            for attribution in _speakers(passage):
                if attribution.name and not attribution.unnamed:
                    key = attribution.name.casefold()
                    speakers.setdefault(key, attribution)
                    said.setdefault(key, []).append(_quoted(passage))
    callers = {key: attribution.name or attribution.speaker for key, attribution in speakers.items()}
    full = _by_surname(callers)
    charges: dict[str, dict[str, Charge]] = {}
    for accusation in accusations:
        charge = _charge(accusation, statements.get(accusation.article, ()))
        for party in accusation.candidates or (accusation.party,):
            key = full.get(party.casefold(), party.casefold())
            callers.setdefault(key, party)
            charges.setdefault(key, {}).setdefault(charge.key, charge)
    keys = _without_stops(callers)
    return tuple(
        Call(
            key=keys[key],
            name=name,
            role=speakers[key].role if key in speakers else None,
            said=tuple(said.get(key, ())),
            charges=tuple(charges.get(key, {}).values()),
        )
        for key, name in callers.items()
    )


def _without_stops(callers: Iterable[str]) -> dict[str, str]:
    """Each caller's part of the names of fields, where a full stop would make a tree of them. All are different."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in callers:
        plain = key.replace(".", "")
        names = itertools.chain([plain], (f"{plain} {number}" for number in itertools.count(2)))
        found[key] = next(name for name in names if name not in taken)
        taken.add(found[key])
    return found


def _speakers(passage: Passage) -> list[Attribution]:
    """Those who say part of a passage, each once, in the order of the text."""
    found = {speaker(each.attribution): each.attribution for each in reversed(passage.assertions) if each.attribution}
    return list(reversed(found.values()))


def _by_surname(callers: Iterable[str]) -> dict[str, str]:
    """The only caller of each surname: an article that accuses "Maduro" means him who speaks in another."""
    found: dict[str, list[str]] = {}
    for key in callers:
        _, space, surname = key.rpartition(" ")
        if space:
            found.setdefault(surname, []).append(key)
    return {surname: keys[0] for surname, keys in found.items() if len(keys) == 1}


def _quoted(passage: Passage) -> Quoted:
    return Quoted(
        key=f"{passage.article.id}:{passage.start}",
        article=passage.article.id,
        line=line_at(passage.article, passage.start),
        text=passage.article.text[passage.start : passage.end],
        ids=tuple(each.id for each in passage.assertions),
    )


def _charge(accusation: Accusation, passages: Sequence[Passage]) -> Charge:
    statement, accuser = accusation.statement, accusation.attribution
    first = bisect_left(passages, statement.start + 1, key=lambda passage: passage.end)
    last = bisect_left(passages, statement.end, key=lambda passage: passage.start)
    return Charge(
        key=f"{accusation.article}:{statement.start}",
        article=accusation.article,
        line=accusation.line,
        text=statement.text,
        ids=tuple(each.id for passage in passages[first:last] for each in passage.assertions),
        by=accuser.name or accuser.speaker or None,
        answer=_answer(accusation.reply) if accusation.reply else None,
        elsewhere=tuple(map(_answer, accusation.elsewhere)),
    )


def _answer(reply: Reply) -> Answer:
    return Answer(reply.kind, reply.article, reply.line)
