from __future__ import annotations

from book.compose.flow import LEAST, PAGE, arrange, block_height, chart_height, fit
from book.findings import Span
from book.model import Body, Chart, Heading, Paragraph, Series
from tests.compose.samples import text

CHART = Chart(text("Жизнь"), (Series(text("женщины"), ((2000.0, 1.0), (2001.0, 2.0))),), Span(), wide=True)


def words(count: int, name: str = "a") -> Paragraph:
    return Paragraph(text(f"{name} " + "слово " * count))


def test_a_chart_that_fits_stays_as_it_is() -> None:
    assert arrange(Body((words(30), CHART)), 100) == [(words(30), 0.0), (CHART, chart_height(CHART))]


def test_a_chart_that_nearly_fits_is_drawn_lower() -> None:
    begin = PAGE - 220
    ((_, height),) = arrange(Body((CHART,)), begin)
    assert chart_height(CHART) * LEAST <= height < chart_height(CHART)


def test_text_goes_before_a_chart_that_does_not_fit_but_no_heading() -> None:
    one, two, head = words(60, "a"), words(60, "b"), Heading(2, text("Дальше"))
    found = [block for block, _ in arrange(Body((CHART, one, head, two)), PAGE - 150)]
    assert found == [one, CHART, head, two]


def test_nothing_is_lost() -> None:
    blocks = (words(200), CHART, words(10), CHART, Heading(2, text("Х")), words(300), CHART, words(5))
    for begin in range(0, 500, 37):
        found = [block for block, _ in arrange(Body(blocks), begin)]
        assert sorted(map(repr, found)) == sorted(map(repr, blocks)) and len(found) == len(blocks)
    assert block_height(words(100)) > block_height(words(10))


def test_a_heading_goes_before_a_chart_that_would_leave_a_great_hole() -> None:
    head, after = Heading(2, text("Дальше")), words(60, "b")
    assert [block for block, _ in arrange(Body((CHART, head, after)), PAGE - 150)] == [head, after, CHART]


def test_sources_that_would_stand_alone_become_a_paragraph() -> None:
    sources = ["example.org/address"] * 12
    full_page = Body((words(290),))
    height = block_height(full_page.blocks[0])
    begin = PAGE - height - 100
    assert fit(full_page, begin, sources).run_in and not fit(full_page, 70, []).run_in


def test_a_heading_stands_lower_where_the_last_page_would_have_few_lines() -> None:
    body = Body(tuple(words(60, name) for name in "abcdefg"))
    begin = PAGE + 28 - sum(map(block_height, body.blocks))
    assert fit(body, begin, [], may_sink=True).sink > 0 and fit(body, begin, []).sink == 0
