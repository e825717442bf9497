"""The ink of all pages of a PDF: counted on Ghostscript's plates where it is on the machine, else bounded."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from book import programs
from book.build.reading_pdf import Progress, finding
from book.findings import Finding
from book.preflight import plates
from book.preflight.bound import bound
from book.printed import PrintedPage

GHOSTSCRIPT = "gs"
_SECONDS = 20
"""For a run of pages, and one more for each: a page takes a twentieth."""
_PATIENCE = 3
_RUN = 12
"""Pages of which Ghostscript makes the plates at once: more would fill the disk, fewer start it too often."""


class Ink(NamedTuple):
    pages: tuple[PrintedPage, ...]
    findings: tuple[Finding, ...] = ()
    how: str = ""
    program: str = ""
    plates: tuple[plates.Plates, ...] = ()


class Counting(NamedTuple):
    """Whether plates are `wanted`, and `keep` their pictures; the `window` in mm; how many are made at once."""

    wanted: bool
    keep: bool
    window: float
    jobs: int


def ink_of(path: Path, pages: tuple[PrintedPage, ...], how: Counting, progress: Progress) -> Ink:
    """The pages with their coverage: counted where Ghostscript is on the machine, else bounded from the objects."""
    program = programs.program(GHOSTSCRIPT) if how.wanted else None
    if program is None:
        return Ink(tuple(replace(page, coverage=bound(page)) for page in pages), how="bound")
    runs = _runs(pages)
    counted: dict[int, plates.Plates] = {}
    said: list[str] = []

    def one(run: list[PrintedPage]) -> tuple[list[plates.Plates], str]:
        # A file on which Ghostscript stumbles again and again would keep us for hours.
        if len(said) >= _PATIENCE:
            return [], ""
        return _plates_of(program, path, run, how.window, how.keep)

    with ThreadPoolExecutor(how.jobs) as pool:
        done = 0
        for run, (made, complaint) in zip(runs, pool.map(one, runs), strict=True):
            counted.update((plate.index, plate) for plate in made)
            if complaint:
                said.append(complaint)
            done += len(run)
            progress("plates", done, len(pages))
    missing = sum(page.index not in counted for page in pages)
    found: tuple[Finding, ...] = ()
    if missing:
        why = f" ({said[0][:200]})" if said else ""
        found = (finding("P906", f"the plates of {missing} of {len(pages)} pages could not be made{why}"),)
    covered = tuple(
        replace(page, coverage=counted[page.index].coverage if page.index in counted else bound(page)) for page in pages
    )
    return Ink(covered, found, "plates", program, tuple(counted[index] for index in sorted(counted)))


def _runs(pages: tuple[PrintedPage, ...]) -> list[list[PrintedPage]]:
    """Pages that follow each other, a few at a time, without those of a size that nobody prints, and without those that
    were too much to be read."""
    found: list[list[PrintedPage]] = []
    for page in pages:
        if not plates.can_be_plated(page):
            continue
        if found and len(found[-1]) < _RUN and found[-1][-1].index == page.index - 1:
            found[-1].append(page)
        else:
            found.append([page])
    return found


def _plates_of(
    program: str, path: Path, run: list[PrintedPage], window: float, keep: bool
) -> tuple[list[plates.Plates], str]:
    """The plates of a run of pages, and what Ghostscript complained of."""
    with programs.private_folder() as folder:
        first, last = run[0].index + 1, run[-1].index + 1
        asked = plates.arguments(program, str(path.resolve()), first, last)
        ran = programs.run(asked, folder, _SECONDS + len(run))
        files: dict[int, dict[str, str]] = {}
        for name in folder.names():
            named = plates.plate_of(name)
            if named is not None:
                files.setdefault(named[0], {})[named[1]] = name
        made = []
        for at, page in enumerate(run, 1):
            data = {ink: folder.take(name, plates.PER_PAGE) for ink, name in files.get(at, {}).items()}
            found = plates.counted(page, data, window, keep) if data else None
            if found is not None:
                made.append(found)
    return made, "" if ran.well else ran.said.splitlines()[0] if ran.said else "Ghostscript failed"


def plates_again(program: str, path: Path, pages: Sequence[PrintedPage], window: float) -> list[plates.Plates]:
    """The plates of some pages with their pictures; without those that cannot be made."""
    made = []
    for run in _runs(tuple(pages)):
        made += _plates_of(program, path, run, window, True)[0]
    return made
