"""Folios: page numbers set from figures that were typeset once, on a probe page for each side.

The probe (compose's unit) sets each figure and roman letter on its own, right-aligned on a recto and left-aligned on a
verso; font, size, colour, baseline and outer edge are read from its content stream.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping

import msgspec

from book.assemble.writer import number
from book.model import Side
from book.sheets import Sheet

PX = 0.75
_TOKENS = re.compile(
    rb"(?P<x>-?[\d.]+) (?P<y>-?[\d.]+) Tm|/(?P<font>\w+) (?P<size>[\d.]+) Tf|<(?P<glyph>[0-9a-f]{4})>"
    rb"|(?P<colour>(?:/\w+ cs\s)?[\d. ]+ (?:scn|sc|rg|g|k)\b)"
)


class FolioStyle(msgspec.Struct, frozen=True, array_like=True):
    """How folios look on one side: PDF colour operator, font name and size in points, baseline and outer edge in points
    from the lower left of the trimmed page, glyphs with their advances in points."""

    colour: str
    font: str
    size: float
    baseline: float
    edge: float
    right_aligned: bool
    glyphs: dict[str, tuple[int, float]]


def folio_style(sheet: Sheet, characters: str, side: Side, widths: Mapping[str, Mapping[int, int]]) -> FolioStyle:
    """Reads the style from the probe page, on which `characters` stand in this order. `widths`: 1/1000 em by font name
    and glyph."""
    colour = "0 g"
    font, size = "", 0.0
    place = (0.0, 0.0)
    found: list[tuple[int, float, float]] = []
    baseline = 0.0
    for token in _TOKENS.finditer(zlib.decompress(sheet.content)):
        if token["font"]:
            font, size = token["font"].decode(), float(token["size"])
        elif token["colour"]:
            colour = " ".join(token["colour"].decode().split())
        elif token["glyph"]:
            glyph = int(token["glyph"], 16)
            found.append((glyph, place[0], widths[font][glyph] * size / 1000))
            baseline = place[1]
        else:
            place = (float(token["x"]), float(token["y"]))
    if len(found) != len(characters):
        raise ValueError(f"the folio probe shows {len(found)} figures, not {len(characters)}")
    edge = max(x + advance for _, x, advance in found) if side == "recto" else min(x for _, x, _ in found)
    return FolioStyle(
        colour, font, size * PX, sheet.size[1] - baseline * PX, edge * PX, side == "recto",
        {character: (glyph, advance * PX) for character, (glyph, _, advance) in zip(characters, found, strict=True)},
    )  # fmt: skip


def folio(style: FolioStyle, label: str) -> str:
    """Operators that draw `label`."""
    glyphs = [style.glyphs[character] for character in label]
    x = style.edge - sum(advance for _, advance in glyphs) if style.right_aligned else style.edge
    codes = "".join(f"{glyph:04x}" for glyph, _ in glyphs)
    return (
        f"{style.colour} BT /{style.font} {number(style.size)} Tf 1 0 0 1 {number(x)} {number(style.baseline)} Tm "
        f"<{codes}> Tj ET"
    )
