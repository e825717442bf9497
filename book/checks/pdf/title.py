"""The title of the document."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P108"
WHY = "PDF/X wants a title, and a printer with a hundred jobs tells them apart by it"
HINT = "Write the book's title to the metadata"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    title = facts.document.xmp.get("dc:title") if facts.pdfx == "X-4" else facts.document.info.get("Title")
    if not (title or "").strip():
        yield of_file(CODE, Severity.ERROR, "the file has no title", HINT)
