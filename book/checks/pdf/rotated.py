"""A page that is turned for the screen."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found
from book.findings import Finding, Severity

CODE = "P205"
WHY = "a turned page is placed lying on the printer's sheet"
HINT = "Make the page upright, without /Rotate"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        if page.rotate % 360:
            yield found(CODE, Severity.ERROR, f"the page is rotated by {page.rotate}°", HINT, page)
