"""What was painted, as the walk over a content stream saw it: the raw material of the facts of a page."""

from __future__ import annotations

from typing import Literal

import msgspec

from book.press.colours import Paint
from book.press.geometry import Box, Matrix, moved, scale_of
from book.sheets import Placed


class Mark(msgspec.Struct, gc=False):
    """One painted thing. Lengths are in the units of the stream's own space: for a page mm from the upper left corner
    of the trim. `size` is a text's size or a line's width; `start` where a text begins on its baseline."""

    kind: Literal["text", "area", "line", "picture", "shading", "image"]
    box: Box
    fill: Paint | None
    stroke: Paint | None = None
    size: float = 0.0
    overprint: bool = False
    alpha: float = 1.0
    start: tuple[float, float] = (0.0, 0.0)
    placed: Placed | None = None
    sides: tuple[float, float] = (0.0, 0.0)
    """Of a picture: its width and height where it stands, however it is turned."""


class Clear(msgspec.Struct, gc=False):
    """Something that is not opaque: alpha, blend, softmask or group, with the value found."""

    kind: str
    detail: str
    box: Box | None = None


class Marks(msgspec.Struct):
    """All of a page, of a form or of a drawing. `groups` as in PrintedPage."""

    marks: list[Mark] = []
    clear: list[Clear] = []
    groups: list[str] = []

    def add(self, other: Marks, by: Matrix) -> None:
        """Puts those of a drawing where it stands on a page."""
        scale = scale_of(by)
        for mark in other.marks:
            (x, y), (wide, high) = mark.start, mark.sides
            a, b, c, d, e, f = by
            start = (a * x + c * y + e, b * x + d * y + f)
            box, sides = moved(mark.box, by), (wide * scale, high * scale)
            self.marks.append(
                msgspec.structs.replace(mark, box=box, size=mark.size * scale, start=start, sides=sides)
            )
        for clear in other.clear:
            place = moved(clear.box, by) if clear.box is not None else None
            self.clear.append(Clear(clear.kind, clear.detail, place))
        self.groups += other.groups
