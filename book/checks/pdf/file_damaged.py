"""A file that could be read only in part."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P910"
WHY = "what one program repairs in silence another one leaves out"
HINT = "Save the file anew from the program that made it"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for damage in facts.document.damage if facts.document is not None else ():
        # What the reading program could mend is told, but not held against the file.
        mended = damage.startswith("pypdf says")
        yield of_file(CODE, Severity.WARNING if mended else Severity.ERROR, f"the file is damaged: {damage}", HINT)
