"""What a number is measured in: a unit, a currency or a share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Measure:
    """``symbol`` is a UCUM-like symbol, an ISO 4217 code, or ``%``, ``points``, ``basis points``.

    ``symbol`` is ``None`` for a currency that the text leaves open; ``reason`` then says which are possible.
    ``per`` is what the rate is counted by.
    """

    kind: Literal["unit", "money", "percent"]
    symbol: str | None
    per: str | None = None
    reason: str | None = None
    factor: float = 1.0
