"""Actions and JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P113"
WHY = "a file to be printed does nothing by itself, and PDF/X forbids it"
HINT = "Remove actions and JavaScript"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for action in facts.document.actions if facts.document is not None else ():
        yield of_file(CODE, Severity.ERROR, f"the file has an action: {action}", HINT)
