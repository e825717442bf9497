"""A page that does not say where it is trimmed."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found
from book.findings import Finding, Severity

CODE = "P202"
WHY = "without a trim box the printer guesses where the page ends"
HINT = "Give every page a TrimBox and no ArtBox"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    for page in facts.pages:
        if page.media is None:
            yield found(CODE, Severity.ERROR, "the page has no media box", HINT, page)
        if page.trim is None:
            yield found(CODE, Severity.ERROR, "the page has no trim box", HINT, page)
        elif page.art is not None:
            yield found(CODE, Severity.ERROR, "the page has both a trim box and an art box", HINT, page)
