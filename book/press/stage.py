"""The press stage: a unit's sheets and drawings in the edition's inks, and what stands on its pages, as facts.

Pure: sheets in, sheets out. Pictures have been converted before (pictures.py), at the size at which they stand.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence

import msgspec

from book.conditions import PressCondition
from book.inks import Inks, recognised
from book.press.colours import Palette
from book.press.coverage import bound
from book.press.facts import POINTS, printed_page
from book.press.geometry import IDENTITY, Matrix
from book.press.marks import Marks
from book.press.resources import LEVEL, DrawingAt, PressedDrawing, PressedNames, Tools
from book.press.walk import Thresholds, Walk
from book.printed import Coverage, PrintedPage
from book.sheets import Drawing, PageFact, Placed, Plate, Resources, Sheet


class Pressed(msgspec.Struct, frozen=True):
    """A unit in final inks, and the facts of its pages. `drawings` by their new keys."""

    sheets: tuple[Sheet, ...]
    drawings: dict[str, Drawing]
    pages: tuple[PrintedPage, ...]


class Press:
    """Presses the units of one edition. A drawing that many units show is pressed once."""

    def __init__(self, profile: bytes, inks: Inks, spots: Sequence[str], condition: PressCondition, pdfx: str) -> None:
        known = recognised(inks, spots)
        self._palette = Palette(profile, known, spots)
        self._masks = Palette(profile, known, spots, mask=True)
        self._condition = condition
        self._flat = pdfx.startswith("X-1a")
        self._drawings: dict[tuple[str, float], tuple[PressedDrawing, Drawing]] = {}

    def press(
        self, sheets: Sequence[Sheet], drawings: Mapping[str, Drawing], facts: Sequence[PageFact],
        plates: Mapping[Placed, Plate], bleed: float = 0.0, unit: str = "",
    ) -> Pressed:  # fmt: skip
        """A unit with its pages' layout facts and its pictures' plates; `bleed` in mm."""
        made: list[Sheet] = []
        pages: list[PrintedPage] = []
        used: dict[str, Drawing] = {}
        for index, (sheet, fact) in enumerate(zip(sheets, facts, strict=True)):
            content, resources, marks = self._page(sheet, drawings, used)
            made.append(msgspec.structs.replace(sheet, content=content, resources=resources))
            about = _about(index, sheet, fact.blank and not marks.marks, bleed, unit)
            most = self._coverage(fact, marks, plates, bleed)
            pages.append(msgspec.structs.replace(printed_page(fact, marks, plates, about), coverage=most))
        return Pressed(tuple(made), used, tuple(pages))

    def _page(
        self, sheet: Sheet, drawings: Mapping[str, Drawing], used: dict[str, Drawing]
    ) -> tuple[bytes, Resources, Marks]:
        """A page's stream, what it names and what it paints, in mm; the drawings on it go to `used`."""
        mm = 1 / POINTS

        def drawn(key: str, scale: float) -> PressedDrawing:
            found, drawing = self._drawing(key, drawings[key], round(scale * POINTS, 3))
            used[found.key] = drawing
            return found

        to_mm = (mm, 0.0, 0.0, -mm, 0.0, sheet.size[1] * mm)
        return self._stream(sheet.content, sheet.resources, mm, to_mm, drawn)

    def _drawing(self, key: str, drawing: Drawing, scale: float) -> tuple[PressedDrawing, Drawing]:
        """A drawing where its unit is `scale` points: how wide its lines are on paper decides which overprint."""
        if (key, scale) not in self._drawings:
            unit = 1 / scale if scale else 1.0
            content, resources, marks = self._stream(drawing.content, drawing.resources, unit, IDENTITY, _no_drawing)
            pressed = msgspec.structs.replace(drawing, content=content, resources=resources)
            name = hashlib.blake2b(msgspec.msgpack.encode(pressed), digest_size=16).hexdigest()
            box = (0.0, 0.0, drawing.width, drawing.height)
            self._drawings[key, scale] = PressedDrawing(name, box, marks), pressed
        return self._drawings[key, scale]

    def _stream(
        self, content: bytes, resources: Resources, point: float, ctm: Matrix, drawing: DrawingAt
    ) -> tuple[bytes, Resources, Marks]:
        """A stream in final inks; `point` is a typographic point in the units to which `ctm` leads."""
        limits = self._condition.limits
        names = PressedNames(resources, Tools(self._palette, self._masks, drawing, self._flat), self._palette)
        thresholds = Thresholds(limits.overprint_text * point, limits.overprint_line * point)
        marks = Marks()
        pressed = Walk(self._palette, names, thresholds, marks, ctm).run(zlib.decompress(content))
        return zlib.compress(pressed, LEVEL), names.resources(), marks

    def _coverage(
        self, fact: PageFact, marks: Marks, plates: Mapping[Placed, Plate], bleed: float
    ) -> Coverage | None:
        page = (0.0 - bleed, 0.0 - bleed, fact.width + bleed, fact.height + bleed)
        limits = self._condition.limits
        return bound(marks, plates, page, limits.ink_window, limits.ink)


def _no_drawing(key: str, scale: float) -> PressedDrawing:
    raise LookupError(f"a drawing names the drawing {key}")  # typeset makes none


def _about(index: int, sheet: Sheet, blank: bool, bleed: float, unit: str) -> PrintedPage:
    """Which page it is, with its boxes from the corner of the trim. An empty page is one that the design leaves so."""
    width, height = sheet.size
    edge = bleed * POINTS
    whole = (0.0 - edge, 0.0 - edge, width + edge, height + edge)
    return PrintedPage(index, media=whole, bleed=whole, trim=(0.0, 0.0, width, height), blank=blank, unit=unit)
