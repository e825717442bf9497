"""Preflight's report, as text and as data."""

from __future__ import annotations

import json

import msgspec
from msgspec.structs import replace

from book.findings import Finding, Severity, Span
from book.preflight.report_facts import PreflightReport
from book.printed import Coverage
from book.report.preflight import plain, text
from tests.pdfs import TEXT, facts, pdf

PICTURE = {
    "content": TEXT + "q 144 0 0 72 80 200 cm /P Do Q",
    "resources": "/XObject<</P @picture>>",
    "objects": {"picture": ("/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceGray", b"\0")},
}
FOUND = Finding("P401", Severity.ERROR, "too few", "Get more", Span("chapters/a.md", 9, 3), "1", "a")


def report(**changes: object) -> PreflightReport:
    seen = facts(pdf(**PICTURE, pages=2))  # type: ignore[arg-type]
    pages = [replace(page, coverage=Coverage(100.0 * at, (0, 0, 1, 1), "plates")) for at, page in enumerate(seen.pages)]
    whole = replace(seen, pages=tuple(pages))
    told = PreflightReport("a.pdf", 123456, "00", (FOUND,), whole, ink="plates")
    return replace(told, **changes)


def rows(told: PreflightReport) -> dict[str, str]:
    lines = text(told, lambda path: f"../{path}")
    return {line.split("  ")[0]: line.split("  ", 1)[1].strip() for line in lines[: lines.index("")]}


def test_the_summary() -> None:
    said = rows(report())
    assert said["file"] == "a.pdf, 0.1 MB"
    assert said["press"] == "plain: FOGRA39, PDF/X-4"
    assert said["pages"] == "2" and said["trim"] == "105.83 × 141.11 mm"
    assert said["PDF"] == "1.6, PDF/X: PDF/X-4" and said["intent"] == "FOGRA39"
    assert said["fonts"] == "1, all embedded: Test" and said["spot inks"] == "none"
    assert said["pictures"] == "2, the lowest 150 ppi on page 1 at 51 × 25 mm"
    assert said["ink"] == "100 % on page 2, limit 300 %: counted on plates"


def test_how_ink_is_known() -> None:
    assert "by the objects alone" in rows(report(ink="bound"))["ink"]
    whole = report().facts
    assert whole is not None
    unknown = replace(whole, pages=tuple(replace(page, coverage=None) for page in whole.pages))
    assert "not known" in rows(report(facts=unknown, ink="bound"))["ink"]


def test_findings_come_after_it_and_are_counted() -> None:
    lines = text(report(), lambda path: f"../{path}")
    assert lines[-2] == "../chapters/a.md:9:3: error P401: [page 1] too few. Hint: Get more."
    assert lines[-1] == "1 error"


def test_a_file_of_which_nothing_was_read_has_no_summary() -> None:
    told = PreflightReport("a.pdf", 7, "00", (Finding("P901", Severity.ERROR, "no PDF", "Give one"),))
    assert text(told, str) == ["error P901: no PDF. Hint: Give one.", "1 error"]
    assert plain(told)["errors"] == 1 and "document" not in plain(told)


def test_the_data_are_whole_and_plain_json() -> None:
    told = json.loads(msgspec.json.encode(plain(report())))
    assert told["findings"][0]["span"] == ["chapters/a.md", 9, 3]
    assert told["document"]["fonts"][0]["base"] == "Test"
    assert told["document"]["intents"][0]["profile_class"] == "prtr"
    assert told["document"]["sizes"] == [[105.83, 141.11]]
    assert told["ink"] == {"known_by": "plates", "percent": 100.0, "page": "2", "limit": 300.0, "unknown_pages": 0}
    assert [page["pictures"][0]["ppi"] for page in told["pages"]] == [150.0, 150.0]
