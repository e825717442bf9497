from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from book.language import tongue


def shown(lang: str, text: str) -> str:
    """With ⍽ for a no-break space."""
    return tongue(lang).typography(text).replace("\u00a0", "⍽")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("А. Б. Ахметов родился в 1937 г. в ауле - он окончил", "А.⍽Б.⍽Ахметов родился в⍽1937⍽г. в⍽ауле⍽— он окончил"),
        ("С.Ж.Асфендияров, Ахметов А.Б., Ахметов А. Б.", "С.⍽Ж.⍽Асфендияров, Ахметов⍽А.⍽Б., Ахметов⍽А.⍽Б."),
        ("№5, № 5, § 3, 5 км, 20 %", "№⍽5, №⍽5, §⍽3, 5⍽км, 20⍽%"),
        ("в XIX в., 1937г., 1961-1969 гг., XIX-XX вв.", "в⍽XIX⍽в., 1937⍽г., 1961–1969⍽гг., XIX–XX⍽вв."),
        ("и т.д., т. е. к. м. н.", "и⍽т.⍽д., т.⍽е. к.⍽м.⍽н."),
        ("он же, если бы", "он⍽же, если⍽бы"),
        ("г. Алматы, ул. Абая, им. Абая, проф. Ким", "г.⍽Алматы, ул.⍽Абая, им.⍽Абая, проф.⍽Ким"),
        ("16 декабря 1991 г.", "16⍽декабря 1991⍽г."),
        ("12345 чел., 379555 человек, 1234 чел.", "12⍽345⍽чел., 379⍽555 человек, 1234⍽чел."),
        ("22 091 койка", "22⍽091⍽койка"),
        ("12345,6 тонны", "12⍽345,6 тонны"),
        ("— Да, — сказал он... -- Нет", "—⍽Да,⍽— сказал он…⍽— Нет"),
        ("пол\u2011дня, 5\u202fкм", "пол-дня, 5⍽км"),
    ],
)  # fmt: skip
def test_russian(text: str, expected: str) -> None:
    assert shown("ru", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ә. Ұ. Өтегенов 1937 ж. туған - ол 1961-1969 жж.", "Ә.⍽Ұ.⍽Өтегенов 1937⍽ж. туған⍽— ол 1961–1969⍽жж."),
        ("1991 жылғы 16 желтоқсан, XIX ғ., XIX-XX ғғ.", "1991⍽жылғы 16⍽желтоқсан, XIX⍽ғ., XIX–XX⍽ғғ."),
        ("м.ғ.д., проф. Қ. Ізбасаров та келді", "м.⍽ғ.⍽д., проф.⍽Қ.⍽Ізбасаров⍽та келді"),
        ("т. б., т.с.с. Ол да, біз де, дәрігер ме?", "т.⍽б., т.⍽с.⍽с. Ол⍽да, біз⍽де, дәрігер⍽ме?"),
        ("дала да дана, далада", "дала⍽да дана, далада"),
        ("Алматы қ., Абай көш. № 5 аурухана", "Алматы⍽қ., Абай⍽көш. №⍽5 аурухана"),
        ("22091 төсек, 5 км", "22⍽091⍽төсек, 5⍽км"),
        ("С.Ж.Асфендияров атындағы", "С.⍽Ж.⍽Асфендияров атындағы"),
        ("Халел Досмұхамедұлы Қ. А. Яссауи", "Халел Досмұхамедұлы Қ.⍽А.⍽Яссауи"),
    ],
)  # fmt: skip
def test_kazakh(text: str, expected: str) -> None:
    assert shown("kk", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. B. Akhmetov, 16 December 1991, December 16", "A.⍽B.⍽Akhmetov, 16⍽December 1991, December⍽16"),
        ("the book - a gift—and a record", "the book⍽– a gift⍽– and a record"),
        ("No. 5, pp. 87-89, 5 km, Dr Smith, Dr. Smith", "No.⍽5, pp.⍽87–89, 5⍽km, Dr⍽Smith, Dr.⍽Smith"),
        ("in the U.S.A. 12345 people...", "in the U.S.A. 12345 people…"),
    ],
)  # fmt: skip
def test_english(text: str, expected: str) -> None:
    assert shown("en", text) == expected


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "8-727-250-12-34",
        "+7 (727) 250-12-34",
        "8 727 250-12-34",
        "250-1234",
        "ISBN 978-3-16-148410-0",
        "1991-12-16",
        "COVID-19",
        "193-IV",
        "050000",
        "160000, Шымкент",
        "12345",
        "M12345 x",
        "https://a.kz/1990-1995/doc...html?a=12345",
        "www.gov.kz/a--b",
        "stat.gov.kz/en/1-2",
        "a-b.c-d@mail.kz",
    ],
)
def test_what_only_looks_like_a_number_or_an_address_stays(lang: str, text: str) -> None:
    assert tongue(lang).typography(text) == text


@pytest.mark.parametrize("text", ["№ 12345 өкім", "индекс 160000 қала", "тел. 2501234 жұмыс", "+77272501234 ұялы"])
def test_numbers_of_things_are_not_grouped(text: str) -> None:
    assert re.sub(r"\s", " ", tongue("kk").typography(text)) == text


def test_ranges() -> None:
    assert (
        shown("ru", "1961 - 1969, 2015-16, 5-10 %, 2,5-3,5 кг, 1961—1969")
        == "1961–1969, 2015–16, 5–10⍽%, 2,5–3,5⍽кг, 1961–1969"
    )
    assert shown("ru", "10-3, 05-07, № 10-12") == "10-3, 05-07, №⍽10-12"


def test_across_nodes() -> None:
    assert tongue("ru").typography_nodes(["в ", "1937", "г. - ", "5 ", "км"]) == [
        "в\u00a0", "1937", "\u00a0г.\u00a0— ", "5\u00a0", "км",
    ]  # fmt: skip


_PIECES = """
    " ' « » „ “ ” ‘ ’ - – — ... … . , ; : ! ? ( ) № § % + / @ \u2011 г. гг. в и же бы ли т.е. т. д. да де та ж. ғ. жылғы
    қ. им. проф. км кг No. pp. Dr А. Ә. Б.В. Akhmetov Ахметов желтоқсан декабря December 16 1991 12345 1961-1969 5 10
    005 XIX XX www.a.kz https://b.kz/c-d a@b.kz тел. индекс COVID-19 don't 'tis
"""
_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(_PIECES.split()),
        st.sampled_from([" ", " ", "\n", "  ", "\u00a0", "\u202f"]),
        st.text(max_size=3),
    ),
    max_size=14,
)


@pytest.mark.parametrize("lang", ["kk", "ru", "en", "zz"])
@given(nodes=_TEXTS)
@example(nodes=["Akhmetov", " ", " ", "Б.В."])
@example(nodes=["с", "  ", "Б.В."])
@example(nodes=["т.", "т.", " ", "т."])
@settings(deadline=None, max_examples=300)
def test_any_text(lang: str, nodes: list[str]) -> None:
    """A second pass changes nothing; letters and digits stay as they are, each in its node; U+2011 is never made."""
    language = tongue(lang)
    once = language.typography_nodes(nodes)
    assert len(once) == len(nodes)
    assert language.typography_nodes(once) == once
    assert language.typography("".join(nodes)) == "".join(once)
    assert [re.sub(r"[\W_]", "", node) for node in once] == [re.sub(r"[\W_]", "", node) for node in nodes]
    assert "\u2011" not in "".join(once) or "\u2011" in "".join(nodes)
