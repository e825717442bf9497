from __future__ import annotations

import msgspec

from book.compose.plan import FEW_PEOPLE, Row
from book.model import Edition
from tests.compose.samples import DOCUMENTS, chapter, person, plans, resort, shared


def rows(units: dict[str, object]) -> list[Row]:
    return msgspec.json.decode(units["contents"].params["rows"], type=list[Row])  # type: ignore[attr-defined]


def test_the_book_in_its_order() -> None:
    units = list(plans())
    assert units[:4] == ["front", "dedication", "contents", "c.foreword"]
    assert units[4:7] == ["part.years", "c.laws", "c.pandemic"]
    assert units[7:12] == ["part.doctors", "p.asan", "p.bekov", "p.bek", "p.sem"]  # by surname, then given name
    assert units[12:16] == ["part.resorts", "c.how", "r.akmola", "finder.1"]
    assert units[16:] == ["names.1", "specialties.1", "places.1", "c.colophon"]  # no institutions: no index of them


def test_what_opens_where() -> None:
    units = plans()
    opens = {id: unit.opens for id, unit in units.items()}
    assert all(opens[id] == "recto" for id in ("front", "contents", "part.years", "c.laws", "r.akmola"))
    assert (opens["p.asan"], opens["p.bekov"], opens["p.bek"], opens["p.sem"]) == ("recto", "recto", "next", "recto")
    assert plans(letters="next")["p.asan"].opens == "next"
    assert units["front"].folio == units["part.years"].folio == "none"
    assert units["contents"].folio == units["c.foreword"].folio == "roman"
    assert units["c.laws"].folio == "arabic" and units["c.colophon"].matter == "back"


def test_late_units_and_what_they_use() -> None:
    units = plans()
    assert {id for id, unit in units.items() if unit.late} == {
        "contents", "finder.1", "names.1", "specialties.1", "places.1"
    }  # fmt: skip
    assert {"doc/asan", "regions/abai"} <= set(units["p.sem"].uses)
    assert units["r.akmola"].documents == ("bur", "neft", "auyl")  # regions, then names, by the alphabet
    assert {"regions/akmola", "resort_types/mud", "treatments/lungs"} <= set(units["r.akmola"].uses)


def test_contents_lists_people_or_letters() -> None:
    listed = [row.words for row in rows(plans())]  # type: ignore[arg-type]
    assert listed[:6] == ["Предисловие", "Тридцать лет", "Законы", "Пандемия", "Врачи", "Асанов, Иван"]
    many = tuple(person(f"a{at}", f"{letter}{at:03d}ов") for letter in "АБ" for at in range(FEW_PEOPLE))
    unique = tuple(msgspec.structs.replace(one, id=f"q{at}") for at, one in enumerate(many))
    crowd = [row.words for row in rows(plans((*DOCUMENTS[:6], *unique)))]  # type: ignore[arg-type]
    assert "А000ов – А059ов" in crowd and "Б000ов – Б059ов" in crowd and "А001ов" not in " ".join(crowd)


def test_regions_run_on_but_not_for_ever() -> None:
    many = tuple(resort(f"r{at}", f"Р{at}", "abai" if at % 2 else "akmola") for at in range(80))
    units = [id for id in plans((*DOCUMENTS[:6], *many)) if id.startswith("r.")]
    assert units == ["r.akmola", "r.abai"]


def test_outline_and_numbers_of_chapters() -> None:
    units = plans()
    assert units["part.years"].outline == ((1, "part.years", "Тридцать лет"),)
    assert units["c.laws"].params["number"] == "1" and "number" not in units["c.how"].params
    assert units["p.asan"].outline == ((2, "d.asan", "А"), (3, "d.asan", "Асанов, Иван"))
    assert units["p.bek"].outline == ((3, "d.bek", "Беков, Иван"),)
    assert 0 <= float(units["p.asan"].params["tab"]) < float(units["p.sem"].params["tab"]) <= 1


def test_a_book_with_nothing_in_it_has_a_plan() -> None:
    assert [*plans(())][:3] == ["front", "dedication", "contents"]
    assert "c.foreword" not in plans((chapter("laws", "З"),))


def test_labels_know_the_language() -> None:
    known, _ = shared(lang="kk")
    assert known.words["Contents"] == "Мазмұны" and known.labels["asan"].index == "Асанов, Иван"
    assert isinstance(known.edition, Edition) and known.titles == {"ru": "x", "en": "Heroes"}
