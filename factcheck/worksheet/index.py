"""The index: names, places and laws, with the facts where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.models import Assertion, FieldKind, Law, Name
from factcheck.worksheet.pack import Entry

SECTIONS = ("names", "places", "laws")
_OF_FIELD = {"name": "names", "person": "names", "organisation": "names", "place": "places", "law": "laws"}

Fields = Mapping[str, FieldKind]


def index(assertions: Sequence[Assertion], fields: Mapping[str, Fields]) -> dict[str, tuple[Entry, ...]]:
    """Entries by section ("names", "places", "laws"), in alphabetical order; their facts in that of ``assertions``.

    A name stands in the value of a fact, in one of its fields, or says it. ``fields`` are those of the checklists by
    type. A surname alone goes with the only full name that ends in it.
    """
    found: dict[str, dict[str, list[str]]] = {section: {} for section in SECTIONS}
    for each in assertions:
        for section, name in dict.fromkeys(_named(each, fields.get(each.type, {}))):
            found[section].setdefault(name, []).append(each.id)
    _join_surnames(found["names"])
    place = {each.id: number for number, each in enumerate(assertions)}
    return {
        section: tuple(
            Entry(name, tuple(sorted(set(ids), key=place.__getitem__)))
            for name, ids in sorted(names.items(), key=_alphabet)
        )
        for section, names in found.items()
    }


def _named(each: Assertion, kinds: Fields) -> Iterator[tuple[str, str]]:
    """The names of a fact with their sections."""
    value, said_by = each.value, each.attribution
    if isinstance(value, Name):
        yield ("places" if value.entity == "place" else "names"), value.name
    elif isinstance(value, Law) and (law := value.name or value.number):
        yield "laws", law
    for field, words in each.fields.items():
        if section := _OF_FIELD.get(kinds.get(field, "text")):
            yield section, words
    if said_by and said_by.name and not said_by.unnamed:
        yield "names", said_by.name


def _join_surnames(names: dict[str, list[str]]) -> None:
    full: dict[str, list[str]] = {}
    for name in names:
        _, space, surname = name.rpartition(" ")
        if space:
            full.setdefault(surname, []).append(name)
    for surname, owners in full.items():
        if surname in names and len(owners) == 1:
            names[owners[0]] += names.pop(surname)


def _alphabet(item: tuple[str, list[str]]) -> tuple[str, str]:
    return item[0].casefold(), item[0]
