"""The ids that PDF/X-4 wants in the metadata."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P105"
WHY = "PDF/X-4 tells versions of a file by them, and validators refuse a file without"
HINT = "Write xmpMM:DocumentID, xmpMM:RenditionClass and xmpMM:VersionID to the XMP metadata"
WANTED = ("xmpMM:DocumentID", "xmpMM:RenditionClass", "xmpMM:VersionID")


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None or facts.pdfx != "X-4":
        return
    missing = [word for word in WANTED if not facts.document.xmp.get(word)]
    if missing:
        yield of_file(CODE, Severity.ERROR, f"the XMP metadata lack {', '.join(missing)}", HINT)
