"""The cover as a flat sheet: panels, folds and safe areas."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.binding import Box, Flat, endpaper_spread, flat, spine_width
from book.conditions import Cover, Limits, PressCondition, Spine

TRIM = (170.0, 240.0)
CASE = PressCondition("case", cover=Cover(spine=Spine(per_page=0.045, boards=5)))
SOFT = PressCondition("soft", cover=Cover(kind="soft", flap=80, spine=Spine(per_page=0.05, boards=0.5)))

LENGTH = st.floats(0, 60).map(lambda value: round(value, 2))


@st.composite
def conditions(draw: st.DrawFn) -> PressCondition:
    cover = Cover(
        kind=draw(st.sampled_from(["case", "soft"])), turn_in=draw(LENGTH), hinge=draw(LENGTH), overhang=draw(LENGTH),
        flap=draw(LENGTH), spine=Spine(draw(st.floats(0.01, 0.2)), draw(st.floats(0, 10)), clear=draw(LENGTH)),
    )  # fmt: skip
    return PressCondition("any", cover=cover, limits=Limits(safety=draw(LENGTH), safety_inner=draw(LENGTH)))


def inside(inner: Box, outer: Box) -> bool:
    return outer[0] <= inner[0] <= inner[2] <= outer[2] and outer[1] <= inner[1] <= inner[3] <= outer[3]


def test_the_spine_is_as_thick_as_the_pages_and_the_boards() -> None:
    assert spine_width(CASE.cover, 80) == 8.6
    assert spine_width(SOFT.cover, 80) == 4.5


def test_a_case_is_turned_in_on_all_sides_and_stands_over_the_pages() -> None:
    sheet = flat(CASE, 80, TRIM)
    assert (sheet.width, sheet.height) == (17 + 173 + 8.6 + 173 + 17, 17 + 246 + 17)
    assert sheet.face("back").box == (17, 17, 190, 263)
    assert sheet.face("spine").box == (190, 17, 198.6, 263)
    assert sheet.face("front").box == (198.6, 17, 371.6, 263)
    assert sheet.turns == (17, 263)
    assert sheet.folds == (17, 182, 190, 198.6, 206.6, 371.6)
    assert sheet.panel("front-flap") is None


def test_what_is_safe_lies_off_the_edges_and_out_of_the_hinges() -> None:
    sheet = flat(CASE, 80, TRIM)
    assert sheet.face("front").safe == (206.6, 22, 366.6, 258)
    assert sheet.face("spine").safe == (191.5, 22, 197.1, 258)


def test_a_soft_cover_has_the_height_of_its_pages_and_flaps() -> None:
    sheet = flat(SOFT, 200, TRIM)
    assert (sheet.width, sheet.height) == (80 + 170 + 10.5 + 170 + 80, 240)
    assert [panel.name for panel in sheet.panels] == ["back-flap", "back", "spine", "front", "front-flap"]
    assert sheet.folds == (80, 250, 260.5, 430.5)
    assert sheet.turns == ()


def test_a_soft_cover_without_flaps_is_folded_at_its_spine_alone() -> None:
    plain = PressCondition("soft", cover=Cover(kind="soft", flap=0))
    sheet = flat(plain, 100, TRIM)
    assert [panel.name for panel in sheet.panels] == ["back", "spine", "front"]
    assert len(sheet.folds) == 2


def test_an_endpaper_is_two_pages_wide() -> None:
    assert endpaper_spread(TRIM) == (340, 240)


@given(conditions(), st.integers(1, 3000), st.floats(50, 400), st.floats(50, 400))
@settings(deadline=None)
def test_panels_lie_side_by_side_within_the_sheet(
    condition: PressCondition, pages: int, width: float, height: float
) -> None:
    sheet = flat(condition, pages, (width, height))
    for before, after in zip(sheet.panels, sheet.panels[1:], strict=False):
        assert before.box[2] == after.box[0]
        assert before.box[1::2] == after.box[1::2]
    for panel in sheet.panels:
        assert inside(panel.box, (0, 0, sheet.width, sheet.height))
        assert inside(panel.safe, panel.box)
    assert all(0 <= fold <= sheet.width for fold in sheet.folds)


@given(conditions(), st.integers(1, 2000))
@settings(deadline=None)
def test_the_sheet_is_symmetrical_about_its_spine(condition: PressCondition, pages: int) -> None:
    sheet: Flat = flat(condition, pages, TRIM)
    x0, _, x1, _ = sheet.face("spine").box
    assert x0 + x1 == pytest.approx(sheet.width, abs=0.02)


@given(conditions(), st.integers(1, 2000))
@settings(deadline=None)
def test_more_pages_make_the_spine_thicker_and_nothing_else(condition: PressCondition, pages: int) -> None:
    thin, thick = flat(condition, pages, TRIM), flat(condition, pages + 100, TRIM)
    assert thick.width - thin.width == pytest.approx(100 * condition.cover.spine.per_page, abs=0.03)
    assert thick.height == thin.height
