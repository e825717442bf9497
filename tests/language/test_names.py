from __future__ import annotations

import pytest

from book.language import tongue

KK = ("Досмұхамедов", "Халел", "Досмұхамедұлы")


def test_running_order() -> None:
    assert tongue("kk").full_name(*KK) == "Халел Досмұхамедұлы Досмұхамедов"
    assert tongue("ru").full_name("Асфендиаров", "Санжар", "Сейтжафарович") == "Санжар Сейтжафарович Асфендиаров"
    assert tongue("en").full_name("Asfendiyarov", "Sanjar", "Seitjafarovich") == "Sanjar Asfendiyarov"


@pytest.mark.parametrize("lang", ["kk", "ru", "en", "zz"])
def test_what_is_missing_leaves_no_gap(lang: str) -> None:
    assert tongue(lang).full_name("Досжанова", "Аққағаз") == "Аққағаз Досжанова"
    assert tongue(lang).full_name("Досжанова", "") == "Досжанова"
    assert tongue(lang).index_name("Досжанова", "") == "Досжанова"
    assert tongue(lang).index_name("", "") == ""


def test_index_order() -> None:
    assert tongue("kk").index_name(*KK) == "Досмұхамедов, Халел Досмұхамедұлы"
    assert tongue("en").index_name("Doszhanova", "Akkagaz") == "Doszhanova, Akkagaz"


def test_names_are_not_format_strings() -> None:
    assert tongue("kk").full_name("{given}", "{0}", "{") == "{0} { {given}"


@pytest.mark.parametrize(
    ("given", "surname", "expected"),
    [
        ("Әбілқасым", "Өтегенов", "ӘӨ"),
        ("іңкәр", "һашимов", "ІҺ"),
        ("«Умми-Гульсум»", "Асфендиарова", "УА"),
        ("", "Ұлықпан", "Ұ"),
        ("Аққағаз", "", "А"),
        ("123", "…", ""),
        ("И\u0306ржи", "Е\u0308жиков", "ЙЁ"),
        ("ß", "ŉ", "Sʼ"),
    ],
)  # fmt: skip
def test_monograms(given: str, surname: str, expected: str) -> None:
    assert tongue("kk").initials(given, surname) == expected


def test_capitals() -> None:
    assert tongue("kk").upper("қазақ ұлттық і һәм ғ") == "ҚАЗАҚ ҰЛТТЫҚ І ҺӘМ Ғ"
    assert tongue("tr").upper("izmir ılıca") == "İZMİR ILICA"
    assert tongue("kk-Latn").upper("ine ıs") == "İNE IS"
