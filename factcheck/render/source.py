"""A sheet's HTML as the layout engine takes it."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from weasyprint import CSS, HTML

from factcheck.render.assets import BASE, Assets


class Source(HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """A page of HTML. Where it is well-formed XML, as ours is, a parser in C reads it, in a twentieth of the time."""

    wrapper_element: Any

    def __init__(self, text: str, *, elements: CSS, assets: Assets) -> None:
        """``elements`` is what elements look like by themselves; ``assets`` are the files that the page may load."""
        self._elements = elements
        root = _parsed(text)
        super().__init__(string=text if root is None else "<html></html>", base_url=BASE, url_fetcher=assets)
        if root is not None:
            self.wrapper_element = type(self.wrapper_element).from_html_root(root, content_language=None)
            self.etree_element = root

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        """In place of the engine's own stylesheet."""
        return [self._elements]


def _parsed(text: str) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(text)  # noqa: S314 - of templates, where all that they print is escaped
    except ElementTree.ParseError:
        return None
