"""Draws the charts of the book as SVG: two inks, figures and words at the lines themselves, no legend.

Text is centred by hand (text-anchor: middle would make an RGB transparency group per label). Inks are named, ink(gold);
the caller puts an edition's colours in. One unit of the drawing is one point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from book.compose.metrics import MM, width
from book.compose.scale import Box, apart, crosses, overlap, ticks, year_ticks

WIDE, NARROW = 141.0, 111.0
"""Widths of a chart in mm."""

SIZE, LABEL = 7.6, 8.6
_INKS = ("black", "gold", "grey")

Number = Callable[[float], str]


class Line(NamedTuple):
    """A series as it is drawn: its words, its ink, points in ascending x, the x that carry their figure."""

    label: str
    ink: str
    points: tuple[tuple[float, float], ...]
    mark: tuple[float, ...] = ()


def _text(x: float, y: float, words: str, ink: str = "", italic: bool = False) -> str:
    style = f' font-family="Source Serif 4" font-style="italic" font-size="{LABEL}"' if italic else ""
    fill = f' fill="ink({ink})"' if ink else ""
    return f'<text x="{x:.2f}" y="{y:.2f}"{style}{fill}>{escape(words)}</text>'


def _rule(x0: float, y0: float, x1: float, y1: float, ink: str, weight: float) -> str:
    return (
        f'<path d="M{x0:.2f} {y0:.2f}L{x1:.2f} {y1:.2f}" stroke="ink({ink})" stroke-width="{weight:g}" fill="none"/>'
    )


def _sans(words: str) -> float:
    return width(words, "sans", SIZE)


def _italic(words: str) -> float:
    return width(words, "serif-italic", LABEL)


def _svg(across: float, height: float, parts: Sequence[str], title: str) -> Markup:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across * MM:.2f} {height:.2f}" width="{across:g}mm" '
        f'height="{height / MM:.2f}mm" font-family="Source Sans 3" font-size="{SIZE}" fill="ink(black)" '
        f'role="img" aria-label="{escape(title)}">'
    )
    return Markup(head + "".join(parts) + "</svg>")


def wrap(words: str, room: float, measure: Callable[[str], float], most: int = 3) -> list[str]:
    """Words in lines no wider than `room`, if they can be; at most `most` lines, the last one ends in … if cut."""
    lines: list[str] = []
    for word in words.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " …"]
    return lines or [""]


def ink_of(name: str, at: int) -> str:
    """The ink that a series asks for; one that isn't among the chart's inks gets the next of them."""
    return name if name in _INKS else _INKS[at % len(_INKS)]


# --- lines -----------------------------------------------------------------------------------------------------------


class _Plot(NamedTuple):
    """Where values stand: x0..x1 across, top..foot down; the ranges of x and y."""

    x0: float
    x1: float
    top: float
    foot: float
    first: float
    last: float
    low: float
    high: float

    def x(self, value: float) -> float:
        return self.x0 + (value - self.first) * (self.x1 - self.x0) / (self.last - self.first or 1)

    def y(self, value: float) -> float:
        return self.foot - (value - self.low) * (self.foot - self.top) / (self.high - self.low or 1)


def line_chart(
    series: Sequence[Line], number: Number, tick: Number, wide: bool, title: str, height: float = 0.0
) -> Markup:
    """Lines over years. Every line is named at its end, beside its last figure. `height` 0: the usual one."""
    drawn = [line for line in series if line.points]
    across = WIDE if wide else NARROW
    if not drawn:
        return _svg(across, 14, [], title)
    values = [y for line in drawn for _, y in line.points]
    low, high = min(values), max(values)
    scale = ticks(0 if 0 <= low < high * 0.45 else low, high)
    ends = {line: number(line.points[-1][1]) for line in drawn}
    room = across * MM * 0.3
    names = {line: wrap(line.label, room, _italic) for line in drawn}
    right = 9 + max(map(_sans, ends.values())) + 5 + max(_italic(part) for lines in names.values() for part in lines)
    left = max(_sans(tick(value)) for value in scale) + 6
    height = height or (210.0 if wide else 182.0)
    first, last = min(line.points[0][0] for line in drawn), max(line.points[-1][0] for line in drawn)
    plot = _Plot(left, across * MM - right, 9.0, height - 20, first, last, scale[0], scale[-1])
    parts = [*_grid(plot, scale, tick), *_years(plot)]
    tracks = [[(plot.x(x), plot.y(y)) for x, y in line.points] for line in drawn]
    for at, (line, track) in enumerate(zip(drawn, tracks, strict=True)):
        parts += _track(track, ink_of(line.ink, at))
    parts += _ends(drawn, tracks, ends, names, plot)
    parts += _figures(drawn, tracks, number, plot)
    return _svg(across, height, parts, title)


def _grid(plot: _Plot, scale: Sequence[float], tick: Number) -> list[str]:
    out = []
    for value in scale:
        base = value == scale[0] or value == 0
        y = plot.y(value)
        out.append(_rule(plot.x0, y, plot.x1, y, "black" if base else "rule", 0.5 if base else 0.3))
        out.append(_text(plot.x0 - 6 - _sans(tick(value)), y + 2.6, tick(value)))
    return out


def _years(plot: _Plot) -> list[str]:
    out = []
    for year in year_ticks(int(plot.first), int(plot.last), plot.x1 - plot.x0, 26):
        x = plot.x(year) if plot.last > plot.first else (plot.x0 + plot.x1) / 2
        out.append(_rule(x, plot.foot, x, plot.foot + 3.5, "black", 0.5))
        out.append(_text(x - _sans(str(year)) / 2, plot.foot + 12.5, str(year)))
    return out


def _track(track: Sequence[tuple[float, float]], ink: str) -> list[str]:
    path = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in track)
    line = f'<path d="{path}" stroke="ink({ink})" stroke-width="1.8" fill="none" '
    return [line + 'stroke-linejoin="round" stroke-linecap="round"/>'] if len(track) > 1 else []


def _dot(x: float, y: float, ink: str) -> str:
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="2.1" fill="ink({ink})"/>'


def _ends(
    drawn: Sequence[Line],
    tracks: Sequence[Sequence[tuple[float, float]]],
    ends: dict[Line, str],
    names: dict[Line, list[str]],
    plot: _Plot,
) -> list[str]:
    """The last figure of each line and its name, kept apart."""
    tall = 10.0 * max(len(lines) for lines in names.values())
    places = apart([track[-1][1] for track in tracks], tall, plot.top, plot.foot)
    figure = max(map(_sans, ends.values()))
    out = []
    for at, (line, track, place) in enumerate(zip(drawn, tracks, places, strict=True)):
        x, y = track[-1]
        out.append(_dot(x, y, ink_of(line.ink, at)))
        out.append(_text(plot.x1 + 7, place + 2.6, ends[line]))
        for row, words in enumerate(names[line]):
            out.append(_text(plot.x1 + 12 + figure, place + 2.6 + 10 * row, words, italic=True))
    return out


def _figures(
    drawn: Sequence[Line], tracks: Sequence[Sequence[tuple[float, float]]], number: Number, plot: _Plot
) -> list[str]:
    """Figures at the marked points: above or below, where they touch no line and no figure; else the dot alone."""
    taken: list[Box] = [(plot.x1 + 4, track[-1][1] - 5, plot.x1 + 40, track[-1][1] + 5) for track in tracks]
    out = []
    for at, (line, track) in enumerate(zip(drawn, tracks, strict=True)):
        for x_value, y_value in line.points[:-1]:
            if x_value not in line.mark:
                continue
            x, y = plot.x(x_value), plot.y(y_value)
            out.append(_dot(x, y, ink_of(line.ink, at)))
            words = number(y_value)
            if box := _free(x, y, _sans(words), track, tracks, taken, plot):
                taken.append(box)
                out.append(_text(box[0], box[3] - 1.2, words))
    return out


def _free(
    x: float,
    y: float,
    across: float,
    own: Sequence[tuple[float, float]],
    tracks: Sequence[Sequence[tuple[float, float]]],
    taken: Sequence[Box],
    plot: _Plot,
) -> Box | None:
    """A place for a figure of `across` points at (x, y): on the line's outer side first, then further away."""
    near = [py for px, py in own if 0 < abs(px - x) < 30]
    hump = not near or sum(near) / len(near) >= y  # the line falls away from here: y grows downward
    begin = x - 2 if x - plot.x0 < 4 else x - across / 2
    for away in (0.0, 4.0, 9.0):
        for above in (hump, not hump):
            foot = y - 4.8 - away if above else y + 12.6 + away
            box = (begin, foot - 6.6, begin + across, foot + 1.2)
            clear = not any(crosses(box, track) for track in tracks) and not any(overlap(box, one) for one in taken)
            if clear and plot.top - 9 <= box[1] and box[3] <= plot.foot - 1:
                return box
    return None


