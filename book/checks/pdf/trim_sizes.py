"""Pages of different sizes."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P207"
WHY = "all pages of a book are cut at once"
HINT = "Make all pages in one size"
POINT = 25.4 / 72
TOLERANCE = 0.03


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None or not facts.document.sizes:
        return
    first = facts.document.sizes[0]
    for width, height, page in facts.document.sizes[1:]:
        if abs(width - first[0]) > TOLERANCE or abs(height - first[1]) > TOLERANCE:
            what = f"page {page} is {_mm(width)} × {_mm(height)} mm, "
            what += f"page {first[2]} {_mm(first[0])} × {_mm(first[1])} mm"
            yield of_file(CODE, Severity.ERROR, what, HINT)


def _mm(points: float) -> str:
    return f"{points * POINT:.2f}".rstrip("0").rstrip(".")
