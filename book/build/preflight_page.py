"""The page of a preflight for a browser: its pages drawn and its plates made once more, in processes of their own.

The order: which pages are shown, their pictures, the ink maps of those with the most ink, the sheets of the press.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from book.build.inking import plates_again
from book.build.reading_pdf import Progress
from book.checks import catalogue
from book.impose.folding import SIZES, folded, sections
from book.preflight.maps import ink_map
from book.preflight.pictures import Drawn, Wanted, drawn, too_much
from book.preflight.report_facts import InkMap, PreflightReport, Shown
from book.printed import PdfFacts
from book.report.preflight_choice import Choice, chosen
from book.report.preflight_page import preflight_page
from book.report.preflight_tables import Fold
from book.sandbox import Bounds, Ended, Sandbox
from book.world import opened

_SILENCE = 15.0
_MEMORY = 1 << 30
_SECONDS = 60
"""Of processor time, and one more for each page: most take a hundredth."""
_AGAIN = 3
"""So many pages may end the process that draws them before the rest is left undrawn."""
_WHY = {"time": "it takes too much time", "memory": "it takes too much memory"}
_LARGE_BYTES = 6_000_000
"""Of all large pictures together: the page must open on any machine."""


def page_of(path: Path, report: PreflightReport, progress: Progress) -> str:
    """HTML of the report on the file at `path`; what cannot be drawn is said on it."""
    choice = chosen(report)
    facts = report.facts
    whys = {entry.code: entry.why for entry in catalogue()}
    if facts is None:
        return preflight_page(report, Shown(), (), whys)
    shown = pictures(path, facts, choice, progress)
    maps = _maps(path, report, facts, choice)
    shown = Shown(shown.large, shown.small, shown.lost, maps)
    return preflight_page(report, shown, _folds(facts), whys)


def pictures(path: Path, facts: PdfFacts, choice: Choice, progress: Progress) -> Shown:
    """The chosen pages, each drawn once; a page that ends the process is lost, the rest is drawn."""
    wanted = _wanted(facts, choice)
    pages = facts.document.pages if facts.document is not None else len(facts.pages)
    box: Sandbox[Drawn] = Sandbox(Bounds(_SECONDS + len(wanted), _SILENCE, _MEMORY))
    large: dict[int, bytes] = {}
    small: dict[int, bytes] = {}
    lost = {page.index: "it is too much" for page in facts.pages if page.index in choice.large and too_much(page)}
    at, again, left = 0, _AGAIN, _LARGE_BYTES
    box.start(0, lambda: _drawn(path, wanted, pages))
    for _, told in box:
        if isinstance(told, Ended):
            if at < len(wanted):
                lost[wanted[at].index] = _WHY.get(told.why, "the program that draws it stopped")
            at, again = at + 1, again - 1
            if again and at < len(wanted):
                box.start(at, lambda begin=at: _drawn(path, wanted[begin:], pages))  # type: ignore[misc]
            continue
        at += 1
        left -= len(told.large)
        if told.complaint:
            lost[told.index] = told.complaint
        if told.large and left >= 0:
            large[told.index] = told.large
        if told.small:
            small[told.index] = told.small
        progress("drawing pages", at, len(wanted))
    return Shown(large, small, {index: why for index, why in lost.items() if index in choice.large})


def _wanted(facts: PdfFacts, choice: Choice) -> list[Wanted]:
    large, small = set(choice.large), set(choice.small)
    return [
        Wanted(
            page.index,
            page.media if page.index in large else None,
            (page.trim or page.crop or page.media) if page.index in small else None,
        )
        for page in facts.pages
        if page.index in large | small and not too_much(page)
    ]


def _drawn(path: Path, wanted: Sequence[Wanted], pages: int) -> Iterator[Drawn]:
    """In a process of its own."""
    with opened(path) as stream:
        yield from drawn(stream, wanted, pages)


def _maps(path: Path, report: PreflightReport, facts: PdfFacts, choice: Choice) -> tuple[InkMap, ...]:
    """Ink maps of the chosen pages; the plates of a book are too large to be kept for it, and are made once more."""
    limits = facts.condition.limits
    kept = {one.index: one for one in report.plates if one.ink}
    missing = [page for page in facts.pages if page.index in choice.maps and page.index not in kept]
    if missing:
        again = plates_again(report.program, path, missing, limits.ink_window)
        kept.update((one.index, one) for one in again)
    made = (ink_map(kept[index], limits.ink_window, limits.ink) for index in choice.maps if index in kept)
    return tuple(one for one in made if one is not None)


def _folds(facts: PdfFacts) -> tuple[Fold, ...]:
    """The sides of the printer's sheets that the condition folds, each with its pages."""
    most = facts.condition.signature.pages
    count = facts.document.pages if facts.document is not None else len(facts.pages)
    if facts.part != "interior" or most not in SIZES:
        return ()
    made, first = [], 0
    for section, length in enumerate(sections(count, most), 1):
        for side, spots in zip(("front", "back"), folded(length), strict=True):
            here = sorted(first + spot.page - 1 for row in spots for spot in row)
            made.append(Fold(section, side, tuple(index for index in here if index < count)))
        first += length
    return tuple(made)
