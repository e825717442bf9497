"""Which documents lack a field."""

from __future__ import annotations

import pytest

from book.desk.absence import lacks, optional_fields
from tests.read.sources import person, resort


def lacking(kind: str, front: str, *names: str) -> list[str]:
    document, findings = {"person": person, "resort": resort}[kind](front)
    assert document is not None
    assert findings == ()
    fields = optional_fields(kind)
    return [name for name in names if lacks(document, fields[name])]


def test_the_fields_are_those_that_may_be_left_out() -> None:
    person_fields, resort_fields = optional_fields("person"), optional_fields("resort")
    assert {"portrait", "portrait.credit", "born", "died.date", "name.patronymic", "quotation", "body"} <= set(
        person_fields
    )
    assert {"inspection", "inspection.date", "beds", "contact.phone", "sources"} <= set(resort_fields)
    assert not {"name", "name.surname", "lang", "region"} & {*person_fields, *resort_fields}


@pytest.mark.parametrize("kind", ["person", "resort"])
def test_of_an_empty_source_every_field_is_missing(kind: str) -> None:
    fields = optional_fields(kind)
    assert lacking(kind, "", *fields) == list(fields)


def test_what_is_there_is_not_missing() -> None:
    front = "born: {date: about 1880, place: аул}\nportrait: {picture: portraits/a.jpg}\nspecialties: [surgery]\n"
    names = ("born", "born.date", "born.place", "born.at", "portrait", "portrait.credit", "specialties", "died")
    assert lacking("person", front, *names) == ["born.at", "portrait.credit", "died"]


def test_an_unknown_date_is_missing() -> None:
    assert lacking("person", "died: {date: unknown}\n", "died", "died.date") == ["died", "died.date"]
    front = "inspection: {date: unknown, result: хорошо}\n"
    assert lacking("resort", front, "inspection", "inspection.date") == ["inspection.date"]


def test_of_a_list_one_entry_that_lacks_it_is_enough() -> None:
    front = "posts:\n- {date: 1909/1910, text: врач}\n- {text: декан, institution: house}\n"
    assert lacking("person", front, "posts", "posts.date", "posts.institution") == ["posts.date", "posts.institution"]


def test_a_number_and_words() -> None:
    assert lacking("resort", "beds: 40\ncontact: {phone: +7 727 000}\n", "beds", "contact", "contact.web") == [
        "contact.web"
    ]
