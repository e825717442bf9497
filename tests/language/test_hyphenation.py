from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.language.hyphenation import protected, whole_words


@pytest.mark.parametrize("word", ["ҚазҰМУ", "COVID", "АҚШ", "АҚШ-тан", "ДДҰ-ның", "COVID-19", "McDonald", "B12"])
def test_words_with_two_capitals_are_whole(word: str) -> None:
    assert protected(word)


@pytest.mark.parametrize("word", ["Қазақстан", "университет", "Умми-Гульсум", "Асфендияров", "", "1991", "5-ші"])
def test_other_words_are_not(word: str) -> None:
    assert not protected(word)


def test_whole_words_are_found_where_they_stand() -> None:
    text = "Ол ҚазҰМУ-да, КазНМУ мен АҚШ ішінде; https://WHO.int/ABCD, Умми-Гульсум"
    assert [text[a:b] for a, b in whole_words(text)] == ["ҚазҰМУ", "КазНМУ"]


@given(st.text())
def test_every_span_is_a_protected_word(text: str) -> None:
    end = 0
    for a, b in whole_words(text):
        assert end <= a < b <= len(text)
        assert protected(text[a:b])
        end = b
