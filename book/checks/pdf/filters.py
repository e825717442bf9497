"""Compressions that PDF/X forbids."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P114"
WHY = "LZW is forbidden in PDF/X, and what came after PDF 1.4 older programs cannot unpack"
HINT = "Save the file with Flate or JPEG compression"
FORBIDDEN = {"X-4": ("LZWDecode",), "X-1a:2003": ("LZWDecode", "JBIG2Decode", "JPXDecode", "Crypt")}


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    for used in facts.document.filters:
        if used in FORBIDDEN.get(facts.pdfx, ()):
            what = f"the file has streams compressed with {used.removesuffix('Decode')}"
            yield of_file(CODE, Severity.ERROR, what, HINT)
