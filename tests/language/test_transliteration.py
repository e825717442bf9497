from __future__ import annotations

import pytest

from book.language.transliteration import likeness, romanized, scripts_of


@pytest.mark.parametrize(
    ("lang", "name", "latin"),
    [
        ("kk", "Досжанова Аққағаз", "Doszhanova Akkagaz"),
        ("kk", "Мұратбаев, Ғани", "Muratbaev, Gani"),
        ("kk", "Үммі-Гүлсім", "Ummi-Gulsim"),
        ("ru", "Поспелов Пётр Моисеевич", "Pospelov Pyotr Moiseevich"),
        ("ru", "Юрий Щукин", "Yury Shchukin"),
    ],
)
def test_proposals(lang: str, name: str, latin: str) -> None:
    assert romanized(lang, name) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Doszhanova", "Dosjanova"), ("Muratbayev", "Muratbaev"), ("Qarağandy", "Karaganda"), ("Sergei", "Sergey"),
        ("Mukhtar", "Muhtar"), ("Sanzhar", "Sanjar"), ("Syzganov", "Syzğanov"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) > 0.85


def test_other_names_are_not() -> None:
    assert likeness("Doszhanova", "Pospelov") < 0.5
    assert likeness("Moskva", "London") < 0.5


def test_alphabets_of_a_word() -> None:
    assert scripts_of("Досжаноva") == {"CYRILLIC", "LATIN"} and scripts_of("5-") == set()
