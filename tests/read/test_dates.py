"""Dates: words -> values -> the same words."""

from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.findings import Span
from book.model import DateRange, PartialDate
from book.read.dates import DateFault, format_date, parse_date, parse_date_or_range


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1893", PartialDate(1893)),
        ("1978-09", PartialDate(1978, 9)),
        ("1880-11-12", PartialDate(1880, 11, 12)),
        ("2000-02-29", PartialDate(2000, 2, 29)),
        ("about 1880", PartialDate(1880, modifier="about")),
        ("before 1880-03", PartialDate(1880, 3, modifier="before")),
        ("after  1915", PartialDate(1915, modifier="after")),
        ("unknown", PartialDate()),
        ("0980", PartialDate(980)),
        ("1945/1975", DateRange(PartialDate(1945), PartialDate(1975))),
        ("1944/", DateRange(PartialDate(1944), None)),
        ("/1922", DateRange(None, PartialDate(1922))),
        ("about 1910/1912", DateRange(PartialDate(1910, modifier="about"), PartialDate(1912))),
        ("1978-09/1978", DateRange(PartialDate(1978, 9), PartialDate(1978))),
        ("about 1912/1910", DateRange(PartialDate(1912, modifier="about"), PartialDate(1910))),
    ],
)
def test_words_of_dates(words: str, value: PartialDate | DateRange) -> None:
    assert parse_date_or_range(words) == value


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("1893 г.", "S050"),
        ("93", "S050"),
        ("16.12.1991", "S050"),
        ("circa 1880", "S050"),
        ("1880-1890", "S050"),
        ("١٨٩٣", "S050"),
        ("/", "S050"),
        ("1/2/3", "S050"),
        ("unknown/1922", "S050"),
        ("1991-02-31", "S051"),
        ("1900-02-29", "S051"),
        ("1991-13", "S051"),
        ("1991-00", "S051"),
        ("1991-01-00", "S051"),
        ("0000", "S051"),
        ("1945/1944", "S052"),
        ("1945-06/1945-05", "S052"),
        ("after 1950/1940", "S052"),
    ],
)
def test_words_that_are_no_date(words: str, code: str) -> None:
    with pytest.raises(DateFault) as fault:
        parse_date_or_range(words)
    assert fault.value.code == code


def test_a_range_is_no_date() -> None:
    with pytest.raises(DateFault):
        parse_date("1945/1975")


def test_a_dotted_date_is_turned_round_in_the_hint() -> None:
    with pytest.raises(DateFault) as fault:
        parse_date("6.2.1991")
    assert fault.value.hint == "write 1991-02-06"


def test_a_date_keeps_its_place() -> None:
    span = Span("a", 3, 4)
    value = parse_date_or_range("1945/1975", span)
    assert isinstance(value, DateRange)
    assert value.start is not None
    assert (value.span, value.start.span) == (span, span)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    year = draw(st.integers(1, 9999))
    month = draw(st.integers(0, 12))
    day = draw(st.integers(0, calendar.monthrange(year, month)[1])) if month else 0
    return PartialDate(year, month, day, draw(st.sampled_from(["", "about", "before", "after"])))


@given(dates())
def test_a_date_written_is_read_again(date: PartialDate) -> None:
    assert parse_date(format_date(date)) == date
    assert date.earliest <= date.latest


@given(dates() | st.none(), dates() | st.none())
def test_a_range_written_is_read_again(start: PartialDate | None, end: PartialDate | None) -> None:
    words = format_date(DateRange(start, end))
    if start is None and end is None:
        return
    if start and end and end.latest < start.earliest:
        with pytest.raises(DateFault):
            parse_date_or_range(words)
    else:
        assert parse_date_or_range(words) == DateRange(start, end)


@given(st.text(max_size=30))
def test_other_words_are_faults_only(words: str) -> None:
    try:
        value = parse_date_or_range(words)
    except DateFault:
        return
    assert parse_date_or_range(format_date(value)) == value
