"""What the schema cannot say: names that are declared and used, phrases that can be read, files that agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from factcheck.checklist.definition import CIRCUMSTANCES, Phrase
from factcheck.checklist.grammar import loosened
from factcheck.checklist.phrases import Node, PhraseError, names, parse
from factcheck.checklist.program import compile_phrase
from factcheck.checklist.wordforms import spellings
from factcheck.desk.schema import did_you_mean
from factcheck.desk.source import Located
from factcheck.errors import Problem
from factcheck.models import FieldKind

_KINDS = get_args(FieldKind)


def usable(data: Any) -> dict[str, Any]:
    """What of a file has the right shape, so that the faults of its names and phrases can be said as well."""
    if not isinstance(data, dict):
        return {}
    kept = {key: data[key] for key in ("type", "extends", "value") if isinstance(data.get(key), Located)}
    kept |= {key: _texts(data[key]) for key in ("phrases", "except") if key in data}
    kept["examples"] = [
        example
        for example in data.get("examples", ())
        if isinstance(example, dict) and (example.get("finds") == "nothing" or isinstance(example.get("finds"), dict))
    ]
    for key in ("words", "fields"):
        if isinstance(data.get(key), dict):
            kept[key] = dict(data[key])
    kept["words"] = {name: _texts(entries) for name, entries in kept.get("words", {}).items()}
    kept["fields"] = {name: kind if kind in _KINDS else "text" for name, kind in kept.get("fields", {}).items()}
    return kept


def _texts(entries: Any) -> list[Located]:
    return [entry for entry in entries if isinstance(entry, Located)] if isinstance(entries, list) else []


def phrases(sources: Iterable[Located], data: Mapping[Any, Any]) -> tuple[list[Phrase], list[Problem]]:
    """The phrases that can be read, and what is wrong with the others."""
    good: list[Phrase] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            node = parse(source)
        except PhraseError as error:
            problems.append(source.problem(str(error), offset=error.offset))
            continue
        faults = list(_undeclared(source, node, data.get("words", {}), data.get("fields", {})))
        if any(name.role for name in names(node)) and loosened(node) is None:
            faults.append(source.problem("'as subject' and 'as object' need the verb in the same phrase"))
        if not faults:
            try:
                compile_phrase(node, groups=data.get("words", {}), fields=data.get("fields", {}), item=lambda _: 0)
            except PhraseError as error:
                faults.append(source.problem(str(error), offset=error.offset))
            else:
                good.append(Phrase(source, node))
        problems += faults
    return good, problems


def _undeclared(source: Located, node: Node, words: Mapping[str, Any], fields: Mapping[str, Any]) -> Iterator[Problem]:
    known = [*words, *fields]
    for name in names(node):
        if name.name not in known:
            hint = did_you_mean(name.name, known) or ": declare it under 'words' or 'fields'"
            yield source.problem(f"<{name.name}> is neither a group nor a field{hint}", offset=name.offset)
        elif name.of is not None and name.of not in words:
            hint = did_you_mean(name.of, words) or ": declare it under 'words'"
            yield source.problem(f"<{name.name} of {name.of}>: '{name.of}' is no group{hint}", offset=name.offset)
        elif name.of is not None and name.name not in fields:
            yield source.problem(f"<{name.name} of {name.of}>: '{name.name}' is not a field", offset=name.offset)


def own(data: Mapping[Any, Any], stem: str) -> Iterator[Problem]:
    """The faults of one file's own names and words."""
    if "remove" in data and "extends" not in data:
        yield next(key for key in data if key == "remove").problem("'remove' says nothing without 'extends'")
    if data.get("type", stem) != stem:
        yield data["type"].problem(f"the type '{data['type']}' must be the file's name: '{stem}', or rename the file")
    for key, entries in data.get("words", {}).items():
        if key in data.get("fields", {}):
            yield key.problem(f"'{key}' is both a group and a field: give one another name")
        seen: set[str] = set()
        for entry in entries:
            if any(not spelling.keys for spelling in spellings(entry)) or not spellings(entry):
                yield entry.problem("there is no word in this entry")
            elif entry in seen:
                yield entry.problem(f"'{entry}' stands in this group already")
            seen.add(entry)


def unused(phrases: Iterable[Phrase], data: Mapping[Any, Any], own: Mapping[Any, Any]) -> Iterator[Problem]:
    """The groups and fields of the own file, and the value, that no phrase uses."""
    used = {part for phrase in phrases for name in names(phrase.node) for part in (name.name, name.of)}
    for key in own.get("words", {}):
        if key not in used:
            yield key.problem(f"no phrase uses the group '{key}': write <{key}> in a phrase, or remove it")
    for key, kind in own.get("fields", {}).items():
        if key not in used and key != data.get("value") and kind not in CIRCUMSTANCES:
            yield key.problem(f"no phrase uses the field '{key}': write <{key}> in a phrase, or remove it")
    value = data.get("value")
    if value in data.get("fields", {}) and value not in used:
        place = own.get("value") or own["extends"]
        yield place.problem(f"no phrase uses the value '{value}': write <{value}> in a phrase")


def references(data: Mapping[Any, Any]) -> Iterator[Problem]:
    """The names of fields, under ``value`` and in examples, that are not declared."""
    fields = data.get("fields", {})
    stated = [("the value", data["value"])] if "value" in data else []
    stated += [
        ("the example's", field)
        for example in data.get("examples", ())
        if example["finds"] != "nothing"
        for field in example["finds"]
    ]
    for what, name in stated:
        if name not in fields:
            hint = did_you_mean(name, fields) or ": declare it under 'fields'"
            yield name.problem(f"{what} '{name}' is not a field{hint}")
