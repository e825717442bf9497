"""Fonts as WeasyPrint hands them out: which file a face is, exact widths, and which glyphs a unit used.

Private parts of WeasyPrint 70 live here and in paint.py: mind them when its version changes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import uharfbuzz
from weasyprint.pdf.fonts import Font
from weasyprint.text.fonts import get_pango_font_key


def widths(data: bytes) -> dict[int, int]:
    """Advance width of every glyph of a font file, in 1/1000 em, rounded as the PDF's W array has them."""
    face = uharfbuzz.Face(data)
    font = uharfbuzz.Font(face)
    font.scale = (face.upem, face.upem)
    scale = 1000 / face.upem
    return {glyph: round(font.get_glyph_h_advance(glyph) * scale) for glyph in range(face.glyph_count)}


_INVISIBLE = set("\n\t\u00ad\u200b\u2060\u200d\u200e\u200f")
"""Characters that are never drawn."""


def _families(face: Any) -> set[str]:
    """The family names of a font file: name IDs 1 and 16 (OpenType, table name)."""
    names = (face.get_name(name_id) for name_id in (1, 16))
    return {name for name in names if name}


class FontShelf:
    """Every face met in this process. WeasyPrint rounds a glyph's width at the size it first meets; we give it the
    exact widths of the file, so that the same text gives the same bytes in any order and one width table serves all."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.read_bytes(): path.name for path in sorted(folder.glob("*.ttf"))}
        self._covered: dict[str, set[str]] = {}
        for data in self._files:
            face = uharfbuzz.Face(data)
            characters = {chr(code) for code in face.unicodes} | _INVISIBLE
            for family in _families(face):
                known = self._covered.get(family)
                self._covered[family] = characters if known is None else known & characters
        self._faces: dict[int, tuple[Any, str]] = {}
        self._widths: dict[str, dict[int, int]] = {}

    def face(self, pango_font: Any) -> tuple[Any, float]:
        """WeasyPrint's Font for a Pango font, and the size in px at which it is used."""
        key, description, size = get_pango_font_key(pango_font)
        known = self._faces.get(key)
        if known is None:
            font = Font(pango_font, description, size)
            data = bytes(font.file_content)
            name = self._files.get(data, "")
            if name not in self._widths:
                self._widths[name] = widths(data)
            font.file_content = b""
            font.widths = self._widths[name]
            known = self._faces[key] = (font, name)
        return known[0], size

    def widths_of(self, file: str) -> dict[int, int]:
        """Advance widths by glyph of a font file that was met, in 1/1000 em."""
        return self._widths[file]

    def lacking(self, family: str, text: str) -> str:
        """The characters of `text` that no font of `family` has: Pango would take them from another family in
        silence. An unknown family lacks everything."""
        covered = self._covered.get(family)
        if covered is None:
            return text
        return "" if covered.issuperset(text) else "".join(sorted(set(text) - covered))

    def begin(self) -> None:
        """Forgets which glyphs were used: a new unit begins."""
        for font, _ in self._faces.values():
            font.to_unicode = {}
            font.missing = {}

    def used(self) -> dict[str, tuple[str, dict[int, str]]]:
        """Name in content streams -> (font file, {glyph: characters}) for the unit since begin()."""
        found: dict[str, tuple[str, dict[int, str]]] = {}
        for font, name in self._faces.values():
            if font.to_unicode:
                glyphs = found.setdefault(font.hash, (name, {}))[1]
                for glyph, text in font.to_unicode.items():
                    glyphs.setdefault(glyph, text)
        return found
