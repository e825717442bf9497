"""What lies in a printer's parcel beside the PDFs: the job ticket for machines and for people, sums, the archive."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from book.binding import spine_width
from book.build.condition import Pressed
from book.build.slips import EDITION, write_slip
from book.build.target import COVER, ENDPAPERS
from book.build.writing import day, pdf_date
from book.compose.rich import plain
from book.compose.shared import share
from book.compose.words import default_words, say
from book.deliver.describe import describe, heading
from book.deliver.package import SUMS, archive, digests_of, sums
from book.deliver.ticket import File, Ticket
from book.deliver.xjdf import xjdf
from book.impose.plates import plates_of
from book.inks import spot_builds
from book.language import tongue
from book.model import Edition
from book.preflight.report_facts import PreflightReport
from book.translate.apply import localize
from book.world import World

TICKET, TICKET_PAGE = "ticket.xjdf", "ticket.pdf"
_MM = 25.4 / 72


class Parcel(NamedTuple):
    """What was written for one language: the folder, its archive, the names of the files in it."""

    language: str
    folder: Path
    archive: Path
    files: tuple[str, ...]


class Order(NamedTuple):
    """Of what a ticket is written: `language` is that of the book, `reader` that of the printer."""

    edition: Edition
    language: str
    reader: str
    blanks: int
    copies: int


def write_tickets(
    world: World, pressed: Pressed, order: Order, reports: Mapping[str, PreflightReport], draft: Path
) -> None:
    """Writes the job ticket of the files in `draft`, whose reports of preflight these are, as XJDF and as a page."""
    ticket = _ticket(pressed, order, {name: _file(draft / name, report) for name, report in reports.items()})
    with World.writing(draft / TICKET) as file:
        file.write(xjdf(ticket))
    words = default_words(order.reader)

    def word(message: str, **values: str) -> str:
        return say(words, message, **values)

    book = localize(pressed.book, {}, order.reader)
    shared = share(order.reader, EDITION, book, (), (), pressed.inks)
    title, subtitle = heading(ticket, word)
    with World.writing(draft / TICKET_PAGE) as file:
        groups = describe(ticket, word, shared.tongue)
        write_slip(file, world, shared, title, subtitle, groups, pdf_date(pressed.book.date))


def _ticket(pressed: Pressed, order: Order, files: Mapping[str, File]) -> Ticket:
    book, condition = localize(pressed.book, {}, order.language), pressed.condition
    interior = next(file for name, file in files.items() if name not in (COVER, ENDPAPERS))
    builds = spot_builds(pressed.inks)
    spots = {plate for file in files.values() for plate in file.plates if plate in builds}
    return Ticket(
        job=f"{book.id}-{order.language}",
        title=plain(book.title),
        language=order.language,
        language_name=tongue(order.language).native_name,
        date=day(book.date),
        condition=condition,
        pdfx=order.edition.pdfx or condition.pdfx,
        interior=interior,
        blanks=order.blanks,
        cover=files.get(COVER),
        endpapers=files.get(ENDPAPERS),
        isbn=book.isbn.get(order.language, ""),
        publisher=plain(book.publisher),
        copies=order.copies,
        spine=spine_width(condition.cover, interior.pages) if COVER in files else 0.0,
        spots={name: builds[name] for name in sorted(spots)},
        bleed=order.edition.bleed,
    )


def _file(path: Path, report: PreflightReport) -> File:
    document = report.facts.document if report.facts else None
    assert document is not None  # a file that cannot be read is an error, and there is no parcel
    width, height = document.sizes[0][:2] if document.sizes else (0.0, 0.0)
    with World.reading(path) as file:
        size, sha256, md5 = digests_of(file)
    with World.reading(path) as file:
        plates = plates_of(file)
    trim = (round(width * _MM, 2), round(height * _MM, 2))
    return File(path.name, size, sha256, md5, document.pages, trim, plates)


def pack(draft: Path, names: Sequence[str], target: Path, date: tuple[int, int, int]) -> tuple[str, ...]:
    """Adds the sums of the files to their folder and writes the archive `target`; returns the names of all files."""
    digests = {}
    for one in names:
        with World.reading(draft / one) as file:
            digests[one] = digests_of(file)[1]
    with World.writing(draft / SUMS) as file:
        file.write(sums(digests))
    whole = (*names, SUMS)

    @contextlib.contextmanager
    def opened(one: str) -> Iterator[BinaryIO]:
        with World.reading(draft / one) as file:
            yield file

    with World.writing(target) as file:
        archive(file, target.stem, whole, date, opened)
    return whole
