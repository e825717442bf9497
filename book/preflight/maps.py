"""Ink maps: where on a page how much ink lies, mean over the window by which it is judged, as colours on paper."""

from __future__ import annotations

import io
from itertools import pairwise

from PIL import Image, ImageFilter

from book.preflight.plates import RESOLUTION, Plates
from book.preflight.report_facts import InkMap
from book.preflight.state import MM

STEPS = (
    (0.0, (255, 255, 255)), (0.2, (214, 229, 240)), (0.45, (131, 178, 208)), (0.7, (64, 116, 160)),
    (0.85, (240, 196, 84)), (1.0, (222, 120, 34)),
)  # fmt: skip
"""Colours from no ink to as much as the limit allows."""
OVER = (176, 16, 64)
_QUALITY = 62
_LARGEST = 520
"""Pixels of the longer side of a plate's picture."""


def ink_map(plates: Plates, window: float, limit: float) -> InkMap | None:
    """The map of a page whose plates were kept; None where they were not. `window` in mm, `limit` in per cent."""
    if not plates.ink or not plates.pictures:
        return None
    total = _opened(plates.ink)
    side = min(window / MM * RESOLUTION / 72, *total.size)
    smooth = total.filter(ImageFilter.BoxBlur(max(0.0, (side - 1) / 2)))
    # 255 is 400 %, or 100 % of each plate where there are more than four.
    full = 100.0 * max(4, len(plates.inks))
    coloured = Image.frombytes("P", smooth.size, smooth.tobytes())
    coloured.putpalette([part for value in range(256) for part in colour(value / 255 * full / limit)])
    out = io.BytesIO()
    coloured.save(out, "PNG", optimize=True)
    return InkMap(plates.index, out.getvalue(), {ink: _jpeg(data) for ink, data in plates.pictures.items()})


def colour(share: float) -> tuple[int, int, int]:
    """The colour of so much ink; 1 is the limit."""
    if share > 1:
        return OVER
    for (low, one), (high, other) in pairwise(STEPS):
        if share <= high:
            part = (share - low) / (high - low)
            red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
            return red, green, blue
    return STEPS[-1][1]


def _opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("L")


def _jpeg(data: bytes) -> bytes:
    plate = _opened(data)
    plate.thumbnail((_LARGEST, _LARGEST))
    out = io.BytesIO()
    plate.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
