"""Rows as a table for reading, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence


def _wide(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


_NARROWEST = 8
_GAP = 2


def table(heads: Sequence[str], rows: Sequence[Sequence[object]], width: int = 0) -> str:
    """Columns padded with spaces; numbers to the right. Where `width` (columns of the terminal) is given, the widest
    columns are cut to fit it, as far as that leaves something to read."""
    cells = [[str(value) for value in row] for row in rows]
    widths = [max([_wide(head), *(_wide(row[at]) for row in cells)]) for at, head in enumerate(heads)]
    if width:
        widths = _fitted(widths, width - _GAP * (len(heads) - 1))
        heads, *cells = ([_cut(*pair) for pair in zip(row, widths, strict=True)] for row in (heads, *cells))
    numeric = [bool(rows) and all(isinstance(row[at], int | float) for row in rows) for at in range(len(heads))]

    def line(values: Sequence[str]) -> str:
        padded = []
        for value, width, right in zip(values, widths, numeric, strict=True):
            space = " " * (width - _wide(value))
            padded.append(space + value if right else value + space)
        return (" " * _GAP).join(padded).rstrip()

    return "\n".join([line(heads), line(["─" * width for width in widths]), *map(line, cells)])


def _fitted(widths: Sequence[int], room: int) -> list[int]:
    """The widths, the widest brought down together until all fit."""
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > _NARROWEST:
        widest = max(fitted)
        next_widest = max([width for width in fitted if width < widest], default=0)
        count = fitted.count(widest)
        down = max(next_widest, _NARROWEST, widest - max(1, (sum(fitted) - room) // count))
        fitted = [down if width == widest else width for width in fitted]
    return fitted


def _cut(text: str, most: int) -> str:
    if _wide(text) <= most:
        return text
    kept = ""
    for char in text:
        if _wide(kept + char) > most - 1:
            break
        kept += char
    return kept.rstrip() + "…"


def comma_separated(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """CSV (RFC 4180). A value that a spreadsheet would run as a formula is given an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([f"'{value}" if str(value)[:1] in "=+-@" else value for value in map(str, row)])
    return out.getvalue()
