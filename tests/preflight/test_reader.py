"""What is read from a PDF: places, sizes, colours, in forms and patterns and through whatever moves them."""

from __future__ import annotations

import pytest

from book.printed import Colour, PrintedPage
from tests.pdfs import TEXT, Objects, facts, icc, pdf, written

MM = 25.4 / 72


def page(content: str, **how: object) -> PrintedPage:
    return facts(pdf(content, **how)).pages[0]  # type: ignore[arg-type]


# --- text ------------------------------------------------------------------------------------------------------------


def test_where_a_text_stands_and_how_large_it_is() -> None:
    """Five letters of half an em, 10 points: 25 points wide, from 60 points right of the trim's corner."""
    (text,) = page("0 0 0 1 k BT /F 10 Tf 80 120 Td (Texts) Tj ET").texts
    assert (text.text, text.size, text.fill) == ("Texts", 10, Colour("DeviceCMYK", (0, 0, 0, 1)))
    assert (text.box[0], text.box[2]) == pytest.approx((60 * MM, 85 * MM), abs=0.01)
    assert text.box[1] < (420 - 120) * MM < text.box[3]


@pytest.mark.parametrize(
    ("content", "size", "left", "wide"),
    [
        ("2 0 0 2 0 0 cm BT /F 10 Tf 40 60 Td (ab) Tj ET", 20, 60, 20),
        ("BT /F 1 Tf 12 0 0 12 80 120 Tm (ab) Tj ET", 12, 60, 12),
        ("1 0 0 -1 0 440 cm BT /F 10 Tf 1 0 0 -1 80 300 Tm (ab) Tj ET", 10, 60, 10),
        ("BT /F 10 Tf 80 120 Td 50 Tz (ab) Tj ET", 10, 60, 5),
        ("BT /F 10 Tf 80 120 Td 3 Tc (ab) Tj ET", 10, 60, 16),
        ("BT /F 10 Tf 80 120 Td 4 Tw (a b) Tj ET", 10, 60, 19),
        ("BT /F 10 Tf 80 120 Td [(a) -200 (b)] TJ ET", 10, 60, 12),
        ("BT /F 10 Tf 0 0 Td 80 120 Td (a) Tj 0 0 Td T* ET", 10, 60, 5),
        ("BT /F 10 Tf 12 TL 80 132 Td (ab) ' ET", 10, 60, 10),
        ("q BT /F 10 Tf ET 80 120 5 5 re Q BT /F 10 Tf 80 120 Td (ab) Tj ET", 10, 60, 10),
    ],
)
def test_what_moves_and_sizes_a_text(content: str, size: float, left: float, wide: float) -> None:
    (text,) = page(content).texts
    assert text.size == pytest.approx(size)
    assert text.box[0] == pytest.approx(left * MM, abs=0.01)
    assert text.box[2] - text.box[0] == pytest.approx(wide * MM, abs=0.01)


def test_pieces_of_a_line_are_one_text() -> None:
    pieces = "BT /F 10 Tf 80 120 Td (one) Tj 20 0 Td (two) Tj 0 -12 Td (three) Tj ET"
    assert [text.text for text in page(pieces).texts] == ["one two", "three"]
    coloured = "BT /F 10 Tf 80 120 Td (one) Tj 0 1 1 0 k 20 0 Td (two) Tj ET"
    assert [text.text for text in page(coloured).texts] == ["one", "two"]


def test_what_is_not_printed_is_no_text() -> None:
    for content in (f"3 Tr {TEXT}", "BT /F 10 Tf 80 120 Td (  ) Tj ET", f"0 0 9 9 re W n {TEXT}"):
        assert page(content).texts == ()


def test_letters_of_a_composite_font() -> None:
    objects: Objects = {
        "font": "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Serif/Encoding/Identity-H/DescendantFonts[@inner]"
        "/ToUnicode @map>>",
        "inner": "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Serif/DW 900/W[3[250 750] 9 12 100]"
        "/FontDescriptor @descriptor>>",
        "map": ("", b"1 beginbfchar <0003> <049B> endbfchar 1 beginbfrange <0004> <0006> <0410> endbfrange"),
    }
    seen = facts(pdf("BT /F 10 Tf 80 120 Td <000300040006000A> Tj ET", objects=objects))
    (text,) = seen.pages[0].texts
    assert text.text == "қАВ"
    assert text.box[2] - text.box[0] == pytest.approx(20 * MM, abs=0.01)
    assert seen.document is not None
    (font,) = seen.document.fonts
    assert (font.base, font.kind, font.embedded, font.subset, font.unicode, font.pages) == (
        "Serif", "TrueType", True, True, True, (0,),
    )  # fmt: skip


TYPE3 = "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 97"


