"""Tables for a terminal and for a spreadsheet."""

from __future__ import annotations

import csv
import io

from book.report.table import comma_separated, table, without_spare

HEADS = ("id", "words", "name")
ROWS = [["a", 7, "Әбдіхалықов Мұхамеджан Қарабайұлы"], ["bcd", 12, "Ким"]]


def test_columns_stand_under_one_another() -> None:
    assert table(HEADS, ROWS).split("\n") == [
        "id   words  name",
        "───  ─────  ─────────────────────────────────",
        "a        7  Әбдіхалықов Мұхамеджан Қарабайұлы",
        "bcd     12  Ким",
    ]
    assert table(HEADS, []).split("\n")[0] == "id  words  name"


def test_words_are_cut_to_the_terminal_and_keys_are_not() -> None:
    lines = table(HEADS, ROWS, 32).split("\n")
    assert max(map(len, lines)) == 32
    assert lines[2] == "a        7  Әбдіхалықов Мұхамед…"
    assert max(map(len, table(HEADS, ROWS, 5).split("\n"))) == 12 + 16, "something is left to read"
    assert table(("path",), [["chapters/profiles/a.md"]], 8).endswith("chapters/profiles/a.md")


def test_spare_columns_go_first() -> None:
    assert without_spare(HEADS, ROWS, 80, ("words", "id")) == (list(HEADS), ROWS)
    heads, rows = without_spare(HEADS, ROWS, 24, ("words", "id"))
    assert heads == ["id", "name"]
    assert rows[1] == ["bcd", "Ким"]


def test_commas_quotes_and_formulas() -> None:
    text = comma_separated(("name", "said"), [["Ким, А", '"да"\nнет'], ["=1+1", "-"]])
    assert list(csv.reader(io.StringIO(text))) == [
        ["name", "said"],
        ["Ким, А", '"да"\nнет'],
        ["'=1+1", "'-"],
    ]
