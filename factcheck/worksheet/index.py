"""The index: people, organisations, places and laws, with the facts where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.models import Assertion, Law, Name
from factcheck.worksheet.pack import Entry

SECTIONS = {"person": "people", "organisation": "organisations", "place": "places"}


def index(assertions: Iterable[Assertion]) -> dict[str, tuple[Entry, ...]]:
    """Entries by section ("people", "organisations", "places", "laws"), by name; speakers are people."""
    found: dict[str, dict[str, list[str]]] = {section: {} for section in (*SECTIONS.values(), "laws")}
    for each in assertions:
        value = each.value
        if isinstance(value, Name) and value.entity in SECTIONS:
            found[SECTIONS[value.entity]].setdefault(value.name, []).append(each.id)
        elif isinstance(value, Law) and (name := value.name or value.number):
            found["laws"].setdefault(name, []).append(each.id)
        said_by = each.attribution
        if said_by and said_by.name and not said_by.unnamed:
            ids = found["people"].setdefault(said_by.name, [])
            if each.id not in ids:
                ids.append(each.id)
    return {
        section: tuple(Entry(name, tuple(sorted(ids))) for name, ids in sorted(names.items(), key=_alphabet))
        for section, names in found.items()
    }


def _alphabet(item: tuple[str, list[str]]) -> tuple[str, str]:
    return item[0].casefold(), item[0]
