"""What an interpreter finds on one page, gathered as the facts of a PrintedPage: looks-alikes together, all bounded."""

from __future__ import annotations

from book.findings import Span
from book.preflight import bounds
from book.preflight.spaces import Space
from book.preflight.state import MM, around
from book.printed import Box, Colour, Font, PrintedPath, PrintedPicture, PrintedText, Transparency

_NOWHERE = Span()
_APART = 60
"""So many places of one kind are told one by one; what follows is joined to the last."""


class Found:
    """Facts of a page in the making. `trim` in units of the page, of `unit` points."""

    def __init__(self, trim: Box, unit: float) -> None:
        self._x, self._y = trim[0], trim[3]
        self._mm = MM * unit
        self._paper = (trim[2] - trim[0]) * self._mm, (trim[3] - trim[1]) * self._mm
        self._texts: list[PrintedText] = []
        self._paths: dict[tuple[object, ...], list[PrintedPath]] = {}
        self.pictures: list[PrintedPicture] = []
        self._spaces: dict[Colour, list[Box | None]] = {}
        self._transparency: dict[tuple[str, str], Transparency] = {}
        self.groups: dict[str, None] = {}
        self.fonts: dict[Font, None] = {}
        self.filters: dict[str, None] = {}
        self.damage: dict[str, None] = {}
        self.count = 0

    def place(self, box: Box) -> Box:
        """A box of the page in mm from the upper left corner of the trim."""
        x0, y0, x1, y1 = box
        mm = self._mm
        return (
            round((x0 - self._x) * mm, 3), round((self._y - y1) * mm, 3),
            round((x1 - self._x) * mm, 3), round((self._y - y0) * mm, 3),
        )  # fmt: skip

    def text(self, found: PrintedText) -> None:
        """A run of text; joined to the one before where it goes on in the same line and style."""
        last = self._texts[-1] if self._texts else None
        if last is not None and _goes_on(last, found):
            gap = found.box[0] - last.box[2]
            words = last.text + (" " if gap > 0.15 * found.size * MM and not last.text.endswith(" ") else "")
            self._texts[-1] = PrintedText(
                around(last.box, found.box), last.size, (words + found.text)[: bounds.TEXT], last.fill, last.stroke,
                last.overprint, last.overprint_stroke, last.mode, last.alpha, last.span,
            )  # fmt: skip
        elif self._room():
            self._texts.append(found)

    def path(self, found: PrintedPath) -> None:
        """Lines or areas; joined with those that look alike and run over the same edges of the page. Registration marks
        stay apart from each other."""
        key = (found.stroke, found.colour, found.width, found.thin, found.overprint, found.mode, found.alpha)
        box, (wide, high) = found.box, self._paper
        over = (box[0] < 0, box[1] < 0, box[2] > wide, box[3] > high)
        alike = self._paths.setdefault((*key, over), [])
        if alike and (len(alike) >= _APART or "All" not in found.colour.inks):
            last = alike[-1]
            alike[-1] = PrintedPath(
                around(last.box, found.box), *key, last.count + 1, last.span,  
            )  # fmt: skip
        elif self._room():
            alike.append(found)

    def picture(self, found: PrintedPicture) -> None:
        if self._room():
            self.pictures.append(found)

    def space(self, space: Space, box: Box | None) -> None:
        """Something is painted in this space; `box` in mm."""
        places = self._spaces.setdefault(Colour(space.name, (), space.inks, space.base), [])
        if box is None or (len(places) < _APART and (not places or "All" in space.inks or space.name not in _QUIET)):
            if box not in places:
                places.append(box)
        elif places[-1] is not None:
            places[-1] = around(places[-1], box)

    def see_through(self, kind: str, detail: str, box: Box | None) -> None:
        before = self._transparency.get((kind, detail))
        if before is not None and before.box is not None and box is not None:
            box = around(before.box, box)
        self._transparency[kind, detail] = Transparency(kind, detail, box)

    def _room(self) -> bool:
        self.count += 1
        if self.count > bounds.OBJECTS:
            self.damage[f"it has more than {bounds.OBJECTS:,} objects{bounds.CUT_SHORT}"] = None
            return False
        return True

    @property
    def texts(self) -> tuple[PrintedText, ...]:
        return tuple(self._texts)

    @property
    def paths(self) -> tuple[PrintedPath, ...]:
        return tuple(path for alike in self._paths.values() for path in alike)

    @property
    def spaces(self) -> tuple[tuple[Colour, Box | None, Span], ...]:
        return tuple((colour, box, _NOWHERE) for colour, boxes in self._spaces.items() for box in boxes or [None])

    @property
    def transparency(self) -> tuple[Transparency, ...]:
        return tuple(self._transparency.values())


_QUIET = {"DeviceCMYK", "DeviceGray", "Separation", "DeviceN", "Pattern"}
"""Spaces of which one place is enough to know."""


def _goes_on(last: PrintedText, found: PrintedText) -> bool:
    em = found.size * MM
    return (
        last.size == found.size
        and last.fill == found.fill
        and last.stroke == found.stroke
        and (last.overprint, last.mode, last.alpha) == (found.overprint, found.mode, found.alpha)
        and abs(last.box[1] - found.box[1]) < 0.05
        and abs(last.box[3] - found.box[3]) < 0.05
        and -0.3 * em <= found.box[0] - last.box[2] <= em
    )


