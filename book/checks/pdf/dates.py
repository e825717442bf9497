"""The dates that PDF/X wants in the metadata."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P106"
WHY = "PDF/X files without dates are refused: nobody can tell which of two is the newer one"
HINT = "Write the dates of creation and change"
WANTED = {
    "X-4": ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"),
    "X-1a:2003": ("CreationDate", "ModDate"),
}


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    has, where = (facts.document.xmp, "XMP metadata") if facts.pdfx == "X-4" else (facts.document.info, "information")
    missing = [word for word in WANTED.get(facts.pdfx, ()) if not has.get(word)]
    if missing:
        yield of_file(CODE, Severity.ERROR, f"the document's {where} lack {', '.join(missing)}", HINT)
