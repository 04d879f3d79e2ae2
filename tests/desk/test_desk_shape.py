"""Our reading of the shipped schemas is that of a library which knows all of JSON Schema."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck import desk
from factcheck.desk.schema import text_of
from factcheck.desk.shape import faults

SCHEMAS = {name: json.loads(text_of(name)) for name in ("checklist", "form", "session")}
KNOWN = (
    {"$ref", "$defs", "type", "enum", "const", "anyOf", "not", "if", "then"}
    | {"minLength", "maxLength", "pattern", "minItems", "items"}
    | {"minProperties", "required", "properties", "additionalProperties", "propertyNames"}
)
SAID_TO_EDITORS = {"$id", "$schema", "description", "exclusiveMinimum", "title"}  # a file has no numbers
WHOLE = {
    "checklist": """
        type: flood_level
        extends: flood
        remove: {words: {rose: [climbed]}, phrases: [<level> ... high]}
        title: Flood levels
        priority: high
        legal: "true"
        words: {rose: [rose, risen]}
        fields: {level: quantity}
        value: level
        phrases: [<rose> ... <level>]
        questions: [Where was it measured?]
        references: [{name: The gauge, url: "https://example.org/gauge"}]
        blanks: [Gauge]
        examples:
          - {text: The river rose 3 metres., finds: {level: 3 metres}}
          - {text: The river rose., finds: nothing}
        """,
    "form": """
        language: en
        paper: A4
        statuses: [{key: ok, letter: V, label: Verified, meaning: It stands.}]
        blanks: [[{key: source, label: Source, width: 2}, {key: how, width: 1.5, kind: choice, choices: {a: Call}}]]
        short_blanks: [{key: note, width: "3"}]
        sign_off: [Checker]
        labels: {cover: Cover}
        """,
    "session": """
        title: The flood
        articles: [flood.txt, {file: dam.md, published: 2019-03-27}]
        checkers: [Ann]
        checklists: {only: [money], without: [polls]}
        priorities: {money: low}
        paper: Letter
        group_by: speaker
        """,
}


def keywords(schema: Any) -> Iterator[str]:
    """The keywords of a schema; below ``properties`` and ``$defs`` the names are its own."""
    for keyword, content in schema.items():
        yield keyword
        named = content.values() if keyword in ("properties", "$defs") else [content]
        for each in named:
            for part in each if isinstance(each, list) else [each]:
                if isinstance(part, dict):
                    yield from keywords(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_use_no_keyword_that_we_do_not_read(name: str) -> None:
    assert set(keywords(SCHEMAS[name])) <= KNOWN | SAID_TO_EDITORS


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_whole_file_has_its_shape(name: str) -> None:
    assert list(faults(whole(name), SCHEMAS[name])) == []


@given(st.data())
def test_faults_are_those_that_a_library_finds(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SCHEMAS)))
    changed = data.draw(changes(whole(name), words(name)))
    ours = {(fault.where, fault.keyword) for fault in faults(changed, SCHEMAS[name])}
    theirs = {
        (None if "propertyNames" in error.absolute_schema_path else tuple(error.absolute_path), error.validator)
        for error in Draft202012Validator(SCHEMAS[name]).iter_errors(changed)
    }
    assert ours == theirs


def whole(name: str) -> Any:
    return desk.parse(WHOLE[name], Path(f"{name}.yaml")).data


def words(name: str) -> st.SearchStrategy[str]:
    """Names and values that the schema speaks of, and others."""
    said = [word for word in text_of(name).split('"')[1::2] if len(word) < 20]
    return st.one_of(st.sampled_from(said), st.text(max_size=3), st.just("x" * 600))


@st.composite
def changes(draw: st.DrawFn, value: Any, words: st.SearchStrategy[str]) -> Any:
    """``value`` with one of its parts left out, renamed or replaced by something else; perhaps several."""
    other = st.recursive(words, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2))
    for _ in range(draw(st.integers(1, 3))):
        inside = value
        while inside and isinstance(inside, (dict, list)):
            key = draw(st.sampled_from(sorted(inside) if isinstance(inside, dict) else range(len(inside))))
            if draw(st.booleans()):
                match draw(st.sampled_from(["replace", "remove", "rename"])):
                    case "replace":
                        inside[key] = draw(other)
                    case "rename" if isinstance(inside, dict):
                        inside[draw(words)] = inside.pop(key)
                    case _:
                        inside.pop(key)
                break
            inside = inside[key]
    return value
