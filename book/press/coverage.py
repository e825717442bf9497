"""How much ink can lie on a page at most, from what is painted alone, where no plates are rendered to count it.

What is painted later replaces what lies below, plate by plate where it overprints. So no point has more of a plate than
the most that anything over it has; a picture replaces all, and only what overprints it can add to it: in the mean over
a window no more than the part of the window that it can cover.
"""

from __future__ import annotations

import itertools
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
    over = [mark for mark in painted if marks.clear or mark.overprint]
    pictures = {mark.box: plates[mark.placed].ink for mark in painted if mark.placed is not None}
    most = Coverage(round(max(_painted(painted), _pictured(pictures, over, window)), 1), page, "bound")
    if most.percent <= limit or window <= 0:
        return most
    across, down = (math.ceil((page[at + 2] - page[at]) / window) for at in (0, 1))
    found = []
    for x, y in itertools.product(range(across), range(down)):
        left, top = page[0] + x * window, page[1] + y * window
        cell = (left, top, left + window, top + window)
        # A window whose corner lies in this cell reaches into the next ones.
        reach = (left, top, left + 2 * window, top + 2 * window)
        there = {box: ink for box, ink in pictures.items() if common(box, reach)}
        inks = _painted(_in(painted, cell)), _pictured(there, _in(over, reach), window)
        found.append(Coverage(round(max(inks), 1), cell, "bound"))
    return max(found, key=lambda coverage: coverage.percent, default=most)


def _in(marks: Sequence[Mark], box: Box) -> list[Mark]:
    return [mark for mark in marks if common(mark.box, box)]


def _painted(marks: Sequence[Mark]) -> float:
    """The most that can lie on one point under all of these, in per cent, but for pictures."""
    return 100 * sum(_by_plate(marks).values())


def _pictured(pictures: Mapping[Box, float], over: Sequence[Mark], window: float) -> float:
    """The most that a window of these pictures can have in the mean, in per cent, with what is printed over them."""
    return max((ink + 100 * _over(over, box, window) for box, ink in pictures.items()), default=0.0)


def _over(marks: Sequence[Mark], picture: Box, window: float) -> float:
    """What these can add to the mean over a window of a picture, all plates together, 1 being a whole plate: the most
    that any has of a plate, and no more than all have where they cover as much of a window as they can."""
    added: dict[str, float] = {}
    there = [(mark, box) for mark in marks if mark.placed is None and (box := common(mark.box, picture))]
    for mark, (x0, top, x1, bottom) in there:
        part = min(1.0, (x1 - x0) / window) * min(1.0, (bottom - top) / window) if window > 0 else 1.0
        for plate, amount in _by_plate([mark]).items():
            added[plate] = added.get(plate, 0.0) + amount * part
    return sum(min(most, added[plate]) for plate, most in _by_plate([mark for mark, _ in there]).items())


def _by_plate(marks: Sequence[Mark]) -> dict[str, float]:
    most: dict[str, float] = {}
    for paint in dict.fromkeys(paint for mark in marks for paint in (mark.fill, mark.stroke) if paint is not None):
        for plate, amount in paint.amounts.items():
            most[plate] = max(most.get(plate, 0.0), amount)
    return most
