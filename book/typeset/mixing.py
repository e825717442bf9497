"""Colours that the engine cannot mix: inks, and spaces that tinycss2 does not bring to red, green and blue.

A gradient, a blurred shadow or a border of two tones asks for them in sRGB, and the conversion raises. What style
sheets say outright is a finding (P716); what comes through a custom property is told by the engine (L006).
"""

from __future__ import annotations

import logging
from typing import Any

from tinycss2 import color4

_SAID = "A gradient, a shadow or a border of two tones mixes colours of %s: they were brought to red, green and blue."
_own_way: Any = color4.Color.to


def brought(color: Any, space: str) -> Any:
    """The colour in another space; inks as their complements, and what nobody can bring there as a grey."""
    try:
        return _own_way(color, space)
    except NotImplementedError:
        logging.getLogger("weasyprint").warning(_SAID, color.space)
    parts = [min(1.0, max(0.0, part or 0.0)) for part in color.coordinates]
    if len(parts) == 4:
        black = parts.pop()
        parts = [(1 - part) * (1 - black) for part in parts]
    else:
        parts = [0.5, 0.5, 0.5]
    return color4.Color("srgb", parts, color.alpha)


def install() -> None:
    """Puts this in the place of tinycss2's own conversion."""
    color4.Color.to = brought
