"""C110: a text that was copied."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes


@pytest.mark.parametrize(
    ("languages", "text"),
    [
        ("en kk", "Life expectancy at birth"),
        ("en ru", "Order of the Red Star (1943)"),
        ("ru en", "Врач"),
        ("ru kk", "заведующий кафедрой общей хирургии института"),
        ("en ru", "The text is set in Source Serif 4."),
    ],
)
def test_a_copy(languages: str, text: str) -> None:
    assert codes(text, text, languages) == ["C110"]


@pytest.mark.parametrize(
    ("languages", "text"),
    [
        ("ru kk", "Хирург"),
        ("ru kk", "Невролог, онколог"),
        ("ru kk", "Source Serif 4, Source Sans 3, Cormorant. SIL Open Font License 1.1"),
        ("en kk", "WeasyPrint"),
        ("en ru", "Our World in Data"),
        ("en ru", "Gapminder, Systema Globalis"),
        ("ru en", "COVID-19"),
        ("ru kk", "1991–2021"),
    ],
)
def test_what_is_the_same_in_both_languages(languages: str, text: str) -> None:
    assert codes(text, text, languages) == []
