from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.language import tongue
from book.model import DateRange, PartialDate

NBSP = "\u00a0"


def day(text: str) -> PartialDate:
    """ "about 1991-12-16", for short."""
    modifier, _, date = text.rpartition(" ")
    year, month, dom = (*map(int, date.split("-")), 0, 0)[:3]
    return PartialDate(year=year, month=month, day=dom, modifier=modifier)  # type: ignore[arg-type]


def span(text: str) -> DateRange:
    start, _, end = text.partition("/")
    return DateRange(day(start) if start else None, day(end) if end else None)


@pytest.mark.parametrize(
    ("date", "kk", "ru", "en"),
    [
        ("1893", "1893", "1893", "1893"),
        ("1978-09", "1978 жылғы қыркүйек", "сентябрь 1978 г.", "September 1978"),
        ("1991-12-16", "1991 жылғы 16 желтоқсан", "16 декабря 1991 г.", "16 December 1991"),
        ("about 1880", "шамамен 1880", "около 1880", "about 1880"),
        ("before 1880", "1880 жылға дейін", "до 1880", "before 1880"),
        ("after 1915", "1915 жылдан кейін", "после 1915", "after 1915"),
        ("about 1978-09", "шамамен 1978 жылғы қыркүйек", "около сентября 1978 г.", "about September 1978"),
        ("before 1978-09", "1978 жылғы қыркүйекке дейін", "до сентября 1978 г.", "before September 1978"),
        ("after 1991-12-16", "1991 жылғы 16 желтоқсаннан кейін", "после 16 декабря 1991 г.", "after 16 December 1991"),
    ],
)  # fmt: skip
def test_long_dates(date: str, kk: str, ru: str, en: str) -> None:
    found = [tongue(lang).date(day(date)).replace(NBSP, " ") for lang in ("kk", "ru", "en")]
    assert found == [kk, ru, en]


@pytest.mark.parametrize(
    ("date", "kk", "ru", "en"),
    [
        ("1893", "1893", "1893", "1893"),
        ("1978-09", "09.1978", "09.1978", "Sep 1978"),
        ("1991-12-06", "06.12.1991", "06.12.1991", "6 Dec 1991"),
        ("about 1880", "шам. 1880", "ок. 1880", "c. 1880"),
    ],
)  # fmt: skip
def test_short_dates(date: str, kk: str, ru: str, en: str) -> None:
    found = [tongue(lang).date(day(date), "short").replace(NBSP, " ") for lang in ("kk", "ru", "en")]
    assert found == [kk, ru, en]


@pytest.mark.parametrize(
    ("dates", "kk", "ru", "en"),
    [
        ("1945/1975", "1945–1975", "1945–1975", "1945–1975"),
        ("1945/1945", "1945", "1945", "1945"),
        ("1944/", "1944 жылдан бастап", "с 1944 г.", "since 1944"),
        ("/1922", "1922 жылға дейін", "до 1922 г.", "until 1922"),
        ("1978-06/", "1978 жылғы маусымнан бастап", "с июня 1978 г.", "since June 1978"),
        ("1978-09/1978-12", "1978 жылғы қыркүйек–желтоқсан", "сентябрь–декабрь 1978 г.", "September–December 1978"),
        ("1978-09/1979-03", "1978 жылғы қыркүйек — 1979 жылғы наурыз", "сентябрь 1978 г. — март 1979 г.",
         "September 1978 – March 1979"),
        ("2018-10-25/2018-10-26", "2018 жылғы 25–26 қазан", "25–26 октября 2018 г.", "25–26 October 2018"),
        ("2018-10-25/2018-11-02", "2018 жылғы 25 қазан — 2 қараша", "25 октября — 2 ноября 2018 г.",
         "25 October – 2 November 2018"),
        ("2018-10-25/2019-11-02", "2018 жылғы 25 қазан — 2019 жылғы 2 қараша", "25 октября 2018 г. — 2 ноября 2019 г.",
         "25 October 2018 – 2 November 2019"),
        ("1978/1979-03", "1978 — 1979 жылғы наурыз", "1978 — март 1979 г.", "1978 – March 1979"),
        ("about 1910/1912", "шамамен 1910–1912", "около 1910–1912", "about 1910–1912"),
        ("about 1910/about 1912", "шамамен 1910–1912", "около 1910–1912", "about 1910–1912"),
        ("1909/about 1912", "1909 — шамамен 1912", "1909 — около 1912", "1909 – about 1912"),
        ("after 1909/before 1912", "1909 жылдан кейін — 1912 жылға дейін", "после 1909 — до 1912",
         "after 1909 – before 1912"),
        ("about 1944/", "шамамен 1944 жылдан бастап", "примерно с 1944 г.", "from about 1944"),
        ("/about 1944", "шамамен 1944 жылға дейін", "примерно до 1944 г.", "until about 1944"),
        ("/before 1944", "1944 жылға дейін", "до 1944", "before 1944"),
    ],
)  # fmt: skip
def test_ranges(dates: str, kk: str, ru: str, en: str) -> None:
    found = [tongue(lang).date_range(span(dates)).replace(NBSP, " ") for lang in ("kk", "ru", "en")]
    assert found == [kk, ru, en]


