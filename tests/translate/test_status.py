"""How far the translations are."""

from __future__ import annotations

from book.translate.status import by_language, status
from tests.translate.samples import HEADER, chapter, manuscript

FOREWORD = "chapters/locale/kk/ru/foreword.po"


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
    (row,) = (row for row in rows if row.name == "a")
    assert row.missing == 2 and [finding.code for finding in row.findings] == ["C002"]


def test_what_is_not_printed_is_told_with_its_place() -> None:
    po = HEADER + (
        '\nmsgctxt "paragraph"\nmsgid "один"\nmsgstr "бір"\n'
        '\n#, fuzzy\nmsgctxt "paragraph"\nmsgid "два"\nmsgstr "екі"\n'
        '\nmsgctxt "paragraph"\nmsgid "три {see:foreword}"\nmsgstr "үш"\n'
    )
    book = manuscript(chapter("foreword", "один", "два", "три {see:foreword}"))
    (row,) = (row for row in status(book, {FOREWORD: po.encode()}, ["kk"]) if row.name == "foreword")
    assert (row.translated, row.fuzzy, row.unusable, row.missing) == (1, 1, 1, 1)
    assert [(one.state, one.source, one.translation, one.line) for one in row.waiting] == [
        ("missing", "Глава foreword", "", 0),
        ("fuzzy", "два", "екі", 20),
        ("unusable", "три {see:foreword}", "үш", 24),
    ]
    assert "{see:foreword}" in row.waiting[2].why
    assert row.waiting[1].comment == "foreword, Глава foreword: paragraph"
    assert row.waiting[1].places == ("chapters/foreword.md",)


def test_the_sums_of_a_language() -> None:
    rows = status(manuscript(chapter("foreword", "один два")), {}, ["kk", "en"])
    kk, en = by_language(rows, ["kk", "en", "ru"])
    assert (kk.language, en.language) == ("kk", "en")
    assert kk.total == kk.missing == sum(row.total for row in rows if row.target == "kk")
    assert kk.words == kk.words_left and kk.frozen == ""


def test_what_the_press_knows_of_the_design_is_not_missing() -> None:
    path = "chapters/locale/kk/en/ui.po"
    words = [("", word, "") for word in ("Contents", "Places", "Names", "Years")]
    own = 'msgid "Contents"\nmsgstr ""\n\n#, fuzzy\nmsgid "Years"\nmsgstr "Жыл"\n'
    known = "\n\n".join(f'msgid "{word}"\nmsgstr "сөз"' for word in ("Contents", "Places", "Years"))
    files = {path: own.encode()}
    rows = status(manuscript(), files, ["kk"], words, offered={path: known.encode()})
    (row,) = (row for row in rows if row.name == "ui")
    assert [(one.source, one.state) for one in row.waiting] == [("Names", "missing"), ("Years", "fuzzy")]
