"""Rows as a table for reading, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence


def _wide(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


_NARROWEST = 16
"""No column of words is cut to less; one without spaces (dates, ids, paths) is not cut at all."""
_GAP = 2


def without_spare(
    heads: Sequence[str], rows: Sequence[Sequence[object]], width: int, spare: Sequence[str]
) -> tuple[list[str], list[list[object]]]:
    """(heads, rows) without as many of the columns `spare`, first ones first, as a table of `width` has no room for."""
    cells = [[str(value) for value in row] for row in rows]
    least = dict(zip(heads, _least(heads, cells), strict=True))
    kept = list(heads)
    for head in spare:
        if sum(least[one] + _GAP for one in kept) - _GAP <= width:
            break
        kept.remove(head)
    places = [heads.index(head) for head in kept]
    return kept, [[row[at] for at in places] for row in rows]


def table(heads: Sequence[str], rows: Sequence[Sequence[object]], width: int = 0) -> str:
    """Columns padded with spaces; numbers to the right. Where `width` (columns of the terminal) is given, the widest
    columns are cut to fit it, as far as something is left to read."""
    cells = [[str(value) for value in row] for row in rows]
    widths = [max([_wide(head), *(_wide(row[at]) for row in cells)]) for at, head in enumerate(heads)]
    if width:
        widths = _fitted(widths, _least(heads, cells), width - _GAP * (len(heads) - 1))
        cells = [[_cut(value, most) for value, most in zip(row, widths, strict=True)] for row in cells]
    numeric = [any(isinstance(row[at], int | float) for row in rows) for at in range(len(heads))]

    def line(values: Sequence[str]) -> str:
        padded = []
        for value, width, right in zip(values, widths, numeric, strict=True):
            space = " " * (width - _wide(value))
            padded.append(space + value if right else value + space)
        return (" " * _GAP).join(padded).rstrip()

    return "\n".join([line(heads), line(["─" * width for width in widths]), *map(line, cells)])


def _least(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    """The width below which a column says nothing."""
    found = []
    for at, head in enumerate(heads):
        widest = max([_wide(head), *(_wide(row[at]) for row in cells)])
        words = any(" " in row[at] for row in cells)
        found.append(max(_wide(head), min(_NARROWEST, widest)) if words else widest)
    return found


def _fitted(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths, the widest column brought down again and again until all fit, or none can give more."""
    fitted = list(widths)
    while sum(fitted) > room:
        can = [at for at, width in enumerate(fitted) if width > least[at]]
        if not can:
            break
        fitted[max(can, key=lambda at: fitted[at])] -= 1
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
        writer.writerow([f"'{value}" if str(value)[:1] in tuple("=+-@") else value for value in map(str, row)])
    return out.getvalue()
