"""What the layout engine works out anew for each box, each line of text and each sheet, remembered.

Each function here stands in for one of WeasyPrint's and gives the same, so that the pages are the same to the byte. It
does so only while WeasyPrint's own is the one that it was written for; otherwise that one stays, and pages take longer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
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
    "setup": "fb227a55094f41d42fbd57f180d8b7a9a1e741969ec8ddb3fd5cd80920257442",
    "set_computed_styles": "b5b15856b8beff3f49e20ac0309d7b45fb2a5192d826dd65e05b3009b8285c46",
    "set_text": "fe23ca9937dbf5205bda422f9c01103f301ef2c511228842632ea86e853274f7",
    "deactivate": "bfec3ec8406e1c82a91f9570103eb5ecbc5a20c1339ff26bb0f4eafb03189f0b",
    "reactivate": "0b89ee097104b71376c179f48a98858708b07169dc0212c393263a1a831607c9",
}
"""The functions that have a stand-in, with the SHA-256 of their source in WeasyPrint 70."""
MOST = 2_000
"""Styles that are kept, so that a template with a style for each element does not fill the memory."""
_ENDS = "\n", "\r", "\u2029"
"""What ends a paragraph."""
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
    from weasyprint.text.line_break import Layout, strut

    makers: list[tuple[Function, Callable[[Function], Function]]] = [
        (resolve_percentages, _lengths),
        (strut, _of_style),
        (Layout.setup, _copies),
        (StyleFor.set_computed_styles, _styles),
        (Layout.set_text, _one_paragraph),
        (Layout.deactivate, _kept),
        (Layout.reactivate, _found_kept),
    ]
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("weasyprint.")]
    return tuple(
        StandIn(owner, own.__name__, own, function)
        for own, make in makers
        if _source(own) == KNOWN[own.__name__]
        for function in [make(own)]
        for owner in (Layout, StyleFor, *modules)
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


def _copies(own: Function) -> Function:
    """What Pango has to know of a style to set a line in it, told once and then copied."""
    from weasyprint.text.ffi import ffi, gobject, pango

    ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);", override=True)

    @_of_style
    def first(style: Any) -> Any:
        layout = SimpleNamespace()
        own(layout, style)
        return layout

    @wraps(own)
    def setup(self: Any, style: Any) -> None:
        vars(self).update(vars(first(style)))
        self.layout = ffi.gc(pango.pango_layout_copy(self.layout), gobject.g_object_unref)

    return setup


def _one_paragraph(own: Function) -> Function:
    """Pango is told before it sets a text that it is one paragraph; to be told when it is drawn, it sets it again."""
    from weasyprint.text.ffi import pango

    @wraps(own)
    def set_text(self: Any, text: str, justify: bool = False) -> None:
        is_one = not any(end in text for end in _ENDS)
        pango.pango_layout_set_single_paragraph_mode(self.layout, is_one)
        own(self, text, justify)

    return set_text


def _kept(own: Function) -> Function:
    """A line stays as it was set until it is drawn, which would set it again."""

    @wraps(own)
    def deactivate(self: Any) -> None:
        if vars(self).pop("factcheck_drawn", False):
            own(self)

    return deactivate


def _found_kept(own: Function) -> Function:
    @wraps(own)
    def reactivate(self: Any, style: Any) -> None:
        if self.justification_spacing or "layout" not in vars(self):
            own(self, style)
        self.factcheck_drawn = True

    return reactivate


def _styles(own: Function) -> Function:
    """One style for the same declarations below the same parent, on every sheet."""
    kept: dict[Any, Any] = {}
    derived = _derived()

    @wraps(own)
    def set_computed_styles(self: Any, element: Any, parent: Any, **about: Any) -> None:
        place = element, about.get("pseudo_type")
        computed = self.get_computed_styles()
        cascaded = self.get_cascaded_styles().get(place, {})
        declared = [item for item in cascaded.items() if item[0] != "anchor"]
        above = self.font_config if parent is None else computed[parent, None]
        above = vars(above).get("base", above)
        key = id(above), place[1], about.get("base_url"), _hashable(declared)
        is_new = key not in kept
        if is_new:
            own(self, element, parent, **about)
            if len(kept) == MOST or not _is_shared(declared):
                return
            kept[key] = above, computed[place]  # what is above lives on, and its id with it
            computed[place]["anchor"] = None  # who shares it has none, or one of its own
        base = kept[key][1]
        single = "anchor" in cascaded or not hasattr(element, "tag")  # an element with an id, or a page
        computed[place] = derived(base, cascaded) if single else base
        if "anchor" in cascaded and not is_new:
            about["target_collector"].collect_anchor(computed[place]["anchor"])

    return set_computed_styles


@cache
def _derived() -> type:
    from weasyprint.css import ComputedStyle

    class Derived(ComputedStyle):  # type: ignore[misc]  # WeasyPrint has no types
        """A style that has all but its anchor from another, until it is changed."""

        def __init__(self, base: Any, cascaded: Any) -> None:
            self.__dict__.update(vars(base), base=base, cascaded=cascaded)

        def __missing__(self, key: str) -> Any:
            value = self[key] = super().__missing__(key) if key == "anchor" else self.base[key]
            return value

        @property
        def anonymous_style(self) -> Any:
            return self.base.anonymous_style

    return Derived


def _is_shared(value: Any) -> bool:
    """Whether a value is the same on every sheet: neither a share of the page's size nor a function that may be one."""
    from weasyprint.css.units import VIEWPORT_UNITS

    if unit := getattr(value, "unit", None):
        return unit.lower() not in VIEWPORT_UNITS
    if isinstance(value, (list, tuple)):
        return all(map(_is_shared, value))
    return not hasattr(value, "arguments")


def _hashable(value: Any) -> Any:
    """A value as part of a key."""
    try:
        hash(whole := tuple(value) if isinstance(value, list) else value)
    except TypeError:
        return tuple(map(_hashable, value))
    return whole
