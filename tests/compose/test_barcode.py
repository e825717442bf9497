"""The ISBN as EAN-13: check digits, bars, quiet zones."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.compose.barcode import QUIET_LEFT, QUIET_RIGHT, check_digit, digits_of, modules, svg, symbol
from book.conditions import BARCODE_MODULES

ISBN = "978-3-16-148410-0"
FROM_THE_TABLES = (
    "101" "0111011" "0001001" "0100001" "0011001" "0000101" "0011001"
    "01010" "1011100" "1001000" "1011100" "1100110" "1110010" "1110010" "101"
)  # fmt: skip
"""9783161484100 by hand, from the tables of ISO/IEC 15420: a 9 in front means parity OEEOEO for 7 8 3 1 6 1."""

TWELVE = st.tuples(st.sampled_from(["978", "979"]), st.from_regex(r"[0-9]{9}", fullmatch=True)).map("".join)
BARS = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z")


def bars(isbn: str, module: float = 0.33) -> list[tuple[float, ...]]:
    """x, top, width and height of each bar."""
    made = symbol(isbn, module)
    assert made is not None
    return [tuple(map(float, bar)) for bar in BARS.findall(made.bars)]


def test_an_isbn_is_thirteen_digits_of_which_the_last_is_right() -> None:
    assert digits_of(ISBN) == "9783161484100"
    assert digits_of("978 3 16 148410 0") == "9783161484100"


@pytest.mark.parametrize(
    "isbn", ["", "978-3-16-148410-1", "978-3-16-148410", "3-16-148410-X", "9783161484100x", "4006381333931", "٩٧٨"]
)
def test_what_is_no_isbn_has_no_symbol(isbn: str) -> None:
    assert digits_of(isbn) == ""
    assert symbol(isbn) is None


def test_the_modules_of_a_known_number() -> None:
    assert modules("9783161484100") == FROM_THE_TABLES


def test_guards_reach_lower_than_the_other_bars() -> None:
    tall = [bar for bar in bars(ISBN) if bar[3] > 23]
    assert len(tall) == 6
    assert {bar[3] for bar in tall} == {24.5}
    assert {bar[3] for bar in bars(ISBN)} == {22.85, 24.5}


def test_the_quiet_zones_are_eleven_and_seven_modules() -> None:
    made = symbol(ISBN)
    assert made is not None
    found = bars(ISBN)
    assert found[0][0] == pytest.approx(QUIET_LEFT * 0.33)
    assert made.width - (found[-1][0] + found[-1][2]) == pytest.approx(QUIET_RIGHT * 0.33)
    assert made.width == pytest.approx(37.29)


def test_the_smallest_symbol_is_not_below_the_standard() -> None:
    made = symbol(ISBN, BARCODE_MODULES[0])
    assert made is not None
    assert made.width == pytest.approx(29.83, abs=0.01)
    assert min(bar[3] for bar in bars(ISBN, BARCODE_MODULES[0])) == pytest.approx(18.28, abs=0.01)


def test_words_and_figures_stand_clear_of_the_bars() -> None:
    made = symbol(ISBN)
    assert made is not None
    top = min(bar[1] for bar in bars(ISBN))
    assert made.words_baseline < top
    assert made.baseline - made.size * 0.66 >= top + 22.85 + 0.1
    assert [figure for figure, _ in made.figures] == list("9783161484100")
    assert f">ISBN {ISBN}</text>" in svg(made)


def test_the_drawing_is_in_named_inks_alone() -> None:
    made = symbol(ISBN)
    assert made is not None
    assert set(re.findall(r'fill="([^"]+)"', svg(made))) == {"ink(black)", "ink(paper)"}


@given(TWELVE)
@settings(deadline=None)
def test_every_number_has_one_right_last_digit(twelve: str) -> None:
    right = [digit for digit in "0123456789" if digits_of(twelve + digit)]
    assert right == [check_digit(twelve)]


@given(TWELVE)
@settings(deadline=None)
def test_a_symbol_can_be_read_from_both_ends(twelve: str) -> None:
    """Odd parity on the left side begins with a space and ends with a bar; no two numbers share their modules."""
    pattern = modules(twelve + check_digit(twelve))
    assert len(pattern) == 95
    assert (pattern[:3], pattern[45:50], pattern[-3:]) == ("101", "01010", "101")
    left = [pattern[3 + 7 * at : 10 + 7 * at] for at in range(6)]
    right = [pattern[50 + 7 * at : 57 + 7 * at] for at in range(6)]
    assert all(figure[0] == "0" and figure[-1] == "1" for figure in left)
    assert all(figure[0] == "1" and figure[-1] == "0" and figure.count("1") % 2 == 0 for figure in right)
