from __future__ import annotations

from pathlib import Path

from book.build.lengths import Cell, Row, _measured, compare, judge
from book.build.manifest import PartOf
from book.world import World
from tests import books

BEKOVA = PartOf("p.bekova", "Бекова Айгуль", "bekova", "chapters/profiles/bekova.md", 2)


def test_what_is_longer_in_one_language_alone() -> None:
    (finding,) = judge(Row(BEKOVA, (Cell("kk", 3, 0), Cell("ru", 2, 0), Cell("en", 1, 0))))
    assert finding.code == "L020" and (finding.subject, finding.language) == ("bekova", "kk")
    assert (finding.span.path, finding.span.line) == ("chapters/profiles/bekova.md", 2)
    assert finding.message == "Бекова Айгуль takes 3 pages in kk, 2 in ru, 1 in en"
    for pages in ((2, 2, 2), (2, 2, 1), (2,), (0, 2, 2)):
        assert judge(Row(BEKOVA, tuple(Cell(str(at), count, 0) for at, count in enumerate(pages)))) == []


def test_the_parts_of_a_book_in_its_languages(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    compared = compare(World(folder), "", folder / "out", lambda *_: None)
    assert compared.languages == ("ru", "kk") and not compared.errors
    titles = [row.part.title for row in compared.rows]
    assert {"Предисловие", "Бекова, Айгуль", "По областям и городам", "Имена"} <= set(titles)
    assert len(titles) == len(set(titles))
    assert all(cell.pages > 0 for row in compared.rows for cell in row.cells)


def test_what_does_not_fit_is_counted_at_its_part() -> None:
    state = {
        "lengths": {"p.bekova": 2, "r.a": 3, "r.b": 1},
        "parts": {"p.bekova": list(BEKOVA), "r.a": ["resorts", "By region", "", "", 0],
                  "r.b": ["resorts", "By region", "", "", 0]},
        "findings": [{"code": code, "subject": subject} for code, subject in
                     (("L001", "bekova"), ("L008", "bekova"), ("L002", "r.b"))],
    }  # fmt: skip
    found = _measured(state)
    assert (found["p.bekova"].pages, found["p.bekova"].overfull) == (2, 1)
    assert (found["resorts"].pages, found["resorts"].overfull) == (4, 1)
