"""The only files a page may load: the templates' own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

BASE = "file:///templates/"
"""Where relative addresses in templates start: no real folder, but the template folders laid over each other."""


class Assets(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Gives out files of the template folders and refuses every other address."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """``folders``: where to look, in this order."""
        super().__init__(allowed_protocols={"file"}, allow_redirects=False)
        self._folders = [folder.resolve() for folder in folders]

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file that ``url`` names; ``ValueError`` for an address outside the template folders."""
        parts = urlsplit(url)
        if url.startswith(BASE) and not parts.query:
            name = unquote(parts.path).removeprefix("/templates/")
            for folder in self._folders:
                path = (folder / name).resolve()
                if path.is_relative_to(folder) and path.is_file():
                    return URLFetcherResponse(url, path.read_bytes())
        raise ValueError(f"not a file of the templates: {url}")