# --- bars ------------------------------------------------------------------------------------------------------------


def bar_chart(
    series: Sequence[Line], categories: Sequence[str], number: Number, wide: bool, title: str, height: float = 0.0
) -> Markup:
    """Bars, standing where the categories are short (years), else lying. The figure stands at each bar's end."""
    across = WIDE if wide else NARROW
    drawn = [line for line in series if line.points]
    if not drawn or not categories:
        return _svg(across, 14, [], title)
    values = [dict(line.points) for line in drawn]
    slot = across * MM / len(categories)
    figures = [number(value) for one in values for value in one.values()]
    bars = min(26.0, slot * 0.62 / len(drawn))
    fits = max(map(_sans, categories)) <= slot - 6 and max(map(_sans, figures)) <= max(bars, slot / len(drawn)) - 2
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
        parts.append(_text(middle - _sans(name) / 2, base + 12.5, name))
        for row, one in enumerate(values):
            if at not in one:
                continue
            x, value = middle + (row - len(drawn) / 2) * bar, one[at]
            ink = ink_of(drawn[row].ink, row)
            parts.append(_bar(x + 0.6, min(y(0), y(value)), bar - 1.2, abs(y(value) - y(0)), ink))
            words = number(value)
            place = y(value) - 3.6 if value >= 0 else y(value) + 9
            parts.append(_text(x + bar / 2 - _sans(words) / 2, place, words))
    parts.append(_rule(0, y(0), across * MM, y(0), "black", 0.5))
    parts += _names(drawn, across)
    return _svg(across, base + 18, parts, title)


