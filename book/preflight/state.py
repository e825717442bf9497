"""The graphics state of a content stream, and the geometry that it needs (ISO 32000-1, 8.3 and 8.4)."""

from __future__ import annotations

import copy
import math

from book.preflight.fonts import Face
from book.preflight.spaces import GREY, Space
from book.printed import Box, Colour

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MM = 25.4 / 72


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def bounds_of(points: list[Point]) -> Box:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def rectangle(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The box around a rectangle that a matrix has moved."""
    return bounds_of([moved(matrix, x0, y0), moved(matrix, x1, y0), moved(matrix, x1, y1), moved(matrix, x0, y1)])


def common(one: Box, other: Box) -> Box | None:
    """What two boxes share; None where they do not even touch."""
    x0, y0, x1, y1 = max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    return (x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None


def around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def scale(matrix: Matrix) -> float:
    """How much larger a length becomes, as the mean of all directions."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


class State:
    """All that q keeps and Q brings back. `clip` in points of the page; text matrices are the text object's own."""

    __slots__ = (
        "alpha", "alpha_stroke", "between", "blend", "clip", "ctm", "face", "fill", "fill_pattern", "fill_space",
        "leading", "line", "mask", "mode", "overprint", "overprint_stroke", "render", "rise", "size", "stretch",
        "stroke", "stroke_pattern", "stroke_space", "words",
    )  # fmt: skip

    def __init__(self, ctm: Matrix, clip: Box) -> None:
        self.ctm, self.clip = ctm, clip
        self.fill_space: Space = GREY
        self.stroke_space: Space = GREY
        self.fill: Colour = GREY.colour()
        self.stroke: Colour = GREY.colour()
        self.fill_pattern: object = None
        self.stroke_pattern: object = None
        self.line = 1.0
        self.overprint = self.overprint_stroke = False
        self.mode = 0
        self.alpha = self.alpha_stroke = 1.0
        self.blend = "Normal"
        self.mask = ""
        self.face: Face | None = None
        self.size = 0.0
        self.between = self.words = self.leading = self.rise = 0.0
        self.stretch = 1.0
        self.render = 0

    def kept(self) -> State:
        return copy.copy(self)

    def of_form(self, matrix: Matrix, group: bool) -> State:
        """The state in which a form begins; a transparency group begins opaque."""
        state = self.kept()
        state.ctm = times(matrix, self.ctm)
        if group:
            state.alpha = state.alpha_stroke = 1.0
            state.blend, state.mask = "Normal", ""
        return state
