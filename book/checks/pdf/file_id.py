"""The file identifier."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P109"
WHY = "PDF/X wants the two ids of the trailer, by which a corrected file is told from the first"
HINT = "Write /ID to the trailer of the file"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is not None and len([one for one in facts.document.ids if one]) != 2:
        yield of_file(CODE, Severity.ERROR, "the trailer has no file identifier", HINT)
