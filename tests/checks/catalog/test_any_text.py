"""What holds for any text, and for all that the press writes by itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.checks.catalog.facts import Message, Words
from book.checks.catalog.number import compare
from book.language.tongue import tongue
from book.model import DateRange, PartialDate
from tests.checks.catalog.catalogs import facts, found

LANGUAGES = st.sampled_from(["kk", "ru", "en", "de", "kk-Latn"])
TEXTS = st.text(max_size=60) | st.text(
    alphabet="аәқХ сaсiXVI019 \u00a0.,–−-«»„“”\"*[](){}#^:\\жылг", max_size=60
)  # fmt: skip
DATES = st.builds(
    PartialDate,
    year=st.integers(1500, 2030),
    month=st.integers(0, 12),
    day=st.just(0),
    modifier=st.sampled_from(["", "about", "before", "after"]),
) | st.builds(PartialDate, year=st.integers(1500, 2030), month=st.integers(1, 12), day=st.integers(1, 28))


@settings(deadline=None)  # ICU's rules of a language are read with its first number
@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
def test_no_text_raises_and_every_finding_has_its_place(source: str, said: str, there: str, here: str) -> None:
    words = Words({"қаржы": 9, "және": 50})
    for finding in found(facts((source, said), source=there, target=here, words=words)):
        assert (finding.span.line, finding.span.column) == (10, 1)
        assert finding.message and finding.hint


@given(TEXTS, LANGUAGES)
def test_a_text_has_its_own_numbers(text: str, lang: str) -> None:
    assert compare(Message(text, text), lang, lang) == ([], [])


@given(st.integers(-(10**7), 10**7) | st.floats(0, 10**6).map(lambda value: round(value, 2)))
@pytest.mark.parametrize(("there", "here"), [("ru", "en"), ("en", "kk"), ("kk", "ru")])
def test_a_number_is_the_same_in_every_language(there: str, here: str, value: float) -> None:
    decimals = 0 if isinstance(value, int) else 2
    source, said = (f"= {tongue(lang).number(value, decimals)} =" for lang in (there, here))
    assert compare(Message(source, said), there, here) == ([], [])


@given(st.integers(1, 30), st.sampled_from(["ru", "kk", "en"]), st.sampled_from(["ru", "kk", "en"]))
def test_a_century_is_the_same_in_every_language(century: int, there: str, here: str) -> None:
    message = Message(tongue(there).century(century), tongue(here).century(century, "short"))
    assert compare(message, there, here) == ([], [])


@given(DATES, st.sampled_from(["ru", "kk", "en"]), st.sampled_from(["ru", "kk", "en"]))
def test_a_date_is_the_same_in_every_language_and_form(date: PartialDate, there: str, here: str) -> None:
    message = Message(tongue(there).date(date), tongue(here).date(date, "short"))
    assert compare(message, there, here) == ([], [])


@given(DATES, DATES, st.sampled_from(["ru", "kk", "en"]), st.sampled_from(["ru", "kk", "en"]))
def test_so_is_a_range(start: PartialDate, end: PartialDate, there: str, here: str) -> None:
    dates = DateRange(start, end)
    message = Message(tongue(there).date_range(dates), tongue(here).date_range(dates))
    assert compare(message, there, here) == ([], [])


@pytest.mark.parametrize(
    "piece", ["9", "9 ", "1,000 ", "X", "a", "я", "қa", "қ. ", " ", "- ", "« ", "1.", "*a", "ж.", "COVID-19 "]
)
def test_a_long_text_is_no_trouble(piece: str) -> None:
    """Nobody wrote it; but a file may hold it. Linear or nearly so: otherwise this would not end."""
    text = piece * (50_000 // len(piece))
    words = Words({"қаржы": 9, "және": 50})
    found(facts((text, text[:-7] + "б"), source="kk", target="kk", words=words))
    found(facts(("a", "қ" + text), source="en", target="kk", words=words))
