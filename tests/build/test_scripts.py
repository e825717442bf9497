"""A book in another script, made from that of its language; and the book's own hyphenation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from book.build import Order, build
from book.build.catalogs import update_catalogs
from book.build.listing import localized
from book.errors import BookError
from book.world import World
from tests.books import TINY, codes, make, page_texts, pdf, person, quiet, replace, write_tiny

LATIN = TINY.replace("date: 2021\n", "date: 2021\nscripts: {kk-Latn: {from: kk}}\n")
FOREWORD = "---\ntitle: {ru: Начало, kk: Басы}\nkind: plain\nlang: kk\n---\nДәрігер Цой, {see:bekova}. Ықтиярхат.\n"
BEKOVA = person("Бекова", "Айгүл", "Дәрігер.", lang="kk")
BEKOVA = BEKOVA.replace('"kk": "Бекова"', '"kk": "Бекова", "kk-Latn": "Beckova"')


def latin_book(folder: Path) -> Path:
    return write_tiny(folder, {"book.yaml": LATIN, "foreword.md": FOREWORD, "profiles/bekova.md": BEKOVA,
                               "profiles/petrov.md": person("Петров", "Иван", "Дәрігер.", lang="kk")})  # fmt: skip


def words(folder: Path, edition: str = "proof") -> str:
    return "\n".join(page_texts(pdf(folder, edition, "kk-Latn")))


def test_the_fourth_book(tmp_path: Path) -> None:
    latin_book(tmp_path)
    made = make(tmp_path, "proof", "print", languages=("kk-Latn",))
    assert not made.book_errors, made.findings
    text = words(tmp_path)
    assert "Därıger Soi" in text and "Mazmūny" in text and "Körsetkışter" in text
    assert "Beckova, Aigül" in text, "the map's own form goes before the table"
    assert re.findall("[\u0400-\u04ff]+", text) == ["Книжка"], "the title in the other language of the book"


def test_all_books_are_made_where_none_is_named(tmp_path: Path) -> None:
    latin_book(tmp_path)
    assert [(one.target.language, one.pages > 0) for one in make(tmp_path, "proof", languages=()).made] == [
        ("ru", True), ("kk", True), ("kk-Latn", True),
    ]  # fmt: skip
    assert not any(one.fresh for one in make(tmp_path, "proof", languages=()).made)


def test_there_is_nothing_to_translate(tmp_path: Path) -> None:
    latin_book(tmp_path)
    with pytest.raises(BookError) as told:
        update_catalogs(World(tmp_path), ("kk-Latn",), 1, quiet)
    assert "nothing is translated into kk-Latn" in str(told.value) and "made from kk" in told.value.hint
    assert localized(World(tmp_path), "kk-Latn", quiet).manuscript is not None


def test_a_spelling_of_the_book_s_own(tmp_path: Path) -> None:
    latin_book(tmp_path)
    make(tmp_path, "proof", languages=("kk-Latn",))
    (tmp_path / "chapters/vocabulary/latin.yaml").write_text("kk-Latn: {Цой: Tsoi}\n", encoding="utf-8")
    (again,) = make(tmp_path, "proof", languages=("kk-Latn",)).made
    assert again.fresh and "Därıger Tsoi" in words(tmp_path)


def test_an_edition_may_choose_another_table(tmp_path: Path) -> None:
    latin_book(tmp_path)
    replace(tmp_path, "book.yaml", "{purpose: proof}", "{purpose: proof, tables: {kk-Latn: kk-turkic}}")
    make(tmp_path, "proof", "print", languages=("kk-Latn",))
    assert "Däriger Coy" in words(tmp_path) and "Därıger Soi" in words(tmp_path, "print")


def test_exceptions_of_hyphenation_set_their_language_anew(tmp_path: Path) -> None:
    latin_book(tmp_path)
    order = Order(("ru", "kk"), ("proof",), tmp_path / "out", 1)
    build(World(tmp_path), order, quiet)
    path = tmp_path / "chapters/vocabulary/hyphenation.yaml"
    path.write_text("kk: [Ық-тияр-хат]\n", encoding="utf-8")
    again = build(World(tmp_path), order, quiet)
    assert {one.target.language: bool(one.reasons) for one in again.made} == {"ru": False, "kk": True}
    path.write_text("kk: [Ық-тияр-хaт]\n", encoding="utf-8")  # a Latin a
    assert "S090" in codes(build(World(tmp_path), order, quiet))
