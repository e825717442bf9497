"""Pictures where they are placed, and areas so thin that they are lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from book.preflight.lexer import Name
from book.preflight.objects import Dictionary, filters, get, of, whole
from book.preflight.spaces import UNKNOWN, Space, space
from book.preflight.state import Point, bounds_of, common, rectangle
from book.printed import Box, Colour, PrintedPicture

if TYPE_CHECKING:
    from book.preflight.interpret import Interpreter

__all__ = ["inline", "of", "picture", "thin"]

_RULE = 4.0
"""An area so many times as long as wide is drawn as a line is."""
_NARROW = 2.0
"""Points; a clip narrower than this makes a line of what it leaves."""
_HAIR = 0.001
_SHORT = {"W": "Width", "H": "Height", "BPC": "BitsPerComponent", "CS": "ColorSpace", "IM": "ImageMask", "F": "Filter"}


def thin(points: list[Point], parts: list[tuple[int, bool]], clip: Box) -> float:
    """The width in points of the thinnest rule among the parts of a path; 0 where none is one. A part is a rule where
    it is a long upright rectangle, or where a narrow clip leaves no more than that of it."""
    rules: list[float] = []
    others = False
    edges = [start for start, _ in parts] + [len(points)]
    for at, (start, straight) in enumerate(parts):
        own = points[start : edges[at + 1]]
        if not straight or len(own) not in (4, 5):
            others = True
            continue
        box = bounds_of(own)
        if not all(x in (box[0], box[2]) or y in (box[1], box[3]) for x, y in own):
            continue
        seen = common(box, clip)
        if seen is None:
            continue
        narrow = min(clip[2] - clip[0], clip[3] - clip[1]) < _NARROW
        across, along = sorted((seen[2] - seen[0], seen[3] - seen[1]) if narrow else (box[2] - box[0], box[3] - box[1]))
        if along > _RULE * across:
            rules.append(across)
        else:
            others = True
    # Beside other parts one without any width paints nothing: the inner edge of a border on one side.
    whole_rules = [width for width in rules if width > _HAIR]
    if rules and not whole_rules and not others:
        return _HAIR
    return round(min(whole_rules, default=0.0), 3)


def picture(it: Interpreter, image: Dictionary, word: str) -> None:
    """A picture shown by Do."""
    used = filters(image)
    for one in used:
        it.found.filters[one] = None
    stencil = getattr(get(image, "/ImageMask"), "value", False) is True
    here = UNKNOWN
    if not stencil:
        here = it.cached("space", image, lambda: space(get(image, "/ColorSpace"), it.resources))
    soft, hard = get(image, "/SMask"), get(image, "/Mask")
    mask = "none"
    if stencil:
        mask = "stencil"
    elif isinstance(soft, dict) or whole(get(image, "/SMaskInData")):
        mask = "soft"
    elif hard is not None:
        mask = "key" if isinstance(hard, list) else "hard"
    bits = 1 if stencil else whole(get(image, "/BitsPerComponent"), 8)
    size = (whole(get(image, "/Width")), whole(get(image, "/Height")))
    _place(it, size, bits, here, mask, used[-1] if used else "", word)


def inline(it: Interpreter, entries: dict[str, Any]) -> None:
    """A picture inside the content stream."""
    full = {_SHORT.get(entry, entry): value for entry, value in entries.items()}
    stencil = full.get("ImageMask") is True
    here, used = UNKNOWN, full.get("Filter")
    if not stencil and "ColorSpace" in full:
        value = full["ColorSpace"]
        here = it.space_named(value) if isinstance(value, Name) else space(value, it.resources)
    size = (int(full.get("Width", 0)), int(full.get("Height", 0)))
    bits = 1 if stencil else int(full.get("BitsPerComponent", 8))
    words = used if isinstance(used, list) else [used] if isinstance(used, Name) else []
    for one in words:
        it.found.filters[{"LZW": "LZWDecode"}.get(str(one), str(one))] = None
    _place(it, size, bits, here, "stencil" if stencil else "none", str(words[-1]) if words else "", "inline")


def _place(
    it: Interpreter, size: tuple[int, int], bits: int, here: Space, mask: str, used: str, word: str
) -> None:
    state, found = it.state, it.found
    box = common(rectangle(state.ctm, 0, 0, 1, 1), state.clip)
    if box is None:
        return
    place = found.place(box)
    if mask == "stencil":
        it.painted(False, box)
        colour = state.fill
    else:
        colour = Colour(here.name, (), here.inks, here.base)
        if here is not UNKNOWN:
            found.space(here, place)
        if state.alpha < 1:
            found.see_through("alpha", f"{state.alpha:.2f}", place)
        it.blended(place)
        if mask == "soft":
            found.see_through("softmask", "picture", place)
    if it.silent:
        return
    a, b, c, d = state.ctm[:4]
    across, down = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    ppi = min(size[0] / across, size[1] / down) if across > 1e-6 and down > 1e-6 else 0.0
    found.picture(PrintedPicture(place, *size, round(ppi, 1), bits, colour, mask, used, name=word))


