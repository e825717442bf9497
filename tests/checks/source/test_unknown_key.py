"""S201: a key that its vocabulary does not have."""

from __future__ import annotations

from tests.checks.source.books import NAME, facts, told

SURGERY = {"specialties": "terms: {surgery: a}\n"}


def test_an_unknown_key_with_the_nearest() -> None:
    given = facts({"profiles/a": NAME.format("А") + "specialties: [surgery, surgrey]\n---\n"}, vocabularies=SURGERY)
    assert told(given, "S201") == [
        ("profiles/a.md", 3, 24, 'the vocabulary specialties has no "surgrey"', 'did you mean "surgery"?')
    ]


def test_index_marks_count_wherever_they_stand() -> None:
    given = facts(
        {"a": "title: T{specialty:x}\n---\nb {specialty:y}\n"},
        "note: c {specialty:z}\n",
        {**SURGERY, "specialties": "terms: {w: {name: d}}\n"},
    )
    assert [finding[:3] for finding in told(given, "S201")] == [("a.md", 2, 9), ("a.md", 4, 3), ("book.yaml", 6, 9)]


def test_what_a_resort_treats() -> None:
    given = facts(
        {"resorts/a": "name: {kk: А, ru: А}\nregion: north\ntreats: [hart]\n---\n"},
        vocabularies={"regions": "terms: {north: a}\n", "treatments": "terms: {heart: a}\n"},
    )
    assert [finding[:3] for finding in told(given, "S201")] == [("resorts/a.md", 4, 10)]


def test_a_vocabulary_that_is_not_there_is_told_once() -> None:
    given = facts({"a": "title: T\n---\n{place:x} {place:y}\n"})
    assert [finding[:3] for finding in told(given, "S201")] == [("a.md", 4, 1)]
    assert told(given, "S201")[0][4] == "add chapters/vocabulary/places.yaml"


def test_a_vocabulary_that_could_not_be_read_blames_nobody() -> None:
    assert told(facts({"a": "title: T\n---\n{place:x}\n"}, unread=("chapters/vocabulary/places.yaml",)), "S201") == []


def test_a_person_with_a_profile_is_no_other_person() -> None:
    given = facts(
        {"profiles/ivan": NAME.format("А") + "---\n", "a": "title: T\n---\n{person:ivan}\n"},
        vocabularies={"persons": "terms: {x: a}\n"},
    )
    assert told(given, "S201")[0][4] == "write {name:ivan}, for this person has a profile"


def test_a_group_that_nobody_knows() -> None:
    terms = "terms:\n  surgery: a\n  heart: {name: b, group: surgrey}\n"
    given = facts({}, vocabularies={"specialties": terms})
    assert [(finding[:2], finding[4]) for finding in told(given, "S201")] == [
        (("vocabulary/specialties.yaml", 3), 'did you mean "surgery"?')
    ]
