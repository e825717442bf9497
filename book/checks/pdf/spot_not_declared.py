"""A spot ink that nobody has declared."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found, of_file, spot_inks
from book.findings import Finding, Severity

CODE = "P302"
WHY = "every spot ink is a plate of its own, which is mixed, washed up and paid for"
HINT = "Declare the ink in the edition's spots, or have the object printed from the four inks"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.spots is None:
        return
    for page in facts.pages:
        told = set()
        for colour, box, span in page.spaces:
            for ink in spot_inks(colour):
                if ink not in facts.spots and (ink, span) not in told:
                    told.add((ink, span))
                    yield found(CODE, Severity.ERROR, f"the spot ink {ink} is not declared", HINT, page, span, box)
    if facts.document is not None and not facts.pages:
        for ink in facts.document.spots:
            if ink not in facts.spots:
                yield of_file(CODE, Severity.ERROR, f"the spot ink {ink} is not declared", HINT)
