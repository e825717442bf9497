from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from book.desk.scalars import CannotChange, changed, written
from book.findings import Span

FLOW = "# a comment\nname:\n  surname: {kk: Досжанова,  ru: 'Досжанова', en: \"Doszhanova\"}   # kept\nborn: 1893\n"
BLOCK = "terms:\n  almaty:\n    name:\n      kk: Алматы\n      ru: Алматы # the city\n    see: [{kk: Верный}]\n"


def at(line: int, column: int) -> Span:
    return Span("x.md", line, column)


def test_only_the_value_changes() -> None:
    new = changed(FLOW, 0, {at(3, 12): {"en": "Dosjanova", "kk": "Дос, жанова", "ru": "Д'Осжанова"}})
    assert new == (
        "# a comment\nname:\n"
        "  surname: {kk: 'Дос, жанова',  ru: 'Д''Осжанова', en: \"Dosjanova\"}   # kept\nborn: 1893\n"
    )


def test_the_first_line_of_front_matter_is_skipped() -> None:
    assert "en: B" in changed("name: {kk: A, en: A}\n", 1, {at(2, 7): {"en": "B"}})


def test_a_language_that_is_missing_is_added() -> None:
    assert changed(FLOW, 0, {at(3, 12): {"kk-Latn": "Dosjanova"}}) == FLOW.replace(
        '"Doszhanova"}', '"Doszhanova", kk-Latn: Dosjanova}'
    )
    assert changed(BLOCK, 0, {at(4, 7): {"kk-Latn": "Almaty"}}) == BLOCK.replace(
        "ru: Алматы #", "ru: Алматы\n      kk-Latn: Almaty #"
    )


def test_lines_of_windows_stay() -> None:
    assert changed(BLOCK.replace("\n", "\r\n"), 0, {at(4, 7): {"ru": "Алма-Ата"}}) == BLOCK.replace(
        "ru: Алматы", "ru: Алма-Ата"
    ).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "text", ["name: {kk: [A]}\n", "name: {kk: {a: b}}\n", "name: {kk: 'A\n  B'}\n", "name: [A, B]\n", "name: A\n"]
)
def test_what_is_no_plain_map_is_left_to_a_person(text: str) -> None:
    with pytest.raises(CannotChange):
        changed(text, 0, {at(1, 7): {"kk": "B"}})


_CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff")
_NAMES = st.text(_CHARACTERS, max_size=12)


@given(_NAMES, _NAMES, st.booleans())
def test_whatever_is_written_is_read_back(kk: str, latin: str, flow: bool) -> None:
    assume("\ufffe" not in kk + latin and "\uffff" not in kk + latin)
    text = FLOW if flow else BLOCK
    new = changed(text, 0, {at(3, 12) if flow else at(4, 7): {"kk": kk, "kk-Latn": latin}})
    read = yaml.load(new, Loader=yaml.BaseLoader)
    names = read["name"]["surname"] if flow else read["terms"]["almaty"]["name"]
    assert (names["kk"], names["kk-Latn"]) == (kk, latin)
    assert names["ru"] == ("Досжанова" if flow else "Алматы")


@pytest.mark.parametrize("value", ["no", "True", "A: b", "a #b", "- a", "1893", "Ғани", "Saint-Denis (Paris)", "'"])
def test_values_stay_words(value: str) -> None:
    assert yaml.safe_load(f"{{a: {written(value)}}}") == {"a": value}
