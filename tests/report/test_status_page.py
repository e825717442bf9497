"""The page for a browser: whole, safe, and readable for everybody."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import msgspec

from book.findings import Finding, Severity, Span
from book.report.status_page import MOST, language_name, percent, status_page
from book.translate.status import CatalogStatus, Waiting, by_language

KK = "chapters/locale/kk/ru/profiles.po"


def waiting(state: str = "missing", source: str = "врач", said: str = "") -> Waiting:
    return Waiting(state, "role", source, said, "seitov, Сеитов: role", ("a.md", "b.md", "c.md", "d.md"), 18)


def page(*texts: Waiting, translated: int = 7, findings: tuple[Finding, ...] = ()) -> str:
    total = translated + len(texts)
    counts = {state: sum(one.state == state for one in texts) for state in ("fuzzy", "unusable", "missing")}
    row = CatalogStatus(
        "kk", "ru", "profiles", KK, total, translated, **counts, words=1234, words_left=12, waiting=texts
    )
    told: dict[str, Any] = {
        "languages": msgspec.to_builtins(list(by_language([row], ["kk"]))),
        "catalogs": msgspec.to_builtins([row]),
        "findings": msgspec.to_builtins(list(findings), str_keys=True),
    }
    return status_page(("Герои среди нас!", "ru"), told)


class Tags(HTMLParser):
    """The tags of a page, and whether each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_fetches_nothing() -> None:
    found = Tags(page(waiting(), waiting("fuzzy", "аул", "ауыл")))
    assert found.open == []
    names = {tag for tag, _ in found.tags}
    assert not names & {"script", "link", "img", "iframe"}
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in found.tags)
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {(attrs.get("href") or "#")[1:] for tag, attrs in found.tags if tag == "a"} <= set(ids)


def test_each_text_says_its_language_place_and_state() -> None:
    text = page(waiting("unusable", "врач {see:a}", "дәрігер"))
    assert '<p class="text" lang="ru">врач {see:a}</p>' in text
    assert '<p class="text said" lang="kk">дәрігер</p>' in text
    assert f"<code>{KK}:18</code>" in text and "seitov, Сеитов: role" in text and "and 1 more" in text
    assert '<span class="state unusable">unusable</span>' in text
    assert '<h1 lang="ru">Герои среди нас!</h1>' in text


def test_bars_are_told_in_words() -> None:
    bars = [attrs for tag, attrs in Tags(page(waiting())).tags if attrs.get("role") == "img"]
    assert bars and all("88 % translated, 1 missing" in str(bar["aria-label"]) for bar in bars)


def test_words_of_a_catalog_are_no_markup() -> None:
    text = page(waiting("fuzzy", "<script>alert(1)</script>", '"><img src=x>'))
    assert "<script" not in text and "<img" not in text


def test_a_long_list_and_a_long_text_are_cut() -> None:
    text = page(*[waiting()] * (MOST + 5), waiting("fuzzy", "а" * 5000))
    assert text.count('<span class="state missing">') == MOST and "and 6 more in the catalog" in text
    assert "а" * 700 not in text


def test_what_was_found_comes_first() -> None:
    text = page(findings=(Finding("C004", Severity.ERROR, "a conflict", "Mend it.", Span(KK, 12, 1)),))
    assert f"<code>{KK}:12</code>" in text and "error C004" in text and "a conflict." in text
    assert text.index("C004") < text.index("<table>") and "What is not printed" not in text


def test_a_hundred_per_cent_is_all_of_it() -> None:
    cases = {(0, 0): 100, (0, 9): 0, (999, 1000): 99, (1, 1000): 1, (5, 5): 100}
    assert {case: percent(*case) for case in cases} == cases


def test_names_of_languages() -> None:
    assert [language_name(tag) for tag in ("kk", "ru", "qps", "x!")] == ["Kazakh", "Russian", "qps", "x!"]
