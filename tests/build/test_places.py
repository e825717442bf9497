"""What a print edition leaves beside its PDF for the printer's side and for preflight."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.books import codes, make, page_labels, page_texts, pdf, replace, write_tiny


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny book with a last page and pages for notes, for the press and for a screen."""
    made = write_tiny(tmp_path_factory.mktemp("places") / "book", {
        "colophon.md": "---\ntitle: {ru: Выходные данные, kk: Шығу деректері}\nkind: colophon\n---\nНабрано зимой.\n",
    })  # fmt: skip
    replace(made, "book.yaml", "strict: true, ", "")
    replace(made, "book.yaml", "indexes: [names]}\n", (
        "indexes: [names]}\n- {id: end, matter: back, chapters: [colophon], last: page}\nfill: notes\n"
    ))  # fmt: skip
    assert not make(made).book_errors
    return made


def beside(folder: Path, name: str, edition: str = "print") -> Any:
    return json.loads((pdf(folder, edition).parent / name).read_bytes())


def test_each_page_tells_what_stands_on_it(folder: Path) -> None:
    found = beside(folder, "places.json")
    manifest = beside(folder, "manifest.json")
    assert found["pdf"] == manifest["pdf"]["blake2b"]
    pages, labels, texts = found["pages"], page_labels(pdf(folder, "print")), page_texts(pdf(folder, "print"))
    assert [page["label"] for page in pages] == labels
    assert [page["blank"] for page in pages] == [not text.strip() for text in texts]
    (bekova,) = [page for page in pages if page["subject"] == "bekova"]
    assert (bekova["unit"], bekova["title"]) == ("p.bekova", "Бекова, Айгуль")
    assert bekova["source"][0] == "chapters/profiles/bekova.md"
    assert "Бекова" in texts[pages.index(bekova)]


def test_a_picture_s_place_and_source_are_told(folder: Path) -> None:
    """In mm from the upper left corner of the trimmed page."""
    pages = beside(folder, "places.json")["pages"]
    ((x0, top, x1, bottom, source, line, column, picture),) = [one for page in pages for one in page["pictures"]]
    assert 0 < x0 < x1 < 170 and 0 < top < bottom < 240
    assert (source, picture) == ("chapters/profiles/bekova.md", "chapters/portraits/bekova.jpg")
    assert line > 1 and column >= 0


def test_only_the_print_edition_has_places(folder: Path) -> None:
    assert not (pdf(folder, "proof").parent / "places.json").exists()
    assert beside(folder, "manifest.json", "proof")["press"] is None


def test_the_book_ends_on_its_last_page_in_all_editions(folder: Path) -> None:
    for edition in ("print", "proof"):
        texts = page_texts(pdf(folder, edition))
        assert len(texts) % 8 == 0
        assert "Набрано зимой" in texts[-1]
        notes = [at for at, text in enumerate(texts) if text.startswith("Для заметок")]
        assert notes == list(range(len(texts) - 1 - len(notes), len(texts) - 1))
        assert notes
    assert page_labels(pdf(folder, "print"))[-1] == page_labels(pdf(folder, "proof"))[-1]


def test_report_and_manifest_say_what_the_printer_must_know(folder: Path) -> None:
    count = len(page_labels(pdf(folder, "print")))
    for name in ("report.json", "manifest.json"):
        assert beside(folder, name)["press"] == {
            "condition": "coated-case", "pdfx": "X-4", "pages": count, "blanks": 0, "trim": [170.0, 240.0],
            "bleed": 3.0, "spots": [], "marks": False,
        }  # fmt: skip


def test_without_a_last_part_blanks_stand_at_the_end_of_the_print_edition(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path)
    replace(folder, "book.yaml", "strict: true, ", "")
    outcome = make(folder)
    of_its_cover = {"P801", "P802"}  # the tiny book is thin and has no ISBN
    assert not {code for code in codes(outcome) if code.startswith("P")} - of_its_cover
    printed, proof = page_texts(pdf(folder, "print")), page_texts(pdf(folder, "proof"))
    blanks = beside(folder, "manifest.json")["press"]["blanks"]
    assert len(printed) % 8 == 0
    assert [bool(text.strip()) for text in printed[-blanks - 1 :]] == [True] + [False] * blanks
    assert blanks and proof[-1].strip()


def test_an_edition_that_is_printed_no_longer_leaves_no_places(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path)
    replace(folder, "book.yaml", "strict: true, ", "")
    make(folder, "print")
    assert (pdf(folder, "print").parent / "places.json").exists()
    replace(folder, "book.yaml", "purpose: print, colour: cmyk, bleed: 3", "purpose: proof")
    make(folder, "print")
    assert not (pdf(folder, "print").parent / "places.json").exists()
