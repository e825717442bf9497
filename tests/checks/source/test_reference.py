"""S203: a reference to nothing."""

from __future__ import annotations

from tests.checks.source.books import NAME, facts, told


def test_every_kind_of_reference() -> None:
    given = facts(
        {
            "a": "title: T\n---\n## A {#here}\n\n{see:b} {page:here} {see:heer}\n\n[c](#d)\n",
            "profiles/b": NAME.format("А") + "see: [a, e]\n---\n",
        },
        "note: '{page:f}'\n",
    )
    assert told(given, "S203") == [
        ("a.md", 6, 21, 'there is no document and no heading "heer"', 'did you mean "here"?'),
        (
            "a.md",
            8,
            1,
            'there is no document and no heading "d"',
            "write the id of a document or a heading of the book",
        ),
        ("book.yaml", 6, 8, *told(given, "S203")[2][3:]),
        ("profiles/b.md", 3, 10, *told(given, "S203")[3][3:]),
    ]


def test_what_is_there_without_a_summary() -> None:
    given = facts(
        {"a": "title: T\n---\n{see:broken} {see:part}\n"},
        unread=("chapters/broken.md",),
        anchors=frozenset({"part"}),
    )
    assert told(given, "S203") == []
