from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.language import Tongue, tongue
from book.language.collation import alphabet

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
RUSSIAN = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
ENGLISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_alphabets_are_icus(lang: str) -> None:
    assert tongue(lang).alphabet == alphabet(lang)


def test_kazakh_has_42_letters() -> None:
    assert "".join(tongue("kk").alphabet) == KAZAKH
    assert len(KAZAKH) == 42


@pytest.mark.parametrize(("lang", "letters"), [("kk", KAZAKH), ("ru", RUSSIAN), ("en", ENGLISH)])
@given(seed=st.integers(0, 10_000), stem=st.sampled_from(["", "а", "ра", "b"]), after=st.sampled_from(["", "ла", "on"]))
@settings(deadline=None, max_examples=40)
def test_words_sort_as_the_alphabet(lang: str, letters: str, seed: int, stem: str, after: str) -> None:
    in_order = [stem + letter.lower() + after for letter in letters]
    shuffled = random.Random(seed).sample(in_order, len(in_order))
    assert sorted(shuffled, key=tongue(lang).sort_key) == in_order


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@given(texts=st.lists(st.text(alphabet=KAZAKH + KAZAKH.lower() + ENGLISH + "é «»-,.1", max_size=8), max_size=12))
@settings(deadline=None, max_examples=60)
def test_sorted_texts_come_in_the_order_of_their_heads(lang: str, texts: list[str]) -> None:
    language = tongue(lang)
    heads = [head for head, _ in itertools.groupby(map(language.letter, sorted(texts, key=language.sort_key)))]
    assert len(heads) == len(set(heads))
    own = [language.letter_position(head) for head in heads]
    assert own == sorted(own)


@given(st.text(max_size=12), st.text(max_size=12))
@settings(deadline=None)
def test_only_equal_texts_have_equal_keys(a: str, b: str) -> None:
    key = tongue("kk").sort_key
    assert (key(a) == key(b)) == (a == b)


@given(seed=st.integers(0, 10_000), stem=st.sampled_from(["", "а", "м"]), after=st.sampled_from(["ж", "лка", ""]))
@settings(deadline=None, max_examples=40)
def test_russian_yo_sorts_as_ye_and_after_it(seed: int, stem: str, after: str) -> None:
    letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    in_order = [stem + letter + after for letter in letters]
    shuffled = random.Random(seed).sample(in_order, len(in_order))
    key = tongue("ru").sort_key
    assert sorted(shuffled, key=key) == in_order
    assert sorted([f"{stem}ёа", f"{stem}ея", f"{stem}еа"], key=key) == [f"{stem}еа", f"{stem}ёа", f"{stem}ея"]
    assert tongue("ru").letter("ёж") == tongue("ru").letter("еж") == "Е"


def test_marks_count_for_nothing() -> None:
    names = ["«Арман»", "Ақ-бұлақ", "Ақ бұлақ", "арман", "Ақжайық"]
    assert sorted(names, key=tongue("kk").sort_key) == ["Ақ бұлақ", "Ақ-бұлақ", "Ақжайық", "арман", "«Арман»"]


def test_a_surname_alone_comes_before_a_longer_one() -> None:
    names = ["Кимов, А", "Ким Ен, А", "Ким, Юлия", "Ким, Алла", "Ким"]
    assert sorted(names, key=tongue("ru").sort_key) == ["Ким", "Ким, Алла", "Ким, Юлия", "Ким Ен, А", "Кимов, А"]


def test_numbers_compare_as_numbers() -> None:
    names = ["Больница № 10", "Больница № 2"]
    assert sorted(names, key=tongue("ru").sort_key) == ["Больница № 2", "Больница № 10"]


@pytest.mark.parametrize(
    ("lang", "text", "head"),
    [
        ("kk", "Әуезов", "Ә"),
        ("kk", "Іле", "І"),
        ("kk", "һәм", "Һ"),
        ("kk", "«Ұлытау»", "Ұ"),
        ("kk", "Zhanatas", "Z"),
        ("ru", "Әуезов", "А"),
        ("ru", "Ёлкин", "Е"),
        ("ru", "Ізбасаров", "И"),
        ("en", "«Élan»", "E"),
        ("en", "Жанатас", "Ж"),
        ("en", "Ґ", "Г"),
        ("kk", "5-емхана", "#"),
        ("kk", "№ 5", "#"),
        ("kk", "", "#"),
        ("kk", "…", "#"),
        ("de", "Ärzte", "A"),
    ],
)  # fmt: skip
def test_letter_heads(lang: str, text: str, head: str) -> None:
    assert tongue(lang).letter(text) == head


def test_thumb_tabs_run_from_0_to_1() -> None:
    language: Tongue = tongue("kk")
    positions = [language.letter_position(letter) for letter in language.alphabet]
    assert positions[0] == 0 and positions[-1] == 1 and positions == sorted(set(positions))
    assert language.letter_position("#") == 0 and language.letter_position("Z") == 1


@given(st.text(max_size=20))
@settings(deadline=None)
def test_no_text_is_without_a_head(text: str) -> None:
    for lang in ("kk", "ru", "en", "kk-Latn", "zz"):
        assert len(tongue(lang).letter(text)) == 1
