"""S209: two people of one name."""

from __future__ import annotations

from tests.checks.source.books import NAME, facts, told


def test_a_name_in_one_language_is_enough() -> None:
    other = "name: {surname: {kk: Ә, ru: А}, given: {kk: И, ru: И}}\n---\n"
    given = facts({"profiles/a": NAME.format("А") + "---\n", "profiles/b": other})
    assert [finding[:4] for finding in told(given, "S209")] == [
        ("profiles/b.md", 2, 17, "А И is also the name of the person in chapters/profiles/a.md")
    ]


def test_a_patronymic_tells_them_apart() -> None:
    one = "name: {{surname: {{kk: А, ru: А}}, given: {{kk: И, ru: И}}, patronymic: {{kk: {0}, ru: {0}}}}}\n---\n"
    given = facts({"profiles/a": one.format("П"), "profiles/b": one.format("С")})
    assert told(given, "S209") == []
