"""Kazakh in Latin letters."""

from __future__ import annotations

import itertools
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.inline import Em, Link, Node, Str, Strong, parse_inline
from book.language import tongue
from book.language.kk import RULES
from book.language.scripts import TABLES, Rewriter, table
from book.model import PartialDate

LATIN = Rewriter("kk-Latn", "kk-2021", {})
EACH_TABLE = pytest.mark.parametrize("name", TABLES["kk-Latn"])


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Қазақстан Республикасы", "Qazaqstan Respublikasy"),
        ("Әбілқасым Ұлықпанұлы Өтегенов", "Äbılqasym Ūlyqpanūly Ötegenov"),
        ("Ғабит Мүсірепов, Іңкәр Ізбасарова, Шығыс", "Ğabit Müsırepov, Iñkär Izbasarova, Şyğys"),
        ("Бұрыңғы өткен заманда, бір данышпан кісі", "Būryñğy ötken zamanda, bır danyşpan kısı"),
        ("Игілік, ИГІЛІК, иә", "İgılık, İGILIK, iä"),
        ("Юрий Яковлев, Щучинск, Чехов, Цой", "İurii İakovlev, Şuchinsk, Chehov, Soi"),
        ("операция, қия, объект, компьютер", "operasia, qia, obekt, kompiuter"),
        ("ЮНЕСКО, ДДҰ-ның, ҚазҰМУ, ЧХР", "İUNESKO, DDŪ-nyñ, QazŪMU, CHHR"),
        ("XX ғасыр, COVID-19-бен, ISBN 978-3-16-148410-0", "XX ğasyr, COVID-19-ben, ISBN 978-3-16-148410-0"),
        ("5 см, 12 га, 3 мг, 40 °C-қа, су, га", "5 cm, 12 ha, 3 mg, 40 °C-qa, su, ga"),
        ("{see:bekova} [сөз](https://kk.org/Қазақ) [^ауыл]", "{see:bekova} [söz](https://kk.org/Қазақ) [^ауыл]"),
        ("*Ал* **ол** [қараңыз](#bekova), www.сайт.kz", "*Al* **ol** [qarañyz](#bekova), www.сайт.kz"),
        ("дәрігер@пошта.kz, https://kk.wikipedia.org/wiki/Қазақ", "дәрігер@пошта.kz, https://kk.wikipedia.org/wiki/Қазақ"),
    ],
)  # fmt: skip
def test_texts(cyrillic: str, latin: str) -> None:
    assert LATIN.text(cyrillic) == latin


def test_another_table() -> None:
    turkic = Rewriter("kk-Latn", "kk-turkic", {})
    assert turkic.text("Ғабит Мүсірепов, Шығыс, ЩЯ, әңгіме, ұшу") == "Ğabït Müsirepov, Şığıs, ŞÇYA, äñgime, uşw"


def test_the_book_s_own_spellings() -> None:
    own = Rewriter("kk-Latn", "kk-2021", {"Цой": "Tsoi", "медицин*": "meditsin", "Бек*": "Beck"})
    assert own.text("Цой, ЦОЙ, цой, Цойға") == "Tsoi, TSOİ, Tsoi, Soiğa"
    assert own.text("Медицинаның, медицина, МЕДИЦИНА") == "Meditsinanyñ, meditsina, MEDİTSİNA"
    assert own.text("Бековтің") == "Beckovtıñ"


@EACH_TABLE
def test_every_kazakh_letter_has_its_place(name: str) -> None:
    made = table(name)
    assert set(made.letters) == {letter.lower() for letter in RULES.alphabet}
    written = set("".join(made.letters.values()))
    assert written <= set(made.order.replace(" ", ""))
    assert set(made.vowels + made.glides) <= set(made.letters)
    if name == "kk-2021":
        native = [made.letters[c] for c in "аәбвгғдежзикқлмнңоөпрстуұүфһшыіэ"]
        assert len(set(native)) == 31


@EACH_TABLE
@given(seed=st.integers(0, 10_000), stem=st.sampled_from(["", "a", "ra"]), after=st.sampled_from(["", "la", "on"]))
@settings(deadline=None, max_examples=40)
def test_words_sort_as_the_alphabet(name: str, seed: int, stem: str, after: str) -> None:
    speech = tongue("kk-Latn", name)
    in_order = [stem + letter + after for letter in table(name).order.split()]
    shuffled = random.Random(seed).sample(in_order, len(in_order))
    assert sorted(shuffled, key=speech.sort_key) == in_order


