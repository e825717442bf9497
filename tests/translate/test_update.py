"""`catalogs update` over a whole book."""

from __future__ import annotations

from pathlib import Path

from book.translate.merge import MergeStats
from book.translate.pofile import read_catalog
from book.translate.update import update
from tests.translate.samples import HEADER, as_msgcat, chapter, manuscript, passes_msgfmt, person

UI = [("contents", "Contents", "head of the contents")]
FOREWORD = "chapters/locale/kk/ru/foreword.po"


def test_every_catalog_that_the_book_needs(tmp_path: Path) -> None:
    book = manuscript(chapter("foreword", "а"), chapter("covid", "б", lang="kk"), person())
    done = update(book, {}, ["kk", "ru", "en"], UI)
    assert sorted(done.files) == [
        "chapters/locale/en/kk/covid.po",
        "chapters/locale/en/ru/book.po",
        "chapters/locale/en/ru/foreword.po",
        "chapters/locale/en/ru/profiles.po",
        "chapters/locale/en/ru/vocabulary.po",
        "chapters/locale/kk/en/ui.po",
        "chapters/locale/kk/ru/book.po",
        "chapters/locale/kk/ru/foreword.po",
        "chapters/locale/kk/ru/profiles.po",
        "chapters/locale/kk/ru/vocabulary.po",
        "chapters/locale/ru/en/ui.po",
        "chapters/locale/ru/kk/covid.po",
    ]
    assert done.findings == ()
    for data in done.files.values():
        assert as_msgcat(data) == data
        passes_msgfmt(data, tmp_path)
    assert update(book, done.files, ["kk", "ru", "en"], UI).files == {}


def test_only_the_targets_that_are_asked_for_are_touched() -> None:
    book = manuscript(chapter("foreword", "а"))
    assert {path.split("/")[2] for path in update(book, {}, ["en"]).files} == {"en"}


def test_a_broken_catalog_is_a_finding_and_stays_as_it_is() -> None:
    done = update(manuscript(chapter("foreword", "а")), {FOREWORD: b'msgid "a"\nmsgstr "b\n'}, ["kk"])
    assert FOREWORD not in done.files and FOREWORD not in done.stats
    assert [(f.code, f.span.path, f.span.line) for f in done.findings] == [("C001", FOREWORD, 2)]
    assert "chapters/locale/kk/ru/book.po" in done.files


def test_a_chapter_with_a_new_id_takes_its_translations_along() -> None:
    before = manuscript(chapter("foreword", "слова"))
    catalogs = dict(update(before, {}, ["kk"]).files)
    empty, said = 'msgid "слова"\nmsgstr ""', 'msgid "слова"\nmsgstr "сөз"'
    catalogs[FOREWORD] = catalogs[FOREWORD].decode().replace(empty, said).encode()
    done = update(manuscript(chapter("preface", "слова")), catalogs, ["kk"])
    moved = "chapters/locale/kk/ru/preface.po"
    assert said in done.files[moved].decode()
    assert done.stats[moved] == MergeStats(moved=1, new=1)
    assert '#~ msgstr "сөз"' in done.files[FOREWORD].decode(), "and nothing is taken away"
    assert update(manuscript(chapter("preface", "слова")), {**catalogs, **done.files}, ["kk"]).files == {}


def test_a_source_that_could_not_be_read_leaves_its_catalog_alone() -> None:
    po = (HEADER + '\nmsgctxt "paragraph"\nmsgid "слова"\nmsgstr "сөз"\n').encode()
    assert FOREWORD in update(manuscript(), {FOREWORD: po}, ["kk"]).files
    assert FOREWORD not in update(manuscript(), {FOREWORD: po}, ["kk"], unread=["chapters/foreword.md"]).files


def test_the_templates_words_rest_where_none_are_given() -> None:
    path = "chapters/locale/kk/en/ui.po"
    po = (HEADER + '\nmsgctxt "contents"\nmsgid "Contents"\nmsgstr "Мазмұны"\n').encode()
    assert path not in update(manuscript(), {path: po}, ["kk"]).files


def test_a_new_word_of_the_design_comes_translated_where_the_press_knows_it() -> None:
    path = "chapters/locale/kk/en/ui.po"
    own = (HEADER.replace(": ru", ": en") + '\nmsgctxt "contents"\nmsgid "Contents"\nmsgstr "Тізім"\n').encode()
    known = HEADER.replace(": ru", ": en") + (
        '\nmsgctxt "contents"\nmsgid "Contents"\nmsgstr "Мазмұны"\n'
        '\nmsgctxt "places"\nmsgid "Places"\nmsgstr "Жерлер"\n'
        '\n#, fuzzy\nmsgctxt "names"\nmsgid "Names"\nmsgstr "Аттар"\n'
    )
    words = [*UI, ("places", "Places", ""), ("names", "Names", "")]
    files = update(manuscript(), {path: own}, ["kk"], words, offered={path: known.encode()}).files
    entries = read_catalog(path, files[path])[0].entries
    assert [entry.strings[0] for entry in entries] == ["Тізім", "Жерлер", ""]
