"""The version in the file's header."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P101"
WHY = "a PDF of a later version may hold what the printer's programs do not know"
HINT = "Make the file in the version that its PDF/X asks for"
VERSIONS = {"X-4": ("1.6",), "X-1a:2003": ("1.3", "1.4")}
"""ISO 15930-7 is built on PDF 1.6, ISO 15930-4 on PDF 1.4."""


def check(facts: PdfFacts) -> Iterator[Finding]:
    allowed = VERSIONS.get(facts.pdfx, ())
    if facts.document is not None and allowed and facts.document.version not in allowed:
        what = f"the file is PDF {facts.document.version}; PDF/{facts.pdfx} is PDF {allowed[-1]}"
        yield of_file(CODE, Severity.ERROR, what, HINT)
