"""A PDF that is written as it grows: what is put into it is in the output at once, and nowhere else.

Objects that are no streams go into object streams, some hundreds in each, and a cross-reference stream says where every
object is (ISO 32000-1, 7.5.7 and 7.5.8).
"""

from __future__ import annotations

import io
import struct
import zlib
from hashlib import md5

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The second line tells programs that what follows is no text (ISO 32000-1, 7.5.2)."""
TOGETHER = 200
"""Objects in an object stream. A reader unpacks all of them to get at one; in fewer, less is alike."""
LEVEL = 6
"""Of compression: 9 takes twice the time for a fiftieth of the bytes."""
_PLACE = struct.Struct(">BIH")
"""An entry of the cross-reference stream: its type and two fields (ISO 32000-1, table 18)."""
_FREE, _AT_OFFSET, _IN_STREAM = range(3)


class Writer:
    """The file under way. A number that was given out has to be put before the end."""

    def __init__(self) -> None:
        self._output = io.BytesIO()
        self._output.write(HEADER)
        self._places = bytearray(_PLACE.pack(_FREE, 0, 0xFFFF))
        self._waiting: list[tuple[int, bytes]] = []

    def number(self, count: int = 1) -> int:
        """A new number, or the first of ``count`` that follow each other."""
        first = len(self._places) // _PLACE.size
        self._places += bytes(count * _PLACE.size)
        return first

    def put(self, number: int, written: bytes) -> None:
        """Put an object that is no stream, as it is written."""
        self._waiting.append((number, written))
        if len(self._waiting) == TOGETHER:
            self._pack()

    def put_stream(self, number: int, extra: bytes, content: bytes) -> None:
        """Put a stream: the entries of its dictionary but for the length, as they are written, and its content."""
        self._place(number, _AT_OFFSET, self._output.tell())
        head = b"%d 0 obj\n<<%b/Length %d>>\nstream\n" % (number, extra, len(content))
        self._output.write(b"%b%b\nendstream\nendobj\n" % (head, content))

    def finish(self, catalog: int, info: int, *, identify: bool) -> bytes:
        """The whole file; with ``identify``, with an identifier that follows from what is in it."""
        self._pack()
        identifier = b""
        if identify:
            digest = md5(self._output.getbuffer(), usedforsecurity=False).hexdigest().encode()
            identifier = b"/ID [<%b> <%b>]" % (digest, digest)
        number, start = self.number(), self._output.tell()
        self._place(number, _AT_OFFSET, start)
        extra = b"/Type /XRef/Size %d/W [1 4 2]/Root %d 0 R/Info %d 0 R%b/Filter /FlateDecode"
        self.put_stream(number, extra % (number + 1, catalog, info, identifier), zlib.compress(self._places, LEVEL))
        self._output.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._output.getvalue()

    def _place(self, number: int, kind: int, where: int, index: int = 0) -> None:
        _PLACE.pack_into(self._places, number * _PLACE.size, kind, where, index)

    def _pack(self) -> None:
        """Write the objects that wait as one object stream."""
        if not self._waiting:
            return
        number = self.number()
        starts, offset = [], 0
        for index, (inside, written) in enumerate(self._waiting):
            self._place(inside, _IN_STREAM, number, index)
            starts.append(b"%d %d" % (inside, offset))
            offset += len(written) + 1
        head = b" ".join(starts)
        extra = b"/Type /ObjStm/N %d/First %d/Filter /FlateDecode" % (len(starts), len(head) + 1)
        content = b"\n".join((head, *(written for _, written in self._waiting)))
        self._waiting.clear()
        self.put_stream(number, extra, zlib.compress(content, LEVEL))
