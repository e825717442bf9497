from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from book.compose.columns import FINDER, FULL, INDEX, LINE, OPENING, Item, Locator, item_lines, place
from book.compose.indexes import finder_items, index_items
from book.compose.numbers import numbers, ordinal
from book.compose.rich import Rich
from book.compose.shared import TermName
from book.model import Key
from tests.compose.samples import DOCUMENTS, person, shared, text


def words(name: str, documents: tuple[object, ...] = DOCUMENTS) -> list[tuple[str, str, str]]:
    known, summaries = shared(documents)  # type: ignore[arg-type]
    return [(item.kind, item.text, item.see) for item in index_items(name, summaries, known)]


def test_names_with_their_letters() -> None:
    other = person("yo", "Ёлкин")
    assert words("names", (*DOCUMENTS, other)) == [
        ("head", "А", ""), ("entry", "Алтынсарин, Ыбырай", ""), ("entry", "Асанов, Иван", ""),
        ("head", "Б", ""), ("entry", "Беков, Абай", ""), ("entry", "Беков, Иван", ""),
        ("head", "Е", ""), ("entry", "Ёлкин, Иван", ""), ("head", "С", ""), ("entry", "Семёнов, Иван", ""),
    ]  # fmt: skip


def test_variants_say_see() -> None:
    import msgspec

    other = person("ivanov", "Иванов", "Пётр")
    other = msgspec.structs.replace(
        other, name=msgspec.structs.replace(other.name, variants=(text("Ивановский Пётр"),))
    )
    assert ("entry", "Ивановский, Пётр", "Иванов, Пётр") in words("names", (*DOCUMENTS, other))
    assert ("entry", "операции", "хирургия") in words("specialties")


def test_places_are_regions_resorts_and_marks() -> None:
    known, summaries = shared()
    items = {item.text: item for item in index_items("places", summaries, known)}
    assert [*items] == [
        "А", "Акмолинская область", "Алма-Ата", "Ауыл", "Б", "Бурабай", "Н", "«Нефтяник»", "О", "Область Абай"
    ]  # fmt: skip
    assert items["Алма-Ата"].locators == (Locator("x.places.almaty.laws.0"), Locator("x.places.almaty.laws.1"))
    assert items["Область Абай"].locators == (Locator("d.sem"), Locator("r.abai", "re.abai"))


def test_a_key_that_is_a_fact_and_a_mark_is_both() -> None:
    both = person("both", "Оба", places=(Key("places", "almaty"),), words="Там{place:almaty}.")
    known, summaries = shared((both,))
    found = next(item for item in index_items("places", summaries, known) if item.text == "Алма-Ата")
    assert found.locators == (Locator("d.both"), Locator("x.places.almaty.both.0"))


def test_the_finder_goes_from_illness_to_resort() -> None:
    known, summaries = shared()
    assert [(item.kind, item.text, item.more) for item in finder_items(summaries, known)] == [
        ("head", "кожа", ""), ("entry", "Бурабай", "Акмолинская область"),
        ("head", "лёгкие", ""), ("entry", "Ауыл", "область Абай"), ("entry", "Бурабай", "Акмолинская область"),
    ]  # fmt: skip


def test_a_term_of_a_group_stands_under_it() -> None:
    one = person("one", "Один", specialties=(Key("specialties", "heart"), Key("specialties", "surgery")))
    two = person("two", "Два", specialties=(Key("specialties", "bones"),))
    known, summaries = shared((one, two))
    terms = {
        **known.terms,
        "specialties/heart": TermName("кардиохирургия (хирургия)", group="surgery"),
        "specialties/bones": TermName("ортопедия", see=("кости",), group="surgery"),
    }
    known = replace(known, terms=terms)
    items = [(item.kind, item.text, item.see) for item in index_items("specialties", summaries, known)]
    assert items == [
        ("head", "К", ""), ("entry", "кардиохирургия", "хирургия"), ("entry", "кости", "хирургия"),
        ("head", "О", ""), ("entry", "операции", "хирургия"), ("entry", "ортопедия", "хирургия"),
        ("head", "Х", ""), ("entry", "хирургия", ""), ("sub", "кардиохирургия", ""), ("sub", "ортопедия", ""),
    ]  # fmt: skip
    places = {item.text: item.locators for item in index_items("specialties", summaries, known) if item.kind == "sub"}
    assert places == {"кардиохирургия": (Locator("d.one"),), "ортопедия": (Locator("d.two"),)}


def test_a_group_without_pages_of_its_own_stands_there_too() -> None:
    one = person("one", "Один", specialties=(Key("specialties", "heart"),))
    known, summaries = shared((one,))
    known = replace(known, terms={**known.terms, "specialties/heart": TermName("кардиохирургия", group="surgery")})
    items = {(item.kind, item.text): item for item in index_items("specialties", summaries, known)}
    assert items["entry", "хирургия"].locators == () and items["sub", "кардиохирургия"].locators