def test_characters_that_are_drawn_have_colours_of_their_own() -> None:
    objects: Objects = {
        "font": TYPE3 + "/Widths[500]/Encoding<</Differences[97/a]>>/CharProcs<</a @proc>>>>",
        "proc": ("", b"500 0 d0 1 0 0 rg 0 0 9 9 re f"),
    }
    assert "DeviceRGB" in {colour.space for colour, _, _ in page(TEXT.replace("Text", "a"), objects=objects).spaces}
    plain: Objects = {**objects, "proc": ("", b"500 0 0 0 9 9 d1 1 0 0 rg 0 0 9 9 re f")}
    assert {colour.space for colour, _, _ in page(TEXT.replace("Text", "a"), objects=plain).spaces} == {"DeviceCMYK"}


# --- paths -----------------------------------------------------------------------------------------------------------


def test_lines_are_as_wide_as_they_come_out() -> None:
    (line,) = page("0 0 0 1 K q .5 0 0 .5 0 0 cm 3 w 160 240 m 200 240 l S Q").paths
    assert (line.stroke, line.width, line.count) == (True, 1.5, 1)
    assert line.box == pytest.approx((59.25 * MM, 299.25 * MM, 80.75 * MM, 300.75 * MM), abs=0.01)


def test_those_that_look_alike_are_told_together() -> None:
    (line,) = page("1 w 80 80 m 99 80 l S 80 90 m 99 90 l S").paths
    assert line.count == 2


@pytest.mark.parametrize(
    ("path", "thin"),
    [
        ("80 80 100 .5 re f", 0.5),
        ("80 80 9 9 re f", 0),
        ("80 80 m 180 80 l 180 80.4 l 80 80.4 l f", 0.4),
        ("q 80 80 100 .3 re W n 70 70 200 200 re f Q", 0.3),
        ("80 80 100 9 re 80 80.4 100 8.6 re f*", 8.6),
        ("q 80 80 100 .4 re W n 80 80 100 .4 re 80 80.4 100 0 re f* Q", 0.4),
        ("80 80 m 90 90 180 90 190 80 c f", 0),
    ],
)
def test_areas_that_are_lines(path: str, thin: float) -> None:
    (area,) = page(path).paths
    assert area.thin == pytest.approx(thin, abs=0.001)


def test_a_clip_hides_what_lies_outside() -> None:
    assert page("0 0 50 50 re W n 80 80 9 9 re f").paths == ()
    (area,) = page("80 80 20 20 re W n 0 0 300 300 re f").paths
    assert area.box == pytest.approx((60 * MM, 320 * MM, 80 * MM, 340 * MM), abs=0.01)


# --- forms, patterns, masks ------------------------------------------------------------------------------------------


def test_a_form_is_moved_and_clipped() -> None:
    form = ("/Subtype/Form/BBox[0 0 10 10]/Matrix[2 0 0 2 0 0]", b"0 1 0 0 k 0 0 99 99 re f")
    seen = page("1 0 0 1 80 80 cm /A Do", resources="/XObject<</A @form>>", objects={"form": form})
    (area,) = seen.paths
    assert area.colour == Colour("DeviceCMYK", (0, 1, 0, 0))
    assert area.box == pytest.approx((60 * MM, 320 * MM, 80 * MM, 340 * MM), abs=0.01)


def test_a_form_without_resources_uses_those_around_it() -> None:
    form = ("/Subtype/Form/BBox[0 0 300 300]", TEXT.encode())
    seen = page("/A Do", resources="/XObject<</A @form>>", objects={"form": form})
    assert [text.text for text in seen.texts] == ["Text"] and not seen.damage


def test_the_colours_of_patterns() -> None:
    objects: Objects = {
        "tiles": ("/PatternType 1/PaintType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>", b"1 0 0 rg 0 0 5 5 re f"),
        "plain": ("/PatternType 1/PaintType 2/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>", b"1 0 0 rg 0 0 5 5 re f"),
        "shade": "<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 1]>>>>",
    }
    resources = "/Pattern<</T @tiles/P @plain/S @shade>>/ColorSpace<</U[/Pattern/DeviceCMYK]>>"

    def spaces(paint: str) -> set[str]:
        seen = page(f"{paint} 80 80 99 99 re f", resources=resources, objects=objects)
        return {colour.space for colour, _, _ in seen.spaces}

    assert spaces("/Pattern cs /T scn") == {"Pattern", "DeviceRGB"}
    assert spaces("/Pattern cs /S scn") == {"DeviceRGB"}
    assert spaces("/U cs 0 1 0 0 /P scn") == {"DeviceCMYK"}


def test_what_is_not_opaque() -> None:
    states = "/ExtGState<</A<</ca .5>>/B<</BM/Multiply>>/M<</SMask<</S/Alpha/G @mask>>>>/N<</SMask/None/ca 1>>>>"
    mask: Objects = {"mask": ("/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency/CS/DeviceGray>>", b"0 0 9 9 re f")}

    def kinds(content: str) -> set[str]:
        return {one.kind for one in page(content, resources=states, objects=mask).transparency}

    assert kinds("80 80 9 9 re f /A gs") == set()
    assert kinds("/A gs 80 80 9 9 re f") == {"alpha"}
    assert kinds("/B gs 80 80 9 9 re f") == {"blend"}
    assert kinds("/M gs 80 80 9 9 re f") == {"softmask", "group"}
    assert "softmask" not in kinds("/M gs /N gs 80 80 9 9 re f")


