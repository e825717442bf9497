from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.compose.rich import Rich, css_string, head_words, picture_address, plain
from tests.compose.samples import shared, text

NBSP = "\u00a0"


def html(words: str, links: bool = False) -> str:
    return str(Rich(shared(links=links)[0], {"d.asan": "7"}, "x").inline(words))


def test_markup() -> None:
    assert html("*врач* хирург **терапевт** <i>") == "<em>врач</em> хирург <strong>терапевт</strong> &lt;i&gt;"
    assert html("[сайт](https://example.org) [врач](#asan)") == "сайт врач"
    assert html("[а](https://example.org)", links=True) == '<a href="https://example.org">а</a>'
    assert html("[б](#asan)", links=True) == '<a href="book:d.asan">б</a>'


def test_no_text_ends_in_a_no_break_space_before_an_element() -> None:
    """WeasyPrint 70 would break such a line after its first word."""
    assert html("жил в *Омске* и") == f"жил в<em>{NBSP}Омске</em> и"
    assert html("был {place:almaty}там") == 'был<a id="x.places.almaty.x.0"></a> там'
    assert html("врач {name:asan}, он") == 'врач Иван Асанов<a id="x.people.asan.x.0"></a>, он'


def test_words_that_are_not_hyphenated_and_not_broken() -> None:
    assert html("окончил КазНМУим. и") == 'окончил <span class="whole">КазНМУим</span>. и'
    assert html("до 1930-х годов") == f'до<span class="nobr">{NBSP}1930-х</span> годов'
    for whole in ("51-бетті", "2-Түркістан", "COVID-19-бен", "COVID-19", "1909–1910", f"50{NBSP}°C-қа", "259 м³"):
        assert html(f"слово {whole}.") == f'слово <span class="nobr">{whole}</span>.'


@given(st.text('ав *[]()^\\«»" \u00a0', max_size=40))
def test_any_words_can_be_rendered(words: str) -> None:
    made = html(words)
    assert not re.search(rf"{NBSP}<(?:em|strong)\b", made)


def test_plain_drops_all_markup() -> None:
    assert plain(text("*Слово*{place:almaty} [б](#x) {see:y}[^n]")) == "Слово б" and plain(None) == ""


@given(st.text(max_size=30))
def test_css_strings_cannot_end_early(words: str) -> None:
    made = css_string(words)
    inside = made[1:-1]
    assert made[0] == made[-1] == '"' and '"' not in inside and "\n" not in inside and "<" not in inside
    assert re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), inside) == words


@pytest.mark.parametrize(
    ("words", "cut"),
    [("Алиев", "Алиев"), ("Очень длинное имя, которое не входит", "Очень длинное имя …"), ("а" * 90, "а" * 90)],
)
def test_heads_are_cut_at_words(words: str, cut: str) -> None:
    assert head_words(words, 140) == cut


def test_addresses_are_quoted() -> None:
    assert picture_address("chapters/pictures/a б.jpg") == "picture:chapters/pictures/a%20%D0%B1.jpg"
