"""book.yaml and the vocabularies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.findings import Finding
from book.model import Book, Vocabulary
from book.read import read_book, read_glossary, read_vocabulary
from tests.read.sources import BOOK, BOOK_YAML, told

WHOLE = """\
subtitle: {kk: а, ru: б, en: c}
note: a specimen
isbn: {kk: 978-3-16-148410-0, ru: 9783161484100}
parts:
- {id: front, matter: front, chapters: [foreword]}
- {id: thirty, title: {kk: а, ru: б, en: c}, lead: text, content: chapters, chapters: [a, b]}
- {id: doctors, title: people, content: people, intro: [c]}
- {id: back, matter: back, content: indexes, indexes: [names, places]}
editions:
  proof: {purpose: proof}
  large: {purpose: print, bleed: 5, picture_ppi: 300, links: true}
  screen: {purpose: screen, tags: false}
waivers:
- {code: S204, path: 'chapters/a.md:3', reason: lost}
"""


def read(words: str) -> tuple[Book | None, tuple[Finding, ...]]:
    return read_book("chapters/book.yaml", words.encode())


def test_a_whole_book() -> None:
    book, findings = read(BOOK_YAML + WHOLE)
    assert findings == ()
    assert book is not None
    assert (book.id, book.languages, book.source_language, book.date.year) == ("small", ("kk", "ru", "en"), "ru", 2021)
    assert book.isbn == {"kk": "978-3-16-148410-0", "ru": "9783161484100"}
    assert [(part.id, part.matter, part.content) for part in book.parts] == [
        ("front", "front", "chapters"),
        ("thirty", "body", "chapters"),
        ("doctors", "body", "people"),
        ("back", "back", "indexes"),
    ]
    assert [reference.id for reference in book.parts[1].chapters] == ["a", "b"]
    assert book.parts[1].chapters[1].span.column == 91
    assert book.parts[3].indexes == ("names", "places")
    assert book.waivers[0].path == "chapters/a.md:3"


def test_the_purpose_says_what_an_edition_is() -> None:
    book, _ = read(BOOK_YAML + WHOLE)
    assert book is not None
    proof, large, screen = book.editions
    assert (proof.colour, proof.bleed, proof.strict, proof.letters_open) == ("rgb", 0.0, False, "next")
    assert (large.name, large.purpose, large.colour, large.strict) == ("large", "print", "cmyk", True)
    assert (large.bleed, large.picture_ppi, large.links, large.letters_open) == (5.0, 300, True, "recto")
    assert (screen.links, screen.outline, screen.tags, screen.colour) == (True, True, False, "rgb")


def test_a_proof_with_the_numbers_of_messages_has_links() -> None:
    book, findings = read(BOOK_YAML + "editions:\n  marked: {purpose: proof, messages: true}\n")
    assert book is not None and findings == ()
    assert book.editions[0].messages and book.editions[0].links


def test_a_book_without_editions_has_one_of_each_purpose() -> None:
    book, findings = read(BOOK_YAML)
    assert findings == ()
    assert book is not None
    assert [edition.name for edition in book.editions] == ["proof", "print", "screen"]


def test_a_wrong_isbn_is_told_and_never_corrected() -> None:
    book, findings = read(BOOK_YAML + "isbn: {ru: 978-3-16-148410-7}\n")
    assert book is not None
    assert book.isbn == {"ru": "978-3-16-148410-7"}
    assert [(finding.code, finding.message) for finding in findings] == [
        ("S044", 'the last digit of the ISBN "978-3-16-148410-7" is 7, but the others give 0')
    ]


def test_a_book_with_gaps_is_read_so_that_its_documents_can_be_checked() -> None:
    book, findings = read("languages: [kk, ru]\nsource_language: ru\nparts: x\n")
    assert book is not None
    assert [code for code, *_ in told(findings)].count("S031") == 3
    assert book.languages == ("kk", "ru")


@pytest.mark.parametrize("words", ["", "- a\n", "id: a\n", "languages: [Ә]\n", "a: b: c\n", "languages: {a: b}\n"])
def test_no_book_without_languages(words: str) -> None:
    book, findings = read(words)
    assert book is None
    assert findings


def test_parts_are_checked() -> None:
    _, findings = read(
        BOOK_YAML
        + "parts:\n- {id: a, content: indexes}\n- {id: b, content: people, intro: [c], chapters: [d]}\n"
        + "- {id: Ә}\n- {id: d, chapters: x}\n"
    )
    assert told(findings) == [("S031", 7, 3), ("S032", 8, 3), ("S041", 9, 8), ("S032", 10, 21)]


def test_languages_are_named_once() -> None:
    _, findings = read(BOOK_YAML.replace("[kk, ru, en]", "[kk, ru, en, kk]"))
    assert told(findings) == [("S047", 3, 25)]


def vocabulary(words: str, name: str = "places") -> tuple[Vocabulary | None, tuple[Finding, ...]]:
    return read_vocabulary(f"chapters/vocabulary/{name}.yaml", words.encode(), BOOK)


def test_a_vocabulary() -> None:
    words = (
        "lang: kk\nterms:\n  a: {kk: а, ru: б, en: c}\n  b: plain\n"
        "  c:\n    name: {kk: а, ru: б, en: c}\n    see: [{kk: д, ru: е, en: f}]\n    symbol: mud\n    group: g\n"
    )
    read, findings = vocabulary(words, "resort_types")
    assert findings == ()
    assert read is not None
    first, second, third = read.terms
    assert (read.name, first.key, first.name.forms) == ("resort_types", "a", {"kk": "а", "ru": "б", "en": "c"})
    assert (second.name.source, second.name.lang, second.name.context) == ("plain", "kk", "term")
    assert (second.name.span.line, second.name.span.column) == (4, 6)
    assert (third.symbol, third.group, third.see[0].forms) == ("mud", "g", {"kk": "д", "ru": "е", "en": "f"})


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("terms: {A: b}\n", [("S041", 1, 9)]),
        ("terms: {a: {kk: а, ru: б}}\n", [("S036", 1, 12)]),
        ("terms: {a: {nmae: b, see: []}}\n", [("S030", 1, 13), ("S031", 1, 12)]),
        ("terms: {a: {name: b, symbol: c}}\n", [("S030", 1, 9)]),
        ("terms: {a: b, a: c}\n", [("S015", 1, 15)]),
        ("terms: {a: }\n", [("S034", 1, 9)]),
        ("trems: {a: b}\n", [("S030", 1, 1), ("S031", 1, 1)]),
        ("terms: [a]\n", [("S032", 1, 8)]),
        ("", [("S034", 1, 1)]),
    ],
)
def test_what_is_wrong_with_a_vocabulary(words: str, findings: list[tuple[str, int, int]]) -> None:
    assert sorted(told(vocabulary(words)[1])) == sorted(findings)


TERMS = "chapters/vocabulary/terms.yaml"


def test_the_glossary() -> None:
    words = "terms:\n  who: {en: WHO, ru: [ВОЗ, Всемирн организаци здравоохранени], kk: ДДСҰ}\n  goitre: {ru: зоб}\n"
    glossary, findings = read_glossary(TERMS, words.encode(), BOOK)
    assert findings == ()
    assert glossary is not None
    assert [(term.key, term.forms) for term in glossary.terms] == [
        ("who", {"en": ("WHO",), "ru": ("ВОЗ", "Всемирн организаци здравоохранени"), "kk": ("ДДСҰ",)}),
        ("goitre", {"ru": ("зоб",)}),
    ]


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("terms: {who: {de: WHO}}\n", [("S038", 1, 15)]),
        ("terms: {who: WHO}\n", [("S032", 1, 14)]),
        ("terms: {who: {en: }}\n", [("S034", 1, 15)]),
        ("terms: {who: {en: {a: b}}}\n", [("S032", 1, 19)]),
        ("terms: {}\nlang: ru\n", [("S030", 2, 1)]),
        ("", [("S034", 1, 1)]),
    ],
)
def test_what_is_wrong_with_the_glossary(words: str, findings: list[tuple[str, int, int]]) -> None:
    assert sorted(told(read_glossary(TERMS, words.encode(), BOOK)[1])) == sorted(findings)


@given(st.binary(max_size=200) | st.text(alphabet="ab:- {}[]\n'*&,", max_size=80).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    read_book("chapters/book.yaml", data)
    read_book("chapters/book.yaml", BOOK_YAML.encode() + data)
    read_vocabulary("chapters/vocabulary/places.yaml", data, BOOK)
    read_glossary(TERMS, b"terms:\n  a: " + data, BOOK)
    read_vocabulary("chapters/vocabulary/places.yaml", b"terms:\n  a: " + data, BOOK)
