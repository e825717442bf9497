from __future__ import annotations

from pathlib import Path

from book.build.lengths import Cell, Row, compare, judge
from book.world import World
from tests import books


def test_what_is_longer_in_one_language_alone() -> None:
    (finding,) = judge(Row("bekova", (Cell("kk", 3, 0), Cell("ru", 2, 0), Cell("en", 1, 0))))
    assert finding.code == "L020" and (finding.subject, finding.language) == ("bekova", "kk")
    assert finding.message == "bekova takes 3 pages in kk, 2 in ru, 1 in en"
    for pages in ((2, 2, 2), (2, 2, 1), (2,), (0, 2, 2)):
        assert judge(Row("bekova", tuple(Cell(str(at), count, 0) for at, count in enumerate(pages)))) == []


def test_the_parts_of_a_book_in_its_languages(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    compared = compare(World(folder), "", folder / "out", lambda *_: None)
    assert compared.languages == ("ru", "kk") and not compared.errors
    units = {row.unit: row for row in compared.rows}
    assert {"bekova", "foreword"} <= {unit.rpartition(".")[2] for unit in units} | set(units)
    assert all(cell.pages > 0 for row in compared.rows for cell in row.cells)
