"""How long the parts of a book come out in each of its languages, and where one language bursts a design."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

from book.build import Made, Order, build
from book.build.reading import Progress, read_book_file
from book.build.target import load_state
from book.errors import BookError, ExitCode
from book.findings import Finding, Severity
from book.world import World

OVERFULL = ("L001", "L002")
"""Codes of text that does not fit its column or its page."""
CODE = "L020"


class Cell(NamedTuple):
    """A part in one language: its pages (0: not there), and how many places of it are overfull."""

    language: str
    pages: int
    overfull: int


class Row(NamedTuple):
    unit: str
    cells: tuple[Cell, ...]

    @property
    def alike(self) -> bool:
        return len({cell.pages for cell in self.cells}) == 1 and not any(cell.overfull for cell in self.cells)


class Compared(NamedTuple):
    """`findings` as plain data: those of the builds, and what is longer in one language alone."""

    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[dict[str, object], ...]
    errors: bool


def compare(world: World, edition: str, out: Path, progress: Progress) -> Compared:
    """Builds the edition ("" the first for reading) in all languages of the book and compares the parts' lengths."""
    book, _ = read_book_file(world)
    if book is None:
        raise BookError("the book cannot be read", "make-book check tells why.", ExitCode.BOOK_HAS_ERRORS)
    names = [one.name for one in book.editions]
    edition = edition or next((one.name for one in book.editions if one.purpose == "proof"), names[0] if names else "")
    outcome = build(world, Order(book.tags, (edition,), out, 0), progress)
    lengths = {made.target.language: load_state(world, made.target).get("lengths", {}) for made in outcome.made}
    found = {made.target.language: _overfull(world, made) for made in outcome.made}
    units = dict.fromkeys(unit for of in lengths.values() for unit in of)
    rows = tuple(
        Row(unit, tuple(Cell(tag, lengths[tag].get(unit, 0), found[tag].count(unit)) for tag in lengths))
        for unit in units
    )
    judged = msgspec.to_builtins([one for row in rows for one in judge(row)], str_keys=True)
    return Compared(tuple(lengths), rows, (*outcome.findings, *judged), outcome.book_errors)


def _overfull(world: World, made: Made) -> list[str]:
    """Units with an overfull place, once for each place."""
    found = load_state(world, made.target).get("findings", [])
    return [str(one["subject"]) for one in found if one["code"] in OVERFULL]


def judge(row: Row) -> list[Finding]:
    """A warning where one language needs more pages than every other."""
    cells = [cell for cell in row.cells if cell.pages]
    longest = max(cells, key=lambda cell: cell.pages, default=None)
    others = [cell.pages for cell in cells if cell is not longest]
    if longest is None or not others or longest.pages <= max(others):
        return []
    rest = ", ".join(f"{cell.pages} in {cell.language}" for cell in cells if cell is not longest)
    what = f"{row.unit} takes {longest.pages} pages in {longest.language}, {rest}"
    hint = "Shorten the translation by the lines on its last page, or give the others a reason for another page."
    return [Finding(CODE, Severity.WARNING, what, hint, subject=row.unit, language=longest.language)]
