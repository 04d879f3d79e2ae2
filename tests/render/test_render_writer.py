"""A file that is written as it grows is one that any reader can read: every object is in one place, and found there."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import render
from factcheck.render.writer import TOGETHER, Writer
from factcheck.worksheet.pack import Pack

FREE, AT_OFFSET, IN_STREAM = range(3)
CONTAINERS = (b"/Type /ObjStm", b"/Type /XRef")
STREAMS = re.compile(rb"^(\d+) 0 obj\n<<(.*?)/Length (\d+)>>\nstream\n", re.MULTILINE)


def written(objects: int, *, identify: bool = False) -> bytes:
    """A file of a catalog, what is said about the file and some objects, each tenth of them a stream."""
    file = Writer()
    catalog, info, first = file.number(), file.number(), file.number(objects)
    for index in reversed(range(objects)):
        if index % 10 == 9:
            file.put_stream(first + index, b"/Index %d" % index, b"content %d" % index)
        else:
            file.put(first + index, b"<</Index %d>>" % index)
    pages = file.number()
    file.put(catalog, b"<</Type /Catalog/Pages %d 0 R/First %d>>" % (pages, first))
    file.put(pages, b"<</Type /Pages/Count 0/Kids []>>")
    file.put(info, b"<<>>")
    return file.finish(catalog, info, identify=identify)


def places(data: bytes) -> list[tuple[int, int, int]]:
    """The cross-reference stream, as it stands in the file."""
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    found = STREAMS.match(data, start)
    assert found
    assert b"/Type /XRef" in found[2]
    content = zlib.decompress(data[found.end() : found.end() + int(found[3])])
    return list(struct.iter_unpack(">BIH", content))


def check(data: bytes) -> None:
    """Whether each object is where the file says, and in one place only."""
    free, *others = places(data)
    assert free == (FREE, 0, 0xFFFF)
    assert {kind for kind, _, _ in others} <= {AT_OFFSET, IN_STREAM}
    at = {number: offset for number, (kind, offset, _) in enumerate(others, 1) if kind == AT_OFFSET}
    found: dict[int, Any] = {}
    place = data.index(b"\n", data.index(b"\n") + 1) + 1
    while match := STREAMS.match(data, place):  # one after the other from the head of the file, nothing between them
        assert at[int(match[1])] == place
        found[int(match[1])] = match
        place = match.end() + int(match[3])
        assert data[place:].startswith(b"\nendstream\nendobj\n")
        place += len(b"\nendstream\nendobj\n")
    assert data[place:].startswith(b"startxref\n")
    assert found.keys() == at.keys()
    inside = {
        (number, index): int(inner)
        for number, match in found.items()
        if b"/Type /ObjStm" in match[2]
        for index, inner in enumerate(
            zlib.decompress(data[match.end() :][: int(match[3])]).split(b"\n")[0].split()[::2]
        )
    }
    said = {(where, index): number for number, (kind, where, index) in enumerate(others, 1) if kind == IN_STREAM}
    assert inside == said


@given(st.integers(0, 3 * TOGETHER))
def test_every_object_is_in_one_place_and_another_reader_finds_it(objects: int) -> None:
    data = written(objects)
    check(data)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    catalog: Any = reader.trailer["/Root"]
    first = catalog["/First"]
    for index in range(objects):
        found: Any = reader.get_object(first + index)
        assert found["/Index"] == index
        if index % 10 == 9:
            assert found.get_data() == b"content %d" % index


def test_a_file_is_known_by_what_is_in_it() -> None:
    identifiers = [pypdf.PdfReader(io.BytesIO(written(count, identify=True))).trailer["/ID"] for count in (5, 5, 6)]
    assert identifiers[0] == identifiers[1] != identifiers[2]
    assert "/ID" not in pypdf.PdfReader(io.BytesIO(written(5))).trailer


@pytest.fixture(scope="module", params=["plain", "fillable", "archive"])
def data(request: pytest.FixtureRequest, pack: Pack, printed: bytes) -> bytes:
    if request.param == "plain":
        return printed
    kind = request.param
    return render.pdf(pack, attach={"session.json": b"{}"}, fillable=kind == "fillable", archive=kind == "archive")


@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO name=.*sRGB2014.icc")
def test_a_pack_is_such_a_file(data: bytes) -> None:
    check(data)


@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO name=.*sRGB2014.icc")
def test_every_object_of_a_pack_can_be_read_and_is_of_use(data: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    seen: set[int] = set()
    left: list[Any] = [reader.trailer]
    while left:
        value = left.pop()
        if isinstance(value, pypdf.generic.IndirectObject):
            if value.idnum not in seen:
                seen.add(value.idnum)
                left.append(value.get_object())
        elif isinstance(value, dict):
            left += [value.raw_get(key) for key in value]  # type: ignore[attr-defined]
            if isinstance(value, pypdf.generic.StreamObject) and value.get("/Type") != "/XRef":
                value.get_data()
        elif isinstance(value, list):
            left += list.__iter__(value)
    containers = {int(match[1]) for match in STREAMS.finditer(data) if match[2].startswith(CONTAINERS)}
    assert seen == set(range(1, len(places(data)))) - containers


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO name=.*sRGB2014.icc")
def test_another_program_has_nothing_to_say_against_it(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(data)
    run = subprocess.run(["qpdf", "--check", tmp_path / "pack.pdf"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
