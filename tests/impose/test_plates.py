from __future__ import annotations

import io

import pikepdf
import pytest

from book.impose.plates import plates
from tests.impose.pages import book

PAINTED = {
    b"": (),
    b"1 1 1 rg 0 0 0 0 k 0 0 9 9 re f": (),
    b"0 0 0 1 k 0 0 9 9 re f": ("Black",),
    b"0 0 9 9 re f": ("Black",),
    b".2 g 0 0 9 9 re f": ("Black",),
    b"1 0 .5 0 K 0 0 m 9 9 l S": ("Cyan", "Yellow"),
    b"/S cs 1 scn 0 0 9 9 re f": ("Gold",),
    b"/S cs 0 scn 0 0 9 9 re f": (),
    b"q /S cs 1 scn Q 0 0 9 9 re f": ("Black",),
    b"/S cs .5 scn 0 0 9 9 re f 1 0 0 1 k 0 0 9 9 re f": ("Cyan", "Black", "Gold"),
    b"1 0 0 rg 0 0 9 9 re f": ("Cyan", "Magenta", "Yellow", "Black"),
    b"1 0 0 0 k 0 0 9 9 re n": (),
}


@pytest.mark.parametrize(("operators", "expected"), PAINTED.items(), ids=lambda value: str(value))
def test_the_plates_that_a_page_needs(operators: bytes, expected: tuple[str, ...]) -> None:
    with pikepdf.open(io.BytesIO(book(1, {1: operators}))) as pdf:
        assert plates(pdf.pages[0]) == expected
