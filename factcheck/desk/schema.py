"""The shape of a file, checked against the JSON Schema that editors use too, in words for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

from factcheck.desk.source import Source
from factcheck.errors import Problem
from factcheck.resources import shipped

_KINDS = {"object": "a mapping (name: value)", "array": "a list (one '- entry' a line)", "string": "text"}


def check(source: Source, schema: str) -> list[Problem]:
    """All the ways in which a file does not have the shape of the shipped ``schema``: checklist, form or session."""
    if source.data is None:
        return [source.problem((), "the file is empty")]
    plain = json.loads(json.dumps(source.data))  # the library takes no text that knows its place
    problems = [
        problem for error in _validator(schema).iter_errors(plain) for problem in _explain(source, schema, error)
    ]
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``: did you mean 'phrases'?`` where a known word is close, else nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f": did you mean '{close[0]}'?" if close else ""


def text_of(schema: str) -> str:
    """The JSON Schema as shipped."""
    return (shipped("checklists") / f"{schema}.schema.json").read_text("utf-8")


@cache
def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(text_of(name))
    return schema


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(_schema(name))


def _explain(source: Source, name: str, error: ValidationError) -> Iterator[Problem]:
    where = tuple(error.instance_path)
    value = source.at(where)
    schema: Any = _schema(name)
    for step in error.schema_path[:-1]:
        schema = schema[step]
    match error.kind:
        case Kind.AdditionalProperties():
            known = schema["properties"]
            for key in value.keys() - known.keys():
                hint = did_you_mean(key, known) or f": known here are {', '.join(known)}"
                yield key.problem(f"unknown key '{key}'{hint}")
        case Kind.Required(missing):
            yield source.problem(where, f"'{missing}' is missing")
        case Kind.Type():
            wanted = schema["type"]
            what = f"'{where[-1]}'" if where and isinstance(where[-1], str) else "this entry" if where else "the file"
            yield source.problem(
                where, f"{what} must be {_KINDS[wanted] if isinstance(wanted, str) else 'text or a number'}"
            )
        case Kind.Enum(options):
            texts = [each for each in options if isinstance(each, str)]
            yield source.problem(where, f"'{value}' is not one of {', '.join(texts)}{did_you_mean(str(value), texts)}")
        case Kind.MinItems() | Kind.MinProperties():
            yield source.problem(where, f"'{(where or ('the file',))[-1]}' needs at least one entry")
        case Kind.MinLength():
            yield source.problem(where, "this text is empty")
        case Kind.MaxLength(limit):
            yield source.problem(where, f"this text is longer than {limit} characters")
        case Kind.AnyOf(ways):
            # Of what can stand here, the mapping: a text is wrong as a whole, a mapping in one of its keys.
            every = [each for way in ways for each in way]
            inner = [
                each for each in every if each.kind.name not in ("const", "type") or each.instance_path != list(where)
            ]
            if isinstance(value, dict) and inner:
                for each in inner:
                    yield from _explain(source, name, each)
            else:
                yield source.problem(where, f"must be {schema['description']}")
        case Kind.PropertyNames(fault):
            yield from (
                key.problem(f"'{key}' must be {schema['description']}") for key in value if key == fault.instance
            )
        case Kind.Pattern():
            yield source.problem(where, f"'{value}' must be {schema['description']}")
        case _:
            yield source.problem(where, error.message)
