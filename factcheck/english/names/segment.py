"""One name in a document: where it stands and what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.english.names.lexicon import Gender
from factcheck.models import EntityType


@dataclass(slots=True)
class Segment:
    """One name, or a title that stands alone (``entity`` ``None`` and ``title`` all of it).

    Tokens ``start`` to ``end``; ``title`` is where the role words right before it stand; ``weight`` is how much the
    form alone says for ``entity``, 0 to 10; ``name`` is the gazetteer's.
    """

    start: int
    end: int
    entity: EntityType | None = None
    weight: float = 0.0
    name: str | None = None
    title: tuple[int, int] | None = None
    gender: Gender = "u"
