"""Pieces, which may come from several processes, to one PDF: pages, tags, bookmarks, links, fields and files.

What is the same in many pieces, such as the fonts, is written once. All numbers follow from the order of the pieces, so
that it does not matter who made which.
"""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import md5
from itertools import pairwise

import pydyf

from factcheck.render import fonts
from factcheck.render.piece import MARK, Font, Piece, Stream


def bind(
    pieces: Sequence[Piece],
    files: Mapping[bytes, bytes],
    attach: Mapping[str, bytes],
    *,
    made: date,
    archive: bool,
) -> bytes:
    """The file of ``pieces``, in this order, with the files of ``attach`` (by name) embedded.

    ``files`` are those of the fonts, by their SHA-256; ``made`` is the date of what is embedded. A link to an anchor
    that no piece has leads nowhere. ``archive``: the file gets an identifier, as PDF/A wants it to.
    """
    bound = _Bound({anchor for piece in pieces for anchor in piece.destinations})
    for piece in pieces:
        bound.add(piece)
    bound.embed(attach, pydyf.String(f"D:{made:%Y%m%d}000000Z"))
    bound.finish(files)
    output = io.BytesIO()
    bound.pdf.write(output, version=b"1.7", identifier=archive, compress=True)
    return output.getvalue()


class _Marks:
    """What the marks of a piece stand for in the file."""

    def __init__(self, numbers: dict[int, int], first_key: int) -> None:
        self.numbers = numbers
        self._first_key = first_key

    def fill(self, written: bytes) -> bytes:
        return MARK.sub(
            lambda mark: (
                b"%d 0 R" % self.numbers[int(mark[2])] if mark[1] == b"R" else b"%d" % (self._first_key + int(mark[2]))
            ),
            written,
        )


