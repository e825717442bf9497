"""Findings as lines for people."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.findings import Finding, Severity, Span
from book.report.text import line, ordered, ordered_again, tally, together

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


def find(code: str = "S001", severity: Severity = E, message: str = "wrong", **more: object) -> Finding:
    return Finding(code, severity, message, **more)  # type: ignore[arg-type]


def near(path: str) -> str:
    return f"../book/{path}"


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (
            find(message="no such key", hint="Delete it", span=Span("chapters/a.md", 12, 5)),
            "../book/chapters/a.md:12:5: error S001: no such key. Hint: Delete it.",
        ),
        (find(span=Span("chapters/a.md", 12)), "../book/chapters/a.md:12:1: error S001: wrong."),
        (find(span=Span("chapters/a.md")), "../book/chapters/a.md: error S001: wrong."),
        (find("B010", W, "a waiver"), "warning B010: a waiver."),
        (find("L006", N, "ends well!", subject="bekova"), "note L006: bekova: ends well!"),
        (
            find("L001", W, "too\n  wide", span=Span("a.md", 1, 1), page="xi", language="kk", subject="bekova"),
            "../book/a.md:1:1: warning L001: [kk page xi] too wide.",
        ),
    ],
)
def test_a_line(finding: Finding, words: str) -> None:
    assert line(finding, near) == words


def test_the_order_is_that_of_the_sources() -> None:
    a1, a2, b1 = (find(span=span) for span in (Span("a.md", 1, 9), Span("a.md", 2, 1), Span("b.md", 1, 1)))
    whole = find(span=Span("a.md"))
    assert ordered([b1, a2, a1, whole]) == [whole, a1, a2, b1]
    early, late = find("L001", page="9"), find("L001", page="10", message="other")
    assert ordered([late, early]) == [early, late]


def test_the_same_finding_is_told_once_as_the_graver_one() -> None:
    warning = find("C001", W, span=Span("a.md", 1, 1), language="kk")
    error = find("C001", E, span=Span("a.md", 1, 1), language="kk")
    russian = find("C001", W, span=Span("a.md", 1, 1), language="ru")
    assert ordered([warning, error, russian, warning]) == [error, russian]


def test_what_a_style_sheet_does_everywhere_is_told_once() -> None:
    pages = [find("L006", W, "the typesetter says: no", subject=subject, page=page) for subject, page in ("a1", "b2")]
    assert ordered(pages) == pages[:1]
    placed = [find("L001", subject=subject, span=Span("a.md", 1, 1)) for subject in ("a", "b")]
    assert ordered(placed) == placed


FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["S001", "L001"]), st.sampled_from(Severity), st.sampled_from(["x", "y"]),
        span=st.builds(Span, st.sampled_from(["", "a.md", "b.md"]), st.integers(0, 2), st.integers(0, 2)),
        page=st.sampled_from(["", "1", "12"]), language=st.sampled_from(["", "kk"]), subject=st.sampled_from(["", "s"]),
    )
)  # fmt: skip


@given(FINDINGS)
def test_ordering_again_changes_nothing(findings: list[Finding]) -> None:
    once = ordered(findings)
    assert ordered(once) == once
    plain = msgspec.to_builtins(once, str_keys=True)
    assert ordered_again(plain) == plain
    assert {finding.code for finding in once} == {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("severities", "words"),
    [([], "no findings"), ([E], "1 error"), ([W, E, E, N], "2 errors, 1 warning, 1 note"), ([N, N], "2 notes")],
)
def test_a_tally(severities: list[Severity], words: str) -> None:
    assert tally([find(severity=severity) for severity in severities]) == words


def test_untranslated_texts_of_one_catalog_are_one_line() -> None:
    def missing(place: int, language: str = "kk", code: str = "C010") -> Finding:
        hint = f"Translate it in locale/{language}/a.po"
        return find(code, W, f"text {place}", hint=hint, span=Span("a.md", place, 1), language=language)

    found = [
        missing(1),
        missing(2),
        find(),
        missing(3, "ru"),
        missing(4),
        missing(5, code="C012"),
        missing(6, code="C012"),
    ]
    first, other, russian, *rest = together(found)
    assert first.message == "text 1 (and 2 more texts of this catalog)" and first.span == Span("a.md", 1, 1)
    assert first.hint.startswith("Translate it in locale/kk/a.po. ") and "--html" in first.hint
    assert [other, russian] == [find(), missing(3, "ru")]
    assert rest == found[-2:], "what is wrong with a translation is told one by one"
    assert tally(found) == "1 error, 6 warnings", "and all are counted"
