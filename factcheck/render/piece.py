"""A sheet as finished objects of a PDF, to be bound with those of other sheets into one file.

A sheet is drawn where it was laid out, perhaps in another process, and forgotten there; what is left of it are bytes.
The objects of a PDF name each other by numbers that only the file can give (ISO 32000-1, 7.3.10), so the written
objects have marks in the places that the binding fills in. A mark stands between two bytes that are in no object
outside a stream, and so does the end of an object.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import pydyf

from factcheck.render.tags import simplify

MARK, END = b"\xff", b"\xfe"
"""Around the number of what is to be filled in; after an object."""
_OF_THE_FILE = ("Lang", "MarkInfo", "OutputIntents", "ViewerPreferences")
"""Entries of the catalog that a file has once."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: the entries of its dictionary without the length, and its content, compressed."""

    extra: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Font:
    """A font file, by its SHA-256, and the glyphs of it that are shown, ``None`` for all."""

    digest: bytes
    glyphs: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Share:
    """What the trees of the file, and what else it has once, have to hold of a sheet; all is written.

    References to ``pages``, the ``elements`` of the structure element "Document", those of the ``parents`` in the order
    of their keys (ISO 32000-1, 14.7.4.4), the ``fields`` of the form and their ``resources``, the ``places`` that
    anchors are at, the entries of the ``catalog`` and of the file's ``info``; of the top level of the outline the
    ``bookmarks``, references, and the entries of the ``titles``, their dictionaries.
    """

    pages: tuple[bytes, ...]
    elements: tuple[bytes, ...]
    parents: tuple[bytes, ...]
    fields: tuple[bytes, ...]
    resources: tuple[bytes, ...]
    places: tuple[bytes, ...]
    catalog: tuple[bytes, ...]
    info: tuple[bytes, ...]
    bookmarks: tuple[bytes, ...]
    titles: tuple[bytes, ...]

    def filled(self, table: Sequence[bytes]) -> Share:
        """The same without marks."""
        return Share(*(tuple(filled(getattr(self, field.name), table)) for field in fields(self)))


@dataclass(frozen=True, slots=True)
class Piece:
    """The objects of a sheet.

    ``objects`` are the ``count`` objects that are no streams, one after the other. ``links`` are the anchors in other
    pieces that annotations lead to, ``anchors`` those in this one, in the order of the share's ``places``. ``keys`` and
    ``bookmarks`` are the numbers of keys of the parent tree and of bookmarks on all levels. ``metadata`` are XMP.

    Marks count through what they stand for, in this order: the page tree, the structure element "Document" and the
    outline of the file, the objects, the streams, the fonts, the bookmarks on the top level, the links, the keys.
    """

    objects: bytes
    count: int
    streams: tuple[Stream, ...]
    fonts: tuple[Font, ...]
    links: tuple[str, ...]
    anchors: tuple[str, ...]
    keys: int
    bookmarks: int
    metadata: Stream
    share: Share


def filled(written: Sequence[bytes], table: Sequence[bytes]) -> list[bytes]:
    """What is ``written``, with that of ``table`` in place of the marks."""
    parts = END.join(written).split(MARK)
    parts[1::2] = [table[int(mark)] for mark in parts[1::2]]
    return b"".join(parts).split(END) if written else []