class _Entry(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object of a piece. Its marks are filled in when it is written: then all numbers are known."""

    def __init__(self, written: bytes, marks: _Marks, more: Mapping[str, object] | None = None) -> None:
        super().__init__()
        self._written, self._marks, self.more = written, marks, dict(more or {})

    @property
    def data(self) -> bytes:
        data = self._marks.fill(self._written)
        return data[:-2] + pydyf.Dictionary(self.more).data[2:] if self.more else data


class _Content(_Entry):
    """A stream of a piece."""

    compressible = False

    def __init__(self, stream: Stream, marks: _Marks) -> None:
        super().__init__(stream.extra, marks, {"Length": len(stream.content)})
        self._content = stream.content

    @property
    def data(self) -> bytes:
        return b"%b\nstream\n%b\nendstream" % (super().data, self._content)


class _Bound:
    """The file under way."""

    def __init__(self, anchors: Iterable[str]) -> None:
        self.pdf = pydyf.PDF()
        self._anchors = frozenset(anchors)
        self._tags, self._document, self._parents, self._outline = (pydyf.Dictionary() for _ in range(4))
        for root in (self._tags, self._document, self._parents, self._outline):
            self.pdf.add_object(root)
        self._elements, self._keys, self._fields = pydyf.Array(), pydyf.Array(), pydyf.Array()
        self._resources = b""
        self._destinations: dict[str, bytes] = {}
        self._top: list[_Entry] = []
        self._bookmarks = 0
        self._shared: dict[Stream, int] = {}
        self._fonts: dict[bytes, tuple[pydyf.Stream, list[frozenset[int] | None]]] = {}
        self._names = pydyf.Dictionary()

    def add(self, piece: Piece) -> None:
        """Put a piece behind those that are there."""
        roots = {"pages": self.pdf.pages, "document": self._document, "outline": self._outline}
        numbers = {own: roots[name].number for name, own in piece.roots.items()}
        marks = _Marks(numbers, len(self._keys) // 2)
        for number, written in piece.objects.items():
            target = piece.links.get(number)
            more = {"Dest": pydyf.String(target)} if target in self._anchors else {}
            if isinstance(written, Stream):
                numbers[number] = self._stream(written, marks)
            elif isinstance(written, Font):
                numbers[number] = self._font(written)
            else:
                numbers[number] = self._object(_Entry(written, marks, more))
        for number, written in piece.outline:
            self._top.append(_Entry(written, marks))
            numbers[number] = self._object(self._top[-1])
        self._bookmarks += piece.bookmarks
        if not self.pdf.pages["Kids"]:  # what a file has once is that of its first piece
            self.pdf.catalog.update({key: marks.fill(written) for key, written in piece.catalog.items()})
            self.pdf.catalog["Metadata"] = b"%d 0 R" % self._stream(piece.metadata, marks)
            self.pdf.info.update({key: marks.fill(written) for key, written in piece.info.items()})
        for page in piece.pages:
            self.pdf.pages["Kids"] += [numbers[page], 0, "R"]
        self._elements += map(marks.fill, piece.elements)
        self._fields += map(marks.fill, piece.fields)
        self._resources = self._resources or marks.fill(piece.resources)
        for parent in piece.parents:
            self._keys += [len(self._keys) // 2, marks.fill(parent)]
        for anchor, place in piece.destinations.items():
            self._destinations.setdefault(anchor, marks.fill(place))

    def _object(self, entry: pydyf.Object) -> int:
        self.pdf.add_object(entry)
        return int(entry.number)

    def _stream(self, stream: Stream, marks: _Marks) -> int:
        """The number of a stream, or of the one with the same content that is there."""
        if MARK.search(stream.extra) or stream not in self._shared:
            self._shared[stream] = self._object(_Content(stream, marks))
        return self._shared[stream]

    def _font(self, font: Font) -> int:
        """The number of a font's file, which is put in when it is known what all pieces show of it."""
        if font.digest not in self._fonts:
            stream = pydyf.Stream(compress=True)
            self._object(stream)
            self._fonts[font.digest] = stream, []
        stream, used = self._fonts[font.digest]
        used.append(font.glyphs)
        return int(stream.number)

    def embed(self, attach: Mapping[str, bytes], made: pydyf.String) -> None:
        """Put files into the file (ISO 32000-2, 7.11.4 and 14.13)."""
        names, files = pydyf.Array(), pydyf.Array()
        for name, content in sorted(attach.items()):
            kind = (mimetypes.guess_type(name)[0] or "application/octet-stream").replace("/", "#2f")
            checksum = md5(content, usedforsecurity=False).hexdigest()
            params = {"Size": len(content), "CheckSum": f"<{checksum}>", "CreationDate": made, "ModDate": made}
            extra = {"Type": "/EmbeddedFile", "Subtype": f"/{kind}", "Params": pydyf.Dictionary(params)}
            stream = pydyf.Stream([content], extra, compress=True)
            self._object(stream)
            about = {"Type": "/Filespec", "AFRelationship": "/Data", "EF": pydyf.Dictionary({"F": stream.reference})}
            file = pydyf.Dictionary(about | dict.fromkeys(("F", "UF", "Desc"), pydyf.String(name)))
            self._object(file)
            names += [pydyf.String(name), file.reference]
            files.append(file.reference)
        if files:
            self._names["EmbeddedFiles"] = pydyf.Dictionary({"Names": names})
            self.pdf.catalog["AF"] = files

    def finish(self, files: Mapping[bytes, bytes]) -> None:
        """Make the trees of the file, and put the fonts in."""
        catalog = self.pdf.catalog
        for digest, (stream, used) in self._fonts.items():
            glyphs = None if None in used else {glyph for each in used if each for glyph in each}
            content = fonts.subset(files[digest], glyphs)
            stream.stream, stream.extra = [content], {"Length1": len(content)}
        self.pdf.pages["Count"] = len(self.pdf.pages["Kids"]) // 3
        self._tags.update(Type="/StructTreeRoot", ParentTree=self._parents.reference, K=self._document.reference)
        self._document.update(Type="/StructElem", S="/Document", P=self._tags.reference, K=self._elements)
        self._parents["Nums"] = self._keys
        catalog["StructTreeRoot"] = self._tags.reference
        if self._top:
            self._outline.update(Count=self._bookmarks, First=self._top[0].reference, Last=self._top[-1].reference)
            for entry, following in pairwise(self._top):
                entry.more["Next"], following.more["Prev"] = following.reference, entry.reference
            catalog["Outlines"] = self._outline.reference
        if self._destinations:
            every = [part for name, place in sorted(self._destinations.items()) for part in (pydyf.String(name), place)]
            self._names["Dests"] = pydyf.Dictionary({"Names": pydyf.Array(every)})
        if self._names:
            catalog["Names"] = self._names
        if self._fields:
            form = {"Fields": self._fields, "DR": self._resources}
            catalog["AcroForm"] = pydyf.Dictionary(form)
