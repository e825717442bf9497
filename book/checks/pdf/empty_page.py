"""A page with nothing on it that nobody has declared empty."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found, on_paper
from book.findings import Finding, Severity

CODE = "P208"
SEVERITY = Severity.WARNING
WHY = "an empty page in the middle of a book is most often a fault of the export"
HINT = "Remove the page, or have it declared empty"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.part == "cover" and len(facts.pages) > 1:
        return  # endpapers: the sides that are pasted down may be plain
    for page in facts.pages:
        if page.blank or page.damage:
            continue
        boxes = [text.box for text in page.texts]
        boxes += [path.box for path in page.paths]
        boxes += [picture.box for picture in page.pictures]
        if not any(on_paper(box, page, facts.condition.bleed) for box in boxes):
            yield found(CODE, SEVERITY, "there is nothing on the page", HINT, page)
