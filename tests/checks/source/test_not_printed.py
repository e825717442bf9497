"""S207: what no part prints."""

from __future__ import annotations

from tests.checks.source.books import NAME, facts, told


def test_a_chapter_of_no_part() -> None:
    given = facts(
        {name: "title: T\n---\n" for name in "abc"} | {"d": "title: T\nkind: imprint\n---\n"},
        "parts: [{id: p, chapters: [a]}, {id: q, content: people, intro: [b]}]\n",
    )
    assert [finding[:4] for finding in told(given, "S207")] == [("c.md", 1, 1, 'no part names the chapter "c"')]


def test_people_without_a_part_are_told_once() -> None:
    given = facts({"profiles/a": NAME.format("А") + "---\n", "profiles/b": NAME.format("Б") + "---\n"})
    assert [finding[:4] for finding in told(given, "S207")] == [
        ("profiles/a.md", 1, 1, "the book has people, but no part with content: people")
    ]
