"""Numbers in words, as far as they are recognised by their beginnings."""

from __future__ import annotations

import pytest

from book.language.number_words import number_stems


@pytest.mark.parametrize(
    ("number", "lang", "word"),
    [
        (32, "en", "thirty-two"),
        (5, "en", "fifth"),
        (5, "ru", "пяти"),
        (5, "ru", "пятого"),
        (70, "ru", "семидесятилетие"),
        (1000, "ru", "тысяч"),
        (14, "kk", "төрт"),
        (20, "kk", "жиырмасыншы"),
        (7, "de", "siebte"),
    ],
)
def test_a_number_is_known_in_words(number: int, lang: str, word: str) -> None:
    assert any(word.startswith(stem) for stem in number_stems(number, lang))


def test_another_number_is_not() -> None:
    assert not any("тридцать".startswith(stem) for stem in number_stems(40, "ru"))


def test_a_language_that_icu_does_not_know() -> None:
    assert number_stems(5, "tlh") == ()
