"""C105: spaces."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes


@pytest.mark.parametrize(
    "translation",
    [
        "Ол  дәрігер болды.",
        "Ол дәрігер болды .",
        "Ол дәрігер , хирург болды.",
        " Ол дәрігер болды.",
        "Ол дәрігер болды. ",
    ],
)
def test_a_space_too_many(translation: str) -> None:
    assert codes("Он был врачом.", translation) == ["C105"]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Он был врачом.", "Ол дәрігер болды."),
        ("Смотри .htaccess здесь.", "Мұнда .htaccess қара."),
        ("Часть .5 и .6.", "Бөлік .5 және .6."),
        ("Так  набрано и в источнике.", "Дереккөзде де  осылай."),
        ("Он … ушёл.", "Ол … кетті."),
    ],
)
def test_right_spaces(source: str, translation: str) -> None:
    assert codes(source, translation) == []
