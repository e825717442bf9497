from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.language import tongue

KK, RU, EN = (tongue(lang).typography for lang in ("kk", "ru", "en"))


@pytest.mark.parametrize("typed", ['a "b "c" d" e', "a «b «c» d» e", "a “b “c” d” e", "a „b „c“ d“ e", "a «b „c“ d» e"])
def test_any_marks_become_the_languages_own(typed: str) -> None:
    assert KK(typed) == "a «b “c” d» e"
    assert RU(typed) == "a «b „c“ d» e"
    assert EN(typed) == "a “b ‘c’ d” e"


def test_quotes_beside_marks() -> None:
    assert KK('("Арман"), "Ақ": "жоқ"!') == "(«Арман»), «Ақ»: «жоқ»!"
    assert RU('"…и вот", — сказал он. "А?"') == "«…и\u00a0вот»,\u00a0— сказал он. «А?»"
    assert RU('газета "Айқап"-1911') == "газета «Айқап»-1911"
    assert KK('""Құрмет" ордені"') == "«“Құрмет” ордені»"
    assert KK('"Ордені "Құрмет""') == "«Ордені “Құрмет”»"


def test_what_closes_nothing_stays() -> None:
    assert RU('экран 5"') == 'экран 5"'


def test_quotes_across_nodes() -> None:
    assert tongue("ru").typography_nodes(['он сказал "', "да", '" и "нет', '"']) == [
        "он сказал «",
        "да",
        "» и\u00a0«нет",
        "»",
    ]
    assert tongue("kk").typography_nodes(['"a ', '"b"', ' c"']) == ["«a ", "“b”", " c»"]
    assert tongue("kk").typography_nodes([]) == []


def test_english_apostrophes() -> None:
    assert EN("don't, the doctors' day, '90s, rock 'n' roll") == "don’t, the doctors’ day, ’90s, rock ‘n’ roll"
    assert EN("He said 'yes'.") == "He said ‘yes’."
    assert EN('"The "doctors\' day" speech"') == "“The ‘doctors’ day’ speech”"
    assert KK("Д'Артаньян") == "Д’Артаньян"


@pytest.mark.parametrize("lang", ["kk", "ru", "en", "zz"])
@given(text=st.text(alphabet="\"'«»„“”‘’ ab.-—(", max_size=16))
@settings(deadline=None, max_examples=400)
def test_a_second_pass_changes_nothing(lang: str, text: str) -> None:
    once = tongue(lang).typography(text)
    assert tongue(lang).typography(once) == once
