"""What a number is measured in: a unit, a currency or a share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.models import Number


def tidy(value: float, *, figures: int = 12) -> Number:
    """``value`` to so many ``figures``, without the noise of binary fractions, as ``int`` where it is whole."""
    value = float(f"{value:.{figures}g}")
    return int(value) if value.is_integer() else value


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands around a number.

    ``symbol`` is a UCUM-like symbol, an ISO 4217 code, or ``%``, ``points``, ``basis points``; ``None`` for a currency
    that the text leaves open, and ``reason`` says which are possible. ``factors`` multiply low, number and high into
    ``symbol`` (an unclear ton is 0.907 to 1 t, a cent 0.01 of its currency). ``per`` is what a rate is counted by, and
    ``noun`` what the measure itself says is counted (an age).
    """

    kind: Literal["unit", "money", "percent"]
    symbol: str | None
    per: str | None = None
    noun: str | None = None
    reason: str | None = None
    factors: tuple[float, float, float] = (1.0, 1.0, 1.0)

    def scaled(self, *bounds: Number | None) -> tuple[Number | None, ...]:
        """``bounds`` (low, number, high) in ``symbol``; to four figures where a word leaves open which unit it is."""
        figures = 12 if len(set(self.factors)) == 1 else 4
        return tuple(
            bound if bound is None or factor == 1 else tidy(bound * factor, figures=figures)
            for bound, factor in zip(bounds, self.factors, strict=True)
        )

    def same(self, other: Measure) -> bool:
        """Whether both can be measured in the same thing, so that a range can run from one to the other."""
        if self.kind != other.kind:
            return False
        if self.symbol is None or other.symbol is None:  # US$2 to $3
            named = self.symbol or other.symbol
            return self.reason == other.reason or bool(named and named in (self.reason or other.reason or ""))
        return (self.symbol, self.reason) == (other.symbol, other.reason)
