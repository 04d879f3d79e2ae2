"""The last touches on a finished PDF, which the layout engine leaves out."""

from __future__ import annotations

from typing import Any

PRINT = 4
"""Bit 3 of an annotation's flags (ISO 32000-1, 12.5.3): links and fields are printed as they are shown."""


def finish(pdf: Any, code: str) -> None:
    """Say of every table header whether it heads a row or a column, and of every annotation that it is printed.

    ``code`` of the sheet makes the names of headers differ from those of other sheets.
    """
    for entry in pdf.objects:
        if not isinstance(entry, dict):
            continue
        if entry.get("S") == "/TH":
            # The layout engine names a header "table-row-column"; the first row of ours is the head.
            first_row = entry["ID"].string.split("-")[1] == "0"
            entry["A"]["Scope"] = "/Column" if first_row else "/Row"
            entry["ID"].string = f"{code}-{entry['ID'].string}"
        elif entry.get("Type") == "/Annot":
            entry["F"] = PRINT
