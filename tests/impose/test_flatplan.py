from __future__ import annotations

import io

import pikepdf
from pypdf import PdfReader

from book.impose.flatplan import FlatPlan, SheetRow, _sheets, flatplan
from tests.impose.pages import FONT, book


def test_every_page_is_there_small_and_words_are_outlines() -> None:
    file = io.BytesIO()
    plan = FlatPlan("Книга", 16, frozenset({3}), {0: "Начало"}, {"blank": "бос"})
    assert flatplan(io.BytesIO(book(50)), file, plan, FONT, lambda done, of: None) == 3
    read = PdfReader(file)
    shown = [name for page in read.pages for name in page["/Resources"].get("/XObject", {})]  # type: ignore[union-attr]
    assert sorted(shown, key=lambda name: int(name[2:])) == [f"/P{at}" for at in range(50)]
    with pikepdf.open(file) as pdf:
        assert all("/Font" not in page.Resources for page in pdf.pages)


def test_the_plates_of_each_side() -> None:
    needed = [("Black",)] * 8
    needed[0] = ("Cyan", "Black", "Gold")  # page 1 is on the front
    rows = list(_sheets(8, 8, needed))
    assert rows == [
        SheetRow(1, "front", (1, 4, 5, 8), ("Cyan", "Black", "Gold")),
        SheetRow(1, "back", (2, 3, 6, 7), ("Black",)),
    ]


def test_the_same_book_gives_the_same_plan() -> None:
    plan = FlatPlan("Book", 16, frozenset(), {}, {})
    made = []
    for _ in range(2):
        file = io.BytesIO()
        flatplan(io.BytesIO(book(5)), file, plan, FONT, lambda done, of: None)
        made.append(file.getvalue())
    assert made[0] == made[1]
