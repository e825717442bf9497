"""Fields to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P116"
WHY = "what a field shows depends on the program that opens it"
HINT = "Flatten the form: make ordinary text of its fields"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is not None and facts.document.forms:
        yield of_file(CODE, Severity.ERROR, "the file has a form with fields to fill in", HINT)
