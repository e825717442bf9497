"""A font that the file does not carry."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P110"
WHY = "the printer's machine sets the text in another font, or in none"
HINT = "Embed all fonts when the file is made"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for font in facts.document.fonts if facts.document is not None else ():
        if not font.embedded:
            pages = f", first on the {font.pages[0] + 1}. page of the file" if font.pages else ""
            what = f"the font {font.base or 'without a name'} is not embedded{pages}"
            yield of_file(CODE, Severity.ERROR, what, HINT)
