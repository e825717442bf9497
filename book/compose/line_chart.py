"""Charts of lines over years: each line is named at its end, beside its last figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from book.compose.chart import NARROW, WIDE, Line, Number, ink_of, italic, rule, sans, svg, text, wrap
from book.compose.metrics import MM
from book.compose.scale import Box, apart, crosses, overlap, ticks, year_ticks


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
        return svg(across, 14, [], title)
    values = [y for line in drawn for _, y in line.points]
    low, high = min(values), max(values)
    scale = ticks(0 if 0 <= low < high * 0.45 else low, high)
    ends = {line: number(line.points[-1][1]) for line in drawn}
    room = across * MM * 0.3
    names = {line: wrap(line.label, room, italic) for line in drawn}
    right = 9 + max(map(sans, ends.values())) + 5 + max(italic(part) for lines in names.values() for part in lines)
    left = max(sans(tick(value)) for value in scale) + 6
    height = height or (210.0 if wide else 182.0)
    first, last = min(line.points[0][0] for line in drawn), max(line.points[-1][0] for line in drawn)
    plot = _Plot(left, across * MM - right, 9.0, height - 20, first, last, scale[0], scale[-1])
    parts = [*_grid(plot, scale, tick), *_years(plot)]
    tracks = [[(plot.x(x), plot.y(y)) for x, y in line.points] for line in drawn]
    backs, figures = _figures(drawn, tracks, number, plot)
    parts += backs
    for at, (line, track) in enumerate(zip(drawn, tracks, strict=True)):
        parts += _track(track, ink_of(line.ink, at))
    parts += _ends(drawn, tracks, ends, names, plot)
    parts += figures
    return svg(across, height, parts, title)


def _grid(plot: _Plot, scale: Sequence[float], tick: Number) -> list[str]:
    out = []
    for value in scale:
        base = value == scale[0] or value == 0
        y = plot.y(value)
        out.append(rule(plot.x0, y, plot.x1, y, "black" if base else "rule", 0.5 if base else 0.3))
        out.append(text(plot.x0 - 6 - sans(tick(value)), y + 2.6, tick(value)))
    return out


def _years(plot: _Plot) -> list[str]:
    out = []
    for year in year_ticks(int(plot.first), int(plot.last), plot.x1 - plot.x0, 26):
        x = plot.x(year) if plot.last > plot.first else (plot.x0 + plot.x1) / 2
        out.append(rule(x, plot.foot, x, plot.foot + 3.5, "black", 0.5))
        out.append(text(x - sans(str(year)) / 2, plot.foot + 12.5, str(year)))
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
    figure = max(map(sans, ends.values()))
    out = []
    for at, (line, track, place) in enumerate(zip(drawn, tracks, places, strict=True)):
        x, y = track[-1]
        out.append(_dot(x, y, ink_of(line.ink, at)))
        out.append(text(plot.x1 + 7, place + 2.6, ends[line]))
        for row, words in enumerate(names[line]):
            out.append(text(plot.x1 + 12 + figure, place + 2.6 + 10 * row, words, italic=True))
    return out


def _figures(
    drawn: Sequence[Line], tracks: Sequence[Sequence[tuple[float, float]]], number: Number, plot: _Plot
) -> tuple[list[str], list[str]]:
    """Figures at the marked points: above or below, where they touch no line and no figure; else the dot alone. Before
    them what lies under the lines: paper, where a figure stands on a line of the grid."""
    taken: list[Box] = [(plot.x1 + 4, track[-1][1] - 5, plot.x1 + 40, track[-1][1] + 5) for track in tracks]
    out: list[str] = []
    backs: list[str] = []
    for at, (line, track) in enumerate(zip(drawn, tracks, strict=True)):
        for x_value, y_value in line.points[:-1]:
            if x_value not in line.mark:
                continue
            x, y = plot.x(x_value), plot.y(y_value)
            out.append(_dot(x, y, ink_of(line.ink, at)))
            words = number(y_value)
            if box := _free(x, y, sans(words), track, tracks, taken, plot):
                taken.append(box)
                backs.append(_paper(box))
                out.append(text(box[0], box[3] - 1.2, words))
    return backs, out


def _paper(box: Box) -> str:
    x0, y0, x1, y1 = box
    return f'<path d="M{x0 - 1:.2f} {y0:.2f}H{x1 + 1:.2f}V{y1:.2f}H{x0 - 1:.2f}z" fill="ink(paper)"/>'


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
