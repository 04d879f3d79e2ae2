"""The last touches on a finished PDF, which the layout engine leaves out."""

from __future__ import annotations

import re
from typing import Any

PRINT = 4
"""Bit 3 of an annotation's flags (ISO 32000-1, 12.5.3): links and fields are printed as they are shown."""
MULTILINE = 1 << 12
"""Bit 13 of a text field's flags (ISO 32000-1, 12.7.4.3)."""
_SIZE = re.compile(rb"[\d.]+ Tf\b")
"""The size of the letters in a field's default appearance."""


def finish(pdf: Any, code: str) -> None:
    """Complete table headers, annotations and fields.

    A header says whether it heads a row or a column, an annotation that it is printed, a box that it looks as the page
    does when it is not ticked. A line of any length shows in its field, in letters as small as it takes: their size is
    0 (ISO 32000-1, 12.7.3.3). For several lines viewers choose sizes that nobody can read. They draw what is filled in
    when it is, and need not be told to. ``code`` of the sheet makes the names of headers differ from those of others.
    """
    for entry in list(pdf.objects):
        if not isinstance(entry, dict):
            continue
        if entry.get("S") == "/TH":
            # The layout engine names a header "table-row-column"; the first row of ours is the head.
            first_row = entry["ID"].string.split("-")[1] == "0"
            entry["A"]["Scope"] = "/Column" if first_row else "/Row"
            entry["ID"].string = f"{code}-{entry['ID'].string}"
        elif entry.get("Type") == "/Annot":
            entry["F"] = PRINT
            if entry.get("FT") == "/Btn" and "AP" in entry:
                entry["AP"]["N"]["Off"] = _nothing(pdf)
                entry.get("MK", {}).pop("BC", None)  # the page has the border; a viewer would draw it once more
            elif entry.get("FT") == "/Tx" and not entry.get("Ff", 0) & MULTILINE:
                entry["DA"].string = _SIZE.sub(b"0 Tf", entry["DA"].string)
    if "AcroForm" in pdf.catalog:
        pdf.catalog["AcroForm"].pop("NeedAppearances", None)


def _nothing(pdf: Any) -> Any:
    """A reference to the appearance of a box without a tick (ISO 32000-1, 12.7.4.2.3)."""
    import pydyf

    empty = pydyf.Stream(extra={"Type": "/XObject", "Subtype": "/Form", "BBox": pydyf.Array([0, 0, 1, 1])})
    pdf.add_object(empty)
    return empty.reference
