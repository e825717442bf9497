"""C111: length."""

from __future__ import annotations

from tests.checks.catalog.catalogs import codes

SOURCE = "Здесь лечили болезни нервной системы, женские болезни. Санаторий работал до начала войны, потом его закрыли."


def test_a_text_that_was_forgotten_in_part() -> None:
    assert codes(SOURCE, "Мұнда жүйке аурулары емделген.") == ["C111"]


def test_two_texts_in_one() -> None:
    assert codes("Здесь лечили болезни.", f"{SOURCE} {SOURCE}", "kk ru") == ["C111"]


def test_markup_is_no_length() -> None:
    link = "[Әлиев](https://example.org/a/long/address/of/a/page/that/nobody/will/ever/type/again)"
    assert codes(f"{link} жазды.", f"{link} писал.", "kk ru") == []


def test_short_texts_differ() -> None:
    assert codes("Ескіше 4 тамыз.", "4 августа по старому стилю.", "kk ru") == []
