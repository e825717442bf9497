"""A page that could be read only in part."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found
from book.findings import Finding, Severity

CODE = "P911"
WHY = "what one program repairs in silence another one leaves out"
HINT = "Save the file anew from the program that made it"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        for damage in page.damage:
            yield found(CODE, Severity.ERROR, f"the page is damaged: {damage}", HINT, page)
