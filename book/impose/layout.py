"""Where pages lie on a printer's sheet: trims, gutters, creep, and what of each page may be printed. Pure; mm from the
lower left corner of the sheet."""

from __future__ import annotations

from typing import NamedTuple

from book.conditions import Signature
from book.errors import BookError, ExitCode
from book.impose.folding import SIZES, Side, Spot

ROOM = 9.0
"""mm round the bleed for crop, fold and registration marks."""


class Format(NamedTuple):
    """What is imposed, in mm: the trim, its bleed, and the thickness of a leaf, by which inner pages creep out."""

    width: float
    height: float
    bleed: float
    caliper: float


class Cell(NamedTuple):
    """A page on a sheet: its trim's lower left corner and size, the box that may be printed (left, bottom, right, top),
    whether it stands on its head, and how far it is moved towards its spine (to the right if positive)."""

    page: int
    x: float
    y: float
    width: float
    height: float
    clip: tuple[float, float, float, float]
    turned: bool
    creep: float


class Form(NamedTuple):
    """One side of a sheet as it is printed. `folds_x`, `folds_y`: where it is folded; `spine` is the place (x, bottom,
    top) of the section's outer fold, for the collating mark, None where this side does not show it."""

    cells: tuple[Cell, ...]
    trims_x: tuple[float, ...]
    trims_y: tuple[float, ...]
    folds_x: tuple[float, ...]
    folds_y: tuple[float, ...]
    spine: tuple[float, float, float] | None


def form(side: Side, page: Format, sheet: Signature) -> Form:
    """Places one side's pages in the middle of the sheet, above the gripper's edge."""
    xs, folds_x = _columns(side[0], page, sheet)
    ys, folds_y = _rows(len(side), page, sheet)
    cells = []
    spine = None
    last = _total(side)
    for row, y in zip(side, ys, strict=True):
        for at, (spot, x) in enumerate(zip(row, xs, strict=True)):
            right = _spine_right(spot)
            beside = row[at + 1 if right else at - 1] if 0 <= (at + 1 if right else at - 1) < len(row) else None
            inner = 0.0 if beside is not None else page.bleed
            left, rest = (page.bleed, inner) if right else (inner, page.bleed)
            clip = (x - left, y - page.bleed, x + page.width + rest, y + page.height + page.bleed)
            creep = spot.level * page.caliper * (1 if right else -1)
            cells.append(Cell(spot.page, x, y, page.width, page.height, clip, spot.turned, creep))
            if spot.page == 1 and beside is not None and beside.page == last:
                spine = (x + page.width if right else x, y, y + page.height)
    trims_x = tuple(sorted({edge for x in xs for edge in (x, x + page.width)} - set(folds_x)))
    trims_y = tuple(sorted({edge for y in ys for edge in (y, y + page.height)}))
    return Form(tuple(cells), trims_x, trims_y, folds_x, folds_y, spine)


def _total(side: Side) -> int:
    """Pages of the section, from two that lie at one spine: they add up to one more."""
    row = side[-1]
    right = _spine_right(row[0])
    return row[0].page + row[1].page - 1 if right else row[-1].page + row[-2].page - 1


def _spine_right(spot: Spot) -> bool:
    """Is the spine at the right of this page, as it lies on the sheet? Odd pages have it at the left, upright."""
    return (spot.page % 2 == 0) != spot.turned


def _columns(row: tuple[Spot, ...], page: Format, sheet: Signature) -> tuple[list[float], tuple[float, ...]]:
    """Left edges of the pages, and the folds between them; pages that share a spine touch."""
    xs, folds = [0.0], []
    for before in row[:-1]:
        gap = 0.0 if _spine_right(before) else sheet.gutter
        edge = xs[-1] + page.width
        folds.append(edge + gap / 2)
        xs.append(edge + gap)
    shift = (sheet.width - xs[-1] - page.width) / 2
    return [x + shift for x in xs], tuple(fold + shift for fold in folds)


def _rows(count: int, page: Format, sheet: Signature) -> tuple[list[float], tuple[float, ...]]:
    """Lower edges of the pages from the top row down, and the folds between the rows."""
    whole = count * page.height + (count - 1) * sheet.gutter
    bottom = sheet.gripper + (sheet.height - sheet.gripper - whole) / 2
    ys = [bottom + (count - 1 - at) * (page.height + sheet.gutter) for at in range(count)]
    return ys, tuple(y - sheet.gutter / 2 for y in ys[:-1])


def needed(columns: int, rows: int, page: Format, sheet: Signature) -> tuple[float, float]:
    """The least sheet for so many columns and rows of pages."""
    faces = (columns - 1) // 2
    width = columns * page.width + faces * sheet.gutter + 2 * (page.bleed + ROOM)
    height = rows * page.height + (rows - 1) * sheet.gutter + page.bleed + ROOM + max(sheet.gripper, page.bleed + ROOM)
    return width, height


def refuse_too_small(columns: int, rows: int, page: Format, sheet: Signature, pages: int) -> None:
    """Raises BookError where the pages do not fit the sheet."""
    width, height = needed(columns, rows, page, sheet)
    if width > sheet.width + 0.01 or height > sheet.height + 0.01:
        smaller = [str(size) for size in SIZES if size < pages]
        fewer = f", or fewer pages a sheet (--pages {smaller[0]})" if smaller else ""
        raise BookError(
            f"{pages} pages of {page.width:g} × {page.height:g} mm need a sheet of {width:.0f} × {height:.0f} mm; "
            f"it has {sheet.width:g} × {sheet.height:g}",
            f"Choose a larger sheet (--sheet){fewer}.",
            ExitCode.WRONG_COMMAND,
        )
