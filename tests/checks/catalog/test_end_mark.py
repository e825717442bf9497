"""C106: the mark at the end."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Здесь лечили взрослых.", "Мұнда ересектер емделген"),
        ("Что сказано в статье", "Мақалада не айтылған."),
        ("Кто он?", "Ол кім."),
        ("В книге есть:", "Кітапта бар."),
        ("Он умер в 2010 году[^death].", "Ол 2010 жылы қайтыс болды[^death]"),
    ],
)
def test_another_mark(source: str, translation: str) -> None:
    assert codes(source, translation) == ["C106"]


@pytest.mark.parametrize(
    ("languages", "source", "translation"),
    [
        ("ru kk", "Он сказал: «Мы вместе!»", "Ол: «Біз біргеміз!»"),
        ("ru kk", "Умер он в возрасте 82 лет[^year].", "Ол 82 жасында қайтыс болды[^year]."),
        ("ru kk", "пришло восстановление.[^national]", "қайта қалпына келді.[^national]"),
        ("ru en", "построен в 1989 г.", "built in 1989"),
        ("en ru", "since the 18th century", "с XVIII в."),
        ("kk en", "1920 жж.", "1920s"),
        ("en kk", "p. {page}", "{page}-б."),
        ("ru en", "и так далее...", "and so on…"),
        ("ru kk", "{see:laws}", "{see:laws}"),
        ("ru kk", "Об этом см. ({see:laws}).", "Бұл туралы ({see:laws})."),
    ],
)
def test_the_same_mark(languages: str, source: str, translation: str) -> None:
    assert codes(source, translation, languages) == []
