"""Where somebody who is accused answers, in the article itself and in the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.attribution import blame
from factcheck.attribution.lexicon import SAYING, grammar, verbs
from factcheck.attribution.parties import Parties
from factcheck.attribution.reading import Reading, Words
from factcheck.attribution.shallow import Shallow
from factcheck.attribution.speakers import Speakers
from factcheck.models import Accusation, Article, Attribution, Reply, Statement, Stretch


@dataclass(frozen=True, slots=True)
class Heard:
    """What one party says, in order of the text: where it ``answers`` or is silent, and where it ``speaks``."""

    answers: tuple[Reply, ...]
    speaks: tuple[Reply, ...]


Replies = Mapping[str, Heard]
"""What each party says, by its name in lower case; by ``TO_A_CHARGE`` what anybody answers to "the accusation"."""

TO_A_CHARGE = ""

_SOON = 300
"""Characters after an accusation in which "the charge" is that one."""


def sentence(reading: Reading, index: int) -> Statement:
    """The sentence that a word is in, white space left out."""
    start, end = reading.starts[reading.unit_start[index]], reading.end(reading.unit_end[index] - 1)
    text = reading.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Statement(text, start, start + len(text))


def line_of(article: Article, statement: Statement) -> int:
    """The number of the line on which a sentence begins."""
    return bisect_right(article.lines, statement.start, key=lambda line: line[0])


def find(
    article: Article, reading: Reading, phrases: Shallow, speakers: Speakers, stretches: Sequence[Stretch]
) -> Replies:
    """Everything that a named party answers, says, or is said to be silent about."""
    parties = Parties(reading, speakers)
    found: dict[str, dict[int, Reply]] = {}

    def add(kind: Literal["answers", "silent", "speaks"], index: int, names: Sequence[str]) -> None:
        statement = sentence(reading, index)
        line = line_of(article, statement)
        if kind != "silent" and _names_a_charge(reading, index):
            names = [*names, TO_A_CHARGE]
        for name in names:
            found.setdefault(name.lower(), {}).setdefault(statement.start, Reply(article.id, line, kind, statement))

    for index, who in _silences(reading, phrases):
        add("silent", index, parties.named(who))
    for index, who in _answers(reading, phrases):
        add("answers", index, [*parties.named(who), *parties.spoken_for(who)])
    for stretch in stretches:
        said = stretch.attribution
        if said is not None and said.speaker and _is_saying(said):
            words = reading.between(said.start, said.end)
            owns = reading.words[words[1] : words[1] + 1] in (["'s"], ["’s"])  # "Roe's demand" is no speech
            if not owns and not _is_against(reading, words):
                names = [said.name] if said.name else []
                if not names or not blame.words("on_behalf").isdisjoint(reading.words[slice(*words)]):
                    names += [*parties.named(words), *parties.spoken_for(words)]
                add("speaks", reading.between(stretch.start, stretch.end)[0], names)
    return {name: _heard(list(each.values())) for name, each in found.items()}


def _heard(replies: list[Reply]) -> Heard:
    replies.sort(key=_start)
    answers = tuple(reply for reply in replies if reply.kind != "speaks")
    return Heard(answers, tuple(reply for reply in replies if reply.kind == "speaks"))


def _start(reply: Reply) -> int:
    return reply.statement.start


def answered(accusation: Accusation, replies: Replies) -> Accusation:
    """The accusation with its reply in the same article.

    The next denial or silence, else the last one before it, else the next thing that the party says at all.
    """
    place = accusation.statement.start
    after: list[Reply] = []
    before: list[Reply] = []
    speaks: list[Reply] = []
    for heard in _of(accusation, replies):
        at = bisect_left(heard.answers, place, key=_start)
        after += heard.answers[at : at + 1]
        before += heard.answers[max(0, at - 1) : at]
        at = bisect_right(heard.speaks, place, key=_start)
        speaks += heard.speaks[at : at + 1]
    reply = min(after, key=_start, default=None) or max(before, key=_start, default=None)
    reply = reply or _to_the_charge(accusation, replies)
    return replace(accusation, reply=reply or min(speaks, key=_start, default=None))


def _to_the_charge(accusation: Accusation, replies: Replies) -> Reply | None:
    """What somebody else answers at once: "Roe accused the city of it. The mayor said the charge was baseless"."""
    heard = replies.get(TO_A_CHARGE, Heard((), ()))
    own = replies.get((accusation.attribution.name or "").lower() or "-", Heard((), ()))
    its_own = {reply.statement.start for reply in (*own.answers, *own.speaks)}
    end = accusation.statement.end
    soon: list[Reply] = []
    for said in (heard.answers, heard.speaks):
        first, last = (bisect_left(said, place, key=_start) for place in (end, end + _SOON))
        soon += [reply for reply in said[first:last] if reply.statement.start not in its_own]
    first_of_all = min(soon, key=_start, default=None)
    return replace(first_of_all, kind="answers") if first_of_all is not None else None


def _names_a_charge(reading: Reading, index: int) -> bool:
    """Whether the sentence of a word speaks of "the accusation" or "these charges"."""
    lower, nouns = reading.words, blame.nouns()
    unit = range(reading.unit_start[index] + 1, reading.unit_end[index])
    return any(lower[at] in nouns and lower[at - 1] in grammar("determiners") for at in unit)


def elsewhere(accusation: Accusation, others: Sequence[Replies]) -> Accusation:
    """The accusation with the first denial or silence in each of the ``others``, the articles it does not stand in."""
    found = [
        min((heard.answers[0] for heard in _of(accusation, each) if heard.answers), key=_start, default=None)
        for each in others
    ]
    return replace(accusation, elsewhere=tuple(reply for reply in found if reply is not None))


def _of(accusation: Accusation, replies: Replies) -> list[Heard]:
    names = accusation.candidates or (accusation.party,)
    return [replies[name.lower()] for name in names if name.lower() in replies]


def _silences(reading: Reading, phrases: Shallow) -> Iterator[tuple[int, Words]]:
    """Where somebody "declined to comment" or "could not be reached", and the words for them."""
    lower = reading.words
    for index in range(len(reading)):
        if reading.paragraph[index] < 0 or reading.quoted[index] >= 0:
            continue
        limit = reading.unit_end[index]
        if (end := blame.phrase_end("unanswered", lower, index, limit)) is not None:
            yield index, (index, end)
        elif (end := blame.phrase_end("silent", lower, index, limit)) is not None:
            who = phrases.topic(_main_verb(reading, phrases, index))
            if who is not None:
                yield index, who


def _main_verb(reading: Reading, phrases: Shallow, index: int) -> int:
    """The verb of the phrase that begins at a word: "respond" of "not respond", "had" of "had no comment"."""
    if phrases.is_verb(index):
        return index
    following = next(
        (at for at in range(index + 1, min(reading.unit_end[index], index + 4)) if phrases.is_verb(at)), None
    )
    return (
        following
        if following is not None and reading.words[index] != "no"
        else max(reading.unit_start[index], index - 1)
    )


def _answers(reading: Reading, phrases: Shallow) -> Iterator[tuple[int, Words]]:
    """Where somebody denies, rejects or answers something, and the words for them."""
    for index in range(len(reading)):
        if reading.paragraph[index] < 0 or reading.quoted[index] >= 0 or reading.words[index] not in blame.answering():
            continue
        is_verb = phrases.is_verb(index)
        who = phrases.subject(index, reading.unit_start[index]) if is_verb else phrases.owner(index)
        if who is not None and not _is_against(reading, who):
            yield index, who


def _is_saying(said: Attribution) -> bool:
    """Whether somebody speaks, and does not merely want or oppose something."""
    cue = verbs().get(said.cue.split()[-1].lower())
    return said.mode != "indirect" or (cue is not None and bool(cue.frames & SAYING))


def _is_against(reading: Reading, words: Words) -> bool:
    """Whether somebody is an opponent of whom the words name: "a critic of the bank"."""
    return not blame.words("against").isdisjoint(reading.words[slice(*words)])
