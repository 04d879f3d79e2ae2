"""Pieces, which may come from several processes, to one PDF: pages, tags, bookmarks, links, fields and files.

A piece is written into the file when it comes, but for its share in what the file has once. All numbers follow from the
order in which pieces come, so that it does not matter who made which.
"""

from __future__ import annotations

import mimetypes
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import md5

import pydyf

from factcheck.render import truetype
from factcheck.render.piece import MARK, Font, Piece, Stream, filled
from factcheck.render.trees import Trees
from factcheck.render.writer import Writer


class Binding:
    """The file under way."""

    def __init__(self) -> None:
        self._file = Writer()
        self._trees = Trees(self._file)
        self._keys = 0
        self._streams: dict[bytes, int] = {}
        self._fonts: dict[bytes, tuple[int, list[frozenset[int] | None]]] = {}

    def add(self, place: int, piece: Piece) -> None:
        """Take in the piece that has this place among all; pieces may come in any order."""
        first = self._file.number(piece.count)
        new: list[tuple[int, Stream]] = []
        numbers = [
            *self._trees.roots,
            *range(first, first + piece.count),
            *self._streams_of(piece, new),
            *map(self._font, piece.fonts),
            *(self._file.number() for _ in piece.share.bookmarks),
            *map(self._trees.target, piece.links),
        ]
        table = [b"%d 0 R" % number for number in numbers]
        table += [b"%d" % key for key in range(self._keys, self._keys + piece.keys)]
        for number, written in enumerate(filled((piece.objects,), table), first):
            self._file.put(number, written)
        for number, stream in new:
            (extra,) = filled((stream.extra,), table)
            self._file.put_stream(number, extra, stream.content)
        self._keys += piece.keys
        self._trees.add(place, replace(piece, objects=b"", streams=(), share=piece.share.filled(table)))

    def _streams_of(self, piece: Piece, new: list[tuple[int, Stream]]) -> Iterator[int]:
        """The numbers of streams. What is the same in many pieces is in the file once; ``new`` is yet to be put."""
        own: dict[bytes, int] = {}
        for stream in piece.streams:
            known = own if MARK in stream.extra else self._streams
            digest = md5(stream.extra + stream.content, usedforsecurity=False).digest()
            if digest not in known:
                known[digest] = self._file.number()
                new.append((known[digest], stream))
            yield known[digest]

    def _font(self, font: Font) -> int:
        """The number of a font's file, which is put when it is known what all pieces show of it."""
        if font.digest not in self._fonts:
            self._fonts[font.digest] = self._file.number(), []
        number, glyphs = self._fonts[font.digest]
        glyphs.append(font.glyphs)
        return number

    def finish(self, files: Mapping[bytes, bytes], attach: Mapping[str, bytes], *, made: date, archive: bool) -> bytes:
        """The whole file, with the files of ``attach`` (by name) embedded, which are of the day ``made``.

        ``files`` are those of the fonts, by their SHA-256. A link to an anchor that no piece has leads nowhere.
        ``archive``: the file gets an identifier, as PDF/A wants it to.
        """
        for digest, (number, glyphs) in self._fonts.items():
            used = None if None in glyphs else {glyph for each in glyphs if each for glyph in each}
            content = truetype.subset(files[digest], used)
            self._put_stream(b"/Length1 %d" % len(content), content, number)
        embedded = [self._embedded(name, attach[name], made) for name in sorted(attach)]
        catalog, info = self._trees.put(embedded)
        return self._file.finish(catalog, info, identify=archive)

    def _embedded(self, name: str, content: bytes, made: date) -> tuple[str, bytes]:
        """The name of a file and a reference to what is said about it (ISO 32000-2, 7.11.4 and 14.13)."""
        known, _ = mimetypes.MimeTypes().guess_type(name)  # those of Python, not of this machine
        kind = (known or "application/octet-stream").replace("/", "#2f").encode()
        day = pydyf.String(f"D:{made:%Y%m%d}000000Z").data
        checksum = md5(content, usedforsecurity=False).hexdigest().encode()
        params = b"/Size %d/CheckSum <%b>/CreationDate %b/ModDate %b" % (len(content), checksum, day, day)
        inside = self._put_stream(b"/Type /EmbeddedFile/Subtype /%b/Params <<%b>>" % (kind, params), content)
        about = b"<</Type /Filespec/AFRelationship /Data/EF <</F %d 0 R>>/F %b/UF %b/Desc %b>>"
        number = self._file.number()
        self._file.put(number, about % (inside, *[pydyf.String(name).data] * 3))
        return name, b"%d 0 R" % number

    def _put_stream(self, extra: bytes, content: bytes, number: int | None = None) -> int:
        """Put a stream that is not compressed yet; gives its number."""
        number = self._file.number() if number is None else number
        self._file.put_stream(number, extra + b"/Filter /FlateDecode", zlib.compress(content))
        return number
