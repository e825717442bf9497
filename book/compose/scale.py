"""Numbers for charts: round ticks, years that fit, labels kept apart. Pure geometry, points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

SMALLEST = 1e-9
"""Steps are rounded to ten places: a smaller one is none."""


def ticks(low: float, high: float, about: int = 5) -> tuple[float, ...]:
    """Round numbers from at or under `low` to at or over `high`; never fewer than two."""
    if high <= low:
        pad = abs(low) * 0.1 or 1.0
        low, high = low - pad, high + pad
    rough = max((high - low) / max(1, about), SMALLEST)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(step * at, 10) for at in range(first, max(last, first + 1) + 1))


def year_ticks(first: int, last: int, room: float, label: float) -> tuple[int, ...]:
    """The first year, the last, and round years between that leave each other `label` points."""
    if last <= first:
        return (first,)
    each = room / (last - first)
    step = next((step for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500) if step * each >= label), last - first)
    round_years = [year for year in range(first - first % step + step, last, step)]
    inner = [year for year in round_years if (year - first) * each >= label and (last - year) * each >= label]
    return (first, *inner, last)


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved as little as they must be to stand `gap` apart between `low` and `high`; their order is kept.
    Where there is no room for the gap, they share what there is."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    if len(order) > 1:
        gap = min(gap, (high - low) / (len(order) - 1))
    out = [min(max(place, low), high) for place in places]
    for before, after in pairwise(order):
        out[after] = max(out[after], out[before] + gap)
    ceiling = high
    for at in reversed(order):
        out[at] = min(out[at], ceiling)
        ceiling = out[at] - gap
    return out


Box = tuple[float, float, float, float]
"""x0, y0, x1, y1."""


def overlap(a: Box, b: Box) -> float:
    """Area that two boxes share."""
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def crosses(box: Box, points: Sequence[tuple[float, float]]) -> bool:
    """Does a line through the points touch the box? Looked at in steps of a point."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if max(x0, x1) < box[0] or min(x0, x1) > box[2] or max(y0, y1) < box[1] or min(y0, y1) > box[3]:
            continue
        steps = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0)))
        for i in range(steps + 1):
            x, y = x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                return True
    return False
