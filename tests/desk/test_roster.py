"""Who is in the book."""

from __future__ import annotations

from msgspec.structs import replace

from book.desk.roster import SPARE, Named, entries, of_kind, rows
from book.model import Document, Person, Resort, Term, Text, Vocabulary
from book.read import read_document
from tests.read.sources import BOOK, person, resort

REGIONS = Vocabulary("regions", "", (Term("north", Text(BOOK.span, forms={"kk": "Солтүстік", "ru": "Север"})),))
LIVED = "role: врач\nborn: {date: about 1880}\nspecialties: [surgery]\nregions: [north]\n"


def somebody(id: str, surname: str) -> Document:
    source = f"---\nname: {{surname: {{kk: {surname}, ru: {surname}, en: x}}, given: {{kk: А, ru: А, en: x}}}}\n---\n"
    document, findings = read_document(f"chapters/profiles/{id}.md", source.encode(), BOOK)
    assert document is not None
    assert findings == ()
    return document


def test_a_person() -> None:
    document, _ = person(LIVED)
    assert isinstance(document, Person)
    (entry,) = entries([document], {"regions": REGIONS}, "ru")
    assert (entry.id, entry.name, entry.born, entry.died) == ("a", "Б, Г", "about 1880", "")
    assert (entry.role, entry.portrait, entry.words, entry.file) == ("врач", "", 0, "chapters/profiles/a.md")
    assert entry.regions == (Named("north", "Север"),)
    assert entry.specialties == (Named("surgery", "surgery"),), "a key without a term stands for itself"


def test_a_resort() -> None:
    front = (
        "beds: 40\ncontact: {phone: +7 1, web: a.kz}\ninspection: {date: 2020-05, result: хорошо}\nsources: [а, б]\n"
    )
    document, _ = resort(front)
    assert isinstance(document, Resort)
    (entry,) = entries([document], {"regions": REGIONS}, "kk")
    assert (entry.name, entry.region.name, entry.beds, entry.sources) == ("А", "Солтүстік", 40, 2)
    assert (entry.inspected, entry.inspection, entry.contact) == ("2020-05", "хорошо", "+7 1; a.kz")


def test_the_words_are_those_of_the_text() -> None:
    source = (
        "---\nname: {surname: {kk: А, ru: А, en: A}, given: {kk: А, ru: А, en: A}}\nrole: врач\n---\nРаз два.\n\nТри.\n"
    )
    document, _ = read_document("chapters/profiles/a.md", source.encode(), BOOK)
    assert isinstance(document, Person)
    assert entries([document], {}, "ru")[0].words == 3


def test_the_order_is_that_of_the_language() -> None:
    documents = [somebody("c", "Ңурлан"), somebody("b", "Оспан"), somebody("a", "Нурлан")]
    people = of_kind("person", documents)
    assert [entry.id for entry in entries(people, {}, "kk")] == ["a", "c", "b"]
    assert of_kind("resort", documents) == []


def test_rows() -> None:
    documents = [replace(one, beds=beds) for one, beds in ((resort("")[0], 0), (resort("")[0], 7))]
    heads, cells = rows(entries(documents, {}, "ru"), "resort", {"chapters/resorts/a.md": "../a.md"})
    assert [row[heads.index("beds")] for row in cells] == ["", 7]
    assert {row[heads.index("file")] for row in cells} == {"../a.md"}
    heads, cells = rows(entries([person(LIVED)[0]], {}, "ru"), "person", {})
    assert cells[0][heads.index("portrait")] == "no"
    assert cells[0][heads.index("file")] == "chapters/profiles/a.md"


def test_a_narrow_table_leaves_out_columns_that_there_are() -> None:
    assert set(SPARE["person"]) < set(rows([], "person", {})[0])
    assert set(SPARE["resort"]) < set(rows([], "resort", {})[0])
