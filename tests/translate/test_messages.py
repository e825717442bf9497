"""Documents -> messages: which, in which order, and what a translator reads about them."""

from __future__ import annotations

import pytest

from book.model import texts
from book.translate.messages import catalog_name, catalog_parts, catalog_path, messages, ui_messages
from tests.translate.samples import PROFILE, book, chapter, person, vocabulary


def test_every_text_of_a_profile_in_reading_order() -> None:
    found = list(messages(person()))
    assert [(message.context, message.source) for message in found] == [
        ("place", "аул"),
        ("role", "врач"),
        ("post", "ректор"),
        ("post", "врач"),
        ("quotation", "Лечить."),
        ("attribution", "А. Сеитов"),
        ("heading", "Жизнь"),
        ("paragraph", "Учился в *Томске*.[^a] {see:foreword}"),
        ("item", "первое"),
        ("item", "второе"),
        ("caption", "Дом"),
        ("cell", "Год"),
        ("cell", "Дом"),
        ("footnote", "Архив."),
    ]
    assert {message.lang for message in found} == {"ru"}
    assert {message.places for message in found} == {(PROFILE,)}
    assert found[1].span.line == 3


def test_the_same_texts_as_the_model_walks_over() -> None:
    plain = [(t.context, t.source) for t in texts(person()) if t.forms is None]
    assert [(message.context, message.source) for message in messages(person())] == plain


def test_comments_name_document_person_and_field() -> None:
    assert [message.comment for message in messages(person())][:7] == [
        "seitov, Сеитов Асылбек: place (born, 1894)",
        "seitov, Сеитов Асылбек: role",
        "seitov, Сеитов Асылбек: post (1931/1934)",
        "seitov, Сеитов Асылбек: post (about 1920-05)",
        "seitov, Сеитов Асылбек: quotation",
        'seitov, Сеитов Асылбек: attribution (quotation, below the quotation "Лечить.")',
        'seitov, Сеитов Асылбек: heading (life, above "Учился в *Томске*.[^a] {see:foreword}")',
    ]
    assert [message.comment for message in messages(vocabulary())] == ["vocabulary specialties: term (surgery)"]
    assert [message.comment for message in messages(book())] == ["book: note"]
    assert [message.comment for message in messages(chapter("covid", "a"))] == [
        "covid, Глава covid: title",
        "covid, Глава covid: paragraph",
    ]


def test_names_and_empty_texts_are_no_messages() -> None:
    assert not any("Сеитов" in message.source and message.context != "attribution" for message in messages(person()))
    assert [message.source for message in messages(chapter("x", ""))] == ["Глава x"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("chapters/profiles/seitov.md", "profiles"),
        ("chapters/resorts/x.md", "resorts"),
        ("chapters/vocabulary/terms.yaml", "vocabulary"),
        ("chapters/book.yaml", "book"),
        ("chapters/foreword.md", "foreword"),
        ("chapters/parts/foreword.md", "foreword"),
        ("chapters/profiles.md", "profiles"),
    ],
)
def test_catalog_name(path: str, name: str) -> None:
    assert catalog_name(path) == name


def test_catalog_path_and_back() -> None:
    path = catalog_path("kk", "ru", "profiles")
    assert path == "chapters/locale/kk/ru/profiles.po"
    assert catalog_parts(path) == ("kk", "ru", "profiles")
    assert catalog_parts("chapters/locale/kk/profiles.po") is None
    assert catalog_parts("chapters/foreword.md") is None


def test_the_templates_own_words() -> None:
    (message,) = ui_messages([("contents", "Contents", "head of the contents")], "words.py")
    assert (message.context, message.source, message.comment) == ("contents", "Contents", "head of the contents")
    assert (message.lang, message.places, message.id) == ("en", ("words.py",), ("contents", "Contents"))
