"""Hands a book over: builds it, refuses while preflight has errors that are not waived, and puts all that a printer
needs into one folder and one archive for each language."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from book.build import Made, Order, Outcome, build
from book.build.condition import Pressed, press_of
from book.build.imposing import FLAT_PLAN, draw, places_of
from book.build.parcels import TICKET, TICKET_PAGE, Parcel, pack, write_tickets
from book.build.parcels import Order as Ordered
from book.build.preflight_page import page_of
from book.build.preflighting import Wish as Judging
from book.build.preflighting import preflight
from book.build.reading import Progress, read_book_file
from book.build.target import BOUND
from book.build.waivers import apply_waivers
from book.errors import BookError, ExitCode
from book.findings import Finding
from book.model import Book, Edition
from book.preflight.report_facts import PreflightReport
from book.report.preflight import plain, text
from book.world import World


class Wish(NamedTuple):
    """Where to, how many copies (0: nobody said), in which language the printer reads (empty: that of the book), and
    whether ink is counted on plates."""

    where: Path
    copies: int = 0
    language: str = ""
    plates: bool = True


class Delivery(NamedTuple):
    """`findings` are those of preflight, waived ones left out; a language of which one is an error has no parcel."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    parcels: tuple[Parcel, ...]

    @property
    def refused(self) -> bool:
        return self.outcome.book_errors or any(finding.is_error for finding in self.findings)


def deliver(world: World, order: Order, wish: Wish, progress: Progress) -> Delivery:
    """The order's languages, in the edition for the press that it names, or in the book's only one."""
    book, _ = read_book_file(world)
    if book is None:
        return Delivery(build(world, order, progress), (), ())
    pressed = press_of(world, book)
    edition = _edition(pressed.book, order.editions)
    outcome = build(world, order._replace(editions=(edition.name,)), progress)
    findings: list[Finding] = []
    parcels = []
    for made in outcome.made:
        if made.pdf is None or made.errors:
            continue
        reports = _judged(made, wish, order.jobs, progress)
        found = _remaining(reports, book, made)
        findings += found
        if not any(finding.is_error for finding in found):
            parcels.append(_parcel(world, pressed, edition, made, reports, wish, progress))
    return Delivery(outcome, tuple(findings), tuple(parcels))


def _edition(book: Book, asked: Sequence[str]) -> Edition:
    for_press = [one for one in book.editions if one.purpose == "print" and (not asked or one.name in asked)]
    if len(for_press) == 1:
        return for_press[0]
    names = ", ".join(one.name for one in book.editions if one.purpose == "print")
    what = "the book has several editions for the press" if for_press else "that is no edition for the press"
    raise BookError(what, f"Name one with -e: {names or 'there is none yet'}.", ExitCode.WRONG_COMMAND)


def _judged(made: Made, wish: Wish, jobs: int, progress: Progress) -> dict[str, PreflightReport]:
    """Preflight of every PDF of the book, by name: the finished files are read whole."""
    assert made.pdf is not None
    files = [made.pdf, *(path for name in BOUND if (path := made.pdf.with_name(name)).exists())]
    judging = Judging(plates=wish.plates, jobs=jobs)
    return {path.name: preflight(path, None, judging, progress) for path in files}


def _remaining(reports: Mapping[str, PreflightReport], book: Book, made: Made) -> list[Finding]:
    from msgspec.structs import replace

    found: list[Finding] = []
    for name, report in reports.items():
        remaining, _ = apply_waivers(report.findings, book.waivers)
        for finding in remaining:
            subject = finding.subject or (name if not finding.span.path else "")
            found.append(replace(finding, subject=subject, language=made.target.language))
    return found


def _parcel(
    world: World, pressed: Pressed, edition: Edition, made: Made, reports: Mapping[str, PreflightReport], wish: Wish,
    progress: Progress,
) -> Parcel:  # fmt: skip
    """Writes the folder and the archive of one language."""
    assert made.pdf is not None
    progress("packing", 0, 1)
    language = made.target.language
    folder = wish.where / f"{pressed.book.id}-{language}"
    with World.replacing(folder) as draft:
        for name, report in reports.items():
            with World.reading(made.pdf.with_name(name)) as source, World.writing(draft / name) as file:
                shutil.copyfileobj(source, file, 1 << 20)
            _tell(draft, name, report, progress)
        with World.reading(made.pdf) as source, World.writing(draft / FLAT_PLAN) as file:
            draw(world, pressed.book, pressed.condition, made, source, file, progress)
        ticket = Ordered(edition, language, wish.language or language, len(places_of(made)[0]), wish.copies)
        write_tickets(world, pressed, ticket, reports, draft)
        date = pressed.book.date
        archive = wish.where / f"{folder.name}.zip"
        papers = (name for one in reports for name in _papers(one))
        names = (*reports, *papers, FLAT_PLAN, TICKET, TICKET_PAGE)
        names = pack(draft, names, archive, (date.year or 0, date.month or 1, date.day or 1))
    progress("packing", 1, 1)
    return Parcel(language, folder, archive, names)


def _papers(name: str) -> tuple[str, ...]:
    """The names of the reports on a PDF."""
    stem = f"preflight-{Path(name).stem}"
    return f"{stem}.html", f"{stem}.txt", f"{stem}.json"


def _tell(draft: Path, name: str, report: PreflightReport, progress: Progress) -> None:
    """What preflight found, for people and for programs."""
    page, words, data = _papers(name)
    _write(draft / page, page_of(draft / name, report, progress).encode())
    _write(draft / words, "".join(f"{line}\n" for line in text(report, str)).encode())
    _write(draft / data, json.dumps(plain(report), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n")


def _write(path: Path, data: bytes) -> None:
    with World.writing(path) as file:
        file.write(data)
