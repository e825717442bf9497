"""Preflight of one PDF, ours or not: read in processes of their own, plates counted, checked, told whole.

The order of the stages: the file's digest, what lies beside it, its document and pages, their ink, the checks.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from book.build.condition import conditions_of, press_of
from book.build.inking import Counting, ink_of
from book.build.reading import read_book_file
from book.build.reading_pdf import Progress, read
from book.checks import run as run_checks
from book.conditions import PressCondition
from book.errors import BookError, ExitCode
from book.findings import Finding
from book.model import Edition
from book.preflight import places
from book.preflight.gather import joined
from book.preflight.places import Manifest
from book.preflight.report_facts import PreflightReport
from book.printed import Document, PdfFacts, PrintedPage
from book.workers import default_jobs
from book.world import World, beside, digest_of, find_book, house_folder, opened

_COVERS = ("cover", "endpapers")


class Wish(NamedTuple):
    """What the command says. `press` names a condition ("": the book's, or the first), `spots` are the spot inks that
    are meant to be there (None: nobody said), `plates` asks for them to be counted, `keep` for their pictures."""

    press: str = ""
    spots: tuple[str, ...] | None = None
    plates: bool = True
    keep: bool = False
    jobs: int = 0


class _Asked(NamedTuple):
    """What the file is judged by."""

    condition: PressCondition
    pdfx: str
    spots: tuple[str, ...] | None


def preflight(path: Path, book: Path | None, wish: Wish, progress: Progress) -> PreflightReport:
    """Judges the PDF at `path`. `book`: a folder of the book whose press conditions hold (None: that of the PDF)."""
    with opened(path) as file:
        digest, size = digest_of(file)
    manifest = _manifest(path, digest)
    known = places.read_places(beside(path, places.NAME, places.MOST), digest)
    asked = _asked(path, book, manifest, wish)
    report = PreflightReport(path.name, size, digest, ())
    pdf = read(path, size, wish.jobs or default_jobs(), progress)
    if pdf.document is None:
        return replace(report, findings=pdf.findings)
    document, pages = joined(pdf.document, pdf.scans)
    if known is not None:
        pages = places.placed(pages, known)
    window = asked.condition.limits.ink_window
    jobs = wish.jobs or default_jobs()
    ink = ink_of(path, pages, Counting(wish.plates, wish.keep, window, jobs), progress)
    facts = PdfFacts(ink.pages, asked.condition, document, asked.spots, asked.pdfx, _part(path, document))
    found = _in_order((*pdf.findings, *ink.findings, *run_checks("pdf", facts)), ink.pages)
    report = replace(report, findings=found, facts=facts, ink=ink.how, program=ink.program, plates=ink.plates)
    if known is not None and manifest is not None:
        report = replace(report, ours=True, language=manifest.language, edition=manifest.edition)
    return report


def _in_order(found: Sequence[Finding], pages: Sequence[PrintedPage]) -> tuple[Finding, ...]:
    """Of the file as a whole, then page by page."""
    at = {page.label: page.index for page in reversed(pages)}
    return tuple(sorted(found, key=lambda one: (at.get(one.page, -1), one.code, one.span)))


def _manifest(path: Path, digest: str) -> Manifest | None:
    """What tells of the book beside the file, if the file is that book as it was built, or its cover."""
    found = places.read_manifest(beside(path, places.MANIFEST, places.MOST))
    if found is None or found.pdf is None or (path.stem not in _COVERS and found.pdf.blake2b != digest):
        return None
    return found


def _part(path: Path, document: Document) -> Literal["interior", "cover"]:
    """A cover and endpapers are one sheet each: by their names, or by what they are."""
    return "cover" if path.stem in _COVERS or document.pages == 1 else "interior"


# --- what is asked -------------------------------------------------------------------------------------------------


def _asked(path: Path, book: Path | None, manifest: Manifest | None, wish: Wish) -> _Asked:
    """The condition by name, else that of the book to which the file belongs, else the first of the house."""
    world = book_of(path, book)
    chosen, editions = "", tuple[Edition, ...]()
    if world.root != house_folder().resolve() or book is not None:
        made, _ = read_book_file(world)
        if made is not None:
            pressed = press_of(world, made)
            chosen, editions = pressed.condition.name, pressed.book.editions
    conditions, _ = conditions_of(world)
    name = wish.press or chosen
    if name and name not in conditions:
        raise BookError(f'there is no press condition "{name}"', f"There are {', '.join(conditions)}.",
                        ExitCode.WRONG_COMMAND)  # fmt: skip
    condition = conditions[name] if name else next(iter(conditions.values()))
    own = [one for one in editions if manifest is not None and one.name == manifest.edition]
    pdfx, spots = condition.pdfx, wish.spots
    if own and not wish.press:
        pdfx = own[0].pdfx or pdfx
    if own and spots is None:
        spots = tuple(own[0].spots)
    return _Asked(condition, pdfx, spots)


def book_of(path: Path, book: Path | None) -> World:
    """The book that was named, else that in whose folder the file lies, else the one here, else the house alone."""
    if book is not None:
        return World(find_book(book))
    for start in (path.resolve().parent, Path()):
        try:
            return World(find_book(start))
        except BookError:
            continue
    return World(house_folder())
