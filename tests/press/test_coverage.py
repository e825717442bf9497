"""The bound of ink from what is painted: never less than the plates, and no more than what can lie on one point."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from book.inks import marked
from book.sheets import Placed, Plate, Resources
from tests.press.pressed import INKS, page, plates, press, smaller


def bound(content: str, limit: float = 300, **options: Any) -> float:
    coverage = page(content, condition=smaller(ink=limit, ink_window=15), **options).coverage
    assert coverage is not None and coverage.how == "bound"
    return coverage.percent


LEFT, RIGHT = "0 0 60 60 re\nf", "70 40 60 60 re\nf"


def test_what_lies_on_top_takes_out_what_lies_below() -> None:
    assert bound(f"1 0 0 0 k\n{LEFT}\n0.5 1 0 0 k\n{LEFT}") == 200  # plate by plate, at most


def test_things_apart_do_not_add_up_where_it_matters() -> None:
    content = f"1 1 0 0 k\n{LEFT}\n0 0 1 1 k\n{RIGHT}"
    assert bound(content) == 400  # they touch one of the squares into which the page is cut
    assert bound("1 1 0 0 k\n0 60 20 20 re\nf\n0 0 1 1 k\n180 0 20 20 re\nf") == 200


def test_a_page_within_the_limit_is_told_as_a_whole() -> None:
    assert bound("1 1 0 0 k\n0 60 20 20 re\nf\n0 0 1 0 k\n180 0 20 20 re\nf") == 300


POINTS = 72 / 25.4
SKY = " ".join(f"{part / 100:.6f}" for part in marked(INKS, [])["sky"].cmyk)
PLACED = Placed("a.jpg", 200, 100)
PICTURE = "q\n200 0 0 100 0 0 cm\n/P0 Do\nQ"


def on_a_picture(content: str, picture: str = PICTURE) -> float:
    named = Resources(pictures={"P0": PLACED})
    return bound(f"{picture}\n{content}", resources=named, plates={PLACED: Plate("", 9, 9, ink=250)})


def test_small_black_adds_to_a_picture_what_it_can_cover_of_a_window() -> None:
    assert on_a_picture("") == 250
    letter = "BT\n/F 9 Tf\n1 0 0 1 9 9 Tm\n<41> Tj\nET"
    assert 251 < on_a_picture(letter) < 275

    def stripes(count: int, every: float) -> str:
        """Of an ink of 70 % that always overprints, each 2 mm high."""
        return "\n".join(f"{SKY} k\n0 {at * every * POINTS} 200 {2 * POINTS} re\nf" for at in range(count))

    assert on_a_picture(stripes(1, 2.5)) == pytest.approx(250 + 70 * 2 / 15, abs=0.1)
    assert on_a_picture(stripes(3, 2.5)) == pytest.approx(250 + 70 * 6 / 15, abs=0.1)
    assert on_a_picture(stripes(17, 2)) == 320
    caption = "q\n200 0 0 60 0 40 cm\n/P0 Do\nQ"
    assert on_a_picture("BT\n/F 9 Tf\n1 0 0 1 9 20 Tm\n<41> Tj\nET", caption) == 250  # it stands below the picture
    assert on_a_picture("BT\n/F 19 Tf\n1 0 0 1 9 9 Tm\n<41> Tj\nET") == 250  # large letters knock out


def test_an_empty_page_has_none() -> None:
    assert page("q\nQ").coverage is None


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript makes the plates")
def test_no_point_has_more_than_the_bound(tmp_path: Path) -> None:
    text = "BT\n/F 11 Tf\n1 0 0 1 22 40 Tm\n(IIIII) Tj\nET"
    content = f"1 0.2 0 0 k\n{LEFT}\n0 0.7 0.4 0.1 k\n20 20 80 60 re\nf\n0 0 0 1 k\n{text}"
    made = plates(press(content), tmp_path).values()
    heaviest = max(map(sum, zip(*(image.tobytes() for image in made), strict=True))) / 2.55
    assert heaviest <= bound(content)
