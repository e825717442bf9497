"""Files <-> catalogs, held against gettext's own programs and Babel's reader."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from book.translate.catalog import Catalog, Entry
from book.translate.pofile import MAX_BYTES, read_catalog, write_catalog
from tests.translate.samples import HEADER, as_msgcat, catalogs, gettext, passes_msgfmt

FULL = (
    "# Айгүл, 2021\n#\n#   three spaces\n"
    + HEADER
    + """
# мой совет
#. seitov: role
#. zhusupov: role
#: chapters/profiles/a.md chapters/profiles/b.md
#, fuzzy, no-wrap
#| msgctxt "role"
#| msgid "главный врач"
msgctxt "role"
msgid "старший врач"
msgstr "бас дәрігер"

#: \u2068chapters/a b.md\u2069
msgctxt "paragraph"
msgid ""
"first\\n"
"second \\\\ \\"third\\""
msgstr "20 % s\\tх"

msgid "one"
msgid_plural "many"
msgstr[0] "бір"
msgstr[1] "көп"

# note
#, fuzzy
#~| msgid "older"
#~ msgctxt "role"
#~ msgid "old"
#~ msgstr "ескі"

#~ msgid ""
#~ "a\\n"
#~ "b"
#~ msgstr "c"
"""
).encode()


def lineless(catalog: Catalog) -> Catalog:
    def bare(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(replace(entry, line=0) for entry in entries)

    return Catalog(replace(catalog.header, line=0), bare(catalog.entries), bare(catalog.obsolete))


def codes(data: bytes) -> list[tuple[str, int]]:
    return [(finding.code, finding.span.line) for finding in read_catalog("chapters/locale/kk/ru/x.po", data)[1]]


def test_nothing_is_lost_between_reading_and_writing(tmp_path: Path) -> None:
    catalog, findings = read_catalog("x.po", FULL)
    assert findings == ()
    assert write_catalog(catalog) == FULL
    assert as_msgcat(FULL) == FULL
    passes_msgfmt(FULL, tmp_path)


def test_what_a_translators_program_rewrote_reads_the_same() -> None:
    """Wrapped at 40 columns, Windows line ends, a byte order mark."""
    narrow = gettext("msgcat", "--width=40", "--add-location=file", data=FULL).stdout
    assert narrow != FULL
    for data in (narrow, narrow.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + narrow):
        catalog, findings = read_catalog("x.po", data)
        assert findings == ()
        assert write_catalog(catalog) == FULL


def test_headers_stay_in_the_order_of_the_translators_program() -> None:
    header = 'msgid ""\nmsgstr ""\n"X-Generator: Poedit 3.4\\n"\n"Language: kk\\n"\n"X-Poedit-Bookmarks: 1,2\\n"\n'
    data = f'{header}\nmsgid "a"\nmsgstr "б"\n'.encode()
    assert write_catalog(read_catalog("x.po", data)[0]) == data


def test_percent_signs_are_only_percent_signs(tmp_path: Path) -> None:
    data = write_catalog(Catalog(header(), (Entry("20 % survived %d", ("%s 20 пайызы",), "paragraph"),)))
    assert b"-format" not in data
    passes_msgfmt(data, tmp_path)


def header() -> Entry:
    return read_catalog("x.po", HEADER.encode())[0].header


@given(catalogs())
@settings(max_examples=120, deadline=None)
def test_written_and_read_again_is_the_same(catalog: Catalog) -> None:
    data = write_catalog(catalog)
    again, findings = read_catalog("x.po", data)
    assert findings == ()
    assert lineless(again) == lineless(catalog)
    assert write_catalog(again) == data


@given(catalogs())
@settings(max_examples=40, deadline=None)
def test_msgcat_changes_no_byte(catalog: Catalog) -> None:
    data = write_catalog(catalog)
    assert as_msgcat(data) == data


@given(catalogs())
@settings(max_examples=60, deadline=None)
def test_babel_reads_the_same_words(catalog: Catalog) -> None:
    # Babel breaks strings at U+2028 and the like, and strips the ends of a line; no text of a book has them at an end.
    theirs = read_po(io.BytesIO(write_catalog(catalog)))
    ours, _ = read_catalog("x.po", write_catalog(catalog))
    assert {(m.context, m.id): (m.string, m.fuzzy) for m in theirs if m.id} == {
        entry.id: (entry.strings[0], entry.fuzzy) for entry in ours.entries
    }


nearly = st.text(st.sampled_from('#~|:,. msgidctxtr"\\\n[01]<=>ә'), max_size=200).map(str.encode)


@given(st.binary(max_size=300) | nearly)
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_catalog_or_findings(data: bytes) -> None:
    catalog, findings = read_catalog("x.po", data)
    assert all(finding.is_error and finding.span.path == "x.po" for finding in findings)
    if not findings:
        assert read_catalog("x.po", write_catalog(catalog))[1] == ()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (HEADER.encode() + b'\nmsgid "\xe9"\nmsgstr "x"\n', [("C002", 14)]),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=windows-1251\\n"\n', [("C002", 1)]),
        (b'msgid "a"\nmsgstr "\0"\n', [("C005", 2)]),
        (b'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "b"\n', [("C003", 4)]),
        (b'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n', [("C003", 4)]),
        (b'msgid ""\nmsgstr ""\n\nmsgid ""\nmsgstr ""\n', [("C003", 4)]),
        (b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n\n=======\nmsgid "a"\nmsgstr "c"\n>>>>>>> x\n', [("C004", 1)]),
        (b'msgid "a"\nmsgstr "b\n', [("C001", 2)]),
    ],
)
def test_broken_files_are_findings_with_their_line(data: bytes, expected: list[tuple[str, int]]) -> None:
    assert codes(data) == expected


def test_a_huge_file_is_not_read() -> None:
    assert codes(b"x" * (MAX_BYTES + 1)) == [("C006", 0)]


@pytest.mark.parametrize(
    "line",
    [
        b'msgid "' + b"\\n" * 500_000 + b'"',
        b'msgid "' + b"a" * 500_000,
        b"msgid " + b'"a" ' * 200_000 + b"x",
        b"\xd2" * 2,
    ],
)
def test_a_line_without_end_is_told_at_once(line: bytes) -> None:
    data = b'msgid "a"\nmsgstr "b"\n\n' + line + b'\nmsgstr ""\n'
    assert codes(data) in ([("C006", 4)], [("C002", 4)])


def test_a_text_without_end_is_told() -> None:
    assert codes(b'msgid ""\n' + b'"ab"\n' * 60_000 + b'msgstr ""\n') == [("C006", 1)]


def test_a_line_of_many_places_is_none_without_end() -> None:
    """A word that stands in ten thousand profiles."""
    places = tuple(f"chapters/profiles/person_{number}.md" for number in range(10_000))
    data = write_catalog(Catalog(header(), (Entry("врач", ("дәрігер",), "role", places=places),)))
    assert codes(data) == [] and as_msgcat(data) == data


def test_a_catalog_in_utf_16_is_named_as_what_it_is() -> None:
    assert codes(HEADER.encode("utf-16")) == [("C002", 1)]


def test_the_same_message_in_two_contexts_is_two_messages() -> None:
    data = HEADER.encode() + 'msgctxt "a"\nmsgid "x"\nmsgstr "б"\n\nmsgctxt "b"\nmsgid "x"\nmsgstr "в"\n'.encode()
    catalog, findings = read_catalog("x.po", data)
    assert findings == () and [entry.strings[0] for entry in catalog.entries] == ["б", "в"]


def test_an_obsolete_double_that_says_the_same_is_dropped() -> None:
    data = b'#~ msgid "a"\n#~ msgstr "b"\n\n#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "a"\nmsgstr "b"\n'
    catalog, findings = read_catalog("x.po", data)
    assert findings == () and len(catalog.entries) == 1 and catalog.obsolete == ()


def test_comments_after_the_last_message_stay() -> None:
    catalog, _ = read_catalog("x.po", HEADER.encode() + '\nmsgid "a"\nmsgstr "б"\n\n# позже: проверить\n'.encode())
    assert catalog.entries[-1].notes == ("позже: проверить",)
