"""Charts of bars: one bar or group of bars per category, the figure at each bar's end."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from book.compose.chart import NARROW, WIDE, Line, Number, ink_of, italic, rule, sans, svg, text, wrap
from book.compose.metrics import MM


def bar_chart(
    series: Sequence[Line], categories: Sequence[str], number: Number, wide: bool, title: str, height: float = 0.0
) -> Markup:
    """Bars, standing where the categories are short (years), else lying. The figure stands at each bar's end."""
    across = WIDE if wide else NARROW
    drawn = [line for line in series if line.points]
    if not drawn or not categories:
        return svg(across, 14, [], title)
    values = [dict(line.points) for line in drawn]
    slot = across * MM / len(categories)
    figures = [number(value) for one in values for value in one.values()]
    bars = min(26.0, slot * 0.62 / len(drawn))
    fits = max(map(sans, categories)) <= slot - 6 and max(map(sans, figures)) <= max(bars, slot / len(drawn)) - 2
    if fits and slot <= 130:
        return _standing(drawn, values, categories, number, across, height or 140.0, title)
    return _lying(drawn, values, categories, number, across, title)


def _range(values: Sequence[dict[float, float]]) -> tuple[float, float]:
    """From the least value to the greatest, nought always among them."""
    every = [value for one in values for value in one.values()]
    low, high = min(0.0, *every, 0.0), max(0.0, *every, 0.0)
    return (low, high) if high > low else (0.0, 1.0)


def _standing(
    drawn: Sequence[Line],
    values: Sequence[dict[float, float]],
    categories: Sequence[str],
    number: Number,
    across: float,
    height: float,
    title: str,
) -> Markup:
    low, high = _range(values)
    names = len(drawn) > 1
    top, foot = (24.0 if names else 12.0), height - 18 + 12 * names

    def y(value: float) -> float:
        return foot - (value - low) * (foot - top) / (high - low)

    slot = across * MM / len(categories)
    bar = min(26.0, slot * 0.62 / len(drawn))
    base = foot + (10 if low < 0 else 0)
    parts = []
    for at, name in enumerate(categories):
        middle = slot * (at + 0.5)
        parts.append(text(middle - sans(name) / 2, base + 12.5, name))
        for row, one in enumerate(values):
            if at not in one:
                continue
            x, value = middle + (row - len(drawn) / 2) * bar, one[at]
            ink = ink_of(drawn[row].ink, row)
            parts.append(_bar(x + 0.6, min(y(0), y(value)), bar - 1.2, abs(y(value) - y(0)), ink))
            words = number(value)
            place = y(value) - 3.6 if value >= 0 else y(value) + 9
            parts.append(text(x + bar / 2 - sans(words) / 2, place, words))
    parts.append(rule(0, y(0), across * MM, y(0), "black", 0.5))
    parts += _names(drawn, across)
    return svg(across, base + 18, parts, title)


def _bar(x: float, y: float, across: float, height: float, ink: str) -> str:
    return f'<path d="M{x:.2f} {y:.2f}h{across:.2f}v{height:.2f}h{-across:.2f}z" fill="ink({ink})"/>'


def _names(drawn: Sequence[Line], across: float) -> list[str]:
    """Several series: their names in a row over the bars, each after a stroke of its ink."""
    out: list[str] = []
    x = 0.0
    for at, line in enumerate(drawn if len(drawn) > 1 else ()):
        out += [_bar(x, 1.5, 9, 5, ink_of(line.ink, at)), text(x + 13, 7.4, line.label, italic=True)]
        x += 13 + italic(line.label) + 16
    return out


def _lying(
    drawn: Sequence[Line],
    values: Sequence[dict[float, float]],
    categories: Sequence[str],
    number: Number,
    across: float,
    title: str,
) -> Markup:
    low, high = _range(values)
    whole = across * MM
    names = [wrap(name, whole * 0.38, sans, 3) for name in categories]
    left = max(sans(part) for lines in names for part in lines) + 7
    figure = max(sans(number(value)) for one in values for value in one.values()) + 5
    x0, x1 = left + (figure if low < 0 else 0), whole - figure

    def x(value: float) -> float:
        return x0 + (value - low) * (x1 - x0) / (high - low)

    top = 16.0 if len(drawn) > 1 else 2.0
    parts, y, bar = _names(drawn, across), top, (9.0 if len(drawn) > 1 else 11.0)
    for at, lines in enumerate(names):
        tall = max(bar * len(drawn), 9.5 * len(lines))
        begin = y + (tall - 9.5 * len(lines)) / 2 + 7.2
        parts += [text(left - 7 - sans(part), begin + 9.5 * row, part) for row, part in enumerate(lines)]
        for row, one in enumerate(values):
            if at not in one:
                continue
            at_y = y + (tall - bar * len(drawn)) / 2 + bar * row
            begin_x, end_x = sorted((x(0), x(one[at])))
            parts.append(_bar(begin_x, at_y + 0.5, end_x - begin_x, bar - 1, ink_of(drawn[row].ink, row)))
            words = number(one[at])
            place = end_x + 4 if one[at] >= 0 else begin_x - 4 - sans(words)
            parts.append(text(place, at_y + bar / 2 + 2.6, words))
        y += tall + 7
    parts.append(rule(x(0), top - 2, x(0), y - 5, "black", 0.5))
    return svg(across, y - 3, parts, title)
