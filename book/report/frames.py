"""Where a page's boxes lie, and what of them a report draws. Lengths in mm from the upper left corner of the trim."""

from __future__ import annotations

from typing import NamedTuple

from book.conditions import Limits
from book.printed import Box, PrintedPage

_MM = 25.4 / 72


class Frames(NamedTuple):
    """The boxes of a page; None for one that the page does not have. `safety`: within it stands what matters."""

    media: Box | None
    bleed: Box | None
    trim: Box | None
    safety: Box | None

    def named(self) -> list[tuple[str, Box]]:
        return [(name, box) for name, box in zip(self._fields, self, strict=True) if box is not None]


def frames(page: PrintedPage, limits: Limits, bound: bool) -> Frames:
    """`bound`: the page is one of a book, in which the first page is a recto, and has a fold."""
    trim = _placed(page, page.trim)
    safety = None
    if trim is not None:
        outer, inner = limits.safety, limits.safety_inner if bound else limits.safety
        left, right = (inner, outer) if page.index % 2 == 0 else (outer, inner)
        safety = (trim[0] + left, trim[1] + outer, trim[2] - right, trim[3] - outer)
        if safety[0] >= safety[2] or safety[1] >= safety[3]:
            safety = None
    return Frames(_placed(page, page.media), _placed(page, page.bleed), trim, safety)


def _placed(page: PrintedPage, box: Box | None) -> Box | None:
    """A box of the file (points, upwards) on the page; None for one without an area."""
    corner = page.trim or page.crop or page.media
    if box is None or corner is None or box[0] >= box[2] or box[1] >= box[3]:
        return None
    unit = _MM * page.user_unit
    x0, top = (box[0] - corner[0]) * unit, (corner[3] - box[3]) * unit
    return x0, top, x0 + (box[2] - box[0]) * unit, top + (box[3] - box[1]) * unit


class Mark(NamedTuple):
    """A place on a page: the numbers of the findings there, and the worst severity among them."""

    box: Box
    numbers: tuple[int, ...]
    severity: str


def around(box: Box, within: Box) -> Box:
    """What to show of a page so that the place and what is beside it can be seen: no less than 48 mm wide, and 3 : 2
    unless the place is higher than that."""
    wide = max(48.0, 1.25 * (box[2] - box[0]), 1.875 * (box[3] - box[1]))
    wide = min(wide, within[2] - within[0])
    high = min(max(wide / 1.5, 1.1 * (box[3] - box[1])), within[3] - within[1])
    x0 = _kept((box[0] + box[2] - wide) / 2, within[0], within[2] - wide)
    top = _kept((box[1] + box[3] - high) / 2, within[1], within[3] - high)
    return x0, top, x0 + wide, top + high


def _kept(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def common(box: Box, within: Box) -> Box | None:
    """What of a box can be seen; at least 1 mm of it, so that the mark of a hairline is one."""
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    half = max(0.5, (box[2] - box[0]) / 2), max(0.5, (box[3] - box[1]) / 2)
    x0, top = max(within[0], middle[0] - half[0]), max(within[1], middle[1] - half[1])
    x1, bottom = min(within[2], middle[0] + half[0]), min(within[3], middle[1] + half[1])
    return (x0, top, x1, bottom) if x0 < x1 and top < bottom else None
