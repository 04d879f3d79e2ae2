"""What the layout engine works out anew for each box, each line of text and each sheet, remembered.

Each function here stands in for one of WeasyPrint's and gives the same, so that the pages are the same to the byte. It
does so only while WeasyPrint's own is the one that it was written for; otherwise that one stays, and pages take longer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, wraps
from hashlib import sha256
from inspect import getsource
from types import SimpleNamespace
from typing import Any

Function = Callable[..., Any]

KNOWN = {
    "resolve_percentages": "71673078096fcf8764e6412933288cc79ba956eae0d939deda27beaeac45acad",
    "strut": "b57885b70dd08efe92f72a746709e08c576f47b90edb36f02925fefa15bb761a",
    "get_font_description": "85734b8947b9bf64ef27ff11d8f5355db76a2ae8efc9a6fed925dc9e2a1056ce",
    "set_computed_styles": "b5b15856b8beff3f49e20ac0309d7b45fb2a5192d826dd65e05b3009b8285c46",
}
"""The functions that have a stand-in, with the SHA-256 of their source in WeasyPrint 70."""
_LENGTHS = [
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
    *(f"{most}{side}" for most in ("", "min_", "max_") for side in ("width", "height")),
]
_BORDERS = [f"border_{side}_width" for side in ("top", "right", "bottom", "left")]


@dataclass(frozen=True, slots=True)
class StandIn:
    """A name that WeasyPrint has for one of its functions, and what to put there."""

    owner: Any
    name: str
    own: Function
    function: Function


@contextmanager
def quick(stand_ins: Sequence[StandIn]) -> Iterator[None]:
    """Pages that are laid out in here take less time. WeasyPrint is as it was afterwards."""
    for each in stand_ins:
        setattr(each.owner, each.name, each.function)
    try:
        yield
    finally:
        for each in stand_ins:
            setattr(each.owner, each.name, each.own)


def stand_ins() -> tuple[StandIn, ...]:
    """Those for the WeasyPrint that is installed. They remember what they have seen, for one stylesheet."""
    from weasyprint.css import StyleFor
    from weasyprint.layout.percent import resolve_percentages
    from weasyprint.text.fonts import get_font_description
    from weasyprint.text.line_break import strut

    makers: list[tuple[Function, Callable[[Function], Function]]] = [
        (resolve_percentages, _lengths),
        (strut, _of_style),
        (get_font_description, _of_style),
        (StyleFor.set_computed_styles, _styles),
    ]
    owners = [StyleFor, *(module for name, module in sorted(sys.modules.items()) if name.startswith("weasyprint."))]
    return tuple(
        StandIn(owner, own.__name__, own, function)
        for own, make in makers
        if _source(own) == KNOWN[own.__name__]
        for function in [make(own)]
        for owner in owners
        if vars(owner).get(own.__name__) is own
    )


@cache
def _source(own: Function) -> str:
    return sha256(getsource(own).encode()).hexdigest()


def _of_style(own: Function) -> Function:
    """A function of a style, which is asked once for each."""
    attribute = f"factcheck_{own.__name__}"

    @wraps(own)
    def remembered(style: Any) -> Any:
        known = vars(style)
        if attribute not in known:
            known[attribute] = own(style)
        return known[attribute]

    return remembered


def _lengths(own: Function) -> Function:
    """The lengths of a box, which follow from its style where none is a share of what is around it."""

    @_of_style
    def lengths(style: Any) -> dict[str, Any] | None:
        if any(style[name] != "auto" and getattr(style[name], "unit", None) != "px" for name in _LENGTHS):
            return None
        if style["border_collapse"] == "collapse" and (
            any(style[name] for name in _BORDERS) or any(part.startswith("table") for part in style["display"])
        ):
            return None  # cells share their borders with others
        box = SimpleNamespace(style=style)
        own(box, (0, 0))
        del box.style
        return vars(box)

    @wraps(own)
    def resolve_percentages(box: Any, containing_block: Any) -> None:
        found = lengths(box.style)
        if found is None:
            own(box, containing_block)
        else:
            vars(box).update(found)

    return resolve_percentages


def _styles(own: Function) -> Function:
    """One style for the same declarations below the same parent, on every sheet.

    Those of a single element (of its ``style`` or ``id``) are not kept, nor those of pages or of the page's size.
    """
    kept: dict[Any, Any] = {}

    @wraps(own)
    def set_computed_styles(self: Any, element: Any, parent: Any, **about: Any) -> None:
        pseudo_type = about.get("pseudo_type")
        cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
        computed = self.get_computed_styles()
        above = self.font_config if parent is None else computed[parent, None]
        declared = [*cascaded.items()]
        alone = not hasattr(element, "tag") or element.get("style") or "anchor" in cascaded or not _is_shared(declared)
        key = None if alone else (id(above), pseudo_type, about.get("base_url"), _frozen(declared))
        if key in kept:
            computed[element, pseudo_type] = kept[key][1]
            return
        own(self, element, parent, **about)
        if key:
            kept[key] = above, computed[element, pseudo_type]  # what is above lives on, and its id with it

    return set_computed_styles


def _is_shared(value: Any) -> bool:
    """Whether a value is the same on every sheet: neither a share of the page's size nor a function that may be one."""
    from weasyprint.css.units import VIEWPORT_UNITS

    if unit := getattr(value, "unit", None):
        return unit.lower() not in VIEWPORT_UNITS
    if isinstance(value, list | tuple):
        return all(map(_is_shared, value))
    return isinstance(value, Hashable) and not hasattr(value, "arguments")


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value
