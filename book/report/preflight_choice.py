"""Which pages of a file its report shows: a report is looked at, and must not grow with the book."""

from __future__ import annotations

from typing import NamedTuple

from book.preflight.report_facts import PreflightReport
from book.printed import PdfFacts, PrintedPage

LARGE = 48
"""Pages that are shown large, because of findings or as an example of their boxes."""
SMALL = 400
"""Pages with a picture in the flat plan; the others have a frame."""
MAPS = 8
GEOMETRIES = 12
"""Different boxes that are shown; files with more are no books."""


class Choice(NamedTuple):
    """Indexes of pages: shown large, small, and with their plates and ink map."""

    large: tuple[int, ...]
    small: tuple[int, ...]
    maps: tuple[int, ...]


def chosen(report: PreflightReport) -> Choice:
    facts = report.facts
    if facts is None:
        return Choice((), (), ())
    maps = ink_pages(facts) if report.ink == "plates" else ()
    examples = [pages[0].index for pages in geometries(facts)[:GEOMETRIES]]
    at = places(facts)
    worst = sorted(report.findings, key=lambda finding: not finding.is_error)
    told = [at[finding.page] for finding in worst if finding.page in at]
    large = tuple(dict.fromkeys((*examples, *told)))[:LARGE]
    book = facts.part == "interior"
    return Choice(tuple(sorted(large)), tuple(page.index for page in facts.pages[:SMALL]) if book else (), maps)


def places(facts: PdfFacts) -> dict[str, int]:
    """Pages by the label that findings name; a label that several pages have says nothing."""
    found: dict[str, int] = {}
    several = set()
    for page in facts.pages:
        label = page.label or str(page.index)
        if label in found:
            several.add(label)
        found[label] = page.index
    return {label: index for label, index in found.items() if label not in several}


def ink_pages(facts: PdfFacts) -> tuple[int, ...]:
    """The pages with the most ink, in their order; rotated ones have their plates turned."""
    known = [page for page in facts.pages if page.coverage is not None and page.coverage.percent > 0]
    upright = [page for page in known if not page.rotate % 360 and page.media is not None]
    most = sorted(upright, key=lambda page: (-_percent(page), page.index))[:MAPS]
    return tuple(sorted(page.index for page in most))


def _percent(page: PrintedPage) -> float:
    return page.coverage.percent if page.coverage is not None else 0.0


def geometries(facts: PdfFacts) -> list[list[PrintedPage]]:
    """Pages that are alike in all their boxes, in the order of the first of each."""
    found: dict[object, list[PrintedPage]] = {}
    for page in facts.pages:
        boxes = tuple(box and tuple(round(edge, 2) for edge in box) for box in _boxes(page))
        found.setdefault((boxes, page.rotate % 360, page.user_unit), []).append(page)
    return list(found.values())


def _boxes(page: PrintedPage) -> tuple[tuple[float, float, float, float] | None, ...]:
    return page.media, page.crop, page.bleed, page.trim, page.art
