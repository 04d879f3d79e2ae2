"""Percentages of change, and "doubled" or "halved", against the two figures that they are about."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.figures import Figure, Move, figures, moves, plain
from factcheck.checks.page import Page, Sentence, listed, table
from factcheck.models import Check, Mention, Text


def percentages(page: Page) -> Iterator[Check]:
    """A percentage of change against its base: "fell from 9.4 percent to 5.1 percent, a drop of 46 percent"."""
    for sentence in page.sentences:
        found = moves(sentence)
        if len(found) != 1 or not found[0].old.number:
            continue
        (move,) = found
        ends = {move.old.mention.start, move.new.mention.start}
        shares = [one for one in figures(sentence) if one.mention.kind == "percent" and one.mention.start not in ends]
        if len(shares) == 1 and _beside(sentence, shares[0].mention.start, shares[0].mention.end, move):
            yield _percentage(page, sentence, move, shares[0])


def _percentage(page: Page, sentence: Sentence, move: Move, share: Figure) -> Check:
    old, new, said = move.old, move.new, page.text(share.mention)
    points = old.measure == ("percent", "%")
    change = (new.number - old.number) / old.number * 100
    moved = "rise" if change > 0 else "fall" if change < 0 else "change"
    working = f"{old} to {new} is a {moved} of {plain(abs(round(change, 1)))} %"
    if points:
        working += f", or {plain(abs(new.number - old.number))} percentage points"
    said_in_points = share.measure[1] != "%"
    factor = 100 if share.measure[1] == "basis points" else 1
    by_points = points and _meets(share, abs(new.low - old.high) * factor, abs(new.high - old.low) * factor)
    by_share = _meets(share, *_relative(old, new))
    direction = _direction(sentence, move, share)
    if direction and change and direction != moved:
        message = f"The text says {said}, and a {direction}"
    elif by_points if said_in_points else by_share:
        message = f"The text says {said}: agrees within rounding"
    elif by_points and not said_in_points:
        message = f"The text says {said}: that is the difference in percentage points"
    elif by_share and said_in_points:
        message = f"The text says {said}: that is the change in percent"
    else:
        message = f"The text says {said}: does not agree"
    return page.check("percentage", working, message, share.mention, old.mention, new.mention)


def _relative(old: Figure, new: Figure) -> tuple[float, float]:
    """The least and the most that the size of a change can be, in percent, given how the figures were rounded."""
    if old.low <= 0:
        exact = abs(new.number - old.number) / abs(old.number) * 100
        return (exact, exact)
    return (abs((new.low - old.high) / old.high * 100), abs((new.high - old.low) / old.low * 100))


def _meets(share: Figure, one: float, other: float) -> bool:
    half = 0.5 if share.low == share.high else 0.0  # "46 percent" is what rounds to it
    return share.low - half <= max(one, other) and min(one, other) <= share.high + half


def _direction(sentence: Sentence, move: Move, share: Figure) -> str | None:
    """What the sentence says happened, ``None`` where it says both or neither."""
    words = set(sentence.words(sentence.start, max(move.end, share.mention.end)))
    up, down = not words.isdisjoint(listed("rise")), not words.isdisjoint(listed("fall"))
    return None if up == down else "rise" if up else "fall"


def _beside(sentence: Sentence, start: int, end: int, move: Move) -> bool:
    """Whether nothing but joining words and what happened stands between start..end and the two figures."""
    between = sentence.words(end, move.start) if end <= move.start else sentence.words(move.end, start)
    return set(between) <= listed("joins") | listed("rise") | listed("fall") and len(between) <= 8


def multiples(page: Page) -> Iterator[Check]:
    """Words like "doubled" and "halved" against the figures: "more than tripled to 300, from 100"."""
    factors = {word: float(factor) for factor, words in table("multiples").items() for word in words}
    for sentence in page.sentences:
        found = moves(sentence)
        if len(found) != 1 or not found[0].old.number:
            continue
        said = sentence.places(frozenset(factors))
        if len(said) == 1 and _beside(sentence, *said[0], found[0]):
            start, end = said[0]
            yield _multiple(page, sentence, found[0], factors[page.article.text[start:end].lower()], start, end)


def _multiple(page: Page, sentence: Sentence, move: Move, factor: float, start: int, end: int) -> Check:
    old, new = move.old, move.new
    ratio = new.number / old.number
    least, most = (new.low / old.high, new.high / old.low) if old.low > 0 else (ratio, ratio)
    hedge, hedged = _hedge(sentence, start)
    match hedge:
        case "beyond":
            holds = most > factor if factor > 1 else least < factor
        case "short":
            holds = factor * 0.8 <= most and least < factor if factor > 1 else least <= factor * 1.2 and most > factor
        case _:
            slack = 0.1 if hedge else 0.05
            holds = least <= factor * (1 + slack) and most >= factor * (1 - slack)
    said = f"{hedged} {page.article.text[start:end]}".strip()
    working = f"{old} to {new} is {plain(round(ratio, 2))} times as much"
    message = f"The text says “{said}”: {'agrees' if holds else 'does not agree'}"
    place = Mention("text", start, end, Text(words=said))
    return page.check("multiple", working, message, place, old.mention, new.mention)


def _hedge(sentence: Sentence, start: int) -> tuple[str, str]:
    """What stands in front of the word at ``start``: the kind of hedge and its words, empty where none does."""
    before = " ".join(word for word, _ in sentence.before(start, 3))
    for kind in ("beyond", "short", "loose"):
        for words in table(kind):
            if f" {before}".endswith(f" {words}"):
                return kind, words
    return "", ""
