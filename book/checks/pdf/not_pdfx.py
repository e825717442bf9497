"""A file that does not say that it is the PDF/X asked for."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P102"
WHY = "the printer's programs choose by it how they judge and print the file"
HINT = "Save it as the PDF/X that the press condition asks for"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    asked = f"PDF/{facts.pdfx}"
    if facts.pdfx == "X-4":
        said = facts.document.xmp.get("pdfxid:GTS_PDFXVersion", "")
        other = facts.document.info.get("GTS_PDFXVersion", "")
    else:
        said = facts.document.info.get("GTS_PDFXVersion", "")
        other = facts.document.xmp.get("pdfxid:GTS_PDFXVersion", "")
    if said != asked:
        is_other = f"it says {said or other}" if said or other else "it says nothing of PDF/X"
        yield of_file(CODE, Severity.ERROR, f"the file is not marked as {asked}: {is_other}", HINT)
