"""A font of a kind that PDF/X-1a does not know."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P111"
WHY = "OpenType fonts came with PDF 1.6: older programs at the printer's print nothing in their place"
HINT = "Embed the font as TrueType or Type 1, or make a PDF/X-4"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None or facts.pdfx != "X-1a:2003":
        return
    for font in facts.document.fonts:
        if font.kind == "OpenType":
            yield of_file(CODE, Severity.ERROR, f"the font {font.base} is embedded as OpenType", HINT)
