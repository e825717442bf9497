"""C104: quotation marks."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes


@pytest.mark.parametrize(
    ("target", "translation"),
    [
        ("kk", "«Караван газеті жазды."),
        ("kk", "Караван» газеті жазды."),
        ("ru", "Газета „Караван написала."),
        ("en", "The newspaper “Karavan wrote."),
        ("en", "The newspaper «Karavan» wrote."),
        ("ru", "Газета ”Караван” написала."),
        ("kk", "\"Караван газеті жазды."),
    ],
)  # fmt: skip
def test_marks_that_are_wrong(target: str, translation: str) -> None:
    assert codes("«Караван» туралы айтылды.", translation, f"kk {target}") == ["C104"]


@pytest.mark.parametrize(
    ("target", "translation"),
    [
        ("kk", "«Қазақ» газеті мен «“Ауыл” шипажайы»."),
        ("kk", "“Қазақ” газеті жазды."),
        ("ru", "Газета «Қазақ» и «Центр „Здоровье“»."),
        ("ru", "Газета «Центр «Здоровье»»."),
        ("ru", "Газета \"Караван\" написала."),
        ("en", "The “Karavan”; ‘so’, he said: “it’s a ‘paper’.”"),
        ("en", "The \"Karavan\" wrote."),
        ("kk", "Мұнда тырнақша жоқ."),
    ],
)  # fmt: skip
def test_marks_that_are_right(target: str, translation: str) -> None:
    assert codes("«Караван» туралы айтылды.", translation, f"kk {target}") == []
