"""What lies round a page: its boxes, and where the trimmed page stands in the file's page (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

import msgspec

from book.assemble.writer import number
from book.conditions import PressCondition
from book.model import Edition

POINTS = 72 / 25.4
_CLEAR = 2.117
"""mm: marks stand at least so far off the trim (6 pt, ISO 15930-7)."""
MARK = 5.0
"""mm: length of a crop mark; registration marks and colour patches stand in the same band."""
_SLUG = 5.0
"""mm: the band below the marks, in which the slug line stands."""
_RIM = 2.0
"""mm: paper beyond the marks."""


class Frame(msgspec.Struct, frozen=True):
    """Lengths in points. `trim` is width and height; `off` is how far the marks stand off the trim, 0 where there are
    none; `side` and `foot` are what the page has beyond the trim on three sides and below."""

    trim: tuple[float, float]
    bleed: float = 0.0
    off: float = 0.0
    side: float = 0.0
    foot: float = 0.0

    @property
    def shift(self) -> str:
        """The operator that moves the origin to the lower left corner of the trimmed page."""
        return f"1 0 0 1 {number(self.side)} {number(self.foot)} cm"

    @property
    def boxes(self) -> str:
        """Entries of a page's dictionary."""
        (width, height), bleed = self.trim, self.bleed
        left, bottom = self.side, self.foot
        media = _box(0, 0, width + 2 * self.side, height + self.side + self.foot)
        bled = _box(left - bleed, bottom - bleed, left + width + bleed, bottom + height + bleed)
        return f"/MediaBox {media} /BleedBox {bled} /TrimBox {_box(left, bottom, left + width, bottom + height)}"

    @property
    def clip(self) -> str:
        """Operators that keep what a page paints within its bleed, off the marks, in the trimmed page's coordinates."""
        begin, width, height = -self.bleed, *(length + 2 * self.bleed for length in self.trim)
        return f"{' '.join(map(number, (begin, begin, width, height)))} re W n" if self.off else ""


def frame(trim: tuple[float, float], edition: Edition, condition: PressCondition) -> Frame:
    """The frame of an edition's pages; `trim` in points."""
    if edition.purpose != "print":
        return Frame(trim)
    bleed = edition.bleed * POINTS
    if not edition.marks:
        return Frame(trim, bleed, 0.0, bleed, bleed)
    off = max(condition.marks_offset, edition.bleed, _CLEAR)
    side = (off + MARK + _RIM) * POINTS
    return Frame(trim, bleed, off * POINTS, side, side + _SLUG * POINTS)


def _box(*corners: float) -> str:
    return f"[{' '.join(map(number, corners))}]"
