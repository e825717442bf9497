"""How much ink can lie on a page at most, from what is painted alone, where no plates are rendered to count it.

What is painted later replaces what lies below, plate by plate where it overprints. So no point has more of a plate than
the most that anything over it has; a picture replaces all, and only what overprints it can add to it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from book.press.geometry import Box, common
from book.press.marks import Mark, Marks
from book.printed import Coverage
from book.sheets import Placed, Plate


def bound(marks: Marks, plates: Mapping[Placed, Plate], page: Box, window: float, limit: float) -> Coverage | None:
    """No window of `window` mm has more ink than this, in per cent; None for a page with nothing on it. Where all
    of the page together is within the limit, no nearer look is taken."""
    painted = [mark for mark in marks.marks if mark.fill or mark.stroke or mark.placed]
    if not painted:
        return None
    clear = bool(marks.clear)
    most = Coverage(round(_most(painted, plates, clear), 1), page, "bound")
    if most.percent <= limit or window <= 0:
        return most
    across, down = (math.ceil((page[at + 2] - page[at]) / window) for at in (0, 1))
    cells = [
        (page[0] + x * window, page[1] + y * window, page[0] + (x + 1) * window, page[1] + (y + 1) * window)
        for y in range(down)
        for x in range(across)
    ]
    found = [
        Coverage(round(_most([mark for mark in painted if common(mark.box, cell)], plates, clear), 1), cell, "bound")
        for cell in cells
    ]
    return max(found, key=lambda coverage: coverage.percent, default=most)


def _most(marks: Sequence[Mark], plates: Mapping[Placed, Plate], clear: bool) -> float:
    """The most that can lie on one point under all of these, in per cent."""
    most = 100 * sum(_by_plate(marks).values())
    for picture in marks:
        if picture.placed is not None:
            over = [mark for mark in marks if (clear or mark.overprint) and common(mark.box, picture.box)]
            most = max(most, plates[picture.placed].ink + 100 * sum(_by_plate(over).values()))
    return most


def _by_plate(marks: Sequence[Mark]) -> dict[str, float]:
    most: dict[str, float] = {}
    for paint in dict.fromkeys(paint for mark in marks for paint in (mark.fill, mark.stroke) if paint is not None):
        for plate, amount in paint.amounts.items():
            most[plate] = max(most.get(plate, 0.0), amount)
    return most
