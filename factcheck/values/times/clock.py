"""Times of the clock and parts of the day: "4:20 a.m.", "10:35 a.m. (0735 GMT)", "noon", "7 to 9 p.m."."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.values.times.nodes import Clock, Date, DayPart, Edge, Named, Node, Open, Range
from factcheck.values.times.words import Words, cardinal, listed, phrases, table

_LATE = frozenset({"AF", "EV", "NI"})


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of a clock time as written. ``half`` is 0 for a.m., 1 for p.m., ``None`` where neither is said."""

    hour: int
    minute: int | None
    second: int | None
    half: int | None
    colon: bool
    end: int

    def clock(self, half: int | None = None) -> Clock:
        half = self.half if self.half is not None else half
        hour = self.hour % 12 + 12 * half if half is not None and self.hour <= 12 else self.hour
        return Clock(hour, self.minute, self.second)


def _figures(words: Words, i: int) -> _Figures | None:
    """Reads "4:20 a.m.", "16:20", "4.20pm", "0730", "4", "noon"."""
    low, shape = words.low, words.shapes[i]
    if low[i] in table("clock names"):
        return _Figures(table("clock names")[low[i]], 0, None, None, True, i + 1)
    if not (shape.isascii() and shape.isdigit()):
        named = cardinal(words, i)
        if named is None or not 1 <= named[0] <= 12:
            return None
        minute, j = _spoken_minute(words, named[1])
        half = _half(words, j)
        return _Figures(named[0], minute, None, half[0] if half else None, False, half[1] if half else j)
    if len(shape) > 4 or (words.glued(i) and words.before(i) in {".", ",", ":", "/", "$", "£", "€"}):
        return None
    if low[i + 1] == "noon" and shape == "12":
        return _Figures(12, 0, None, None, True, i + 2)
    hour, minute, second, colon, j = shape, None, None, False, i + 1
    if len(shape) > 2:
        hour, minute = shape[:-2], int(shape[-2:])
    elif low[j] in {":", "."} and (found := _two(words, j + 1)) is not None and words.glued(j):
        minute, colon, j = found, low[j] == ":", j + 2
        if colon and low[j] == ":" and (found := _two(words, j + 1)) is not None:
            second, j = found, j + 2
    half = _half(words, j)
    number = int(hour)
    if number > 24 or (minute or 0) > 59 or (second or 0) > 59 or (half is not None and number > 12):
        return None
    return _Figures(number, minute, second, half[0] if half else None, colon, half[1] if half else j)


def _spoken_minute(words: Words, i: int) -> tuple[int | None, int]:
    """The minutes of "seven twenty-seven", and the word after them."""
    j = i + (words.low[i] == "-")
    found = cardinal(words, j) if words.low[j].isalpha() else None
    return (found[0], found[1]) if found is not None and 10 <= found[0] < 60 else (None, i)


def _two(words: Words, i: int) -> int | None:
    shape = words.shapes[i]
    return int(shape) if len(shape) == 2 and shape.isascii() and shape.isdigit() and words.glued(i) else None


def _half(words: Words, i: int) -> tuple[int, int] | None:
    """0 for "a.m.", 1 for "pm" or "p.m.", and the word after it."""
    low = words.low
    if low[i] in {"am", "pm"}:
        return int(low[i] == "pm"), i + 1
    if low[i] == "." and words.glued(i) and low[i + 1] in {"am", "pm"}:
        return int(low[i + 1] == "pm"), i + 2
    if low[i] in {"a", "p"} and low[i + 1] == "m" and not words.glued(i + 1):
        return int(low[i] == "p"), i + 2  # "nine a m", as it is spoken
    if low[i] in {"a", "p"} and low[i + 1] == "." and low[i + 2] == "m" and words.glued(i + 2):
        stop = low[i + 3] == "." and words.glued(i + 3)
        return int(low[i] == "p"), i + 3 + stop
    return None


def clock(words: Words, i: int, *, asked: bool = False, part: str | None = None) -> tuple[Clock, int] | None:
    """A time of the clock, without its day.

    ``asked``: the words around it leave no other reading of "19:30"; ``part``: the part of the day that "at 8" is in.
    """
    figures = _figures(words, i)
    if figures is None:
        return None
    j = figures.end
    low = words.low
    if low[i] in table("clock names"):
        named = asked or words.before(i) in listed("before clock") or low[j] in {"on", ","} | listed("zones")
        return (figures.clock(), j) if named else None
    found = zone(words, j)
    if found is not None and (figures.half is not None or found[0] is None or figures.minute is not None):
        return replace(figures.clock(), zone=found[0]), _other_zone(words, found[1])
    sure = figures.half is not None or (figures.colon and (asked or words.before(i) in listed("before clock")))
    sure = sure or (asked and figures.minute is not None and words.before(i) in {"at", "by"})
    if part is not None and figures.half is None and figures.hour <= 12 and not low[j].isalpha():
        return figures.clock(int(part in _LATE)), j
    if low[j] in {"hrs", "hours"} and figures.minute is not None:
        return figures.clock(), j + 1
    if sure:
        said = table("parts of day").get(low[j + 2]) if low[j : j + 2] == ["in", "the"] else None
        half = None if said is None else int(said in _LATE)
        return figures.clock(half), _other_zone(words, j + 3 if said else j)
    return _in_the(words, i, figures)


def _in_the(words: Words, i: int, figures: _Figures) -> tuple[Clock, int] | None:
    """Reads "4 in the morning"."""
    j = figures.end
    if words.low[j : j + 2] != ["in", "the"] or figures.hour > 12 or words.before(i) not in listed("before clock"):
        return None
    part = table("parts of day").get(words.low[j + 2])
    return (figures.clock(int(part != "MO")), j + 3) if part in {"MO", "AF", "EV"} else None


