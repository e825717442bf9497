"""Widths of characters in the book's faces, to judge before anything is set what fits where.

The numbers come from the fonts (tests/compose/redraw.py writes them, a test compares); kerning is left out, so a
measure is right within about one per cent. Sizes and widths are points.
"""

from __future__ import annotations

import json
import math
from functools import cache, lru_cache
from importlib import resources

MM = 72 / 25.4
_UNKNOWN = 620


class _Widths(dict[str, int]):
    def __missing__(self, character: str) -> int:
        return _UNKNOWN


@cache
def _faces() -> dict[str, _Widths]:
    text = resources.files("book.compose").joinpath("metrics.json").read_text(encoding="utf-8")
    data: dict[str, dict[str, str]] = json.loads(text)
    return {
        face: _Widths({character: int(width) for width, characters in widths.items() for character in characters})
        for face, widths in data.items()
    }


def width(text: str, face: str, size: float, tracking: float = 0.0) -> float:
    """Width of `text` on one line; `tracking` in em."""
    units = sum(map(_faces()[face].__getitem__, text))
    return (units / 1000 + tracking * len(text)) * size


@lru_cache(maxsize=20_000)
def lines(text: str, face: str, size: float, measure: float, hang: float = 0.0, indent: float = 0.0) -> int:
    """Number of lines of a ragged text without hyphenation; `hang` narrows every line but the first, `indent` the
    first. A word wider than the measure takes the lines it needs."""
    space = width(" ", face, size)
    count, used, empty = 1, indent, True
    for word in text.split(" "):
        wide = width(word, face, size)
        if not empty and used + space + wide <= measure - (hang if count > 1 else 0):
            used += space + wide
            continue
        if not empty:
            count, used = count + 1, 0.0
        room = measure - (hang if count > 1 else 0)
        over = max(0, math.ceil((used + wide) / room) - 1)
        count, used, empty = count + over, used + wide - over * room, False
    return count


def balanced(text: str, face: str, size: float, measure: float) -> float:
    """The narrowest measure in which a ragged text has no more lines than in `measure`: its lines come out even."""
    count = lines(text, face, size, measure)
    low, high = max((width(word, face, size) for word in text.split()), default=0.0), measure
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if lines(text, face, size, middle) <= count else (middle, high)
    return min(measure, max(low, high) * 1.02)


def set_lines(text: str, face: str, size: float, measure: float, indent: float = 0.0) -> int:
    """Number of lines of a justified, hyphenated paragraph: its length over the measure, and a little for word ends."""
    return max(1, math.ceil((width(text, face, size) * 1.012 + indent) / measure))
