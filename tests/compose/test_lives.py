from __future__ import annotations

from book.compose.lives import LISTS, SIDE_ROOM, arrange, given_step, name_step, notes_height, side_height
from book.compose.rich import Rich
from book.model import Body, DateRange, Fact, Footnote, Life, Paragraph, PartialDate, Person
from tests.compose.samples import person, shared, text, unit


def arranged(one: Person):  # type: ignore[no-untyped-def]
    known, _ = shared((one,))
    return arrange(one, ["example.org/a"], Rich(known, {}, one.id))


def facts(count: int, dated: bool = True) -> tuple[Fact, ...]:
    return tuple(
        Fact(text(f"заведующий кафедрой общей хирургии номер {at}"), PartialDate(1950 + at) if dated else None)
        for at in range(count)
    )


LONG = "Он окончил университет и работал врачом в степи. "


def test_a_short_life_is_one_page_with_everything_beside_it() -> None:
    found = arranged(person("a", "Асанов", words=LONG * 8, posts=facts(3)))
    assert found.form == "one" and not found.years and [group.key for group in found.groups] == ["Posts"]


def test_a_longer_one_puts_its_text_beside_the_portrait() -> None:
    found = arranged(person("a", "Асанов", words=LONG * 25, posts=facts(2)))
    assert found.form == "short" and found.rest == 0


def test_a_long_one_lists_its_years_after_the_text() -> None:
    known = person(
        "a", "Асанов", words=LONG * 60, posts=facts(4), education=(Fact(text("гимназия"), PartialDate(1911)),)
    )
    found = arranged(known)
    assert found.form in ("long", "tight") and [year.when for year in found.years] == [
        "1911",
        "1950",
        "1951",
        "1952",
        "1953",
    ]


def test_facts_without_room_go_to_the_table_and_never_the_birth() -> None:
    many = person(
        "a", "Асанов", words=LONG * 60, posts=facts(12, dated=False),
        awards=tuple(text(f"орден {at}") for at in range(20)),
        born=Life(PartialDate(1890, 2, 3), text("Ташкент")),
    )  # fmt: skip
    found = arranged(many)
    assert side_height(found.groups) <= SIDE_ROOM
    assert {group.key for group in found.more} <= set(LISTS) and "Born" in [group.key for group in found.groups]


def test_notes_at_the_foot_take_room_from_the_facts() -> None:
    body = Body((Paragraph(text("Слово[^a]. " + LONG * 3)),), (Footnote("a", text(LONG * 6)),))
    noted = person("a", "Асанов", posts=facts(9, dated=False), body=body)
    assert arranged(noted).form == "short"
    assert side_height(arranged(noted).groups) <= SIDE_ROOM - notes_height(noted)
    assert 'class="fn"' in unit("p.a", (noted,)).html


def test_notes_of_a_long_life_stand_after_the_text() -> None:
    body = Body((Paragraph(text("Слово[^a], и снова[^a]. " + LONG * 60)),), (Footnote("a", text("Сноска.")),))
    html = unit("p.a", (person("a", "Асанов", body=body),)).html
    assert html.count('<span class="call">1</span>') == 1 and 'class="fn"' not in html
    assert html.index("снова") < html.index("1&#8194;Сноска.") < html.index('id="e.a"')


def test_ranges_sort_by_their_beginning() -> None:
    late = Fact(text("ректор"), DateRange(PartialDate(1940), None))
    until = Fact(text("студент"), DateRange(None, PartialDate(1915)))
    found = arranged(person("a", "Асанов", words=LONG * 60, posts=(late, *facts(2), until)))
    assert [str(year.words) for year in found.years][:2] == ["студент", "ректор"]


def test_long_names_step_down() -> None:
    assert name_step("Алиев") == "" and name_step("Досмухамедовский") in ("s1", "s2")
    assert name_step("Нурмухамбетжанов-Кожагулулы") == "s4"
    assert given_step("Александр Николаевич") == ""


def test_a_year_alone_is_not_said_twice() -> None:
    html = unit("p.a", (person("a", "Асанов", born=Life(PartialDate(1893))),)).html
    assert "Рождение" not in html and "1893" in html
