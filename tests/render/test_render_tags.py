"""Elements that say nothing go; what they held is read in the same order, by who held them."""

from __future__ import annotations

from typing import Any

import pydyf
import pytest

from factcheck.render.tags import simplify

Tree = tuple[str, list[Any]]
"""The kind of an element, and what it holds: other elements, and the numbers of what is on the page."""


def made(pdf: pydyf.PDF, tree: Tree, parent: bytes, owners: dict[int, Any]) -> Any:
    kind, kids = tree
    about = {"Type": "/StructElem", "S": f"/{kind.rstrip('!')}", "K": pydyf.Array(), "Pg": b"1 0 R", "P": parent}
    element = pydyf.Dictionary(about | ({"Alt": pydyf.String("said")} if kind.endswith("!") else {}))
    pdf.add_object(element)
    for kid in kids:
        if isinstance(kid, int):
            owners[kid] = element.reference
            element["K"].append(kid)
        else:
            element["K"].append(made(pdf, kid, element.reference, owners).reference)
    return element


def read(pdf: pydyf.PDF, element: Any, owners: dict[int, bytes]) -> Tree:
    kids: list[Any] = []
    for kid in element["K"]:
        if isinstance(kid, int):
            assert owners[kid] == element.reference
            kids.append(kid)
        else:
            inner = pdf.objects[int(kid.split()[0])]
            assert inner["P"] == element.reference
            assert inner.free == "n"
            kids.append(read(pdf, inner, owners))
    return element["S"][1:] + ("!" if "Alt" in element else ""), kids


@pytest.mark.parametrize(
    ("kids", "left"),
    [
        ([("P", [("Span", [0]), ("Span", [1])])], [("P", [0, 1])]),
        ([("P", [("NonStruct", [("Span", [0])]), ("Span", [1]), ("Link", [2])])], [("P", [0, 1, ("Link", [2])])]),
        ([("TD", [("Span", [("Span", [0]), ("NonStruct", [("Span", [1])])])])], [("TD", [0, 1])]),
        # What only groups elements has no content of its own.
        ([("Div", [("Span", [0]), ("Span", [1])])], [("Div", [("Span", [0]), ("Span", [1])])]),
        ([("Div", [("NonStruct", [("Span", [0]), ("P", [("Span", [1])])])])], [("Div", [("Span", [0]), ("P", [1])])]),
        ([("Div", [("NonStruct", [0])])], [("Div", [("NonStruct", [0])])]),
        ([("NonStruct", [("NonStruct", [("H1", [("Span", [0])])])])], [("H1", [0])]),
        ([("NonStruct", []), ("P", [("NonStruct", [])])], [("P", [])]),
        # What has words or attributes of its own stays.
        ([("P", [("Span!", [("Span", [0])]), ("NonStruct!", [1])])], [("P", [("Span!", [0]), ("NonStruct!", [1])])]),
    ],
)
def test_elements_that_say_nothing_go(kids: list[Tree], left: list[Tree]) -> None:
    pdf = pydyf.PDF()
    owners: dict[int, Any] = {}
    document = made(pdf, ("Document", kids), b"", owners)
    parents = [[owners[number] for number in sorted(owners)]]
    simplify(pdf.objects, document, parents)
    assert read(pdf, document, dict(enumerate(parents[0]))) == ("Document", left)


def test_what_is_said_of_an_annotation_is_part_of_its_element() -> None:
    pdf = pydyf.PDF()
    document = made(pdf, ("Document", [("P", [("Link", [0])])]), b"", {})
    link = pdf.objects[-1]
    about = pydyf.Dictionary({"Type": "/OBJR", "Obj": b"9 0 R"})
    pdf.add_object(about)
    link["K"].insert(0, about.reference)
    simplify(pdf.objects, document, [[link.reference], link.reference])
    assert link["K"] == [about, 0]
    assert about.free == "f"
