"""Each check of PDFs by a PDF that it finds fault with, and it alone, and by one as near to it that is right."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from book.checks import checks, run
from book.conditions import PressCondition
from book.findings import Severity, Span
from book.printed import Colour, Coverage, PdfFacts, PrintedPage, PrintedText
from tests.pdfs import PLAIN, TEXT, XMP, deflated, facts, font, icc, judged, pdf

ERROR, WARNING = Severity.ERROR, Severity.WARNING
BOXES = "/MediaBox[0 0 340 440]/BleedBox[{}]/TrimBox[{}]"
X1A_INFO = "/Title(Title)/Trapped/False/GTS_PDFXVersion(PDF/X-1a:2003)/CreationDate(D:2021)/ModDate(D:2021)"
X1A: dict[str, Any] = {"version": "1.4", "info": X1A_INFO, "xmp": "<x/>"}
NO_PROFILE = "[<</S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)>>]"
OVERPRINT = "/ExtGState<</O<</OP true/op true/OPM 1>>/M<</OP true/op true/OPM 0>>>>"
SPOT = "/ColorSpace<</S[/Separation/Gold/DeviceCMYK @tint]/A[/Separation/All/DeviceCMYK @tint]>>"
TINT = {"tint": "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 1 0]/N 1>>"}


def picture(side: int, bits: int = 8, space: str = "/DeviceGray", more: str = "") -> dict[str, Any]:
    """A picture of `side` pixels square, one inch square on the page."""
    image = (f"/Subtype/Image/Width {side}/Height {side}/BitsPerComponent {bits} {more} /ColorSpace{space}", b"\0")
    return {
        "content": TEXT + "q 72 0 0 72 80 200 cm /P Do Q",
        "resources": "/XObject<</P @picture>>",
        "objects": {"picture": image},
    }


def group(space: str) -> dict[str, Any]:
    form = (f"/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency {space}>>", b"0 0 9 9 re f")
    return {"content": TEXT + "/G Do", "resources": "/XObject<</G @form>>", "objects": {"form": form}}


def mask(space: str) -> dict[str, Any]:
    form = (f"/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency {space}>>", b"0 g 0 0 9 9 re f")
    return {
        "content": "/S gs " + TEXT,
        "resources": "/ExtGState<</S<</SMask<</S/Luminosity/G @mask>>>>>>",
        "objects": {"mask": form},
    }


class Case(NamedTuple):
    code: str
    severity: Severity
    bad: dict[str, Any]
    good: dict[str, Any]
    pdfx: str = "X-4"
    how: dict[str, Any] = {}  # noqa: RUF012 (a tuple of values, which nobody changes)


CASES = [
    Case("P101", ERROR, {"version": "1.7"}, {}),
    Case("P101", ERROR, {**X1A, "version": "1.6"}, {**X1A, "version": "1.3"}, "X-1a:2003"),
    Case("P102", ERROR, {"xmp": XMP.replace("PDF/X-4", "PDF/X-3")}, {}),
    Case("P102", ERROR, {**X1A, "info": X1A_INFO.replace("X-1a", "X-3")}, X1A, "X-1a:2003"),
    Case("P103", ERROR, {"intents": "[]"}, {}),
    Case("P103", ERROR, {"intents": NO_PROFILE}, {}),
    Case("P103", ERROR, {"intents": NO_PROFILE.replace("/RegistryName(http://www.color.org)", ""), **X1A},
         {"intents": NO_PROFILE, **X1A}, "X-1a:2003"),
    Case("P103", ERROR, {"profile": icc("mntr", "RGB ")}, {}),
    Case("P103", ERROR, {"profile": icc(space="GRAY")}, {}),
    Case("P104", WARNING, {"intents": NO_PROFILE.replace("39", "51").replace("]", "", 1)[:-2] +
         "/DestOutputProfile @profile>>]"}, {}),
    Case("P105", ERROR, {"xmp": XMP.replace("xmpMM:VersionID", "xmpMM:Version")}, {}),
    Case("P106", ERROR, {"xmp": XMP.replace("xmp:MetadataDate", "xmp:Other")}, {}),
    Case("P106", ERROR, {**X1A, "info": X1A_INFO.replace("/ModDate", "/Other")}, X1A, "X-1a:2003"),
    Case("P107", ERROR, {"info": "/Title(Title)/Trapped/Unknown"}, {"info": "/Title(Title)/Trapped/True"}),
    Case("P108", ERROR, {"xmp": XMP.replace("dc:title", "dc:other")}, {}),
    Case("P108", ERROR, {**X1A, "info": X1A_INFO.replace("/Title(Title)", "")}, X1A, "X-1a:2003"),
    Case("P109", ERROR, {"trailer": ""}, {}),
    Case("P110", ERROR, {"objects": font(program="")}, {"objects": font("Type1", "/FontFile @program")}),
    Case("P111", ERROR, {**X1A, "objects": {**font(program="/FontFile3 @program"),
         "program": ("/Subtype/OpenType", b"x")}},
         {**X1A, "objects": {**font("Type1", "/FontFile3 @program"), "program": ("/Subtype/Type1C", b"x")}},
         "X-1a:2003"),
    Case("P113", ERROR, {"catalog": "/OpenAction<</S/JavaScript/JS(app.alert)>>"},
         {"catalog": "/OpenAction[@page0/Fit]"}),
    Case("P113", ERROR, {"catalog": "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>"}, {}),
    Case("P113", ERROR, {"page": "/AA<</O<</S/Named/N/Print>>>>"}, {}),
    Case("P113", ERROR, {"catalog": "/Outlines<</First @item>>", "objects": {
         "item": "<</Title(x)/Next @item/A<</S/URI/URI(http://x)>>>>"}},
         {"catalog": "/Outlines<</First @item>>", "objects": {"item": "<</Title(x)/Next @item/Dest[@page0/Fit]>>"}}),
    Case("P114", ERROR, picture(300, more="/Filter/LZWDecode"), picture(300, more="/Filter/FlateDecode")),
    Case("P114", ERROR, {**X1A, **picture(300, more="/Filter/JPXDecode")},
         {**X1A, **picture(300, more="/Filter/DCTDecode")},
         "X-1a:2003"),
    Case("P115", ERROR, {"catalog": "/Names<</EmbeddedFiles<</Names[(notes.txt)<</F(notes.txt)>>]>>>>"}, {}),
    Case("P116", ERROR, {"catalog": "/AcroForm<</Fields[<</T(name)>>]>>"}, {"catalog": "/AcroForm<</Fields[]>>"}),
    Case("P117", WARNING, {"catalog": "/OCProperties<</OCGs[<</Type/OCG/Name(x)>>]/D<<>>>>"}, {}),
    Case("P117", ERROR, {"catalog": "/OCProperties<</OCGs[<</Type/OCG/Name(x)>>]/D<<>>>>", **X1A}, X1A, "X-1a:2003"),
    Case("P118", WARNING, {"pages": 6}, {"pages": 8}, how={"condition": PressCondition("plain", multiple=4)}),
    Case("P120", ERROR, {"page": "/Annots[<</Subtype/Link/Rect[50 50 99 99]>>]"},
         {"page": "/Annots[<</Subtype/PrinterMark/Rect[0 0 9 9]>>]"}),
    Case("P201", ERROR, {"boxes": BOXES.format("-5 10 330 430", "20 20 320 420")}, {}),
    Case("P201", ERROR, {"boxes": BOXES.format("40 10 330 430", "20 20 320 420")}, {}),
    Case("P202", ERROR, {"boxes": "/MediaBox[0 0 340 440]/BleedBox[10 10 330 430]"}, {}),
    Case("P202", ERROR, {"boxes": BOXES.format("10 10 330 430", "20 20 320 420") + "/ArtBox[30 30 300 400]"}, {}),
    Case("P203", ERROR, {"boxes": BOXES.format("12 12 328 428", "20 20 320 420")},
         {"boxes": "/MediaBox[10 10 330 430]/TrimBox[20 20 320 420]"}),
    Case("P204", ERROR, {"page": "/CropBox[20 20 320 420]"}, {"page": "/CropBox[0 0 340 440]"}),
    Case("P205", ERROR, {"page": "/Rotate 90"}, {"page": "/Rotate 360"}),
    Case("P206", ERROR, {"page": "/UserUnit 2"}, {"page": "/UserUnit 1"}),
    Case("P207", ERROR, {"pages": 2, "first": BOXES.format("10 10 330 430", "20 20 319 420")}, {"pages": 2}),
    Case("P208", WARNING, {"content": "q BT ET Q"}, {}),
    Case("P208", WARNING, {"content": "0 0 0 1 k BT /F 14 Tf 0 0 Td (slug) Tj ET"}, {}),
    Case("P208", WARNING, {"content": "3 Tr " + TEXT}, {}),
    Case("P209", WARNING, {"content": TEXT + "0 0 1 0 k 20 50 40 40 re f"},
         {"content": TEXT + "0 0 1 0 k 10 50 40 40 re f 0 0 0 0 k 20 50 40 40 re f"}),
    Case("P301", ERROR, {"content": TEXT + "1 0 0 rg 80 80 9 9 re f"}, {"content": TEXT + ".5 g 80 80 9 9 re f"}),
    Case("P301", ERROR, {"content": "/C cs .5 .5 .5 sc " + TEXT[10:],
         "resources": "/ColorSpace<</C[/CalRGB<</WhitePoint[1 1 1]>>]>>"}, {}),
    Case("P301", ERROR, {"content": "/C CS 50 0 0 SC 2 w 80 80 m 99 99 l S " + TEXT,
         "resources": "/ColorSpace<</C[/Lab<</WhitePoint[1 1 1]>>]>>"}, {}),
    Case("P301", ERROR, picture(300, space="[/ICCBased @profile]"), picture(300, space="[/DeviceCMYK]")),
    Case("P301", ERROR, picture(300, space="[/Indexed/DeviceRGB 0<000000>]"),
         picture(300, space="[/Indexed/DeviceCMYK 0<00000000>]")),
    Case("P301", ERROR, {"content": TEXT + "80 80 9 9 re W n /H sh", "resources": "/Shading<</H<</ShadingType 2"
         "/ColorSpace/DeviceRGB/Coords[0 0 1 1]>>>>"}, {"content": TEXT + "80 80 9 9 re W n /H sh",
         "resources": "/Shading<</H<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 1 1]>>>>"}),
    Case("P302", ERROR, {"content": TEXT + "/S cs 1 scn 80 80 9 9 re f", "resources": SPOT, "objects": TINT},
         {"content": TEXT + "/A cs 1 scn 0 80 9 9 re f", "resources": SPOT, "objects": TINT}),
    Case("P303", WARNING, {"content": TEXT + "/A cs 1 scn 80 80 9 9 re f", "resources": SPOT, "objects": TINT},
         {"content": TEXT + "/A cs 1 scn 0 80 9 9 re 331 80 9 9 re f", "resources": SPOT, "objects": TINT}),
    Case("P305", WARNING, {"content": TEXT.replace("14 Tf", "11 Tf")},
         {"content": "/O gs " + TEXT.replace("14 Tf", "11 Tf"), "resources": OVERPRINT}),
    Case("P305", WARNING, {"content": "/M gs " + TEXT.replace("14 Tf", "11 Tf"), "resources": OVERPRINT}, {}),
    Case("P306", WARNING, {"content": TEXT + "0 0 0 1 K 1 w 80 80 m 180 80 l S"},
         {"content": TEXT + "0 0 0 1 K 2 w 80 80 m 180 80 l S"}),
    Case("P306", WARNING, {"content": TEXT + "0 0 0 1 k 80 80 100 .5 re f"},
         {"content": TEXT + "/O gs 0 0 0 1 k 80 80 100 .5 re f", "resources": OVERPRINT}),
    Case("P307", ERROR, {"content": "/O gs " + TEXT.replace("0 0 0 1 k", "0 0 0 0 k"), "resources": OVERPRINT},
         {"content": TEXT.replace("0 0 0 1 k", "0 0 0 0 k")}),
    Case("P307", ERROR, {"content": TEXT + "/O gs 0 0 0 0 k 80 80 9 9 re f", "resources": OVERPRINT}, {}),
    Case("P401", ERROR, picture(149), picture(225)),
    Case("P401", WARNING, picture(150), picture(16)),
    Case("P402", ERROR, picture(549, 1), picture(800, 1)),
    Case("P402", WARNING, picture(799, 1), picture(16, 1)),
    Case("P501", WARNING, {"content": TEXT.replace("0 0 0 1 k", ".7 .6 .6 .95 k")},
         {"content": TEXT.replace("0 0 0 1 k", ".7 .6 .6 .9 k")}),
    Case("P502", WARNING, {"content": TEXT.replace("0 0 0 1 k", "0 0 0 0 k").replace("14 Tf", "7 Tf")},
         {"content": TEXT.replace("0 0 0 1 k", "0 0 0 0 k").replace("14 Tf", "8 Tf")}),
    Case("P502", WARNING, {"content": TEXT.replace("0 0 0 1 k", "0 1 1 0 k").replace("14 Tf", "7 Tf")},
         {"content": TEXT.replace("0 0 0 1 k", "0 1 0 0 k").replace("14 Tf", "7 Tf")}),
    Case("P503", WARNING, {"content": TEXT + "0 0 1 0 K .2 w 80 80 m 180 80 l S"},
         {"content": TEXT + "0 0 1 0 K .25 w 80 80 m 180 80 l S"}),
    Case("P503", WARNING, {"content": TEXT + "q .5 0 0 .5 0 0 cm 0 0 1 0 K .4 w 80 80 m 180 80 l S Q"},
         {"content": TEXT + "q 2 0 0 2 0 0 cm 0 0 1 0 K .2 w 80 80 m 100 80 l S Q"}),
    Case("P503", WARNING, {"content": TEXT + "0 0 1 0 k 80 80 100 .1 re f"}, {}),
    Case("P504", WARNING, {"content": TEXT + "0 1 1 0 K .2 w 80 80 m 180 80 l S"},
         {"content": TEXT + "0 1 1 0 K .25 w 80 80 m 180 80 l S"}),
    Case("P505", WARNING, {"content": TEXT.replace("80 100", "35 100")}, {"content": TEXT.replace("80 100", "45 100")}),
    Case("P505", WARNING, {"content": TEXT.replace("80 100", "285 100")},
         {"content": "0 0 1 0 k 270 90 70 40 re f " + TEXT.replace("80 100", "285 100")}),
    Case("P601", ERROR, group("/CS/DeviceRGB"), group("/CS/DeviceCMYK")),
    Case("P601", ERROR, {"page": "/Group<</S/Transparency/CS[/ICCBased @profile]>>"},
         {"page": "/Group<</S/Transparency/CS/DeviceCMYK>>"}),
    Case("P601", ERROR, mask("/CS/DeviceCMYK"), mask("/CS/DeviceGray")),
    Case("P602", ERROR, {**X1A, **group("/CS/DeviceCMYK")}, X1A, "X-1a:2003"),
    Case("P602", ERROR, {**X1A, "content": "/T gs " + TEXT, "resources": "/ExtGState<</T<</ca .5>>>>"},
         {**X1A, "content": "/T gs " + TEXT, "resources": "/ExtGState<</T<</ca 1/BM/Normal/SMask/None>>>>"},
         "X-1a:2003"),
    Case("P602", ERROR, {**X1A, "content": "/T gs " + TEXT, "resources": "/ExtGState<</T<</BM/Multiply>>>>"},
         X1A, "X-1a:2003"),
    Case("P910", ERROR, {"catalog": "", "objects": {"xmp": ("", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")}, **{
         key: value for key, value in X1A.items() if key != "xmp"}}, X1A, "X-1a:2003"),
    Case("P911", ERROR, {"content": TEXT + "/Missing Do"}, {}),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_bad_pdf_fails_for_its_own_code_alone(case: Case) -> None:
    found = judged(pdf(**case.bad), case.pdfx, **case.how)
    assert {one.code for one in found} == {case.code}, [(one.code, one.message) for one in found]
    assert {one.severity for one in found} == {case.severity}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_good_pdf_has_no_findings(case: Case) -> None:
    assert judged(pdf(**case.good), case.pdfx, **case.how) == ()


ELSEWHERE = {"P112", "P304"}
"""Encryption needs an encrypted file, ink coverage needs plates: see below."""


def test_every_check_has_its_bad_pdf() -> None:
    assert {case.code for case in CASES} | ELSEWHERE == {check.code for check in checks("pdf")}


def test_every_check_says_why_and_what_to_do() -> None:
    for check in checks("pdf"):
        assert check.code.startswith("P") and check.why and check.hint
        assert check.why[0].islower() or check.why.startswith(("LZW", "OpenType", "PDF/X"))
        assert not check.why.endswith(".") and not check.hint.endswith(".")


# --- P304: ink -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("percent", "how", "expected"),
    [
        (300.0, "plates", None),
        (301.0, "plates", WARNING),
        (320.0, "plates", WARNING),
        (321.0, "plates", ERROR),
        (340.0, "bound", WARNING),
    ],
)
def test_ink_over_the_limit(percent: float, how: str, expected: Severity | None) -> None:
    seen = facts(pdf())
    page = replace(seen.pages[0], coverage=Coverage(percent, (10.0, 20.0, 25.0, 35.0), how))
    found = run("pdf", replace(seen, pages=(page,)))
    assert [one.severity for one in found] == ([expected] if expected else [])
    if found:
        assert "17.5 mm from the left, 27.5 mm from the head" in found[0].message
        assert ("may be" in found[0].message) == (how == "bound")


# --- where and whose -------------------------------------------------------------------------------------------------


def test_a_finding_names_page_person_and_source() -> None:
    seen = facts(pdf(**picture(142), catalog="/PageLabels<</Nums[0<</S/D/St 87>>]>>"))
    page = replace(seen.pages[0], subject="aigul", title="Aigul", source=Span("chapters/profiles/aigul.md", 9, 3))
    (found,) = run("pdf", replace(seen, pages=(page,)))
    assert (found.page, found.subject, found.span) == ("87", "aigul", Span("chapters/profiles/aigul.md", 9, 3))
    assert found.message == "the picture of Aigul is 142 ppi at 25 × 25 mm, at least 150 ppi"


def test_the_source_of_a_thing_goes_before_that_of_its_page() -> None:
    own = Span("chapters/a.md", 5, 1)
    text = PrintedText((10.0, 10.0, 20.0, 13.0), 6.0, "white", Colour("DeviceCMYK", (0.0,) * 4), span=own)
    page = PrintedPage(3, texts=(text,), source=Span("chapters/b.md", 1, 1))
    (found,) = run("pdf", PdfFacts((page,), PLAIN))
    assert (found.code, found.span, found.page) == ("P502", own, "3")


def test_pages_of_a_unit_are_judged_without_a_document() -> None:
    text = PrintedText((10.0, 10.0, 20.0, 13.0), 20.0, "good", Colour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0)))
    assert run("pdf", PdfFacts((PrintedPage(0, texts=(text,)),), PLAIN)) == ()


def test_what_is_alike_is_told_once_with_its_number() -> None:
    (found,) = judged(pdf(TEXT.replace("14 Tf", "9 Tf") + "1 0 0 1 0 50 cm " + TEXT.replace("14 Tf", "9 Tf")))
    assert found.message == 'the black text "Text" of 9 pt does not overprint (and 1 more like it)'


def test_declared_spots_and_those_of_which_nobody_said() -> None:
    bad = next(case.bad for case in CASES if case.code == "P302")
    assert judged(pdf(**bad), spots=("Gold",)) == ()
    assert judged(pdf(**bad), spots=None) == ()
    assert facts(pdf(**bad)).document.spots == ("Gold",)  # type: ignore[union-attr]


def test_a_declared_blank_is_meant_to_be_empty() -> None:
    seen = facts(pdf(""))
    assert [one.code for one in run("pdf", seen)] == ["P208"]
    assert run("pdf", replace(seen, pages=(replace(seen.pages[0], blank=True),))) == ()


def test_near_the_fold_more_room_is_asked_for() -> None:
    """The left edge of a recto is bound, of a verso the right one; a cover has no fold at its edges."""
    near = {"content": TEXT.replace("80 100", "38 100"), "pages": 2}
    found = judged(pdf(**near))
    assert [one.page for one in found] == ["1"]
    assert "6.35 mm from the left edge, at least 8 mm" in found[0].message
    assert judged(pdf(**near), part="cover") == ()


def test_a_compressed_file_is_read_alike() -> None:
    how, data = deflated(TEXT.replace("14 Tf", "11 Tf"))
    assert {one.code for one in judged(pdf(filters=how, content=data.decode("latin-1")))} == {"P305"}
