"""Times of the clock and parts of the day: "4:20 a.m.", "10:35 a.m. (0735 GMT)", "noon", "the night of"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values.times.nodes import Clock, DayPart, Node
from factcheck.values.times.words import Words, phrases, table


def clock(words: Words, i: int) -> tuple[Clock, int] | None:
    """A time of the clock, without its day."""
    low = words.low
    if low[i] in table("clock names"):
        return Clock(table("clock names")[low[i]], 0), i + 1
    hour = words.shapes[i]
    if not (hour.isascii() and hour.isdigit()) or (words.glued(i) and words.before(i) in {".", ",", ":", "/", "$"}):
        return None
    if low[i + 1] == "noon" and hour == "12":
        return Clock(12, 0), i + 2
    minute = second = None
    j = i + 1
    sign = low[j] in {":", "."} and words.glued(j) and words.glued(j + 1)
    if len(hour) <= 2 and sign and len(words.shapes[j + 1]) == 2 and words.shapes[j + 1].isdigit():
        minute, colon, j = int(words.shapes[j + 1]), low[j] == ":", j + 2
        if (
            colon
            and low[j] == ":"
            and words.glued(j + 1)
            and words.shapes[j + 1].isdigit()
            and len(words.shapes[j + 1]) == 2
        ):
            second, j = int(words.shapes[j + 1]), j + 2
    elif len(hour) in {3, 4}:
        colon, minute, hour = False, int(hour[-2:]), hour[:-2]
    elif len(hour) <= 2:
        colon = False
    else:
        return None
    number = int(hour)
    half = _half(words, j)
    if half is not None:
        if not 1 <= number <= 12 and number != 0:
            return None
        number, j = number % 12 + 12 * half[0], half[1]
    named = zone(words, j)
    if number > 24 or (minute or 0) > 59:
        return None
    if named is not None:
        found = Clock(number, minute, second, named[0]), named[1]
    elif half is not None or (colon and _asked(words, i, j)):
        found = Clock(number, minute, second), j
    elif low[j] in {"hrs", "hours"} and len(words.shapes[i]) == 4 and number < 24:
        found = Clock(number, minute), j + 1
    else:
        return _in_the(words, i, number, minute, j)
    return found[0], _other_zone(words, found[1])


def _half(words: Words, i: int) -> tuple[int, int] | None:
    """ "a.m.", "pm", "p.m": 0 or 1, and the word after it."""
    low = words.low
    if low[i] in {"am", "pm"} and (words.glued(i) or low[i + 1] != "not"):
        return int(low[i] == "pm"), i + 1
    j = i + (low[i] == "." and words.glued(i) and low[i + 1] in {"am", "pm"})
    if j > i:
        return int(low[j] == "pm"), j + 1
    if low[i] in {"a", "p"} and low[i + 1] == "." and low[i + 2] == "m" and words.glued(i + 2):
        stop = low[i + 3] == "." and words.glued(i + 3)
        return int(low[i] == "p"), i + 3 + stop
    return None


def _asked(words: Words, i: int, j: int) -> bool:
    """Whether the words around "19:30" say that it is a time and no score."""
    return words.before(i) in {
        "at",
        "by",
        "until",
        "from",
        "to",
        "and",
        "-",
        "around",
        "about",
        "before",
        "after",
        "since",
        "@",
        ",",
    } or (words.low[j] in {"on", "hrs", "hours", "today", "tomorrow"})


def _in_the(words: Words, i: int, number: int, minute: int | None, j: int) -> tuple[Clock, int] | None:
    """ "4 in the morning"."""
    if (
        words.low[j : j + 2] != ["in", "the"]
        or not 1 <= number <= 12
        or words.before(i) not in {"at", "by", "until", "around", "about", "before", "after"}
    ):
        return None
    part = table("parts of day").get(words.low[j + 2])
    if part not in {"MO", "AF", "EV"}:
        return None
    return Clock(number % 12 + (0 if part == "MO" else 12), minute), j + 3


def zone(words: Words, i: int) -> tuple[str | None, int] | None:
    """A time zone or "o'clock"; the zone's name as it is usually written."""
    found = phrases("zones").at(words, i)
    if found is None or (
        words.shapes[i].islower() and found[0] not in {"o'clock", "local time"} and " " not in found[0]
    ):
        return None
    name = found[0]
    return (None if name in {"o'clock", "local time"} else name.upper()), found[1]


def _other_zone(words: Words, i: int) -> int:
    """The word after a second time in brackets, as in "10:35 a.m. (0735 GMT)"."""
    if words.low[i] == "(" and words.shapes[i + 1].isdigit():
        for j in range(i + 2, i + 8):
            if words.low[j] == ")":
                return j + 1 if zone(words, j - 1) else i
    return i


def with_clock(words: Words, node: Node, i: int) -> tuple[Node, int] | None:
    """A time of the clock or a part of the day after a day: "Wednesday at 4:20 a.m.", "Friday night"."""
    low = words.low
    j = i + (low[i] == ",")
    j += low[j] in {"at", "around", "about", "@"}
    found = clock(words, j)
    if found is not None and (j > i or low[i] not in table("clock names") or words.before(i) != "the"):
        return replace(found[0], of=node), found[1]
    edge = None
    k = i + 2 if low[i : i + 2] in (["in", "the"], ["during", "the"]) else i + (low[i] in {"at", "-"})
    if low[k] in {"early", "late"}:
        edge, k = ("start" if low[k] == "early" else "end"), k + 1
    part = table("parts of day").get(low[k])
    if part is None or low[k] in {"mornings", "afternoons", "evenings", "nights"}:
        return None
    return DayPart(part, node, edge), k + 1  # type: ignore[arg-type]
