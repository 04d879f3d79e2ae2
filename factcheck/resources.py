"""Where the files that ship with the program are, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent


@cache
def shipped(folder: str) -> Path:
    """The folder ``templates`` or ``checklists``: at the top of a checkout, inside the package in a wheel."""
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder


@cache
def word_list(path: str) -> tuple[str, ...]:
    """The lines of a shipped text file, without empty lines and ``#`` comments.

    ``path`` is relative to the package, as in ``english/data/ranks.txt``.
    """
    lines = (PACKAGE / path).read_text("utf-8").splitlines()
    return tuple(line for line in (line.split("#")[0].strip() for line in lines) if line)


@cache
def yaml_loader() -> Any:
    """PyYAML's safe loader, the one in C where it is there: about ten times as fast."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def word_table(path: str) -> Any:
    """The content of a shipped YAML file. ``path`` is relative to the package; treat the result as frozen."""
    import yaml

    return yaml.load((PACKAGE / path).read_text("utf-8"), Loader=yaml_loader())  # noqa: S506 - it is a safe loader
