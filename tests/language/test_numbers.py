from __future__ import annotations

from decimal import Decimal, localcontext
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.language import tongue
from book.language.numbers import page_ranges, roman


@pytest.mark.parametrize(
    ("lang", "value", "decimals", "expected"),
    [
        ("kk", 69.922, 1, "69,9"),
        ("ru", 69.95, 1, "70,0"),
        ("en", 69.922, 1, "69.9"),
        ("en", 2.5, 0, "3"),
        ("ru", 2050, None, "2050"),
        ("en", 2050, None, "2,050"),
        ("kk", 22091, None, "22\u00a0091"),
        ("ru", 1234567.5, 2, "1\u00a0234\u00a0567,50"),
        ("kk", 5.0, None, "5"),
        ("kk", -3.5, None, "\u22123,5"),
        ("kk", -0.01, 1, "0,0"),
        ("ru", Decimal("0.10"), None, "0,10"),
        ("ru", float("nan"), 1, ""),
        ("ru", float("inf"), None, ""),
        ("de", 1234.5, 1, "1.234,5"),
    ],
)  # fmt: skip
def test_numbers(lang: str, value: float, decimals: int | None, expected: str) -> None:
    assert tongue(lang).number(value, decimals) == expected


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False), st.none() | st.integers(0, 6))
@settings(deadline=None)
def test_a_number_can_be_read_back(value: float, decimals: int | None) -> None:
    text = tongue("ru").number(value, decimals).replace("\u00a0", "").replace(",", ".").replace("\u2212", "-")
    with localcontext(prec=400):
        half = 0 if decimals is None else Decimal(1).scaleb(-decimals) / 2
        assert abs(Decimal(text) - Decimal(str(value))) <= half


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("kk", "1-ші 2-ші 3-ші 4-ші 5-ші 6-шы 7-ші 8-ші 9-шы 10-шы 13-ші 16-шы 20-шы 30-шы 40-шы 50-ші 60-шы 70-ші "
               "80-ші 90-шы 100-ші 1000-шы"),
        ("en", "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 13th 16th 20th 30th 40th 50th 60th 70th 80th "
               "90th 100th 1000th"),
    ],
)  # fmt: skip
def test_ordinals(lang: str, expected: str) -> None:
    numbers = [*range(1, 11), 13, 16, *range(20, 101, 10), 1000]
    assert " ".join(map(tongue(lang).ordinal, numbers)) == expected


def test_english_teens() -> None:
    assert [tongue("en").ordinal(n) for n in (11, 12, 13, 21, 22, 23, 111, 113)] == [
        "11th", "12th", "13th", "21st", "22nd", "23rd", "111th", "113th",
    ]  # fmt: skip
    assert tongue("ru").ordinal(5) == "5-й"


@given(st.integers(1, 3999))
def test_roman_numerals(value: int) -> None:
    worth = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    digits = [worth[sign] for sign in roman(value)]
    assert sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True)) == value


def test_centuries() -> None:
    assert tongue("kk").century(19) == "XIX\u00a0ғасыр"
    assert tongue("kk").century(19, "short") == "XIX\u00a0ғ."
    assert tongue("ru").century(20) == "XX\u00a0век"
    assert tongue("ru").century(20, "short") == "XX\u00a0в."
    assert tongue("en").century(21) == "21st century"


def test_plurals() -> None:
    beds = {"one": "койка", "few": "койки", "many": "коек", "other": "койки"}
    assert [tongue("ru").plural(n, beds) for n in (1, 3, 5, 11, 21, 1.5)] == [
        "койка", "койки", "коек", "коек", "койка", "койки",
    ]  # fmt: skip
    assert tongue("kk").plural(5, {"other": "төсек"}) == "төсек"
    assert tongue("kk").plural(1, {"one": "бір", "other": "көп"}) == "бір"
    assert tongue("zz").plural(1, {"one": "bed", "other": "beds"}) == "bed"
    assert tongue("en").plural(2, {}) == ""


def test_lists() -> None:
    assert tongue("kk").list_of(["а", "ә", "б"]) == "а, ә және б"
    assert tongue("ru").list_of(["а", "б", "в", "г"]) == "а, б, в и г"
    assert tongue("en").list_of(["a", "b", "c"]) == "a, b and c"
    assert tongue("en").list_of(["{0}", "{1}"]) == "{0} and {1}"
    assert [tongue("kk").list_of(items) for items in ([], ["а"], ["а", "б"])] == ["", "а", "а және б"]


def test_pages() -> None:
    assert tongue("kk").pages([(87, 89), 91, "xii", ("iv", "v"), (5, 5)]) == "87–89, 91, xii, iv–v, 5"
    assert tongue("kk").pages([]) == ""


@given(st.lists(st.integers(1, 60)))
def test_page_ranges_hold_the_same_pages(pages: list[int]) -> None:
    runs = page_ranges(pages)
    assert [page for first, last in runs for page in range(first, last + 1)] == sorted(set(pages))
    assert all(b[0] > a[1] + 1 for a, b in pairwise(runs))
    assert tongue("en").page_ranges(pages) == runs
