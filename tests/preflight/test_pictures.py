"""Pictures of pages and ink maps."""

from __future__ import annotations

import io

from PIL import Image

from book.preflight.maps import OVER, colour, ink_map
from book.preflight.pictures import LEAST, MOST, SMALL, Wanted, drawn
from book.preflight.plates import Plates
from book.printed import Coverage
from tests.pdfs import pdf

MEDIA, TRIM = (0.0, 0.0, 340.0, 440.0), (20.0, 20.0, 320.0, 420.0)
BLACK = "0 0 0 1 k 20 320 100 100 re f\n"
"""A square in the upper left corner of the trim."""


def opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("L")


def test_a_page_is_drawn_as_it_lies_in_the_file() -> None:
    for page in ("", "/Rotate 90", "/CropBox[100 100 200 200]"):
        (made,) = drawn(io.BytesIO(pdf(BLACK, page=page)), [Wanted(0, MEDIA, TRIM)], 1)
        assert not made.complaint
        large, small = opened(made.large), opened(made.small)
        assert large.size == (round(LEAST * 340 / 440), LEAST) and small.size == (SMALL * 3 // 4, SMALL)
        at = LEAST / 440
        inside = [large.getpixel((round(x * at), round(y * at))) for x, y in ((30, 30), (110, 110))]
        outside = [large.getpixel((round(x * at), round(y * at))) for x, y in ((10, 10), (130, 30), (30, 130))]
        assert max(inside) < 80 and min(outside) > 240  # type: ignore[type-var,operator]
        assert small.getpixel((3, 3)) < 90 < 230 < small.getpixel((60, 60))  # type: ignore[operator]


def test_what_cannot_be_drawn_is_told_and_the_rest_drawn() -> None:
    wanted = [Wanted(0, (0, 0, 1e6, 10), None), Wanted(9, MEDIA, None), Wanted(1, MEDIA, None)]
    made = list(drawn(io.BytesIO(pdf(pages=2)), wanted, 2))
    assert [bool(one.complaint) for one in made] == [True, True, False]
    assert made[2].large and not made[2].small


def test_where_the_programs_count_other_pages_none_is_shown() -> None:
    (made,) = drawn(io.BytesIO(pdf(pages=2)), [Wanted(0, MEDIA, TRIM)], 3)
    assert not made.large and made.complaint == "PDFium finds 2 pages in the file"


def test_a_large_sheet_has_a_picture_of_bounded_size() -> None:
    boxes = "/MediaBox[0 0 1200 600]/TrimBox[20 20 1180 580]"
    for media, wide in ((0.0, 0.0, 1200.0, 600.0), 1600), ((0.0, 0.0, 14000.0, 600.0), MOST):
        (made,) = drawn(io.BytesIO(pdf(boxes=boxes)), [Wanted(0, media, None)], 1)
        assert opened(made.large).width == wide


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_an_ink_map_shows_what_is_over_the_limit() -> None:
    total = Image.new("L", (200, 100), 51)  # 80 %
    total.paste(230, (100, 0, 200, 100))  # 361 %
    plate = png(Image.new("L", (200, 100), 0))
    most = Coverage(361, (0, 0, 1, 1), "plates")
    made = ink_map(Plates(3, {"Black": 50.0}, most, {"Black": plate}, png(total)), 1, 300)
    assert made is not None and made.index == 3 and list(made.plates) == ["Black"]
    with Image.open(io.BytesIO(made.heat)) as heat:
        shown = heat.convert("RGB")
    assert shown.getpixel((20, 50)) == colour(80 / 300) and shown.getpixel((180, 50)) == OVER


def test_plates_without_pictures_have_no_map() -> None:
    assert ink_map(Plates(0, {"Black": 1.0}, Coverage(1, (0, 0, 1, 1), "plates")), 15, 300) is None


def test_colours_go_from_paper_to_the_limit() -> None:
    assert colour(0) == (255, 255, 255) and colour(1) != OVER and colour(1.001) == OVER
