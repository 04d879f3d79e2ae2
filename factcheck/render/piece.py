"""A sheet as finished objects of a PDF, to be bound with those of other sheets into one file.

A sheet is drawn where it was laid out, perhaps in another process, and forgotten there; what is left of it are bytes.
The objects of a PDF name each other by number, so each piece has numbers of its own, and marks the places that the
binding has to fill in: references, and the keys under which the parent tree knows a page or an annotation
(ISO 32000-1, 7.3.10 and 14.7.4.4). A mark begins with a byte that is in no object outside a stream.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pydyf

MARK = re.compile(rb"\xff([RK])(\d+);")
"""Where an object is referred to (R), by its number in the piece, or where a key of the parent tree stands (K)."""
_REFERENCE = re.compile(rb"(\d+) 0 R")
_OF_THE_FILE = ("Lang", "MarkInfo", "OutputIntents", "ViewerPreferences")
"""Entries of the catalog that a file has once."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary without the length, and its content, compressed."""

    extra: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Font:
    """A font file, by its SHA-256, and the glyphs of it that are shown, ``None`` for all."""

    digest: bytes
    glyphs: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Piece:
    """The objects of a sheet by number, and what the trees of the file have to hold of them.

    ``links`` are the anchors in other pieces that some of the objects, annotations, lead to. ``roots`` are the numbers
    of the page tree, the structure element "Document" and the outline; those of the file take their places. The
    top level of the ``outline`` and the number of its ``bookmarks`` on all levels, the ``elements`` of "Document", the
    values of the ``parents`` in the order of their keys, the ``fields`` of the form and their ``resources``, the
    ``destinations`` by anchor, the ``catalog``, the XMP ``metadata`` and the ``info`` are
    written, but for their marks.
    """

    objects: Mapping[int, bytes | Stream | Font]
    links: Mapping[int, str]
    roots: Mapping[str, int]
    pages: tuple[int, ...]
    outline: tuple[tuple[int, bytes], ...]
    bookmarks: int
    elements: tuple[bytes, ...]
    parents: tuple[bytes, ...]
    fields: tuple[bytes, ...]
    resources: bytes
    destinations: Mapping[str, bytes]
    catalog: Mapping[str, bytes]
    metadata: Stream
    info: Mapping[str, bytes]


def cut(pdf: pydyf.PDF, elsewhere: Collection[str], fonts: Mapping[bytes, Font]) -> Piece:
    """Take the objects out of ``pdf``, which is empty then.

    ``elsewhere`` are the anchors that are in other pieces, ``fonts`` are those that are left whole, by their files.
    """
    catalog, objects = pdf.catalog, pdf.objects
    tags = _at(pdf, catalog["StructTreeRoot"])
    parents = _at(pdf, tags["ParentTree"])["Nums"]
    document = _at(pdf, tags["K"][0])
    outline = _at(pdf, catalog["Outlines"]) if "Outlines" in catalog else pydyf.Dictionary({"Count": 0})
    form = catalog.get("AcroForm", {})
    dests = catalog.get("Names", {}).get("Dests", {}).get("Names", ())

    top = []
    reference = outline.get("First")
    while reference is not None:
        entry = _at(pdf, reference)
        top.append(entry)
        reference = entry.pop("Next", None)
        entry.pop("Prev", None)
    links = {}
    for each in objects:
        if isinstance(each, pydyf.Dictionary):
            for key in each.keys() & {"StructParents", "StructParent"}:
                each[key] = b"\xffK%d;" % each[key]
            if isinstance(target := each.get("Dest"), pydyf.String) and target.string in elsewhere:
                links[each.number] = target.string
                del each["Dest"]
    roots = {"pages": pdf.pages, "document": document, "outline": outline}
    metadata = _at(pdf, catalog["Metadata"])
    apart = (objects[0], catalog, metadata, tags, _at(pdf, tags["ParentTree"]), *roots.values(), *top)
    left = {id(entry) for entry in apart}
    piece = Piece(
        objects={
            entry.number: _written(entry, fonts) for entry in objects if id(entry) not in left and entry.free == "n"
        },
        links=links,
        roots={name: entry.number for name, entry in roots.items() if entry.number is not None},
        pages=tuple(pdf.pages["Kids"][::3]),
        outline=tuple((entry.number, _data(entry)) for entry in top),
        bookmarks=outline["Count"],
        elements=tuple(map(_data, document["K"])),
        parents=tuple(map(_data, parents[1::2])),
        fields=tuple(map(_data, form.get("Fields", ()))),
        resources=_data(form.get("DR", b"")),
        destinations={
            name.string: _data(place)
            for name, place in zip(dests[::2], dests[1::2], strict=True)
            if name.string not in elsewhere
        },
        catalog={key: _data(catalog[key]) for key in _OF_THE_FILE if key in catalog},
        metadata=_stream(metadata),
        info={key: _data(value) for key, value in pdf.info.items()},
    )
    del objects[1:]
    pdf.info.clear()
    return piece


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _written(entry: Any, fonts: Mapping[bytes, Font]) -> bytes | Stream | Font:
    if not isinstance(entry, pydyf.Stream):
        return _data(entry)
    whole = fonts.get(entry.stream[0]) if "Length1" in entry.extra else None
    return whole or _stream(entry)


def _stream(entry: pydyf.Stream) -> Stream:
    content = b"\n".join(part if isinstance(part, bytes) else _data(part) for part in entry.stream)
    if "Filter" in entry.extra:
        return Stream(_data(entry.extra), content)
    return Stream(_data({**entry.extra, "Filter": "/FlateDecode"}), zlib.compress(content))


def _data(value: Any) -> bytes:
    """A value as it is written, with marks for references."""
    if isinstance(value, bytes):
        found = _REFERENCE.fullmatch(value)
        return b"\xffR%d;" % int(found[1]) if found else value
    if isinstance(value, dict):
        return b"<<" + b"".join(b"/%b %b" % (str(key).encode(), _data(each)) for key, each in value.items()) + b">>"
    if isinstance(value, list):
        return b"[" + b" ".join(map(_data, value)) + b"]"
    written: bytes = pydyf.Array([value]).data[1:-1]
    return written
