"""docs/templates.md names what templates see: no more, no less."""

from __future__ import annotations

import dataclasses
import inspect
import re
from pathlib import Path

import pytest

from factcheck.resources import shipped
from factcheck.worksheet import form, pack

PAGE = Path(__file__).parents[2] / "docs" / "templates.md"
CLASSES = [
    each
    for module in (pack, form)
    for _, each in inspect.getmembers(module, dataclasses.is_dataclass)
    if each.__module__ == module.__name__
]


@pytest.mark.parametrize("each", CLASSES, ids=[each.__name__ for each in CLASSES])
def test_every_type_is_described_with_its_fields(each: type) -> None:
    section = PAGE.read_text("utf-8").split(f"### {each.__name__}\n")[1].split("\n##")[0]
    named = re.findall(r"`(\w+)`:", section)
    assert named == [field.name for field in dataclasses.fields(each)]


def test_nothing_is_described_that_is_not_there() -> None:
    assert sorted(re.findall(r"^### (\w+)", PAGE.read_text("utf-8"), re.M)) == sorted(each.__name__ for each in CLASSES)


@pytest.mark.parametrize("name", ["cover", "notes", "cards", "text", "call", "index"])
def test_the_blocks_of_a_template_are_named(name: str) -> None:
    blocks = re.findall(r"{% block (\w+)", (shipped("templates") / f"{name}.html").read_text("utf-8"))
    (row,) = re.findall(rf"^\| `{name}.html` .*\| (.*) \|$", PAGE.read_text("utf-8"), re.M)
    assert re.findall(r"`(\w+)`", row) == [block for block in blocks if block != "body"]


def test_every_label_is_printed_somewhere() -> None:
    used = "".join(path.read_text("utf-8") for path in sorted(shipped("templates").glob("*.html")))
    said = "".join(path.read_text("utf-8") for path in sorted(Path(pack.__file__).parent.glob("*.py")))
    computed = {
        "differs",
        "incomparable",
        "compatible",
        "agrees",
        "single",
        "answers",
        "silent",
        "speaks",
        "names",
        "places",
        "laws",
    }
    computed |= {"high", "normal", "low", "name", "signature", "date_time", "number", "as_written", "as_printed", "by"}
    for label in form.load().labels:
        assert label in computed or re.search(rf'labels(\.|\["){label}\b', used + said), label
