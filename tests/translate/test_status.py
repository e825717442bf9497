"""How far the translations are."""

from __future__ import annotations

from book.translate.status import status
from tests.translate.samples import HEADER, chapter, manuscript


def test_counts_per_target_and_catalog() -> None:
    po = HEADER + (
        '\nmsgctxt "paragraph"\nmsgid "один два"\nmsgstr "бір екі"\n'
        '\n#, fuzzy\nmsgctxt "paragraph"\nmsgid "три"\nmsgstr "үш"\n'
        '\n#~ msgctxt "paragraph"\n#~ msgid "пять"\n#~ msgstr "бес"\n'
    )
    book = manuscript(chapter("foreword", "один два", "три", "четыре", "пять"))
    rows = status(book, {"chapters/locale/kk/ru/foreword.po": po.encode()}, ["kk", "ru", "en"])
    by = {(row.target, row.name): row for row in rows}
    row = by["kk", "foreword"]
    assert (row.total, row.translated, row.fuzzy, row.missing) == (5, 1, 1, 3)
    assert (row.words, row.words_left) == (7, 5)
    assert row.path == "chapters/locale/kk/ru/foreword.po" and row.source == "ru"
    assert by["en", "foreword"].missing == 5
    assert not [row for row in rows if row.target == "ru"], "nothing is translated into its own language"


def test_a_broken_catalog_counts_with_what_can_be_read() -> None:
    rows = status(manuscript(chapter("a", "б")), {"chapters/locale/kk/ru/a.po": b"\xff"}, ["kk"])
    assert [row.missing for row in rows if row.name == "a"] == [2]
