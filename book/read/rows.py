"""Pipe tables: the lines of a table -> Table, each cell with its place."""

from __future__ import annotations

import re

from book.findings import Span
from book.model import Table, Text
from book.read.markdown import Lines

_CELL = re.compile(r"((?:[^|\\]|\\.?)*)(\||$)")


def read_table(lines: Lines, begin: int, end: int) -> Table:
    """The table in the body's lines begin to end: head, alignment, rows. A last line "Table: …" is its caption."""
    caption: Text | None = None
    last, words = lines.lines[end - 1], lines.lines[end - 1].strip()
    if end - 1 > begin + 1 and words.startswith("Table: ") and "|" not in words:
        end -= 1
        rest = words[7:].lstrip()
        caption = lines.text([(rest, lines.span(end, last.index(rest) + 1))], "caption") if rest else None
    head = _cells(lines, begin)
    align = tuple(_align(words) for words, _ in _cells(lines, begin + 1))
    rows = []
    for number in range(begin + 2, end):
        cells = _cells(lines, number)
        if len(cells) > len(head):
            message = f"a row with {len(cells)} cells in a table of {len(head)} columns"
            lines.reader.report("S068", lines.span(number), message)
        blank = [("", lines.span(number))] * (len(head) - len(cells))
        rows.append(tuple(lines.text([cell], "cell") for cell in (*cells, *blank)[: len(head)]))
    return Table(tuple(lines.text([cell], "cell") for cell in head), tuple(rows), caption, align)


def _cells(lines: Lines, number: int) -> list[tuple[str, Span]]:
    """The cells of one line, without the pipes at its ends."""
    raw = lines.lines[number].rstrip()
    at = len(raw) - len(raw.lstrip())
    at += raw[at : at + 1] == "|"
    cells = []
    while at < len(raw):
        found = _CELL.match(raw, at)
        if not found:
            break
        words = found[1].strip()
        cells.append((words, lines.span(number, at + len(found[1]) - len(found[1].lstrip()) + 1)))
        at = found.end()
        if not found[2]:
            break
    return cells


def _align(words: str) -> str:
    left, right = words.startswith(":"), words.endswith(":")
    return "center" if left and right else "right" if right else "left"
