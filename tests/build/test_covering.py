"""What a print edition is bound in: the cover and the endpapers as they lie beside the interior."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pypdf
import pytest
from PIL import Image

from book.binding import Box, flat
from book.build.preflighting import Wish, preflight
from book.conditions import Cover, PressCondition, Spine
from tests.books import TINY, codes, make, pdf, put, replace, write_tiny

ISBN = "978-3-16-148410-0"
BOOK = TINY.replace("date: 2021\n", f"date: 2021\nisbn: {{ru: {ISBN}, kk: {ISBN}}}\n") + (
    "subtitle: {ru: Белая книга. К юбилею, kk: Ақ кітап. Мерейтойға}\n"
    "dedication: {ru: Врачам долины, kk: Алқап дәрігерлеріне}\n"
    "cover: {back: {ru: О врачах долины и об их больнице., kk: Алқап дәрігерлері туралы.}}\n"
)
CASE = "thick:\n  cover: {foil: Gold, spine: {per_page: 1, text_from: 4}}\n"
SOFT = "limp:\n  cover: {kind: soft, flap: 80, endpapers: false, spine: {per_page: 0.1, boards: 0.5, text_from: 4}}\n"
MM = 72 / 25.4


def book(folder: Path, press: str, text: str = BOOK) -> Path:
    write_tiny(folder, {"book.yaml": text})
    (folder / "styles").mkdir()
    (folder / "styles/press.yaml").write_text(press, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = book(tmp_path_factory.mktemp("case") / "book", CASE)
    assert codes(make(folder, "print")) == []
    return folder


@pytest.fixture(scope="module")
def soft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = book(tmp_path_factory.mktemp("soft") / "book", SOFT)
    assert codes(make(folder, "print")) == ["P801"]
    return folder


def out(folder: Path, name: str, language: str = "ru") -> Path:
    return pdf(folder, "print", language).parent / name


def pages_of(folder: Path) -> int:
    return len(pypdf.PdfReader(pdf(folder, "print")).pages)


class Word(NamedTuple):
    text: str
    box: Box


def words(file: Path) -> list[Word]:
    """Words with their boxes in mm from the upper left corner of the trimmed sheet, by Poppler."""
    html = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True, text=True).stdout
    page = pypdf.PdfReader(file).pages[0]
    left, top = float(page.trimbox.left), float(page.mediabox.top) - float(page.trimbox.top)
    found = []
    for match in re.finditer(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<', html):
        x0, y0, x1, y1 = (float(match[at]) for at in range(1, 5))
        found.append(Word(match[5], ((x0 - left) / MM, (y0 - top) / MM, (x1 - left) / MM, (y1 - top) / MM)))
    return found


def inside(inner: Box, outer: Box, slack: float = 0.3) -> bool:
    x0, top, x1, bottom = outer
    return x0 - slack <= inner[0] and top - slack <= inner[1] and inner[2] <= x1 + slack and inner[3] <= bottom + slack


def where(file: Path, text: str) -> list[Box]:
    return [word.box for word in words(file) if word.text == text]


# --- the case --------------------------------------------------------------------------------------------------------


def test_the_cover_and_the_endpapers_lie_beside_the_interior(case: Path) -> None:
    manifest = json.loads(out(case, "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["bound"]) == {"cover.pdf", "endpapers.pdf"}
    assert out(case, "cover.pdf").is_file() and out(case, "endpapers.pdf").is_file()


def test_the_sheet_is_trimmed_as_the_binding_says(case: Path) -> None:
    pages = pages_of(case)
    (page,) = pypdf.PdfReader(out(case, "cover.pdf")).pages
    spine = pages * 1 + 5
    assert float(page.trimbox.width) / MM == pytest.approx(2 * (17 + 173) + spine, abs=0.01)
    assert float(page.trimbox.height) / MM == pytest.approx(240 + 2 * (3 + 17), abs=0.01)
    assert float(page.bleedbox.width - page.trimbox.width) / MM == pytest.approx(6, abs=0.01)


def test_everything_stands_on_its_panel(case: Path) -> None:
    condition = PressCondition("thick", cover=Cover(spine=Spine(1, 5)))
    sheet = flat(condition, pages_of(case), (170, 240))
    file = out(case, "cover.pdf")
    title = where(file, "Книжка")
    assert len(title) == 2  # on the front and on the spine
    assert [inside(box, sheet.face("front").safe) for box in title].count(True) == 1
    assert [inside(box, sheet.face("spine").safe) for box in title].count(True) == 1
    for text in ("Белая", "юбилею"):
        assert all(inside(box, sheet.face("front").safe) for box in where(file, text)), text
    for text in ("долины", "больнице.", "Кітапша", "ISBN"):
        assert where(file, text) and all(inside(box, sheet.face("back").safe) for box in where(file, text)), text


def test_the_spine_reads_down_unless_the_book_says_otherwise(case: Path, tmp_path: Path) -> None:
    def turn(file: Path) -> set[str]:
        reader = pypdf.PdfReader(file)
        found = set[str]()

        def see(text: str, page: list[float], line: list[float], *_: object) -> None:
            rises = line[0] * page[1] + line[1] * page[3]
            if text.strip() and abs(rises) > 0.1:
                found.add("up" if rises > 0 else "down")

        reader.pages[0].extract_text(visitor_text=see)
        return found

    assert turn(out(case, "cover.pdf")) == {"down"}
    other = book(tmp_path / "book", CASE, BOOK.replace("cover: {", "cover: {reads: up, "))
    make(other, "print")
    assert turn(out(other, "cover.pdf")) == {"up"}


def test_endpapers_are_a_printed_and_a_blank_side_in_front_and_behind(case: Path) -> None:
    pages = pypdf.PdfReader(out(case, "endpapers.pdf")).pages
    assert ["/Contents" in page for page in pages] == [True, False, True, False]
    for page in pages:
        assert float(page.trimbox.width) / MM == pytest.approx(340, abs=0.01)
        assert float(page.trimbox.height) / MM == pytest.approx(240, abs=0.01)


@pytest.mark.parametrize("name", ["cover.pdf", "endpapers.pdf"])
def test_nothing_of_the_ornament_ends_where_the_knife_goes(case: Path, name: str) -> None:
    report = preflight(out(case, name), case, Wish(spots=("Gold",), plates=False), lambda *_: None)
    assert not report.findings


def test_a_printer_who_wants_more_bleed_gets_it_everywhere(tmp_path: Path) -> None:
    press = CASE.replace("thick:\n", "thick:\n  bleed: 5\n")
    folder = book(tmp_path, press, BOOK.replace("bleed: 3, ", ""))
    assert codes(make(folder, "print")) == []
    for name in ("interior.pdf", "cover.pdf", "endpapers.pdf"):
        for page in pypdf.PdfReader(out(folder, name)).pages:
            assert float(page.trimbox.left - page.bleedbox.left) / MM == pytest.approx(5, abs=0.01)


# --- the barcode -----------------------------------------------------------------------------------------------------

PPI = 300


@pytest.fixture(scope="module")
def plates(case: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """The cover's plates at 300 ppi, by Ghostscript; 255 is no ink."""
    folder = tmp_path_factory.mktemp("plates")
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{PPI}", "-dGraphicsAlphaBits=1"]
    subprocess.run([*command, f"-sOutputFile={folder}/c.tif", out(case, "cover.pdf")], check=True, capture_output=True)
    named = ((path, re.search(r"\((.*)\)", path.name)) for path in sorted(folder.iterdir()))
    Image.MAX_IMAGE_PIXELS = None
    return {match[1]: Image.open(path).convert("L") for path, match in named if match}


