"""What a file has once, of all its pieces: the trees of pages, tags and bookmarks, names, the form, the catalog."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Sequence
from itertools import chain

import pydyf

from factcheck.render.piece import Piece, Share
from factcheck.render.writer import Writer


class Trees:
    """What is kept for the end: the pieces' shares, and what is known only when all are there."""

    def __init__(self, file: Writer) -> None:
        self._file = file
        self._pages, self._document, self._outline = self.roots = tuple(file.number() for _ in range(3))
        self._pieces: dict[int, Piece] = {}
        self._targets: dict[str, int] = {}

    def add(self, place: int, piece: Piece) -> None:
        """Keep a piece without its objects, and with a share without marks."""
        self._pieces[place] = piece

    def target(self, anchor: str) -> int:
        """The number of an anchor's name, which is put when it is known whether any piece has the anchor."""
        if anchor not in self._targets:
            self._targets[anchor] = self._file.number()
        return self._targets[anchor]

    def put(self, embedded: Sequence[tuple[str, bytes]]) -> tuple[int, int]:
        """Put it all into the file; gives the numbers of the catalog and of what is said about the file.

        ``embedded`` are the names of the files in the file, sorted, and references to them.
        """
        pieces = [piece for _, piece in sorted(self._pieces.items())]
        shares, first = [piece.share for piece in pieces], pieces[0]
        self._put_pages([page for share in shares for page in share.pages])
        metadata = self._file.number()
        self._file.put_stream(metadata, first.metadata.extra, first.metadata.content)
        catalog = [
            b"/Type /Catalog/Pages %d 0 R/Metadata %d 0 R" % (self._pages, metadata),
            *first.share.catalog,
            b"/StructTreeRoot %d 0 R" % self._put_tags([element for share in shares for element in share.elements]),
        ]
        if any(share.titles for share in shares):
            self._put_outline(shares, sum(piece.bookmarks for piece in pieces))
            catalog.append(b"/Outlines %d 0 R" % self._outline)
        if names := self._names(pieces, embedded):
            catalog.append(b"/Names <<%b>>" % names)
        if embedded:
            catalog.append(b"/AF %b" % _array(reference for _, reference in embedded))
        if fields := [field for share in shares for field in share.fields]:
            resources = next(chain.from_iterable(share.resources for share in shares))
            catalog.append(b"/AcroForm <</Fields %b/DR %b>>" % (_array(fields), resources))
        return self._put(b"".join(catalog)), self._put(b"".join(first.share.info))

    def _put(self, entries: bytes, number: int | None = None) -> int:
        """Put a dictionary; gives its number."""
        number = self._file.number() if number is None else number
        self._file.put(number, b"<<%b>>" % entries)
        return number

    def _put_pages(self, pages: Sequence[bytes]) -> None:
        self._put(b"/Type /Pages/Count %d/Kids %b" % (len(pages), _array(pages)), self._pages)

    def _put_tags(self, elements: Iterable[bytes]) -> int:
        """The structure tree, and the parent tree, whose keys go up as the pieces came (ISO 32000-1, 14.7)."""
        parents = chain.from_iterable(piece.share.parents for piece in self._pieces.values())
        tree = self._put(b"/Nums %b" % _array(b"%d %b" % each for each in enumerate(parents)))
        tags = self._put(b"/Type /StructTreeRoot/ParentTree %d 0 R/K %d 0 R" % (tree, self._document))
        self._put(b"/Type /StructElem/S /Document/P %d 0 R/K %b" % (tags, _array(elements)), self._document)
        return tags

    def _put_outline(self, shares: Sequence[Share], count: int) -> None:
        """The top level of the bookmarks, of which there are ``count`` on all levels (ISO 32000-1, 12.3.3)."""
        titles = [title for share in shares for title in share.titles]
        numbers = [number for share in shares for number in share.bookmarks]
        for before, reference, after, title in zip([b"", *numbers], numbers, [*numbers[1:], b""], titles, strict=False):
            around = (b"/Prev %b" % before if before else b"") + (b"/Next %b" % after if after else b"")
            self._put(title + around, int(reference.split()[0]))
        self._put(b"/Count %d/First %b/Last %b" % (count, numbers[0], numbers[-1]), self._outline)

    def _names(self, pieces: Sequence[Piece], embedded: Sequence[tuple[str, bytes]]) -> bytes:
        """The entries of the file's names: anchors and files (ISO 32000-1, 7.7.4). Of two anchors the first counts."""
        places: dict[str, bytes] = {}
        for piece in pieces:
            for anchor, place in zip(piece.anchors, piece.share.places, strict=True):
                places.setdefault(anchor, place)
        for anchor, number in self._targets.items():
            self._file.put(number, pydyf.String(anchor).data if anchor in places else b"null")
        trees = {b"Dests": sorted(places.items(), key=lambda item: _stored(item[0])), b"EmbeddedFiles": embedded}
        return b"".join(
            b"/%b <</Names %b>>" % (key, _array(pydyf.String(name).data + b" " + value for name, value in tree))
            for key, tree in trees.items()
            if tree
        )


def _array(values: Iterable[bytes]) -> bytes:
    return b"[%b]" % b" ".join(values)


def _stored(text: str) -> bytes:
    """The bytes of a text string, by which names are sorted (ISO 32000-1, 7.9.2 and 7.9.6)."""
    return text.encode() if text.isascii() else BOM_UTF16_BE + text.encode("utf-16-be")
