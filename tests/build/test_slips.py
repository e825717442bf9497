from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from book.build.slips import EDITION, write_slip
from book.compose.shared import share
from book.world import World
from tests import books
from tests.compose.samples import BOOK, INKS

GROUPS = (("Беттер", (("Беттері", "80"), ("<b>Өлшемі</b>", "170 × 240 мм"))),)


def test_a_paper_is_one_page_of_a4_with_all_its_lines(tmp_path: Path) -> None:
    world = World(books.write_book(tmp_path / "book"))
    shared = share("kk", EDITION, BOOK, [], [], INKS)
    made = []
    for name in ("a.pdf", "b.pdf"):
        with World.writing(tmp_path / name) as file:
            assert write_slip(file, world, shared, "Тапсырыс", "Кіші кітап", GROUPS, "D:20211216000000Z") == 1
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    page = PdfReader(tmp_path / "a.pdf").pages[0]
    assert [round(float(side) * 25.4 / 72) for side in page.mediabox[2:]] == [210, 297]
    words = page.extract_text()
    for expected in ("Тапсырыс", "Кіші кітап", "Беттері", "<b>Өлшемі</b>", "170 × 240 мм"):
        assert expected in words, words
