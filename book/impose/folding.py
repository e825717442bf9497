"""Which page stands where on a sheet that is printed on both sides and folded into a section. Pure.

A section is unfolded on paper here: from the closed section with page 1 on top and the spine at the left, fold by fold,
until it is one flat sheet. The last fold is the spine, then heads and sides in turn, as folding machines do (a
right-angle fold).
"""

from __future__ import annotations

from typing import NamedTuple

SIZES = (32, 16, 8, 4)
"""Pages that one folded sheet can have."""


class Spot(NamedTuple):
    """A page on one side of a sheet: `page` from 1 within the section; `turned`: it stands on its head; `level`: how
    many leaves lie round it in the fold (0: outermost), which is what it creeps out by."""

    page: int
    turned: bool
    level: int


Side = tuple[tuple[Spot, ...], ...]
"""Rows from the top, spots from the left, as that side is looked at."""


class Sheet(NamedTuple):
    """Both sides of a printer's sheet; the back as it is seen when the sheet is turned over sideways."""

    front: Side
    back: Side


class _Leaf(NamedTuple):
    up: int
    down: int
    turned: bool


_Stack = tuple[_Leaf, ...]
"""Leaves from the top."""


def folded(pages: int) -> Sheet:
    """One sheet that is folded to a section of 4, 8, 16 or 32 pages."""
    if pages not in SIZES:
        raise ValueError(f"a sheet cannot be folded to {pages} pages")
    stack = tuple(_Leaf(2 * at + 1, 2 * at + 2, False) for at in range(pages // 2))
    grid: tuple[tuple[_Stack, ...], ...] = ((stack,),)
    sideways = True
    while len(grid[0][0]) > 1:
        grid = _opened_left(grid) if sideways else _opened_up(grid)
        sideways = not sideways
    front = tuple(tuple(_spot(stack[0].up, stack[0].turned, pages) for stack in row) for row in grid)
    back = tuple(tuple(_spot(stack[0].down, stack[0].turned, pages) for stack in reversed(row)) for row in grid)
    outside = any(spot.page == 1 for row in front for spot in row)
    return Sheet(front, back) if outside else Sheet(back, front)


def nested(pages: int) -> tuple[Sheet, ...]:
    """Sheets of four pages that are put into one another, the outermost first: what an office printer can do."""
    if pages <= 0 or pages % 4:
        raise ValueError(f"nested sheets have a multiple of four pages, not {pages}")
    sheets = []
    for level in range(pages // 4):
        first, last = 2 * level + 1, pages - 2 * level
        sheets.append(
            Sheet(
                ((_spot(last, False, pages), _spot(first, False, pages)),),
                ((_spot(first + 1, False, pages), _spot(last - 1, False, pages)),),
            )
        )
    return tuple(sheets)


def sections(pages: int, most: int) -> tuple[int, ...]:
    """How a book of so many pages is divided: sections of `most` pages, and at the end smaller ones; the last is filled
    up with blanks to a multiple of four."""
    left = -(-pages // 4) * 4
    whole, rest = divmod(left, most)
    ends = [size for size in SIZES if size < most and rest & size]
    return (*(most for _ in range(whole)), *ends)


def _spot(page: int, turned: bool, pages: int) -> Spot:
    leaf = (page - 1) // 2
    return Spot(page, turned, min(leaf, pages // 2 - 1 - leaf))


def _opened_left(grid: tuple[tuple[_Stack, ...], ...]) -> tuple[tuple[_Stack, ...], ...]:
    """Unfolds about the left edge: the upper half of every stack is turned over to the left."""
    return tuple(
        (*(_turned_over(_upper(stack), False) for stack in reversed(row)), *(_lower(stack) for stack in row))
        for row in grid
    )


def _opened_up(grid: tuple[tuple[_Stack, ...], ...]) -> tuple[tuple[_Stack, ...], ...]:
    """Unfolds about the upper edge: the upper half of every stack is turned over upwards and stands on its head."""
    above = tuple(tuple(_turned_over(_upper(stack), True) for stack in row) for row in reversed(grid))
    return above + tuple(tuple(_lower(stack) for stack in row) for row in grid)


def _upper(stack: _Stack) -> _Stack:
    return stack[: len(stack) // 2]


def _lower(stack: _Stack) -> _Stack:
    return stack[len(stack) // 2 :]


def _turned_over(stack: _Stack, headfirst: bool) -> _Stack:
    return tuple(_Leaf(leaf.down, leaf.up, leaf.turned != headfirst) for leaf in reversed(stack))
