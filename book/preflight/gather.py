"""Pages that were read one by one, here or in several processes, joined to the facts of a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from book.preflight.reader import Scan
from book.printed import Document, Font, PrintedPage

_PROCESS = {"Cyan", "Magenta", "Yellow", "Black", "All", "None", ""}


def joined(document: Document, scans: Iterable[Scan]) -> tuple[Document, tuple[PrintedPage, ...]]:
    """(the document with its fonts, spot inks and sizes; its pages in their order)."""
    fonts: dict[Font, list[int]] = {}
    used: dict[str, None] = dict.fromkeys(document.filters)
    actions: dict[str, None] = dict.fromkeys(document.actions)
    pages = []
    for scan in scans:
        pages.append(scan.page)
        used.update(dict.fromkeys(scan.filters))
        actions.update(dict.fromkeys(scan.actions))
        for font in scan.fonts:
            fonts.setdefault(font, []).append(scan.page.index)
    pages.sort(key=lambda page: page.index)
    told = replace(
        document,
        fonts=tuple(replace(font, pages=tuple(sorted(where))) for font, where in sorted(fonts.items(), key=_by_name)),
        spots=spots(pages),
        sizes=_sizes(pages),
        filters=tuple(used),
        actions=tuple(actions),
    )
    return told, tuple(pages)


def spots(pages: Sequence[PrintedPage]) -> tuple[str, ...]:
    """All spot inks that something is painted in, in the order of their names."""
    return tuple(sorted({ink for page in pages for colour, _, _ in page.spaces for ink in colour.inks} - _PROCESS))


def _sizes(pages: Sequence[PrintedPage]) -> tuple[tuple[float, float, str], ...]:
    """The different sizes of the trim in points, each with the first page that has it."""
    found: dict[tuple[float, float], str] = {}
    for page in pages:
        if page.trim is not None:
            x0, y0, x1, y1 = page.trim
            found.setdefault((round(x1 - x0, 2), round(y1 - y0, 2)), page.label)
    return tuple((width, height, label) for (width, height), label in found.items())


def _by_name(entry: tuple[Font, list[int]]) -> tuple[str, str, bool]:
    return entry[0].base, entry[0].kind, entry[0].embedded
