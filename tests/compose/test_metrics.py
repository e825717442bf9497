from __future__ import annotations

import json

import pytest

from book.compose.metrics import MM, balanced, lines, set_lines, width
from tests.compose.measured import measured
from tests.compose.samples import HOUSE


def test_the_widths_are_those_of_the_fonts() -> None:
    stored = json.loads((HOUSE / "book/compose/metrics.json").read_text(encoding="utf-8"))
    assert stored == measured(HOUSE / "fonts/ttf")


def test_lines_break_at_words_and_inside_what_is_too_long() -> None:
    word = width("слово", "serif", 10)
    space = width(" ", "serif", 10)
    assert lines("слово слово", "serif", 10, 2 * word + space + 0.1) == 1
    assert lines("слово слово", "serif", 10, 2 * word + space - 0.1) == 2
    assert lines("слово слово", "serif", 10, 2 * word + space + 0.1, indent=1) == 2
    assert lines("слово" * 5, "serif", 10, word * 2.1) == 3
    assert lines("", "serif", 10, 100) == 1


def test_a_paragraph_is_about_58_cyrillic_letters_a_line() -> None:
    assert set_lines("Он окончил университет и работал врачом в степи. " * 12, "serif", 9.6, 111 * MM) in (10, 11)


def test_a_balanced_text_has_as_many_lines_and_breaks_no_word() -> None:
    words = "Арамыздағы батырлар!"
    measure = balanced(words, "display", 50, 300)
    assert lines(words, "display", 50, measure) == lines(words, "display", 50, 300) == 2
    assert width("Арамыздағы", "display", 50) <= measure < 300
    assert balanced("Белая книга врачей", "display", 21, 1000) == pytest.approx(
        width("Белая книга врачей", "display", 21), rel=0.03
    )
