from __future__ import annotations

from collections.abc import Iterator

import pyphen
import pytest

from book.language import tongue
from book.typeset.hyphens import Hyphens, dictionaries, register
from tests.typeset.units import engine, unit


@pytest.fixture(autouse=True)
def _afterwards() -> Iterator[None]:
    yield
    register({})


def broken(lang: str, word: str) -> str:
    return pyphen.Pyphen(lang=pyphen.language_fallback(lang)).inserted(word)


def kazakh(*exceptions: str) -> Hyphens:
    speech = tongue("kk")
    return Hyphens(speech.hyphenation_file, speech.hyphenation_patterns(exceptions))


def latin(*exceptions: str) -> Hyphens:
    speech = tongue("kk-Latn")
    small = {capital: letter for letter, capital in speech.rules.capitals.items()}
    return Hyphens(None, speech.hyphenation_patterns(exceptions), small)


def test_an_exception_goes_before_the_patterns() -> None:
    register(dictionaries({"kk": kazakh("денс-аулық", "қала*", "аспа-н*"), "ru": Hyphens(None, (".п8р8о9в8а8.",))}))
    assert broken("kk", "Денсаулық") == "Денс-аулық"
    assert broken("kk", "денсаулықты") == "ден-сау-лық-ты", "another word"
    assert broken("kk", "қаласында") == "қала-сын-да", "as usual after the beginning"
    assert broken("ru", "прова") == "про-ва" and broken("ru", "проверка") == "про-вер-ка"


def test_another_book_has_its_own() -> None:
    first, second = dictionaries({"kk": kazakh("денс-аулық")}), dictionaries({"kk": kazakh()})
    register(first)
    assert broken("kk", "денсаулық") == "денс-аулық"
    register(second)
    assert broken("kk", "денсаулық") == "ден-сау-лық"
    register({})
    assert pyphen.language_fallback("kk") is None and pyphen.language_fallback("kk-Latn") is None


def test_capitals_with_dots_shift_no_break() -> None:
    register(dictionaries({"kk-Latn": latin()}))
    assert broken("kk-Latn", "İnstitut") == "İns-ti-tut"
    assert broken("kk-Latn", "Qazaqstan") == "Qa-zaqstan"


def test_a_language_without_patterns_is_left_out() -> None:
    assert dictionaries({"zz": Hyphens(), "ky-Latn": Hyphens()}) == {}
    assert dictionaries({"zz": Hyphens(None, ("% nothing",))}) == {}
    assert "en-GB" in dictionaries({"en-GB": Hyphens()})


def test_lines_end_where_the_exception_says() -> None:
    style = "@page { size: 92pt 200pt; margin: 0 } body { font: 10pt/12pt 'Source Serif 4'; hyphens: auto; margin: 0 }"
    def lines(hyphens: Hyphens) -> list[str]:
        _, facts, _ = engine(style, hyphenation={"kk": hyphens}).set(unit("<p>денсаулық денсаулық</p>", lang="kk"))
        return [text.text.strip() for text in facts.pages[0].texts]

    assert lines(kazakh()) != lines(kazakh("денсаулық"))
    assert all("-" not in line and "\u2010" not in line for line in lines(kazakh("денсаулық")))
