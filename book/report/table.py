"""Rows as a table for reading, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence


def _wide(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns padded with spaces; numbers to the right."""
    cells = [[str(value) for value in row] for row in rows]
    widths = [max([_wide(head), *(_wide(row[at]) for row in cells)]) for at, head in enumerate(heads)]
    numeric = [bool(rows) and all(isinstance(row[at], int | float) for row in rows) for at in range(len(heads))]

    def line(values: Sequence[str]) -> str:
        padded = []
        for value, width, right in zip(values, widths, numeric, strict=True):
            space = " " * (width - _wide(value))
            padded.append(space + value if right else value + space)
        return "  ".join(padded).rstrip()

    return "\n".join([line(heads), line(["─" * width for width in widths]), *map(line, cells)])


def comma_separated(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """CSV (RFC 4180). A value that a spreadsheet would run as a formula is given an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([f"'{value}" if str(value)[:1] in "=+-@" else value for value in map(str, row)])
    return out.getvalue()
