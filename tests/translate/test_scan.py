"""Lines -> entries: everything kept, everything wrong told with its line."""

from __future__ import annotations

import pytest

from book.translate.catalog import Entry, Previous
from book.translate.scan import Scanner, strings


def scan(text: str) -> tuple[list[tuple[Entry, bool]], list[tuple[str, int]]]:
    scanner = Scanner("x.po", text)
    found = scanner.scan()
    return found, [(finding.code, finding.span.line) for finding in scanner.findings]


def test_an_entry_with_everything() -> None:
    found, wrong = scan(
        "# мой совет\n#no space\n#\n#. seitov: role\n#: chapters/a.md:12 chapters/b.md\n"
        "#: \u2068chapters/c d.md\u2069:3\n"
        '#, fuzzy, no-wrap\n#| msgctxt "post"\n#| msgid ""\n#| "главный "\n#| "врач"\nmsgctxt "role"\n'
        'msgid "старший "\n"врач"\nmsgstr "аға \\"дәрігер\\"\\n"\n"\\tекі"\n'
    )
    assert wrong == []
    assert found == [
        (
            Entry(
                "старший врач",
                ('аға "дәрігер"\n\tекі',),
                "role",
                notes=("мой совет", "no space", ""),
                comments=("seitov: role",),
                places=("chapters/a.md", "chapters/b.md", "chapters/c d.md"),
                flags=("fuzzy", "no-wrap"),
                previous=Previous("главный врач", "post"),
                line=13,
            ),
            False,
        )
    ]


def test_obsolete_entries_and_plurals() -> None:
    found, wrong = scan(
        '#, fuzzy\n#~| msgid "a"\n#~| "b"\n#~ msgctxt "c"\n#~ msgid "old"\n#~ msgstr "ескі"\n'
        '#~ msgid "older"\n#~ msgstr ""\n#~ "x"\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "бір"\nmsgstr[1] "көп"\n'
    )
    assert wrong == []
    assert [(entry.source, entry.strings, gone) for entry, gone in found] == [
        ("old", ("ескі",), True),
        ("older", ("x",), True),
        ("one", ("бір", "көп"), False),
    ]
    assert found[0][0].previous == Previous("ab") and found[0][0].context == "c" and found[0][0].fuzzy


def test_what_other_programs_write() -> None:
    """Windows line ends, no blank lines, no space after a keyword or a mark, a keyword alone, two strings on a line."""
    found, wrong = scan(
        '#:a.md\r\n#,fuzzy\r\nmsgid"a"\r\nmsgstr\t"b"\r\nmsgid\r\n"c"\r\nmsgstr "d" "e"\r\n'
        '#~# note\r\n#~msgid "f"\r\n#~msgstr "g"'
    )
    assert wrong == []
    assert [(entry.source, entry.strings[0], gone) for entry, gone in found] == [
        ("a", "b", False),
        ("c", "de", False),
        ("f", "g", True),
    ]
    assert found[0][0].fuzzy and found[2][0].notes == ("note",)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (r'"a\\n"', "a\\n"),
        (r'"\a\b\f\v\r\101\x41"', "\a\b\f\v\rAA"),
        ('"a"b"', None),
        ('"a', None),
        ('"a\\"', None),
        ('"', None),
        ('""', ""),
        ('"a" x', None),
        ('"20 % \u2028 \u00a0"', "20 % \u2028 \u00a0"),
    ],
)
def test_strings(line: str, said: str | None) -> None:
    assert strings(line) == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('msgid "a"\nmsgstr "b\n', [("C001", 2)]),
        ('msgid "a"\nmsgstr "b"c"\n', [("C001", 2)]),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', [("C001", 1)]),
        ('msgstr "c"\n', [("C001", 1)]),
        ('"c"\n', [("C001", 1)]),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', [("C001", 3)]),
        ('msgid "a"\nmsgstr[1] "b"\n', [("C001", 1)]),
        ("<html>\n", [("C001", 1)]),
        ('MSGID "a"\nmsgstr "b"\n', [("C001", 1)]),
    ],
)
def test_syntax(text: str, expected: list[tuple[str, int]]) -> None:
    assert scan(text)[1] == expected


def test_reading_goes_on_after_a_fault() -> None:
    found, wrong = scan('msgid "a"\nmsgstr "\n\nmsgid "b"\nmsgstr "c"\n\nnonsense\n\nmsgid "d"\nmsgstr "e"\n')
    assert [entry.source for entry, _ in found] == ["b", "d"]
    assert wrong == [("C001", 2), ("C001", 7)]


def test_one_finding_for_each_conflict() -> None:
    half = 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> branch\n\n'
    assert scan(half + half)[1] == [("C004", 2), ("C004", 9)]
    assert scan('msgid "a"\nmsgstr "b"\n>>>>>>> branch\n')[1] == [("C004", 3)]


def test_lines_in_a_row_that_are_none_of_a_catalog_are_one_finding() -> None:
    found, wrong = scan("<html>\n<body>\nx\n" + 'msgid "a"\nmsgstr "b"\nx\nmsgid "c"\nmsgstr "d"\n')
    assert [entry.source for entry, _ in found] == ["a", "c"]
    assert wrong == [("C001", 1), ("C001", 6)]
    assert scan("x\n" * 100_000)[1] == [("C001", 1)]


def test_a_file_that_is_no_catalog_is_given_up() -> None:
    assert len(scan("x\n\n" * 100_000)[1]) == 50


def test_flags_of_a_newer_gettext_and_a_line_of_equal_signs() -> None:
    found, wrong = scan('#=====\n#= no-wrap, no-c-format\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n')
    assert wrong == []
    assert (found[0][0].flags, found[0][0].notes) == (("no-wrap", "no-c-format", "fuzzy"), ("=====",))
