from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.findings import Finding
from book.model import Script
from book.read import read_book
from book.read.spelling import Spelling, is_spelling, read_spelling
from tests.read.sources import BOOK, BOOK_YAML

LATIN = msgspec.structs.replace(BOOK, scripts=(Script("kk-Latn", "kk"),))


def read(name: str, words: str) -> tuple[Spelling, tuple[Finding, ...]]:
    return read_spelling(f"chapters/vocabulary/{name}.yaml", words.encode(), LATIN)


def told(name: str, words: str) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in read(name, words)[1]]


def test_words_with_their_hyphens() -> None:
    made, findings = read("hyphenation", "kk:\n- ден-сау-лық\n- 'қазақстан*'\nru: [про-верка]\nkk-Latn: [İns-titut]\n")
    assert made.breaks == {"kk": ("ден-сау-лық", "қазақстан*"), "ru": ("про-верка",), "kk-Latn": ("İns-titut",)}
    assert findings == () and made.spellings == {}


def test_spellings() -> None:
    made, findings = read("latin", "kk-Latn:\n  Цой: Tsoi\n  'медицин*': medisin\n")
    assert made.spellings == {"kk-Latn": {"Цой": "Tsoi", "медицин*": "medisin"}}
    assert findings == () and made.breaks == {}


@pytest.mark.parametrize(
    ("words", "code", "line", "column"),
    [
        ("kk: [ден-caу-лық]", "S090", 1, 6),  # c and a of another alphabet
        ("ru:\n- здоровье\n- '-'\n", "S090", 3, 3),
        ("ru: [здо--ровье]", "S090", 1, 6),
        ("ru: [о-корок]", "S090", 1, 6),
        ("ru: [корок-о]", "S090", 1, 6),
        ("ru: ['два слова']", "S090", 1, 6),
        ("ru: [про-верка, пров-ерка]", "S047", 1, 17),
        ("ru: про-верка", "S032", 1, 5),
        ("de: [a]", "S038", 1, 1),
        ("- про-верка", "S032", 1, 1),
    ],
)
def test_what_matches_no_word_is_a_finding(words: str, code: str, line: int, column: int) -> None:
    assert (code, line, column) in told("hyphenation", words)


@pytest.mark.parametrize(
    ("words", "code", "line", "column"),
    [
        ("kk-Latn: {Tsoi: Tsoi}", "S091", 1, 11),
        ("kk-Latn: {Цой: Цoй}", "S091", 1, 16),
        ("kk-Latn: {'*': a}", "S091", 1, 11),
        ("kk-Latn: {'Нам Цой': Tsoi}", "S091", 1, 11),
        ("kk-Latn: {Цой: '<b>'}", "S091", 1, 16),
        ("kk-Latn: [Цой]", "S032", 1, 10),
        ("kk: {Цой: Tsoi}", "S038", 1, 1),
    ],
)
def test_what_is_no_spelling_is_a_finding(words: str, code: str, line: int, column: int) -> None:
    assert (code, line, column) in told("latin", words)


def test_an_empty_file_says_nothing() -> None:
    assert read("hyphenation", "# nothing yet\n") == (Spelling(), ())


@given(st.sampled_from(["hyphenation", "latin"]), st.text(max_size=60))
def test_any_text_is_read_or_told(name: str, words: str) -> None:
    made, _ = read(name, words)
    assert isinstance(made, Spelling)


def test_the_two_files() -> None:
    assert is_spelling("chapters/vocabulary/hyphenation.yaml") and is_spelling("chapters/vocabulary/latin.yaml")
    assert not is_spelling("chapters/vocabulary/places.yaml")


def test_scripts_of_the_book() -> None:
    words = "scripts: {kk-Latn: {from: kk, table: kk-turkic}}\nisbn: {kk-Latn: 978-3-16-148410-0}\n"
    words += "editions: {print: {purpose: print, tables: {kk-Latn: kk-2021}}}\n"
    book, findings = read_book("chapters/book.yaml", (BOOK_YAML + words).encode())
    assert findings == () and book is not None
    assert [(script.tag, script.source, script.table) for script in book.scripts] == [("kk-Latn", "kk", "kk-turkic")]
    assert book.tags == ("kk", "ru", "en", "kk-Latn") and book.languages == ("kk", "ru", "en")
    assert book.editions[0].tables == {"kk-Latn": "kk-2021"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("scripts: {kk-Latn: {from: ru}}\n", "S033"),
        ("scripts: {kk-Latn: {from: de}}\n", "S038"),
        ("scripts: {ru-Latn: {from: ru}}\n", "S033"),
        ("scripts: {kk-Latn: {from: kk, table: kk-1929}}\n", "S033"),
        ("scripts: {kk-Latn: {}}\n", "S031"),
    ],
)
def test_a_script_that_cannot_be_made(words: str, code: str) -> None:
    book, findings = read_book("chapters/book.yaml", (BOOK_YAML + words).encode())
    assert code in [finding.code for finding in findings]
    assert book is not None and (book.scripts == () or "kk-1929" in words)


def test_a_language_is_not_listed_twice() -> None:
    words = BOOK_YAML.replace("[kk, ru, en]", "[kk, ru, en, kk-Latn]") + "scripts: {kk-Latn: {from: kk}}\n"
    book, findings = read_book("chapters/book.yaml", words.encode())
    assert "S047" in [finding.code for finding in findings]
    assert book is not None and book.tags == ("kk", "ru", "en", "kk-Latn")


def test_a_map_may_say_a_name_in_the_other_script() -> None:
    words = BOOK_YAML.replace("{kk: Кітап,", "{kk: Кітап, kk-Latn: Kitap,") + "scripts: {kk-Latn: {from: kk}}\n"
    book, findings = read_book("chapters/book.yaml", words.encode())
    assert findings == () and book is not None and (book.title.forms or {})["kk-Latn"] == "Kitap"
    without = read_book("chapters/book.yaml", words.split("scripts")[0].encode())[1]
    assert "S037" in [finding.code for finding in without]
