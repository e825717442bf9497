"""How long the parts of a book come out in each of its languages, and where one language bursts a design."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from book.build import Order, build
from book.build.manifest import PartOf
from book.build.reading import Progress, read_book_file
from book.build.target import load_state
from book.errors import BookError, ExitCode
from book.findings import Finding, Severity, Span
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
    """A part of the book: a profile, a chapter, the directory, an index."""

    part: PartOf
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
    measured = {made.target.language: _measured(load_state(world, made.target)) for made in outcome.made}
    parts: dict[str, PartOf] = {}
    for of in measured.values():
        for key, one in of.items():
            parts.setdefault(key, one.part)
    none = Measured(PartOf("", "", "", "", 0), 0, 0)
    rows = tuple(
        Row(part, tuple(Cell(tag, of.get(key, none).pages, of.get(key, none).overfull) for tag, of in measured.items()))
        for key, part in parts.items()
    )
    judged = msgspec.to_builtins([one for row in rows for one in judge(row)], str_keys=True)
    return Compared(tuple(measured), rows, (*outcome.findings, *judged), outcome.book_errors)


class Measured(NamedTuple):
    part: PartOf
    pages: int
    overfull: int


def _measured(state: Mapping[str, Any]) -> dict[str, Measured]:
    """The parts of a book by their keys, in its order: pages of all units of a part, and places that are overfull."""
    found: dict[str, Measured] = {}
    subjects = [str(one["subject"]) for one in state.get("findings", ()) if one["code"] in OVERFULL]
    lengths = state.get("lengths", {})
    for unit, part in msgspec.convert(state.get("parts", {}), dict[str, PartOf]).items():
        before = found.get(part.key, Measured(part, 0, 0))
        overfull = sum(one in (unit, part.subject) for one in subjects)
        found[part.key] = Measured(part, before.pages + lengths.get(unit, 0), before.overfull + overfull)
    return found


def judge(row: Row) -> list[Finding]:
    """A warning where one language needs more pages than every other for a profile or a chapter."""
    cells = [cell for cell in row.cells if cell.pages]
    longest = max(cells, key=lambda cell: cell.pages, default=None)
    others = [cell.pages for cell in cells if cell is not longest]
    part = row.part
    if longest is None or not others or longest.pages <= max(others) or not part.subject:
        return []
    rest = ", ".join(f"{cell.pages} in {cell.language}" for cell in cells if cell is not longest)
    what = f"{part.title} takes {longest.pages} pages in {longest.language}, {rest}"
    hint = "Shorten the translation by the lines on its last page, or give the others a reason for another page."
    span = Span(part.path, part.line, 1)
    return [Finding(CODE, Severity.WARNING, what, hint, span, subject=part.subject, language=longest.language)]