def in_part(node: Clock | Range, part: str) -> Clock | Range:
    """A time of the clock in the part of the day named with it: "seven thirty" in the evening."""
    if not isinstance(node, Clock) or part not in _LATE or not (1 if part == "AF" else 4) <= node.hour < 12:
        return node
    return replace(node, hour=node.hour + 12)


def zone(words: Words, i: int) -> tuple[str | None, int] | None:
    """A time zone (as it is usually written) or "o'clock" (``None``), and the word after it."""
    found = phrases("zones").at(words, i)
    if found is None:
        return None
    name = found[0]
    if name in {"o'clock", "oclock", "local time"}:
        return None, found[1]
    return (name.upper(), found[1]) if words.capital(i) else None


def _other_zone(words: Words, i: int) -> int:
    """The word after a second time in brackets, as in "10:35 a.m. (0735 GMT)"."""
    if words.low[i] == "(" and words.shapes[i + 1].isdigit():
        for j in range(i + 2, i + 8):
            if words.low[j] == ")":
                return j + 1 if zone(words, j - 1) else i
    return i


def clock_range(words: Words, i: int, *, asked: bool = False, part: str | None = None) -> tuple[Range, int] | None:
    """From one time of the clock to another, without their day: "7 to 9 p.m.", "from 10:30 to 3", "19:00-21:00".

    ``asked`` and ``part`` as for `clock`; "between 3 and 5" counts only if ``asked``.
    """
    low = words.low
    opener = low[i] if low[i] in {"from", "between"} else ""
    start = i + bool(opener)
    first = _figures(words, start)
    if first is None or low[first.end] not in table("ranges"):
        return None
    if low[first.end] == "and" and opener != "between":
        return None
    last = _figures(words, first.end + 1)
    if last is None:
        return None
    said = first.half is not None or last.half is not None or (first.colon and last.colon)
    if not said and not (asked and opener):
        return None
    end, named = last.end, zone(words, last.end)
    behind = table("parts of day").get(low[end + 2]) if low[end : end + 2] == ["in", "the"] else None
    end += 3 if behind else 0
    part = behind or part
    if part and first.half is None and last.half is None:
        last = replace(last, half=int(part in _LATE))
    end = named[1] if named else end
    one, two = first.clock(_first_half(first, last)), last.clock(_last_half(first, last))
    if one.hour > 24 or two.hour > 24:
        return None
    spans = (
        (words.starts[start], words.ends[first.end - 1]),
        (words.starts[first.end + 1], words.ends[last.end - 1]),
    )
    return Range(one, two, spans), end


def _first_half(first: _Figures, last: _Figures) -> int | None:
    """The half in which it begins: "11 to 1 p.m." in the morning, "5 to 6 p.m." in the afternoon."""
    if last.half is None or first.hour > 12:
        return None
    return last.half if (first.hour % 12, first.minute or 0) < (last.hour % 12, last.minute or 0) else 0


def _last_half(first: _Figures, last: _Figures) -> int | None:
    """The half in which it ends: "8 a.m. to 3" in the afternoon."""
    if last.hour > 12 or (first.half is None and first.hour <= last.hour):
        return None
    later = (last.hour % 12, last.minute or 0) > (first.hour % 12, first.minute or 0)
    return (first.half or 0) if later else 1


def on_day(node: Clock | Range, day: Node) -> Node:
    """The clock time, or both ends of the range, on a day."""
    if isinstance(node, Range):
        ends = (replace(end, of=day) for end in (node.first, node.last) if isinstance(end, Clock))
        return Range(next(ends), next(ends), node.spans)
    return replace(node, of=day)


def with_clock(words: Words, node: Node, i: int) -> tuple[Node, int] | None:
    """A time of the clock or a part of the day behind its day: "Wednesday at 4:20 a.m.", "Friday night"."""
    low = words.low
    part = node.part if isinstance(node, DayPart | Named) else None
    day = node.of if isinstance(node, DayPart) and node.of is not None else node
    day = replace(day, part=None) if isinstance(day, Named) else day
    j = i + (low[i] == ",")
    times = clock_range(words, j + (low[j] == "at"), asked=True, part=part)
    if times is not None:
        return on_day(times[0], day), times[1]
    opener = phrases("openers").at(words, j)
    if opener is not None and opener[0] in {"before", "after", "by", "since", "until"}:
        bound = clock(words, opener[1], asked=True, part=part)
        if bound is not None:  # "Thursday before 5 p.m."
            span = words.starts[opener[1]], words.ends[bound[1] - 1]
            return Open(opener[0], on_day(bound[0], day), span), bound[1]
    j += low[j] in {"at", "around", "about", "@", "for"}
    found = clock(words, j, asked=j > i or isinstance(node, Date), part=part if j > i else None)
    if found is not None:
        return on_day(found[0], day), found[1]
    edge: Edge | None = None
    k = i + 2 if low[i : i + 2] in (["in", "the"], ["during", "the"]) else i + (low[i] in {"at", "-"})
    if low[k] in {"early", "late"}:
        edge, k = ("start" if low[k] == "early" else "end"), k + 1
    named = table("parts of day").get(low[k]) or (table("halves of day").get(low[k]) if k == i else None)
    if named is None or low[k][-1] == "s" or isinstance(node, DayPart):
        return None
    whole = DayPart(named, node, edge)
    return with_clock(words, whole, k + 1) or (whole, k + 1)
