"""Merging: each loss that Babel's update was measured to cause, and that nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from book.translate.catalog import Catalog, Entry, Previous, header_fields
from book.translate.merge import MergeStats, merge
from book.translate.messages import Message
from book.translate.pofile import read_catalog, write_catalog
from tests.translate.samples import HEADER, as_msgcat, catalogs, contexts, message, passes_msgfmt, words


def read(body: str) -> Catalog:
    catalog, findings = read_catalog("x.po", (HEADER + "\n" + body).encode())
    assert findings == ()
    return catalog


def again(catalog: Catalog, *messages: Message) -> tuple[Catalog, MergeStats]:
    return merge(catalog, messages, "kk", "ru")


def test_a_new_catalog(tmp_path: Path) -> None:
    catalog, stats = merge(None, [message("Учился в Томске."), message("20 % выжило")], "kk", "ru")
    data = write_catalog(catalog)
    assert data.decode() == HEADER + (
        '\n#. x, Y: paragraph\n#: chapters/x.md\nmsgctxt "paragraph"\nmsgid "Учился в Томске."\nmsgstr ""\n'
        '\n#. x, Y: paragraph\n#: chapters/x.md\nmsgctxt "paragraph"\nmsgid "20 % выжило"\nmsgstr ""\n'
    )
    assert stats == MergeStats(new=2)
    assert as_msgcat(data) == data
    passes_msgfmt(data, tmp_path)


@pytest.mark.parametrize(("target", "plurals"), [("kk", "2"), ("ru", "3"), ("en", "2"), ("kk-Latn", "2"), ("qps", "2")])
def test_plural_forms_are_those_of_the_language(target: str, plurals: str) -> None:
    header = dict(header_fields(merge(None, [message("a")], target, "ru")[0].header))
    assert header["Plural-Forms"].startswith(f"nplurals={plurals};")
    assert header["Language"] == target.replace("-", "_")
    assert header["X-Source-Language"] == "ru"


def test_the_translators_header_stays(tmp_path: Path) -> None:
    said = (
        '# Айгүл, 2021\nmsgid ""\nmsgstr ""\n"X-Generator: Poedit 3.4\\n"\n"Last-Translator: Айгүл <a@b.kz>\\n"\n'
        '"POT-Creation-Date: 2021-01-01 10:00+0600\\n"\n"X-Poedit-Bookmarks: 1,2\\n"\n"Language: kk_KZ\\n"\n'
        '"Plural-Forms: nplurals=2; plural=n>1;\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    )
    old = read_catalog("x.po", said.encode())[0]
    data = write_catalog(again(old, message("a"))[0])
    assert data.decode().startswith(said + '"Project-Id-Version: \\n"\n')
    assert b'"X-Source-Language: ru\\n"' in data
    passes_msgfmt(data, tmp_path)


def test_what_a_header_leaves_open_is_filled_in() -> None:
    said = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=CHARSET\\n"\n'
        '"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n'
    )
    header = dict(header_fields(again(read_catalog("x.po", said.encode())[0], message("a"))[0].header))
    assert header["Content-Type"] == "text/plain; charset=UTF-8"
    assert header["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


def test_words_comments_flags_and_previous_text_stay() -> None:
    old = read(
        '# мой совет\n#. old comment\n#: old.md\n#, fuzzy, no-wrap\n#| msgid "b"\n'
        'msgctxt "paragraph"\nmsgid "a"\nmsgstr "ә"\n'
    )
    catalog, stats = again(old, message("a"))
    (entry,) = catalog.entries
    assert (entry.strings, entry.notes, entry.flags, entry.previous) == (
        ("ә",),
        ("мой совет",),
        ("fuzzy", "no-wrap"),
        Previous("b"),
    )
    assert entry.comments == ("x, Y: paragraph",) and entry.places == ("chapters/x.md",)
    assert stats == MergeStats(kept=1)


def test_guessed_format_flags_go_and_stated_ones_stay(tmp_path: Path) -> None:
    old = read('#, python-format, no-c-format\nmsgctxt "paragraph"\nmsgid "20 % survived"\nmsgstr "20 пайызы"\n')
    catalog, _ = again(old, message("20 % survived"))
    assert catalog.entries[0].flags == ("no-c-format",)
    passes_msgfmt(write_catalog(catalog), tmp_path)


def test_a_text_that_goes_and_comes_back_has_its_translation_again() -> None:
    old = read('# мой совет\n#, no-wrap\nmsgctxt "paragraph"\nmsgid "a"\nmsgstr "ә"\n')
    without, stats = again(old)
    assert stats == MergeStats(gone=1) and without.entries == ()
    kept = '\n# мой совет\n#, no-wrap\n#~ msgctxt "paragraph"\n#~ msgid "a"\n#~ msgstr "ә"\n'
    assert write_catalog(without).decode().endswith(kept)
    back, stats = again(read_catalog("x.po", write_catalog(without))[0], message("a"))
    assert stats == MergeStats(revived=1) and back.obsolete == ()
    (entry,) = back.entries
    assert (entry.strings, entry.notes, entry.flags) == (("ә",), ("мой совет",), ("no-wrap",))


def test_two_contexts_with_one_text_keep_their_own_words() -> None:
    old = read('msgctxt "role"\nmsgid "врач"\nmsgstr "дәрігер"\n')
    catalog, stats = again(old, message("врач", "role"), message("врач", "post"))
    assert [entry.strings[0] for entry in catalog.entries] == ["дәрігер", ""]
    assert stats == MergeStats(kept=1, new=1)


def test_a_changed_text_gets_the_old_words_as_fuzzy_with_the_old_text() -> None:
    old = read('# мой совет\nmsgctxt "paragraph"\nmsgid "учился в Томске"\nmsgstr "Томскіде оқыды"\n')
    catalog, stats = again(old, message("учился в Томске."))
    (entry,) = catalog.entries
    assert (entry.strings, entry.flags, entry.notes) == (("Томскіде оқыды",), ("fuzzy",), ("мой совет",))
    assert entry.previous == Previous("учился в Томске", "paragraph")
    assert stats == MergeStats(fuzzy=1, gone=1)
    assert [gone.strings[0] for gone in catalog.obsolete] == ["Томскіде оқыды"], "it waits for its text"


def test_a_changed_year_or_city_is_not_proposed() -> None:
    old = read('msgctxt "paragraph"\nmsgid "Родился в 1951 году в Алматы."\nmsgstr "1951 жылы Алматыда туған."\n')
    for changed in ("Родился в 1961 году в Алматы.", "Родился в 1951 году в Астане."):
        catalog, stats = again(old, message(changed))
        assert catalog.entries[0].strings == ("",) and stats == MergeStats(new=1, gone=1)


def test_a_text_that_still_stands_is_not_proposed_for_another() -> None:
    old = read('msgctxt "paragraph"\nmsgid "учился в Томске"\nmsgstr "Томскіде оқыды"\n')
    catalog, _ = again(old, message("учился в Томске"), message("учился в Томске."))
    assert [entry.strings[0] for entry in catalog.entries] == ["Томскіде оқыды", ""]


def test_an_edit_upon_an_edit_proposes_the_confirmed_words_and_their_text() -> None:
    catalog = read('msgctxt "paragraph"\nmsgid "учился он в Томске"\nmsgstr "ол Томскіде оқыды"\n')
    for changed in ("учился он в Томске.", "учился он там, в Томске.", "и учился он там, в Томске."):
        catalog = again(catalog, message(changed))[0]
    (entry,) = catalog.entries
    assert entry.previous == Previous("учился он в Томске", "paragraph")
    assert [gone.source for gone in catalog.obsolete] == ["учился он в Томске"], "no heap of untouched proposals"


def test_an_edit_that_is_taken_back_finds_the_confirmed_translation() -> None:
    old = read('msgctxt "paragraph"\nmsgid "учился в Томске"\nmsgstr "Томскіде оқыды"\n')
    changed = again(old, message("учился в Томске."))[0]
    back = again(changed, message("учился в Томске"))[0]
    assert back.entries[0].confirmed and back.obsolete == ()


def test_a_proposal_that_a_translator_worked_on_is_kept_when_its_text_goes() -> None:
    old = read('msgctxt "paragraph"\nmsgid "учился в Томске"\nmsgstr "Томскіде оқыды"\n')
    changed = again(old, message("учился в Томске."))[0]
    worked = replace(changed, entries=(replace(changed.entries[0], strings=("Томскіде оқыды.",)),))
    assert {gone.strings[0] for gone in again(worked)[0].obsolete} == {"Томскіде оқыды", "Томскіде оқыды."}


def test_a_confirmed_proposal_forgets_its_previous_text() -> None:
    old = read('#| msgid "b"\nmsgctxt "paragraph"\nmsgid "a"\nmsgstr "ә"\n')
    assert again(old, message("a"))[0].entries[0].previous is None


def test_a_comment_on_an_untranslated_text_is_kept_and_an_empty_entry_is_not() -> None:
    old = read('# не понимаю\nmsgctxt "paragraph"\nmsgid "a"\nmsgstr ""\n\nmsgctxt "paragraph"\nmsgid "b"\nmsgstr ""\n')
    assert [gone.source for gone in again(old)[0].obsolete] == ["a"]


def test_words_from_another_catalog_only_for_the_same_text_and_context() -> None:
    elsewhere = {("paragraph", "a"): Entry("a", ("ә",), "paragraph", notes=("совет",))}
    catalog, stats = merge(None, [message("a"), message("a", "role"), message("a.")], "kk", "ru", elsewhere)
    assert [entry.strings[0] for entry in catalog.entries] == ["ә", "", ""]
    assert catalog.entries[0].confirmed and stats == MergeStats(moved=1, new=2)


messages = st.lists(
    st.builds(message, words.map(str.strip).filter(bool), contexts), max_size=6, unique_by=lambda message: message.id
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Catalog, list[Message]]:
    """A catalog, and messages of which some are its own and some nearly so."""
    catalog = draw(catalogs())
    found = draw(messages)
    for entry in (*catalog.entries, *catalog.obsolete):
        change = draw(st.sampled_from(["gone", "same", "near"]))
        if change != "gone":
            found.append(message(entry.source + (" и" if change == "near" else ""), entry.context or ""))
    return catalog, list({one.id: one for one in found}.values())


def said(catalog: Catalog) -> set[tuple[str | None, str, tuple[str, ...], tuple[str, ...]]]:
    """Everything that may be a translator's."""
    entries = (*catalog.entries, *catalog.obsolete)
    return {(*entry.id, entry.strings, entry.notes) for entry in entries if any(entry.strings) or entry.notes}


