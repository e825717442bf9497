"""Whether the file says that it is trapped."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P107"
WHY = "a printer's program that is not told may trap a second time, or not at all"
HINT = "Write Trapped: False (the usual case) or True to the document information"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    said = facts.document.info.get("Trapped", "")
    if not said and facts.pdfx == "X-4":
        said = facts.document.xmp.get("pdf:Trapped", "")
    if said not in ("True", "False"):
        yield of_file(CODE, Severity.ERROR, f"the file does not say whether it is trapped ({said or 'nothing'})", HINT)
