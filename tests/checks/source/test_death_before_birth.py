"""S206: a death before the birth."""

from __future__ import annotations

import pytest

from tests.checks.source.books import NAME, facts, told


@pytest.mark.parametrize(
    ("born", "died", "wrong"),
    [
        ("1900", "1899", True),
        ("1900-05-02", "1900-05-01", True),
        ("1900-05", "1900", False),
        ("1900", "1900", False),
        ("about 1900", "1895", False),
        ("about 1900", "1880", True),
        ("before 1900", "1850", False),
        ("1900", "after 1850", False),
        ("unknown", "1850", False),
        ("1900", "unknown", False),
    ],
)
def test_dates(born: str, died: str, wrong: bool) -> None:
    given = facts({"profiles/a": NAME.format("А") + f"born: {{date: {born}}}\ndied: {{date: {died}}}\n---\n"})
    assert [finding[:3] for finding in told(given, "S206")] == ([("profiles/a.md", 4, 14)] if wrong else [])


def test_a_date_that_is_not_given() -> None:
    assert told(facts({"profiles/a": NAME.format("А") + "died: {date: 1850}\n---\n"}), "S206") == []
