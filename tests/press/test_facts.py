"""The facts of a page: words and sources of texts, sizes, boxes in mm, pictures with their effective ppi."""

from __future__ import annotations

import pytest

from book.findings import Span
from book.press.facts import Words
from book.sheets import Form, PageFact, Placed, Plate, Resources, TextFact
from tests.press.pressed import form, page

WIDE, HIGH = 200 * 25.4 / 72, 100 * 25.4 / 72


def words(text: str, x: float, baseline: float, source: str = "a.md:3") -> TextFact:
    return TextFact(text, x, x + 20, baseline - 3, baseline + 1, 0, WIDE, "body", source, "F")


def said(*texts: TextFact) -> PageFact:
    return PageFact(0, WIDE, HIGH, HIGH, texts)


def show(x: float, y: float, size: float = 9) -> str:
    return f"BT\n/F {size} Tf\n1 0 0 1 {x} {y} Tm\n<4142> Tj\nET"


def mm(points: float) -> float:
    return points * 25.4 / 72


def test_a_text_has_its_words_its_box_and_its_source() -> None:
    fact = said(words("Айгуль", mm(10), mm(60)), words("врач", mm(50), mm(60), "a.md:7"))
    first, second = page(f"{show(10, 40)}\n{show(50, 40)}", fact=fact).texts
    assert (first.text, first.span, first.size) == ("Айгуль", Span("a.md", 3), 9)
    assert first.box == (mm(10), mm(60) - 3, mm(10) + 20, mm(60) + 1)
    assert (second.text, second.span) == ("врач", Span("a.md", 7))


def test_lines_of_one_look_and_source_are_one_run() -> None:
    fact = said(words("one", mm(10), mm(60)), words("two", mm(10), mm(74)), words("three", mm(10), mm(88)))
    (run,) = page("\n".join(show(10, 100 - y) for y in (60, 74, 88)), fact=fact).texts
    assert run.text == "one two three" and run.box[3] == pytest.approx(mm(88) + 1)
    assert len(page(f"{show(10, 40)}\n0.5 g\n{show(10, 26)}", fact=fact).texts) == 2
    assert len(page(f"{show(10, 40)}\n{show(10, 26, 10)}", fact=fact).texts) == 2


def test_a_text_that_the_layout_does_not_know_has_a_place_all_the_same() -> None:
    (text,) = page(show(10, 40)).texts
    assert text.text == "" and text.box[0] == pytest.approx(mm(10)) and text.box[1] < mm(60) < text.box[3]


def test_places_are_met_across_the_edges_of_their_cells() -> None:
    known = Words([words("a", 10.05, 20)])
    assert known.at(10.049, 20) and known.at(10.051, 20)
    assert known.at(10.3, 20) is None and known.at(10.05, 30) is None


def test_sizes_are_those_on_paper() -> None:
    (text,) = page("0.5 0 0 0.5 0 0 cm\n" + show(10, 40, 20)).texts
    assert text.size == 10
    line, area = page("2 0 0 2 0 0 cm\n1 w\n0 0 m\n9 9 l\nS\n10 10 30 0.5 re\nf").paths
    assert (line.stroke, line.width) == (True, 2)
    assert (area.stroke, area.thin) == (False, 1)


def test_areas_that_touch_are_one_and_others_are_not() -> None:
    near, far = page("0 0 10 10 re\nf\n10 0 10 10 re\nf\n100 0 10 10 re\nf").paths
    assert (near.count, far.count) == (2, 1)
    assert near.box == pytest.approx((0, mm(90), mm(20), mm(100)))


def test_what_is_clipped_away_is_not_there() -> None:
    assert page("0 0 10 10 re\nW\nn\n20 20 10 10 re\nf").paths == ()
    (seen,) = page("q\n0 0 10 10 re\nW\nn\n5 5 50 50 re\nf\nQ").paths
    assert seen.box == pytest.approx((mm(5), mm(90), mm(10), mm(95)))


def test_a_picture_has_the_lower_ppi_of_both_directions_and_its_source() -> None:
    placed = Placed("chapters/a.jpg", 72, 36, Span("a.md", 9))
    made = page(
        "q\n0 36 -72 0 100 10 cm\n/P0 Do\nQ", resources=Resources(pictures={"P0": placed}),
        plates={placed: Plate("", 100, 250, "DeviceCMYK", ink=180)},
    )  # fmt: skip
    (picture,) = made.pictures
    assert (picture.ppi, picture.width, picture.height, picture.ink) == (200, 100, 250, 180)  # 100 on 36 pt, 250 on 72
    assert picture.span == Span("a.md", 9) and picture.name == "chapters/a.jpg"
    assert [colour.space for colour, _, _ in made.spaces] == ["DeviceCMYK"]
    assert made.coverage is not None and made.coverage.percent == 180


def test_a_form_has_its_marks_where_it_stands() -> None:
    inner: Form = form("0 0 10 10 re\nf", "/Type /XObject /Subtype /Form /BBox [0 0 10 5] /Matrix [1 0 0 1 5 0]")
    (area,) = page("q\n2 0 0 2 20 0 cm\n/x0 Do\nQ", resources=Resources(forms={"x0": inner})).paths
    assert area.box == pytest.approx((mm(30), mm(90), mm(50), mm(100)))


def test_an_empty_page_of_the_design_is_declared() -> None:
    assert page("q\nQ", fact=PageFact(0, WIDE, HIGH, HIGH, blank=True)).blank
    assert not page("0 0 9 9 re\nf", fact=PageFact(0, WIDE, HIGH, HIGH, blank=True)).blank
