"""One copy of each font, and the text that a reader copies."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from book.assemble.fonts import FontUnion
from book.assemble.writer import PdfWriter
from book.language import tongue
from book.sheets import FontUse, Sheets
from tests.typeset.units import FONTS, operators, sheets

FILES = {path.name: path.read_bytes() for path in (FONTS / "ttf").glob("*.ttf")}


def written(path: Path, *units: Sheets, small: Mapping[str, str] = MappingProxyType({})) -> Path:
    """A PDF with the first page of each unit and nothing but fonts."""
    out = io.BytesIO()
    writer = PdfWriter(out, "1.7")
    union = FontUnion(FILES, small)
    tree, fonts = writer.reserve(), writer.reserve()
    pages = []
    for one in units:
        union.add(one.fonts)
        stream = writer.deflated("", operators(one.sheets[0]).encode("latin-1"))
        pages.append(writer.put(
            f"<</Type /Page /Parent {tree} 0 R /MediaBox [0 0 283 425] /Contents {stream} 0 R "
            f"/Resources <</Font {fonts} 0 R>>>>"
        ))  # fmt: skip
    union.write(writer, fonts)
    writer.put(f"<</Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{page} 0 R' for page in pages)}]>>", tree)
    root = writer.put(f"<</Type /Catalog /Pages {tree} 0 R>>")
    writer.finish(root, writer.put("<<>>"))
    path.write_bytes(out.getvalue())
    return path


def copied(path: Path) -> str:
    out = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True).stdout
    return " ".join(out.decode().replace("\f", " ").split(" ")).strip()


LETTERS = "Аа Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё"


@pytest.mark.parametrize("family", ["Source Serif 4", "Source Sans 3", "Cormorant"])
@pytest.mark.parametrize("style", ["", "font-style: italic"])
def test_all_kazakh_letters_come_back(tmp_path: Path, family: str, style: str) -> None:
    page = sheets(f"<p style=\"font-family: '{family}'; {style}\">{LETTERS}</p>")
    assert copied(written(tmp_path / "a.pdf", page)) == LETTERS


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u2002"])
def test_spaces_come_back_as_ordinary_ones_also_where_no_other_is(tmp_path: Path, space: str) -> None:
    page = sheets(f"<p>12{space}345{space}мм</p>")
    words = copied(written(tmp_path / "a.pdf", page))
    assert words == "12 345 мм"


def test_hyphens_come_back_as_ordinary_ones(tmp_path: Path) -> None:
    assert copied(written(tmp_path / "a.pdf", sheets("<p>а\u2010б</p>"))) == "а-б"


def test_small_capitals_come_back_as_the_small_letters_of_the_language(tmp_path: Path) -> None:
    page = sheets('<p style="font-variant-caps: all-small-caps">PANDEMİA QIZYL</p>')
    latin = tongue("kk-Latn").small_letters
    assert copied(written(tmp_path / "a.pdf", page, small=latin)) == "pandemia qızyl"
    assert copied(written(tmp_path / "b.pdf", sheets("<p>İI ıi</p>"), small=latin)) == "İI ıi"


@pytest.mark.parametrize("first", ["А", "а"])
def test_small_capitals_come_back_as_small_letters(tmp_path: Path, first: str) -> None:
    """Whichever letter a small capital stood for first in a unit, and in whatever order the units come."""
    style = "font-variant-caps: all-small-caps"
    caps = [sheets(f'<p style="{style}">{words}</p>') for words in (first, "АлМаТы", "аЛмАтЫ")]
    assert copied(written(tmp_path / "a.pdf", *caps)).split() == ["а", "алматы", "алматы"]
    assert copied(written(tmp_path / "a.pdf", *caps[::-1])).split() == ["алматы", "алматы", "а"]
    assert copied(written(tmp_path / "b.pdf", sheets('<p style="font-variant-caps: small-caps">Алма</p>'))) == "Алма"


def test_ligatures_and_pieces_come_back(tmp_path: Path) -> None:
    words = "office fjord е́ й ё"
    assert copied(written(tmp_path / "a.pdf", sheets(f"<p>{words}</p>"))) == words


def test_a_glyph_without_a_character_of_its_own_takes_that_of_another_unit() -> None:
    union = FontUnion(FILES, {})
    name = "SourceSerif4_400Regular.ttf"
    glyph = TTFont(FONTS / "ttf" / name).getReverseGlyphMap()["space"]
    union.add({"A": FontUse(name, {glyph: ""})})
    union.add({"A": FontUse(name, {glyph: "\u00a0"})})
    out = io.BytesIO()
    writer = PdfWriter(out, "1.7")
    at = writer.reserve()
    union.write(writer, at)
    pages = writer.put("<</Type /Pages /Count 0 /Kids []>>")
    writer.finish(writer.put(f"<</Type /Catalog /Pages {pages} 0 R>>"), writer.put("<<>>"))
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        assert f"<{glyph:04x}> <0020>".encode() in pdf.get_object(at, 0).A.ToUnicode.read_bytes()


def test_one_subset_for_all_units(tmp_path: Path) -> None:
    units = [sheets("<p>Абв</p>"), sheets('<p>где</p><p style="font-variant: small-caps">жз</p>')]
    with pikepdf.open(written(tmp_path / "a.pdf", *units)) as pdf:
        fonts = {str(font.BaseFont): font for page in pdf.pages for font in page.Resources.Font.values()}
        assert len(fonts) == 1
        (font,) = fonts.values()
        tag, _, name = str(font.BaseFont).partition("+")
        assert len(tag) == 7 and tag[1:].isupper() and name == "SourceSerif4-Regular"
        descendant = font.DescendantFonts[0]
        data = descendant.FontDescriptor.FontFile2.read_bytes()
        subset = TTFont(io.BytesIO(data))
        whole = TTFont(FONTS / "ttf" / "SourceSerif4_400Regular.ttf")
        assert len(data) * 10 < len(FILES["SourceSerif4_400Regular.ttf"])
        # Glyph ids are kept: the streams name them, and widths and outlines are those of the whole font.
        cmap = whole.getBestCmap()
        ids = [whole.getGlyphID(cmap[ord(letter)]) for letter in "Абвгде"]
        glyphs = whole.getGlyphOrder()
        widths = {}
        numbers = list(descendant.W)
        for first, run in zip(numbers[::2], numbers[1::2], strict=True):
            widths.update({int(first) + at: int(width) for at, width in enumerate(run)})
        for glyph in ids:
            assert widths[glyph] == round(whole["hmtx"][glyphs[glyph]][0] * 1000 / whole["head"].unitsPerEm)
            one, other = subset["glyf"][subset.getGlyphName(glyph)], whole["glyf"][glyphs[glyph]]
            assert (one.xMin, one.yMin, one.xMax, one.yMax) == (other.xMin, other.yMin, other.xMax, other.yMax)
        assert subset["glyf"][subset.getGlyphName(whole.getGlyphID(cmap[ord("Щ")]))].numberOfContours == 0


def test_the_order_of_units_does_not_matter(tmp_path: Path) -> None:
    units = [sheets("<p>Абв 1\u00a02</p>"), sheets("<p>где-ё</p>"), sheets("<p>где\u2010ё и</p>")]

    def font(*order: Sheets) -> list[bytes]:
        with pikepdf.open(written(tmp_path / "a.pdf", *order)) as pdf:
            (font,) = {str(one.BaseFont): one for one in pdf.pages[0].Resources.Font.values()}.values()
            return [font.ToUnicode.read_bytes(), font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()]

    assert font(*units) == font(*units[::-1])
