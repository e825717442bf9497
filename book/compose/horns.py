"""Where the horns of an edge stand: gold grows them into the paper, and the paper grows the same into the gold between
them, along an edge of any length. Lengths in mm, places from the sheet's upper left corner, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple

from book.compose.ornament import EDGE_HEIGHT, EDGE_ROOT, EDGE_WIDTH

Heading = Literal[0, 90, 180, 270]
"""Where the gold grows to: up, right, down, left."""

REACH = 0.46
"""How far horns grow, in periods of their edge."""


class Horn(NamedTuple):
    """One drawing, `width` x `height` before it is turned by `turn` degrees about its middle."""

    ink: Literal["gold", "paper"]
    left: float
    top: float
    width: float
    height: float
    turn: int


def grown(heading: Heading, at: float, start: float, end: float, period: float) -> Iterator[Horn]:
    """The horns of an edge from `start` to `end`, a gold pair in its middle; `at` is the edge's own place: its y where
    the gold grows up or down, else its x."""
    middle = (start + end) / 2
    many = math.ceil((end - start) / 2 / period)
    for count in range(-many, many + 1):
        yield _horn("gold", heading, at, middle + count * period, period)
        yield _horn("paper", _back(heading), at, middle + (count + 0.5) * period, period)


def _back(heading: Heading) -> Heading:
    opposite: dict[Heading, Heading] = {0: 180, 90: 270, 180: 0, 270: 90}
    return opposite[heading]


def _horn(ink: Literal["gold", "paper"], heading: Heading, at: float, along: float, period: float) -> Horn:
    unit = period / EDGE_WIDTH
    height = EDGE_HEIGHT * unit
    away = height / 2 - EDGE_ROOT * unit  # from the root to the middle of the drawing
    x, y = (along, at) if heading in (0, 180) else (at, along)
    x += {90: away, 270: -away}.get(heading, 0.0)
    y += {180: away, 0: -away}.get(heading, 0.0)
    return Horn(ink, round(x - period / 2, 3), round(y - height / 2, 3), round(period, 3), round(height, 3), heading)
