from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.compose.bar_chart import bar_chart
from book.compose.chart import NARROW, WIDE, Line, wrap
from book.compose.line_chart import line_chart
from book.compose.metrics import MM, width
from book.compose.scale import apart, overlap, ticks, year_ticks

numbers = st.floats(-1e6, 1e6, allow_nan=False, allow_infinity=False)


def figure(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """The boxes of the words in a drawing."""
    out = []
    for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        italic = element.get("font-style") == "italic"
        size = 8.6 if italic else 7.6
        across = width(element.text or "", "serif-italic" if italic else "sans", size)
        out.append((x, y - size * 0.5, x + across, y))
    return out


def assert_inside(svg: str, across: float) -> None:
    box = [float(part) for part in re.search(r'viewBox="([^"]*)"', svg)[1].split()]  # type: ignore[index]
    for x0, y0, x1, y1 in boxes(svg):
        assert x0 >= -1 and x1 <= across * MM + 1 and y0 >= -3 and y1 <= box[3] + 1


def test_points_stand_where_their_values_say() -> None:
    svg = line_chart([Line("a", "gold", ((2000, 0), (2010, 5), (2020, 10)))], figure, figure, True, "T")
    path = re.search(r'd="M([^"]*)" stroke="ink\(gold\)" stroke-width="1.8"', svg)
    assert path
    (x0, y0), (x1, y1), (x2, y2) = [tuple(map(float, point.split())) for point in path[1].split("L")]
    assert x1 - x0 == pytest.approx(x2 - x1, abs=0.02) and y0 - y1 == pytest.approx(y1 - y2, abs=0.02) and y0 > y2


def test_charts_have_no_legend_no_colour_and_no_anchor_of_text() -> None:
    lines = [
        Line("женщины", "gold", ((1991, 69.9), (2021, 74.1)), (1991,)),
        Line("мужчины", "black", ((1991, 60), (2021, 66))),
    ]
    svg = line_chart(lines, figure, figure, True, "T")
    assert "text-anchor" not in svg and "device" not in svg and "#" not in svg and "http" not in svg.split(">", 1)[1]
    assert "женщины" in svg and "74,1" in svg and "69,9" in svg
    assert set(re.findall(r"ink\((\w+)\)", svg)) == {"black", "gold", "rule", "paper"}


def test_lines_that_end_together_are_named_apart() -> None:
    lines = [Line(f"ряд {at}", "gold", ((2000, 1), (2020, 5 + at / 100))) for at in range(4)]
    found = boxes(line_chart(lines, figure, figure, False, "T"))
    assert not any(overlap(a, b) > 0.5 for a, b in itertools.combinations(found, 2))


@given(
    st.lists(st.tuples(st.text(max_size=60), st.lists(numbers, max_size=12), st.booleans()), min_size=0, max_size=4),
    st.booleans(),
)
def test_any_lines_can_be_drawn(series, wide) -> None:  # type: ignore[no-untyped-def]
    lines = [
        Line(
            "".join(c for c in label if c.isprintable()),
            "gold",
            tuple((1990 + i, y) for i, y in enumerate(values)),
            (1990, 1992),
        )
        for label, values, _ in series
    ]
    svg = line_chart(lines, figure, figure, wide, "<T>")
    ElementTree.fromstring(svg)


@given(st.lists(numbers, min_size=1, max_size=9), st.booleans(), st.integers(1, 3), st.integers(1, 60))
def test_any_bars_can_be_drawn(values, wide, count, length) -> None:  # type: ignore[no-untyped-def]
    lines = [Line(f"ряд {at}", "black", tuple(enumerate(values))) for at in range(count)]
    svg = bar_chart(lines, [f"{'слово ' * (length // 6)}{at}" for at in range(len(values))], figure, wide, "T")
    ElementTree.fromstring(svg)
    assert svg.count('fill="ink(black)"') >= len(values)


def test_words_stay_inside_the_drawing() -> None:
    long = "Очень длинное название ряда, которое не помещается в строку"
    assert_inside(line_chart([Line(long, "gold", ((2000, 1), (2001, 2)))], figure, figure, False, "T"), NARROW)
    assert_inside(bar_chart([Line("а", "gold", ((0, 5), (1, -7)))], [long, "б"], figure, True, "T"), WIDE)
    assert_inside(line_chart([Line("один", "gold", ((2000, 5),))], figure, figure, True, "T"), WIDE)


def test_bars_begin_at_nought() -> None:
    svg = bar_chart([Line("а", "gold", ((0, 100), (1, 50), (2, 0), (3, 0)))], ["1", "2", "3", "4"], figure, True, "T")
    one, two, *_ = [float(height) for height in re.findall(r'v([\d.]+)h-[\d.]+z" fill="ink\(gold\)"', svg)]
    assert one == pytest.approx(2 * two, abs=0.05)


def test_ticks_are_round_and_hold_the_values() -> None:
    assert ticks(57.7, 77.7) == (55, 60, 65, 70, 75, 80)
    assert len(ticks(5, 5)) >= 2 and ticks(0, 0)[0] < 0 < ticks(0, 0)[-1]


@given(numbers, numbers)
def test_ticks_always_hold_the_values(one: float, other: float) -> None:
    low, high = min(one, other), max(one, other)
    found = ticks(low, high)
    slack = max(abs(low), abs(high), 1) * 1e-6
    assert found[0] <= low + slack and found[-1] >= high - slack and 2 <= len(found) <= 12


def test_years_do_not_collide() -> None:
    assert year_ticks(1991, 2021, 312, 26) == (1991, 1995, 2000, 2005, 2010, 2015, 2021)
    assert year_ticks(2020, 2020, 100, 26) == (2020,)


@given(st.lists(st.floats(0, 100), max_size=8), st.floats(1, 40))
def test_labels_are_moved_apart(places: list[float], gap: float) -> None:
    moved = apart(places, gap, 0, 100)
    room = min(gap, 100 / max(1, len(places) - 1))
    ordered = sorted(moved)
    assert all(b - a >= room - 1e-6 for a, b in itertools.pairwise(ordered))
    assert all(-1e-6 <= one <= 100 + 1e-6 for one in moved)


def test_words_are_wrapped() -> None:
    assert wrap("a b c", 3, len) == ["a b", "c"] and wrap("", 3, len) == [""]
    assert wrap("aa bb cc dd", 2, len) == ["aa", "bb", "cc …"]
