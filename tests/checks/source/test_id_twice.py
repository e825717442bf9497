"""S202: one id for two places."""

from __future__ import annotations

from tests.checks.source.books import NAME, facts, told


def test_two_documents_in_two_folders() -> None:
    given = facts({"a": "title: T\n---\n", "profiles/a": NAME.format("А") + "---\n"})
    assert [finding[:4] for finding in told(given, "S202")] == [
        ("profiles/a.md", 1, 1, 'the id "a" is also that of chapters/a.md')
    ]


def test_headings() -> None:
    given = facts({"a": "title: T\n---\n## A {#x}\n\n## B {#x}\n\n## C {#b}\n", "b": "title: T\n---\n"})
    assert [finding[:3] for finding in told(given, "S202")] == [("a.md", 6, 4), ("a.md", 8, 4)]


def test_headings_without_ids_are_no_matter() -> None:
    assert told(facts({"a": "title: T\n---\n## A\n\n## A\n"}), "S202") == []
