"""The cover as a flat sheet, and the endpapers: pure geometry from a press condition, the page count and the trim.

Lengths in mm, places from the upper left corner of the sheet as it is trimmed, y downwards. The outside of the cover is
seen: the back stands left, the front right.
"""

from __future__ import annotations

from book.conditions import Cover, PressCondition
from book.model import Struct

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""


class Panel(Struct, frozen=True):
    """One face of the cover: back, spine, front, back-flap, front-flap. `safe` is where something may stand that must
    neither be cut off nor run over an edge or into a hinge."""

    name: str
    box: Box
    safe: Box

    @property
    def width(self) -> float:
        return round(self.box[2] - self.box[0], 2)

    @property
    def height(self) -> float:
        return round(self.box[3] - self.box[1], 2)


class Flat(Struct, frozen=True):
    """The cover's sheet. `width` and `height` as trimmed: of a case with its turn-ins, of a soft cover with its flaps.
    `folds` are the x at which it is folded or creased, `turns` the y at which a case is turned in."""

    width: float
    height: float
    panels: tuple[Panel, ...]
    folds: tuple[float, ...]
    turns: tuple[float, ...] = ()

    def panel(self, name: str) -> Panel | None:
        return next((panel for panel in self.panels if panel.name == name), None)

    def face(self, name: str) -> Panel:
        """A panel that every cover has: back, spine or front."""
        found = self.panel(name)
        assert found is not None, name
        return found


def spine_width(cover: Cover, pages: int) -> float:
    """The thickness of so many pages between the covers."""
    return round(pages * cover.spine.per_page + cover.spine.boards, 2)


def flat(condition: PressCondition, pages: int, trim: tuple[float, float]) -> Flat:
    """The cover's sheet for a book of so many pages of this trim (width, height)."""
    cover = condition.cover
    case = cover.kind == "case"
    hidden = cover.turn_in if case else 0.0
    overhang = cover.overhang if case else 0.0
    hinge = cover.hinge if case else 0.0
    flap = 0.0 if case else cover.flap
    spine = spine_width(cover, pages)
    face = trim[0] + overhang
    top, bottom = hidden, hidden + trim[1] + 2 * overhang
    # Along the sheet: turn-in or flap, back, spine, front, turn-in or flap.
    edges = _sums((hidden + flap, face, spine, face))
    left, right = edges[0] - flap, edges[3] + flap
    safety, inner = condition.limits.safety, max(condition.limits.safety_inner, hinge)
    panels = [
        _panel("back", edges[0], edges[1], top, bottom, (safety, safety, inner, safety)),
        _panel("spine", edges[1], edges[2], top, bottom, (cover.spine.clear, safety, cover.spine.clear, safety)),
        _panel("front", edges[2], edges[3], top, bottom, (inner, safety, safety, safety)),
    ]
    if flap:
        panels.insert(0, _panel("back-flap", left, edges[0], top, bottom, (safety,) * 4))
        panels.append(_panel("front-flap", edges[3], right, top, bottom, (safety,) * 4))
    folds = [edges[1], edges[2]]
    if hinge:
        folds += [edges[1] - hinge, edges[2] + hinge]
    if flap or hidden:
        folds += [edges[0], edges[3]]
    turns = (round(top, 2), round(bottom, 2)) if hidden else ()
    width = round(right + hidden, 2)
    return Flat(width, round(bottom + hidden, 2), tuple(panels), tuple(sorted(round(x, 2) for x in folds)), turns)


def endpaper_spread(trim: tuple[float, float]) -> tuple[float, float]:
    """Width and height of an endpaper, unfolded: the page that is pasted to the board and the one that turns."""
    return round(2 * trim[0], 2), trim[1]


def _sums(lengths: tuple[float, ...]) -> list[float]:
    """Where each length ends, one put to the next."""
    ends: list[float] = []
    for length in lengths:
        ends.append(round((ends[-1] if ends else 0.0) + length, 2))
    return ends


def _panel(
    name: str, x0: float, x1: float, top: float, bottom: float, margins: tuple[float, float, float, float]
) -> Panel:
    """A panel whose safe area lies within it by `margins`: left, top, right, bottom. Of a panel too small for them
    nothing is safe but its middle."""
    left, above, right, below = margins
    mid_x, mid_y = (x0 + x1) / 2, (top + bottom) / 2
    safe = (min(x0 + left, mid_x), min(top + above, mid_y), max(x1 - right, mid_x), max(bottom - below, mid_y))
    return Panel(name, _round((x0, top, x1, bottom)), _round(safe))


def _round(box: Box) -> Box:
    x0, top, x1, bottom = (round(value, 2) for value in box)
    return x0, top, x1, bottom
