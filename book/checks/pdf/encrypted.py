"""A file that is encrypted."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P112"
WHY = "a printer's programs cannot open it, or not change what they have to"
HINT = "Save the file without protection"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is not None and facts.document.encrypted:
        yield of_file(CODE, Severity.ERROR, "the file is encrypted", HINT)
