"""S208: a part that names no chapter."""

from __future__ import annotations

from tests.checks.source.books import NAME, facts, told

PARTS = "parts:\n- {id: p, chapters: [foreword, foreward]}\n- {id: q, content: people, intro: [ivan]}\n"


def test_what_is_no_chapter() -> None:
    given = facts({"foreword": "title: T\n---\n", "profiles/ivan": NAME.format("А") + "---\n"}, PARTS)
    assert told(given, "S208") == [
        ("book.yaml", 7, 32, 'there is no chapter "foreward"', 'did you mean "foreword"?'),
        (
            "book.yaml",
            8,
            36,
            '"ivan" is a person, not a chapter',
            "name chapters only; people and resorts come by themselves",
        ),
    ]


def test_a_chapter_that_could_not_be_read_is_there() -> None:
    unread = ("chapters/foreword.md", "chapters/foreward.md", "chapters/ivan.md")
    assert told(facts({}, PARTS, unread=unread), "S208") == []
