"""C107: letters of two characters, and hidden ones."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes


@pytest.mark.parametrize(
    "translation",
    [
        "Сии\u0306рек балы\u049b",
        "мей\u00adіргер",
        "мей\u200bіргер ісі",
        "\ufeffмейіргер",
        "мейіргер\u200e ісі",
        "мейіргер \x07",
    ],
)
def test_such_characters(translation: str) -> None:
    assert codes("сестринское дело", translation) == ["C107"]


@pytest.mark.parametrize("translation", ["мейіргер ісі", "10\u00a0000\u202fорын, Łódź", "йогурт, ёлка"])
def test_other_characters(translation: str) -> None:
    assert codes(translation, translation) == []
