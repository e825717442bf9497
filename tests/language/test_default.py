from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.language import tongue
from book.model import PartialDate

DAY = PartialDate(1991, 12, 16)


def test_cldr_knows_other_languages() -> None:
    assert tongue("de").date(DAY) == "16. Dezember 1991"
    assert tongue("de").native_name == "Deutsch"
    assert tongue("de").list_of(["a", "b", "c"]) == "a, b und c"
    assert tongue("ar").direction == "rtl" and tongue("de").direction == "ltr"
    assert tongue("uz").date(PartialDate(1978, 9)).endswith("1978")


def test_a_language_in_another_script_is_not_set_in_its_own() -> None:
    latin = tongue("ky-Latn")
    assert latin.date(DAY) == "1991-12-16"
    assert latin.native_name == "ky-Latn"
    assert latin.alphabet[0] == "A"


def test_a_region_changes_nothing() -> None:
    assert tongue("kk-KZ").date(DAY) == tongue("kk").date(DAY)
    assert tongue("en-GB").lang == "en-GB" and tongue("en-GB").quotes == tongue("en").quotes


@pytest.mark.parametrize("lang", ["zz", "", "../kk", "kk;", "en_US.UTF-8", "dates", "a" * 500, "қаз", "\x00"])
def test_an_unknown_tag_is_set_without_words(lang: str) -> None:
    language = tongue(lang)
    assert language.lang == lang
    assert language.date(PartialDate(1880, modifier="about")) == "≈\u00a01880"
    assert language.sort_key("a") < language.sort_key("b")
    assert language.letter("b") == "B" and language.upper("b") == "B"
    assert language.typography('"a" - b') == "“a”\u00a0– b"
    assert language.hyphenation_file is None


@given(st.text(max_size=12))
@settings(deadline=None, max_examples=60)
def test_no_tag_breaks_the_book(lang: str) -> None:
    language = tongue(lang)
    assert language.date(DAY) and language.number(5) == "5" and language.letter("5") == "#"
