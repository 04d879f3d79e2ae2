"""Templates to HTML: Jinja2 in its sandbox, everything escaped, nothing undefined."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from factcheck.errors import FactcheckError

SHIPPED = "factcheck"
"""``{% extends "factcheck/cards.html" %}`` names the template that ships, also from a desk's own ``cards.html``."""

# Controls, surrogates, noncharacters, and the marks that turn the direction of text: each would print as nothing,
# or make the rest of the line read other than it is stored.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_REPLACEMENT = "□"
_LONG = re.compile(r"(\S{24})(?=\S)")


class Templates:
    """The templates of a run, a desk's own folders before the one that ships."""

    def __init__(self, folders: Sequence[Path], **everywhere: Any) -> None:
        """``folders``: where to look, in this order, ours last; ``everywhere``: what every template sees."""
        self.characters: set[str] = set()
        """All characters that were printed, and those that could not be."""
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(folders), PrefixLoader({SHIPPED: FileSystemLoader(folders[-1])})]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._printable,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.show(**everywhere)
        self._environment.filters["breakable"] = breakable

    def show(self, **everywhere: Any) -> None:
        """Have every template see this, too, from now on."""
        self._environment.globals.update(everywhere)

    def read(self, names: Iterable[str]) -> None:
        """Read templates that will be rendered. Raises ``TemplateError`` for a fault in one."""
        for name in names:
            self._environment.get_template(name)

    def render(self, name: str, **values: Any) -> str:
        """The text of a template. Raises ``FactcheckError`` for a fault in it, with file and line."""
        try:
            text = self._environment.get_template(name).render(values)
        except TemplateSyntaxError as error:
            path = error.filename or error.name or name
            raise FactcheckError.of(path, error.message or "is not a template", line=error.lineno) from error
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            path, line = _place(error, name)
            raise FactcheckError.of(path, str(error) or type(error).__name__, line=line) from error
        self.characters.update(text)
        return text

    def _printable(self, value: Any) -> Any:
        """What an expression prints: a character that cannot be printed becomes a sign that can."""
        if isinstance(value, Markup):
            return value
        text = str(value)
        self.characters.update(_UNPRINTABLE.findall(text))
        return _UNPRINTABLE.sub(_REPLACEMENT, text)


def breakable(text: str) -> str:
    """A text whose very long words may break, at a zero-width space after each 24 characters.

    The layout engine finds a break by shaping all that is left of the word, again for each line.
    """
    return _LONG.sub("\\1\u200b", text)


def _place(error: Exception, name: str) -> tuple[str, int | None]:
    """The file and line of a template that an error came from; Jinja2 puts them in the traceback."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".css")):
            return frame.filename, frame.lineno
    return name, None