@given(cases())
@settings(max_examples=100, deadline=None)
def test_nothing_that_was_said_is_lost_and_a_second_merge_changes_no_byte(case: tuple[Catalog, list[Message]]) -> None:
    old, found = case
    new, stats = merge(old, found, "kk", "ru")
    assert [entry.id for entry in new.entries] == [one.id for one in found]
    assert sum((stats.kept, stats.revived, stats.moved, stats.fuzzy, stats.new)) == len(found)
    # A proposal that repeats a confirmed entry word for word may go with its text.
    repeated = {(entry.strings, entry.notes) for entry in (*new.entries, *new.obsolete)}
    assert all(one[2:] in repeated for one in said(old) - said(new))
    data = write_catalog(new)
    assert write_catalog(merge(read_catalog("x.po", data)[0], found, "kk", "ru")[0]) == data


@given(cases())
@settings(max_examples=25, deadline=None)
def test_gettext_changes_no_byte_of_a_merged_catalog(case: tuple[Catalog, list[Message]]) -> None:
    data = write_catalog(merge(*case, "kk", "ru")[0])
    spared = read_catalog("x.po", data)[0]
    # gettext drops an obsolete message that has a comment but no words; we don't.
    spared = replace(spared, obsolete=tuple(entry for entry in spared.obsolete if entry.translated))
    assert as_msgcat(write_catalog(spared)) == write_catalog(spared)
