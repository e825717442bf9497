"""Editions for the press: PDF/X-4 and X-1a:2003, with marks and without, read back by other people's programs."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pypdf
import pytest

from book.assemble.folios import FolioStyle
from book.assemble.frame import frame
from book.assemble.marks import Slug, marks
from book.conditions import PressCondition
from book.model import Edition
from book.preflight.gather import joined
from book.preflight.reader import File
from book.sheets import Link, Resources, Sheet
from tests.assemble.printing import MM, NAMES, by_hand, plates, sheet, write_by_hand, write_printed
from tests.books import make, page_labels, page_texts, pdf


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_printed(tmp_path_factory.mktemp("printed") / "book")


@pytest.fixture(params=NAMES)
def file(request: pytest.FixtureRequest, printed: Path) -> Path:
    return pdf(printed, request.param)


# --- the file --------------------------------------------------------------------------------------------------------


def test_other_programs_are_silent(file: Path, tmp_path: Path) -> None:
    for command in (
        ["qpdf", "--check", file], ["pdftoppm", "-r", "20", file, tmp_path / "p"],
        ["mutool", "draw", "-q", "-r", "20", "-o", tmp_path / "m-%d.png", file],
    ):  # fmt: skip
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said
        # Debian's mutool is built without colour management, and says so
        assert [line for line in said.stderr.splitlines() if "ICC support" not in line] == []
    assert len(pypdf.PdfReader(file, strict=True).pages) == len(page_texts(file))


@pytest.mark.parametrize("name", ["x4", "x4marks"])
def test_pdf_x_4(printed: Path, name: str) -> None:
    """ISO 15930-7: the version, one intent with a profile, the keys of the metadata."""
    with pikepdf.open(pdf(printed, name)) as opened:
        assert opened.pdf_version == "1.6"
        assert len(opened.Root.OutputIntents) == 1
        assert opened.docinfo["/Trapped"] == "/False"
        assert str(opened.docinfo["/Title"]) == "Книжка"
        assert "/GTS_PDFXVersion" not in opened.docinfo
        with opened.open_metadata() as xmp:
            assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
            assert xmp["dc:title"] == "Книжка"
            assert xmp["xmpMM:RenditionClass"] == "default"
            assert xmp["xmpMM:VersionID"] == "1"
            assert re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", str(xmp["xmpMM:DocumentID"]))
            assert {xmp[f"xmp:{kind}Date"] for kind in ("Create", "Modify", "Metadata")} == {"2021-01-01T00:00:00Z"}
        assert len(opened.trailer.ID) == 2
        assert not opened.is_encrypted


@pytest.mark.parametrize("name", ["x1a", "x1amarks"])
def test_pdf_x_1a(printed: Path, name: str) -> None:
    """ISO 15930-4: PDF 1.4 as it was, without object streams; no transparency group is made by assembly."""
    file = pdf(printed, name)
    data = file.read_bytes()
    assert data.startswith(b"%PDF-1.4\n")
    assert b"/ObjStm" not in data and b"/XRef" not in data
    assert re.search(rb"\nxref\n0 \d+\n0000000000 65535 f \n", data)
    with pikepdf.open(file) as opened:
        assert str(opened.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert opened.docinfo["/Trapped"] == "/False"
        with opened.open_metadata() as xmp:
            assert xmp["{http://ns.adobe.com/pdfx/1.3/}GTS_PDFXVersion"] == "PDF/X-1a:2003"
        assert not any("/Group" in page.obj for page in opened.pages)
    said = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert "PDF/X-1a:2003" in said and "ISO 15930-4" in said


def test_the_intent_is_a_cmyk_profile_of_a_press(file: Path) -> None:
    with pikepdf.open(file) as opened:
        (intent,) = opened.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        profile = intent.DestOutputProfile
        assert int(profile.N) == 4
        assert profile.read_bytes()[12:20] == b"prtrCMYK"


def test_nothing_for_a_screen_is_in_it(file: Path) -> None:
    with pikepdf.open(file) as opened:
        for key in ("/Outlines", "/AcroForm", "/OpenAction", "/AA", "/Names", "/OCProperties"):
            assert key not in opened.Root
        assert not any("/Annots" in page.obj or "/AA" in page.obj for page in opened.pages)
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream):
                assert "/LZWDecode" not in str(one.get("/Filter", ""))


def test_a_press_edition_that_asks_for_links_has_none() -> None:
    linked = Sheet(sheet("").content, links=(Link("https://example.org", 0, 0, 9, 9),), size=(170 * MM, 240 * MM))
    edition = Edition("print", "print", "cmyk", links=True)
    assert b"/Annots" not in by_hand([linked], edition, pdfx="X-1a:2003")


# --- boxes and marks -------------------------------------------------------------------------------------------------


def boxes(page: pikepdf.Page) -> dict[str, list[float]]:
    names = ("MediaBox", "BleedBox", "TrimBox")
    return {name: [float(value) / MM for value in page.obj[f"/{name}"]] for name in names}


@pytest.mark.parametrize(
    ("name", "side", "foot"), [("x4", 3, 3), ("x1a", 3, 3), ("x4marks", 11, 16), ("x1amarks", 11, 16)]
)
def test_boxes_to_a_hundredth_of_a_millimetre(printed: Path, name: str, side: float, foot: float) -> None:
    with pikepdf.open(pdf(printed, name)) as opened:
        for page in opened.pages:
            found = boxes(page)
            assert found["TrimBox"] == pytest.approx([side, foot, side + 170, foot + 240], abs=0.01)
            assert found["BleedBox"] == pytest.approx([side - 3, foot - 3, side + 173, foot + 243], abs=0.01)
            assert found["MediaBox"] == pytest.approx([0, 0, 170 + 2 * side, 240 + side + foot], abs=0.01)
            assert not {"/CropBox", "/ArtBox", "/Rotate", "/UserUnit"} & set(page.obj.keys())


@pytest.mark.parametrize("name", ["x4marks", "x1amarks"])
def test_marks_are_on_every_plate_and_off_the_bleed(printed: Path, name: str, tmp_path: Path) -> None:
    """A blank page with marks, at 254 dpi: ten pixels are a millimetre."""
    with pikepdf.open(pdf(printed, name)) as opened:
        blank = next(at for at, page in enumerate(opened.pages) if len(page.obj.Contents) == 2) + 1
    found = plates(pdf(printed, name), blank, tmp_path, 254)
    assert set(found) == {"Cyan", "Magenta", "Yellow", "Black"}
    width, height = found["Cyan"].size
    assert (width, height) == pytest.approx((1920, 2670), abs=2)
    for plate in found.values():
        ink = plate.point(lambda value: 255 * (value < 128))
        # crop marks of 5 mm at the left, 4 mm off the trim; the middle of each side has a registration mark
        for x, y in ((45, 110), (45, 2510), (1875, 110), (110, 45), (110, 2575), (1810, 45)):
            assert ink.crop((x - 4, y - 4, x + 4, y + 4)).getbbox(), (x, y)
        for x, y in ((960, 45), (960, 2575), (45, 1310), (1875, 1310)):
            assert ink.crop((x - 4, y - 4, x + 4, y + 4)).getbbox(), (x, y)
        assert ink.crop((82, 82, 1838, 2538)).getbbox() is None  # nothing within the bleed


def test_the_bar_has_each_ink_and_the_slug_line_says_what_the_sheet_is(printed: Path, tmp_path: Path) -> None:
    file = pdf(printed, "x4marks")
    found = plates(file, 1, tmp_path)
    for at, ink in enumerate(("Cyan", "Magenta", "Yellow", "Black")):
        x, y = round((11 + 4 + 5 * at + 2.5) * 72 / 25.4), round((2 + 2.5) * 72 / 25.4)
        assert {name: plate.getpixel((x, y)) for name, plate in found.items()} == {
            name: 0 if name == ink else 255 for name in found
        }
    slug = "Книжка · Русский · x4marks · 2021 · Книжный блок"
    for text, label in zip(page_texts(file), page_labels(file), strict=True):
        assert re.search(rf"(^|\s){label}\s+{slug}\s*$", text), label


def test_one_form_holds_the_marks_of_all_pages(printed: Path) -> None:
    with pikepdf.open(pdf(printed, "x4marks")) as opened:
        forms = {page.obj.Resources.XObject["/PressMarks"].objgen for page in opened.pages}
        assert len(forms) == 1
        assert len(opened.pages) > 8


def test_a_page_paints_nothing_over_its_marks() -> None:
    wide = sheet("0 0 0 1 k -100 -100 900 900 re f")
    edition = Edition("print", "print", "cmyk", marks=True)
    with pikepdf.open(io.BytesIO(by_hand([wide], edition))) as opened:
        content = b"".join(stream.read_bytes() for stream in opened.pages[0].obj.Contents)
    assert 0 < content.index(b"re W n") < content.index(b"900 900 re f")


def test_with_and_without_marks_the_pages_are_the_same(printed: Path) -> None:
    inside = [
        [line for line in text.splitlines() if "x4marks" not in line and line.strip()]
        for text in page_texts(pdf(printed, "x4marks"), "-x", "31", "-y", "31", "-W", "482", "-H", "680")
    ]
    plain = [[line for line in text.splitlines() if line.strip()] for text in page_texts(pdf(printed, "x4"))]
    assert inside == plain


# --- spot inks -------------------------------------------------------------------------------------------------------


GOLD = {"Gold": (20.0, 36.0, 76.0, 14.0), "Мыс 2": (0.0, 50.0, 60.0, 10.0)}


def test_a_spot_ink_is_one_colour_space_and_one_plate(tmp_path: Path) -> None:
    pages = [
        sheet("/a cs 1 scn 100 100 200 200 re f", Resources(spots={"a": "Gold"})),
        sheet("/b cs 0.5 scn 100 100 200 200 re f /c cs 1 scn 0 0 50 50 re f",
              Resources(spots={"b": "Gold", "c": "Мыс 2"})),
        sheet("/r cs 1 scn 100 100 200 200 re f", Resources(spots={"r": "All"})),
    ]  # fmt: skip
    file = tmp_path / "spots.pdf"
    file.write_bytes(by_hand(pages, builds=GOLD))
    with pikepdf.open(file) as opened:
        spaces = [page.obj.Resources.ColorSpace for page in opened.pages]
        assert spaces[0]["/a"].objgen == spaces[1]["/b"].objgen
        space = spaces[0]["/a"]
        assert [str(space[at]) for at in range(3)] == ["/Separation", "/Gold", "/DeviceCMYK"]
        assert int(space[3].FunctionType) == 2
        assert [float(value) for value in space[3].C1] == [0.2, 0.36, 0.76, 0.14]
        assert str(spaces[1]["/c"][1]) == "/Мыс 2"
        assert [float(value) for value in spaces[2]["/r"][3].C1] == [1, 1, 1, 1]
        assert sum(1 for one in opened.objects if isinstance(one, pikepdf.Array) and one[0] == "/Separation") == 3
    found = plates(file, 1, tmp_path)
    at = (200, found["Gold"].size[1] - 200)
    assert found["Gold"].getpixel(at) == 0
    assert all(found[name].getpixel(at) == 255 for name in ("Cyan", "Magenta", "Yellow", "Black"))


def test_spots_of_the_edition_are_in_the_bar() -> None:
    edition = Edition("print", "print", "cmyk", marks=True, spots=("Gold",))
    slug = Slug(FolioStyle("0 g", "F", 6.5, 700, 0, False, {}), sheet(""), ())
    _, content, named = marks(frame((170 * MM, 240 * MM), edition, PressCondition("c")), edition.spots, slug)
    assert named.spots == {"Spot0": "Gold", "All": "All"}
    assert content.count(b"/Spot0 cs 1 scn") == content.count(b"/Spot0 cs 0.5 scn") == 1


# --- the same everywhere ---------------------------------------------------------------------------------------------


def test_the_same_book_gives_the_same_bytes(printed: Path, tmp_path: Path) -> None:
    assert not make(printed, *NAMES, out=tmp_path).book_errors
    for name in NAMES:
        assert (tmp_path / "ru" / name / "interior.pdf").read_bytes() == pdf(printed, name).read_bytes()


# --- what is stated of the file --------------------------------------------------------------------------------------


@pytest.mark.parametrize("pdfx", ["X-4", "X-1a:2003"])
def test_what_assembly_states_of_a_file_is_what_another_reader_finds(pdfx: str) -> None:
    """pypdf reads a file made by hand; what it finds is what the checks of the build were given."""
    pages = [sheet("/a cs 1 scn 100 100 200 200 re f", Resources(spots={"a": "Gold"})), sheet("0 0 0 1 k 0 0 9 9 re f")]
    edition = Edition("print", "print", "cmyk", bleed=3.0, spots=("Gold",))
    out = io.BytesIO()
    stated = write_by_hand(out, pages, edition, pdfx, GOLD)
    out.seek(0)
    file = File(out)
    found, _ = joined(file.document(), (file.page(at) for at in range(2)))
    for field in ("version", "pages", "info", "xmp", "ids", "intents", "spots", "sizes", "encrypted", "damage"):
        assert getattr(found, field) == getattr(stated, field), field
    assert set(found.filters) <= set(stated.filters)
