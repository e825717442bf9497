"""Fonts, pictures, boxes and the flat plan of a PDF, as rows for its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from book.preflight.report_facts import PreflightReport
from book.printed import PdfFacts, PrintedPage, PrintedPicture
from book.report.frames import Frames, frames
from book.report.preflight_choice import GEOMETRIES, geometries

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
PICTURES, FONTS, FRAMES = 200, 300, 4000
"""Rows of the tables, and pages of the flat plan."""


class PictureRow(NamedTuple):
    page: PrintedPage
    picture: PrintedPicture
    state: str
    """error, warning, or empty where there are pixels enough."""


class BoxRow(NamedTuple):
    """Pages whose boxes are the same; `frames` those of the first."""

    pages: Sequence[PrintedPage]
    frames: Frames

    @property
    def where(self) -> str:
        return ranges([page.index for page in self.pages])


class Fold(NamedTuple):
    """One side of a printer's sheet: its section, and the indexes of its pages."""

    section: int
    side: str
    pages: tuple[int, ...]


class Leaf(NamedTuple):
    """A page of the flat plan. `section` is the number of that which begins here, 0 for none."""

    page: PrintedPage
    plates: tuple[str, ...]
    findings: int
    worst: str
    section: int


def picture_rows(facts: PdfFacts) -> list[PictureRow]:
    """All pictures on the pages that have a size, those with the fewest pixels first."""
    rows = []
    limits = facts.condition.limits.pictures
    for page in facts.pages:
        for picture in page.pictures:
            error, warning = limits.error, limits.warning
            if picture.bits == 1:
                error, warning = limits.line_art_error, limits.line_art_warning
            ppi = int(picture.ppi + 0.5)
            few = min(picture.width, picture.height) > limits.tiny and picture.ppi > 0
            state = "" if not few or ppi >= warning else "error" if ppi < error else "warning"
            rows.append(PictureRow(page, picture, state))
    return sorted(rows, key=lambda row: (row.picture.ppi, row.page.index))


def box_rows(facts: PdfFacts) -> list[BoxRow]:
    bound = facts.part == "interior" and facts.document is not None
    found = geometries(facts)[:GEOMETRIES]
    return [BoxRow(pages, frames(pages[0], facts.condition.limits, bound)) for pages in found]


def ranges(indexes: Iterable[int], most: int = 12) -> str:
    """Pages by their position, counted from 1: 1–4, 7."""
    runs: list[list[int]] = []
    for index in sorted(set(indexes)):
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    words = [str(a + 1) if a == b else f"{a + 1}–{b + 1}" for a, b in runs[:most]]
    return ", ".join(words) + (f" and {len(runs) - most} more" if len(runs) > most else "")


# --- plates ----------------------------------------------------------------------------------------------------------


def plates_by_page(report: PreflightReport, facts: PdfFacts) -> dict[int, tuple[str, ...]]:
    """The plates that have something on them: as counted, else by the colours on the page."""
    counted = {one.index: [ink for ink, share in one.inks.items() if share > 0] for one in report.plates}
    return {
        page.index: in_order(counted[page.index] if page.index in counted else painted(page)) for page in facts.pages
    }


def in_order(inks: Iterable[str]) -> tuple[str, ...]:
    """Printing order: process inks, then spot inks by name."""
    found = set(inks)
    return (*(ink for ink in PROCESS if ink in found), *sorted(found - {*PROCESS}))


def painted(page: PrintedPage) -> set[str]:
    """The inks of the objects on a page. What is only known by its colour space (a picture, a shading) counts for all
    inks of that space."""
    shown = [colour for text in page.texts for colour in (text.fill, text.stroke) if colour is not None]
    shown += [path.colour for path in page.paths]
    found = {ink for colour in shown for ink, share in colour.amounts().items() if share > 0}
    known = {colour.space for colour in shown if colour.amounts()}
    pictures = [picture.colour for picture in page.pictures]
    for colour in (*pictures, *(space for space, _, _ in page.spaces if space.space not in known)):
        if colour.inks:
            found |= set(colour.inks)
        else:
            found |= {"Black"} if colour.space in ("DeviceGray", "CalGray") else set(PROCESS)
    return set(PROCESS) if "All" in found else found - {"None", ""}


# --- flat plan -------------------------------------------------------------------------------------------------------


def spreads(
    report: PreflightReport, facts: PdfFacts, folds: Sequence[Fold], at: Mapping[str, int]
) -> list[list[Leaf | None]]:
    """Pages two by two as the open book shows them; the first stands alone on the right."""
    plates = plates_by_page(report, facts)
    begins: dict[int, int] = {}
    for fold in folds:
        if fold.pages:
            begins[fold.section] = min(begins.get(fold.section, fold.pages[0]), *fold.pages)
    starts = {index: section for section, index in begins.items()}
    count: dict[int, int] = {}
    worst: dict[int, str] = {}
    for finding in sorted(report.findings, key=lambda one: not one.is_error):
        index = at.get(finding.page, -1)
        count[index] = count.get(index, 0) + 1
        worst.setdefault(index, finding.severity.value)
    leaves: list[Leaf | None] = [None]
    for page in facts.pages[:FRAMES]:
        own = page.index
        leaves.append(Leaf(page, plates[own], count.get(own, 0), worst.get(own, ""), starts.get(own, 0)))
    return [leaves[first : first + 2] for first in range(0, len(leaves), 2)]


class FoldRow(NamedTuple):
    fold: Fold
    plates: tuple[str, ...]
    blanks: int


def fold_rows(report: PreflightReport, facts: PdfFacts, folds: Sequence[Fold]) -> list[FoldRow]:
    plates = plates_by_page(report, facts)
    empty = {page.index for page in facts.pages if page.blank}
    return [
        FoldRow(fold, in_order(ink for index in fold.pages for ink in plates.get(index, ())),
                sum(index in empty for index in fold.pages))
        for fold in folds
    ]  # fmt: skip
