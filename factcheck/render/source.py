"""A sheet's HTML as the layout engine takes it."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML

from factcheck.render.assets import BASE, Assets


class Source(HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """A page of HTML. Where it is well-formed XML, as ours is, a parser in C reads it, in a twentieth of the time."""

    def __init__(self, text: str, *, elements: CSS, assets: Assets) -> None:
        """``elements`` is what elements look like by themselves; ``assets`` are the files that the page may load."""
        self._elements = elements
        try:
            root = ElementTree.fromstring(text)  # noqa: S314 - of templates, where all that they print is escaped
        except ElementTree.ParseError:
            super().__init__(string=text, base_url=BASE, url_fetcher=assets)
            return
        self.base_url, self.url_fetcher, self.media_type = BASE, assets, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        """In place of the engine's own stylesheet, as its documentation of browsers' stylesheets foresees."""
        return [self._elements]
