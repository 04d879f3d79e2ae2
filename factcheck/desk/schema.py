"""The shape of a file, checked against the JSON Schema that editors use too, in words for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from factcheck.desk.shape import Fault, Schema, faults
from factcheck.desk.source import Source
from factcheck.errors import Problem
from factcheck.resources import shipped

_KINDS = {"object": "a mapping (name: value)", "array": "a list (one '- entry' a line)", "string": "text"}


def check(source: Source, schema: str) -> list[Problem]:
    """All the ways in which a file does not have the shape of the shipped ``schema``: checklist, form or session."""
    if source.data is None:
        return [source.problem((), "the file is empty")]
    problems = [problem for fault in faults(source.data, _schema(schema)) for problem in _explain(source, fault)]
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``: did you mean 'phrases'?`` where a known word is close, else nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f": did you mean '{close[0]}'?" if close else ""


def text_of(schema: str) -> str:
    """The JSON Schema as shipped."""
    return (shipped("checklists") / f"{schema}.schema.json").read_text("utf-8")


@cache
def _schema(name: str) -> Schema:
    schema: Schema = json.loads(text_of(name))
    return schema


def _explain(source: Source, fault: Fault) -> Iterator[Problem]:
    value, schema = fault.value, fault.schema

    def problem(message: str) -> Problem:
        return value.problem(message) if fault.where is None else source.problem(fault.where, message)

    match fault.keyword:
        case "additionalProperties":
            known = schema["properties"]
            for key in value.keys() - known.keys():
                hint = did_you_mean(key, known) or f": known here are {', '.join(known)}"
                yield key.problem(f"unknown key '{key}'{hint}")
        case "required":
            yield from (problem(f"'{key}' is missing") for key in schema["required"] if key not in value)
        case "type":
            where, wanted = fault.where, schema["type"]
            name = f"'{where[-1]}'" if where and isinstance(where[-1], str) else "this entry" if where else "the file"
            yield problem(f"{name} must be {_KINDS[wanted] if isinstance(wanted, str) else 'text or a number'}")
        case "enum":
            known = [each for each in schema["enum"] if isinstance(each, str)]
            yield problem(f"'{value}' is not one of {', '.join(known)}{did_you_mean(str(value), known)}")
        case "minItems" | "minProperties":
            yield problem(f"'{(fault.where or ('the file',))[-1]}' needs at least one entry")
        case "minLength":
            yield problem("this text is empty")
        case "maxLength":
            yield problem(f"this text is longer than {schema['maxLength']} characters")
        case "anyOf":
            # Of what can stand here, the mapping: a text is wrong as a whole, a mapping in one of its keys.
            inner = [each for each in fault.inner if each.keyword not in ("const", "type") or each.where != fault.where]
            if isinstance(value, dict) and inner:
                for each in inner:
                    yield from _explain(source, each)
            else:
                yield problem(f"must be {schema['description']}")
        case "pattern":
            yield problem(f"'{value}' must be {schema['description']}")
        case _:
            yield problem(f"does not have the shape that '{fault.keyword}' of its schema asks for")
