from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.impose.folding import SIZES, Sheet, Side, folded, nested, sections


def closed(sheet: Sheet) -> list[int]:
    """Folds the sheet on paper and leafs through the section: the pages in the order in which a reader meets them.

    Independent of how the sheet was made: leaves are cells with two faces; a fold lays one half upon the other."""
    back = [list(reversed(row)) for row in sheet.back]
    grid = [
        [[(one.page, other.page)] for one, other in zip(front, behind, strict=True)]
        for front, behind in zip(sheet.front, back, strict=True)
    ]
    # Heads and sides are folded in turn, the spine last of all: how many folds there are says which comes first.
    folds = (len(grid) * len(grid[0])).bit_length() - 1
    sideways = folds % 2 == 1
    while len(grid) * len(grid[0]) > 1:
        if sideways:
            half = len(grid[0]) // 2
            grid = [
                [turned(left) + right for left, right in zip(reversed(row[:half]), row[half:], strict=True)]
                for row in grid
            ]
        else:
            half = len(grid) // 2
            grid = [
                [turned(above) + below for above, below in zip(up, down, strict=True)]
                for up, down in zip(reversed(grid[:half]), grid[half:], strict=True)
            ]
        sideways = not sideways
    return [page for leaf in grid[0][0] for page in leaf]


def turned(stack: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(down, up) for up, down in reversed(stack)]


@pytest.mark.parametrize("pages", SIZES)
def test_a_folded_sheet_reads_in_order(pages: int) -> None:
    sheet = folded(pages)
    assert sheet.front and any(spot.page == 1 for row in sheet.front for spot in row)
    # The front has page 1 and comes to the outside, so it lies face down while the sheet is folded.
    assert closed(Sheet(sheet.back, sheet.front)) == list(range(1, pages + 1))


@pytest.mark.parametrize("pages", SIZES)
def test_pages_that_share_a_spine_lie_beside_each_other_upright_to_each_other(pages: int) -> None:
    for side in folded(pages):
        for row in side:
            assert len({spot.turned for spot in row}) == 1
            for left, right in zip(row[::2], row[1::2], strict=True):
                # of the section's outer half and its inner half; the odd page has its spine at the left
                assert left.page + right.page == pages + 1
                assert ((left if left.turned else right).page) % 2 == 1


def test_the_sheets_of_printers_books() -> None:
    """A quarto of eight pages: 8 and 1 below, 5 and 4 above on their heads; 2 and 7 behind."""
    sheet = folded(8)
    assert numbers(sheet.front) == [[5, 4], [8, 1]]
    assert numbers(sheet.back) == [[3, 6], [2, 7]]
    assert [[spot.turned for spot in row] for row in sheet.front] == [[True, True], [False, False]]
    assert numbers(folded(4).front) == [[4, 1]] and numbers(folded(4).back) == [[2, 3]]


def numbers(side: Side) -> list[list[int]]:
    return [[spot.page for spot in row] for row in side]


def test_levels_count_the_leaves_round_a_page() -> None:
    levels = {spot.page: spot.level for side in folded(16) for row in side for spot in row}
    assert levels[1] == levels[2] == levels[15] == levels[16] == 0
    assert levels[7] == levels[8] == levels[9] == levels[10] == 3


@given(st.integers(1, 40).map(lambda count: count * 4))
def test_nested_sheets_hold_every_page_once(pages: int) -> None:
    sheets = nested(pages)
    assert len(sheets) == pages // 4
    found = [spot.page for sheet in sheets for side in sheet for row in side for spot in row]
    assert sorted(found) == list(range(1, pages + 1))
    outer = sheets[0]
    assert numbers(outer.front) == [[pages, 1]] and numbers(outer.back) == [[2, pages - 1]]


@given(st.integers(1, 6000), st.sampled_from(SIZES))
def test_sections_hold_the_book_with_fewer_than_four_blanks(pages: int, most: int) -> None:
    found = sections(pages, most)
    assert 0 <= sum(found) - pages < 4
    assert all(size in SIZES and size <= most for size in found)
    assert list(found) == sorted(found, reverse=True)


@pytest.mark.parametrize("pages", [0, 2, 6, 12, 64])
def test_what_cannot_be_folded(pages: int) -> None:
    with pytest.raises(ValueError):
        folded(pages)