# --- pictures --------------------------------------------------------------------------------------------------------


def picture(place: str, more: str = "/ColorSpace/DeviceCMYK/BitsPerComponent 8") -> PrintedPage:
    image = (f"/Subtype/Image/Width 300/Height 150 {more}", b"\0")
    return page(f"{place} /P Do", resources="/XObject<</P @image>>", objects={"image": image})


@pytest.mark.parametrize(
    ("place", "ppi"),
    [
        ("72 0 0 72 80 200 cm", 150),
        ("72 0 0 36 80 200 cm", 300),
        ("0 72 -36 0 200 200 cm", 300),
        (".5 0 0 .5 0 0 cm 144 0 0 144 80 200 cm", 150),
        ("51 51 -51 51 200 200 cm", 149.7),
        ("72 0 0 -72 80 272 cm", 150),
    ],
)
def test_pixels_per_inch_as_placed(place: str, ppi: float) -> None:
    (found,) = picture(place).pictures
    assert found.ppi == pytest.approx(ppi, abs=0.1)
    assert (found.width, found.height, found.name) == (300, 150, "P")


@pytest.mark.parametrize(
    ("more", "space", "bits", "mask"),
    [
        ("/ColorSpace/DeviceGray/BitsPerComponent 1", "DeviceGray", 1, "none"),
        ("/ColorSpace[/Indexed/DeviceRGB 0<000000>]/BitsPerComponent 4", "Indexed", 4, "none"),
        ("/ImageMask true", "DeviceGray", 1, "stencil"),
        ("/ColorSpace/DeviceGray/BitsPerComponent 8/Mask[0 9]", "DeviceGray", 8, "key"),
        ("/ColorSpace/DeviceGray/BitsPerComponent 8/Mask @font", "DeviceGray", 8, "hard"),
    ],
)
def test_the_kinds_of_pictures(more: str, space: str, bits: int, mask: str) -> None:
    (found,) = picture("72 0 0 72 80 200 cm", more).pictures
    assert (found.colour.space, found.bits, found.mask) == (space, bits, mask)


def test_a_picture_in_the_stream() -> None:
    seen = page("q 72 0 0 72 80 200 cm BI /W 2 /H 2 /CS /RGB /BPC 8 /F /LZW ID \x00\x01 EI Q 0 0 1 rg 80 80 9 9 re f")
    (found,) = seen.pictures
    assert (found.ppi, found.colour.space, found.filter) == (2, "DeviceRGB", "LZW")
    assert len(seen.paths) == 1


# --- pages -----------------------------------------------------------------------------------------------------------


def test_pages_inherit_from_the_tree() -> None:
    objects: Objects = {
        "catalog": "<</Type/Catalog/Pages @pages>>",
        "pages": "<</Type/Pages/Count 2/Kids[@inner]/MediaBox[0 0 100 200]/Rotate 90/Resources<</Font<</F @font>>>>>>",
        "inner": "<</Type/Pages/Count 2/Kids[@one @two]/MediaBox[300 200 0 0]/CropBox[0 0 5 5]>>",
        "one": "<</Type/Page/Contents[@content @content]>>",
        "two": "<</Type/Page/MediaBox[0 0 7 7]/Rotate 0>>",
        "font": "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "content": ("", b"BT /F 10 Tf 9 9 Td (a) Tj ET"),
    }
    first, second = facts(written(objects)).pages
    assert (first.media, first.crop, first.rotate) == ((0, 0, 300, 200), (0, 0, 5, 5), 90)
    assert (second.media, second.rotate) == ((0, 0, 7, 7), 0)
    assert len(first.texts) == 2 and second.texts == ()


def test_the_labels_of_pages() -> None:
    ranges = "/PageLabels<</Nums[0<</S/r>> 4<</S/D/St 9>> 6<</P(A-)/S/A>> 8<<>>]>>"
    pages = facts(pdf(pages=9, catalog=ranges)).pages
    assert [one.label for one in pages] == ["i", "ii", "iii", "iv", "9", "10", "A-A", "A-B", "9"]


def test_the_header_of_a_profile_is_read_not_believed() -> None:
    def intent(profile: bytes) -> tuple[str, str]:
        document = facts(pdf(profile=profile)).document
        assert document is not None
        return document.intents[0].profile_class, document.intents[0].profile_space

    assert intent(icc()) == ("prtr", "CMYK")
    assert intent(icc("mntr", "RGB ")) == ("mntr", "RGB")
    assert intent(b"") == intent(bytes(200)) == ("", "")


def test_default_spaces_stand_for_the_device() -> None:
    seen = page("0 1 0 0 k 80 80 9 9 re f", resources="/ColorSpace<</DefaultCMYK[/ICCBased @profile]>>")
    assert [(colour.space, colour.base) for colour, _, _ in seen.spaces] == [("ICCBased", "DeviceCMYK")]
