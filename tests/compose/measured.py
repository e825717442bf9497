"""The widths of the book's characters, read from its fonts: what book/compose/metrics.json must say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FACES = {
    "serif": "SourceSerif4_400Regular.ttf",
    "serif-italic": "SourceSerif4_400Regular_Italic.ttf",
    "serif-bold": "SourceSerif4_600SemiBold.ttf",
    "sans": "SourceSans3_400Regular.ttf",
    "display": "Cormorant_500Medium.ttf",
    "display-bold": "Cormorant_600SemiBold.ttf",
}
CHARACTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x17F)))
    + "".join(map(chr, range(0x400, 0x460)))
    + "ҒғҚқҢңҮүҰұҺһӘәӨө–—‘’‚“”„…№‰°−₸€′″\u2009\u202f"
)


def measured(folder: Path) -> dict[str, dict[str, str]]:
    """face -> {width in thousandths of the size: characters of that width}; old-style, proportional figures."""
    out: dict[str, dict[str, str]] = {}
    for face, name in FACES.items():
        font: Any = TTFont(folder / name)
        cmap, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        by_width: dict[int, str] = {}
        for character in dict.fromkeys(CHARACTERS):
            if (glyph := cmap.get(ord(character))) is not None:
                width = round(widths[glyph][0] * 1000 / em)
                by_width[width] = by_width.get(width, "") + character
        out[face] = {str(width): by_width[width] for width in sorted(by_width)}
    return out
