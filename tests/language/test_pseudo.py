from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from book.inline import Em, Link, Mark, Node, Note, Ref, Str, Strong, parse_inline
from book.language.pseudo import pseudo

FONTS = Path(__file__).parents[2] / "fonts/ttf"

REAL = (
    "Сейчас центр носит название «Казахский научный центр дерматологии и инфекционных заболеваний».",
    "He was a member of the Academy, see {page:aldiyarov}, and *its* first [president](https://example.org/a_b).[^1]",
    "Ол 1938 жылы **атылды**; {specialty:surgery}хирург болды, ҚазҰМУ-да сабақ берді.",
)


def shape(nodes: tuple[Node, ...]) -> list[object]:
    """The markup of a text without its words."""
    found: list[object] = []
    for node in nodes:
        match node:
            case Em(children) | Strong(children):
                found += [type(node).__name__, shape(children)]
            case Link(href, children):
                found += [href, shape(children)]
            case Ref(kind, id):
                found += [kind, id]
            case Mark(kind, key):
                found += [kind, key]
            case Note(label):
                found.append(label)
            case Str():
                pass
    return found


@pytest.mark.parametrize("message", REAL)
def test_a_message_is_longer_in_brackets_and_its_markup_is_whole(message: str) -> None:
    made = pseudo(message)
    assert made.startswith(r"\[") and made.endswith(r"\]")
    assert shape(parse_inline(made).nodes) == shape(parse_inline(message).nodes) and not parse_inline(made).faults
    words = re.sub(r"\{[^}]*\}|\]\([^)]*\)|\[\^1\]", "", message)
    assert 0.2 * len(words) <= len(made) - 4 - len(message) <= 0.45 * len(words)


@pytest.mark.parametrize("message", REAL)
def test_numbers_and_addresses_stay(message: str) -> None:
    assert re.findall(r"\d+|https?://[^)]+", pseudo(message)) == re.findall(r"\d+|https?://[^)]+", message)


def test_what_has_no_letters_stays() -> None:
    assert pseudo("1991–2021") == "1991–2021" and pseudo("") == ""


def test_words_of_the_design_keep_their_places_and_need_no_escapes() -> None:
    made = pseudo("p. {page}", markup=False)
    assert made.startswith("[") and made.endswith("]") and "{page}" in made


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), max_size=80))
def test_any_text_comes_back_longer_or_as_it_is(message: str) -> None:
    made = pseudo(message)
    assert made == message if not any(map(str.isalpha, message)) else len(made) >= len(message) + 4


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda file: file.stem)
def test_the_fonts_have_its_letters(file: Path) -> None:
    known = TTFont(file).getBestCmap()
    alphabet = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz"
    alphabet += "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
    assert [letter for letter in pseudo(alphabet) if ord(letter) not in known] == []
