"""WeasyPrint, imported without what takes half of its import: dozens of questions to a compiler and a linker."""

from __future__ import annotations

import ctypes.util
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


def load() -> None:
    """Import WeasyPrint. Raises ``OSError`` where a library that it needs is not there."""
    with warnings.catch_warnings(), _libraries_by_their_file():
        # On import it looks for fonts of the machine, which the pages do not use.
        warnings.filterwarnings("ignore", message="(No fonts configured in|FontConfig cannot load)")
        import weasyprint  # noqa: F401


@contextmanager
def _libraries_by_their_file() -> Iterator[None]:
    """On Linux, have no library looked for by the name that a compiler knows it by, as "pango-1.0".

    Among the names that WeasyPrint tries is that of the file, "libpango-1.0.so.0", which the system finds by itself.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