def barcode_area(file: Path, plates: dict[str, Image.Image]) -> tuple[int, int, int, int]:
    """Pixels of the bars' left half of the page, below the line with the ISBN and above the figures."""
    (isbn,) = where(file, "ISBN")
    side = 3 / 25.4 * PPI
    top = round((isbn[3] + 3) / 25.4 * PPI + side)
    left = round((isbn[0] - 3.6) / 25.4 * PPI + side)
    return left, top, left + round(37.0 / 25.4 * PPI), top + round(15 / 25.4 * PPI)


def test_a_scanner_reads_the_isbn_from_the_rendered_cover(case: Path, tmp_path: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", out(case, "cover.pdf"), tmp_path / "c"], check=True)
    read = subprocess.run(["zbarimg", "-q", "--raw", tmp_path / "c.png"], capture_output=True, check=True, text=True)
    assert read.stdout.split() == [ISBN.replace("-", "")]


def test_the_bars_are_black_ink_alone_with_white_beside_them(case: Path, plates: dict[str, Image.Image]) -> None:
    area = barcode_area(out(case, "cover.pdf"), plates)
    for name in plates.keys() - {"Black"}:
        assert plates[name].crop(area).getextrema() == (255, 255), name
    black = plates["Black"].crop(area)
    columns = [at for at in range(black.width) if black.getpixel((at, black.height // 2)) < 128]
    module = 0.33 / 25.4 * PPI
    assert columns[-1] - columns[0] + 1 == pytest.approx(95 * module, abs=2)
    assert columns[0] >= 10.5 * module
    assert black.width - columns[-1] >= 6 * module


def test_the_foil_is_a_plate_of_its_own(plates: dict[str, Image.Image]) -> None:
    """The edition prints no spot ink; the condition's foil takes all the gold of the cover, and only that."""
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black", "Gold"}
    assert plates["Gold"].getextrema() == (0, 255)
    for name in ("Cyan", "Magenta", "Yellow"):
        assert plates[name].getextrema() == (255, 255), name


# --- a soft cover ----------------------------------------------------------------------------------------------------


def test_a_soft_cover_has_flaps_and_no_endpapers(soft: Path) -> None:
    condition = PressCondition("limp", cover=Cover(kind="soft", flap=80, spine=Spine(0.1, 0.5)))
    sheet = flat(condition, pages_of(soft), (170, 240))
    file = out(soft, "cover.pdf")
    assert not out(soft, "endpapers.pdf").exists()
    (page,) = pypdf.PdfReader(file).pages
    assert float(page.trimbox.width) / MM == pytest.approx(sheet.width, abs=0.01)
    front, back = sheet.panel("front-flap"), sheet.panel("back-flap")
    assert front is not None and back is not None
    assert all(inside(box, front.safe) for box in where(file, "Врачам"))
    assert where(file, "Врачам") and where(file, "Врачи")
    assert all(inside(box, back.safe) for box in where(file, "Врачи"))


def test_a_spine_too_narrow_for_its_words_is_told_and_left_bare(soft: Path) -> None:
    report = json.loads(out(soft, "report.json").read_text(encoding="utf-8"))
    (finding,) = report["findings"]
    assert (finding["code"], finding["severity"], finding["subject"]) == ("P801", "warning", "cover")
    assert f"{pages_of(soft) * 0.1 + 0.5:.1f} mm" in finding["message"]
    assert len(where(out(soft, "cover.pdf"), "Книжка")) == 1


def test_a_book_of_few_pages_has_a_bare_spine(tmp_path: Path) -> None:
    folder = book(tmp_path / "book", CASE.replace("text_from: 4", "text_from: 80"))
    assert codes(make(folder, "print")) == ["P801"]
    assert len(where(out(folder, "cover.pdf"), "Книжка")) == 1


# --- the ISBN --------------------------------------------------------------------------------------------------------


def test_a_wrong_check_digit_is_told_where_it_stands_and_never_mended(tmp_path: Path) -> None:
    folder = book(tmp_path / "book", CASE, BOOK.replace(f"ru: {ISBN}", "ru: 978-3-16-148410-7"))
    outcome = make(folder, "print")
    (finding,) = outcome.findings
    assert finding["code"] == "S044"
    assert finding["span"][:2] == ["chapters/book.yaml", 6]
    assert not out(folder, "cover.pdf").exists()


def test_a_wrong_isbn_that_is_waived_has_no_barcode(tmp_path: Path) -> None:
    waiver = "waivers: [{code: S044, path: chapters/book.yaml, reason: the agency's letter says so}]\n"
    folder = book(tmp_path / "book", CASE, BOOK.replace(f"ru: {ISBN}", "ru: 978-3-16-148410-7") + waiver)
    assert codes(make(folder, "print")) == ["P803"]
    assert where(out(folder, "cover.pdf"), "ISBN") == []


def test_without_an_isbn_there_is_a_note_and_no_barcode(tmp_path: Path) -> None:
    folder = book(tmp_path / "book", CASE, re.sub("isbn: .*\n", "", BOOK))
    outcome = make(folder, "print")
    (finding,) = outcome.findings
    assert (finding["code"], finding["severity"]) == ("P802", "note")
    assert where(out(folder, "cover.pdf"), "ISBN") == []


def test_text_too_long_for_the_back_is_told_at_its_source(tmp_path: Path) -> None:
    long = "О врачах долины и об их больнице рассказано в этой книге подробно. " * 30
    folder = book(tmp_path / "book", CASE, BOOK.replace("ru: О врачах долины и об их больнице.", f'ru: "{long}"'))
    finding = next(one for one in make(folder, "print").findings if one["code"] == "P804")
    assert finding["severity"] == "error" and finding["span"][0] == "chapters/book.yaml"


# --- what is made anew -----------------------------------------------------------------------------------------------


def stamp(file: Path) -> tuple[int, int]:
    status = os.stat(file)
    return status.st_mtime_ns, status.st_ino


@pytest.fixture
def folder(case: Path, tmp_path: Path) -> Path:
    """A copy in which nothing has changed yet; its files are others, so that they are put together once more."""
    shutil.copytree(case, tmp_path / "book")
    make(tmp_path / "book", "print")
    return tmp_path / "book"


def test_an_edit_that_moves_no_page_leaves_the_cover_as_it_is(folder: Path) -> None:
    before = {name: stamp(out(folder, name)) for name in ("cover.pdf", "endpapers.pdf")}
    replace(folder, "profiles/petrov.md", "Зимой", "Летом")
    assert make(folder, "print").made[0].fresh
    assert {name: stamp(out(folder, name)) for name in before} == before


def test_a_cover_that_was_taken_away_is_made_again_with_the_same_bytes(folder: Path) -> None:
    file = out(folder, "cover.pdf")
    before = file.read_bytes()
    file.unlink()
    make(folder, "print")
    assert file.read_bytes() == before


def test_more_pages_make_another_cover(folder: Path) -> None:
    before = out(folder, "cover.pdf").read_bytes()
    put(folder, "profiles/orlov.md", (folder / "chapters/profiles/petrov.md").read_text(encoding="utf-8"))
    replace(folder, "profiles/orlov.md", "Петров", "Орлов")
    put(folder, "profiles/sidorov.md", (folder / "chapters/profiles/petrov.md").read_text(encoding="utf-8"))
    replace(folder, "profiles/sidorov.md", "Петров", "Сидоров")
    make(folder, "print")
    assert out(folder, "cover.pdf").read_bytes() != before


def test_what_the_binding_no_longer_has_is_taken_away(folder: Path) -> None:
    (folder / "styles/press.yaml").write_text(CASE.replace("cover: {", "cover: {endpapers: false, "), encoding="utf-8")
    make(folder, "print")
    assert out(folder, "cover.pdf").is_file() and not out(folder, "endpapers.pdf").exists()


def test_a_book_with_errors_leaves_no_old_cover(folder: Path) -> None:
    replace(folder, "profiles/petrov.md", "surname:", "surnam:")
    assert make(folder, "print").book_errors
    assert not out(folder, "cover.pdf").exists()


def test_only_print_editions_are_bound(folder: Path) -> None:
    make(folder, "proof")
    assert not (pdf(folder, "proof").parent / "cover.pdf").exists()


def test_the_same_book_has_the_same_cover(case: Path, tmp_path: Path) -> None:
    other = book(tmp_path / "elsewhere", CASE)
    make(other, "print")
    for name in ("cover.pdf", "endpapers.pdf"):
        assert out(other, name).read_bytes() == out(case, name).read_bytes()


# --- marks -----------------------------------------------------------------------------------------------------------


def test_folds_are_marked_beyond_the_bleed_where_the_edition_has_marks(tmp_path: Path) -> None:
    """The marks' dashed lines stand at the folds of the sheet, off the bleed on both sides."""
    folder = book(tmp_path / "book", CASE, BOOK.replace("bleed: 3,", "bleed: 3, marks: true,"))
    make(folder, "print")
    (page,) = pypdf.PdfReader(out(folder, "cover.pdf")).pages
    content = page["/Resources"]["/XObject"]["/PressMarks"].get_data().decode("latin-1")
    dashed = content.partition("] 0 d")[2].partition("\nQ")[0]
    found = [tuple(map(float, line)) for line in re.findall(r"(\S+) (\S+) m (\S+) (\S+) l S", dashed)]
    sheet = flat(PressCondition("thick", cover=Cover(spine=Spine(1, 5))), pages_of(folder), (170, 240))
    upright = sorted({round(x0 / MM, 2) for x0, _, x1, _ in found if x0 == x1})
    assert upright == pytest.approx(sheet.folds, abs=0.02)
    level = sorted({round(sheet.height - y0 / MM, 2) for _, y0, _, y1 in found if y0 == y1})
    assert level == pytest.approx(sheet.turns, abs=0.02)
    for x0, y0, x1, y1 in found:
        beyond = max(-x0, -x1, x0 / MM - sheet.width, -y0, -y1, y0 / MM - sheet.height)
        assert beyond > 3
