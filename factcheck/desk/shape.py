"""JSON Schema (2020-12) for what :mod:`factcheck.desk.source` reads: mappings, lists and texts, no other values.

Of its keywords only those that the shipped schemas use: a library that knows all of them takes longer to import, and
several times as long to check a hundred checklists at each start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.desk.source import Where

_TYPES = {"object": dict, "array": list, "string": str}

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that does not have its shape. ``schema`` is the part that says so, by its ``keyword``.

    ``where`` leads to the value, ``None`` where it is a key. ``inner`` are the faults of all ways of an ``anyOf``.
    """

    value: Any
    where: Where | None
    keyword: str
    schema: Schema
    inner: tuple[Fault, ...] = ()


def faults(data: Any, schema: Schema) -> Iterator[Fault]:
    """Every value of a file that does not have its shape."""
    return _Shapes(schema.get("$defs", {})).faults(data, schema, ())


@dataclass(frozen=True, slots=True)
class _Shapes:
    named: Mapping[str, Schema]

    def faults(self, value: Any, schema: Schema, where: Where | None) -> Iterator[Fault]:
        if "$ref" in schema:
            yield from self.faults(value, self.named[schema["$ref"].removeprefix("#/$defs/")], where)
        if "type" in schema and not _is(value, schema["type"]):
            yield Fault(value, where, "type", schema)
        if "enum" in schema and value not in schema["enum"]:
            yield Fault(value, where, "enum", schema)
        if "const" in schema and value != schema["const"]:
            yield Fault(value, where, "const", schema)
        if "anyOf" in schema:
            ways = [tuple(self.faults(value, way, where)) for way in schema["anyOf"]]
            if all(ways):
                yield Fault(value, where, "anyOf", schema, tuple(fault for way in ways for fault in way))
        if "not" in schema and not any(self.faults(value, schema["not"], where)):
            yield Fault(value, where, "not", schema)
        if "if" in schema and not any(self.faults(value, schema["if"], where)):
            yield from self.faults(value, schema["then"], where)
        if isinstance(value, str):
            yield from _of_text(value, schema, where)
        elif isinstance(value, list):
            yield from self._of_list(value, schema, where or ())
        elif isinstance(value, dict):
            yield from self._of_mapping(value, schema, where or ())

    def _of_list(self, value: list[Any], schema: Schema, where: Where) -> Iterator[Fault]:
        if len(value) < schema.get("minItems", 0):
            yield Fault(value, where, "minItems", schema)
        if "items" in schema:
            for index, item in enumerate(value):
                yield from self.faults(item, schema["items"], (*where, index))

    def _of_mapping(self, value: dict[str, Any], schema: Schema, where: Where) -> Iterator[Fault]:
        if len(value) < schema.get("minProperties", 0):
            yield Fault(value, where, "minProperties", schema)
        if any(key not in value for key in schema.get("required", ())):
            yield Fault(value, where, "required", schema)
        known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
        if others is False and any(key not in known for key in value):
            yield Fault(value, where, "additionalProperties", schema)
        for key, content in value.items():
            if "propertyNames" in schema:
                yield from self.faults(key, schema["propertyNames"], None)
            if key in known:
                yield from self.faults(content, known[key], (*where, str(key)))
            elif isinstance(others, Mapping):
                yield from self.faults(content, others, (*where, str(key)))


def _is(value: Any, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    return any(name in _TYPES and isinstance(value, _TYPES[name]) for name in names)


def _of_text(value: str, schema: Schema, where: Where | None) -> Iterator[Fault]:
    if "minLength" in schema and len(value) < schema["minLength"]:
        yield Fault(value, where, "minLength", schema)
    if "maxLength" in schema and len(value) > schema["maxLength"]:
        yield Fault(value, where, "maxLength", schema)
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield Fault(value, where, "pattern", schema)
