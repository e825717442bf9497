"""A whole manuscript's messages in their catalogs."""

from __future__ import annotations

from msgspec.structs import replace

from book.translate.extract import groups, joined
from tests.translate.samples import chapter, manuscript, message, person


def test_a_catalog_for_each_chapter_and_folder_and_source_language() -> None:
    book = manuscript(chapter("foreword", "а"), chapter("covid", "б", lang="kk"), person())
    found = groups(book, [("", "Contents", "")])
    assert list(found) == [
        ("en", "ui"),
        ("kk", "covid"),
        ("ru", "book"),
        ("ru", "foreword"),
        ("ru", "profiles"),
        ("ru", "vocabulary"),
    ]
    assert [one.source for one in found["ru", "foreword"]] == ["Глава foreword", "а"]
    assert [one.id for one in found["en", "ui"]] == [(None, "Contents")]


def test_a_text_in_several_places_is_one_message_with_all_its_places() -> None:
    found = groups(manuscript(chapter("a", "так", "иначе", "так")))["ru", "a"]
    assert [one.source for one in found] == ["Глава a", "так", "иначе"]
    same = [message("врач", comment="a: role"), message("врач", "post"), message("врач", comment="b: role")]
    first, second = joined(same)
    assert first.comment == "a: role\nb: role" and first.places == ("chapters/x.md",)
    assert second.context == "post"


def test_a_text_that_stands_everywhere_has_a_short_comment() -> None:
    many = [message("врач", "role", comment=f"p{number}: role") for number in range(500)]
    (one,) = joined([replace(one, places=(f"{at}.md",)) for at, one in enumerate(many)])
    lines = one.comment.split("\n")
    assert lines[-1] == "and in 494 more places" and len(lines) == 7
    assert len(one.places) == 500
