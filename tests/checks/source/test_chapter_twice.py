"""S211: a chapter that two parts print."""

from __future__ import annotations

from tests.checks.source.books import facts, told


def test_a_chapter_named_twice() -> None:
    parts = "parts:\n- {id: p, chapters: [a, b]}\n- {id: q, content: indexes, indexes: [names], intro: [a]}\n"
    given = facts({name: "title: T\n---\n" for name in "ab"}, parts)
    assert [finding[:4] for finding in told(given, "S211")] == [
        ("book.yaml", 8, 55, 'the chapter "a" is named a second time, first in line 7')
    ]
