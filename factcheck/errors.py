"""Faults that a user can mend, each said in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. ``line`` and ``column`` count from 1; ``None`` where the fault is the file as a whole."""

    path: str
    line: int | None
    column: int | None
    message: str

    def __str__(self) -> str:
        where = [self.path, self.line, self.column]
        return ":".join(str(part) for part in where if part not in (None, "")) + f": {self.message}"


class FactcheckError(Exception):
    """The input is at fault. Carries every fault found, not the first only."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[FactcheckError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # errors come from other processes, too

    @classmethod
    def of(cls, path: object, message: str, *, line: int | None = None, column: int | None = None) -> FactcheckError:
        """An error with a single problem."""
        return cls([Problem(str(path), line, column, message)])
