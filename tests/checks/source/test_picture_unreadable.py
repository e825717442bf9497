"""S205: a file that is no picture."""

from __future__ import annotations

from book.model import PictureFacts
from tests.checks.source.books import NAME, facts, told


def test_a_portrait_that_is_no_picture() -> None:
    given = facts(
        {"profiles/a": NAME.format("А") + "portrait: {picture: portraits/a.jpg}\n---\n"},
        pictures={"chapters/portraits/a.jpg": PictureFacts(problem="not a picture")},
    )
    assert [finding[:4] for finding in told(given, "S205")] == [
        ("profiles/a.md", 3, 21, "the picture chapters/portraits/a.jpg cannot be used: not a picture")
    ]
    assert told(given, "S204") == []
