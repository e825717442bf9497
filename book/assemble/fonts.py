"""One copy of each font for the whole book: the union of the glyphs that its units used, with glyph ids kept.

The content streams name fonts by WeasyPrint's names; several names may mean one file (small capitals have a name of
their own), and then share everything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from book.assemble.writer import PdfWriter
from book.printed import Font
from book.sheets import FontUse

if TYPE_CHECKING:  # the library takes long to load, and is needed last
    import uharfbuzz

_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "STAT", "kern", "hdmx", "VDMX", "meta")


class FontUnion:
    """Gathers what units use and writes the fonts once. `small` gives the small letters of capitals where they are not
    Unicode's."""

    def __init__(self, files: Mapping[str, bytes], small: Mapping[str, str]) -> None:
        self._files = files
        self._small = small
        self._names: dict[str, str] = {}
        self._glyphs: dict[str, dict[int, str]] = {}

    def add(self, fonts: Mapping[str, FontUse]) -> None:
        for name, use in fonts.items():
            self._names[name] = use.file
            glyphs = self._glyphs.setdefault(use.file, {})
            if use.glyphs.items() <= glyphs.items():  # so it is for most units
                continue
            for glyph, characters in use.glyphs.items():
                known = glyphs.get(glyph)
                # The smallest wins, so that the order of units does not matter.
                if known == characters:
                    continue
                if known is None or _rank(characters) < _rank(known):
                    glyphs[glyph] = characters

    def write(self, writer: PdfWriter, number: int) -> tuple[Font, ...]:
        """Writes every font, and under `number` the dictionary from names to fonts; returns what they are."""
        import uharfbuzz

        objects = {
            file: _write_font(writer, file, self._files[file], glyphs, self._small)
            for file, glyphs in sorted(self._glyphs.items())
            if file in self._files
        }
        entries = " ".join(
            f"/{name} {objects[file]} 0 R" for name, file in sorted(self._names.items()) if file in objects
        )
        writer.put(f"<<{entries}>>", number)
        names = sorted(_postscript_name(uharfbuzz.Face(self._files[file]), file) for file in objects)
        return tuple(Font(name, "TrueType", embedded=True, subset=True, unicode=True) for name in names)


def _rank(characters: str) -> tuple[bool, int, str]:
    return (not characters, len(characters), characters)


_HYPHENS = {"\u2010", "\u2011", "\u00ad"}


def _readable(font: uharfbuzz.Font, glyph: int, text: str, small: Mapping[str, str]) -> str:
    """What a reader copies: ordinary spaces and hyphens; a small capital is a small letter, whatever it was made of."""
    text = "".join(" " if unicodedata.category(c) == "Zs" else "-" if c in _HYPHENS else c for c in text)
    if len(text) == 1 and text.isupper() and font.get_nominal_glyph(ord(text)) != glyph:
        return small.get(text) or text.lower()
    return text


def _write_font(
    writer: PdfWriter, file: str, data: bytes, used: Mapping[int, str], small: Mapping[str, str]
) -> int:
    """A composite font with the glyphs used (ISO 32000-1, 9.7.4, Identity-H)."""
    import uharfbuzz

    face = uharfbuzz.Face(data)
    font = uharfbuzz.Font(face)
    em = face.upem
    font.scale = (em, em)
    scale = 1000 / em
    name = f"{_tag(used)}+{_postscript_name(face, file)}"
    glyphs = {glyph: text for glyph, text in sorted(used.items()) if glyph < face.glyph_count}
    subset = _subset(face, set(glyphs))
    program = writer.deflated(f"/Length1 {len(subset)}", subset)
    extents = font.get_font_extents("ltr")
    italic = "Italic" in name
    box = _bounding_box(face, scale)
    descriptor = writer.put(
        f"<</Type /FontDescriptor /FontName /{name} /Flags {4 + 64 * italic} /FontBBox {box} "
        f"/ItalicAngle {-12 if italic else 0} /Ascent {round(extents.ascender * scale)} "
        f"/Descent {round(extents.descender * scale)} /CapHeight {_cap_height(face, scale)} /StemV 80 "
        f"/FontFile2 {program} 0 R>>"
    )
    advances = {glyph: round(font.get_glyph_h_advance(glyph) * scale) for glyph in glyphs}
    descendant = writer.put(
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo <</Registry (Adobe) "
        f"/Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity /DW 0 /W [{_widths(advances)}] "
        f"/FontDescriptor {descriptor} 0 R>>"
    )
    readable = {glyph: _readable(font, glyph, text, small) for glyph, text in glyphs.items()}
    unicode = writer.deflated("", _to_unicode(readable))
    return writer.put(
        f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R>>"
    )


def _subset(face: uharfbuzz.Face, glyphs: set[int]) -> bytes:
    import uharfbuzz

    plan = uharfbuzz.SubsetInput()
    plan.flags = (
        uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    plan.glyph_set.update(glyphs)
    plan.drop_table_tag_set.update({int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED})
    return bytes(uharfbuzz.subset(face, plan).blob.data)


def _tag(used: Mapping[int, str]) -> str:
    """Six letters that name the subset (9.6.4), from the glyphs in it."""
    import hashlib

    digest = hashlib.blake2b(",".join(map(str, sorted(used))).encode(), digest_size=6).digest()
    return "".join(chr(65 + byte % 26) for byte in digest)


def _postscript_name(face: uharfbuzz.Face, file: str) -> str:
    name = face.get_name(6) or file.rsplit(".", 1)[0]
    return "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in "-_"))


def _bounding_box(face: uharfbuzz.Face, scale: float) -> str:
    head = bytes(face.reference_table("head").data)
    values = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)]
    return f"[{' '.join(str(round(value * scale)) for value in values)}]"


def _cap_height(face: uharfbuzz.Face, scale: float) -> int:
    os2 = bytes(face.reference_table("OS/2").data)
    return round(int.from_bytes(os2[88:90], "big", signed=True) * scale) if len(os2) >= 90 else 700


def _widths(advances: Mapping[int, int]) -> str:
    """The W array: runs of neighbouring glyphs, each after its first glyph's number."""
    runs: list[tuple[int, list[int]]] = []
    for glyph in sorted(advances):
        if runs and glyph == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(advances[glyph])
        else:
            runs.append((glyph, [advances[glyph]]))
    return " ".join(f"{first} [{' '.join(map(str, widths))}]" for first, widths in runs)


def _to_unicode(glyphs: Mapping[int, str]) -> bytes:
    """The CMap from glyphs to characters (9.10.3)."""
    lines = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in glyphs.items() if text]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