def _bar(x: float, y: float, across: float, height: float, ink: str) -> str:
    return f'<path d="M{x:.2f} {y:.2f}h{across:.2f}v{height:.2f}h{-across:.2f}z" fill="ink({ink})"/>'


def _names(drawn: Sequence[Line], across: float) -> list[str]:
    """Several series: their names in a row over the bars, each after a stroke of its ink."""
    out: list[str] = []
    x = 0.0
    for at, line in enumerate(drawn if len(drawn) > 1 else ()):
        out += [_bar(x, 1.5, 9, 5, ink_of(line.ink, at)), _text(x + 13, 7.4, line.label, italic=True)]
        x += 13 + _italic(line.label) + 16
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
    names = [wrap(name, whole * 0.38, _sans, 3) for name in categories]
    left = max(_sans(part) for lines in names for part in lines) + 7
    figure = max(_sans(number(value)) for one in values for value in one.values()) + 5
    x0, x1 = left + (figure if low < 0 else 0), whole - figure

    def x(value: float) -> float:
        return x0 + (value - low) * (x1 - x0) / (high - low)

    top = 16.0 if len(drawn) > 1 else 2.0
    parts, y, bar = _names(drawn, across), top, (9.0 if len(drawn) > 1 else 11.0)
    for at, lines in enumerate(names):
        tall = max(bar * len(drawn), 9.5 * len(lines))
        begin = y + (tall - 9.5 * len(lines)) / 2 + 7.2
        parts += [_text(left - 7 - _sans(part), begin + 9.5 * row, part) for row, part in enumerate(lines)]
        for row, one in enumerate(values):
            if at not in one:
                continue
            at_y = y + (tall - bar * len(drawn)) / 2 + bar * row
            begin_x, end_x = sorted((x(0), x(one[at])))
            parts.append(_bar(begin_x, at_y + 0.5, end_x - begin_x, bar - 1, ink_of(drawn[row].ink, row)))
            words = number(one[at])
            place = end_x + 4 if one[at] >= 0 else begin_x - 4 - _sans(words)
            parts.append(_text(place, at_y + bar / 2 + 2.6, words))
        y += tall + 7
    parts.append(_rule(x(0), top - 2, x(0), y - 5, "black", 0.5))
    return _svg(across, y - 3, parts, title)