@EACH_TABLE
@given(texts=st.lists(st.text(alphabet="aäáiıİIïjxzšñńşshçchЖё «-", max_size=8), max_size=12))
@settings(deadline=None, max_examples=60)
def test_sorted_texts_come_in_the_order_of_their_heads(name: str, texts: list[str]) -> None:
    speech = tongue("kk-Latn", name)
    heads = [head for head, _ in itertools.groupby(map(speech.letter, sorted(texts, key=speech.sort_key)))]
    assert len(heads) == len(set(heads))
    places = [speech.letter_position(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "head"),
    [("İnstitut", "İ"), ("institut", "İ"), ("Ilias", "I"), ("ılım", "I"), ("Äuezov", "Ä"), ("Ūlytau", "Ū"),
     ("Şymkent", "Ş"), ("Café", "C"), ("World", "W"), ("Жанатас", "Ж"), ("«Ñ»", "Ñ"), ("5", "#")],
)  # fmt: skip
def test_letter_heads(text: str, head: str) -> None:
    assert tongue("kk-Latn").letter(text) == head


def test_the_letters_of_the_draft_head_the_indexes() -> None:
    assert "".join(tongue("kk-Latn").alphabet) == "AÄBCDEFGĞHIİJKLMNÑOÖPQRSŞTUŪÜVWXYZ"
    assert "".join(tongue("kk-Latn", "kk-turkic").alphabet) == "AÄBCÇDEÉFGĞHIİÏJKLMNÑOÖPQRSŞTUÜVWXYZ"
    assert tongue("kk-Latn", "kk-turkic").letter("çex") == "Ç"


def test_capitals_keep_their_dots() -> None:
    speech = tongue("kk-Latn")
    assert speech.upper("institut ılım şı") == "İNSTİTUT ILIM ŞI"
    assert speech.small_capitals("Sifilis") == "SİFİLİS", "a font would make a dotless capital of the i"
    assert tongue("kk").small_capitals("Іле") == "Іле"
    assert speech.initials("ilias", "ızbasarov") == "İI"


def test_dates_numbers_and_lists_are_those_of_kazakh() -> None:
    speech = tongue("kk-Latn")
    nbsp = "\u00a0"
    assert speech.date(PartialDate(1991, 12, 16)) == f"1991{nbsp}jylğy 16{nbsp}jeltoqsan"
    assert speech.date(PartialDate(1978, 9, 0, "before")) == f"1978{nbsp}jylğy qyrküiekke deiın"
    assert speech.century(20) == f"XX{nbsp}ğasyr" and speech.ordinal(6) == "6-şy" and speech.ordinal(5) == "5-şı"
    assert speech.list_of(["a", "b", "c"]) == "a, b jäne c"
    assert speech.number(12345.5) == f"12{nbsp}345,5"
    assert speech.native_name == "Qazaqşa" and speech.quotes == tongue("kk").quotes
    assert speech.typography('Ol "Şipa" aldy - 5 cm, T.Şarmanov da') == (
        f"Ol «Şipa» aldy{nbsp}— 5{nbsp}cm, T.{nbsp}Şarmanov{nbsp}da"
    )


def _words(nodes: tuple[Node, ...]) -> list[str]:
    found = []
    for node in nodes:
        if isinstance(node, Str):
            found.append(node.text)
        elif isinstance(node, (Em, Strong, Link)):
            found += _words(node.children)
    return found


def _shape(nodes: tuple[Node, ...]) -> list[object]:
    return [
        Str("") if isinstance(node, Str)
        else (type(node), getattr(node, "href", ""), _shape(node.children)) if isinstance(node, (Em, Strong, Link))
        else node
        for node in nodes
    ]  # fmt: skip


_PIECES = st.sampled_from(
    ["Ол ", "дәрігер", "*", "**", "[", "](#id)", "](https://kk.org/Қ)", "{place:ab}", "{see:ab}", "[^ә]", " ", "1 см",
     "\\*", "Ч"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_markup_stays_what_it_is(source: str) -> None:
    before, after = parse_inline(source).nodes, parse_inline(LATIN.text(source)).nodes
    positions = re.compile(r"at=\d+")
    assert positions.sub("", repr(_shape(before))) == positions.sub("", repr(_shape(after)))


@given(st.text(alphabet="АӘБІиіқңёяюшщчьъ .,-1IVXabc«»", max_size=40))
def test_nothing_cyrillic_is_left_and_twice_is_once(source: str) -> None:
    once = LATIN.text(source)
    assert not re.search("[\u0400-\u04ff]", once)
    assert LATIN.text(once) == once
