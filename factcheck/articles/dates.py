"""Full calendar dates as the head of an article writes them: 28 March 2019, Mar. 28, 2019, 2019-03-28."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck import resources


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, and the stretch of the text that states it."""

    day: date
    start: int
    end: int


def find_date(text: str) -> Dated | None:
    """The first full date in ``text``; a date in figures only where day and month cannot be confused."""
    for match in _pattern().finditer(text):
        groups = {name: value for name, value in match.groupdict().items() if value}
        year = int(groups.get("y") or groups.get("y2") or groups.get("y3") or groups["y4"])
        if "name" in groups or "name2" in groups:
            month = _months()[(groups.get("name") or groups["name2"]).lower()]
            day = int(groups.get("d") or groups["d2"])
        elif "m3" in groups:
            month, day = int(groups["m3"]), int(groups["d3"])
        else:
            first, second = int(groups["first"]), int(groups["second"])
            if first <= 12 and second <= 12 and first != second:
                continue
            month, day = (second, first) if first > 12 else (first, second)
        try:
            return Dated(date(year, month, day), match.start(), match.end())
        except ValueError:
            continue
    return None


@cache
def _months() -> dict[str, int]:
    table = resources.word_table("articles/data/head.yaml")["months"]
    return {name: number for number, names in enumerate(table, 1) for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<name>{names})\.?[ ](?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<y>\d{{4}})\b"
        rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of[ ])?(?P<name2>{names})\.?,?[ -](?P<y2>\d{{4}})\b"
        r"|\b(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?=\b|T\d)"
        r"|\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<y4>\d{4})\b",
        re.IGNORECASE,
    )
