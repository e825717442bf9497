"""S210: {name:id} of what is no person."""

from __future__ import annotations

from tests.checks.source.books import NAME, facts, told


def test_only_people_have_names() -> None:
    given = facts(
        {
            "a": "title: T\n---\n{name:ivan} {name:b} {name:h} {see:b} {name:nobody}\n\n## H {#h}\n",
            "b": "title: T\n---\n",
            "profiles/ivan": NAME.format("А") + "---\n",
        }
    )
    assert [finding[:3] for finding in told(given, "S210")] == [("a.md", 4, 13), ("a.md", 4, 22)]
    assert [finding[:3] for finding in told(given, "S203")] == [("a.md", 4, 39)]
