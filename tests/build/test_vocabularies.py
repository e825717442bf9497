"""Vocabularies as a book has them."""

from __future__ import annotations

from pathlib import Path

from book.build.catalogs import check_book
from book.world import World
from tests.books import quiet, write_book


def test_two_vocabularies_of_one_name_are_told(tmp_path: Path) -> None:
    """Once the last one won, and nobody knew of it."""
    other = {"vocabulary/places.yml": "terms:\n  astana: {ru: Астана, kk: Астана}\n"}
    book = write_book(tmp_path / "book", other, translated=False)
    (found,) = (one for one in check_book(World(book), 1, quiet) if one.is_error)
    assert (found.code, found.span.path) == ("B002", "chapters/vocabulary/places.yml")
    assert "chapters/vocabulary/places.yaml" in found.message
