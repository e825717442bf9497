from __future__ import annotations

from msgspec.structs import replace

from book.desk.names import NameRow, name_rows, sheet_rows, table_rows
from book.findings import Span
from book.model import Book, Manuscript, Name, PartialDate, Person, Script, Term, Text, Vocabulary


def forms(kk: str, ru: str, en: str, line: int = 4, path: str = "chapters/profiles/bekova.md") -> Text:
    return Text(Span(path, line, 12), "", "ru", forms={"kk": kk, "ru": ru, "en": en})


BOOK = Book("b", forms("К", "К", "B"), ("kk", "ru", "en"), "ru", PartialDate(2021), Span("chapters/book.yaml"))


def person(surname: Text, given: Text, *variants: Text) -> Person:
    path = "chapters/profiles/bekova.md"
    return Person("bekova", path, "ru", Name(surname, given, None, variants), Span(path, 1, 1))


def rows(
    *terms: Term, vocabulary: str = "persons", people: tuple[Person, ...] = (), book: Book = BOOK
) -> list[NameRow]:
    words = {vocabulary: Vocabulary(vocabulary, f"chapters/vocabulary/{vocabulary}.yaml", terms)}
    return name_rows(Manuscript(book, words, people))


def remarks(kk: str, ru: str, en: str, vocabulary: str = "persons") -> tuple[str, ...]:
    (row,) = rows(Term("a", forms(kk, ru, en)), vocabulary=vocabulary)
    return row.remarks


def test_every_name_has_a_row() -> None:
    life = person(forms("Бекова", "Бекова", "Bekova"), forms("Айгүл", "Айгуль", "Aigul"),
                  forms("Беков Айгүл", "Беков Айгуль", "Bekov Aigul"))  # fmt: skip
    found = rows(Term("tsoi", forms("Цой", "Цой", "Tsoi"), see=(forms("Чой", "Чой", "Choi"),)), people=(life,))
    assert [row.key for row in found] == [
        ("person", "bekova", "surname"), ("person", "bekova", "given"), ("person", "bekova", "variant 1"),
        ("persons", "tsoi", "name"), ("persons", "tsoi", "see 1"),
    ]  # fmt: skip
    assert found[0].proposals == {"en from kk": "Bekova", "en from ru": "Bekova"}
    assert all(not row.remarks for row in found)


def test_a_name_that_goes_to_the_translators_has_none() -> None:
    assert rows(Term("a", Text(Span("x", 1, 1), "term", "ru", "хирургия"))) == []


def test_what_is_odd() -> None:
    assert remarks("Досжанова", "Досжанова", "Pospelova") == ("en is unlike Doszhanova",)
    assert remarks("Досжаноva", "Досжанова", "Doszhanova") == ("kk: letters of two alphabets in Досжаноva",)
    assert remarks("Досжанова", "Досжанова", "Досжанова") == ("en is not in Latin letters",)
    assert remarks("Қарабаев", "Қарабаев", "Karabaev") == ("ru has the Kazakh letter Қ",)
    assert remarks("Беков, А", "Беков, А", "Bekov A") == ("no comma after the surname in en",)
    assert remarks("Беков", "", "Bekov") == ("ru is missing",)


def test_what_is_not() -> None:
    assert remarks("Мәскеу", "Москва", "Moskva", "places") == ()
    assert remarks("Алматы облысы", "Алматинская область", "Almaty region", "regions") == ()
    assert remarks("қан құю станциясы", "станция переливания крови", "blood station", "institutions") == ()
    assert remarks("Темір ауданы", "Темирский район", "Temir district", "places") == ()
    assert remarks("Қарабалық ауданы", "Карабалыкский район", "Karabalyk district", "places") == ()


def test_latin_letters_are_proposed_for_the_fourth_book() -> None:
    latin = replace(BOOK, scripts=(Script("kk-Latn", "kk"),))
    (row,) = rows(Term("tsoi", forms("Цой", "Цой", "Tsoi")), book=latin)
    assert row.proposals["kk-Latn from kk"] == "Soi" and row.remarks == ()
    heads, cells = sheet_rows([row], latin)
    assert heads == ["kind", "id", "field", "kk", "ru", "en", "kk-Latn", "en from kk", "en from ru", "kk-Latn from kk",
                     "remarks"]  # fmt: skip
    assert cells == [["persons", "tsoi", "name", "Цой", "Цой", "Tsoi", "", "Tsoy", "Tsoy", "Soi", ""]]
    assert table_rows([row], latin)[1] == [["persons", "tsoi", "name", "Цой", "Цой", "Tsoi", "", ""]]
