"""Layers that can be shown and hidden."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P117"
WHY = "the printer may print a layer that was meant to be hidden, or leave one out"
HINT = "Flatten the layers, leaving what is to be printed"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is not None and facts.document.layers:
        # PDF/X-4 knows layers, PDF/X-1a does not.
        severity = Severity.WARNING if facts.pdfx == "X-4" else Severity.ERROR
        yield of_file(CODE, severity, "the file has layers (optional content)", HINT)
