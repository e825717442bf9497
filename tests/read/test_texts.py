"""Texts of front matter: maps of languages, and places inside scalars of every style."""

from __future__ import annotations

import pytest

from book.model import Chapter, Text
from tests.read.sources import chapter, person, told


def subtitle(words: str) -> Text:
    document, _ = chapter(front=f"subtitle: {words}\n")
    assert isinstance(document, Chapter)
    assert document.subtitle is not None
    return document.subtitle


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("a b", "a b"),
        ("'it''s'", "it's"),
        ('"a \\u04d9"', "a ә"),
        ("a\n  b\n  c", "a b c"),
        (">-\n  a\n  b", "a b"),
        (">\n  a\n  b\n", "a b"),
        ("|\n  a\n  b", "a b"),
        ("'a\n  b'", "a b"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_a_scalar_of_any_style_is_one_line(words: str, source: str) -> None:
    assert subtitle(words).source == source


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [
        ("ab {see:x}", 3, 14),
        ("'ab {see:x}'", 3, 15),
        ("a\n  b {see:x}", 4, 5),
        (">-\n  a\n  b {see:x}", 5, 5),
        ("|\n  a\n  b {see:x}", 5, 5),
        ('"a\n  b {see:x}"', 4, 5),
        ("'it''s\n  b {see:x}'", 4, 5),
    ],
)
def test_the_place_of_markup_in_a_scalar(words: str, line: int, column: int) -> None:
    text = subtitle(words)
    span = text.at(text.source.index("{"))
    assert (span.line, span.column) == (line, column)


def test_a_plain_string_is_in_the_language_of_its_document() -> None:
    document, _ = chapter(front="lang: kk\nsubtitle: a\n")
    assert isinstance(document, Chapter)
    assert document.subtitle is not None
    assert (document.lang, document.title.lang, document.subtitle.context) == ("kk", "kk", "subtitle")


def test_a_map_of_languages_is_data() -> None:
    text = subtitle("{kk: а, ru: б, en: c}")
    assert (text.forms, text.source, text.span.column) == ({"kk": "а", "ru": "б", "en": "c"}, "", 11)


def test_a_missing_language_is_told_and_another_stands_in() -> None:
    document, findings = chapter(front="subtitle: {ru: б}\n")
    assert isinstance(document, Chapter)
    assert document.subtitle is not None
    assert document.subtitle.forms == {"kk": "б", "ru": "б", "en": "б"}
    assert told(findings) == [("S036", 3, 11)]
    assert "kk, en" in findings[0].message


def test_markup_in_every_language_of_a_map_is_checked() -> None:
    _, findings = chapter(front="subtitle: {kk: а, ru: 'б *', en: 'c *d'}\n")
    assert told(findings) == [("S082", 3, 37)]


def test_a_name_must_be_a_map() -> None:
    _, findings = person("  patronymic: Иванович\n")
    assert told(findings) == [("S032", 5, 15)]
    assert findings[0].hint == "write {kk: …, ru: …, en: …}"
