"""S204: a picture that is not in the book."""

from __future__ import annotations

from book.model import PictureFacts
from tests.checks.source.books import NAME, facts, told

PROFILE = {"profiles/a": NAME.format("А") + "portrait: {picture: portraits/ivan.jpg}\n---\n"}


def test_a_portrait_that_is_missing() -> None:
    there: dict[str, PictureFacts | None] = {
        "chapters/portraits/iwan.jpg": PictureFacts(1, 1, "L"),
        "chapters/portraits/ivan.jpg": None,
    }
    assert told(facts(PROFILE, pictures=there), "S204") == [
        (
            "profiles/a.md",
            3,
            21,
            "the picture chapters/portraits/ivan.jpg is missing",
            'did you mean "chapters/portraits/iwan.jpg"?',
        )
    ]


def test_a_figure_that_nobody_knows() -> None:
    given = facts({"a": "title: T\n---\n```figure\npicture: x.png\n```\n"})
    assert [finding[:3] for finding in told(given, "S204")] == [("a.md", 5, 10)]


def test_a_picture_that_is_there() -> None:
    assert told(facts(PROFILE, pictures={"chapters/portraits/ivan.jpg": PictureFacts(1, 1, "L")}), "S204") == []