@pytest.mark.parametrize(
    ("born", "died", "kk", "ru", "en"),
    [
        ("1893-05-01", "1932-01", "1893–1932", "1893–1932", "1893–1932"),
        ("about 1880", "1937", "шамамен 1880–1937", "около 1880–1937", "about 1880–1937"),
        ("1893", "after 1932", "1893 — 1932 жылдан кейін", "1893 — после 1932", "1893 – after 1932"),
        ("1893", "about 1932", "1893 — шамамен 1932", "1893 — около 1932", "1893 – about 1932"),
        ("1922", "", "1922 жылы туған", "род. в 1922 г.", "born 1922"),
        ("about 1880", "0", "шамамен 1880 жылы туған", "род. около 1880 г.", "born about 1880"),
        ("", "1932", "1932 жылы қайтыс болған", "ум. в 1932 г.", "died 1932"),
        ("0", "before 1932", "1932 жылға дейін қайтыс болған", "ум. до 1932 г.", "died before 1932"),
        ("", "", "", "", ""),
    ],
)  # fmt: skip
def test_lives(born: str, died: str, kk: str, ru: str, en: str) -> None:
    ends = [day(text) if text else None for text in (born, died)]
    assert [tongue(lang).life(*ends).replace(NBSP, " ") for lang in ("kk", "ru", "en")] == [kk, ru, en]


def test_nothing_unknown_is_printed() -> None:
    for lang in ("kk", "ru", "en", "de", "zz"):
        language = tongue(lang)
        assert language.date(None) == language.date(PartialDate()) == language.date_range(DateRange()) == ""
        assert language.when(None) == "" and language.when(DateRange(PartialDate(), None)) == ""


def test_days_stay_with_their_months() -> None:
    assert tongue("kk").date(day("1991-12-16")) == f"1991{NBSP}жылғы 16{NBSP}желтоқсан"
    assert tongue("ru").date(day("1991-12-16")) == f"16{NBSP}декабря 1991{NBSP}г."
    assert tongue("en").date(day("1991-12-16")) == f"16{NBSP}December 1991"


def test_kazakh_endings_follow_the_month() -> None:
    def endings(modifier: str) -> list[str]:
        months = [tongue("kk").date(PartialDate(1990, month, 0, modifier)) for month in range(1, 13)]  # type: ignore[arg-type]
        return [text.split()[2] for text in months]

    assert endings("before") == [
        "қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға",
        "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға",
    ]  # fmt: skip
    assert endings("after") == [
        "қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан",
        "шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан",
    ]  # fmt: skip


_DATES = st.builds(
    PartialDate,
    year=st.integers(0, 2100),
    month=st.integers(0, 13),
    day=st.integers(0, 32),
    modifier=st.sampled_from(["", "about", "before", "after"]),
)


@pytest.mark.parametrize("lang", ["kk", "ru", "en", "de", "ar", "kk-Latn", "zz"])
@given(date=_DATES, end=st.none() | _DATES, form=st.sampled_from(["long", "short"]))
@settings(deadline=None, max_examples=80)
def test_every_date_is_whole(lang: str, date: PartialDate, end: PartialDate | None, form: str) -> None:
    """The year is there, nothing is left of a pattern, and the typography of the text leaves it as it is."""
    language = tongue(lang)
    texts = {language.date(date, form): [date]}  # type: ignore[arg-type]
    texts[language.date_range(DateRange(date, end), form)] = [date, end or date]  # type: ignore[arg-type]
    texts[language.life(date, end)] = [date, end or date]
    for text, dates in texts.items():
        assert not set("{}") & set(text)
        assert language.typography(text) == text
        assert text == text.strip()
        for part in dates:
            assert not part.year or str(part.year) in text
