"""Each layout check by what it finds on set pages, and by what it lets pass."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from book.checks import checks, run
from book.checks.layout.facts import at, excerpt
from book.findings import Finding, Severity, Span
from book.sheets import LayoutFacts, PageFact, TextFact
from tests.typeset.units import PAGE, engine, facts, unit

WORDS = "Зимой дороги закрывались, и врач оставалась одна со всеми болезнями долины. "
GOOD = f'<h1 data-src="chapters/a.md:1">Начало</h1><p data-src="chapters/a.md:3">{WORDS * 3}</p>'


def found(body: str, code: str, style: str = PAGE) -> list[Finding]:
    seen = engine(style).set(unit(body))[1] if style is not PAGE else facts(body)
    return [finding for finding in run("layout", seen) if finding.code == code]


def test_a_good_unit_has_no_findings() -> None:
    assert run("layout", facts(GOOD)) == ()


def test_every_check_says_why_and_what_to_do() -> None:
    for check in checks("layout"):
        assert check.code.startswith("L") and check.why and check.hint
        assert check.why[0].islower() and not check.why.endswith(".")


# --- L001, L002: what does not fit -----------------------------------------------------------------------------------


def test_a_word_wider_than_its_column() -> None:
    (finding,) = found('<div style="width: 15mm" data-src="chapters/a.md:7:3">12345678901234567890</div>', "L001")
    assert finding.severity is Severity.ERROR
    assert finding.span == Span("chapters/a.md", 7, 3)
    assert '"12345678901234567890" is ' in finding.message and " mm wider than its column" in finding.message
    assert finding.page == "0"
    assert not found('<div style="width: 15mm">12 34</div>', "L001")
    assert not found('<div style="width: 0; white-space: nowrap">set to fit</div>', "L001")


def test_a_word_wider_than_its_cell() -> None:
    table = '<table style="table-layout: fixed; width: 30mm"><tr><td>1</td><td>12345678901234567890</td></tr></table>'
    assert len(found(table, "L001")) == 1


def test_text_off_the_page() -> None:
    for style, where in (
        ("position: absolute; top: -20mm", "the head of the page"),
        ("position: absolute; left: -20mm; width: 30mm", "the edge of the page"),
        ("position: absolute; left: 85mm; width: 30mm", "the edge of the page"),
        ("position: absolute; top: 145mm", "the foot of the page"),
        ("position: absolute; top: 118mm", "the foot of the type area"),
    ):
        (finding,) = found(f'<p style="{style}" data-src="chapters/a.md:7">Слово слово</p>', "L002")
        assert finding.message == f'"Слово слово" runs over {where}'
        assert finding.span == Span("chapters/a.md", 7, 1)
    assert not found('<p style="position: absolute; top: 110mm">Слово</p>', "L002")


def test_one_overfull_block_is_one_finding() -> None:
    lines = [line(120 + at * 5, False) for at in range(6)]
    assert [one.code for one in run("layout", page(*lines))] == ["L002"]
    other = replace(lines[-1], source="b.md:1")
    assert [one.span.path for one in run("layout", page(*lines, other))] == ["a.md", "b.md"]


def test_a_footnote_taller_than_its_page_runs_over_its_head() -> None:
    note = f'<span class="fn" data-src="chapters/a.md:9">{WORDS * 40}</span>'
    findings = found(f"<p>Слово{note}</p>", "L002")
    assert [finding.span.path for finding in findings] == ["chapters/a.md"]


# --- L003, L004: fonts -----------------------------------------------------------------------------------------------


def test_a_character_that_the_font_lacks() -> None:
    (finding,) = found('<p data-src="chapters/a.md:4">Жол 漢字</p>', "L003")
    assert finding.severity is Severity.ERROR
    assert finding.message == 'the font Source Serif 4 lacks 字 (U+5B57), 漢 (U+6F22) in "Жол 漢字"'


def test_a_font_that_is_not_of_the_house() -> None:
    seen = replace(facts(GOOD), unknown_fonts=("ABCDEF",))
    (finding,) = [one for one in run("layout", seen) if one.code == "L004"]
    assert "ABCDEF" in finding.message and finding.is_error


# --- L005: footnotes -------------------------------------------------------------------------------------------------


def test_a_footnote_that_moved() -> None:
    long = f'<span class="fn" data-src="chapters/a.md:9">{WORDS * 12}</span>'
    (finding,) = found(f"<p>{WORDS * 11}</p><p>Слово{long}</p>", "L005")
    assert (finding.severity, finding.page, finding.span.line) == (Severity.WARNING, "1", 9)
    short = '<span class="fn" data-src="chapters/a.md:9">Сноска</span>'
    assert not found(f"<p>{WORDS * 20}{short}{WORDS * 20}</p>", "L005")


# --- L006, L007: what the engine says, and asked for -----------------------------------------------------------------


def test_what_the_engine_says_is_told_once() -> None:
    findings = found('<p style="aspect-ratio: 1">a</p><p style="aspect-ratio: 1">b</p>', "L006")
    assert len(findings) == 1
    assert "aspect-ratio" in findings[0].message
    assert not findings[0].is_error


def test_what_was_asked_for_and_refused() -> None:
    address = "http://127.0.0.1:9/" + "x" * 200
    (finding,) = found(f'<img src="{address}"/><img src="{address}"/>', "L007")
    assert finding.is_error
    assert address[:80] in finding.message and len(finding.message) < 140


# --- L008: ladders ---------------------------------------------------------------------------------------------------


def line(top: float, hyphenated: bool, x0: float = 10, zone: str = "body") -> TextFact:
    word = "слово‐" if hyphenated else "слово"
    return TextFact(word, x0, 50, top, top + 4, 10, 50, zone, "a.md:1", "F", "", hyphenated)


def page(*texts: TextFact) -> LayoutFacts:
    return LayoutFacts("u", (PageFact(0, 100, 150, 130, texts),))


@pytest.mark.parametrize(
    ("ends", "ladders"), [("--", 0), ("---", 1), ("-----", 1), ("--.--", 0), ("---.---", 2), ("", 0)]
)
def test_a_ladder_of_hyphens(ends: str, ladders: int) -> None:
    lines = [line(at * 5, end == "-") for at, end in enumerate(ends)]
    assert len([one for one in run("layout", page(*lines)) if one.code == "L008"]) == ladders


def test_only_the_end_of_a_line_counts() -> None:
    texts = [text for at in range(4) for text in (line(at * 5, True), line(at * 5, False, 30))]
    assert run("layout", page(*texts)) == ()


def test_a_real_ladder() -> None:
    long = "переосвидетельствование высокопревосходительство противопоставление " * 4
    assert found(f'<p style="width: 16mm" lang="ru" data-src="chapters/a.md:2">{long}</p>', "L008")


# --- wording ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "span"),
    [
        ("chapters/a.md:12", Span("chapters/a.md", 12, 1)),
        ("chapters/a.md:12:5", Span("chapters/a.md", 12, 5)),
        ("chapters/a.md", Span("chapters/a.md")),
        ("", Span()),
        ("n:x", Span("n")),
    ],
)
def test_a_place(source: str, span: Span) -> None:
    assert at(source) == span


def test_an_excerpt_is_short() -> None:
    assert excerpt("  два \n слова ") == "два слова"
    assert excerpt("слово " * 20) == "слово слово слово слово слово слово сло…"
