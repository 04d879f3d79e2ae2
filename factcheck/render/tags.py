"""The tag tree without the elements that say nothing, which are most of those that the layout engine makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

TEXT = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LBody", "/Lbl", "/TH", "/TD", "/Span", "/Link"}
"""Elements that may hold content themselves; others only group elements (ISO 32000-1, 14.8.4.2)."""
_BARE = {"Type", "S", "P", "Pg", "K"}
"""The entries of an element that has no attributes, no language and no other words for what it holds."""


def simplify(objects: Sequence[Any], document: Any, parents: Sequence[Any]) -> None:
    """Put what such elements hold in their places, from ``document`` on, and free them.

    These are NonStruct, which is passed over by definition, and Span in a text. What says that an annotation belongs to
    an element becomes a part of that element. ``objects`` are those of a file by number, ``parents`` the values of its
    parent tree. Reading order stays.
    """
    owners: dict[bytes, bytes] = {}
    unread = [document]
    while unread:
        element = unread.pop()
        is_text, kids, own = element["S"] in TEXT, element["K"], element.reference
        left, held = kids[::-1], []
        while left:
            kid = left.pop()
            if type(kid) is not bytes:  # marked content on the page, by its number
                held.append(kid)
                continue
            inner = objects[int(kid.split()[0])]
            if inner["Type"] == "/OBJR":
                inner.free = "f"
                held.append(inner)
            elif _says_nothing(inner, in_text=is_text):
                inner.free = "f"
                owners[kid] = own
                left += inner["K"][::-1]
            else:
                inner["P"] = own
                held.append(kid)
                unread.append(inner)
        kids[:] = held
    for known in parents:
        if isinstance(known, list):
            known[:] = [owners.get(reference, reference) for reference in known]


def _says_nothing(element: Any, *, in_text: bool) -> bool:
    if element["S"] == "/NonStruct":
        may_go = in_text or all(type(kid) is bytes for kid in element["K"])
    else:
        may_go = in_text and element["S"] == "/Span"
    return may_go and element.keys() <= _BARE
