"""Finding the stretch of a text that an offset falls in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """Disjoint half-open stretches of a text, in order, that can be asked for an offset in O(log n)."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Take (start, end) pairs in any order."""
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.ends = [end for _, end in ordered]

    def at(self, offset: int) -> int:
        """The index of the last stretch that starts at or before ``offset``; 0 where none does."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def holds(self, offset: int) -> bool:
        """Whether ``offset`` is inside one of the stretches."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]

    def reserve(self, start: int, end: int) -> bool:
        """Add start..end; false, and nothing added, where a stretch holds part of it already."""
        at = bisect_right(self.starts, start)
        if (at and self.ends[at - 1] > start) or (at < len(self.starts) and self.starts[at] < end):
            return False
        self.starts.insert(at, start)
        self.ends.insert(at, end)
        return True
