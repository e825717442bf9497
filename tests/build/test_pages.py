"""Printed page numbers are true: read in the finished book, and looked up on the page that they name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.books import TINY, make, page_labels, page_texts, paragraphs, pdf, person, write_tiny

EDITIONS = ["proof", "print", "screen"]


class Printed:
    """A book as its reader has it: the words of each page by the page's label."""

    def __init__(self, file: Path) -> None:
        labels = page_labels(file)
        texts = [" ".join(text.split()) for text in page_texts(file)]
        self.pages = dict(zip(labels, texts, strict=True))
        self.lines = dict(zip(labels, page_texts(file, "-layout"), strict=True))

    def label(self, words: str) -> str:
        """The first page that has these words."""
        pages = self.pages.items()
        return next(label for label, text in pages if words in text and "содержание" not in text.lower())

    def page(self, words: str) -> str:
        return self.pages[self.label(words)]

    def contents(self) -> dict[str, str]:
        """Title -> page, as the pages of contents say: the number of a part, a page, a title."""
        lines = [line for text in self.lines.values() if "содержание" in text.lower() for line in text.splitlines()]
        found = (re.fullmatch(r"\s*(?:[IVX]+\s+)?([ivxl]+|\d+)\s+(\D.*)", line) for line in lines)
        return {match[2]: match[1] for match in found if match}


@pytest.fixture(params=EDITIONS)
def book(request: pytest.FixtureRequest, small_book: Path) -> Printed:
    return Printed(pdf(small_book, request.param))


CONTENTS = ["Предисловие", "Годы", "Начало", "Врачи", "Әбішев, Ғани", "Бекова, Айгуль", "Петров, Иван", "Пушков, Олег"]


def test_the_contents(book: Printed) -> None:
    contents = book.contents()
    assert set(CONTENTS) <= set(contents)
    for title, label in contents.items():
        assert title.replace(",", "") in book.pages[label].replace(",", "")[:120], title
    assert contents["Предисловие"] == book.label("рассказано подробно")
    assert contents["Бекова, Айгуль"] == book.label("Родилась в горах")
    assert contents["Имена"] == book.label("Указатели Имена")


def numbers(words: str) -> list[str]:
    """3, 7–8 -> 3, 7, 8"""
    found: list[str] = []
    for piece in words.split(", "):
        first, _, last = piece.partition("–")
        found += [str(number) for number in range(int(first), int(last or first) + 1)]
    return found


ENTRY = re.compile(r"([А-ЯӘҒ]\w+(?:(?:, | )[^\W\d]+)?), (\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*)")


def entries(text: str) -> dict[str, list[str]]:
    return {words: numbers(places) for words, places in ENTRY.findall(text)}


def test_the_index_of_names(book: Printed) -> None:
    index = entries(book.page("Указатели Имена"))
    assert set(index) == {"Әбішев, Ғани", "Бекова, Айгуль", "Петров, Иван", "Пушков, Олег"}
    # Named by an index mark in the text, and a profile of two pages.
    assert len(index["Бекова, Айгуль"]) >= 3
    assert len(index["Петров, Иван"]) == 2
    for name, pages in index.items():
        given = name.split(", ")[1]
        for label in pages[:2]:
            # In running heads small capitals are copied as small letters.
            assert given in book.pages[label] or name.split(",")[0].lower() in book.pages[label].lower(), (name, label)


def test_the_index_of_places(book: Printed) -> None:
    index = entries(book.page("Указатели Места"))
    assert set(index) == {"Алматинская область", "Алматы", "Родник"}
    assert [page for page in index["Алматы"] if "больница открылась" in book.pages[page]]
    assert [page for page in index["Алматы"] if "Учился у" in book.pages[page]]
    for label in index["Родник"]:
        assert "Родник" in book.pages[label]


def test_see_page(book: Printed) -> None:
    foreword = book.page("рассказано подробно")
    bekova, beginning, numbers_page = re.search(  # type: ignore[union-attr]
        r"Бековой см\. с\. (\w+) рассказано.* начале см\. с\. (\w+), о таблице: с\. (\w+)\.", foreword
    ).groups()
    assert "Бекова Айгуль" in book.pages[bekova]
    assert "Начало" in book.pages[beginning]
    assert "Числа" in book.pages[numbers_page]
    assert re.search(rf"Бекова, с\. {bekova}\b", book.page("См. также"))


def test_rectos_and_blanks(small_book: Path) -> None:
    for edition in EDITIONS:
        texts = [text.strip() for text in page_texts(pdf(small_book, edition))]
        labels = page_labels(pdf(small_book, edition))
        for title in ("Содержание", "Предисловие", "Глава 1"):
            assert next(at for at, text in enumerate(texts) if text.startswith(title)) % 2 == 0
        assert labels.index("1") % 2 == 0
    letters = [" ".join(text.split()) for text in page_texts(pdf(small_book, "print"))]
    bekova = next(at for at, text in enumerate(letters) if "Бекова Айгуль" in text)
    assert bekova % 2 == 0, "letters open on a recto"


def test_numbers_are_true_when_the_contents_are_longer_than_a_page(tmp_path: Path) -> None:
    """The guess is one page; with three, all roman numbers after it move. The second build finds everything in the
    store, and nothing of what the first one knew."""
    count = 170
    resort = "---\nname: {{ru: Курорт {0}, kk: Курорт {0}}}\nregion: r{0}\n---\n"
    names = [f"{at:03}" for at in range(count)]
    resorts = {f"resorts/s{name}.md": resort.format(name) for name in names}
    regions = "".join(f"  r{name}: {{ru: Край {name}, kk: Өлке {name}}}\n" for name in names)
    part = "- {id: resorts, title: {ru: Курорты, kk: Курорттар}, content: resorts}\n- {id: back"
    yaml = TINY.replace("- {id: back", part)
    folder = write_tiny(tmp_path, {**resorts, "vocabulary/regions.yaml": f"terms:\n{regions}", "book.yaml": yaml})
    assert make(folder, "proof").book_errors is False
    once = pdf(folder, "proof").read_bytes()
    book = Printed(pdf(folder, "proof"))
    assert len([text for text in book.pages.values() if "содержание" in text.lower()]) >= 3
    contents = book.contents()
    assert contents["Начало"] == book.label("О Бековой")
    for name in names[::7]:
        words = " ".join(text for text in book.lines.values() if "содержание" in text.lower())
        label = re.search(rf"(\d+) +Край {name}", words)
        assert label and f"Курорт {name}" in book.pages[label[1]]
    for path in (folder / ".book" / "state").iterdir():
        path.unlink()
    make(folder, "proof")
    assert pdf(folder, "proof").read_bytes() == once


def test_pages_that_depend_on_each_other_settle(tmp_path: Path) -> None:
    """Everybody sees everybody: each number that is printed may move the page that it names."""
    count = 9
    people = {
        f"profiles/p{at}.md": person(
            f"Фамилия{at}", "Имя", " ".join(f"Строка о враче {{see:p{other}}}." for other in range(count)) + "\n\n"
            + paragraphs("ru", f"Год {at}", at % 4 + 1),
        )
        for at in range(count)
    }  # fmt: skip
    folder = write_tiny(tmp_path, people)
    assert not make(folder, "proof").book_errors
    book = Printed(pdf(folder, "proof"))
    true = {at: next(label for label, text in book.pages.items() if f"Фамилия{at} Имя" in text) for at in range(count)}
    for at in range(count):
        text = book.pages[true[at]]
        assert re.findall(r"о враче см\. с\. (\w+)", text) == [true[other] for other in range(count)]
