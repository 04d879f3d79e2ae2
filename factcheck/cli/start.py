"""A quick start: nothing imported that a command does not use. And a quick end."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

SELDOM = 500_000
"""New objects after which Python looks for garbage; a command makes hundreds of thousands and drops few of them."""


def collect_seldom() -> None:
    """Have Python look for garbage less often, and not through all there is when it ends."""
    gc.set_threshold(SELDOM, 20, 20)
    atexit.register(gc.freeze)


@contextmanager
def without_commands_of_spacy() -> Iterator[None]:
    """With itself, spaCy imports its own command line, for one function: a third of the time that its import takes.

    In here an empty module stands in for it, unless it is there already. Afterwards it can be imported as ever.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if any(name in sys.modules for name in ("spacy", *names)):
        yield
        return
    empty = {name: ModuleType(name) for name in names}
    vars(empty["spacy.cli.info"])["info"] = None
    sys.modules.update(empty)
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)
        for name in ("cli", "info"):
            if (spacy := sys.modules.get("spacy")) and not isinstance(vars(spacy).get(name), ModuleType):
                vars(spacy).pop(name, None)
