"""The shape of a file, checked against the JSON Schema that editors use too, in words for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, cast

from factcheck.checklist.source import Located, Source, Where
from factcheck.errors import Problem
from factcheck.resources import shipped

_KINDS = {"object": "a mapping (name: value)", "array": "a list (one '- entry' a line)", "string": "text"}


def check(source: Source, schema: str = "checklist") -> list[Problem]:
    """All the ways in which a file does not have the shape of the shipped ``schema``."""
    if source.data is None:
        return [source.problem((), "the file is empty")]
    errors = sorted(_validator(schema).iter_errors(source.data), key=lambda error: str(error.json_path))
    return [problem for error in errors for problem in _explain(source, error)]


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
    kept["fields"] = {name: kind if kind in _field_kinds() else "text" for name, kind in kept.get("fields", {}).items()}
    return kept


def _texts(entries: Any) -> list[Located]:
    return [entry for entry in entries if isinstance(entry, Located)] if isinstance(entries, list) else []


def _field_kinds() -> Sequence[str]:
    return cast(Sequence[str], _validator("checklist").schema["properties"]["fields"]["additionalProperties"]["enum"])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``: did you mean 'phrases'?`` where a known word is close, else nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f": did you mean '{close[0]}'?" if close else ""


def text_of(schema: str) -> str:
    """The JSON Schema as shipped."""
    return (shipped("checklists") / f"{schema}.schema.json").read_text("utf-8")


@cache
def _validator(schema: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(text_of(schema)))


def _explain(source: Source, error: Any) -> Iterator[Problem]:
    where: Where = tuple(error.absolute_path)
    match error.validator:
        case "additionalProperties":
            known = error.schema["properties"]
            for key in sorted(set(error.instance) - set(known)):
                hint = did_you_mean(key, known) or f": known here are {', '.join(known)}"
                yield source.problem((*where, key), f"unknown key '{key}'{hint}", key=True)
        case "required":
            yield from (
                source.problem(where, f"'{key}' is missing")
                for key in error.validator_value
                if key not in error.instance and f"'{key}' is" in error.message
            )
        case "type":
            wanted = error.validator_value
            name = f"'{where[-1]}'" if where and isinstance(where[-1], str) else "this entry" if where else "the file"
            yield source.problem(where, f"{name} must be {_KINDS.get(wanted, 'text or a number')}")
        case "enum":
            known = error.validator_value
            hint = did_you_mean(str(error.instance), known)
            yield source.problem(where, f"'{error.instance}' is not one of {', '.join(known)}{hint}")
        case "minItems":
            yield source.problem(where, f"'{where[-1]}' needs at least one entry")
        case "minLength":
            yield source.problem(where, "this text is empty")
        case "maxLength":
            yield source.problem(where, f"this text is longer than {error.validator_value} characters")
        case "anyOf":
            deeper = [each for each in error.context if each.absolute_path != error.absolute_path]
            if isinstance(error.instance, dict) and deeper:
                for each in deeper:
                    yield from _explain(source, each)
            else:
                yield source.problem(where, f"must be {error.schema['description']}")
        case "pattern":
            named = "propertyNames" in error.absolute_schema_path
            place = (*where, error.instance) if named else where
            yield source.problem(place, f"'{error.instance}' must be {error.schema['description']}", key=named)
        case _:
            yield source.problem(where, error.message)
