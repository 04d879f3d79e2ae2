"""What the layout engine has to say, to be passed on to the caller."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager

_SAID_BETTER = (
    ".notdef glyph rendered",  # all missing characters are named in one message of ours
    "Using fontTools instead of HarfBuzz-Subset",  # costs a second and nothing else; `factcheck doctor` says so
)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.startswith(_SAID_BETTER):
            self.messages.setdefault(message)


@contextmanager
def collected() -> Iterator[Collection[str]]:
    """The different warnings that WeasyPrint logs inside the block, which are complete at its end."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