def cut(pdf: pydyf.PDF, elsewhere: Collection[str], fonts: Mapping[bytes, Font]) -> Piece:
    """Take the objects out of ``pdf``, which is empty then.

    ``elsewhere`` are the anchors that are in other pieces, ``fonts`` are those that are left whole, by their files.
    """
    catalog = pdf.catalog
    tags, metadata = _at(pdf, catalog["StructTreeRoot"]), _at(pdf, catalog["Metadata"])
    tree, document = _at(pdf, tags["ParentTree"]), _at(pdf, tags["K"][0])
    outline = _at(pdf, catalog["Outlines"]) if "Outlines" in catalog else pydyf.Dictionary({"Count": 0})
    form = catalog.get("AcroForm", {})
    dests = catalog.get("Names", {}).get("Dests", {}).get("Names", ())
    every = {name.string: place for name, place in zip(dests[::2], dests[1::2], strict=True)}
    anchors = {name: place for name, place in every.items() if name not in elsewhere}

    simplify(pdf.objects, document, tree["Nums"][1::2])
    top = list(_chain(pdf, outline))
    roots = (pdf.pages, document, outline)
    apart = {id(entry) for entry in (pdf.objects[0], catalog, metadata, tags, tree, *roots, *top)}
    plain, streams, files = [], [], []
    for entry in pdf.objects:
        if entry.free == "n" and id(entry) not in apart:
            if not isinstance(entry, pydyf.Stream):
                plain.append(entry)
            elif "Length1" in entry.extra and entry.stream[0] in fonts:
                files.append(entry)
            else:
                streams.append(entry)

    stand_for = [*roots, *plain, *streams, *files, *top]
    script = _Script({entry.reference: _mark(index) for index, entry in enumerate(stand_for)})
    links = {target: len(stand_for) + index for index, target in enumerate(sorted(elsewhere))}
    for entry in plain:
        if isinstance(entry, dict):
            for key in ("StructParents", "StructParent"):
                if key in entry:
                    entry[key] = _mark(len(stand_for) + len(links) + entry[key])
            if isinstance(target := entry.get("Dest"), pydyf.String) and target.string in links:
                entry["Dest"] = _mark(links[target.string])
    piece = Piece(
        objects=END.join(map(script.write, plain)),
        count=len(plain),
        streams=tuple(map(script.stream, streams)),
        fonts=tuple(fonts[entry.stream[0]] for entry in files),
        links=tuple(links),
        anchors=tuple(anchors),
        keys=len(tree["Nums"]) // 2,
        bookmarks=outline["Count"],
        metadata=script.stream(metadata),
        share=Share(
            pages=tuple(script.write(reference) for reference in pdf.page_references),
            elements=tuple(map(script.write, document["K"])),
            parents=tuple(map(script.write, tree["Nums"][1::2])),
            fields=tuple(map(script.write, form.get("Fields", ()))),
            resources=(script.write(form["DR"]),) if "DR" in form else (),
            places=tuple(map(script.write, anchors.values())),
            catalog=tuple(script.entries({key: catalog[key]}) for key in _OF_THE_FILE if key in catalog),
            info=tuple(script.entries({key: value}) for key, value in pdf.info.items()),
            bookmarks=tuple(script.write(entry.reference) for entry in top),
            titles=tuple(map(script.entries, top)),
        ),
    )
    del pdf.objects[1:]
    pdf.info.clear()
    return piece


def _mark(index: int) -> bytes:
    return MARK + b"%d" % index + MARK


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _chain(pdf: pydyf.PDF, outline: Any) -> Iterator[Any]:
    """The top level of the outline; its entries know each other no more."""
    reference = outline.get("First")
    while reference is not None:
        entry = _at(pdf, reference)
        yield entry
        reference = entry.pop("Next", None)
        entry.pop("Prev", None)


class _Script:
    """Writes objects as pydyf does, but in one go, and with ``marks`` in place of references."""

    def __init__(self, marks: Mapping[bytes, bytes]) -> None:
        self._streams: dict[tuple[bytes, bytes], Stream] = {}
        self._ways: dict[type, Callable[[Any], bytes]] = {
            bytes: lambda value: marks.get(value, value),
            str: str.encode,
            int: b"%d".__mod__,
            float: lambda value: (b"%f" % value).rstrip(b"0").rstrip(b"."),
            **dict.fromkeys((list, pydyf.Array), self._array),
            **dict.fromkeys((dict, pydyf.Dictionary), lambda value: b"<<%b>>" % self.entries(value)),
        }

    def write(self, value: Any) -> bytes:
        return self._ways.get(type(value), _as_pydyf)(value)

    def _array(self, values: Sequence[Any]) -> bytes:
        return b"[%b]" % b" ".join([self.write(value) for value in values])

    def entries(self, values: Mapping[Any, Any]) -> bytes:
        """What is between the brackets of a dictionary."""
        ways = self._ways
        return b"".join(
            [b"/%b %b" % (str(key).encode(), ways.get(type(each), _as_pydyf)(each)) for key, each in values.items()]
        )

    def stream(self, entry: pydyf.Stream) -> Stream:
        """A stream; many are the same, such as all boxes without a tick."""
        content = b"\n".join([part if type(part) is bytes else self.write(part) for part in entry.stream])
        extra = self.entries(entry.extra)
        if (extra, content) not in self._streams:
            packed = "Filter" in entry.extra
            self._streams[extra, content] = Stream(
                extra if packed else extra + b"/Filter /FlateDecode", content if packed else zlib.compress(content)
            )
        return self._streams[extra, content]


def _as_pydyf(value: Any) -> bytes:
    written: bytes = pydyf.Array([value]).data[1:-1]
    return written