def test_a_group_that_is_none_changes_nothing() -> None:
    one = person("one", "Один", specialties=(Key("specialties", "heart"), Key("specialties", "self")))
    known, summaries = shared((one,))
    odd = {
        "specialties/heart": TermName("кардиохирургия", group="nothing"),
        "specialties/self": TermName("сама", group="self"),
    }
    known = replace(known, terms={**known.terms, **odd})
    assert not [item for item in index_items("specialties", summaries, known) if item.kind == "sub"]


def test_an_entry_stays_with_the_first_that_stands_under_it() -> None:
    items = [Item("sub" if at % 5 > 1 else "entry", f"слово {at}") for at in range(900)]
    for sheet in place(items, INDEX):
        for column, following in itertools.pairwise(sheet.columns):
            if following and following[0].kind == "again":
                assert following[0].text == words_before(column) and column[-1].kind == "sub"
            else:
                assert not following or following[0].kind == "entry"


def words_before(column: tuple[Item, ...]) -> str:
    """The entry under which a column ends."""
    return next(item.text for item in reversed(column) if item.kind in ("entry", "again"))


def test_what_goes_on_in_the_next_column_is_said_again() -> None:
    items = [Item("head", "болезни сердца"), *(Item("entry", f"курорт {at}") for at in range(150))]
    more = [Item("head", "кожи"), Item("entry", "курорт")]
    columns = [column for sheet in place(items + more, FINDER) for column in sheet.columns]
    assert len(columns) > 2
    assert all(column[0] == Item("again", "болезни сердца") for column in columns[1:])
    assert not any(item.kind == "again" for column in columns for item in column[1:])
    alone = [column for sheet in place(items, INDEX) for column in sheet.columns]
    assert not any(item.kind == "again" for column in alone for item in column)  # a letter is not


def test_an_entry_is_said_again_above_what_still_stands_under_it() -> None:
    items = [Item("entry", "институты"), *(Item("sub", f"институт {at}") for at in range(150))]
    columns = [column for sheet in place(items, INDEX) for column in sheet.columns if column]
    assert len(columns) > 2 and all(column[0] == Item("again", "институты") for column in columns[1:])
    pages = Item("entry", "Алматы", tuple(Locator(f"d.{at}") for at in range(900)))
    columns = [column for sheet in place([pages], INDEX) for column in sheet.columns if column]
    assert len(columns) > 1 and all(column[0] == Item("again", "Алматы") for column in columns[1:])


def rich(pages: dict[str, str]) -> Rich:
    return Rich(shared()[0], pages)


def test_pages_become_ranges_and_the_main_ones_are_bold() -> None:
    pages = {"a": "12", "b": "13", "c": "14", "d": "44", "e": "46", "f": "45", "g": "ix", "h": "60"}
    locators = [Locator(anchor) for anchor in "habcfg"] + [Locator("d", "e", bold=True)]
    assert str(numbers(locators, rich(pages))) == (
        'ix, <span class="nobr">12–14</span>, <b><span class="nobr">44–46</span></b>, 60'
    )


def test_pages_that_are_not_known_yet_keep_their_place_once() -> None:
    locators = [Locator("a"), Locator("d", "e", bold=True)]
    assert str(numbers(locators, rich({}))) == "000, <b>000–000</b>"
    assert str(numbers(locators, rich({"d": "4", "e": "4"}))) == "<b>4</b>"  # a mark that a translation has lost


def test_roman_labels_come_first() -> None:
    assert sorted(["3", "ix", "12", "iv", "xiv", "1"], key=ordinal) == ["iv", "ix", "xiv", "1", "3", "12"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["head", "entry", "group"]), st.text("абв гд", min_size=1, max_size=70), st.integers(0, 400)
        ),
        max_size=120,
    ),
    st.sampled_from([INDEX, FINDER]),
)
def test_columns_hold_everything_in_order_and_nothing_overflows(entries, shape) -> None:  # type: ignore[no-untyped-def]
    items = [
        Item(kind, words, tuple(Locator(f"d.{n}") for n in range(count)) if kind == "entry" else ())
        for kind, words, count in entries
    ]
    sheets = place(items, shape)
    printed = [item for sheet in sheets for column in sheet.columns for item in column if item.kind != "again"]
    assert [(i.kind, i.text) for i in printed if i.kind != "on"] == [(i.kind, i.text) for i in items]
    assert [one for i in printed for one in i.locators] == [one for i in items for one in i.locators]
    for at, sheet in enumerate(sheets):
        room = FULL if at else OPENING
        for column in sheet.columns:
            heights = [item_lines(i, shape, "000") * LINE for i in column if i.kind in ("entry", "on", "again")]
            assert sum(heights) <= room


def test_a_head_never_stands_at_the_foot_of_a_column() -> None:
    items = [Item("head" if at % 7 == 0 else "entry", f"слово {at}") for at in range(700)]
    for sheet in place(items, INDEX):
        assert all(column[-1].kind == "entry" for column in sheet.columns if column)
