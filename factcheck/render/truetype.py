"""A TrueType font as a PDF needs it: with the glyphs that it shows and nothing that the layout was made with."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Collection, Iterator, Mapping

TABLES = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
"""What a PDF wants of a font whose glyphs it names by number (ISO 32000-1, 9.9)."""
_RECORD = struct.Struct(">4sIII")
"""An entry of the table directory: tag, checksum, offset and length (ISO/IEC 14496-22, 4.3)."""
_WHOLE = 0xB1B0AFBA
"""What the checksum of a font, with the adjustment in its header, comes to."""
_WORDS, _MORE, _SCALES = 0x01, 0x20, {0x08: 2, 0x40: 4, 0x80: 8}
"""Flags of a part of a composite glyph: long arguments, more parts; and the bytes of its scale (5.3.3)."""


def subset(content: bytes, glyphs: Collection[int] | None) -> bytes:
    """The font with these glyphs, which keep their numbers, and those that they are composed of; ``None`` for all."""
    tables = {tag: table for tag, table in _tables(content).items() if tag in TABLES}
    if glyphs is not None:
        _drop(tables, glyphs)
    return _written(tables)


def _tables(content: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", content, 4)
    records = (_RECORD.unpack_from(content, 12 + index * _RECORD.size) for index in range(count))
    return {tag.decode("latin-1"): content[start : start + length] for tag, _, start, length in records}


def _drop(tables: dict[str, bytes], glyphs: Collection[int]) -> None:
    """Make all other glyphs empty, and leave out those after the last."""
    (is_long,) = struct.unpack_from(">h", tables["head"], 50)
    starts = _numbers("I" if is_long else "H", tables["loca"])
    scale = 1 if is_long else 2
    outlines = {}
    open_ = {0, *glyphs}
    while open_:
        glyph = open_.pop()
        outlines[glyph] = tables["glyf"][starts[glyph] * scale : starts[glyph + 1] * scale]
        open_ |= set(_parts(outlines[glyph])) - outlines.keys()

    count = max(outlines) + 1
    ends = array(starts.typecode, [0])
    for glyph in range(count):
        ends.append(ends[-1] + len(outlines.get(glyph, b"")) // scale)
    tables["loca"] = _bytes(ends)
    tables["glyf"] = b"".join(outline for _, outline in sorted(outlines.items()))
    tables["maxp"] = _with(tables["maxp"], 4, ">H", count)

    (metrics,) = struct.unpack_from(">H", tables["hhea"], 34)
    kept, given = min(metrics, count), tables["hmtx"]  # glyphs after the last metric are as wide as that one
    shown = outlines.keys() | {metrics - 1}
    widths = b"".join(given[4 * glyph : 4 * glyph + 4] if glyph in shown else bytes(4) for glyph in range(kept))
    tables["hmtx"] = widths + given[4 * kept : 4 * kept + 2 * (count - kept)]
    tables["hhea"] = _with(tables["hhea"], 34, ">H", kept)


def _parts(outline: bytes) -> Iterator[int]:
    """The glyphs that a composite one is made of; none for another."""
    more = outline[:1] >= b"\x80"  # a negative number of contours
    place = 10
    while more:
        flags, glyph = struct.unpack_from(">HH", outline, place)
        yield glyph
        place += 4 + (4 if flags & _WORDS else 2) + sum(size for flag, size in _SCALES.items() if flags & flag)
        more = bool(flags & _MORE)


def _written(tables: Mapping[str, bytes]) -> bytes:
    """The font of these tables (ISO/IEC 14496-22, 4.3)."""
    count, power = len(tables), len(tables).bit_length() - 1
    directory = [struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * (count - (1 << power)))]
    body: list[bytes] = []
    place = 12 + count * _RECORD.size
    for tag, table in sorted(tables.items()):
        if tag == "head":
            table, header = _with(table, 8, ">I", 0), place  # noqa: PLW2901
        padded = table + bytes(-len(table) % 4)
        directory.append(_RECORD.pack(tag.encode("latin-1"), _checksum(padded), place, len(table)))
        body.append(padded)
        place += len(padded)
    font = b"".join((*directory, *body))
    return _with(font, header + 8, ">I", (_WHOLE - _checksum(font)) % 2**32)


def _checksum(padded: bytes) -> int:
    return sum(_numbers("I", padded)) % 2**32


def _numbers(kind: str, table: bytes) -> array[int]:
    """Numbers of 16 ("H") or 32 bits ("I"), which a font has with the highest byte first."""
    numbers = array(kind, table)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _bytes(numbers: array[int]) -> bytes:
    return _numbers(numbers.typecode, numbers.tobytes()).tobytes()


def _with(table: bytes, place: int, kind: str, number: int) -> bytes:
    changed = bytearray(table)
    struct.pack_into(kind, changed, place, number)
    return bytes(changed)
