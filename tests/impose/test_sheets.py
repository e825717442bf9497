from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from book.conditions import Signature
from book.errors import BookError
from book.impose.sheets import Imposed, Plan, impose
from tests.impose.pages import FONT, MM, book

SHEET = Signature(pages=8, width=320, height=450, gutter=6, gripper=12)


def made(pages: int, plan: Plan) -> tuple[bytes, Imposed]:
    file = io.BytesIO()
    told = impose(io.BytesIO(book(pages)), file, plan, FONT, lambda done, of: None)
    return file.getvalue(), told


def places(pdf: bytes, folder: Path) -> list[dict[int, tuple[float, float]]]:
    """Where the words of each page came to lie on each side: the word's lower left corner in mm, as Poppler sees it."""
    file = folder / "imposed.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True, text=True)
    assert not told.stderr
    sides = []
    for page in re.findall(r"<page .*?</page>", told.stdout, re.DOTALL):
        height = float(re.search(r'height="([\d.]+)"', page)[1])  # type: ignore[index]
        words = re.findall(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">p(\d+)q<', page)
        sides.append({int(n): (float(x) / MM, (height - float(y1)) / MM) for x, y, x1, y1, n in words})
    return sides


def test_pages_lie_where_the_fold_wants_them(tmp_path: Path) -> None:
    pdf, told = made(8, Plan(SHEET, False, 0.0, "Book"))
    assert told == Imposed(1, (8,), 0)
    front, back = places(pdf, tmp_path)
    assert set(front) == {1, 4, 5, 8} and set(back) == {2, 3, 6, 7}
    # Page 1 upright at the right of the spine, in the middle of the sheet; 8 at its left.
    assert front[1][0] == pytest.approx(160 + 20, abs=0.2)
    assert front[8][0] == pytest.approx(160 - 100 + 20, abs=0.2)
    assert front[1][1] == pytest.approx(front[8][1], abs=0.01)
    # Above, heads to heads with the gutter between: page 4 stands on its head, so its words end 20 mm from its right.
    bottom = SHEET.gripper + (SHEET.height - SHEET.gripper - 306) / 2
    assert front[1][1] == pytest.approx(bottom + 30, abs=1.2)
    assert front[4][1] == pytest.approx(bottom + 150 + 6 + 120, abs=4)
    # Seen through the sheet, page 2 lies behind page 1.
    assert back[2][0] == pytest.approx(160 - 100 + 20, abs=0.2)


def test_inner_pages_are_moved_towards_the_spine(tmp_path: Path) -> None:
    plain, _ = made(8, Plan(SHEET, False, 0.0, "Book"))
    creeping, _ = made(8, Plan(SHEET, False, 0.4, "Book"))
    straight, moved = ({**a, **b} for a, b in (places(plain, tmp_path), places(creeping, tmp_path)))
    # 1 and 8 are outermost; 4 and 5 lie within one leaf. On the back, 3 and 6 within one, 2 and 7 outermost.
    for page, shift in {1: 0, 8: 0, 2: 0, 7: 0, 4: -0.4, 5: 0.4, 3: 0.4, 6: -0.4}.items():
        assert moved[page][0] - straight[page][0] == pytest.approx(shift, abs=0.02), page


def test_nested_sheets_for_an_office_printer(tmp_path: Path) -> None:
    pdf, told = made(14, Plan(Signature(16, 420, 297, 6, 6), True, 0.1, "Book"))
    assert told == Imposed(4, (16,), 2)
    sides = places(pdf, tmp_path)
    assert [sorted(side) for side in sides][:4] == [[1], [2], [3, 14], [4, 13]]


def test_a_short_last_section(tmp_path: Path) -> None:
    pdf, told = made(11, Plan(SHEET, False, 0.0, "Book"))
    assert told == Imposed(2, (8, 4), 1)
    sides = places(pdf, tmp_path)
    assert [sorted(side) for side in sides] == [[1, 4, 5, 8], [2, 3, 6, 7], [9], [10, 11]]


def test_what_does_not_fit_is_refused_with_what_would_fit() -> None:
    what = r"8 pages of 100 × 150 mm need a sheet of 224 × 330 mm; it has 210 × 297"
    with pytest.raises(BookError, match=what) as told:
        made(8, Plan(Signature(8, 210, 297, 6, 12), False, 0.0, "Book"))
    assert "--pages 4" in told.value.hint


def test_marks_are_on_every_plate_and_outside_the_bleed(tmp_path: Path) -> None:
    pdf, _ = made(8, Plan(SHEET, False, 0.0, "Книга"))
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    spaces = page["/Resources"]["/ColorSpace"]  # type: ignore[index]
    assert spaces["/All"][1] == "/All"
    (tmp_path / "imposed.pdf").write_bytes(pdf)
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dLastPage=1", "-sDEVICE=tiffsep", "-r50"]
    subprocess.run([*command, f"-sOutputFile={tmp_path}/s%d.tif", f"{tmp_path}/imposed.pdf"], check=True)
    inks = [Image.open(next(tmp_path.glob(f"s1*{ink}*.tif"))) for ink in ("Cyan", "Magenta", "Yellow", "Black")]
    # the middle of the left edge has a registration mark, alike on every plate
    boxes = [ink.crop((0, 0, ink.width // 5, ink.height)).tobytes() for ink in inks]
    assert len(set(boxes)) == 1 and min(boxes[0]) < 128


def test_the_same_pages_give_the_same_bytes() -> None:
    plan = Plan(SHEET, False, 0.1, "Book")
    assert made(11, plan)[0] == made(11, plan)[0]
