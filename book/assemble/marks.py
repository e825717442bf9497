"""Printer's marks: crop and registration marks on every plate, a colour bar, the slug line. One form for all pages.

They stand beyond the bleed. The bar has the solids, their overprints, half tints, spot inks and grey balance (ISO
12647-2: a grey of three inks beside that of black alone).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

import msgspec

from book.assemble.folios import FolioStyle, folio
from book.assemble.frame import MARK, POINTS, Frame
from book.assemble.plates import ALL
from book.assemble.writer import number
from book.sheets import FontUse, Resources, Sheet

_LINE = 0.25
"""Points: thickness of the marks."""
_DASH = 2.0
"""Points: dashes of fold marks, and the gaps between them."""
_CIRCLE = 0.5523
"""Of the radius: handles of the curves that make a circle."""
_PATCH = 5.0
_GAP = 4.0
"""mm: width of a patch, and paper between the bar and the nearest crop or registration mark."""
_BASELINE = 3.0
_INDENT = 3.0
"""mm: the slug line below the band of the marks, and from the left edge of the trimmed page."""

_SOLIDS = ((100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100))
_OVER = ((100, 100, 0, 0), (100, 0, 100, 0), (0, 100, 100, 0))
_HALF = ((50, 0, 0, 0), (0, 50, 0, 0), (0, 0, 50, 0))
_GREYS = ((25, 19, 19, 0), (0, 0, 0, 25), (50, 40, 40, 0), (0, 0, 0, 50), (75, 64, 64, 0), (0, 0, 0, 75))
"""Patches in per cent of cyan, magenta, yellow, black."""


class Slug(msgspec.Struct, frozen=True):
    """The slug line, typeset once: the look of the page's label, which is its first word, and the words after it on a
    sheet of their own, set at the same place."""

    label: FolioStyle
    line: Sheet
    fonts: tuple[dict[str, FontUse], ...]
    """Of the label and of the line: both may use glyphs of one font."""


class Folds(msgspec.Struct, frozen=True):
    """Where a sheet is folded, creased or turned in: places in points from the lower left corner of the trimmed sheet,
    across (x) and up (y)."""

    across: tuple[float, ...] = ()
    up: tuple[float, ...] = ()


FLAT = Folds()
"""A sheet that is not folded."""


def marks(frame: Frame, spots: Sequence[str], slug: Slug, folds: Folds = FLAT) -> tuple[str, bytes, Resources]:
    """Marks as a form in the trimmed page's coordinates: its box, its operators, what they name. `spots` are the inks
    of the edition."""
    names = {f"Spot{at}": ink for at, ink in enumerate(spots)}
    lines = ["q /All CS 1 SCN /All cs 1 scn", f"{number(_LINE)} w", *_crops(frame), *_registers(frame)]
    lines += [*_fold_marks(frame, folds), "Q", "q", *_bar(frame, names), "Q", f"q {_moved(frame, slug)} cm"]
    content = "\n".join(lines).encode() + b"\n" + zlib.decompress(slug.line.content) + b"\nQ\n"
    held = slug.line.resources
    resources = msgspec.structs.replace(held, spots={**held.spots, **names, "All": ALL})
    (width, height), side, foot = frame.trim, frame.side, frame.foot
    box = " ".join(map(number, (-side, -foot, width + side, height + side)))
    return box, content, resources


def slug_label(frame: Frame, slug: Slug, label: str) -> str:
    """Operators that draw a page's label at the head of the slug line."""
    return f"q {_moved(frame, slug)} cm {folio(slug.label, label)} Q"


def _moved(frame: Frame, slug: Slug) -> str:
    """From where the slug line was set to where it stands."""
    x = _INDENT * POINTS - slug.label.edge
    y = -frame.off - (MARK + _BASELINE) * POINTS - slug.label.baseline
    return f"1 0 0 1 {number(x)} {number(y)}"


def _crops(frame: Frame) -> Iterator[str]:
    """Two lines at each corner, on the trim's edges."""
    (width, height), near = frame.trim, frame.off
    far = near + MARK * POINTS
    for x, out in ((0.0, -1), (width, 1)):
        for y, up in ((0.0, -1), (height, 1)):
            yield _stroke((x, y + up * near), (x, y + up * far))
            yield _stroke((x + out * near, y), (x + out * far, y))


def _registers(frame: Frame) -> Iterator[str]:
    """A cross in a circle in the middle of each side."""
    (width, height), reach = frame.trim, MARK * POINTS / 2
    middle = frame.off + reach
    places = ((width / 2, -middle), (width / 2, height + middle), (-middle, height / 2), (width + middle, height / 2))
    for x, y in places:
        yield _stroke((x - reach, y), (x + reach, y))
        yield _stroke((x, y - reach), (x, y + reach))
        yield _circle(x, y, reach / 2)


def _fold_marks(frame: Frame, folds: Folds) -> Iterator[str]:
    """Dashed lines where the sheet is folded, on both sides of it; above the colour bar they stand in the rim."""
    (width, height), near = frame.trim, frame.off
    far = near + MARK * POINTS
    if folds.across or folds.up:
        yield f"[{number(_DASH)}] 0 d"
    for x in folds.across:
        yield _stroke((x, -near), (x, -far))
        yield _stroke((x, height + far), (x, height + frame.side))
    for y in folds.up:
        yield _stroke((-near, y), (-far, y))
        yield _stroke((width + near, y), (width + far, y))


def _stroke(begin: tuple[float, float], end: tuple[float, float]) -> str:
    return f"{number(begin[0])} {number(begin[1])} m {number(end[0])} {number(end[1])} l S"


def _circle(x: float, y: float, radius: float) -> str:
    k = _CIRCLE * radius
    curves = (
        ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        ((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
        ((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
        ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
    )
    drawn = (" ".join(f"{number(px)} {number(py)}" for px, py in curve) + " c" for curve in curves)
    return f"{number(x + radius)} {number(y)} m {' '.join(drawn)} S"


def _bar(frame: Frame, spots: dict[str, str]) -> Iterator[str]:
    """Patches above the page, on both sides of the registration mark, as many as fit."""
    (width, height), gap, patch = frame.trim, _GAP * POINTS, _PATCH * POINTS
    room = int((width / 2 - MARK * POINTS / 2 - 2 * gap) / patch)
    left = [*map(_process, (*_SOLIDS, *_OVER, *_HALF))]
    right = [*(_spot(name, tint) for name in spots for tint in (100, 50)), *map(_process, _GREYS)]
    y = height + frame.off
    for begin, colours in ((gap, left), (width / 2 + MARK * POINTS / 2 + gap, right)):
        for at, colour in enumerate(colours[: max(0, room)]):
            yield f"{colour} {number(begin + at * patch)} {number(y)} {number(patch)} {number(MARK * POINTS)} re f"


def _process(build: tuple[int, ...]) -> str:
    return " ".join(number(part / 100) for part in build) + " k"


def _spot(name: str, tint: int) -> str:
    return f"/{name} cs {number(tint / 100)} scn"
