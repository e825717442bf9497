"""Ink on pictures: how much of it there is, and no more than the paper takes."""

from __future__ import annotations

from typing import Any

from PIL import Image, ImageMath

_CELLS = 3
"""Cells in a row of the window in which ink is measured."""


def densest(image: Any, window: int) -> float:
    """The mean coverage of the densest square of `window` pixels, in per cent; 0 for pictures on a screen."""
    if image.mode == "RGB":
        return 0.0
    small = (image.convert("L") if image.mode == "1" else image).reduce(max(1, round(window / _CELLS)))
    data: bytes = small.tobytes()
    width: int = small.width
    height: int = small.height
    if image.mode == "CMYK":
        cells = [sum(data[at : at + 4]) for at in range(0, len(data), 4)]
    else:
        cells = [255 - value for value in data]
    across, down = min(_CELLS, width), min(_CELLS, height)
    sums: list[int] = [
        sum(sum(cells[(y + row) * width + x : (y + row) * width + x + across]) for row in range(down))
        for y in range(height - down + 1)
        for x in range(width - across + 1)
    ]
    return round(max(sums) / (across * down) / 2.55, 1)


def limited(image: Any, limit: float) -> Any:
    """A CMYK picture with no more than `limit` per cent of ink anywhere: where there is more, cyan, magenta and yellow
    are taken back alike, and black, which holds the drawing, stays."""
    most = int(limit * 2.55)
    *colours, black = image.split()

    def lighter(of: Any) -> Any:
        room = of["max"](most - of["k"], 0)
        return of["min"](of["one"], of["one"] * room / of["max"](of["c"] + of["m"] + of["y"], 1))

    held = dict(zip(("c", "m", "y", "k"), image.split(), strict=True))
    made = [ImageMath.lambda_eval(lighter, one=one, **held).convert("L") for one in colours]
    return Image.merge("CMYK", (*made, black))
