"""The shape of a file, checked against the JSON Schema that editors use too, in words for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from factcheck.desk.source import Source, Where
from factcheck.errors import Problem
from factcheck.resources import shipped

_KINDS = {"object": "a mapping (name: value)", "array": "a list (one '- entry' a line)", "string": "text"}


def check(source: Source, schema: str) -> list[Problem]:
    """All the ways in which a file does not have the shape of the shipped ``schema``: checklist, form or session."""
    if source.data is None:
        return [source.problem((), "the file is empty")]
    errors = sorted(_validator(schema).iter_errors(source.data), key=lambda error: str(error.json_path))
    return [problem for error in errors for problem in _explain(source, error)]


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
                yield key.problem(f"unknown key '{key}'{hint}")
        case "required":
            yield from (
                source.problem(where, f"'{key}' is missing")
                for key in error.validator_value
                if key not in error.instance and f"'{key}' is" in error.message
            )
        case "type":
            wanted = error.validator_value
            name = f"'{where[-1]}'" if where and isinstance(where[-1], str) else "this entry" if where else "the file"
            kind = _KINDS[wanted] if isinstance(wanted, str) else "text or a number"
            yield source.problem(where, f"{name} must be {kind}")
        case "enum":
            known = [each for each in error.validator_value if isinstance(each, str)]
            hint = did_you_mean(str(error.instance), known)
            yield source.problem(where, f"'{error.instance}' is not one of {', '.join(known)}{hint}")
        case "minItems" | "minProperties":
            yield source.problem(where, f"'{where[-1]}' needs at least one entry")
        case "minLength":
            yield source.problem(where, "this text is empty")
        case "maxLength":
            yield source.problem(where, f"this text is longer than {error.validator_value} characters")
        case "anyOf":
            # Of what can stand here, the mapping: a text is wrong as a whole, a mapping in one of its keys.
            inner = [each for each in error.context if each.validator not in ("const", "type") or each.path]
            if isinstance(error.instance, dict) and inner:
                for each in inner:
                    yield from _explain(source, each)
            else:
                yield source.problem(where, f"must be {error.schema['description']}")
        case "pattern":
            named = "propertyNames" in error.absolute_schema_path
            message = f"'{error.instance}' must be {error.schema['description']}"
            yield error.instance.problem(message) if named else source.problem(where, message)
        case _:
            yield source.problem(where, error.message)
