"""A page with units of its own."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, amount, found
from book.findings import Finding, Severity

CODE = "P206"
WHY = "programs that do not know UserUnit print the page in another size"
HINT = "Make the page without /UserUnit"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        if page.user_unit != 1:
            yield found(CODE, Severity.ERROR, f"the page has a user unit of {amount(page.user_unit)}", HINT, page)
