from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from book.build import Order
from book.build.imposing import Wish, flat_plans, imposed_books
from book.errors import BookError
from book.world import World
from tests import books


def order(out: Path) -> Order:
    return Order(("kk",), (), out, 1)


def test_a_book_on_sheets_and_small_on_its_plan(tmp_path: Path) -> None:
    world = World(books.write_book(tmp_path / "book"))
    out = tmp_path / "out"
    outcome, written = imposed_books(world, order(out), Wish(420, 297, 16, nest=True), lambda *_: None)
    assert [one.path.relative_to(out).as_posix() for one in written] == ["kk/print/imposed.pdf"]
    told = written[0].imposed
    assert told is not None and outcome.made[0].pages + told.blanks == sum(told.sections) == 4 * told.sheets
    sheet = PdfReader(written[0].path)
    assert len(sheet.pages) == 2 * told.sheets
    assert [round(float(side) * 25.4 / 72) for side in sheet.pages[0].mediabox[2:]] == [420, 297]
    _, plans = flat_plans(world, order(out), lambda *_: None)
    assert plans[0].path.name == "flatplan.pdf" and len(PdfReader(plans[0].path).pages) == plans[0].pages > 1


def test_what_paper_cannot_do_is_said_before_anything_is_built(tmp_path: Path) -> None:
    world = World(books.write_book(tmp_path / "book"))
    with pytest.raises(BookError, match="cannot be folded to 12 pages"):
        imposed_books(world, order(tmp_path / "out"), Wish(pages=12), lambda *_: None)
    assert not (tmp_path / "out").exists()


def test_a_book_that_is_only_read_has_no_sheets(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    books.replace(folder, "book.yaml", "print: {purpose: print,", "print: {purpose: screen,")
    world = World(folder)
    with pytest.raises(BookError, match="no edition for the press"):
        imposed_books(world, order(tmp_path / "out"), Wish(), lambda *_: None)
