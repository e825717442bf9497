"""Files inside the file."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P115"
WHY = "what is attached is not printed, and PDF/X forbids it"
HINT = "Remove the attached files"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is not None and facts.document.embedded:
        first, *others = facts.document.embedded
        more = f" and {len(others)} more" if others else ""
        yield of_file(CODE, Severity.ERROR, f"files are attached: {first}{more}", HINT)
