"""The numbers of a text, whatever they count: with their ranges ("5 to 7") and hedges ("about 100"), without units.

For the kinds of this room that measure in numbers ("two days ago", "354 to 58"); ``amounts`` adds what is measured.
"""

from __future__ import annotations

from spacy.tokens import Doc

from factcheck.values import hedges, numerals, ranges
from factcheck.values.lexemes import Lexemes
from factcheck.values.numerals import Numeral

__all__ = ["Numeral", "find"]


def find(doc: Doc) -> tuple[Numeral, ...]:
    """Every number of ``doc`` in reading order, ordinals included (``Numeral.ordinal``).

    ``start`` and ``end`` are offsets into ``doc.text``, as ``token.idx`` is; a spaCy token may hold more ("3–4bn")
    or less ("twenty-five") than one number.
    """
    lex = Lexemes(doc.text)
    return tuple(ranges.enclose(lex, hedges.widen(lex, ranges.join(lex, numerals.scan(lex)))))
